"""What a command says it did is done: nothing is lost without a word, nothing is written over unasked."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from interviewcoach.cli import cli
from interviewcoach.commands import batch, desk
from interviewcoach.errors import EnvironmentFault, UsageError
from interviewcoach.records import Records
from interviewcoach.records import writer as writing
from interviewcoach.records.database import connect

BATCH = '{"id": 1, "problem": "url-shortener", "answer": "a cache"}\n'


def run(*args: str, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, args, input=text, standalone_mode=False, catch_exceptions=False)


@pytest.fixture
def read_only(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder turns out to be fit for reading only."""

    def open_for_reading(path: Path, *, busy: int) -> sqlite3.Connection:
        db = connect(path, busy=busy)
        db.execute("PRAGMA query_only = ON")
        return db

    monkeypatch.setattr(writing, "connect", open_for_reading)
    return home


def test_a_remark_is_confirmed_once_it_is_kept(home: Path) -> None:
    told = run("remark", "last", "less haste")
    with Records(home) as records:
        kept = records.load("last")
    assert [remark.text for remark in kept.remarks] == ["less haste"]
    assert told.stderr == f"The remark is kept with sitting {kept.row.id}.\n"


def test_a_remark_can_be_put_in_other_words_or_dropped(home: Path) -> None:
    for words in ("Ann: say W before R", "less haste", "see ch 3"):
        run("remark", "last", words)
    run("remark", "last", "Bob: say R first", "--instead-of", "1")
    run("remark", "last", "", "--instead-of", "2")
    listed = run("review", "last").stdout.split("Remarks\n")[1].splitlines()
    assert [line.split(", ")[0] for line in listed[:2]] == ["  1. Bob", "  2. own note"]
    assert listed[0].endswith(": say R first") and listed[1].endswith(": see ch 3")
    with pytest.raises(UsageError, match="no remark 3"):
        run("remark", "last", "too late", "--instead-of", "3")


def test_a_remark_that_cannot_be_kept_is_no_success(read_only: Path) -> None:
    with pytest.raises(EnvironmentFault, match="cannot be written to"):
        run("remark", "last", "less haste")


def test_looking_needs_no_folder_to_write_in(read_only: Path) -> None:
    assert "URL shortener" in run("sessions").stdout


def test_a_write_that_can_never_succeed_is_counted(tmp_path: Path) -> None:
    records = Records(tmp_path)
    with closing(sqlite3.connect(records.path)) as db, db:
        db.execute("DROP TABLE remarks")
    records.put_remark("aaaa0001", "less haste")
    assert records.close() == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there links and the rights of files are others")
def test_a_batch_never_writes_over_its_own_answers(tmp_path: Path) -> None:
    batch = tmp_path / "answers.jsonl"
    batch.write_text(BATCH, "utf-8", newline="\n")
    (tmp_path / "link.jsonl").symlink_to(batch)
    for out in (batch, tmp_path / "link.jsonl"):
        with pytest.raises(UsageError, match="holds the answers"):
            run("score", "--batch", str(batch), "--out", str(out), "--overwrite")
    assert batch.read_text("utf-8") == BATCH


def test_a_batch_replaces_a_file_only_when_told(tmp_path: Path) -> None:
    out = tmp_path / "cards.jsonl"
    out.write_text("precious", "utf-8", newline="\n")
    with pytest.raises(UsageError, match="exists already"):
        run("score", "--batch", "-", "--out", str(out), text=BATCH)
    assert out.read_text("utf-8") == "precious"
    run("score", "--batch", "-", "--out", str(out), "--overwrite", text=BATCH)
    assert out.read_text("utf-8").startswith('{"id":1,')


@pytest.mark.parametrize("form", ["md", "html"])
def test_all_sittings_are_written_in_their_own_form_only(home: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "all.out"
    with pytest.raises(UsageError, match="--all writes one file for `import`"):
        run("export", "--all", "--format", form, "--out", str(target))
    assert not target.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a device that is no file")
def test_what_is_there_and_no_file_is_not_called_missing(home: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="this is no file to read sittings from"):
        run("import", "/dev/null")
    with pytest.raises(UsageError, match="there is no such file"):
        run("import", str(tmp_path / "none"))


@pytest.mark.skipif(sys.platform == "win32", reason="there links and the rights of files are others")
def test_a_file_that_is_replaced_stays_until_the_new_one_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(lines: list[object], level: str) -> None:
        assert out.read_text("utf-8") == "precious"
        raise KeyboardInterrupt

    out = tmp_path / "cards.jsonl"
    out.write_text("precious", "utf-8", newline="\n")
    out.chmod(0o640)
    (tmp_path / "link.jsonl").symlink_to(out)
    with monkeypatch.context() as patch, pytest.raises(click.Abort):
        patch.setattr(batch, "score_chunk", stopped)
        run("score", "--batch", "-", "--out", str(out), "--overwrite", text=BATCH)
    assert out.read_text("utf-8") == "precious" and len(list(tmp_path.iterdir())) == 2
    run("score", "--batch", "-", "--out", str(tmp_path / "link.jsonl"), "--overwrite", text=BATCH)
    assert out.read_bytes().startswith(b'{"id":1,') and b"\r" not in out.read_bytes()
    assert (tmp_path / "link.jsonl").is_symlink() and out.stat().st_mode & 0o777 == 0o640


def test_what_takes_a_files_place_is_on_the_disk_first(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    sync, put = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda file: (steps.append("sync"), sync(file))[1])
    monkeypatch.setattr(Path, "replace", lambda part, target: (steps.append("put"), put(part, target))[1])
    target = tmp_path / "all.jsonl.gz"
    run("export", "--all", "--out", str(target))
    assert steps == ["sync", "put"] and target.is_file()
    steps.clear()
    target.write_text("precious", "utf-8", newline="\n")
    run("export", "last", "--out", str(target), "--overwrite")
    assert steps == ["sync", "put"] and target.read_text("utf-8").startswith("# ")


def test_every_file_ends_its_lines_alike(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Left to itself Python writes what the system is used to."""
    ends: list[object] = []
    opened = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, *args, **more: (ends.append(more.get("newline")), opened(path, *args, **more))[1]
    )
    run("export", "last", "--out", str(tmp_path / "new.md"))
    assert "\n" in ends


def test_no_records_are_left_open_where_the_content_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []

    def unreadable() -> None:
        raise EnvironmentFault("no content")

    monkeypatch.setattr(desk, "load_catalogue", unreadable)
    monkeypatch.setattr(desk, "Records", lambda: opened.append(1))
    with pytest.raises(EnvironmentFault, match="no content"), desk.open_coach():
        pass
    assert not opened
