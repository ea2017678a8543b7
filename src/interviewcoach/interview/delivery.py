"""How the time was spent, what lowered the delivery figure and what would raise it: the sum of `pace`, told in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.interview.clock import minutes
from interviewcoach.interview.framework import PhasePlan
from interviewcoach.interview.pace import CLOSE, ENOUGH, FIT, PROMPT, START, PhasePace, is_closed, pace, promptness
from interviewcoach.interview.state import State
from interviewcoach.scoring.scorecard import figure

TOLD = 3  # losses that are named; the rest is one sum


class Loss(NamedTuple):
    points: float
    what: str
    mend: str


def spent(state: State) -> str:
    """The working time; a mock also owns to having been left, because it has no pause."""
    breaks = [one for one in state.breaks if one.why == "stopped" and one.end is not None]
    away = sum((one.end or one.start) - one.start for one in breaks)
    return minutes(state.active) + (f", interrupted for {minutes(away)}" if state.mock and breaks else "")


def delivery_told(state: State) -> str:
    """One line; "" where the time was not graded."""
    told = pace(state)
    if told.delivery is None:
        return ""
    losses = sorted((loss for loss in _losses(state) if loss.points), key=lambda loss: -loss.points)
    about = "Delivery is how the time was used, a twentieth of the grade"
    lost = 100 - figure(told.delivery)
    if not lost:
        return f"{about}: nothing was lost."
    shares = _whole([loss.points for loss in losses], lost)
    named = [f"{loss.what} (−{share})" for loss, share in zip(losses, shares, strict=True) if share][:TOLD]
    if rest := sum(shares[TOLD:]):
        named.append(f"smaller losses (−{rest})")
    return f"{about}. Lowered by: {', '.join(named)}. Next time: {losses[0].mend}."


def conduct_told(state: State, card: Mapping[str, Any]) -> str:
    """What the card tells of the sitting beside the answer: how the time was used, and what came up and was left standing."""
    return " ".join(filter(None, (delivery_told(state), unanswered(state, card))))


def unanswered(state: State, card: Mapping[str, Any]) -> str:
    """Who says nothing to what comes up may still have dealt with it in the answer: how far is told with it."""
    up = state.curveball
    if up is None or any(reply.to == up.id for reply in state.replies):
        return ""
    asked = [one["tier"] for one in card["criteria"] if one["id"] in up.criteria]
    shown = sum(1 for tier in asked if tier)
    rest = f" Of its {len(asked)} criteria the answer shows {shown or 'none'}." if asked else ""
    return f"What came up got no reply: “{up.says}”{rest}"


def _whole(points: Sequence[float], total: int) -> list[int]:
    """The points in whole numbers that add up to the total: who adds them up gets to the figure that is shown."""
    shares = [int(each) for each in points]
    by_rest = sorted(range(len(points)), key=lambda i: shares[i] - points[i])
    for i in by_rest[: max(0, total - sum(shares))]:
        shares[i] += 1
    return shares


def _losses(state: State) -> Iterator[Loss]:
    told, plan = pace(state), state.setup.plan
    for phase in told.phases:
        given = state.limits.get(phase.phase, phase.planned)  # with what it was given on top, as the clock has shown it
        yield _of_phase(phase, given, plan.of(phase.phase), FIT * (1 - phase.fit) * phase.planned / plan.total)
    first = told.first_words
    late = "no words came" if first is None else f"the first words came after {minutes(first)}"
    yield Loss(START * (1 - promptness(first)), late, f"write a first line within {minutes(PROMPT)}")
    if not is_closed(told.phases):
        yield Loss(CLOSE, "the wrap-up holds no words", "write a few lines of wrap-up")


def _of_phase(phase: PhasePace, given: int, plan: PhasePlan, points: float) -> Loss:
    title = PHASE_TITLES[phase.phase]
    if phase.used > plan.most:
        return Loss(points, f"{title} took {minutes(phase.used)}", f"leave {title} by {minutes(plan.most)}")
    what = f"{title} was skipped" if phase.skipped else f"{title} got only {minutes(phase.used)} of {minutes(given)}"
    return Loss(points, what, f"stay {minutes(round(plan.least * ENOUGH))} or longer in {title}")
