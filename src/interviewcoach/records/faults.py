"""What SQLite's errors mean to a person: one sentence, and the way out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from interviewcoach.errors import EnvironmentFault

_MEANING: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("another program holds the database", "close it; saving is tried again by itself"),
    sqlite3.SQLITE_LOCKED: ("another program holds the database", "close it; saving is tried again by itself"),
    sqlite3.SQLITE_FULL: ("the disk is full", "free some space; saving is tried again by itself"),
    sqlite3.SQLITE_READONLY: ("the data folder cannot be written to", "allow writing there, or save elsewhere"),
    sqlite3.SQLITE_PERM: ("the data folder cannot be written to", "allow writing there, or save elsewhere"),
    sqlite3.SQLITE_CANTOPEN: ("the database cannot be opened", "see whether the folder exists and may be read"),
    sqlite3.SQLITE_IOERR: ("the disk reports an error", "see whether it is still there; save elsewhere meanwhile"),
    sqlite3.SQLITE_TOOBIG: ("a text is too large to be stored", "shorten it"),
}
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
REPAIR = "run `interviewcoach doctor --repair`: it moves the damaged file aside, keeps it, and saves what can be read"


def code_of(error: sqlite3.Error) -> int:
    """The primary result code, 0 where SQLite gave none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_passing(error: sqlite3.Error) -> bool:
    """Whether the same write may well succeed later."""
    code = code_of(error)
    return code in _MEANING and code != sqlite3.SQLITE_TOOBIG


def explain(error: sqlite3.Error, where: Path) -> EnvironmentFault:
    """The fault to show for an error of the database at `where`."""
    if code_of(error) in DAMAGED:
        return EnvironmentFault("the database is damaged", where=str(where), mend=REPAIR)
    what, mend = _MEANING.get(code_of(error), (f"the database refused ({error})", "see `interviewcoach doctor`"))
    return EnvironmentFault(what, where=str(where), mend=mend)
