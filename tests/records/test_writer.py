"""Trouble with the disk: what was typed waits, is told once, and is written in order when the trouble is over."""

from __future__ import annotations

import pickle
import sqlite3
import threading
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from making import HOUR, NOON, begin, content, progressed, wrote

from interviewcoach.errors import CoachError, EnvironmentFault
from interviewcoach.records import LeaseLost, LeaseTaken, Records, save_elsewhere
from interviewcoach.records import writer as writing
from interviewcoach.records.database import connect
from interviewcoach.records.writer import Job


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "BUSY", 20)
    monkeypatch.setattr(writing, "FIRST_WAIT", 0.02)
    monkeypatch.setattr(writing, "LONGEST_WAIT", 0.05)


def until(true: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end, "never came true"
        time.sleep(0.005)


def test_a_locked_database_delays_and_loses_nothing(tmp_path: Path) -> None:
    told: list[str] = []
    with Records(tmp_path, told.append) as records:
        begin(records, "aaaa0001")
        assert records.flush()
        with closing(sqlite3.connect(records.path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            started = time.monotonic()
            for seq in range(1, 31):
                records.record("aaaa0001", wrote(seq, f"word {seq}"), progressed(), ("requirements", f"word {seq}"))
            assert time.monotonic() - started < 0.5, "typing must not wait for the database"
            until(lambda: told)
            assert "another program holds the database" in told[0] and records.writer.waiting == 30
            other.execute("ROLLBACK")
        assert records.flush()
        until(lambda: told[-1] == "")
        assert len(told) == 2
        stored = records.load("aaaa0001")
    assert [e.seq for e in stored.events] == list(range(31))
    assert stored.drafts == {"requirements": "word 30"}


def test_a_full_disk_is_told_and_writing_goes_on_when_there_is_room(tmp_path: Path, monkeypatch) -> None:
    told: list[str] = []
    room = {"pages": 1}

    def cramped(path: Path, *, busy: int) -> sqlite3.Connection:
        db = connect(path, busy=busy)
        db.execute(f"PRAGMA max_page_count = {room['pages']}")
        return db

    monkeypatch.setattr(writing, "connect", cramped)
    with Records(tmp_path, told.append) as records:
        begin(records, "aaaa0001")
        records.record("aaaa0001", wrote(1, "x" * 200_000), progressed())
        until(lambda: told)
        assert told[0].startswith("Not saved yet:") and "disk is full" in told[0]
        room["pages"] = 1_000_000
        assert records.flush()
        assert len(records.load("aaaa0001").events) == 2


def test_a_read_only_database_is_told_and_leaves_the_queue_whole(tmp_path: Path, monkeypatch) -> None:
    told: list[str] = []
    records = Records(tmp_path, told.append)

    def read_only(path: Path, *, busy: int) -> sqlite3.Connection:
        db = connect(path, busy=busy)
        db.execute("PRAGMA query_only = ON")
        return db

    monkeypatch.setattr(writing, "connect", read_only)
    begin(records, "aaaa0001")
    until(lambda: told)
    assert "cannot be written to" in told[0] and records.trouble == told[0]
    assert records.close(timeout=0.1) >= 2, "what could not be written is counted at the end"


def test_a_job_that_can_never_succeed_does_not_hold_up_the_rest(records: Records) -> None:
    failures: list[CoachError] = []
    records.writer.submit(Job(lambda db: db.execute("SELECT nonsense"), failed=failures.append))
    records.writer.submit(Job(lambda db: 1 / 0, failed=failures.append))
    records.set_setting("theme", "dark")
    assert records.flush() and len(failures) == 2
    assert records.settings() == {"theme": "dark"}


def test_a_caller_that_waits_gets_the_result_or_the_reason(records: Records) -> None:
    assert records.writer.call(lambda db: db.execute("SELECT 6 * 7").fetchone()[0]) == 42
    with pytest.raises(EnvironmentFault):
        records.writer.call(lambda db: db.execute("SELECT nonsense"))
    with pytest.raises(EnvironmentFault, match="in time"):
        records.writer.call(lambda db: time.sleep(0.2), timeout=0.01)


def test_waiting_beats_are_written_once(records: Records) -> None:
    begin(records, "aaaa0001")
    gate = threading.Event()
    records.writer.submit(Job(lambda db: gate.wait(5)))
    until(lambda: records.writer.waiting <= 3)
    waiting = records.writer.waiting
    for second in range(50):
        records.beat("aaaa0001", NOON + second * 1000, second * 1000)
    assert records.writer.waiting == waiting + 1
    gate.set()
    assert records.flush()
    assert records.sittings()[0].active == 49_000


def test_a_job_that_is_running_is_not_replaced_by_its_like(records: Records) -> None:
    begun, gate = threading.Event(), threading.Event()
    done: list[int] = []

    def slow(db: sqlite3.Connection) -> None:
        begun.set()
        gate.wait(5)
        done.append(1)

    records.writer.submit(Job(slow, key="like"))
    assert begun.wait(5)
    records.writer.submit(Job(lambda db: done.append(2), key="like"))
    gate.set()
    assert records.flush() and done == [1, 2]


def test_a_second_window_reads_only_until_the_first_lets_go(tmp_path: Path) -> None:
    with Records(tmp_path) as first, Records(tmp_path) as second:
        begin(first, "aaaa0001")
        first.flush()
        with pytest.raises(LeaseTaken, match="running in another window"):
            second.take("aaaa0001")
        first.let_go("aaaa0001")
        first.flush()
        second.take("aaaa0001")
        lost: list[CoachError] = []
        first.record("aaaa0001", wrote(1, "from the first"), progressed(), failed=lost.append)
        first.flush()
        assert isinstance(lost[0], LeaseLost) and "taken over" in str(lost[0])
        second.record("aaaa0001", wrote(1, "from the second"), progressed())
        second.flush()
        assert [e.body.get("put") for e in second.load("aaaa0001").events] == [None, "from the second"]


def test_a_sitting_that_could_not_be_taken_in_time_is_not_taken_later(tmp_path: Path, monkeypatch) -> None:
    with Records(tmp_path) as first, Records(tmp_path) as second:
        begin(first, "aaaa0001")
        first.let_go("aaaa0001")
        first.flush()
        monkeypatch.setattr(first.writer, "call", partial(first.writer.call, timeout=0.1))
        with closing(sqlite3.connect(first.path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(EnvironmentFault):
                first.take("aaaa0001")
            other.execute("ROLLBACK")
        assert first.flush()
        second.take("aaaa0001")


@pytest.mark.parametrize("sign", ["dead process", "no heartbeat", "clock set back"])
def test_a_lease_whose_holder_is_gone_is_free(tmp_path: Path, sign: str) -> None:
    with Records(tmp_path) as first, Records(tmp_path) as second:
        begin(first, "aaaa0001")
        first.flush()
        first.writer.stop("lease aaaa0001")
        change = {
            "dead process": "pid = 4194300, host = host",
            "no heartbeat": "beat = beat - 60000, host = 'elsewhere'",
            "clock set back": "beat = beat + 3600000, host = 'elsewhere'",
        }[sign]
        first.writer.call(lambda db: db.execute(f"UPDATE leases SET {change}") and None)
        second.take("aaaa0001")


@pytest.mark.parametrize(("ago", "held"), [(60_000, True), (11 * HOUR, True), (13 * HOUR, False)])
def test_a_window_that_stands_still_keeps_its_sitting_for_half_a_day(tmp_path: Path, monkeypatch, ago: int, held: bool) -> None:
    from interviewcoach.records import leases

    monkeypatch.setattr(leases, "since_boot", lambda: 1_000_000.0)
    with Records(tmp_path) as first, Records(tmp_path) as second:
        begin(first, "aaaa0001")
        first.flush()
        first.writer.stop("lease aaaa0001")
        first.writer.call(lambda db: db.execute(f"UPDATE leases SET beat = beat - {ago}") and None)
        if held:
            with pytest.raises(LeaseTaken):
                second.take("aaaa0001")
        else:
            second.take("aaaa0001")


def test_after_a_power_cut_another_program_with_its_number_holds_nothing(tmp_path: Path, monkeypatch) -> None:
    from interviewcoach.records import leases

    monkeypatch.setattr(leases, "since_boot", lambda: 50.0)
    with Records(tmp_path) as first, Records(tmp_path) as second:
        begin(first, "aaaa0001")
        first.flush()
        first.writer.stop("lease aaaa0001")
        first.writer.call(lambda db: db.execute("UPDATE leases SET beat = beat - 60000") and None)
        second.take("aaaa0001")


@pytest.mark.parametrize("kind", [LeaseLost, LeaseTaken])
def test_faults_of_leases_go_from_process_to_process(kind: type[CoachError]) -> None:
    fault = kind("aaaa0001")
    again = pickle.loads(pickle.dumps(fault))
    assert type(again) is kind and (str(again), again.args) == (str(fault), fault.args) and again.mend == fault.mend


def test_a_lease_of_another_machine_that_beats_is_respected(tmp_path: Path) -> None:
    with Records(tmp_path) as first, Records(tmp_path) as second:
        begin(first, "aaaa0001")
        first.writer.call(lambda db: db.execute("UPDATE leases SET pid = 4194300, host = 'elsewhere'") and None)
        with pytest.raises(LeaseTaken):
            second.take("aaaa0001")


def test_the_heart_beats_while_the_program_stands_still(tmp_path: Path, monkeypatch) -> None:
    from interviewcoach.records import leases

    monkeypatch.setattr(leases, "BEAT_SECONDS", 0.02)
    with Records(tmp_path) as records:
        begin(records, "aaaa0001")
        records.flush()

        def beat() -> int:
            return int(content(records.path)["leases"][0][4])

        first = beat()
        until(lambda: beat() > first)


def test_ten_windows_write_at_once_and_nothing_is_lost(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(writing, "BUSY", 1000)
    windows = [Records(tmp_path) for _ in range(10)]
    for number, window in enumerate(windows):
        begin(window, f"aaaa{number:04}")
        for seq in range(1, 11):
            window.record(f"aaaa{number:04}", wrote(seq, f"{number} {seq}"), progressed())
    assert all(window.flush(20) for window in windows)
    assert [len(windows[0].load(f"aaaa{n:04}").events) for n in range(10)] == [11] * 10
    assert [window.close() for window in windows] == [0] * 10


def test_the_same_event_twice_is_one_and_another_in_its_place_is_refused(records: Records) -> None:
    begin(records, "aaaa0001")
    failures: list[CoachError] = []
    for text in ("one", "one", "two"):
        records.record("aaaa0001", wrote(1, text), progressed(), failed=failures.append)
    records.flush()
    assert [e.body.get("put") for e in records.load("aaaa0001").events] == [None, "one"]
    assert [type(f) for f in failures] == [LeaseLost]


def test_text_can_be_saved_elsewhere_but_never_over_a_file(tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "answer.md"
    save_elsewhere(target, "## Requirements\n\x00 [/x] \ud83d")
    assert target.read_bytes() == b"## Requirements\n\x00 [/x] ?"
    with pytest.raises(CoachError, match="already a file"):
        save_elsewhere(target, "other")
    with pytest.raises(EnvironmentFault):
        save_elsewhere(target / "below a file", "x")
