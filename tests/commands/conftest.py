"""A data folder with one finished sitting in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviewcoach.commands.desk import open_coach
from interviewcoach.interview import commands as cmd

ANSWER = "Cache-aside in Redis for hot links, TTL of a day: a 90% hit ratio leaves the database 1.2k reads/s."


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(folder))
    with open_coach() as coach:
        sitting = coach.start("url-shortener", timed=False)
        sitting.do(cmd.Begin())
        sitting.draft("requirements", ANSWER)
        sitting.do(cmd.End())
        coach.finish(sitting)
    return folder
