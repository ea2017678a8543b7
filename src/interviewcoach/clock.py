"""The one clock of the program: seconds since the epoch that never jump while it runs, asleep or awake."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


def since_boot() -> float:
    """Seconds since the machine was started; they keep counting while it sleeps, which `time.monotonic` does not everywhere."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def steady_clock() -> Callable[[], float]:
    """A clock set once by the machine's own; whoever changes that one later does not disturb this one."""
    start, epoch = since_boot(), time.time()
    return lambda: epoch + since_boot() - start
