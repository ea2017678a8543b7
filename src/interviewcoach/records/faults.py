"""What SQLite's errors mean to a person: one sentence, and the way out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from interviewcoach.errors import EnvironmentFault

_MEANING: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("another program holds the database", "close it"),
    sqlite3.SQLITE_LOCKED: ("another program holds the database", "close it"),
    sqlite3.SQLITE_FULL: ("the disk is full", "free some space"),
    sqlite3.SQLITE_READONLY: ("the data folder cannot be written to", "allow writing there"),
    sqlite3.SQLITE_PERM: ("the data folder cannot be written to", "allow writing there"),
    sqlite3.SQLITE_CANTOPEN: ("the database cannot be opened", "see whether the folder exists and may be read"),
    sqlite3.SQLITE_IOERR: ("the disk reports an error", "see whether it is still there"),
    sqlite3.SQLITE_TOOBIG: ("a text is too large to be stored", "shorten it"),
}
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_OTHERWISE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR)  # what may never pass
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
    if code_of(error) not in _MEANING:
        return EnvironmentFault(f"the database refused ({error})", where=str(where), mend="see `interviewcoach doctor`")
    what, mend = _MEANING[code_of(error)]
    return EnvironmentFault(what, where=str(where), mend=f"{mend}, and try again")


def not_saved_yet(error: sqlite3.Error, where: Path) -> str:
    """The sentence for who goes on working while a write waits, which is tried again without them."""
    what, mend = _MEANING[code_of(error)]
    otherwise = ", or save elsewhere" if code_of(error) in _OTHERWISE else ""
    return f"Not saved yet: {where}: {what}; {mend}{otherwise}; saving is tried again by itself"
