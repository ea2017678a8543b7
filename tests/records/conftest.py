"""A data folder per test, and sittings made of rows only: records do not know what events mean."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from interviewcoach.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    with Records(tmp_path / "data") as opened:
        yield opened
