"""Slips injected into claims of many phrasings; `benchmarks/estimation.py` runs more of them."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from interviewcoach.estimation import check_line_claims


def _load() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "estimation_claims.py"
    spec = importlib.util.spec_from_file_location("estimation_claims", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


_MAKER = _load()


@pytest.mark.parametrize("slip", _MAKER.SLIPS)
def test_nearly_every_slip_is_found_with_the_right_value(slip: str) -> None:
    rng = random.Random(f"wrong {slip}")
    found = 0
    for _ in range(200):
        made = _MAKER.make_claim(rng, slip)
        expected = max(made.right / made.said, made.said / made.right)
        wrong = [claim for claim in check_line_claims(made.text) if not claim.ok]
        found += any(claim.off_by == pytest.approx(expected, rel=0.03) for claim in wrong)
    assert found >= 190


def test_nothing_within_rounding_is_called_wrong() -> None:
    rng = random.Random("right")
    texts = [_MAKER.make_claim(rng, None).text for _ in range(500)]
    assert [text for text in texts if any(not claim.ok for claim in check_line_claims(text))] == []
    assert sum(bool(check_line_claims(text)) for text in texts) >= 490
