"""Every wording that a problem lists is a question that the topic answers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from one_assessor import assessor, catalogue

from interviewcoach.content.models import Known, Unknown
from interviewcoach.interview.interviewer import RuleInterviewer
from interviewcoach.interview.wordings import as_written
from interviewcoach.scoring.clauses import is_clause

CATALOGUE, ASSESSOR = catalogue(), assessor()
SLUGS = list(CATALOGUE.entries)


@pytest.fixture(params=SLUGS)
def interviewer(request: pytest.FixtureRequest) -> RuleInterviewer:
    return ASSESSOR.interviewer(request.param)


def topics_of(interviewer: RuleInterviewer) -> list[Known | Unknown]:
    return [*interviewer.problem.interviewer.knows, *interviewer.problem.interviewer.unknown]


def said(interviewer: RuleInterviewer, question: str) -> set[str]:
    return {answer.answer for answer in interviewer.ask(question)}


def test_every_listed_wording_gets_the_answer_of_a_topic_that_lists_it(interviewer: RuleInterviewer) -> None:
    offers: dict[str, set[str]] = {}
    for topic in topics_of(interviewer):
        for wording in topic.ask:
            if not is_clause(wording):
                offers.setdefault(as_written(wording), set()).add(topic.answer)
    missed = [wording for wording, answers in offers.items() if not said(interviewer, wording) & answers]
    assert not missed


SCALE = ("what scale", "what scale are we talking about", "how big is it", "How big will it be?")
TRAFFIC = ("how much traffic", "How much traffic do we expect?", "how much traffic should I plan for")
DO = ("what should it do", "What must it do exactly?", "what should the system do", "so what does it do")
MANY = ("how many {}", "How many {} do we have?", "how many {} should I expect", "What is the number of {}?")
PLAIN = yaml.safe_load((Path(__file__).parent / "plain_questions.yaml").read_text(encoding="utf-8"))


def spelled(short: str) -> list[str]:
    kind, _, things = short.partition(" ")
    fixed = {"@scale": SCALE, "@traffic": TRAFFIC, "@do": DO}
    if kind == "@many":
        return [form.format(thing) for form in MANY for thing in things.split(", ")]
    return list(fixed.get(kind, (short,)))


def test_plain_questions_are_answered(interviewer: RuleInterviewer) -> None:
    missed = []
    for topic, shorts in PLAIN[interviewer.problem.slug].items():
        for question in (question for short in shorts for question in spelled(short)):
            got = [answer.topic for answer in interviewer.ask(question)]
            if got != [topic]:
                missed.append((question, got, topic))
    assert not missed
