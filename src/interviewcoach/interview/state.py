"""What a sitting is at one moment, and how each event changes it. Times are milliseconds of session time.

`evolve` is the only way from one state to the next, for a live sitting and for a replay alike.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import singledispatch
from typing import Any, Literal, TypeAlias

from interviewcoach.interview import events as ev
from interviewcoach.interview.plain import apply_change
from interviewcoach.interview.protocol import PHASES, Curveball, Hint, PhaseId, Probe, Reply, Situation, Why
from interviewcoach.interview.shape import plain

Status: TypeAlias = Literal["briefing", "running", "paused", "ended", "abandoned"]
PARTS: tuple[str, ...] = (*PHASES, "worksheet", "notes", "saying")  # "saying": a question or reply not sent yet


@dataclass(frozen=True)
class Break:
    """A time that nobody worked; `end` is None while it lasts."""

    start: int
    end: int | None
    why: Literal["asked", "away", "stopped"]


@dataclass(frozen=True)
class State:
    """Build it with `session.start` or `replay`; read it freely, never change it.

    used: time of finished stretches by phase (see `used_in` for what is true now); since: when the running
    stretch began; limits: time allowed by phase, extensions included, empty when untimed; first_words: working
    time that had passed when a phase got its first word; recorded: how many events there were, beats aside.
    """

    setup: ev.Started
    at: int
    status: Status = "briefing"
    phase: PhaseId | None = None
    skew: int = 0
    since: int | None = None
    used: Mapping[PhaseId, int] = field(default_factory=dict)
    limits: Mapping[PhaseId, int] = field(default_factory=dict)
    warned: tuple[tuple[PhaseId, int], ...] = ()
    overran: tuple[PhaseId, ...] = ()
    entries: tuple[tuple[PhaseId, int], ...] = ()
    first_words: Mapping[PhaseId, int] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[ev.Asked, ...] = ()
    probes: tuple[Probe, ...] = ()
    replies: tuple[Reply, ...] = ()
    hints: tuple[Hint, ...] = ()
    curveball: Curveball | None = None
    whys: tuple[tuple[PhaseId, Why], ...] = ()
    prediction: ev.Predicted | None = None
    breaks: tuple[Break, ...] = ()
    editing: bool = False
    ending: Literal["done", "time"] | None = None
    recorded: int = 1

    @property
    def mock(self) -> bool:
        return self.setup.mode == "mock"

    @property
    def unfinished(self) -> bool:
        return self.status in ("briefing", "running", "paused")

    @property
    def untouched(self) -> bool:
        """Whether nothing was ever written, asked or said by either side; what was taken back again counts as well."""
        said = (self.questions, self.probes, self.replies, self.hints, self.whys, self.curveball)
        return not self.texts and not any(said)

    def used_in(self, phase: PhaseId) -> int:
        """Working time spent in a phase so far."""
        running = self.at - self.since if self.since is not None and phase == self.phase else 0
        return self.used.get(phase, 0) + running

    @property
    def half_over(self) -> bool:
        """Whether half of the time of this phase has passed."""
        limit = self.limits.get(self.phase) if self.phase else None
        return self.phase is not None and limit is not None and self.used_in(self.phase) >= limit / 2

    @property
    def active(self) -> int:
        """Working time of the whole sitting so far."""
        return sum(self.used_in(phase) for phase in PHASES)

    def dump(self) -> str:
        """The state as canonical JSON, for comparing two of them byte for byte."""
        return json.dumps(plain(self), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def replay(events: Iterable[ev.Event]) -> State:
    """The state that a sitting's events add up to; ValueError where they cannot belong to one sitting."""
    state: State | None = None
    for event in events:
        if state is None:
            if not isinstance(event, ev.Started):
                raise ValueError("a sitting's first event must say how it started")
            state = opened(event)
        else:
            state = evolve(state, event)
    if state is None:
        raise ValueError("a sitting without events")
    return state


def opened(event: ev.Started) -> State:
    limits = {p.phase: p.planned for p in event.plan.phases} if event.plan.timed else {}
    return State(setup=event, at=event.at, limits=limits)


def evolve(state: State, event: ev.Event) -> State:
    """The state after one more event."""
    if event.at < state.at:
        raise ValueError("an event is older than the one before it")
    if isinstance(event, ev.Beat):
        return replace(state, at=event.at)
    return _apply(event, replace(state, at=event.at, recorded=state.recorded + 1))


def situation(state: State, answer: str, recent_probes: tuple[str, ...] = ()) -> Situation:
    """What the interviewer may look at now; before the briefing is over that is the first phase, empty."""
    return Situation(
        phase=state.phase or PHASES[0], mode=state.setup.mode, level=state.setup.level, seed=state.setup.seed,
        answer=answer, worksheet=state.texts.get("worksheet", ""),
        questions=tuple(asked.question for asked in state.questions),
        probes=tuple(probe.id for probe in state.probes), recent_probes=recent_probes, replies=state.replies,
        hints=hint_steps(state), whys=tuple((phase, why.id) for phase, why in state.whys),
        curveball=state.curveball.id if state.curveball else None,
        half_over=state.half_over,
    )  # fmt: skip


def hint_steps(state: State) -> dict[str, int]:
    """The highest step of help taken, by criterion."""
    steps: dict[str, int] = {}
    for hint in state.hints:
        steps[hint.criterion] = max(hint.step, steps.get(hint.criterion, 0))
    return steps


def _settled(state: State) -> State:
    """The running stretch is over: its time goes to its phase."""
    if state.since is None or state.phase is None:
        return state
    return replace(state, used={**state.used, state.phase: state.used_in(state.phase)}, since=None)


@singledispatch
def _apply(event: Any, state: State) -> State:
    raise ValueError("a sitting starts only once")


@_apply.register
def _(event: ev.Entered, state: State) -> State:
    entries = (*state.entries, (event.phase, event.at))
    return replace(_settled(state), status="running", phase=event.phase, since=event.at, entries=entries)


@_apply.register
def _(event: ev.Warned, state: State) -> State:
    return replace(state, warned=(*state.warned, (event.phase, event.left)))


@_apply.register
def _(event: ev.Overran, state: State) -> State:
    return replace(state, overran=(*state.overran, event.phase))


@_apply.register
def _(event: ev.Extended, state: State) -> State:
    limit = state.limits.get(event.phase, 0) + event.by
    left = limit - state.used_in(event.phase)
    return replace(
        state,
        limits={**state.limits, event.phase: limit},
        warned=tuple(w for w in state.warned if w[0] != event.phase or w[1] >= left),
        overran=tuple(p for p in state.overran if p != event.phase or left <= 0),
    )


@_apply.register
def _(event: ev.Paused, state: State) -> State:
    if state.status != "running":
        raise ValueError("a sitting is paused that was not running")
    breaks = (*state.breaks, Break(event.at, None, event.why))
    return replace(_settled(state), status="paused", breaks=breaks, editing=False)


@_apply.register
def _(event: ev.Resumed, state: State) -> State:
    if state.status != "paused":
        raise ValueError("a sitting goes on that was not paused")
    breaks = (*state.breaks[:-1], replace(state.breaks[-1], end=event.at))
    return replace(state, status="running", since=event.at, breaks=breaks)


@_apply.register
def _(event: ev.EditorOpened, state: State) -> State:
    return replace(state, editing=True)


@_apply.register
def _(event: ev.EditorClosed, state: State) -> State:
    return replace(state, editing=False)


@_apply.register
def _(event: ev.Wrote, state: State) -> State:
    if event.part not in PARTS:
        raise ValueError(f"no part of a sitting is called {event.part!r}")
    text = apply_change(state.texts.get(event.part, ""), event.start, event.cut, event.put)
    first = state.first_words
    phase = next((phase for phase in PHASES if phase == event.part), None)
    if phase and phase not in first and text.strip():
        first = {**first, phase: state.active}
    return replace(state, texts={**state.texts, event.part: text}, first_words=first)


@_apply.register
def _(event: ev.Asked, state: State) -> State:
    return replace(state, questions=(*state.questions, event))


@_apply.register
def _(event: ev.Probed, state: State) -> State:
    return replace(state, probes=(*state.probes, event.probe))


@_apply.register
def _(event: ev.Replied, state: State) -> State:
    return replace(state, replies=(*state.replies, event.reply))


@_apply.register
def _(event: ev.Hinted, state: State) -> State:
    return replace(state, hints=(*state.hints, event.hint))


@_apply.register
def _(event: ev.Twisted, state: State) -> State:
    return replace(state, curveball=event.curveball)


@_apply.register
def _(event: ev.Wondered, state: State) -> State:
    return replace(state, whys=(*state.whys, (event.phase, event.why)))


@_apply.register
def _(event: ev.Predicted, state: State) -> State:
    return replace(state, prediction=event)


@_apply.register
def _(event: ev.ClockSet, state: State) -> State:
    return replace(state, skew=event.skew)


@_apply.register
def _(event: ev.Ended, state: State) -> State:
    return replace(_settled(state), status="ended", ending=event.why, editing=False)


@_apply.register
def _(event: ev.Abandoned, state: State) -> State:
    return replace(_settled(state), status="abandoned", editing=False)
