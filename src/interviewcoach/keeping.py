"""Between a sitting's events and its record: what is stored of a state, and a state from what was stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from interviewcoach.errors import CoachError
from interviewcoach.interview import events as ev
from interviewcoach.interview.clock import clock
from interviewcoach.interview.pace import pace
from interviewcoach.interview.plain import words_in
from interviewcoach.interview.protocol import PHASES, Submission
from interviewcoach.interview.shape import build, plain
from interviewcoach.interview.state import State, replay
from interviewcoach.interview.transcript import document, submission
from interviewcoach.records import Opening, Progressed, StoredEvent, StoredSitting


def opening_of(sitting: str, started: ev.Started) -> Opening:
    return Opening(
        sitting, started.problem, started.mode, started.level, started.seed, started.plan.timed,
        started.content_version, started.at,
    )  # fmt: skip


def progressed(state: State) -> Progressed:
    """What lists show of a sitting. The pace is worked out once, at its end."""
    return Progressed(
        status=state.status, phase=state.phase, seen=state.at, active=state.active,
        planned=sum(state.limits.values()) if state.limits else None,
        words=sum(words_in(state.texts.get(phase, "")) for phase in PHASES),
        pace=None if state.unfinished else pace_figures(state),
        prediction=None if state.prediction is None else {
            "verdict": state.prediction.verdict, "axes": dict(state.prediction.axes)},
    )  # fmt: skip


def pace_figures(state: State) -> dict[str, Any]:
    """The pace as it is kept for progress: times by phase in milliseconds."""
    told = pace(state)
    return {
        "delivery": told.delivery,
        "used": {entry.phase: entry.used for entry in told.phases},
        "planned": {entry.phase: entry.planned for entry in told.phases},
        "over": {entry.phase: entry.over for entry in told.phases},
        "skipped": [entry.phase for entry in told.phases if entry.skipped],
        "first_words": told.first_words, "pauses": told.pauses, "stopped": told.stopped,
    }  # fmt: skip


def stored(event: ev.Event, seq: int) -> StoredEvent:
    kind, at, body = ev.encode(event)
    return StoredEvent(seq, at, kind, body)


def events_of(rows: Sequence[StoredEvent]) -> tuple[ev.Event, ...]:
    return tuple(ev.decode(row.kind, row.at, row.body) for row in rows)


def check_events(rows: Sequence[StoredEvent]) -> None:
    """ValueError where an imported sitting's events are not understood or do not add up."""
    if any(row.kind == "beat" for row in rows):
        raise ValueError("a beat is not kept among the events")
    state = replay(events_of(rows))
    submission(state)  # which looks at all that is told of a sitting, its pace too
    clock(state)


@dataclass(frozen=True)
class Past:
    """A sitting as it was kept: its rows, its events (see `interview.transcript.timeline`) and its state."""

    stored: StoredSitting
    events: tuple[ev.Event, ...]
    state: State

    @property
    def id(self) -> str:
        return self.stored.row.id


def past_of(kept: StoredSitting) -> Past:
    """Reads a stored sitting back; of an unfinished one the state is as it was last seen alive."""
    try:
        events = events_of(kept.events)
        alive = (ev.Beat(kept.row.seen),) if kept.row.unfinished and kept.row.seen > events[-1].at else ()
        return Past(kept, events, replay((*events, *alive)))
    except (ValueError, IndexError) as error:
        raise CoachError(
            f"the record of this sitting cannot be read ({error})",
            where=kept.row.id,
            mend="update interviewcoach, or see `interviewcoach doctor`",
        ) from error


def submission_to_dict(submission: Submission) -> dict[str, Any]:
    data: dict[str, Any] = plain(submission)
    return data


def submission_from_dict(data: Any) -> Submission:
    try:
        submission: Submission = build(Submission, data)
    except ValueError as error:
        raise CoachError(f"what was handed in cannot be read ({error})") from error
    return submission


def whole_text(state: State) -> str:
    """Everything the candidate wrote, for saving it elsewhere."""
    extra = (("Worksheet", "worksheet"), ("Notes", "notes"))
    parts = [f"## {title}\n\n{state.texts[part].strip()}\n" for title, part in extra if state.texts.get(part)]
    return "\n".join([document(state), *parts])
