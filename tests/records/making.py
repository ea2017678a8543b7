"""Sittings for tests, as rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from interviewcoach.records import Opening, Progressed, Records, StoredEvent

NOON = 1_700_000_000_000
HOUR, DAY = 3_600_000, 86_400_000


def opening(name: str, problem: str = "url-shortener", *, mode: str = "practice", at: int = NOON) -> Opening:
    return Opening(name, problem, mode, "senior", 7, True, "v1", at)


def progressed(status: str = "running", *, seen: int = NOON, **more: Any) -> Progressed:
    return Progressed(status, "requirements", seen, more.pop("active", 0), 2_700_000, more.pop("words", 0), **more)


def wrote(seq: int, text: str, at: int = NOON) -> StoredEvent:
    return StoredEvent(seq, at, "wrote", {"part": "requirements", "start": 0, "cut": 0, "put": text})


def card(verdict: str = "hire", overall: float = 74.5, **more: Any) -> dict[str, Any]:
    return {
        "problem": "url-shortener", "level": "senior", "overall": overall, "verdict": verdict,
        "verdicts": {"mid": "strong_hire", "senior": verdict, "staff": "lean_hire"},
        "axes": {"scoping": 80, "delivery": None}, "phases": {"requirements": 80},
        "skills": {"id-generation": 3, "cache-first": 1}, "criteria": [], "red_flags": [], "arithmetic": [],
        "to_next_band": None, "content_version": "v1", "about": "by rules", **more,
    }  # fmt: skip


def begin(records: Records, name: str, problem: str = "url-shortener", *, at: int = NOON, mode: str = "practice") -> None:
    first = StoredEvent(0, at, "started", {"problem": problem})
    records.create(opening(name, problem, at=at, mode=mode), first, progressed("running", seen=at))


def finish(
    records: Records, name: str, text: str = "a cache in front", *, problem: str = "url-shortener", at: int = NOON,
    mode: str = "practice", scored: dict[str, Any] | None = None, active: int = 2_600_000,
) -> None:  # fmt: skip
    """A whole finished sitting."""
    begin(records, name, problem, at=at, mode=mode)
    end = at + active
    records.record(name, wrote(1, text, end), progressed(seen=end, active=active), ("requirements", text))
    done = progressed("ended", seen=end, active=active, words=len(text.split()))
    records.record(name, StoredEvent(2, end, "ended", {"why": "done"}), done)
    records.hand_in(name, f"## Requirements\n\n{text}\n", {"problem": problem, "level": "senior", "answer": text})
    records.add_card(name, {**(scored or card()), "problem": problem})
    records.let_go(name)


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in a database, for comparing two of them."""
    with closing(sqlite3.connect(path)) as db:
        tables = [r[0] for r in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {t: sorted(db.execute(f"SELECT * FROM {t}").fetchall(), key=repr) for t in tables}


def accept(events: object) -> None:
    """A check of events that finds nothing."""
