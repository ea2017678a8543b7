from __future__ import annotations

import os
import sqlite3
import sys
import threading
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from making import begin, content, finish

from interviewcoach.errors import EnvironmentFault, ExitCode
from interviewcoach.records import Records
from interviewcoach.records.database import connect, prepare, split_script
from interviewcoach.records.paths import data_folder
from interviewcoach.records.repair import faults_in, repair
from interviewcoach.records.schema import STEPS


def test_the_folder_is_the_one_named_or_the_platforms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(tmp_path / "here"))
    assert data_folder() == tmp_path / "here"
    monkeypatch.setenv("INTERVIEWCOACH_HOME", " ")
    assert data_folder().name == "interviewcoach"


def test_settings_of_a_connection_are_the_safe_ones(tmp_path: Path) -> None:
    with closing(connect(prepare(tmp_path))) as db:
        said = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in
                ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "user_version")}  # fmt: skip
    assert said == {
        "journal_mode": "delete", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000, "user_version": len(STEPS),
    }  # fmt: skip


def test_a_migration_keeps_a_copy_of_what_was_and_all_rows(tmp_path: Path) -> None:
    with Records(tmp_path) as records:
        finish(records, "aaaa0001")
    before = content(tmp_path / "interviewcoach.db")
    prepare(tmp_path, (*STEPS, "ALTER TABLE sittings ADD COLUMN mood TEXT;\nCREATE TABLE drills(id TEXT);"))
    copy = tmp_path / f"interviewcoach.db.format-{len(STEPS)}.bak"
    assert content(copy) == before
    after = content(tmp_path / "interviewcoach.db")
    assert after["drills"] == [] and after["events"] == before["events"]
    assert after["sittings"] == [(*row, None) for row in before["sittings"]]


def test_a_migration_that_fails_halfway_changes_nothing(tmp_path: Path) -> None:
    path = prepare(tmp_path)
    before = content(path)
    with pytest.raises(EnvironmentFault):
        prepare(tmp_path, (*STEPS, "CREATE TABLE one(a);\nCREATE TABLE settings(b);"))
    assert content(path) == before
    assert prepare(tmp_path) == path


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = prepare(tmp_path)
    with closing(connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    stamp = path.read_bytes()
    with pytest.raises(EnvironmentFault, match=r"newer interviewcoach.*update") as told:
        Records(tmp_path)
    assert told.value.exit_code == ExitCode.ENVIRONMENT and path.read_bytes() == stamp


def test_windows_opened_at_the_same_time_make_one_database(tmp_path: Path) -> None:
    faults: list[Exception] = []

    def open_it() -> None:
        try:
            prepare(tmp_path)
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == [] and faults_in(tmp_path) == []


def test_a_script_ends_with_a_whole_statement() -> None:
    assert len(list(split_script(STEPS[0]))) > 10
    with pytest.raises(ValueError, match="middle"):
        list(split_script("CREATE TABLE a(b)"))


@pytest.mark.parametrize("damage", ["text", "middle", "short"])
def test_a_damaged_database_is_told_with_a_way_out_and_can_be_repaired(tmp_path: Path, damage: str) -> None:
    with Records(tmp_path) as records:
        for number in range(12):
            finish(records, f"aaaa{number:04}", "words " * 400)
    path = tmp_path / "interviewcoach.db"
    raw = bytearray(path.read_bytes())
    if damage == "text":
        raw = bytearray(b"this is not a database\n" * 40)
    elif damage == "middle":
        raw[len(raw) // 2 : len(raw) // 2 + 12_000] = os.urandom(12_000)
    else:
        del raw[len(raw) // 2 :]
    path.write_bytes(raw)
    assert faults_in(tmp_path)
    if damage == "text":
        with pytest.raises(EnvironmentFault, match=r"damaged.*doctor --repair"):
            Records(tmp_path)
    result = repair(tmp_path)
    assert result.moved_to.read_bytes() == raw and faults_in(tmp_path) == []
    with Records(tmp_path) as records:
        assert len(records.sittings()) == result.sittings
        for row in records.sittings():
            assert [e.seq for e in records.load(row.id).events] == list(range(len(records.load(row.id).events)))
    assert result.unread
    assert result.sittings == 0 if damage == "text" else result.sittings > 0 or damage == "short"


def damaged_in(folder: Path) -> bytes:
    """A data folder whose database is no database; returns what stands there instead."""
    raw = b"this is not a database\n" * 40
    (folder / "interviewcoach.db").write_bytes(raw)
    return raw


def test_a_locked_database_is_no_damaged_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interviewcoach.records.repair.connect", partial(connect, busy=20))
    with Records(tmp_path) as records:
        finish(records, "aaaa0001")
    path = tmp_path / "interviewcoach.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for attempt in (faults_in, repair):
            with pytest.raises(EnvironmentFault, match="another program holds the database"):
                attempt(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["interviewcoach.db"] and len(content(path)["sittings"]) == 1


def test_a_database_that_is_locked_while_it_is_repaired_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interviewcoach.records.repair.BUSY", 20)
    with Records(tmp_path) as records:
        finish(records, "aaaa0001")
    path = tmp_path / "interviewcoach.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:

        def unused(path: Path) -> None:
            other.execute("BEGIN EXCLUSIVE")

        monkeypatch.setattr("interviewcoach.records.repair._demand_that_nobody_uses", unused)
        with pytest.raises(EnvironmentFault, match="another program holds the database"):
            repair(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["interviewcoach.db"] and len(content(path)["sittings"]) == 1


def test_who_looks_does_not_wait_long_for_a_locked_database(records: Records) -> None:
    with closing(sqlite3.connect(records.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        started = time.monotonic()
        with pytest.raises(EnvironmentFault, match="another program holds the database"):
            records.unfinished()
        assert time.monotonic() - started < 4


def test_nothing_is_repaired_under_a_running_sitting(tmp_path: Path) -> None:
    with Records(tmp_path) as records:
        begin(records, "aaaa0001")
        records.flush()
        with pytest.raises(EnvironmentFault, match=r"aaaa0001: .*running in another window"):
            repair(tmp_path)
        assert [p.name for p in tmp_path.iterdir()] == ["interviewcoach.db"]


def test_what_was_moved_aside_before_is_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interviewcoach.records.repair.time.strftime", lambda form: "20260101-120000")
    kept = []
    for _ in range(3):
        damaged_in(tmp_path)
        kept.append(repair(tmp_path).moved_to)
    assert len(set(kept)) == 3 and all(path.exists() for path in kept)


def test_a_repair_without_room_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Records(tmp_path) as records:
        finish(records, "aaaa0001", "words " * 4000)
    before = (tmp_path / "interviewcoach.db").read_bytes()

    def cramped(path: Path) -> sqlite3.Connection:
        db = connect(path)
        db.execute("PRAGMA max_page_count = 1")
        return db

    monkeypatch.setattr("interviewcoach.records.repair.connect", cramped)
    with pytest.raises(EnvironmentFault, match="disk is full"):
        repair(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["interviewcoach.db"]
    assert (tmp_path / "interviewcoach.db").read_bytes() == before


def test_a_sound_or_missing_database_has_no_faults(tmp_path: Path) -> None:
    assert faults_in(tmp_path) == []
    with Records(tmp_path) as records:
        begin(records, "aaaa0001")
    assert faults_in(tmp_path) == []


def test_a_folder_that_is_a_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine", "utf-8", newline="\n")
    with pytest.raises(EnvironmentFault, match=r"data folder cannot be used.*INTERVIEWCOACH_HOME"):
        Records(tmp_path / "data")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs permissions that bind")
def test_a_folder_without_permission_is_told_in_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(EnvironmentFault):
            Records(tmp_path / "data")
    finally:
        tmp_path.chmod(0o700)


def test_a_database_deleted_under_a_reader_is_a_fault_and_no_traceback(tmp_path: Path, records: Records) -> None:
    begin(records, "aaaa0001")
    records.flush()
    with closing(sqlite3.connect(records.path)) as db:
        db.execute("DROP TABLE tags")
    with pytest.raises(EnvironmentFault):
        records.sittings()
