"""What records hand out: frozen rows, read once, that hold no connection."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

UNFINISHED: tuple[str, ...] = ("briefing", "running", "paused")
LONGEST_TITLE, LONGEST_TAG, LONGEST_REMARK = 200, 40, 100_000


def dumps(value: Any) -> str:
    """JSON as it is stored: compact, and the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True)
class Opening:
    """How a sitting begins; never changes afterwards."""

    id: str
    problem: str
    mode: str
    level: str
    seed: int
    timed: bool
    content_version: str
    started: int


@dataclass(frozen=True)
class Progressed:
    """What a sitting's events add up to, kept beside them for lists.

    seen: session time it was last alive at; active: working time; planned: time allowed, None when untimed;
    pace: {"used": {phase: ms}, "planned": {...}, "delivery": 0-100 or None, ...}; prediction: {"verdict", "axes"}.
    """

    status: str
    phase: str | None
    seen: int
    active: int
    planned: int | None
    words: int
    pace: Mapping[str, Any] | None = None
    prediction: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class StoredEvent:
    seq: int
    at: int
    kind: str
    body: Mapping[str, Any]


@dataclass(frozen=True)
class SittingRow:
    """One line of a list of sittings. verdict and overall are those of the scorecard that counts."""

    id: str
    problem: str
    mode: str
    level: str
    timed: bool
    content_version: str
    title: str
    status: str
    phase: str | None
    started: int
    seen: int
    active: int
    planned: int | None
    words: int
    verdict: str | None
    overall: float | None
    scored_with: str | None = None  # the content version of that scorecard
    tags: tuple[str, ...] = ()

    @property
    def unfinished(self) -> bool:
        return self.status in UNFINISHED

    @property
    def told(self) -> str:
        """The status in a word for people, the same in every list: there is no pause in a mock, only an interruption."""
        stopped = "interrupted" if self.mode == "mock" else "paused"
        words = {
            "briefing": "not begun",
            "running": "unfinished",
            "paused": stopped,
            "ended": "not scored",
            "abandoned": "given up",
        }
        return words.get(self.status, self.status)


def to_resume(waiting: Iterable[SittingRow], problem: str) -> SittingRow | None:
    """Of the unfinished sittings of a problem the first that has words; an empty one only where there is no other."""
    own = [row for row in waiting if row.problem == problem]
    return next((row for row in own if row.words), own[0] if own else None)


def way_to_finish(row: SittingRow) -> str:
    """What mends a command that wants a finished sitting."""
    return f"`interviewcoach practice {row.problem} --resume` goes on with it" if row.unfinished else "it was given up"


@dataclass(frozen=True)
class StoredCard:
    """A scorecard as it was given, with when and under which content."""

    id: str
    made: int
    level: str
    content_version: str
    body: Mapping[str, Any]


@dataclass(frozen=True)
class Remark:
    """A note on a sitting; `author` is "" for one's own, a name for a mentor's."""

    id: str
    at: int
    author: str
    text: str


MOST_NAMES = 3  # words before the colon; more are no name


def signed(text: str) -> tuple[str, str]:
    """(author, what is said) of a remark: "Ann: say W before R" is Ann's, anything else is one's own."""
    author, _, said = text.partition(": ")
    return (author, said) if said.strip() and 0 < len(author.split()) <= MOST_NAMES else ("", text)


@dataclass(frozen=True)
class StoredSitting:
    """A sitting with all its parts. cards: oldest first; card: the one that counts."""

    row: SittingRow
    events: tuple[StoredEvent, ...]
    drafts: Mapping[str, str]
    document: str | None
    submission: Mapping[str, Any] | None
    cards: tuple[StoredCard, ...]
    card: StoredCard | None
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Standing:
    """One problem at a glance: sittings that were finished, the best verdict, and when it was last practised."""

    problem: str
    sittings: int
    best: str | None
    last: int


@dataclass(frozen=True)
class Performance:
    """One finished and scored sitting, as progress looks at it."""

    sitting: str
    problem: str
    mode: str
    level: str
    timed: bool
    started: int
    active: int
    verdict: str
    overall: float
    axes: Mapping[str, float | None]
    skills: Mapping[str, int]
    pace: Mapping[str, Any] | None = None
    prediction: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Filter:
    """Which sittings to list, and how. Every field narrows; the defaults list everything, newest first.

    status: "finished", "unfinished" or "" for both; since and until: milliseconds, until excluded;
    text: words that all occur in the answer, the notes, the worksheet, a remark or its author, the title, tags or problem,
    whatever their case.
    sort: "newest", "oldest", "best", "worst", "longest" or "problem".
    """

    problem: str = ""
    verdict: str = ""
    mode: str = ""
    status: str = ""
    tag: str = ""
    since: int | None = None
    until: int | None = None
    text: str = ""
    sort: str = "newest"
    limit: int | None = None
