from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date
from typing import Any

import pytest
from making import DAY, NOON

from interviewcoach.records.progress import calendar, calibration, pace, progress, skills, trend, verdict_level
from interviewcoach.records.rows import Performance
from interviewcoach.records.suggest import suggest


def done(day: float, problem: str = "a1", verdict: str = "hire", **more: Any) -> Performance:
    row = Performance(
        f"s{day}{problem}", problem, "practice", "senior", True, NOON + int(day * DAY), 2_400_000, verdict, 70.0,
        {"scoping": 60.0, "delivery": None}, {f"{problem}-x": 1, f"{problem}-y": 3},
    )  # fmt: skip
    return replace(row, **more)


def test_a_skill_rests_on_its_last_three_sittings() -> None:
    tiers = [0, 0, 3, 2, 1]
    standing = skills(done(day, skills={"cache": tier}) for day, tier in enumerate(tiers))["cache"]
    assert (standing.level, standing.trend, standing.tiers) == (2.0, "down", (0, 0, 3, 2, 1))
    assert standing.last_shown == NOON + 3 * DAY and standing.last_tried == NOON + 4 * DAY
    assert skills([done(0, skills={"cache": 1})])["cache"].last_shown is None


@pytest.mark.parametrize(
    ("values", "said"),
    [([], "new"), ([3], "new"), ([1, 2], "up"), ([1, 1, 2, 1], "level"), ([3, 3, 3, 1], "down"),
     ([0, 3, 3, 3, 3], "level")],
)  # fmt: skip
def test_a_trend_compares_with_what_came_before(values: list[float], said: str) -> None:
    assert trend(values) == said


def test_a_verdict_is_a_level_only_after_three_sittings() -> None:
    rows = [done(0, verdict="strong_hire"), done(1, verdict="lean_hire")]
    told = verdict_level(rows, "senior")
    assert (told.verdict, told.missing) == (None, 1)
    rows.append(done(2, verdict="no_hire"))
    assert verdict_level(rows, "senior").verdict == "lean_hire"
    rows += [done(3, verdict="strong_hire"), done(4, verdict="strong_hire")]
    assert verdict_level(rows, "senior").verdict == "strong_hire"
    assert verdict_level(rows, "staff").sittings == 0


def test_the_pace_is_the_share_of_the_plan() -> None:
    figures = {"used": {"requirements": 600, "wrap_up": 0}, "planned": {"requirements": 400, "wrap_up": 300}}
    rows = [done(0, pace={**figures, "delivery": 50.0}), done(1, pace={**figures, "delivery": 80.0}), done(2)]
    told = pace([*rows, done(3, timed=False, pace=figures)])
    assert (told.sittings, told.by_phase, told.trend) == (2, {"requirements": 1.5, "wrap_up": 0.0}, "up")
    assert [figure for _, figure in told.delivery] == [50.0, 80.0]


def test_the_calendar_counts_by_day_in_ones_own_zone() -> None:
    rows = [done(0), done(0.01, "a2"), done(5)]
    days = calendar(rows, UTC)
    assert list(days) == [date(2023, 11, 14), date(2023, 11, 19)]
    assert (days[date(2023, 11, 14)].sittings, days[date(2023, 11, 14)].minutes) == (2, 80)


def test_calibration_says_in_which_direction_guesses_are_off() -> None:
    rows = [
        done(0, verdict="hire", prediction={"verdict": "strong_hire", "axes": {"scoping": 80, "delivery": 50}}),
        done(1, verdict="hire", prediction={"verdict": "hire", "axes": {"scoping": 70}}),
        done(2),
    ]
    told = calibration(rows)
    assert (told.guesses, told.right, told.bands, told.axes) == (2, 1, 0.5, {"scoping": 15.0})
    assert told.bands_by_time == ((NOON, 1), (NOON + DAY, 0))
    assert calibration([]).bands is None


def test_progress_is_plain_data_on_request() -> None:
    import json

    told = progress([done(0), done(1, "b1")], UTC)
    again = json.loads(json.dumps(told.to_dict()))
    once = {"sittings": 1, "minutes": 40}
    assert again["calendar"] == {"2023-11-14": once, "2023-11-15": once}
    assert (told.sittings, told.problems) == (2, 2)


@dataclass(frozen=True)
class Problem:
    slug: str
    phase: int

    @property
    def skills(self) -> tuple[str, ...]:
        return (f"{self.slug}-x", f"{self.slug}-y")


COURSE = [Problem("a1", 1), Problem("a2", 1), Problem("a3", 1), Problem("b1", 2), Problem("b2", 2), Problem("c1", 3)]


def best(rows: list[Performance], day: float, **more: Any) -> list[str]:
    return [s.slug for s in suggest(COURSE, rows, NOON + int(day * DAY), **more)]


def level(slug: str, tier: int) -> dict[str, int]:
    return {f"{slug}-x": tier, f"{slug}-y": tier}


def test_a_beginner_starts_at_the_beginning_and_later_phases_wait() -> None:
    assert best([], 0) == ["a1", "a2", "a3"]
    assert best([done(0, "a1")], 0.5) == ["a2", "a3"]
    assert "b1" in best([done(0, "a1"), done(0, "a2")], 0.5)
    assert "c1" not in best([done(0, "a1"), done(0, "a2")], 9)


def test_a_weak_problem_that_rested_comes_before_a_new_one_and_a_solid_one_after() -> None:
    weak = done(0, "a1", skills=level("a1", 0))
    assert best([weak], 1)[0] == "a2"
    assert best([weak], 3)[0] == "a1"
    solid = done(0, "a1", skills=level("a1", 3))
    assert best([solid], 10) == ["a2", "a3", "a1"]


def test_the_reason_names_the_weakest_skill_and_when() -> None:
    row = done(0, "a1", skills={"a1-x": 2, "a1-y": 0})
    told = next(s for s in suggest(COURSE, [row], NOON + 7 * DAY) if s.slug == "a1")
    assert told.why == "a1-y is weak there, last tried 7 days ago" and told.weakest == "a1-y"
    new = next(s for s in suggest(COURSE, [row], NOON + 7 * DAY) if s.slug == "a2")
    assert "not practised yet" in new.why and new.days is None


def test_a_phase_can_be_asked_for_and_there_is_always_something() -> None:
    assert best([], 0, phase=3) == ["c1"]
    assert best([done(0, "c1")], 0.1, phase=3) == ["c1"]
    assert best([done(0, "c1")], 0.1, phase=9) == []
    everything = [done(0, p.slug) for p in COURSE]
    assert best(everything, 0.1)
