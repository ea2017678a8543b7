"""All that a report of one sitting tells, as plain data; the formats only dress it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from interviewcoach.reports.reading_on import Link
from interviewcoach.reports.scorecard_text import AXES, WORDS
from interviewcoach.scoring.scorecard import verdict_of


@dataclass(frozen=True)
class PhaseTime:
    id: str
    title: str
    used: int  # milliseconds
    planned: int | None


@dataclass(frozen=True)
class Exchange:
    """Something said between the two: who began, what was said, what was answered."""

    sort: str  # question, probe, why, hint, curveball
    said: str
    answered: str = ""


@dataclass(frozen=True)
class Note:
    author: str
    when: str
    text: str


@dataclass(frozen=True)
class Dossier:
    sitting: str
    problem: str
    title: str
    name: str
    level: str
    mode: str
    when: str
    answer: str
    worksheet: str
    notes: str
    phases: tuple[PhaseTime, ...]
    exchanges: tuple[Exchange, ...]
    remarks: tuple[Note, ...]
    tags: tuple[str, ...]
    prediction: str
    skill_titles: Mapping[str, str]
    card: Mapping[str, Any] | None
    reference: str = ""  # what was looked for, once the sitting is over: to be folded away, it spoils the problem
    events: Sequence[Mapping[str, Any]] = ()
    delivery: str = ""  # what lowered that figure, in a line
    spent: str = ""  # the working time, and how long a mock was interrupted
    guesses: Mapping[str, int] = field(default_factory=dict)  # by axis, before the scorecard was seen
    reading: tuple[Link, ...] = ()

    @property
    def guessed(self) -> str:
        """What was guessed before the scorecard was seen, in a line."""
        by_axis = ", ".join(f"{AXES.get(axis, axis)} {WORDS[verdict_of(value)]}" for axis, value in self.guesses.items())
        return f"{self.prediction} ({by_axis})" if self.prediction and by_axis else self.prediction

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"reading": [link._asdict() for link in self.reading]}
