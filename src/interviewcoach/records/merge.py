"""One imported sitting into the database, inside the import's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from interviewcoach.records.archive_shape import Line, Row
from interviewcoach.records.export import LOCAL_SETTINGS
from interviewcoach.records.known_settings import is_sound
from interviewcoach.records.leases import is_running
from interviewcoach.records.rows import StoredEvent, dumps
from interviewcoach.records.write import fold

_FACTS = "status phase seen active planned words pace prediction".split()
_FIXED = "id problem mode level seed timed content_version started title".split()


def put_settings(db: sqlite3.Connection, settings: Mapping[str, Any]) -> None:
    """Settings that are not made here yet; one's own choice stays, and nobody else names the programs to run."""
    db.executemany(
        "INSERT INTO settings(key, value) VALUES(?, ?) ON CONFLICT DO NOTHING",
        [(key, dumps(value)) for key, value in settings.items() if key not in LOCAL_SETTINGS and is_sound(key, value)],
    )


def merge(db: sqlite3.Connection, line: Line, events: Sequence[StoredEvent]) -> str:
    """Takes a sitting in; returns "added", "extended", "unchanged" or "kept"."""
    sitting = line.sitting.id
    theirs = [(e.seq, e.at, e.kind, dumps(e.body)) for e in events]
    here = db.execute("SELECT 1 FROM sittings WHERE id = ?", (sitting,)).fetchone()
    ours = [tuple(row) for row in db.execute("SELECT seq, at, kind, body FROM events WHERE sitting = ? ORDER BY seq", (sitting,))]
    further = theirs[: len(ours)] == ours and len(theirs) > len(ours) and not is_running(db, sitting)
    if not here:
        _insert_row(db, line.sitting)
    if not here or further:
        _bring_up(db, line, theirs[len(ours) :])
    fresh = _add_parts(db, line)
    if not here:
        return "added"
    if further or fresh:
        return "extended"
    return "unchanged" if theirs == ours[: len(theirs)] else "kept"


def _insert_row(db: sqlite3.Connection, row: Row) -> None:
    values = row.model_dump()
    names = [*_FIXED, *_FACTS]
    values["pace"] = values["prediction"] = None
    db.execute(f"INSERT INTO sittings({', '.join(names)}) VALUES({', '.join(':' + name for name in names)})", values)


def _bring_up(db: sqlite3.Connection, line: Line, events: Sequence[tuple[int, int, str, str]]) -> None:
    """The events that are missing here, and everything that follows from them."""
    sitting, row = line.sitting.id, line.sitting.model_dump()
    db.executemany("INSERT INTO events(sitting, seq, at, kind, body) VALUES(?, ?, ?, ?, ?)", [(sitting, *e) for e in events])
    for name in ("pace", "prediction"):
        row[name] = dumps(row[name]) if row[name] is not None else None
    db.execute(f"UPDATE sittings SET {', '.join(f'{n} = :{n}' for n in _FACTS)} WHERE id = :id", row)
    db.execute("DELETE FROM drafts WHERE sitting = ?", (sitting,))
    db.executemany(
        "INSERT INTO drafts(sitting, part, at, text) VALUES(?, ?, ?, ?)",
        [(sitting, draft.part, draft.at, draft.text) for draft in line.drafts],
    )
    probes = [(sitting, e.body["probe"]["id"], e.at) for e in line.events if e.kind == "probed"]
    db.executemany("INSERT INTO probes(sitting, probe, at) VALUES(?, ?, ?) ON CONFLICT DO NOTHING", probes)
    db.execute("DELETE FROM transcripts WHERE sitting = ?", (sitting,))
    if line.transcript:
        document = line.transcript.document
        db.execute(
            "INSERT INTO transcripts(sitting, folded, document, submission) VALUES(?, ?, ?, ?)",
            (sitting, fold(document), document, dumps(line.transcript.submission)),
        )


def _add_parts(db: sqlite3.Connection, line: Line) -> bool:
    """Scorecards, remarks and tags that are not here yet; True if there were any."""
    sitting, before = line.sitting.id, db.total_changes
    for card in line.cards:
        body = card.body
        summary = {key: body[key] for key in ("axes", "phases", "skills", "verdicts")}
        db.execute(
            "INSERT INTO scorecards(id, sitting, made, level, content_version, verdict, overall, summary, body)"
            " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (
                card.id, sitting, card.made, body["level"], body["content_version"], body["verdict"],
                body["overall"], dumps(summary), dumps(body),
            ),
        )  # fmt: skip
    for remark in line.remarks:
        db.execute(
            "INSERT INTO remarks(id, sitting, at, author, text) VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (remark.id, sitting, remark.at, remark.author, remark.text),
        )
    for tag in line.tags:
        db.execute("INSERT INTO tags(sitting, tag) VALUES(?, ?) ON CONFLICT DO NOTHING", (sitting, tag))
    if line.sitting.card is not None:
        db.execute("UPDATE sittings SET card = ? WHERE id = ? AND card IS NULL", (line.sitting.card, sitting))
    _demand_own(db, "scorecards", sitting, [card.id for card in line.cards])
    _demand_own(db, "remarks", sitting, [remark.id for remark in line.remarks])
    return db.total_changes > before


def _demand_own(db: sqlite3.Connection, table: str, sitting: str, ids: Sequence[str]) -> None:
    """A file must not attach itself to another sitting's parts by borrowing their names."""
    for name in ids:
        owner = db.execute(f"SELECT sitting FROM {table} WHERE id = ?", (name,)).fetchone()
        if owner["sitting"] != sitting:
            raise ValueError(f"{table} {name} belongs to another sitting here")
