"""What is known of a criterion or a mistake besides its wordings: plain data, so that a compiled rubric can be kept and read
again without the models that checked it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interviewcoach.content.ids import AxisId, LevelId, PhaseId, Severity
    from interviewcoach.content.models import Criterion, RedFlag


@dataclass(frozen=True, slots=True)
class CriterionFacts:
    id: str
    claim: str
    phase: PhaseId
    skill: str | None
    axis: AxisId | None
    level: LevelId
    weight: float
    essential: bool
    probe: str
    tied_probes: tuple[str, ...]  # asked where the candidate's words give the occasion
    hint: str
    versus: tuple[str, ...]
    learn: tuple[str, ...]
    example: str  # how one can say it with its mechanism, the fullest of the rubric's own


@dataclass(frozen=True, slots=True)
class MistakeFacts:
    id: str
    claim: str
    why: str
    severity: Severity
    skill: str | None
    refutes: tuple[str, ...]  # criteria that are named at most where this is claimed


def facts_of(criterion: Criterion) -> CriterionFacts:
    made = ("tied_probes", "example")
    plain = {field.name: getattr(criterion, field.name) for field in fields(CriterionFacts) if field.name not in made}
    tied = tuple(when.ask for when in criterion.probe_when)
    return CriterionFacts(**plain, tied_probes=tied, example=_example_of(criterion))


def _example_of(criterion: Criterion) -> str:
    explained = [one for one in criterion.examples() if one.tier >= 2]
    plainest = min((one.tier for one in explained), default=0)  # depth is left to the candidate
    return max((one.text for one in explained if one.tier == plainest), key=len, default="")


def facts_of_mistake(flag: RedFlag) -> MistakeFacts:
    return MistakeFacts(**{field.name: getattr(flag, field.name) for field in fields(MistakeFacts)})
