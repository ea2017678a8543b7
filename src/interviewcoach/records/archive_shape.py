"""What a line of an export may hold. A file to import may come from anybody: everything is bounded and typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from interviewcoach.interview.protocol import Level, Mode, PhaseId, Submission, Verdict
from interviewcoach.interview.shape import build
from interviewcoach.interview.state import Status
from interviewcoach.records.card_shape import LONGEST_TEXT, CardBody, Name, Score, Slug, Text, reach
from interviewcoach.records.rows import LONGEST_REMARK, LONGEST_TAG, LONGEST_TITLE

LAST_MOMENT = 32_503_680_000_000  # the year 3000: later days have no name on every machine
LONGEST_DOCUMENT = 4 * LONGEST_TEXT + 1000

Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-z]{4,32}$")]
Millis = Annotated[int, Field(ge=0, lt=2**53)]
When = Annotated[int, Field(ge=0, lt=LAST_MOMENT)]
Tag = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TAG)]


class Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)


def _shaped(check: Callable[[Any], object]) -> AfterValidator:
    """Data that keep every field and its place, for they are exported again as they came, once `check` has nothing against."""

    def checked(data: dict[str, Any]) -> dict[str, Any]:
        check(data)
        return data

    return AfterValidator(checked)


class Header(Strict):
    format: Literal["interviewcoach-export"]
    version: Annotated[int, Field(ge=1)]
    settings: Annotated[dict[Name, Any], Field(max_length=500)]


class Footer(Strict):
    sittings: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Pace(Strict):
    """See `keeping.pace_figures`."""

    delivery: Score | None = None
    used: dict[PhaseId, Millis] = {}
    planned: dict[PhaseId, Millis] = {}
    over: dict[PhaseId, Millis] = {}
    skipped: Annotated[list[PhaseId], Field(max_length=10)] = []
    first_words: Millis | None = None
    pauses: Millis = 0
    stopped: Millis = 0


class Prediction(Strict):
    verdict: Verdict
    axes: Annotated[dict[Name, Annotated[int, Field(ge=0, le=100)]], Field(max_length=20)]


class Row(Strict):
    id: Id
    problem: Slug
    mode: Mode
    level: Level
    seed: Annotated[int, Field(ge=-(2**62), le=2**62)]
    timed: bool
    content_version: Name
    title: Annotated[str, StringConstraints(max_length=LONGEST_TITLE)]
    status: Status
    phase: PhaseId | None
    started: When
    seen: When
    active: Millis
    planned: Millis | None
    words: Annotated[int, Field(ge=0, lt=2**31)]
    pace: Annotated[dict[str, Any], _shaped(Pace.model_validate)] | None
    prediction: Annotated[dict[str, Any], _shaped(Prediction.model_validate)] | None
    card: Id | None


class Event(Strict):
    at: When
    kind: Annotated[str, StringConstraints(max_length=40)]
    body: dict[str, Any]


class Draft(Strict):
    part: Name
    at: When
    text: Text


class Transcript(Strict):
    document: Annotated[str, StringConstraints(max_length=LONGEST_DOCUMENT)]
    submission: Annotated[dict[str, Any], _shaped(partial(build, Submission))]


class Card(Strict):
    id: Id
    made: When
    body: Annotated[dict[str, Any], _shaped(CardBody.model_validate)]


class Remark(Strict):
    id: Id
    at: When
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
        about = {card.body["problem"] for card in self.cards} | {self.events[0].body.get("problem")}
        if self.transcript:
            about.add(self.transcript.submission["problem"])
            if any(reach(card.body) > len(self.transcript.document) for card in self.cards):
                raise ValueError("a scorecard quotes more than was handed in")
        if about != {self.sitting.problem}:
            raise ValueError("its parts are about different problems")
        return self
