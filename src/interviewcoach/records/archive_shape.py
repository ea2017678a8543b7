"""What a line of an export may hold. A file to import may come from anybody: everything is bounded and typed."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from interviewcoach.records.store import LONGEST_REMARK, LONGEST_TAG, LONGEST_TITLE

LONGEST_TEXT = 1_000_000
LONGEST_DOCUMENT = 4 * LONGEST_TEXT + 1000

Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-z]{4,32}$")]
Name = Annotated[str, StringConstraints(max_length=200)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)]
Millis = Annotated[int, Field(ge=0, lt=2**53)]
Level = Literal["mid", "senior", "staff"]
Verdict = Literal["no_hire", "lean_no_hire", "lean_hire", "hire", "strong_hire"]
Tag = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TAG)]
Score = Annotated[float, Field(ge=0, le=100)]


class Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)


class Header(Strict):
    format: Literal["interviewcoach-export"]
    version: Annotated[int, Field(ge=1)]
    settings: Annotated[dict[Name, Any], Field(max_length=500)]


class Footer(Strict):
    sittings: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Row(Strict):
    id: Id
    problem: Slug
    mode: Literal["practice", "mock"]
    level: Level
    seed: Annotated[int, Field(ge=-(2**62), le=2**62)]
    timed: bool
    content_version: Name
    title: Annotated[str, StringConstraints(max_length=LONGEST_TITLE)]
    status: Literal["briefing", "running", "paused", "ended", "abandoned"]
    phase: Literal["requirements", "high_level", "deep_dive", "wrap_up"] | None
    started: Millis
    seen: Millis
    active: Millis
    planned: Millis | None
    words: Annotated[int, Field(ge=0, lt=2**31)]
    pace: dict[str, Any] | None
    prediction: dict[str, Any] | None
    card: Id | None


class Event(Strict):
    at: Millis
    kind: Annotated[str, StringConstraints(max_length=40)]
    body: dict[str, Any]


class Draft(Strict):
    part: Name
    at: Millis
    text: Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


class Transcript(Strict):
    document: Annotated[str, StringConstraints(max_length=LONGEST_DOCUMENT)]
    submission: dict[str, Any]


class CardBody(BaseModel):
    """What every reader of a scorecard relies on; more fields are welcome."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True, allow_inf_nan=False)

    problem: Slug
    level: Level
    overall: Score
    verdict: Verdict
    verdicts: dict[Level, Verdict]
    axes: dict[Name, Score | None]
    phases: dict[Name, Score | None]
    skills: dict[Name, Annotated[int, Field(ge=0, le=3)]]
    content_version: Name


class Card(Strict):
    id: Id
    made: Millis
    body: dict[str, Any]

    @model_validator(mode="after")
    def _readable(self) -> Card:
        CardBody.model_validate(self.body)
        return self


class Remark(Strict):
    id: Id
    at: Millis
    author: Annotated[str, StringConstraints(max_length=LONGEST_TITLE)]
    text: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_REMARK)]


class Line(Strict):
    """One sitting with all its parts."""

    sitting: Row
    events: Annotated[list[Event], Field(min_length=1, max_length=200_000)]
    drafts: Annotated[list[Draft], Field(max_length=10)]
    transcript: Transcript | None
    cards: Annotated[list[Card], Field(max_length=1000)]
    remarks: Annotated[list[Remark], Field(max_length=10_000)]
    tags: Annotated[list[Tag], Field(max_length=500)]

    @model_validator(mode="after")
    def _belongs_together(self) -> Line:
        if self.sitting.card is not None and self.sitting.card not in {card.id for card in self.cards}:
            raise ValueError("the scorecard that counts is missing")
        if any(card.body["problem"] != self.sitting.problem for card in self.cards):
            raise ValueError("a scorecard is about another problem")
        return self
