"""What a command says that runs once: nothing is tried again behind it, and nothing is changed in silence."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from interviewcoach.cli import cli
from interviewcoach.commands.batch import score_chunk
from interviewcoach.errors import UsageError
from interviewcoach.records.faults import explain, not_saved_yet


def held(path: Path) -> sqlite3.Error:
    with closing(sqlite3.connect(path, isolation_level=None)) as one, closing(sqlite3.connect(path, timeout=0)) as other:
        one.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.Error) as told:
            other.execute("CREATE TABLE t(x)")
    return told.value


def test_only_who_stays_is_promised_another_try(tmp_path: Path) -> None:
    error = held(tmp_path / "db")
    assert str(explain(error, tmp_path)).endswith("another program holds the database; close it, and try again")
    assert not_saved_yet(error, tmp_path).endswith("close it; saving is tried again by itself")


@pytest.mark.parametrize("args", [["export", ""], ["export", "last", "--out", ""]])
def test_an_empty_name_is_no_name(args: list[str]) -> None:
    assert "a name is empty" in str(CliRunner().invoke(cli, args).exception)


def test_an_id_that_is_no_utf8_is_an_error_and_an_answer_is_not() -> None:
    line = b'{"id": "caf\xe9", "problem": "url-shortener", "answer": "x"}'.decode(errors="replace")
    other = b'{"id": "cafe", "problem": "url-shortener", "answer": "caf\xe9"}'.decode(errors="replace")
    (first, scored), (second, done) = score_chunk([(1, line), (2, other)], "senior")
    assert first == '{"id":null,"error":"line 1: the \'id\' is not in UTF-8"}' and not scored
    assert done and second.startswith('{"id":"cafe","problem"')


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_a_full_place_for_the_output_is_named() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "interviewcoach", "list"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 3
    assert done.stderr.startswith("interviewcoach: standard output can't be written (No space left on device); make room")


def test_an_export_that_may_not_be_read_is_told(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export = tmp_path / "sittings.jsonl"
    export.write_text("{}", encoding="utf-8", newline="\n")
    opened = Path.open

    def refused(path: Path, *args: Any) -> Any:
        if path == export:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args)

    monkeypatch.setattr(Path, "open", refused)
    told = CliRunner().invoke(cli, ["import", str(export)]).exception
    assert isinstance(told, UsageError) and str(told).endswith("can't be read (Permission denied); check its permissions")
