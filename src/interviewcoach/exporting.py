"""A sitting as a file to take elsewhere, for the command and for the scorecard's screen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from interviewcoach.errors import CoachError, UsageError, unwritable
from interviewcoach.home import expanded
from interviewcoach.whole_file import new_file

if TYPE_CHECKING:
    from interviewcoach.coach import Coach
    from interviewcoach.content.catalogue import Catalogue
    from interviewcoach.interview.events import Event
    from interviewcoach.interview.state import State
    from interviewcoach.reports.dossier import Dossier, Exchange

FORMS = ("md", "html", "json")


def file_for(problem: str, day: str) -> str:
    """A name in the current folder that is not taken yet."""
    names = (f"{problem}-{day}{again}.md" for again in ("", *(f"-{n}" for n in range(2, 100))))
    return next((name for name in names if not Path(name).exists()), "")


def export_to(coach: Coach, sitting: str, name: str) -> Path:
    """Writes a new file whose ending says the form; a CoachError where that is not possible."""
    target = expanded(name)
    form = target.suffix.removeprefix(".").lower()
    if form not in FORMS:
        raise UsageError("the ending says the form", where=name, mend="end the name with .md, .html or .json")
    text = rendered(dossier_of(coach, sitting), form)
    try:
        new_file(target, text)
    except FileExistsError:
        raise UsageError("this file exists already", where=name, mend="choose another name") from None
    except OSError as error:
        raise unwritable(name, error) from None
    return target.resolve()


def rendered(dossier: Dossier, form: str) -> str:
    if form == "html":
        from interviewcoach.reports.html import html

        return html(dossier)
    if form == "json":
        sitting = {key: value for key, value in dossier.to_json().items() if key != "reference"}
        return json.dumps(sitting, ensure_ascii=False, indent=1) + "\n"
    from interviewcoach.reports.markdown import markdown

    return markdown(dossier)


def reference_page(library: Catalogue, state: State, room: int | None = None) -> str:
    """What was looked for, and a strong answer, in lines of so much room: for after a sitting."""
    from interviewcoach.reports.reference_text import ROOM, reference_text

    slug = state.setup.problem
    return reference_text(library.problem(slug), library.model_answer(slug), room or ROOM, state.texts.get("worksheet", ""))


def _reference(coach: Coach, state: State) -> str:
    """Nothing where the sitting is not over, or the problem is gone, as a pack may be."""
    try:
        return reference_page(cast("Catalogue", coach.catalogue), state) if state.status == "ended" else ""
    except CoachError:
        return ""


def dossier_of(coach: Coach, sitting: str) -> Dossier:
    from interviewcoach.content.ids import PHASE_TITLES
    from interviewcoach.interview.delivery import conduct_told, spent
    from interviewcoach.interview.transcript import document
    from interviewcoach.reports.dossier import Dossier, Note, PhaseTime
    from interviewcoach.reports.reading_on import reading_of
    from interviewcoach.reports.scorecard_text import WORDS
    from interviewcoach.reports.when import day

    past = coach.past(sitting)
    row, state = past.stored.row, past.state
    title = coach.title(row.problem)
    guess = state.prediction
    card = past.stored.card.body if past.stored.card else None
    titles = coach.catalogue.skill_titles
    return Dossier(
        sitting=row.id, problem=row.problem, title=title, name=row.title or title, level=row.level, mode=row.mode,
        when=day(row.started), answer=past.stored.document or document(state), worksheet=state.texts.get("worksheet", ""),
        notes=state.texts.get("notes", ""), reference=_reference(coach, state),
        phases=tuple(PhaseTime(p, name, state.used_in(p), state.limits.get(p)) for p, name in PHASE_TITLES.items()),
        exchanges=tuple(_exchanges(past.events)),
        remarks=tuple(Note(note.author, day(note.at), note.text) for note in past.stored.remarks),
        tags=row.tags, prediction=WORDS.get(guess.verdict, "") if guess else "",
        skill_titles={skill: titles[skill] for skill in (card or {}).get("skills", ()) if skill in titles},
        card=card,
        events=[{"at": event.at, "kind": event.kind, "body": event.body} for event in past.stored.events],
        delivery=conduct_told(state, card) if card else "", spent=spent(state),
        guesses=dict(guess.axes) if guess else {},
        reading=reading_of(cast("Catalogue", coach.catalogue), row.problem) if card else (),
    )  # fmt: skip


def _exchanges(events: Iterable[Event]) -> list[Exchange]:
    """In the order in which they began, each with what was answered, however much later."""
    from interviewcoach.interview import events as ev
    from interviewcoach.reports.dossier import Exchange

    found: dict[str, Exchange] = {}  # by the id of what may be replied to; nobody replies to the others
    for number, event in enumerate(events):
        match event:
            case ev.Asked(question=question, answers=answers):
                found[f"at {number}"] = Exchange("question", question, " ".join(answer.answer for answer in answers))
            case ev.Hinted(hint=hint):
                found[f"at {number}"] = Exchange("hint", hint.text)
            case ev.Probed(probe=probe):
                found[probe.id] = Exchange("probe", probe.text)
            case ev.Wondered(why=why):
                found[why.id] = Exchange("why", why.text)
            case ev.Twisted(curveball=curveball):
                found[curveball.id] = Exchange("curveball", curveball.says)
            case ev.Replied(reply=reply) if one := found.get(reply.to):
                found[reply.to] = replace(one, answered="\n".join(filter(None, [one.answered, reply.text])))
    return list(found.values())
