"""A sitting as Markdown: for notes, for a mentor, for a repository of one's own progress."""

from __future__ import annotations

from interviewcoach.reports.dossier import Dossier
from interviewcoach.reports.marks import printable
from interviewcoach.reports.sitting_text import card_text
from interviewcoach.reports.when import minutes


def fenced(text: str) -> str:
    """Text as it was typed: a fence longer than any inside it."""
    longest, run = 2, 0
    for char in text:
        run = run + 1 if char == "`" else 0
        longest = max(longest, run)
    fence = "`" * (longest + 1)
    return f"{fence}\n{printable(text).rstrip()}\n{fence}"


def markdown(dossier: Dossier) -> str:
    head = f"# {printable(dossier.name)}\n\n{dossier.title} · {dossier.when} · {dossier.mode} · {dossier.level} · {dossier.spent}"
    parts = [head]
    if dossier.card:
        parts.append(f"## Scorecard\n\n{fenced(card_text(dossier))}")
    if dossier.guessed:
        parts.append(f"Guessed before seeing it: {dossier.guessed}")
    rows = [f"| {p.title} | {minutes(p.used)} | {minutes(p.planned) if p.planned else '–'} |" for p in dossier.phases]
    parts.append("## Time\n\n| phase | used | planned |\n| --- | --- | --- |\n" + "\n".join(rows))
    parts.append(f"## Answer\n\n{fenced(dossier.answer)}")
    for title, text in (("Worksheet", dossier.worksheet), ("Notes", dossier.notes)):
        if text.strip():
            parts.append(f"## {title}\n\n{fenced(text)}")
    if dossier.exchanges:
        lines = [
            f"- **{e.sort}** {_quoted(e.said)}" + (f"\n  - {_quoted(e.answered)}" if e.answered else "")
            for e in dossier.exchanges
        ]
        parts.append("## With the interviewer\n\n" + "\n".join(lines))
    if dossier.remarks:
        lines = [f"- {_quoted(note.author or 'own note')}, {note.when}: {_quoted(note.text)}" for note in dossier.remarks]
        parts.append("## Remarks\n\n" + "\n".join(lines))
    if dossier.reference:
        parts.append(f"<details>\n<summary>What was looked for</summary>\n\n{fenced(dossier.reference)}\n\n</details>")
    return "\n\n".join(parts) + "\n"


def _quoted(text: str) -> str:
    """One line with Markdown's signs taken out of force."""
    flat = " ".join(printable(text).split())
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|!" else char for char in flat)
