"""Fifty worked lines of published capacity estimates, and inputs that must be refused with a clear sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interviewcoach.estimation import evaluate_sheet

_CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", _CASES["cases"], ids=lambda case: case["id"])
def test_worked_line(case: dict) -> None:
    result = evaluate_sheet("\n".join(case["lines"]))[-1]
    assert result.error is None
    assert result.value == pytest.approx(case["value"], rel=case["rel_tol"])
    assert dict(result.dims) == case["dims"]
    assert result.text == case["text"]


@pytest.mark.parametrize("case", [c for c in _CASES["cases"] if c["source_value"]], ids=lambda case: case["id"])
def test_agrees_with_the_source(case: dict) -> None:
    result = evaluate_sheet("\n".join(case["lines"]))[-1]
    assert result.value == pytest.approx(case["source_value"], rel=case["source_rel_tol"])


@pytest.mark.parametrize("case", _CASES["errors"], ids=lambda case: case["id"])
def test_refused_line(case: dict) -> None:
    result = evaluate_sheet("\n".join(case["lines"]))[-1]
    assert result.error
    assert case["error_contains"] in result.error
    assert result.value is None
    assert result.text == ""
