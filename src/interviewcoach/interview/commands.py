"""What can be asked of a sitting. Commands that carry an interviewer's words record what was already said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from interviewcoach.interview.framework import MINUTE
from interviewcoach.interview.protocol import Answer, Curveball, Hint, PhaseId, Probe, Reply, Verdict, Why


@dataclass(frozen=True)
class Begin:
    """The briefing is read: the first phase starts."""


@dataclass(frozen=True)
class Next:
    """On to the next phase."""


@dataclass(frozen=True)
class Back:
    """Back to the phase before (practice)."""


@dataclass(frozen=True)
class Go:
    """Straight to a phase, as when the rail is clicked; in a mock only to the next one."""

    phase: PhaseId


@dataclass(frozen=True)
class Pause:
    """Stop the clock (practice)."""


@dataclass(frozen=True)
class Resume:
    """Let the clock run again."""


@dataclass(frozen=True)
class Extend:
    """More time for this phase, up to the most its range allows (practice)."""

    by: int = 2 * MINUTE


@dataclass(frozen=True)
class End:
    """Hand in."""


@dataclass(frozen=True)
class Abandon:
    """Give the sitting up; its text stays readable, it is not scored."""


@dataclass(frozen=True)
class Stop:
    """The window closes on an unfinished sitting, which can be reopened later."""


@dataclass(frozen=True)
class Reopen:
    """An unfinished sitting is taken up again: what passed since it was last seen is nobody's working time."""


@dataclass(frozen=True)
class Tick:
    """Nothing but time has passed."""


@dataclass(frozen=True)
class OpenEditor:
    """$EDITOR takes the terminal: ticks stop although the candidate works."""


@dataclass(frozen=True)
class CloseEditor:
    """$EDITOR has given the terminal back."""


@dataclass(frozen=True)
class Write:
    """The whole text of one part (a phase id, "worksheet", "notes" or "saying") as it now stands."""

    part: str
    text: str


@dataclass(frozen=True)
class RecordAnswers:
    """A question was put and answered."""

    question: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class RecordProbe:
    probe: Probe


@dataclass(frozen=True)
class RecordReply:
    """The candidate replied to a probe, the curveball or a why."""

    reply: Reply


@dataclass(frozen=True)
class RecordHint:
    hint: Hint


@dataclass(frozen=True)
class RecordCurveball:
    curveball: Curveball


@dataclass(frozen=True)
class RecordWhy:
    why: Why


@dataclass(frozen=True)
class Predict:
    """The candidate's guess after the last phase, before the scorecard: a verdict and any axes (0-100)."""

    verdict: Verdict
    axes: Mapping[str, int] = field(default_factory=dict)


Command: TypeAlias = (
    Begin | Next | Back | Go | Pause | Resume | Extend | End | Abandon | Stop | Reopen | Tick | OpenEditor
    | CloseEditor | Write | RecordAnswers | RecordProbe | RecordReply | RecordHint | RecordCurveball | RecordWhy
    | Predict
)  # fmt: skip
