"""The built-in content and its compiled rubrics, made once for all tests of a process: 22 rubrics take seconds and half a
gigabyte."""

from __future__ import annotations

from functools import cache

from interviewcoach.assessment import Assessor
from interviewcoach.content.catalogue import Catalogue, load_catalogue


@cache
def assessor() -> Assessor:
    return Assessor(load_catalogue())


def catalogue() -> Catalogue:
    return assessor().catalogue
