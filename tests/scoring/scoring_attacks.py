"""Texts that were written for the scorer and not for a reader, made from a problem's own content."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import scoring_world as worlds

from interviewcoach.content.ids import PHASE_IDS

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


def as_bullets(phrases: list[str]) -> str:
    return "\n".join(f"- {phrase}" for phrase in phrases)


TEMPLATES = (
    "We use {} because it is good for the system.", "{} is important for this system.", "We need {}.",
    "We will use {} to improve performance.", "The system should have {} so that it scales.", "Also {}.",
    "It is also important to think about {} here.", "Our design relies on {} to be robust.", "{} helps us here.",
    "To ensure scalability and reliability, we introduce {} in the design.", "With {} we can scale to millions of users.",
)  # fmt: skip


def in_a_template(phrases: list[str]) -> str:
    return "\n".join(TEMPLATES[0].format(phrase) for phrase in phrases)


def under_each_heading(told: str) -> str:
    return "\n\n".join(f"{heading}\n{told}" for heading in HEADINGS)


def wordings_of_a_phase(slug: str, phase: str) -> list[str]:
    """For each wording of each criterion of a phase a row of words that meets it."""
    rows = []
    for criterion in worlds.catalogue().rubric(slug).criteria:
        for clause in (*criterion.say, *criterion.show) if criterion.phase == phase else ():
            terms = [[word.strip(" ?!") for word in term.split("|")] for term in re.split(r"\s[+>&]\s", clause)]
            plain = [next((word for word in term if word[:1] not in "@#%"), "") for term in terms]
            rows.append(" ".join(filter(None, plain)))
    return list(dict.fromkeys(filter(None, rows)))


def each_in_its_phase(slug: str, dress: Callable[[list[str]], str]) -> str:
    """The wordings of each criterion under the heading where they count."""
    return "\n\n".join(
        f"{heading}\n{dress(wordings_of_a_phase(slug, phase))}" for heading, phase in zip(HEADINGS, PHASE_IDS, strict=True)
    )


def in_threes(rows: list[str]) -> str:
    return "\n".join(f"We use {', '.join(rows[i : i + 3])}." for i in range(0, len(rows), 3))


def in_templates_by_turns(rows: list[str]) -> str:
    return " ".join(TEMPLATES[i % len(TEMPLATES)].format(row) for i, row in enumerate(rows))


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


def in_disorder(answer: str, backwards: bool = False) -> str:
    """The words of an answer, line by line in another order."""
    chance = random.Random(5)

    def thrown(line: str) -> str:
        words = line.split()
        return " ".join(reversed(words) if backwards else chance.sample(words, len(words)))

    return "\n".join(line if line.startswith("#") else thrown(line) for line in answer.split("\n"))


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
