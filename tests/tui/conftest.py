"""One machine per test; the content is read once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import one_assessor
from stage import Stage

from interviewcoach.assessment import Assessor


@pytest.fixture(scope="session")
def assessor() -> Assessor:
    return one_assessor.assessor()


@pytest.fixture
def stage(tmp_path: Path, assessor: Assessor) -> Iterator[Stage]:
    made = Stage(tmp_path / "data", assessor)
    yield made
    for coach in made.coaches:
        coach.close()


@pytest.fixture(autouse=True)
def no_garbage_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has run other tests holds half a gigabyte of rubrics: looking through all of it takes longer than a test."""
    for room in ("app", "seating"):
        monkeypatch.setattr(f"interviewcoach.tui.{room}.settle_memory", lambda: None)
