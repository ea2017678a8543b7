"""A sitting as documents: the answer to score, the submission, and the timeline to step through."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.interview import events as ev
from interviewcoach.interview.pace import pace
from interviewcoach.interview.protocol import PHASES, Submission
from interviewcoach.interview.state import State, evolve, hint_steps, opened

_TOO_HIGH = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|^(?P<signs> {0,3}#{1,2})(?=[ \t])",
    re.MULTILINE | re.DOTALL,
)
_PHASE = re.compile(
    rf"^ {{0,3}}#{{1,6}}[ \t]+({'|'.join(map(re.escape, PHASE_TITLES.values()))})[ \t]*$", re.MULTILINE | re.IGNORECASE
)


def document(state: State) -> str:
    """The answer document: Markdown under the four headings, each present even when nothing was written."""
    parts = (f"## {PHASE_TITLES[phase]}\n\n{_lowered(state.texts.get(phase, ''))}".rstrip() for phase in PHASES)
    return "\n\n".join(parts) + "\n"


def _lowered(text: str) -> str:
    """A box's own headings stand below the phase's, as otherwise what follows them were no longer of that phase; but who pastes
    a whole answer with its headings into one box means the phases."""
    text = text.strip()
    if len({title.lower() for title in _PHASE.findall(text)}) > 1:
        return text
    return _TOO_HIGH.sub(lambda found: f"{found[0]}##" if found["signs"] else found[0], text)


def submission(state: State) -> Submission:
    """Everything of a sitting that earns or costs credit."""
    return Submission(
        problem=state.setup.problem, level=state.setup.level, answer=document(state),
        worksheet=state.texts.get("worksheet", ""),
        questions=tuple(asked.question for asked in state.questions), replies=state.replies,
        hints=hint_steps(state), curveball=state.curveball.id if state.curveball else None,
        delivery=pace(state).delivery,
    )  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """One entry of the timeline: what happened, after how much working time, and the sitting as it was then."""

    event: ev.Event
    active: int
    state: State


def timeline(events: Iterable[ev.Event]) -> list[Moment]:
    """Every event with the state right after it, for stepping through a sitting as it was typed."""
    moments: list[Moment] = []
    state: State | None = None
    for event in events:
        if state is None and isinstance(event, ev.Started):
            state = opened(event)
        elif state is not None:
            state = evolve(state, event)
        else:
            raise ValueError("a sitting's first event must say how it started")
        moments.append(Moment(event, state.active, state))
    return moments
