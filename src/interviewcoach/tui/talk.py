"""What was said between candidate and interviewer, read from a sitting. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from interviewcoach.interview import events as ev
from interviewcoach.interview.protocol import HINT_CREDIT, LAST_HINT, Answer, Curveball, Hint, Probe, Why
from interviewcoach.interview.state import State

NOTED = "Noted. It counts in full once it stands in your answer: ctrl+f here puts it there."


@dataclass(frozen=True)
class Turn:
    """One thing that was said; `they` is the interviewer, `coach` a hint."""

    who: Literal["you", "they", "coach"]
    text: str
    asks: str = ""
    """The id of the question that waits for a reply."""


def turns(events: Iterable[ev.Event]) -> list[Turn]:
    """The conversation so far, in order."""
    return [turn for event in events for turn in turns_of(event)]


def turns_of(event: ev.Event) -> list[Turn]:
    match event:
        case ev.Asked(question=question, answers=answers):
            return answered(question, answers)
        case ev.Probed(probe=probe):
            return [asked_back(probe)]
        case ev.Wondered(why=why):
            return [asked_back(why)]
        case ev.Twisted(curveball=curveball):
            return [twisted(curveball)]
        case ev.Replied(reply=reply):
            return replied(reply.text)
        case ev.Hinted(hint=hint):
            return [helped(hint)]
    return []


def answered(question: str, answers: Iterable[Answer]) -> list[Turn]:
    return [said_by_you(question), *(Turn("they", answer.answer) for answer in answers)]


def said_by_you(text: str) -> Turn:
    return Turn("you", text)


def replied(text: str) -> list[Turn]:
    """A reply is heard, and no more is pretended: what it is worth shows at the end."""
    return [said_by_you(text), Turn("they", NOTED)]


def asked_back(asked: Probe | Why) -> Turn:
    return Turn("they", asked.text, asked.id)


def twisted(curveball: Curveball) -> Turn:
    return Turn("they", f"Something comes up. {curveball.says}", curveball.id)


def helped(hint: Hint) -> Turn:
    return Turn("coach", f"{step_of(hint)}: {hint.text}")


def step_of(hint: Hint) -> str:
    return f"{hint.step} of {LAST_HINT}"


def price_told(coming: Hint, taken: Sequence[Hint]) -> str:
    """What is told before each hint: what it lowers, and how far."""
    first, *further = (f"{credit:.0%}" for credit in HINT_CREDIT[1:])
    price = f"to {first}, with further steps to {', then '.join(further)}"
    if coming.step > 1:
        begun = next((one.text for one in reversed(taken) if one.criterion == coming.criterion), "")
        fall = f"from {HINT_CREDIT[coming.step - 1]:.0%} to {coming.credit:.0%}"
        return f"Step {step_of(coming)} on the same criterion lowers what it earns {fall}. It goes on from: “{begun}”"
    if not taken:
        return f"A hint lowers what its criterion earns: {price}."
    last = "That was the last hint on this. " if taken[-1].step == LAST_HINT else ""
    return f"{last}The next hint is on something else, and lowers what that earns: {price}."


def open_question(said: Sequence[Turn], state: State) -> Turn | None:
    """The latest question that was not replied to: it is the one that is seen."""
    replied = {reply.to for reply in state.replies}
    return next((turn for turn in reversed(said) if turn.asks and turn.asks not in replied), None)


def facts_of(state: State) -> dict[str, str]:
    """Numbers that the interviewer has given, as worksheet lines by name."""
    facts: dict[str, str] = {}
    for asked in state.questions:
        for answer in asked.answers:
            facts.update({name: str(value) for name, value in answer.facts.items()})
    return facts


def fresh_facts(facts: Mapping[str, str], sheet: str) -> list[str]:
    """The lines that the sheet does not have yet."""
    named = {row.split("=")[0].strip() for row in sheet.split("\n") if "=" in row}
    return [f"{name} = {value}" for name, value in facts.items() if name not in named]
