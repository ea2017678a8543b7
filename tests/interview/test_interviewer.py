"""The interviewer on the real problems: gaps that matter, nothing given away, the same for the same situation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from one_assessor import assessor, catalogue

from interviewcoach.errors import CoachError
from interviewcoach.interview.interviewer import RuleInterviewer
from interviewcoach.interview.protocol import PHASES, Reply, Situation
from interviewcoach.interview.replies import DECLINED
from interviewcoach.scoring.evidence import gather

CATALOGUE, ASSESSOR = catalogue(), assessor()
CALIBRATION = Path(__file__).resolve().parents[1] / "calibration"
SLUGS = [slug for slug in CATALOGUE.entries if CATALOGUE.rubric_path(slug).exists()]


def answers(slug: str) -> list[str]:
    found = [CATALOGUE.model_answer(slug)]
    for folder in (CALIBRATION / slug, CALIBRATION / "authored" / slug):
        found += [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))]
    return found


def situation(answer: str, **more: object) -> Situation:
    return Situation("deep_dive", "practice", "senior", 7, answer, **more)  # type: ignore[arg-type]


@pytest.fixture(params=SLUGS)
def interviewer(request: pytest.FixtureRequest) -> RuleInterviewer:
    try:
        return ASSESSOR.interviewer(request.param)
    except CoachError as fault:
        pytest.fail(str(fault))


def test_probes_hit_one_of_the_three_dearest_gaps_and_never_what_is_shown(interviewer: RuleInterviewer) -> None:
    for answer in answers(interviewer.problem.slug):
        here = situation(answer)
        probe = interviewer.probe(here)
        if probe is None:
            continue
        design = [g.criterion.id for g in interviewer.gaps(here) if g.criterion.phase in ("high_level", "deep_dive")]
        assert probe.criterion in (design or [g.criterion.id for g in interviewer.gaps(here)])[:3]
        shown = gather(interviewer.rubric, answer).shown.get(probe.criterion)
        assert shown is None or shown.tier < 2
        told = gather(interviewer.rubric, probe.text).shown.get(probe.criterion)
        assert told is None or told.tier == 0, f"the probe gives credit away: {probe.text}"


def test_five_probes_are_five_different_ones(interviewer: RuleInterviewer) -> None:
    asked: list[str] = []
    for _ in range(5):
        probe = interviewer.probe(situation("## Requirements\nnothing yet", probes=tuple(asked)))
        assert probe is not None and probe.id not in asked
        asked.append(probe.id)
    fresh = interviewer.probe(situation("## Requirements\nnothing yet", recent_probes=tuple(asked)))
    assert fresh is not None and fresh.id not in asked


def test_the_same_situation_gets_the_same_words(interviewer: RuleInterviewer) -> None:
    here = situation(answers(interviewer.problem.slug)[-1])
    again = RuleInterviewer(interviewer.problem, interviewer.rubric, CATALOGUE.lexicon)
    assert interviewer.probe(here) == again.probe(here)
    assert interviewer.hint(here) == again.hint(here)
    assert interviewer.curveball(here) == again.curveball(here)
    assert interviewer.why(here) == again.why(here)


def test_something_comes_up_in_the_deep_dive_and_nowhere_else(interviewer: RuleInterviewer) -> None:
    balls = sorted(interviewer.problem.curveballs, key=lambda ball: ball.id)
    for seed, ball in enumerate(balls):
        in_phase = {phase: replace(situation("", half_over=True), phase=phase, seed=seed) for phase in PHASES}
        heard = [phase for phase in PHASES if interviewer.curveball(in_phase[phase])]
        early = interviewer.curveball(replace(in_phase["deep_dive"], half_over=False))
        assert heard == ["deep_dive"] and bool(early) == (ball.after == "high_level")


def test_hints_go_three_steps_and_then_on(interviewer: RuleInterviewer) -> None:
    taken: dict[str, int] = {}
    for _ in range(4):
        hint = interviewer.hint(situation("nothing yet", hints=taken))
        assert hint is not None
        assert hint.step == taken.get(hint.criterion, 0) + 1
        taken[hint.criterion] = hint.step
    assert sorted(taken.values()) == [1, 3]


def test_the_question_comes_before_the_nudge_that_points_at_it_and_is_not_sold_twice(interviewer: RuleInterviewer) -> None:
    first = interviewer.hint(situation("nothing yet"))
    assert first is not None
    facts = next(c.source for c in interviewer.rubric.criteria if c.source.id == first.criterion)
    second = interviewer.hint(situation("nothing yet", hints={first.criterion: 1}))
    assert second is not None and (first.text, second.text) == (facts.probe, facts.hint)
    asked_before = interviewer.hint(situation("nothing yet", probes=(first.criterion,)))
    assert asked_before is not None and asked_before.text == facts.hint
    taken = {gap.criterion.id: 1 for gap in interviewer.gaps(situation("nothing yet"))[:3]}
    probe = interviewer.probe(situation("nothing yet", hints=taken))
    assert probe is None or probe.criterion not in taken


def test_the_dearest_hint_tells_most_claim_and_mechanism(interviewer: RuleInterviewer) -> None:
    first = interviewer.hint(situation("nothing yet"))
    assert first is not None
    last = interviewer.hint(situation("nothing yet", hints={first.criterion: 2}))
    assert last is not None and (last.criterion, last.step) == (first.criterion, 3)
    rubric = ASSESSOR.compiled(interviewer.problem.slug)
    facts = next(c.source for c in rubric.criteria if c.source.id == last.criterion)
    assert last.text.startswith(facts.claim) and facts.example in last.text
    assert gather(rubric, facts.example).shown[last.criterion].tier >= 2, "it holds the mechanism"


def test_a_reply_closes_the_gap_it_answers(interviewer: RuleInterviewer) -> None:
    probe = interviewer.probe(situation("nothing yet"))
    assert probe is not None
    content = ASSESSOR.catalogue
    written = (*content.rubric(interviewer.problem.slug).criteria, *content.framework.criteria)
    criterion = next(c for c in written if c.id == probe.criterion)
    reply = Reply(probe.id, criterion.examples()[0].text, criterion.id)
    later = interviewer.probe(situation("nothing yet", replies=(reply,)))
    assert later is None or later.criterion != probe.criterion


@pytest.mark.parametrize("question", ["which database should I use?", "can you give me the solution", "how would you design it"])
def test_a_question_for_the_solution_is_turned_back(interviewer: RuleInterviewer, question: str) -> None:
    assert interviewer.ask(question)[0].answer == DECLINED


@pytest.mark.parametrize("question", ["", "   ", "?", "???", "\x00", "[/x]", "😀" * 50, "a" * 20_000])
def test_no_question_breaks_it(interviewer: RuleInterviewer, question: str) -> None:
    for answer in interviewer.ask(question):
        assert answer.answer
