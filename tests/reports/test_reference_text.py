"""What a problem keeps for afterwards, as a page."""

from __future__ import annotations

import re

import pytest
from one_assessor import catalogue

from interviewcoach.reports.reference_text import ROOM, reference_text

SECTIONS = ["What was to be scoped", "The estimate", "One picture of it", "What each level shows", "A strong answer"]


def page(slug: str, room: int = ROOM) -> str:
    return reference_text(catalogue().problem(slug), catalogue().model_answer(slug), room)


def section(text: str, title: str) -> str:
    return text.split(f"# {title}\n\n")[1].split("\n\n# ")[0]


@pytest.mark.parametrize("slug", catalogue().entries)
def test_all_that_was_written_for_afterwards_is_there_in_its_order(slug: str) -> None:
    text, problem = page(slug), catalogue().problem(slug)
    assert re.findall(r"^# (.+)", text, re.MULTILINE) == SECTIONS
    wanted = problem.requirements
    for line in (*wanted.functional, *wanted.non_functional, *wanted.out_of_scope):
        assert f"- {line}\n" in section(text, "What was to be scoped") + "\n"
    assert [line for line in problem.estimate.lines if line not in section(text, "The estimate")] == []
    assert all(f"- {one.line}: {one.why}" in section(text, "The estimate") for one in problem.estimate.judge)
    assert all(f"- {level}: {shows}" in section(text, "What each level shows") for level, shows in problem.expectations)
    assert section(text, "A strong answer").strip() == catalogue().model_answer(slug).strip()


@pytest.mark.parametrize("room", [ROOM, 56])
@pytest.mark.parametrize("slug", catalogue().entries)
def test_the_picture_keeps_its_lines_and_goes_on_further_in_where_one_is_too_long(slug: str, room: int) -> None:
    picture = section(page(slug, room), "One picture of it")
    assert max(map(len, picture.split("\n"))) <= room
    assert picture.replace("\n        ->", " ->").replace("    ", "") == catalogue().problem(slug).diagram.strip()


def test_the_results_stand_under_each_other_and_those_of_long_sums_on_the_next_line() -> None:
    sums = section(page("notification-system"), "The estimate").split("\n\n")[0].split("\n")
    assert sums[0] == "    sends = 300M messages/day                        3.47k messages/s"
    assert sums[2:4] == ["    campaign_rate = 30M users * 2 devices/user / 10 minutes", f"{'100k devices/s':>67}"]
    assert max(map(len, sums)) <= ROOM


def test_what_the_candidate_estimated_stands_beside_the_reference() -> None:
    problem = catalogue().problem("url-shortener")
    reference, wanted = "\n".join(problem.estimate.lines), problem.estimate.judge[1].line
    sheets = ("", reference, f"{wanted} = 5 opens/s")
    estimates = [section(reference_text(problem, "An answer.", ROOM, sheet), "The estimate") for sheet in sheets]
    told = [text[text.index(f"- {wanted}: ") :].split("\n- ")[0] for text in estimates]
    assert "yours" not in told[0]
    assert "; yours: " in told[1] and "off by" not in told[1]
    assert "; yours: 5 opens/s (off by a factor of" in told[2]
