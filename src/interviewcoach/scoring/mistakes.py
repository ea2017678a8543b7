"""What is wrong in an answer: how grave its mistakes are together, and what they take from each phase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from interviewcoach.content.ids import PHASE_IDS, Severity
from interviewcoach.scoring.compiled import CompiledRubric
from interviewcoach.scoring.evidence import Evidence, Hit, Shown
from interviewcoach.scoring.scorecard import SumShown
from interviewcoach.scoring.weights import Weights, on_curve


def gravity_of(rubric: CompiledRubric, evidence: Evidence, sums: Iterable[SumShown], weights: Weights) -> float:
    """How grave the mistakes are together: red flags, needed things declined, sums off tenfold."""
    total = sum(grave for grave, _ in _mistakes(rubric, evidence, weights))
    total += weights.gravity["slip"] * min(3, len(slips_of(sums)))
    return total * min(1.0, weights.long / max(1, evidence.words))


def lapses_of(rubric: CompiledRubric, evidence: Evidence, weights: Weights) -> int:
    """How many claims are half wrong and nothing worse."""
    return sum(1 for severity, _ in _claims(rubric, evidence, weights) if severity == "lapse")


def cost_of(gravity: float, lapses: int, weights: Weights) -> float:
    """What the mistakes take from the grade: by their gravity together, and lapses by their number."""
    return on_curve(weights.mistakes, gravity) + on_curve(weights.lapses, lapses)


def slips_of(sums: Iterable[SumShown]) -> list[SumShown]:
    """Sums that are off by orders."""
    return [one for one in sums if not one.ok and one.off_by >= 8]


def _mistakes(rubric: CompiledRubric, evidence: Evidence, weights: Weights) -> Iterator[tuple[float, list[Hit]]]:
    """The gravity of each mistake and where it is told."""
    for severity, hits in _claims(rubric, evidence, weights):
        grave = weights.gravity[severity]
        yield grave * weights.repeated if is_repeated(hits) else grave, hits
    for shown in evidence.shown.values():
        if is_denied(shown):
            yield weights.gravity["denial"], shown.denied


def _claims(rubric: CompiledRubric, evidence: Evidence, weights: Weights) -> Iterator[tuple[Severity, list[Hit]]]:
    """The wrong claims. Words are one claim, the gravest they raise, however many flags they raise."""
    raised = [(f.source.severity, evidence.flags[f.source.id]) for f in rubric.flags if f.source.id in evidence.flags]
    counted: list[Hit] = []
    for severity, hits in sorted(raised, key=lambda one: -weights.gravity[one[0]]):
        fresh = [hit for hit in hits if not any(hit.start < other.end and other.start < hit.end for other in counted)]
        if fresh:
            yield severity, fresh
        counted += fresh


def sure_of(evidence: Evidence, gravity: float, weights: Weights) -> frozenset[str]:
    """The flags that are told as mistakes; the others may be words taken amiss. Where many mistakes stand, each is one."""
    if gravity >= weights.pattern:
        return frozenset(evidence.flags)
    return frozenset(name for name, hits in evidence.flags.items() if is_repeated(hits))


def is_repeated(hits: Sequence[Hit]) -> bool:
    """Whether a mistake is told twice, or in words that more than one of its wordings know."""
    return len(hits) > 1 or hits[0].tier > 1


class Spoilt(NamedTuple):
    """What mistakes take from a phase."""

    by_all: float  # wherever they are told: a share of what they cost together
    by_its_own: float  # by those that are told in it


def spoilt_by(
    rubric: CompiledRubric, evidence: Evidence, sums: Iterable[SumShown], cost: float, weights: Weights
) -> dict[str, Spoilt]:
    """What mistakes take from each phase."""
    told: dict[str, float] = dict.fromkeys(PHASE_IDS, 0.0)
    places = [(grave, {hit.phase for hit in hits}) for grave, hits in _mistakes(rubric, evidence, weights)]
    places += [(weights.gravity["slip"], {evidence.phase_at(one.span["start"])}) for one in slips_of(sums)]
    for grave, phases in places:
        for phase in phases & told.keys():
            told[phase] += grave
    here = weights.spoils_here * min(1.0, sum(grave for grave, _ in places) / weights.pattern)
    return {
        phase: Spoilt(cost * weights.spoils[phase], here * min(1.0, told[phase] / weights.gravity["fatal"]))
        for phase in PHASE_IDS
    }


def is_denied(shown: Shown) -> bool:
    return bool(shown.denied) and shown.tier == 0
