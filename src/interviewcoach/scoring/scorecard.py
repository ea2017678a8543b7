"""A scorecard: what was shown, how deeply, on which words it rests, and the shortest way on. Plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any

from interviewcoach.content.ids import VERDICT_IDS

VERDICTS = VERDICT_IDS
BAND_STARTS = (0.0, 40.0, 55.0, 70.0, 85.0)
# sentences that a report looks for, as they tell why a figure is low
TOO_LITTLE, ALL_PHASES = "too little that is your own stands under", "each of the four phases"
MORE_NUMBERS = "bind what you decide to numbers: few of your sentences hold one"
WHAT_IT_IS = (
    "This grade is made by rules, which two language-model graders agreed with on 72 answers. "
    "It is a mirror for practice, not a hiring decision."
)


def rounded(value: float, digits: int = 1) -> float:
    return round(value + 1e-9, digits)


def figure(value: float) -> int:
    """A grade as people are shown it, rounded, but not up to where the next verdict begins: 84.8 is no strong hire, so not 85."""
    whole = round(value)
    return whole - (whole in BAND_STARTS and value < whole)


def verdict_of(overall: float) -> str:
    return VERDICTS[sum(overall >= start for start in BAND_STARTS[1:])]


@dataclass(frozen=True)
class SpanShown:
    start: int
    end: int
    phase: str
    why: str


@dataclass(frozen=True)
class CriterionShown:
    id: str
    claim: str
    skill: str | None
    phase: str
    axis: str
    tier: int
    points: float
    of: float
    spans: tuple[SpanShown, ...]
    next: str
    probe: str
    learn: tuple[str, ...] = ()
    credit: float = 1.0  # lowered by hints and probes
    rejected: bool = False
    replied: str = ""  # what was said to the interviewer, where that shows more than the answer


@dataclass(frozen=True)
class FlagShown:
    id: str
    claim: str
    why: str
    severity: str
    sure: bool  # else it may be words taken amiss: it stands alone, and in one wording
    spans: tuple[SpanShown, ...]


@dataclass(frozen=True)
class SumShown:
    """A computed claim of the answer, recomputed."""

    span: dict[str, Any]
    said: str
    is_: str
    off_by: float
    ok: bool


@dataclass(frozen=True)
class NextBand:
    band: str
    criteria: tuple[str, ...]
    flags: tuple[str, ...] = ()  # mistakes that have to go first
    needs: tuple[str, ...] = ()  # what no single criterion mends


@dataclass(frozen=True)
class Scorecard:
    problem: str
    level: str
    overall: float
    verdict: str
    verdicts: dict[str, str]
    axes: dict[str, float | None]
    phases: dict[str, float]
    skills: dict[str, int]
    criteria: tuple[CriterionShown, ...]
    red_flags: tuple[FlagShown, ...]
    arithmetic: tuple[SumShown, ...]
    to_next_band: NextBand | None
    content_version: str
    gates: tuple[str, ...] = ()
    corrections: tuple[dict[str, Any], ...] = ()
    words: int = 0
    about: str = field(default=WHAT_IT_IS)

    def to_json(self) -> dict[str, Any]:
        """The contract's field names, in a fixed order."""
        data: dict[str, Any] = _plain(self)
        for row in data["arithmetic"]:
            row["is"] = row.pop("is_")
        return data


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


def _plain(thing: Any) -> Any:
    """What `asdict` makes of it, five times as fast: a card holds nothing but our own classes, rows, tables and plain values."""
    kind: Any = type(thing)
    if kind is str or kind is float or kind is int:
        return thing
    if kind is tuple:
        return tuple([_plain(one) for one in thing])
    if kind is dict:
        return dict(thing)
    names = _names(kind)
    return {name: _plain(getattr(thing, name)) for name in names} if names else thing
