"""What a problem, a rubric and the lexicon hold: frozen, and strict about names and types."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints

from interviewcoach.content.ids import AxisId, LevelId, PhaseId, Severity

SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
Slug = Annotated[str, StringConstraints(pattern=SLUG.pattern, max_length=60)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
Whole = Annotated[int, Strict()]  # as a number, which `true` and a quoted one are not
Real = Annotated[float, Strict()]
Text = Annotated[str, StringConstraints(min_length=1, max_length=20000)]


class Frozen(BaseModel):
    """Strict base: an unknown field is an error, and nothing changes after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, defer_build=True)


# --- curriculum -----------------------------------------------------------------------------------------


class CurriculumPhase(Frozen):
    number: Whole
    title: Line
    about: Line
    why: Line = ""


class CurriculumEntry(Frozen):
    number: Whole
    phase: Whole
    slug: Slug
    title: Line
    skills: tuple[Slug, ...] = Field(min_length=1)
    like: tuple[Line, ...] = ()
    prepares_for: tuple[Slug, ...] = ()


class Curriculum(Frozen):
    phases: tuple[CurriculumPhase, ...] = Field(min_length=1)
    problems: tuple[CurriculumEntry, ...] = Field(min_length=1)
    skills: dict[Slug, Line] = Field(default_factory=dict)


# --- problem --------------------------------------------------------------------------------------------


class Known(Frozen):
    """Something the interviewer can answer."""

    topic: Line
    ask: tuple[Line, ...] = Field(min_length=1)
    answer: Line
    facts: dict[str, str | int | float] = Field(default_factory=dict)


class Unknown(Frozen):
    """Something the interviewer wants the candidate to assume, and to say so."""

    topic: Line
    ask: tuple[Line, ...] = Field(min_length=1)
    answer: Line = "I'd leave that to you: make an assumption and say it."


class Interviewer(Frozen):
    knows: tuple[Known, ...]
    unknown: tuple[Unknown, ...] = ()


class Requirements(Frozen):
    functional: tuple[Line, ...] = Field(min_length=1)
    non_functional: tuple[Line, ...] = Field(min_length=1)
    out_of_scope: tuple[Line, ...] = Field(min_length=1)


class Judge(Frozen):
    id: Slug
    line: Line
    within: Real = Field(gt=1)
    why: Line


class Estimate(Frozen):
    lines: tuple[Line, ...] = Field(min_length=1)
    judge: tuple[Judge, ...] = Field(min_length=1)


class DiagramPath(Frozen):
    path: tuple[Line, ...] = Field(min_length=2)
    why: Line


class PhaseSheet(Frozen):
    prompt: Line
    checklist: tuple[Line, ...] = Field(min_length=3, max_length=6)


class PhaseSheets(Frozen):
    requirements: PhaseSheet
    high_level: PhaseSheet
    deep_dive: PhaseSheet
    wrap_up: PhaseSheet

    def of(self, phase: str) -> PhaseSheet:
        sheet = getattr(self, phase)
        assert isinstance(sheet, PhaseSheet)
        return sheet


class Curveball(Frozen):
    id: Slug
    after: PhaseId = "high_level"
    says: Line
    criteria: tuple[Slug, ...] = Field(min_length=1)


class Expectations(Frozen):
    mid: Line
    senior: Line
    staff: Line


class Reading(Frozen):
    title: Line
    url: Line


class Problem(Frozen):
    slug: Slug
    statement: Text
    interviewer: Interviewer
    requirements: Requirements
    estimate: Estimate
    diagram: Text
    diagram_must: tuple[DiagramPath, ...] = Field(min_length=1)
    phases: PhaseSheets
    curveballs: tuple[Curveball, ...]
    expectations: Expectations
    reading: tuple[Reading, ...]


# --- rubric ---------------------------------------------------------------------------------------------

Clauses = tuple[Line, ...]


class Example(Frozen):
    """A sentence that must reach a tier; `tier: 2` is what a bare string means."""

    text: Line
    tier: Whole = Field(default=2, ge=1, le=3)


class ProbeWhen(Frozen):
    said: Line
    ask: Line


class Criterion(Frozen):
    id: Slug
    claim: Line
    phase: PhaseId
    skill: Slug | None = None
    axis: AxisId | None = None
    level: LevelId = "mid"
    weight: Real = Field(default=2, gt=0, le=5)
    essential: bool = False
    kind: Literal["design", "decision"] = "design"
    say: Clauses = Field(min_length=1)
    show: Clauses = ()
    explain: Clauses = ()
    deepen: Clauses = ()
    unless: Clauses = ()
    probe: Line
    probe_when: tuple[ProbeWhen, ...] = ()
    hint: Line
    versus: tuple[Line, ...] = ()
    learn: tuple[Line, ...] = Field(min_length=1)
    yes: tuple[Line | Example, ...]
    no: tuple[Line, ...]

    def examples(self) -> tuple[Example, ...]:
        return tuple(y if isinstance(y, Example) else Example(text=y) for y in self.yes)


class RedFlag(Frozen):
    id: Slug
    claim: Line
    why: Line
    severity: Severity = "serious"
    skill: Slug | None = None
    refutes: tuple[Slug, ...] = ()  # criteria that nobody has shown who says this
    say: Clauses = Field(min_length=1)
    anywhere: Clauses = ()
    unless: Clauses = ()
    unless_anywhere: Clauses = ()
    yes: tuple[Line, ...] = Field(min_length=1)
    no: tuple[Line, ...] = Field(min_length=1)


class Group(Frozen):
    """Any `most` of these are enough: further ones earn nothing."""

    id: Slug
    of: tuple[Slug, ...] = Field(min_length=2)
    most: Whole = Field(ge=1)


class Rubric(Frozen):
    problem: Slug
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    red_flags: tuple[RedFlag, ...] = ()
    groups: tuple[Group, ...] = ()


class FrameworkPhase(Frozen):
    id: PhaseId
    title: Line
    least: Whole
    most: Whole
    covers: tuple[Line, ...]


class Framework(Frozen):
    """What every good interview shows, whatever the problem."""

    phases: tuple[FrameworkPhase, ...] = Field(min_length=4, max_length=4)
    criteria: tuple[Criterion, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()


# --- lexicon --------------------------------------------------------------------------------------------


class Concept(Frozen):
    kind: Literal["solution", "hazard", "property", "term"] = "term"
    means: Line = ""
    say: Clauses = ()
    includes: tuple[Slug, ...] = ()
    shares: tuple[Slug, ...] = ()


class LexiconFile(Frozen):
    area: Slug
    concepts: dict[Slug, Concept] = Field(min_length=1)
