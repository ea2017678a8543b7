"""The one clock of the program: seconds since the epoch that never jump while it runs, asleep or awake."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


def _running() -> float:
    """Seconds that keep counting while the machine sleeps, which `time.monotonic` alone does not everywhere."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def steady_clock() -> Callable[[], float]:
    """A clock set once by the machine's own; whoever changes that one later does not disturb this one."""
    start, epoch = _running(), time.time()
    return lambda: epoch + _running() - start
