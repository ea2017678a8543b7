"""Whether the database is sound, and what to do when it is not. Nothing damaged is ever thrown away."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from interviewcoach.errors import EnvironmentFault
from interviewcoach.records.database import connect, prepare, transaction
from interviewcoach.records.faults import explain
from interviewcoach.records.paths import DATABASE

_TABLES = "sittings events drafts transcripts scorecards remarks tags probes settings".split()
_TOLD = {"events": "steps of sittings", "transcripts": "answers", "probes": "questions asked"}


@dataclass(frozen=True)
class Repaired:
    """Where the damaged file was moved, how many sittings could be read from it, and of what perhaps not all could."""

    moved_to: Path
    sittings: int
    unread: tuple[str, ...]


def faults_in(folder: Path) -> list[str]:
    """What is wrong with the database, empty when it is sound or not there yet."""
    path = folder / DATABASE
    if not path.exists():
        return []
    try:
        with closing(connect(path)) as db:
            said = [row[0] for row in db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            loose = db.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.Error as error:
        return [str(explain(error, path))]
    return said + ([f"{len(loose)} rows belong to nothing"] if loose else [])


def repair(folder: Path) -> Repaired:
    """Moves the database aside, makes a new one and fills it with all that can still be read."""
    path = folder / DATABASE
    aside = path.with_name(f"{path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
    journal = path.with_name(path.name + "-journal")
    try:
        path.rename(aside)
        if journal.exists():
            journal.rename(aside.with_name(aside.name + "-journal"))
    except OSError as error:
        raise EnvironmentFault(
            f"the damaged database cannot be moved aside ({error.strerror or error})",
            where=str(path),
            mend="close other windows of interviewcoach and try again",
        ) from error
    prepare(folder)
    with closing(connect(path)) as new:
        new.execute("PRAGMA foreign_keys = OFF")
        with transaction(new):
            unread = tuple(_TOLD.get(table, table) for table in _TABLES if not _save_table(aside, new, table))
            _drop_loose_ends(new)
        return Repaired(aside, int(new.execute("SELECT count(*) FROM sittings").fetchone()[0]), unread)


def _save_table(damaged: Path, new: sqlite3.Connection, table: str) -> bool:
    """Reads from both ends up to the damage, so that one bad page in the middle costs little; True where there was none."""
    whole = False
    columns = [row["name"] for row in new.execute(f"PRAGMA table_info({table})")]
    keys = ", ".join(row["name"] for row in new.execute(f"PRAGMA table_info({table})") if row["pk"])
    put = f"INSERT OR IGNORE INTO {table}({', '.join(columns)}) VALUES({', '.join('?' * len(columns))})"
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{key} {direction}" for key in keys.split(", "))
        with contextlib.suppress(sqlite3.DatabaseError), closing(sqlite3.connect(damaged)) as old:
            for row in old.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"):
                with contextlib.suppress(sqlite3.IntegrityError):
                    new.execute(put, row)
            whole = True
    return whole


def _drop_loose_ends(new: sqlite3.Connection) -> None:
    """Parts of sittings that are gone, events after a gap, and cards that are named but were lost."""
    for table in _TABLES:
        if table not in ("sittings", "settings"):
            new.execute(f"DELETE FROM {table} WHERE sitting NOT IN (SELECT id FROM sittings)")
    expected: dict[str, int] = {}
    torn = []
    for sitting, seq in new.execute("SELECT sitting, seq FROM events ORDER BY sitting, seq"):
        if seq == expected.get(sitting, 0):
            expected[sitting] = seq + 1
        else:
            torn.append((sitting, seq))
    new.executemany("DELETE FROM events WHERE sitting = ? AND seq = ?", torn)
    new.execute("DELETE FROM sittings WHERE id NOT IN (SELECT sitting FROM events WHERE seq = 0)")
    new.execute("UPDATE sittings SET card = NULL WHERE card NOT IN (SELECT id FROM scorecards)")
