"""A whole mock, played again from its kept events: the same questions, answers, twists and grade."""

from __future__ import annotations

from pathlib import Path

import pytest
from one_assessor import assessor

from interviewcoach.coach import Coach
from interviewcoach.interview import commands as cmd
from interviewcoach.interview import events as ev
from interviewcoach.interview.protocol import PHASES
from interviewcoach.records import Records
from interviewcoach.records.rows import dumps
from interviewcoach.scoring.document import lines_of
from interviewcoach.sitting import Sitting

ASSESSOR = assessor()
HERE = Path(__file__).parents[1] / "calibration"


def mock(folder: Path, problem: str, texts: dict[str, str], seed: int) -> tuple[Coach, Sitting]:
    clock = [1_700_000_000.0]

    def now() -> float:
        clock[0] += 7.5
        return clock[0]

    coach = Coach(
        ASSESSOR.catalogue, Records(folder), assess=ASSESSOR, now=now, seeds=lambda: seed,
        interviewers=lambda slug, level, seed: ASSESSOR.interviewer(slug),
    )  # fmt: skip
    sitting = coach.start(problem, mode="mock")
    sitting.do(cmd.Begin())
    for phase in PHASES:
        sitting.draft(phase, texts.get(phase, ""))
        sitting.ask("how many people use it, and how fast must it be?")
        probe = sitting.probe()
        if probe:
            sitting.reply(probe.id, "We retry with backoff and check the stored state first.")
        sitting.curveball(leaving=True)
        if phase != PHASES[-1]:
            sitting.do(cmd.Next())
    sitting.do(cmd.End())
    coach.finish(sitting)
    return coach, sitting


def said(events: tuple[ev.Event, ...]) -> list[ev.Event]:
    return [event for event in events if isinstance(event, ev.Asked | ev.Probed | ev.Twisted | ev.Replied | ev.Entered)]


@pytest.mark.parametrize("problem", ["url-shortener", "stock-exchange"])
def test_the_same_mock_again_says_and_scores_the_same(problem: str, tmp_path: Path) -> None:
    answer = next(HERE.glob(f"**/{problem}/solid.md")).read_text(encoding="utf-8")
    texts: dict[str, str] = {}
    for line in lines_of(answer):
        texts[line.phase] = texts.get(line.phase, "") + line.text + "\n"
    first, sitting = mock(tmp_path / "a", problem, texts, seed=5)
    second, _ = mock(tmp_path / "b", problem, texts, seed=5)
    kept, again = first.past(sitting.id), second.past("last")
    assert said(kept.events) == said(again.events) and len(kept.state.probes) >= 2 and kept.state.curveball
    assert kept.stored.card and again.stored.card and kept.stored.card.body == again.stored.card.body
    assert dumps(first.rescore(sitting.id)[1]) == dumps(kept.stored.card.body)
    first.close()
    second.close()
