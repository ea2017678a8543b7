"""A sitting for a person reading a terminal: its scorecard, what was written, and all that was said beside it."""

from __future__ import annotations

from collections.abc import Iterator

from interviewcoach.reports.dossier import Dossier, Exchange
from interviewcoach.reports.scorecard_text import scorecard_text

RULE = "─" * 60
BEFORE = {"hint": "Hint: ", "curveball": "Something comes up: "}  # what the interviewer says, where it is no question


def sitting_text(dossier: Dossier, no_card: str) -> str:
    """`no_card`: what is told in the scorecard's place where there is none."""
    head = [f"{dossier.name} · {dossier.when} · {dossier.mode} · {dossier.spent}"]
    if dossier.guessed:
        head.append(f"Guessed before seeing it: {dossier.guessed}")
    parts = [card_text(dossier) if dossier.card else no_card, "\n".join(head), dossier.answer.rstrip(), *_beside(dossier)]
    return f"\n\n{RULE}\n\n".join(parts)


def card_text(dossier: Dossier) -> str:
    assert dossier.card
    return scorecard_text(dossier.card, dossier.answer, dossier.title, dossier.skill_titles, dossier.delivery, dossier.reading)


def _beside(dossier: Dossier) -> Iterator[str]:
    if dossier.exchanges:
        yield "\n".join(["With the interviewer", *(line for one in dossier.exchanges for line in _turns(one))])
    for title, text in (("Worksheet", dossier.worksheet), ("Notes", dossier.notes)):
        if text.strip():
            yield f"{title}\n\n{text.rstrip()}"
    if dossier.remarks:
        numbered = enumerate(dossier.remarks, 1)
        notes = (f"  {i}. {note.author or 'own note'}, {note.when}: {_flat(note.text)}" for i, note in numbered)
        yield "\n".join(["Remarks", *notes])


def _turns(one: Exchange) -> Iterator[str]:
    first, second = ("you ", "they") if one.sort == "question" else ("they", "you ")
    yield f"  › {first}  {BEFORE.get(one.sort, '')}{_flat(one.said)}"
    if one.answered:
        yield f"    {second}  {_flat(one.answered)}"


def _flat(text: str) -> str:
    return " ".join(text.split())
