"""A good answer to another problem is no answer to this one; every real answer is about its own problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from one_assessor import assessor

ASSESSOR = assessor()
SLUGS = list(ASSESSOR.catalogue.entries)
ANSWERS = sorted((Path(__file__).parents[1] / "calibration").glob("**/*.md"))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_model_answer_is_about_its_own_problem_and_no_other(slug: str) -> None:
    text = ASSESSOR.catalogue.model_answer(slug)
    for other in SLUGS:
        found = ASSESSOR.subjects.other_than(other, text)
        assert found == ("" if other == slug else slug), other


def test_answers_of_every_kind_are_about_their_problem() -> None:
    wrong = [path for path in ANSWERS if ASSESSOR.subjects.other_than(path.parent.name, path.read_text(encoding="utf-8"))]
    assert not wrong


def test_another_problems_answer_is_a_no_hire_and_says_why() -> None:
    card = ASSESSOR.score("log-search", ASSESSOR.catalogue.model_answer("metrics-monitoring"))
    assert card.verdict == "no_hire" and "metrics-monitoring" in card.gates[0]
    assert max(shown.tier for shown in card.criteria) == 1  # its mechanisms are those of the other problem
    assert card.to_next_band and card.to_next_band.needs[0].startswith("answer this problem")


def test_a_few_words_are_about_anything() -> None:
    assert ASSESSOR.subjects.other_than("payment-system", "crawler frontier robots") == ""
    assert ASSESSOR.subjects.other_than("no-such-problem", "words " * 200) == ""
