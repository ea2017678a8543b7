"""What a scorecard from another machine must hold: every field that some reader relies on. More fields are welcome."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from interviewcoach.interview.protocol import Level, PhaseId, Verdict

LONGEST_TEXT = 1_000_000
MOST = 100_000

Name = Annotated[str, StringConstraints(max_length=200)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
Score = Annotated[float, Field(ge=0, le=100)]
Tier = Annotated[int, Field(ge=0, le=3)]
Points = Annotated[float, Field(ge=0, le=1_000_000)]
Offset = Annotated[int, Field(ge=0, lt=2**31)]


class Open(BaseModel):
    model_config = ConfigDict(strict=True, extra="allow", frozen=True, allow_inf_nan=False)


class Place(Open):
    """Some words of the answer, by their offsets."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _forwards(self) -> Place:
        if self.end < self.start:
            raise ValueError("a span ends before it starts")
        return self


class Span(Place):
    why: Text


Spans = Annotated[list[Span], Field(max_length=MOST)]
Texts = Annotated[list[Text], Field(max_length=MOST)]


class Criterion(Open):
    id: Name
    claim: Text
    skill: Name | None
    phase: PhaseId
    axis: Name
    tier: Tier
    points: Points
    of: Points
    spans: Spans
    next: Text
    probe: Text
    learn: Texts = []
    credit: Annotated[float, Field(ge=0, le=1)] = 1.0
    rejected: bool = False
    replied: Text = ""


class Flag(Open):
    id: Name
    claim: Text
    why: Text
    severity: Name
    sure: bool = True
    spans: Spans


class Sum(Open):
    span: Place
    said: Text
    right: Text = Field(alias="is")
    off_by: float
    ok: bool


class Slip(Place):
    read_as: Name


class NextBand(Open):
    band: Verdict
    criteria: Texts
    flags: Texts = []
    needs: Texts = []


class CardBody(Open):
    problem: Slug
    level: Level
    overall: Score
    verdict: Verdict
    verdicts: dict[Level, Verdict]
    axes: dict[Name, Score | None]
    phases: dict[Name, Score | None]
    skills: dict[Name, Tier]
    criteria: Annotated[list[Criterion], Field(max_length=MOST)]
    red_flags: Annotated[list[Flag], Field(max_length=MOST)]
    arithmetic: Annotated[list[Sum], Field(max_length=MOST)]
    to_next_band: NextBand | None
    content_version: Name
    gates: Texts = []
    corrections: Annotated[list[Slip], Field(max_length=MOST)] = []
    about: Text


def reach(card: Mapping[str, Any]) -> int:
    """How long the answer must be for every span of a sound card to lie in it."""
    ends = [span["end"] for entry in (*card["criteria"], *card["red_flags"]) for span in entry["spans"]]
    return max((*ends, *(one["span"]["end"] for one in card["arithmetic"])), default=0)
