"""One machine per test; the content is read once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from stage import Stage

from interviewcoach import load_catalogue
from interviewcoach.assessment import Assessor


@pytest.fixture(scope="session")
def assessor() -> Assessor:
    return Assessor(load_catalogue())


@pytest.fixture
def stage(tmp_path: Path, assessor: Assessor) -> Iterator[Stage]:
    made = Stage(tmp_path / "data", assessor)
    yield made
    for coach in made.coaches:
        coach.close()
