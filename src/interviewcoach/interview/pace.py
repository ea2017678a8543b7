"""How the time was used: the delivery axis (0-100) and the facts it rests on.

Three things count, because they are what an interviewer notices: every phase got a fitting share of the time
(70 points, by the planned minutes), the first words came early (15), and there was a wrap-up in words (15).
A practice that ran long and a mock that was cut short are measured by the same rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from interviewcoach.interview.framework import MINUTE, PhasePlan
from interviewcoach.interview.protocol import PHASES, PhaseId
from interviewcoach.interview.state import State

FIT, START, CLOSE = 70, 15, 15
PROMPT, LATE = 2 * MINUTE, 6 * MINUTE
ENOUGH = 0.8
"""A phase that took this share of its least time is not called short: quick and complete is no fault."""


@dataclass(frozen=True)
class PhasePace:
    """One phase: time used and planned, overtime beyond its limit, whether it was skipped, and its fit 0-1."""

    phase: PhaseId
    used: int
    planned: int
    over: int
    words: int
    skipped: bool
    fit: float


@dataclass(frozen=True)
class Pace:
    """delivery: 0-100, None for an untimed sitting or one that never began.

    first_words: working time until the first word, None if none came; pauses and stopped: how often and how
    long in all the clock stood still.
    """

    delivery: float | None
    phases: tuple[PhasePace, ...]
    first_words: int | None
    active: int
    planned: int
    pauses: int
    stopped: int


def pace(state: State) -> Pace:
    """The pace of a sitting, finished or not."""
    phases = tuple(_phase(state, plan) for plan in state.setup.plan.phases)
    first = min(state.first_words.values(), default=None)
    ends = [(b.end if b.end is not None else state.at) - b.start for b in state.breaks]
    scored = state.setup.plan.timed and bool(state.entries)
    return Pace(
        delivery=_delivery(phases, first, state.setup.plan.total) if scored else None,
        phases=phases, first_words=first, active=state.active, planned=state.setup.plan.total,
        pauses=len(ends), stopped=sum(ends),
    )  # fmt: skip


def _phase(state: State, plan: PhasePlan) -> PhasePace:
    used = state.used_in(plan.phase)
    words = len(state.texts.get(plan.phase, "").split())
    limit = state.limits.get(plan.phase)
    over = max(0, used - limit) if limit is not None else 0
    skipped = words == 0 and used < plan.least // 4
    return PhasePace(plan.phase, used, plan.planned, over, words, skipped, 0.0 if skipped else _fit(used, plan))


def _fit(used: int, plan: PhasePlan) -> float:
    """1 inside the range, falling in proportion outside: at twice the plan beyond the most nothing is left."""
    if used > plan.most:
        return max(0.0, 1 - (used - plan.most) / plan.planned)
    return min(1.0, used / (plan.least * ENOUGH))


def promptness(first: int | None) -> float:
    """1 where the first word came early, 0 where it came late or never."""
    return 0.0 if first is None else min(1.0, max(0.0, (LATE - first) / (LATE - PROMPT)))


def is_closed(phases: tuple[PhasePace, ...]) -> bool:
    """Whether there is a wrap-up in words."""
    return any(phase.phase == PHASES[-1] and phase.words for phase in phases)


def _delivery(phases: tuple[PhasePace, ...], first: int | None, total: int) -> float:
    fit = sum(phase.fit * phase.planned for phase in phases) / total
    return round(FIT * fit + START * promptness(first) + CLOSE * is_closed(phases), 1)
