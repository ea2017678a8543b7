"""What the screen says about time: read from a state, computed afresh, so that no timer can drift."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from interviewcoach.interview.framework import MINUTE
from interviewcoach.interview.protocol import PHASES, PhaseId
from interviewcoach.interview.state import State

Signal: TypeAlias = Literal["calm", "behind", "soon", "over", "stopped"]


@dataclass(frozen=True)
class PhaseClock:
    """One phase on the rail. limit and left are None when untimed; left is negative in overtime. Milliseconds.

    written: whether anything stands there; a phase that was only passed through is not done with.
    """

    phase: PhaseId
    place: Literal["done", "now", "ahead"]
    used: int
    limit: int | None
    left: int | None
    written: bool


@dataclass(frozen=True)
class Clock:
    """All that the rail shows. `words` says in words what `signal` is the colour of."""

    phases: tuple[PhaseClock, ...]
    used: int
    planned: int | None
    signal: Signal
    words: str

    @property
    def now(self) -> PhaseClock | None:
        """The phase that is being worked on, None during the briefing."""
        return next((phase for phase in self.phases if phase.place == "now"), None)


def clock(state: State) -> Clock:
    """The clock at the moment of the state's last step."""
    phases = tuple(_phase(state, phase) for phase in PHASES)
    planned = sum(state.limits.values()) if state.limits else None
    signal, words = _signal(state, phases)
    return Clock(phases, state.active, planned, signal, words)


def minutes(millis: int) -> str:
    """12:05 for twelve minutes and five seconds; started seconds are dropped, the sign too."""
    whole = abs(millis) // 1000
    return f"{whole // 60}:{whole % 60:02}"


def more_time(millis: int) -> str:
    """What a phase was given: a whole number of minutes, in words."""
    whole = millis // MINUTE
    return "one more minute" if whole == 1 else "two more minutes" if whole == 2 else f"{whole} more minutes"


def _phase(state: State, phase: PhaseId) -> PhaseClock:
    used, limit = state.used_in(phase), state.limits.get(phase)
    entered = any(name == phase for name, _ in state.entries)
    place: Literal["done", "now", "ahead"] = "now" if phase == state.phase else "done" if entered else "ahead"
    left = None if limit is None else limit - used
    return PhaseClock(phase, place, used, limit, left, bool(state.texts.get(phase, "").strip()))


def _signal(state: State, phases: tuple[PhaseClock, ...]) -> tuple[Signal, str]:
    if state.status != "running":
        said = {"briefing": "not begun", "paused": "paused", "ended": "handed in", "abandoned": "given up"}
        return "stopped", said[state.status]
    now = next(phase for phase in phases if phase.place == "now")
    if now.left is None:
        return "calm", "untimed"
    if now.left <= 0:
        return "over", f"over by {minutes(now.left)}"
    if now.left <= MINUTE:
        return "soon", f"{minutes(now.left + 999)} left"
    behind = sum(-phase.left for phase in phases if phase.place == "done" and phase.left is not None)
    return ("behind", f"{minutes(behind)} behind plan") if behind > MINUTE else ("calm", "on pace")
