"""What the terminal has to be, and what happens when it goes away."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable

from interviewcoach.errors import EnvironmentFault

SMALLEST = (60, 20)
WIDE = 120  # columns from which two halves stand beside each other


def is_too_small(wide: int, high: int) -> bool:
    return wide < SMALLEST[0] or high < SMALLEST[1]


def require_terminal() -> None:
    """EnvironmentFault (exit 3) unless a person sits at both ends."""
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stdout is not None and sys.stdout.isatty()):
        raise EnvironmentFault(
            "the screens need a terminal for input and output",
            mend="run this in a terminal, or use the commands that print, such as `interviewcoach list` and `score`",
        )


def plain_if_dumb() -> None:
    """A terminal that says it can do little gets no colours it cannot show; Textual reads this when it is loaded."""
    if os.environ.get("TERM", "") in ("dumb", "unknown"):
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", "standard")
        os.environ.setdefault("NO_COLOR", "1")


def on_goodbye(loop: asyncio.AbstractEventLoop, leave: Callable[[int], None]) -> None:
    """SIGTERM and a closed terminal (SIGHUP) end the program in order; `leave` gets the shell's exit code."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave, 128 + number)
