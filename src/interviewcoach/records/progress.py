"""Where the learner stands: pure functions over the sittings that were scored, oldest first.

Honest by rule: a skill's level rests on the last sittings that could show it, a verdict is only called a level
after three sittings, nothing counts days in a row, and nobody is compared with anybody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from statistics import fmean, median_low
from typing import Any, Literal, TypeAlias

from interviewcoach.interview.protocol import LEVELS, VERDICTS
from interviewcoach.records.rows import Performance

Trend: TypeAlias = Literal["new", "up", "level", "down"]
LOOK_BACK = 3
ENOUGH_SITTINGS = 3
NOTICEABLE = 0.5


@dataclass(frozen=True)
class SkillStanding:
    """A skill: level 0-3 (mean of the last three sittings that asked for it), its trend, every tier so far.

    last_shown: when it last reached a mechanism (tier 2), None if never; last_tried: when it was last asked for.
    """

    skill: str
    level: float
    trend: Trend
    last_shown: int | None
    last_tried: int
    tiers: tuple[int, ...]


def skills(rows: Iterable[Performance]) -> dict[str, SkillStanding]:
    """Every skill that was ever asked for, by id."""
    seen: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        for skill, tier in row.skills.items():
            seen.setdefault(skill, []).append((row.started, tier))
    return {skill: _standing(skill, history) for skill, history in seen.items()}


def _standing(skill: str, history: list[tuple[int, int]]) -> SkillStanding:
    tiers = tuple(tier for _, tier in history)
    shown = [at for at, tier in history if tier >= 2]
    return SkillStanding(
        skill, round(fmean(tiers[-LOOK_BACK:]), 2), trend(tiers), shown[-1] if shown else None, history[-1][0], tiers
    )


def trend(values: Sequence[float]) -> Trend:
    """The last value against the mean of up to three before it."""
    if len(values) < 2:
        return "new"
    change = values[-1] - fmean(values[-LOOK_BACK - 1 : -1])
    return "up" if change >= NOTICEABLE else "down" if change <= -NOTICEABLE else "level"


@dataclass(frozen=True)
class VerdictLevel:
    """What the last sittings at a level amount to; `verdict` is None until there are three of them."""

    level: str
    sittings: int
    verdict: str | None
    missing: int


def verdict_level(rows: Sequence[Performance], level: str) -> VerdictLevel:
    """The verdict that the middle one of the last three sittings at this level reached."""
    places = [VERDICTS.index(row.verdict) for row in rows if row.level == level]
    if len(places) < ENOUGH_SITTINGS:
        return VerdictLevel(level, len(places), None, ENOUGH_SITTINGS - len(places))
    return VerdictLevel(level, len(places), VERDICTS[median_low(places[-ENOUGH_SITTINGS:])], 0)


@dataclass(frozen=True)
class Point:
    """One sitting on a line over time."""

    at: int
    sitting: str
    problem: str
    verdict: str
    overall: float


def verdicts(rows: Iterable[Performance]) -> list[Point]:
    return [Point(row.started, row.sitting, row.problem, row.verdict, row.overall) for row in rows]


@dataclass(frozen=True)
class PaceSummary:
    """Timed sittings: share of the planned time used by phase (1.0 is on plan), delivery over time and its trend."""

    sittings: int
    by_phase: Mapping[str, float]
    delivery: tuple[tuple[int, float], ...]
    trend: Trend


def pace(rows: Iterable[Performance]) -> PaceSummary:
    """The pace of all timed sittings; the shares are means of the last ten."""
    timed = [(row, row.pace) for row in rows if row.timed and row.pace]
    shares: dict[str, list[float]] = {}
    for _, figures in timed[-10:]:
        for phase, planned in figures.get("planned", {}).items():
            if planned:
                shares.setdefault(phase, []).append(figures.get("used", {}).get(phase, 0) / planned)
    delivery = tuple((r.started, float(f["delivery"])) for r, f in timed if f.get("delivery") is not None)
    steps = [figure / 10 for _, figure in delivery]
    return PaceSummary(len(timed), {p: round(fmean(s), 2) for p, s in shares.items()}, delivery, trend(steps))


@dataclass(frozen=True)
class Day:
    """What was done on one day."""

    sittings: int
    minutes: int


def calendar(rows: Iterable[Performance], zone: tzinfo | None = None) -> dict[date, Day]:
    """Practice by day, in the given time zone or else the machine's."""
    found: dict[date, tuple[int, int]] = {}
    for row in rows:
        day = datetime.fromtimestamp(row.started / 1000, zone).date()
        sittings, active = found.get(day, (0, 0))
        found[day] = (sittings + 1, active + row.active)
    return {day: Day(sittings, round(active / 60_000)) for day, (sittings, active) in sorted(found.items())}


@dataclass(frozen=True)
class Calibration:
    """How well the learner guesses. bands: mean of guessed minus given, in verdict bands (above 0: too hopeful);
    axes: the same in points by axis; bands_by_time: (when, guessed minus given) of each guess."""

    guesses: int
    right: int
    bands: float | None
    axes: Mapping[str, float]
    bands_by_time: tuple[tuple[int, int], ...]


def calibration(rows: Iterable[Performance]) -> Calibration:
    guessed = [(row, row.prediction) for row in rows if row.prediction and row.prediction.get("verdict")]
    off = [(row.started, VERDICTS.index(guess["verdict"]) - VERDICTS.index(row.verdict)) for row, guess in guessed]
    axes: dict[str, list[float]] = {}
    for row, guess in guessed:
        for axis, figure in guess.get("axes", {}).items():
            given = row.axes.get(axis)
            if given is not None:
                axes.setdefault(axis, []).append(figure - given)
    return Calibration(
        guesses=len(off), right=sum(1 for _, by in off if by == 0),
        bands=round(fmean(by for _, by in off), 2) if off else None,
        axes={axis: round(fmean(by), 1) for axis, by in axes.items()}, bands_by_time=tuple(off),
    )  # fmt: skip


@dataclass(frozen=True)
class Progress:
    """All of it at once, as `interviewcoach progress` shows it."""

    sittings: int
    problems: int
    skills: Mapping[str, SkillStanding]
    levels: tuple[VerdictLevel, ...]
    verdicts: tuple[Point, ...]
    pace: PaceSummary
    calendar: Mapping[date, Day]
    calibration: Calibration

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON; days become ISO dates."""
        from dataclasses import asdict

        plain = asdict(self)
        plain["calendar"] = {day.isoformat(): entry for day, entry in plain["calendar"].items()}
        return plain


def progress(rows: Sequence[Performance], zone: tzinfo | None = None) -> Progress:
    levels = tuple(verdict_level(rows, level) for level in LEVELS)
    return Progress(
        len(rows), len({row.problem for row in rows}), skills(rows), levels, tuple(verdicts(rows)), pace(rows),
        calendar(rows, zone), calibration(rows),
    )  # fmt: skip
