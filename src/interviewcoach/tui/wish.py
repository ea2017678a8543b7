"""What the screens are asked to open: by the command line, by home, and by one screen of another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wish:
    """What to open: the briefing of a problem, or by its id an unfinished sitting (`resume`) or a scorecard (`review`)."""

    problem: str = ""
    mode: str = "practice"
    level: str = ""
    minutes: int = 0
    timed: bool = True
    resume: str = ""
    review: str = ""
