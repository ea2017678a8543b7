"""CONTRIBUTING tells each field that the files of a pack may have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from interviewcoach.content.checks import LEAST_CRITERIA, LEAST_CURVEBALLS, LEAST_KNOWN
from interviewcoach.content.models import Concept, Curriculum, Problem, Rubric
from interviewcoach.content.validate import _models_in

TOLD = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8")


def models_within(model: type[BaseModel]) -> set[type[BaseModel]]:
    inner = {found for info in model.model_fields.values() for found in _models_in(info.annotation)}
    return {model}.union(*map(models_within, inner))


@pytest.mark.parametrize("model", [Curriculum, Problem, Rubric, Concept])
def test_each_field_is_told(model: type[BaseModel]) -> None:
    names = {name for one in models_within(model) for name in one.model_fields}
    missing = {name for name in names if not re.search(rf"(?:`|\b)(?:\w+\.)?{name}(?:`|:|\.)", TOLD)}
    assert not missing


def test_the_least_of_each_is_told_as_it_is() -> None:
    assert (LEAST_CRITERIA, LEAST_KNOWN, LEAST_CURVEBALLS) == (30, 10, 2)
    assert "30-45 criteria" in TOLD and "ten or more facts" in TOLD and "two or more turns" in TOLD
