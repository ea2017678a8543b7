"""Texts that were written for the scorer and not for a reader, made from a problem's own content."""

from __future__ import annotations

import re

import scoring_world as worlds

HEADINGS = ("## Requirements", "## High-level design", "## Deep dive", "## Wrap-up")
_VERBS = re.compile(
    r"\b(?:is|are|was|be|been|has|have|had|do|does|did|can|will|would|should|must|may|keep|keeps|kept|use|uses|used|read|reads|"
    r"write|writes|wrote|store|stores|send|sends|get|gets|put|puts|take|takes|give|gives|make|makes|go|goes|stay|stays|serve|"
    r"serves|return|returns|hold|holds|need|needs|cost|costs|let|lets|add|adds|run|runs|fall|falls|drop|drops|move|moves|"
    r"retry|retries|check|checks|wait|waits|fail|fails|want|ask|asks|say|says|start|starts|stop|stops|show|shows)\b",
    re.IGNORECASE,
)


def phrases(slug: str) -> list[str]:
    """Every wording that the problem's rubric knows, as a person would write it."""
    names = worlds.rubric(slug).book.names
    return [name for name in names if name[:1] not in "@#"]


def as_list(slug: str) -> str:
    return "\n\n".join(f"{heading}\n{', '.join(phrases(slug))}" for heading in HEADINGS)


def as_bullets(slug: str) -> str:
    bullets = "\n".join(f"- {phrase}" for phrase in phrases(slug))
    return "\n\n".join(f"{heading}\n{bullets}" for heading in HEADINGS)


def in_a_template(slug: str) -> str:
    told = "\n".join(f"We use {phrase} because it is good for the system." for phrase in phrases(slug))
    return "\n\n".join(f"{heading}\n{told}" for heading in HEADINGS)


def statement_echoed(slug: str) -> str:
    statement = worlds.catalogue().problem(slug).statement
    return "\n\n".join(f"{heading}\n{statement}" for heading in HEADINGS)


def without_verbs(slug: str) -> str:
    return _VERBS.sub("", worlds.catalogue().model_answer(slug))


def negated(slug: str) -> str:
    """Each clause of the model answer declined."""
    lines = []
    for line in worlds.catalogue().model_answer(slug).split("\n"):
        if not line.strip() or line.startswith("#"):
            lines.append(line)
            continue
        clauses = re.split(r"(?<=[.;:,])\s+", line.lstrip("-* "))
        lines.append(" ".join(f"We do not need {clause}" for clause in clauses))
    return "\n".join(lines)


def lorem() -> str:
    return "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore. " * 60


NOISE = {
    "empty": "",
    "only headings": "\n\n".join(HEADINGS),
    "lorem ipsum": lorem(),
    "one word": "cache " * 8_500,
    "one endless word": "replication" * 5_000,
    "emoji": "## Deep dive\n" + "🚀🔥👩‍👩‍👧‍👦 " * 400,
    "right to left": "## Deep dive\n" + "‮نقوم بتخزين الروابط في قاعدة بيانات " * 100,
    "control characters": "## Deep dive\n\x00\x01\x1b[31m cache\x00 \x7f\x9b" * 50,
    "markup": "## Deep dive\n" + "[/x] [bold]cache[/bold] <script>alert(1)</script> {{ 7*7 }} %s \\u0000\n" * 50,
}
