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


@dataclass(frozen=True, slots=True)
class MistakeFacts:
    id: str
    claim: str
    why: str
    severity: Severity
    skill: str | None


def facts_of(criterion: Criterion) -> CriterionFacts:
    plain = {field.name: getattr(criterion, field.name) for field in fields(CriterionFacts) if field.name != "tied_probes"}
    return CriterionFacts(**plain, tied_probes=tuple(when.ask for when in criterion.probe_when))


def facts_of_mistake(flag: RedFlag) -> MistakeFacts:
    return MistakeFacts(**{field.name: getattr(flag, field.name) for field in fields(MistakeFacts)})
