"""What the home screen says of each problem. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interviewcoach.reports.scorecard_text import WORDS
from interviewcoach.reports.wrapping import cells

if TYPE_CHECKING:
    from interviewcoach.records.progress import SkillStanding
    from interviewcoach.records.rows import SittingRow, Standing

DOTS = 5


@dataclass(frozen=True)
class Row:
    """One problem of the list."""

    slug: str
    title: str
    dots: str
    weak: str
    last: str
    best: str
    sittings: str


def ago(then: int, now: int) -> str:
    """How long ago, in the largest unit that fits."""
    seconds = max(0, now - then) // 1000
    for unit, length in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= length:
            return f"{seconds // length} {unit} ago"
    return "just now"


def waiting_told(waiting: SittingRow, title: str, now: int, width: int = 200, *, elsewhere: bool = False) -> str:
    """What an unfinished sitting is, so that one can be told from another; in a narrow place fewer things, each in full."""
    from interviewcoach.content.ids import PHASE_TITLES
    from interviewcoach.interview.clock import minutes

    phase = next((name for key, name in PHASE_TITLES.items() if key == waiting.phase), "not begun")
    left = f"{minutes(waiting.planned - waiting.active)} left" if waiting.planned and waiting.planned > waiting.active else ""
    words = f"{waiting.words or 'no'} word{'s' * (waiting.words != 1)}"
    named = f"{title}, mock" if waiting.mode == "mock" else title
    since = "open in another window" if elsewhere else ago(waiting.seen, now)
    just = since.removeprefix("just ")
    short = (phase, since) if elsewhere else (phase, left)
    choices = ((phase, left, words, since), (phase, left, words, just), (phase, left, since), short, (since,))
    told = [" · ".join(part for part in (named, *parts) if part) for parts in choices]
    return next((one for one in told if cells(one) <= width), named)


def next_told(title: str, why: str, width: int) -> tuple[str, str]:
    """How a problem is suggested: what stands before its title and the reason behind it, as much as there is room for."""
    short = why.partition(",")[0]
    choices = (("Suggested next: ", why), ("Suggested next: ", short), ("Next: ", short))
    return next(
        ((before, f" – {told}") for before, told in choices if cells(f"{before}{title} – {told}") <= width), ("Next: ", "")
    )


def row_of(
    slug: str, title: str, skills: Sequence[str], standing: Standing | None, levels: Mapping[str, SkillStanding],
    titles: Mapping[str, str], now: int,
) -> Row:  # fmt: skip
    known = {skill: levels[skill].level for skill in skills if skill in levels}
    if standing is None:
        return Row(slug, title, "○" * DOTS, "", "–", "–", "")
    full = round(sum(known.get(skill, 0.0) for skill in skills) / len(skills) / 3 * DOTS) if skills else 0
    weak = sorted((skill for skill in known if known[skill] < 2), key=lambda skill: known[skill])
    return Row(
        slug, title, "●" * full + "○" * (DOTS - full), ", ".join(titles.get(skill, skill) for skill in weak[:2]),
        ago(standing.last, now), WORDS.get(standing.best or "", "–"), str(standing.sittings),
    )  # fmt: skip


def fits(query: str, *texts: str) -> bool:
    """Whether every word of a query occurs in one of the texts."""
    heap = " ".join(texts).lower()
    return all(word in heap for word in query.lower().split())
