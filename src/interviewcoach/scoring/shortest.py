"""The shortest way to the next verdict: the fewest criteria which, met in full, lift the grade by one band.

Within a phase the criteria that add most go first, so only how many are taken from each phase has to be tried. Where a
gate stands in the way, those of the problem's hard part are counted apart, as they open it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from interviewcoach.content.ids import PHASE_IDS
from interviewcoach.scoring.grading import closed_gates, combined, together
from interviewcoach.scoring.scorecard import rounded
from interviewcoach.scoring.weights import Gate, Weights, on_curve

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


def fewest(steps: Sequence[Step], now: Standing, gate: Gate, weights: Weights, goal: float) -> tuple[str, ...]:
    """The smallest set that reaches the goal; the best of that size; all of them if none does."""
    best: list[Step] = []
    needed = (goal + now.cost - 0.05) / now.bound
    most = min(MOST, len(steps))
    dearest = sorted(weights.phases, key=lambda phase: -weights.phases[phase])  # what they lack is seen first
    few, many = ([_options(steps, phase, now, weights, upto) for phase in dearest] for upto in (min(MANY, most), most))
    for count in range(most + 1):
        choices = _choices(few if count <= MANY else many, count, needed, weights, {})
        promising = sorted(choices, key=lambda choice: (-choice[0], _ids(choice[1])))
        for _, chosen in promising:
            if grade_with(chosen, now, gate, weights) >= goal:
                return _ids(chosen)
        best = promising[0][1] if promising else best
    return _ids(_onward(best, steps, now, gate, weights, goal))


Choice = tuple[float, list[Step]]  # what a phase, or all together, are worth then, and the criteria met


class Options(NamedTuple):
    """By how many criteria of a phase are met: which they may be, and the most that so many are worth."""

    phase: str
    sets: list[list[Choice]]
    most: list[float]


def _options(steps: Sequence[Step], phase: str, now: Standing, weights: Weights, count: int) -> Options:
    """Those that add most go first; up to MANY the hard part's are counted apart."""
    own = sorted((step for step in steps if step.phase == phase), key=lambda s: (-s.quality, s.tier, s.id))
    hard = [step for step in own if step.hard and count <= MANY]
    soft = [step for step in own if step not in hard]
    earned, of = now.quality[phase]
    found: list[list[Choice]] = []
    for taken in range(min(count, len(own)) + 1):
        splits = range(max(0, taken - len(soft)), min(taken, len(hard)) + 1)
        sets = [hard[:n] + soft[: taken - n] for n in splits]
        found.append([(on_curve(weights.curve, (earned + sum(s.quality for s in one)) / of if of else 0.0), one) for one in sets])
    return Options(phase, found, [max(value for value, _ in choices) for choices in found])


def _choices(
    options: Sequence[Options], count: int, needed: float, weights: Weights, so_far: dict[str, float]
) -> Iterator[Choice]:
    """One option of each phase, so many criteria in all, worth enough together. `so_far`: the phases already chosen for."""
    if not options:
        yield together(so_far, weights), []
        return
    own, *rest = options
    room = sum(len(other.sets) - 1 for other in rest)
    for taken in range(max(0, count - room), min(count, len(own.sets) - 1) + 1):
        left = count - taken
        hoped = so_far | {other.phase: other.most[min(left, len(other.most) - 1)] for other in rest}
        for value, chosen in own.sets[taken]:
            if together(hoped | {own.phase: value}, weights) >= needed:
                for worth, others in _choices(rest, left, needed, weights, so_far | {own.phase: value}):
                    yield worth, chosen + others


def _onward(best: list[Step], steps: Sequence[Step], now: Standing, gate: Gate, weights: Weights, goal: float) -> list[Step]:
    """One criterion after the other, each the one that lifts most."""
    while len(best) < len(steps) and grade_with(best, now, gate, weights) < goal:
        left = [step for step in steps if step not in best]
        best = max(([*best, step] for step in left), key=lambda c: (grade_with(c, now, gate, weights), c[-1].quality, c[-1].id))
    return best


def grade_with(chosen: Sequence[Step], now: Standing, gate: Gate, weights: Weights) -> float:
    """The grade with these criteria met."""
    qualities = {}
    for phase in weights.phases:
        earned, of = now.quality[phase]
        earned += sum(step.quality for step in chosen if step.phase == phase)
        qualities[phase] = earned / of if of else 0.0
    return rounded(combined(qualities, now.cost, _cap(chosen, now, gate), weights, now.bound, WRITTEN_OUT))


WRITTEN_OUT: dict[str, float] = dict.fromkeys(PHASE_IDS, 100.0)  # a step hardly taken is to be taken first, whatever it will hold


def _cap(chosen: Sequence[Step], now: Standing, gate: Gate) -> float:
    shares = [
        (earned + sum(step.share for step in kept)) / of if of else None
        for (earned, of), kept in ((now.hard, [s for s in chosen if s.hard]), (now.deep, [s for s in chosen if s.deep]))
    ]
    explained = now.explained + sum(step.tier < 2 for step in chosen)
    mentioned = now.mentioned + sum(step.tier < 1 for step in chosen)
    return min((cap for _, cap in closed_gates(gate, shares[0], shares[1], explained, mentioned)), default=100.0)


def _ids(steps: Sequence[Step]) -> tuple[str, ...]:
    return tuple(step.id for step in sorted(steps, key=lambda s: (-s.quality, s.id)))
