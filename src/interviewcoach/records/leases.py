"""Who may write to a running sitting. A lease lives as long as its holder's heart beats or, where that can be known, its
process runs: a window that was suspended, or that a full disk keeps from writing, still holds its sitting."""

from __future__ import annotations

import os
import socket
import sqlite3
import time

from interviewcoach.clock import since_boot
from interviewcoach.errors import CoachError
from interviewcoach.records.processes import runs

BEAT_SECONDS = 5.0
STALE = 20_000
FORGOTTEN = 12 * 3_600_000  # a window that stood still for so long is not come back to, or its number is another program's


class LeaseLost(CoachError):
    """Another window has taken this sitting over."""

    def __init__(self, sitting: str) -> None:
        super().__init__(
            "this sitting was taken over by another window and can only be read here",
            where=sitting,
            mend="go on in the other window; to keep what only stands here, save it to a file",
        )


class LeaseTaken(CoachError):
    """Another window is running this sitting right now."""

    def __init__(self, sitting: str) -> None:
        super().__init__(
            "this sitting is running in another window and can only be read here",
            where=sitting,
            mend="go on in the other window, or close it first",
        )


def acquire(db: sqlite3.Connection, sitting: str, token: str) -> None:
    """Takes the lease if it is free, or its holder is gone; LeaseTaken otherwise."""
    held = db.execute("SELECT token, host, pid, beat FROM leases WHERE sitting = ?", (sitting,)).fetchone()
    if held and held["token"] != token and _is_held(held):
        raise LeaseTaken(sitting)
    db.execute(
        "INSERT INTO leases(sitting, token, host, pid, beat) VALUES(?, ?, ?, ?, ?) ON CONFLICT(sitting) DO UPDATE"
        " SET token = excluded.token, host = excluded.host, pid = excluded.pid, beat = excluded.beat",
        (sitting, token, socket.gethostname(), os.getpid(), _now()),
    )


def keep(db: sqlite3.Connection, sitting: str, token: str) -> None:
    """The holder's heartbeat."""
    db.execute("UPDATE leases SET beat = ? WHERE sitting = ? AND token = ?", (_now(), sitting, token))


def release(db: sqlite3.Connection, sitting: str, token: str) -> None:
    db.execute("DELETE FROM leases WHERE sitting = ? AND token = ?", (sitting, token))


def demand(db: sqlite3.Connection, sitting: str, token: str) -> None:
    """LeaseLost unless the lease is this holder's."""
    held = db.execute("SELECT token FROM leases WHERE sitting = ?", (sitting,)).fetchone()
    if held is None or held["token"] != token:
        raise LeaseLost(sitting)


def is_running(db: sqlite3.Connection, sitting: str) -> bool:
    """Whether some window holds the sitting right now."""
    held = db.execute("SELECT host, pid, beat FROM leases WHERE sitting = ?", (sitting,)).fetchone()
    return held is not None and _is_held(held)


def held_by_others(db: sqlite3.Connection, token: str) -> set[str]:
    """The sittings that other windows hold right now."""
    found = db.execute("SELECT sitting, host, pid, beat FROM leases WHERE token <> ?", (token,))
    return {held["sitting"] for held in found if _is_held(held)}


def _now() -> int:
    return round(time.time() * 1000)


def _is_held(lease: sqlite3.Row) -> bool:
    now, beat = _now(), int(lease["beat"])
    # A beat from far in the future was made before the clock was set back: it proves nothing.
    fresh = abs(now - beat) < STALE
    alive = runs(lease["pid"]) if lease["host"] == socket.gethostname() else None
    if alive is None:
        return fresh
    booted = now - round(since_boot() * 1000)  # what beat before then is gone, whoever has its number now
    return alive and (fresh or max(booted, now - FORGOTTEN) < beat < now)
