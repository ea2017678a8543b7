"""The shortest way to the next verdict reaches it, and no smaller set of criteria does."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from one_assessor import assessor

from interviewcoach.assessment import sums_of
from interviewcoach.scoring.cards import MORE_NUMBERS, standing_of, to_next_band
from interviewcoach.scoring.evidence import gather
from interviewcoach.scoring.grading import Graded, combined, gates_of, grade, qualities, thin_phases
from interviewcoach.scoring.scorecard import BAND_STARTS, VERDICTS
from interviewcoach.scoring.shortest import WRITTEN_OUT, grade_with
from interviewcoach.scoring.weights import DEFAULT, GATE

ANSWERS = Path(__file__).parents[1] / "calibration"
FILES = sorted(ANSWERS.glob("*/*.md")) + sorted(ANSWERS.glob("second/*/*.md"))
ASSESSOR = assessor()


def graded(path: Path) -> tuple[Graded, object]:
    rubric = ASSESSOR.compiled(path.parent.name)
    text = path.read_text(encoding="utf-8")
    evidence = gather(rubric, text)
    return grade(rubric, evidence, sums_of(text)), evidence


@pytest.mark.parametrize("path", FILES[::5], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_smaller_set_reaches_the_next_band(path: Path) -> None:
    result, evidence = graded(path)
    way = to_next_band(result, "senior", result.overall["senior"], DEFAULT, evidence)  # type: ignore[arg-type]
    if way is None:
        return
    goal = BAND_STARTS[VERDICTS.index(way.band)]
    now, steps = standing_of(result, "senior", DEFAULT)
    now = now._replace(cost=0.0 if way.flags else now.cost, bound=1.0 if MORE_NUMBERS in way.needs else now.bound)
    if grade_with(steps, now, GATE, DEFAULT) < goal:
        assert set(way.criteria) == {step.id for step in steps}
        return
    chosen = [step for step in steps if step.id in way.criteria]
    assert len(chosen) == len(way.criteria)
    assert grade_with(chosen, now, GATE, DEFAULT) >= goal
    if grade_with([], now, GATE, DEFAULT) >= goal:
        assert {step.phase for step in chosen} <= set(thin_phases(result.most))
        return
    for size in range(min(len(chosen), 4)):
        smaller = combinations(sorted(steps, key=lambda step: -step.quality)[:24] if size == 3 else steps, size)
        assert not any(grade_with(few, now, GATE, DEFAULT) >= goal for few in smaller), size


@pytest.mark.parametrize("path", FILES[::7], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_sums_agree_with_grading_again(path: Path) -> None:
    """Meeting some criteria by addition gives what grading the changed rows gives."""
    result, _ = graded(path)
    now, steps = standing_of(result, "senior", DEFAULT)
    for chosen in (steps[:0], steps[:3], steps[-4:], steps):
        names = {step.id for step in chosen}
        rows = tuple(replace(row, tier=3, earned=1.0, placed=1.0) if row.criterion.id in names else row for row in result.rows)
        cap = gates_of(rows)[1]
        again = combined(qualities(rows, "senior", DEFAULT), result.cost, cap, DEFAULT, result.bound, WRITTEN_OUT)
        assert grade_with(chosen, now, GATE, DEFAULT) == pytest.approx(again, abs=0.051)


def test_who_has_only_to_write_out_a_step_is_told_what_to_write_there() -> None:
    result, evidence = graded(ANSWERS / "second" / "metrics-monitoring" / "uneven.md")
    way = to_next_band(result, "senior", result.overall["senior"], DEFAULT, evidence)  # type: ignore[arg-type]
    assert way is not None and way.needs[0].startswith("write out")
    phases = {row.criterion.id: row.criterion.phase for row in result.rows}
    assert {phases[name] for name in way.criteria} == set(thin_phases(result.most))
