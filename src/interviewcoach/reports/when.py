"""Times and spans as people say them."""

from __future__ import annotations

from datetime import datetime


def day(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000).strftime("%Y-%m-%d %H:%M")


def short_day(milliseconds: int, now: float) -> str:
    """Without the year while it is the running one (the last eleven months), without the hour before; `now` in seconds."""
    told = day(milliseconds)
    return told[5:] if 0 <= now - milliseconds / 1000 < 330 * 86_400 else told[:10]


def minutes(milliseconds: int) -> str:
    seconds = max(0, milliseconds) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"
