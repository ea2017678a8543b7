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


def unnumbered(home: Path) -> None:
    with closing(sqlite3.connect(home / DATABASE)) as db:
        db.execute("PRAGMA user_version = 0")


def another_programs(home: Path) -> None:
    (home / DATABASE).unlink()
    with closing(sqlite3.connect(home / DATABASE)) as db:
        db.execute("CREATE TABLE songs(id)")
        db.execute("PRAGMA user_version = 1")


def test_a_database_without_its_format_is_told_and_can_be_repaired(home: Path) -> None:
    unnumbered(home)
    for command in ("sessions", "doctor"):
        told = CliRunner().invoke(cli, [command])
        said = told.stdout + str(told.exception)
        assert "the database has lost its format" in said and "--repair" in said
    assert "rebuilt with" in run("doctor", "--repair").stdout
    assert "database: sound" in run("doctor").stdout


def test_a_database_of_another_program_is_told_and_left_alone(home: Path) -> None:
    another_programs(home)
    before = (home / DATABASE).read_bytes()
    for args in (["sessions"], ["doctor"], ["doctor", "--repair"]):
        told = CliRunner().invoke(cli, args)
        assert "this is no database of interviewcoach; move that file away" in told.stdout + str(told.exception)
    assert (home / DATABASE).read_bytes() == before


def test_damage_is_one_line(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = bytearray((home / DATABASE).read_bytes())
    raw[4096 * 3 : 4096 * 6] = b"\x07" * (4096 * 3)
    (home / DATABASE).write_bytes(raw)
    (told,) = [line for line in run("doctor").stdout.splitlines() if "database" in line and "terminal" not in line]
    assert told.startswith("BAD  database: ") and "--repair" in told and "page" not in told


def test_a_folder_that_may_not_be_entered_keeps_no_line_back(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = Path.exists

    def refused(path: Path) -> bool:
        if path.name == DATABASE:
            raise PermissionError(13, "Permission denied", str(path))
        return there(path)

    monkeypatch.setattr(Path, "exists", refused)
    told = run("doctor").stdout
    assert "BAD  database: can't be looked at (Permission denied)" in told and "content: 22 problems" in told


def test_a_problem_without_its_model_answer_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from interviewcoach.content.catalogue import Catalogue

    monkeypatch.setattr(Catalogue, "model_answer", lambda self, slug: "" if slug == "flash-sale" else "text")
    told = run("doctor")
    assert "no model answer can be read of flash-sale" in told.stdout and told.return_value == ExitCode.ENVIRONMENT
