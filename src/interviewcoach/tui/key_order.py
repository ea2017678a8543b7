"""Keys act in the order in which they were pressed."""

from __future__ import annotations

import asyncio
import contextlib

from textual.widget import Widget
from textual.widgets import TextArea

LONGEST_WAIT = 5.0
"""Seconds in which a box has long taken what was typed into it; should it never do so, the key still works."""


async def keys_taken(focused: Widget | None) -> None:
    """Waits until a box has taken what was typed into it: a strong key acts at once and would overtake that."""
    taken = asyncio.Event()
    if isinstance(focused, TextArea) and focused.call_later(taken.set):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(taken.wait(), LONGEST_WAIT)
