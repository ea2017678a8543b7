"""The moments of a sitting worth stopping at, in words. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.interview import events as ev
from interviewcoach.interview.clock import more_time
from interviewcoach.interview.state import State
from interviewcoach.interview.transcript import timeline
from interviewcoach.reports.scorecard_text import WORDS
from interviewcoach.tui.talk import step_of

PASTED = 100  # letters that nobody types between two looks at the text
TYPING = 20_000  # milliseconds of working time that make one step of typing


@dataclass(frozen=True)
class Step:
    """What happened, after how much working time, and the sitting as it was then."""

    told: str
    active: int
    state: State


def steps_of(events: Iterable[ev.Event]) -> list[Step]:
    """Every event but warnings; typing is gathered into steps of some seconds."""
    steps: list[Step] = []
    typed, began = 0, 0  # characters in the open step of typing, and when it began
    for moment in timeline(events):
        event = moment.event
        if isinstance(event, ev.Wrote):
            if event.part == "saying" and not event.put:
                continue  # the box is emptied when its words are sent
            part = _part(event.part)
            if len(event.put) >= PASTED:
                typed = 0
                steps.append(Step(f"puts in {len(event.put):,} letters at once · {part}", moment.active, moment.state))
                continue
            going_on = typed and moment.active - began < TYPING and steps[-1].told.endswith(part)
            typed = (typed if going_on else 0) + max(1, len(event.put))
            step = Step(f"types {typed} letter{'s' * (typed != 1)} · {part}", moment.active, moment.state)
            if going_on:
                steps[-1] = step
            else:
                began = moment.active
                steps.append(step)
            continue
        typed = 0
        told = _told(event)
        if told:
            steps.append(Step(told, moment.active, moment.state))
    return steps


def _part(part: str) -> str:
    titles: dict[str, str] = {str(phase): title for phase, title in PHASE_TITLES.items()}
    return "to the interviewer" if part == "saying" else titles.get(part, part)


def _told(event: ev.Event) -> str:
    match event:
        case ev.Started():
            return f"opens the briefing, {event.mode}, {event.level}"
        case ev.Entered():
            return f"▸ {PHASE_TITLES[event.phase]}" + (" (time was over)" if event.why == "time" else "")
        case ev.Overran():
            return f"over the time of {PHASE_TITLES[event.phase].lower()}"
        case ev.Extended():
            return f"takes {more_time(event.by)}"
        case ev.Paused():
            return {"asked": "pauses", "away": "is away", "stopped": "leaves"}[event.why]
        case ev.Resumed():
            return "goes on"
        case ev.EditorOpened():
            return "opens the own editor"
        case ev.Asked():
            return " – ".join([f"asks: {event.question}", *(answer.answer for answer in event.answers)])
        case ev.Probed():
            return f"is asked: {event.probe.text}"
        case ev.Replied():
            return f"replies: {event.reply.text}"
        case ev.Hinted():
            return f"takes a hint ({step_of(event.hint)}): {event.hint.text}"
        case ev.Twisted():
            return f"hears what comes up: {event.curveball.says}"
        case ev.Wondered():
            return f"is asked why: {event.why.text}"
        case ev.Predicted():
            return f"guesses {WORDS.get(event.verdict, event.verdict)}"
        case ev.Ended():
            return "hands in" if event.why == "done" else "time is over"
        case ev.Abandoned():
            return "gives up"
    return ""
