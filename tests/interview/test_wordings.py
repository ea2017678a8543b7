"""Every wording that a problem lists is a question that the topic answers."""

from __future__ import annotations

import pytest

from interviewcoach import load_catalogue
from interviewcoach.assessment import Assessor
from interviewcoach.content.models import Known, Unknown
from interviewcoach.interview.interviewer import RuleInterviewer
from interviewcoach.interview.wordings import as_written
from interviewcoach.scoring.clauses import is_clause

CATALOGUE = load_catalogue()
ASSESSOR = Assessor(CATALOGUE)
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
