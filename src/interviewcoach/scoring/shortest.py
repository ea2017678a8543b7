"""The shortest way to the next verdict: the fewest criteria which, met in full, lift the grade by one band.

Within a phase the criteria that add most go first, so only how many are taken from each phase has to be tried. Where a
gate stands in the way, those of the problem's hard part are counted apart, as they open it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from interviewcoach.scoring.weights import Weights, on_curve

MANY = 5  # up to so many the hard part is counted apart
MOST = 9  # beyond so many it goes on step by step, and may be longer than the shortest


class Step(NamedTuple):
    """A criterion not yet met, and what meeting it would add."""

    id: str
    phase: str
    hard: bool
    deep: bool
    tier: int
    quality: float  # to its phase, in weight
    share: float  # to the shares that the gates look at, in weight


class Standing(NamedTuple):
    """All sums that a grade is made of, so that meeting a criterion is an addition."""

    quality: dict[str, tuple[float, float]]  # phase: earned, of
    hard: tuple[float, float]
    deep: tuple[float, float]
    explained: int
    mentioned: int
    bound: float
    cost: float


class Gate(NamedTuple):
    hard: float
    deep: float
    explained: float
    caps: tuple[float, float, float]  # what each caps at


def fewest(steps: Sequence[Step], now: Standing, gate: Gate, weights: Weights, goal: float) -> tuple[str, ...]:
    """The smallest set that reaches the goal; the best of that size; all of them if none does."""
    narrow = _lists(steps, apart=False)
    wide = _lists(steps, apart=True)
    best: list[Step] = []
    for count in range(min(MOST, len(steps)) + 1):
        if _at_best(narrow, now, weights, count) < goal:
            continue
        tried = _choices(wide if count <= MANY else narrow, count)
        best = max(tried, key=lambda c: (grade_with(c, now, gate, weights), _ids(c)), default=best)
        if grade_with(best, now, gate, weights) >= goal:
            return _ids(best)
    return _ids(_onward(best, steps, now, gate, weights, goal))


def _onward(best: list[Step], steps: Sequence[Step], now: Standing, gate: Gate, weights: Weights, goal: float) -> list[Step]:
    """One criterion after the other, each the one that lifts most."""
    while len(best) < len(steps) and grade_with(best, now, gate, weights) < goal:
        left = [step for step in steps if step not in best]
        best = max(([*best, step] for step in left), key=lambda c: (grade_with(c, now, gate, weights), c[-1].quality, c[-1].id))
    return best


def grade_with(chosen: Sequence[Step], now: Standing, gate: Gate, weights: Weights) -> float:
    """The grade with these criteria met."""
    total = 0.0
    for phase, worth in weights.phases.items():
        earned, of = now.quality[phase]
        earned += sum(step.quality for step in chosen if step.phase == phase)
        total += worth * on_curve(weights.curve, earned / of if of else 0.0)
    return round(max(0.0, min(now.bound * total - now.cost, _cap(chosen, now, gate))) + 1e-9, 1)


def _cap(chosen: Sequence[Step], now: Standing, gate: Gate) -> float:
    cap = 100.0
    for (earned, of), least, most, kept in (
        (now.hard, gate.hard, gate.caps[0], [s for s in chosen if s.hard]),
        (now.deep, gate.deep, gate.caps[1], [s for s in chosen if s.deep]),
    ):
        if of and (earned + sum(step.share for step in kept)) / of < least:
            cap = min(cap, most)
    explained = now.explained + sum(step.tier < 2 for step in chosen)
    mentioned = now.mentioned + sum(step.tier < 1 for step in chosen)
    return min(cap, gate.caps[2]) if explained < gate.explained * mentioned else cap


def _lists(steps: Sequence[Step], apart: bool) -> list[list[Step]]:
    lists: dict[tuple[str, bool], list[Step]] = {}
    for step in sorted(steps, key=lambda s: (-s.quality, s.tier, s.id)):
        lists.setdefault((step.phase, step.hard and apart), []).append(step)
    return list(lists.values())


def _at_best(lists: list[list[Step]], now: Standing, weights: Weights, count: int) -> float:
    """More than any set of that size can reach: every phase given the whole of it."""
    best = {one[0].phase: sum(step.quality for step in one[:count]) for one in lists}
    total = 0.0
    for phase, worth in weights.phases.items():
        earned, of = now.quality[phase]
        total += worth * on_curve(weights.curve, min(1.0, (earned + best.get(phase, 0.0)) / of) if of else 0.0)
    return now.bound * total - now.cost + 0.1


def _choices(lists: list[list[Step]], count: int) -> Iterator[list[Step]]:
    """The first few of each list, so many in all."""
    if not lists:
        if not count:
            yield []
        return
    (head, *rest) = lists
    for taken in range(min(count, len(head)), -1, -1):
        for others in _choices(rest, count - taken):
            yield [*head[:taken], *others]


def _ids(steps: Sequence[Step]) -> tuple[str, ...]:
    return tuple(step.id for step in sorted(steps, key=lambda s: (-s.quality, s.id)))
