"""What to do next, and why: used by `mock`, by the home screen and by progress. Pure.

The phases of the curriculum come in order: a problem is offered once its phase is reached, which is when at
least half of the problems of the phase before were practised. Within that, a weak problem that has rested is
worth more than a strong one, a new one more than a solid one, and what was done in the last two days rests.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Protocol

from interviewcoach.records.progress import SkillStanding, skills
from interviewcoach.records.rows import Performance

DAY = 86_400_000
REST_DAYS = 2
NEW = 60.0
WEAK = 75.0
LONG_AGO = 30


class Entry(Protocol):
    """A problem of the curriculum."""

    @property
    def slug(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def phase(self) -> int: ...
    @property
    def skills(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Suggestion:
    """A problem worth doing now. weakest: the skill it would train most, "" for a new one; days: since the last
    sitting, None for a new one; why: the reason in words, without the problem's title."""

    slug: str
    worth: float
    why: str
    weakest: str = ""
    days: int | None = None


def suggest(curriculum: Sequence[Entry], rows: Sequence[Performance], now: int, *, phase: int | None = None) -> list[Suggestion]:
    """All problems that may be done now, the most worthwhile first; with `phase` only those of that phase.

    Never empty for a curriculum (or a phase) that is not: when everything rests, the longest rested comes first.
    """
    last = {row.problem: row.started for row in rows}
    entries = [e for e in curriculum if e.phase == phase] if phase is not None else _reached(curriculum, last)
    standing = skills(rows)
    rested = [e for e in entries if _days(now, last.get(e.slug)) >= REST_DAYS]
    if not rested:
        rested = sorted(entries, key=lambda e: last.get(e.slug, 0))[: max(1, len(entries) // 2)]
    order = {entry.slug: place for place, entry in enumerate(curriculum)}
    found = [_worth(entry, standing, last.get(entry.slug), now, order[entry.slug]) for entry in rested]
    return sorted(found, key=lambda s: (-s.worth, order[s.slug]))


def _reached(curriculum: Sequence[Entry], done: Mapping[str, int]) -> list[Entry]:
    """The problems of every phase up to the first one of which less than half was practised."""
    reached: list[Entry] = []
    for number in dict.fromkeys(entry.phase for entry in sorted(curriculum, key=lambda e: e.phase)):
        members = [entry for entry in curriculum if entry.phase == number]
        reached += members
        if 2 * sum(entry.slug in done for entry in members) < len(members):
            break
    return reached


def _days(now: int, last: int | None) -> int:
    return LONG_AGO * 1000 if last is None else max(0, now - last) // DAY


def _worth(entry: Entry, standing: Mapping[str, SkillStanding], last: int | None, now: int, place: int) -> Suggestion:
    if last is None:
        return Suggestion(entry.slug, NEW - place / 100, "not practised yet, and its turn in the curriculum")
    levels = {skill: standing[skill].level for skill in entry.skills if skill in standing}
    weakness = 1 - _mean(levels.values()) / 3
    days = _days(now, last)
    worth = round(WEAK * weakness + min(days, LONG_AGO), 2)
    weakest = min(levels, key=lambda skill: (levels[skill], entry.skills.index(skill)), default="")
    ago = "yesterday" if days == 1 else "today" if days == 0 else f"{days} days ago"
    if weakest and levels[weakest] < 2:
        return Suggestion(entry.slug, worth, f"{weakest} is weak there, last tried {ago}", weakest, days)
    return Suggestion(entry.slug, worth, f"last done {ago}, solid so far", weakest, days)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return fmean(listed) if listed else 0.0
