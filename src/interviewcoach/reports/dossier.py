"""All that a report of one sitting tells, as plain data; the formats only dress it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any


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

    def to_json(self) -> dict[str, Any]:
        return asdict(self)
