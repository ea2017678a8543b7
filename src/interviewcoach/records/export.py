"""Everything a person has, as one portable file: JSON lines, packed when the name ends in .gz.

The first line says what the file is and holds the settings, then comes one line a sitting, and the last line
counts and seals the ones before, so that a file cut short or changed on the way is recognised.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from interviewcoach.errors import CoachError, unwritable
from interviewcoach.records import read
from interviewcoach.records.database import reading
from interviewcoach.records.rows import dumps
from interviewcoach.whole_file import in_place_of

FORMAT = "interviewcoach-export"
VERSION = 1
# These name programs of one machine: they mean nothing elsewhere, or worse, something.
LOCAL_SETTINGS = ("editor",)
_COLUMNS = (
    "id, problem, mode, level, seed, timed, content_version, title, status, phase, started, seen, active, planned,"
    " words, pace, prediction, card"
)


def export_all(database: Path, target: Path, *, overwrite: bool = False) -> int:
    """Writes everything but deleted sittings to `target`; returns the number of sittings.

    The file appears under its name only when it is complete. Each sitting is read by itself, so that a sitting
    running meanwhile is not held up; of that one, what was saved so far is exported.
    """
    if target.exists() and not overwrite:
        raise CoachError("there is already a file", where=str(target), mend="choose another name")
    try:
        with in_place_of(target) as part, reading(database) as db, _packed(part, target.suffix == ".gz") as file:
            return _write_lines(db, file)
    except OSError as error:
        raise unwritable(target, error) from error


@contextmanager
def _packed(path: Path, pack: bool) -> Iterator[IO[bytes]]:
    """The same content gives the same bytes: the packed form carries no time and no name."""
    with path.open("wb") as raw:
        if not pack:
            yield raw
            return
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=6) as packed:
            yield packed  # type: ignore[misc]


def _write_lines(db: sqlite3.Connection, file: IO[bytes]) -> int:
    seal = hashlib.sha256()

    def put(value: Any) -> None:
        line = (dumps(value) + "\n").encode()
        seal.update(line)
        file.write(line)

    settings = {key: value for key, value in read.settings(db).items() if key not in LOCAL_SETTINGS}
    put({"format": FORMAT, "version": VERSION, "settings": settings})
    ids = [row["id"] for row in db.execute("SELECT id FROM sittings WHERE deleted IS NULL ORDER BY started, id")]
    count = 0
    for sitting in ids:
        db.execute("BEGIN")
        line = _line(db, sitting)
        db.execute("COMMIT")
        if line:
            put(line)
            count += 1
    file.write((dumps({"sittings": count, "sha256": seal.hexdigest()}) + "\n").encode())
    return count


def _line(db: sqlite3.Connection, sitting: str) -> dict[str, Any] | None:
    """A sitting with all its parts; None if it was removed meanwhile."""
    row = db.execute(f"SELECT {_COLUMNS} FROM sittings WHERE id = ?", (sitting,)).fetchone()
    if row is None:
        return None

    def rows(sql: str) -> list[dict[str, Any]]:
        return [dict(found) for found in db.execute(sql, (sitting,))]

    values = {**dict(row), "timed": bool(row["timed"])}
    for name in ("pace", "prediction"):
        values[name] = json.loads(row[name]) if row[name] else None
    transcript = rows("SELECT document, submission FROM transcripts WHERE sitting = ?")
    events = rows("SELECT at, kind, body FROM events WHERE sitting = ? ORDER BY seq")
    return {
        "sitting": values,
        "events": _opened(events, "body"),
        "drafts": rows("SELECT part, at, text FROM drafts WHERE sitting = ? ORDER BY part"),
        "transcript": _opened(transcript, "submission")[0] if transcript else None,
        "cards": _opened(rows("SELECT id, made, body FROM scorecards WHERE sitting = ? ORDER BY made, rowid"), "body"),
        "remarks": rows("SELECT id, at, author, text FROM remarks WHERE sitting = ? ORDER BY at, id"),
        "tags": [row["tag"] for row in rows("SELECT tag FROM tags WHERE sitting = ? ORDER BY tag")],
    }


def _opened(rows: list[dict[str, Any]], field: str) -> list[dict[str, Any]]:
    """Rows whose JSON text in `field` has become the value it stands for."""
    for row in rows:
        row[field] = json.loads(row[field])
    return rows
