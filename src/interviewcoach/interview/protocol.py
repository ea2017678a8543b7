"""The two strangers a sitting meets: the interviewer who talks and the assessor who scores.

This module is only words that both sides share: plain frozen data and two protocols. The coach hands in a
`Situation` or a `Submission`, gets data back, and records what happened as events. Nothing here knows a
clock, a file or a screen, and every method is pure: the same object, asked the same thing in the same
situation, gives the same reply, so that a sitting replayed from its events gives the same probes and score.

What is recorded is the reply itself (its words, not only its id). A transcript therefore still shows what was
said when the problem's content has changed since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeAlias

from interviewcoach.content import ids

PhaseId: TypeAlias = ids.PhaseId
Level: TypeAlias = ids.LevelId
Mode: TypeAlias = Literal["practice", "mock"]
Verdict: TypeAlias = ids.VerdictId

PHASES, LEVELS, VERDICTS = ids.PHASE_IDS, ids.LEVEL_IDS, ids.VERDICT_IDS
HINT_CREDIT = (1.0, 0.8, 0.6, 0.4)
"""What a criterion can still earn after that many steps of help."""
LAST_HINT = len(HINT_CREDIT) - 1


@dataclass(frozen=True)
class Answer:
    """What the interviewer says to one question; one line of the candidate may hold several questions.

    kind: "known" (the problem says so), "unknown" (make an assumption and say it), "declined" (asks for the
    solution). `topic` is None unless known, and for small talk. `facts` are worksheet lines by name: {"new": "100M links/month"}.
    """

    question: str
    answer: str
    kind: Literal["known", "unknown", "declined"] = "known"
    topic: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Probe:
    """One question about one gap. `id` stays the same across sittings and versions, so that none comes twice;
    `quote` is the candidate's own wording that it hangs on, "" where there is none."""

    id: str
    criterion: str
    text: str
    quote: str = ""


@dataclass(frozen=True)
class Hint:
    """Step 1 asks, 2 nudges towards an answer (the other way round where it was asked before), 3 gives the idea away.

    `credit` is what the criterion can still earn: 0.8, 0.6, 0.4.
    """

    criterion: str
    step: int
    text: str
    credit: float

    def __post_init__(self) -> None:
        if not 1 <= self.step <= LAST_HINT:
            raise ValueError(f"a hint has a step of 1 to {LAST_HINT}")


@dataclass(frozen=True)
class Curveball:
    """What comes up halfway through a mock, an incident or a new demand, scored by the criteria it names."""

    id: str
    says: str
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True)
class Why:
    """A question for a reason after a bare mention ("why this, and not ...?"); at most one a phase."""

    id: str
    criterion: str
    text: str


@dataclass(frozen=True)
class Reply:
    """What the candidate said to a probe, a curveball or a why; `to` is the id of that question.

    `criterion` is the criterion behind a probe or a why, "" for a curveball (its criteria are its own).
    """

    to: str
    text: str
    criterion: str = ""


@dataclass(frozen=True)
class Situation:
    """Everything an interviewer may look at before speaking.

    answer: the answer document so far (Markdown with the four headings).
    probes: ids asked in this sitting, in order.
    recent_probes: ids asked in the last three sittings of the problem.
    hints: the highest step taken so far by criterion; whys: (phase, id) of each why asked.
    half_over: half of the phase's time has passed, or the candidate is about to leave it.
    """

    phase: PhaseId
    mode: Mode
    level: Level
    seed: int
    answer: str
    worksheet: str = ""
    questions: tuple[str, ...] = ()
    probes: tuple[str, ...] = ()
    recent_probes: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    hints: Mapping[str, int] = field(default_factory=dict)
    whys: tuple[tuple[PhaseId, str], ...] = ()
    curveball: str | None = None
    half_over: bool = False


class Interviewer(Protocol):
    """The interviewer of one problem, made once per sitting.

    Every method is pure, quick (probe under 5 ms) and never raises on anything a candidate may type. None
    means: nothing worth saying. How often each may be called is the session's business (at most five probes a
    sitting, one why a phase, one curveball and only in a mock, hints only in practice): an interviewer need
    not count. What was already said is in the situation and must not be said again.
    """

    def ask(self, question: str, situation: Situation) -> tuple[Answer, ...]:
        """An answer per question found in the line; at least one for any text that is not blank."""
        ...

    def probe(self, situation: Situation) -> Probe | None:
        """The question about the most valuable gap, never about what is already shown."""
        ...

    def hint(self, situation: Situation) -> Hint | None:
        """The next step of help for the most valuable gap of the situation's phase."""
        ...

    def curveball(self, situation: Situation) -> Curveball | None:
        """What comes up, as the situation's seed picks it, if its time has come."""
        ...

    def why(self, situation: Situation) -> Why | None:
        """A question for the reason behind something the candidate only mentioned in this phase."""
        ...


@dataclass(frozen=True)
class Submission:
    """What is handed in when a sitting ends, complete enough to be scored again years later.

    delivery: 0-100 from the pace, None where the sitting was not timed. `hints` as in Situation.
    """

    problem: str
    level: Level
    answer: str
    worksheet: str = ""
    questions: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    hints: Mapping[str, int] = field(default_factory=dict)
    curveball: str | None = None
    delivery: float | None = None

    def __post_init__(self) -> None:
        if not all(0 <= step <= LAST_HINT for step in self.hints.values()):
            raise ValueError(f"a hint has a step of 1 to {LAST_HINT}")
        if self.delivery is not None and not 0 <= self.delivery <= 100:
            raise ValueError("delivery is a figure from 0 to 100")


Scorecard: TypeAlias = Mapping[str, Any]
"""A scorecard in the JSON form that every command prints: problem, level, overall, verdict, axes, ..."""


class Assess(Protocol):
    """Scores a submission. Pure: the same submission and content give the same scorecard."""

    def __call__(self, submission: Submission) -> Scorecard: ...
