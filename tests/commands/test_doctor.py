"""The doctor tells a database that is busy from one that is ill, and operates on nobody who is up and about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interviewcoach.cli import cli
from interviewcoach.errors import ExitCode
from interviewcoach.records.database import connect
from interviewcoach.records.paths import DATABASE


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args, standalone_mode=False, catch_exceptions=False)


@pytest.fixture
def locked(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr("interviewcoach.records.repair.connect", partial(connect, busy=20))
    with closing(sqlite3.connect(home / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield home


@pytest.mark.parametrize("args", [("doctor",), ("doctor", "--repair")])
def test_a_locked_database_is_told_as_locked_and_left_alone(locked: Path, args: tuple[str, ...]) -> None:
    before = (locked / DATABASE).stat()
    told = run(*args)
    assert told.return_value == ExitCode.ENVIRONMENT
    assert "another program holds the database" in told.stdout
    assert "--repair" not in told.stdout, "there is nothing to repair"
    assert not list(locked.glob(f"{DATABASE}.damaged-*")) and (locked / DATABASE).stat().st_ino == before.st_ino


@pytest.mark.parametrize("args", [("doctor",), ("doctor", "--repair")])
def test_a_database_of_a_newer_program_is_not_called_sound(home: Path, args: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(home / DATABASE)) as db:
        db.execute("PRAGMA user_version = 999")
    told = run(*args)
    assert told.return_value == ExitCode.ENVIRONMENT
    assert "written by a newer interviewcoach (format 999" in told.stdout and "--repair" not in told.stdout
    assert not list(home.glob(f"{DATABASE}.damaged-*"))
