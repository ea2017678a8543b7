"""Opening the one database: safe settings, migrations with a backup first, and faults told in a sentence."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from interviewcoach.errors import EnvironmentFault
from interviewcoach.records.faults import REPAIR, code_of, explain
from interviewcoach.records.paths import DATABASE
from interviewcoach.records.schema import STEPS
from interviewcoach.records.write import fold
from interviewcoach.whole_file import whole_file

BUSY = 5_000
READERS_BUSY = 1_000  # screens read on the thread that draws them


def connect(path: Path, *, busy: int = BUSY, to_write: bool = True) -> sqlite3.Connection:
    """A connection in autocommit mode; every write is durable when its COMMIT returns."""
    db = sqlite3.connect(path, timeout=busy / 1000, isolation_level=None)
    try:
        db.row_factory = sqlite3.Row
        db.create_function("fold", 1, fold, deterministic=True)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA synchronous = FULL")
        if to_write:
            db.execute("PRAGMA journal_mode = DELETE")  # which waits by itself where another program holds the database
    except sqlite3.Error as error:
        if code_of(error) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY):
            db.close()
            raise
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All or nothing. The lock is taken at once, so that waiting happens here and not halfway."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def prepare(folder: Path, steps: Sequence[str] = STEPS) -> Path:
    """Makes the folder and the database ready for this version of the program; returns the database's path."""
    path = folder / DATABASE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(connect(path)) as db:
            _bring_up_to_date(db, path, steps)
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except OSError as error:
        why = "this is a file, not a folder" if folder.is_file() else error.strerror or error
        raise EnvironmentFault(
            f"the data folder cannot be used ({why})",
            where=str(folder),
            mend="name another one with INTERVIEWCOACH_HOME",
        ) from error
    return path


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(db: sqlite3.Connection, path: Path, known: int = len(STEPS)) -> None:
    """EnvironmentFault where a newer program wrote the database: nothing is wrong with it, but it is not for us."""
    version = _version(db)
    if version > known:
        raise EnvironmentFault(
            f"the database was written by a newer interviewcoach (format {version}, this one knows {known})",
            where=str(path),
            mend="update interviewcoach, or name another data folder with INTERVIEWCOACH_HOME",
        )


def refuse_foreign(db: sqlite3.Connection, path: Path, steps: Sequence[str] = STEPS) -> None:
    """EnvironmentFault where the file is no database of ours, or one that has lost what tells its format."""
    version = _version(db)
    there = {row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    wanted = set(re.findall(r"CREATE TABLE (\w+)", "".join(steps[: max(version, 0)])))
    if wanted <= there and (version > 0 or not (version or there)):
        return
    if not {"sittings", "events"} <= there:
        mend = "move that file away, or name another data folder with INTERVIEWCOACH_HOME"
        raise EnvironmentFault("this is no database of interviewcoach", where=str(path), mend=mend)
    raise EnvironmentFault("the database has lost its format, or a part", where=str(path), mend=REPAIR)


def _bring_up_to_date(db: sqlite3.Connection, path: Path, steps: Sequence[str]) -> None:
    refuse_newer(db, path, len(steps))
    refuse_foreign(db, path, steps)
    version = _version(db)
    if version == len(steps):
        return
    if version:
        backup(db, path.with_name(f"{path.name}.format-{version}.bak"))
    with transaction(db):
        # Another window may have been quicker; the lock is ours now, so look again.
        for number in range(_version(db), len(steps)):
            for statement in split_script(steps[number]):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number + 1}")


def split_script(script: str) -> Iterator[str]:
    """Single statements: `executescript` would commit the transaction that holds a migration together."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        raise ValueError("a migration step ends in the middle of a statement")


def backup(db: sqlite3.Connection, target: Path) -> None:
    """A whole copy beside the database; it appears under its name only when it is complete."""
    with whole_file(target) as part, closing(sqlite3.connect(part)) as copy:
        db.backup(copy)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A short-lived connection for one reader in whatever thread it is; SQLite's errors become faults."""
    try:
        with closing(connect(path, busy=READERS_BUSY, to_write=False)) as db:
            yield db
    except sqlite3.Error as error:
        raise explain(error, path) from error
