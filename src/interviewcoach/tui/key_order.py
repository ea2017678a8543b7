"""Keys act in the order in which they were pressed."""

from __future__ import annotations

import asyncio
import contextlib

from textual.message_pump import MessagePump

LONGEST_WAIT = 5.0
"""Seconds in which a widget has long taken what was typed into it; should it never do so, the key still works."""


async def keys_taken(by: MessagePump | None) -> None:
    """Waits until a widget, or the program, has taken what was typed into it: what acts at once would overtake that."""
    taken = asyncio.Event()
    if by is not None and by.call_later(taken.set):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(taken.wait(), LONGEST_WAIT)
