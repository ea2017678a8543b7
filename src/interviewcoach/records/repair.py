"""Whether the database is sound, and what to do when it is not. Nothing damaged is ever thrown away."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from interviewcoach.errors import EnvironmentFault
from interviewcoach.records.database import BUSY, connect, prepare, refuse_foreign, refuse_newer, transaction
from interviewcoach.records.faults import HELD, REPAIR, code_of, explain, is_passing
from interviewcoach.records.leases import is_running
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
    """What is wrong with the database, empty when it is sound or not there yet.

    EnvironmentFault: it cannot be looked at now (another program holds it, say, or a newer one wrote it), which is no damage.
    """
    path = folder / DATABASE
    if not path.exists():
        return []
    try:
        with closing(connect(path)) as db:
            refuse_newer(db, path)
            refuse_foreign(db, path)
            said = [row[0] for row in db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            loose = db.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.Error as error:
        if is_passing(error):
            raise explain(error, path) from error
        return [str(explain(error, path))]
    except EnvironmentFault as fault:
        if fault.mend != REPAIR:
            raise
        return [str(fault)]
    damage = ["the database is damaged: not all that it keeps can be read"] if said else []
    return damage + ([f"{len(loose)} rows belong to nothing"] if loose else [])


def repair(folder: Path) -> Repaired:
    """Makes a new database of all that can still be read of this one, which is moved aside.

    Nothing is moved before the new one is whole. EnvironmentFault: somebody is using it, or there is no room for a new one.
    """
    path = folder / DATABASE
    _demand_that_nobody_uses(path)
    aside = _free_name(path)
    try:
        with tempfile.TemporaryDirectory(prefix="repair-", dir=folder) as workshop:
            new = prepare(Path(workshop))
            saved, unread = _fill(new, path)
            _move(path, aside)
            new.rename(path)
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except OSError as error:
        raise EnvironmentFault(
            f"the damaged database cannot be moved aside ({error.strerror or error})",
            where=str(path),
            mend="close other windows of interviewcoach and try again",
        ) from error
    return Repaired(aside, saved, unread)


def _demand_that_nobody_uses(path: Path) -> None:
    try:
        with closing(connect(path)) as db:
            used = [row["sitting"] for row in db.execute("SELECT sitting FROM leases") if is_running(db, row["sitting"])]
    except sqlite3.Error as error:
        if is_passing(error):
            raise explain(error, path) from error
        return  # so damaged that nobody can be using it
    if used:
        raise EnvironmentFault("a sitting is running in another window", where=used[0], mend="close that window and try again")


def _free_name(path: Path) -> Path:
    """A damaged file that was moved aside earlier is never overwritten, not even within a second."""
    stamp = f"{path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}"
    names = (path.with_name(stamp if number == 1 else f"{stamp}-{number}") for number in count(1))
    return next(name for name in names if not name.exists())


def _move(path: Path, aside: Path) -> None:
    path.rename(aside)
    journal = path.with_name(path.name + "-journal")
    if journal.exists():
        journal.rename(aside.with_name(aside.name + "-journal"))


def _fill(path: Path, damaged: Path) -> tuple[int, tuple[str, ...]]:
    """Fills a new database; returns how many sittings it holds, and of what perhaps not all could be read."""
    with closing(connect(path)) as new:
        new.execute("PRAGMA foreign_keys = OFF")
        with transaction(new):
            unread = tuple(_TOLD.get(table, table) for table in _TABLES if not _save_table(damaged, new, table))
            _drop_loose_ends(new)
        return int(new.execute("SELECT count(*) FROM sittings").fetchone()[0]), unread


def _save_table(damaged: Path, new: sqlite3.Connection, table: str) -> bool:
    """Reads from both ends up to the damage, so that one bad page in the middle costs little; True where there was none."""
    whole = False
    columns = [row["name"] for row in new.execute(f"PRAGMA table_info({table})")]
    keys = [row["name"] for row in new.execute(f"PRAGMA table_info({table})") if row["pk"]]
    put = f"INSERT OR IGNORE INTO {table}({', '.join(columns)}) VALUES({', '.join('?' * len(columns))})"
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{key} {direction}" for key in keys)
        rows = _Readable(damaged, f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}")
        for row in rows:
            with contextlib.suppress(sqlite3.IntegrityError):
                new.execute(put, row)
        whole |= rows.ended
    return whole


@dataclass
class _Readable:
    """Rows up to the damage. What goes wrong with the new database is raised where the rows are used, and is not passed over."""

    damaged: Path
    sql: str
    ended: bool = False  # there was no damage

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        try:
            with closing(sqlite3.connect(self.damaged, timeout=BUSY / 1000)) as old:
                yield from old.execute(self.sql)
                self.ended = True
        except sqlite3.DatabaseError as error:
            if code_of(error) in HELD:  # which is no damage: taken for one, a sound database would be moved aside
                raise


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
