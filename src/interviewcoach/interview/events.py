"""What happened in a sitting, each with its true time, and their JSON form.

The events are the record: a sitting's state is what they add up to, nothing else. Kinds and field names are
therefore never changed, only added to. `at` is session time in milliseconds since the epoch, which never runs
backwards (see `ClockSet`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from interviewcoach.interview.framework import Plan
from interviewcoach.interview.protocol import (
    Answer,
    Curveball,
    Hint,
    Level,
    Mode,
    PhaseId,
    Probe,
    Reply,
    Verdict,
    Why,
)
from interviewcoach.interview.shape import build, plain


@dataclass(frozen=True)
class Started:
    """The briefing is open. Everything that a replay needs to know from outside is here."""

    at: int
    problem: str
    mode: Mode
    level: Level
    seed: int
    plan: Plan
    whys: bool
    content_version: str


@dataclass(frozen=True)
class Entered:
    at: int
    phase: PhaseId
    why: Literal["begin", "asked", "time"]


@dataclass(frozen=True)
class Warned:
    """`left` milliseconds of this phase remain."""

    at: int
    phase: PhaseId
    left: int


@dataclass(frozen=True)
class Overran:
    """The phase's time is over and the candidate goes on (practice)."""

    at: int
    phase: PhaseId


@dataclass(frozen=True)
class Extended:
    at: int
    phase: PhaseId
    by: int


@dataclass(frozen=True)
class Paused:
    """asked: on a key; away: nothing was heard for a while; stopped: the window was closed or the program died."""

    at: int
    why: Literal["asked", "away", "stopped"]


@dataclass(frozen=True)
class Resumed:
    at: int


@dataclass(frozen=True)
class EditorOpened:
    at: int


@dataclass(frozen=True)
class EditorClosed:
    at: int


@dataclass(frozen=True)
class Wrote:
    """In `part`, from character `start` on, `cut` characters gave way to `put`."""

    at: int
    part: str
    start: int
    cut: int
    put: str


@dataclass(frozen=True)
class Asked:
    at: int
    phase: PhaseId
    question: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Probed:
    at: int
    phase: PhaseId
    probe: Probe


@dataclass(frozen=True)
class Replied:
    at: int
    phase: PhaseId
    reply: Reply


@dataclass(frozen=True)
class Hinted:
    at: int
    phase: PhaseId
    hint: Hint


@dataclass(frozen=True)
class Twisted:
    """Something came up: an incident, or a new demand."""

    at: int
    phase: PhaseId
    curveball: Curveball


@dataclass(frozen=True)
class Wondered:
    """The coach asked for a reason."""

    at: int
    phase: PhaseId
    why: Why


@dataclass(frozen=True)
class Predicted:
    at: int
    verdict: Verdict
    axes: Mapping[str, int]


@dataclass(frozen=True)
class ClockSet:
    """The machine's clock ran backwards; from here on `skew` is added to it, so that session time does not."""

    at: int
    skew: int


@dataclass(frozen=True)
class Beat:
    """The sitting was alive at this time. Of several in a row only the last need be kept."""

    at: int


@dataclass(frozen=True)
class Ended:
    at: int
    why: Literal["done", "time"]


@dataclass(frozen=True)
class Abandoned:
    at: int


Event: TypeAlias = (
    Started | Entered | Warned | Overran | Extended | Paused | Resumed | EditorOpened | EditorClosed | Wrote | Asked
    | Probed | Replied | Hinted | Twisted | Wondered | Predicted | ClockSet | Beat | Ended | Abandoned
)  # fmt: skip

KINDS: dict[str, type[Event]] = {
    "started": Started, "entered": Entered, "warned": Warned, "overran": Overran, "extended": Extended,
    "paused": Paused, "resumed": Resumed, "editor_opened": EditorOpened, "editor_closed": EditorClosed,
    "wrote": Wrote, "asked": Asked, "probed": Probed, "replied": Replied, "hinted": Hinted, "twisted": Twisted,
    "wondered": Wondered, "predicted": Predicted, "clock_set": ClockSet, "beat": Beat, "ended": Ended,
    "abandoned": Abandoned,
}  # fmt: skip
_NAMES = {kind: name for name, kind in KINDS.items()}


def encode(event: Event) -> tuple[str, int, dict[str, Any]]:
    """(kind, at, body); the body goes into JSON as it is."""
    body = plain(event)
    return _NAMES[type(event)], body.pop("at"), body


def decode(kind: str, at: int, body: Mapping[str, Any]) -> Event:
    """The event again; ValueError says what does not fit, for a record may come from anybody's file."""
    if kind not in KINDS:
        raise ValueError(f"no event is called {kind!r}")
    event: Event = build(KINDS[kind], {**body, "at": at})
    return event
