"""The table of the content is written when that is asked for, and by no slip."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("argument", "code"), [("--bogus", 2), ("--help", 0)])
def test_what_asks_for_no_table_writes_none(argument: str, code: int) -> None:
    before = (ROOT / "problems" / "README.md").stat().st_mtime_ns
    done = subprocess.run([sys.executable, "-m", "benchmarks.content", argument], cwd=ROOT, capture_output=True)
    assert done.returncode == code and (ROOT / "problems" / "README.md").stat().st_mtime_ns == before
