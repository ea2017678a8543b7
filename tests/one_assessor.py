"""The built-in content and its compiled rubrics, made once for all tests of a process: 22 rubrics take seconds and half a
gigabyte."""

from __future__ import annotations

from functools import cache

from interviewcoach.assessment import Assessor
from interviewcoach.content.catalogue import Catalogue, load_catalogue
from interviewcoach.interview.interviewer import RuleInterviewer


@cache
def assessor() -> Assessor:
    return _OneOfEach(load_catalogue())


def catalogue() -> Catalogue:
    return assessor().catalogue


class _OneOfEach(Assessor):
    """Has one interviewer for a problem: they remember nothing, so one is as good as another."""

    def interviewer(self, slug: str) -> RuleInterviewer:
        return _interviewer(slug)


@cache
def _interviewer(slug: str) -> RuleInterviewer:
    return RuleInterviewer(catalogue().problem(slug), assessor().compiled(slug), catalogue().lexicon)
