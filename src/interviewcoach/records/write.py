"""Every change to the database as one function on an open transaction; the writer's thread runs them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from interviewcoach.interview.plain import clean
from interviewcoach.records.leases import LeaseLost, demand
from interviewcoach.records.rows import Opening, Progressed, StoredEvent, dumps

DAY = 86_400_000


def fold(text: str) -> str:
    """Text made ready for searching: no case, no half characters, and no NUL, at which SQLite would stop reading."""
    return clean(text).casefold().replace("\x00", " ")


def create(db: sqlite3.Connection, opening: Opening, now: Progressed) -> None:
    """A new sitting. Doing it again changes nothing, for a write may be repeated after an unclear failure."""
    values = {**asdict(opening), "status": now.status, "seen": now.seen, "planned": now.planned}
    db.execute(
        "INSERT INTO sittings(id, problem, mode, level, seed, timed, content_version, started, status, seen, active,"
        " planned, words) VALUES(:id, :problem, :mode, :level, :seed, :timed, :content_version, :started, :status,"
        " :seen, 0, :planned, 0) ON CONFLICT(id) DO NOTHING",
        values,
    )


def record(
    db: sqlite3.Connection, sitting: str, token: str, event: StoredEvent, now: Progressed,
    draft: tuple[str, str] | None = None,
) -> None:  # fmt: skip
    """One event, what the sitting adds up to after it, and the part's whole text if it was a change of text.

    Writing the same event again changes nothing; another event in its place means that somebody else went on.
    """
    demand(db, sitting, token)
    row = (sitting, event.seq, event.at, event.kind, dumps(event.body))
    there = db.execute("SELECT * FROM events WHERE sitting = ? AND seq = ?", (sitting, event.seq)).fetchone()
    if there is not None and tuple(there) != row:
        raise LeaseLost(sitting)
    if there is None:
        db.execute("INSERT INTO events(sitting, seq, at, kind, body) VALUES(?, ?, ?, ?, ?)", row)
    _progress(db, sitting, now)
    if draft:
        db.execute(
            "INSERT INTO drafts(sitting, part, at, text) VALUES(?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET at = excluded.at, text = excluded.text",
            (sitting, draft[0], event.at, draft[1]),
        )
    if event.kind == "probed":
        db.execute(
            "INSERT INTO probes(sitting, probe, at) VALUES(?, ?, ?) ON CONFLICT DO NOTHING",
            (sitting, event.body["probe"]["id"], event.at),
        )


def _progress(db: sqlite3.Connection, sitting: str, now: Progressed) -> None:
    db.execute(
        "UPDATE sittings SET status = ?, phase = ?, seen = ?, active = ?, planned = ?, words = ?, pace = ?,"
        " prediction = ? WHERE id = ?",
        (
            now.status, now.phase, now.seen, now.active, now.planned, now.words,
            dumps(now.pace) if now.pace is not None else None,
            dumps(now.prediction) if now.prediction is not None else None, sitting,
        ),
    )  # fmt: skip


def beat(db: sqlite3.Connection, sitting: str, token: str, seen: int, active: int) -> None:
    """The sitting is alive: should the program die now, it resumes from here."""
    demand(db, sitting, token)
    db.execute("UPDATE sittings SET seen = ?, active = ? WHERE id = ?", (seen, active, sitting))


def hand_in(db: sqlite3.Connection, sitting: str, document: str, submission: Mapping[str, Any]) -> None:
    """What was handed in. The drafts of it go: their text is in the document and in the events. What stood beside it stays,
    to be found by its words.
    """
    db.execute(
        "INSERT INTO transcripts(sitting, document, submission, folded) VALUES(?, ?, ?, ?) ON CONFLICT(sitting)"
        " DO UPDATE SET document = excluded.document, submission = excluded.submission, folded = excluded.folded",
        (sitting, document, dumps(submission), fold(document)),
    )
    db.execute("DELETE FROM drafts WHERE sitting = ? AND part NOT IN ('notes', 'worksheet')", (sitting,))


def add_card(db: sqlite3.Connection, sitting: str, card_id: str, made: int, card: Mapping[str, Any]) -> None:
    """A scorecard, which from now on is the one that counts; earlier ones are kept."""
    summary = {key: card.get(key) or {} for key in ("axes", "phases", "skills", "verdicts")}
    db.execute(
        "INSERT INTO scorecards(id, sitting, made, level, content_version, verdict, overall, summary, body)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            card_id, sitting, made, card["level"], card["content_version"], card["verdict"], card["overall"],
            dumps(summary), dumps(card),
        ),
    )  # fmt: skip
    db.execute("UPDATE sittings SET card = ? WHERE id = ?", (card_id, sitting))


def rename(db: sqlite3.Connection, sitting: str, title: str) -> None:
    db.execute("UPDATE sittings SET title = ? WHERE id = ?", (title, sitting))


def set_tags(db: sqlite3.Connection, sitting: str, tags: Sequence[str]) -> None:
    """The sitting has exactly these tags."""
    db.execute("DELETE FROM tags WHERE sitting = ?", (sitting,))
    db.executemany("INSERT INTO tags(sitting, tag) VALUES(?, ?)", [(sitting, tag) for tag in tags])


def put_remark(db: sqlite3.Connection, sitting: str, remark: str, at: int, author: str, text: str) -> None:
    """A new remark, or a new text for one, which keeps its moment; an empty text takes it away."""
    if not text:
        db.execute("DELETE FROM remarks WHERE id = ?", (remark,))
        return
    db.execute(
        "INSERT INTO remarks(id, sitting, at, author, text) VALUES(?, ?, ?, ?, ?)"
        " ON CONFLICT(id) DO UPDATE SET author = excluded.author, text = excluded.text",
        (remark, sitting, at, author, text),
    )


def set_deleted(db: sqlite3.Connection, sittings: Sequence[str], at: int | None) -> None:
    """Hides sittings (or, with None, brings them back); nothing is lost until `purge`."""
    db.executemany("UPDATE sittings SET deleted = ? WHERE id = ?", [(at, sitting) for sitting in sittings])


def forget(db: sqlite3.Connection, sitting: str, token: str) -> None:
    """Removes a sitting in which nothing happened, unless somebody has found something to say of it."""
    demand(db, sitting, token)
    db.execute(
        "DELETE FROM sittings WHERE id = :id AND title = ''"
        " AND NOT EXISTS (SELECT 1 FROM tags WHERE sitting = :id) AND NOT EXISTS (SELECT 1 FROM remarks WHERE sitting = :id)",
        {"id": sitting},
    )


def purge(db: sqlite3.Connection, sittings: Sequence[str], now: int) -> None:
    """Removes these sittings if they are still deleted, and whatever was deleted more than a day ago."""
    db.executemany("DELETE FROM sittings WHERE id = ? AND deleted IS NOT NULL", [(s,) for s in sittings])
    db.execute("DELETE FROM sittings WHERE deleted < ?", (now - DAY,))


def put_setting(db: sqlite3.Connection, key: str, value: Any) -> None:
    """Keeps a setting; None forgets it."""
    if value is None:
        db.execute("DELETE FROM settings WHERE key = ?", (key,))
        return
    db.execute(
        "INSERT INTO settings(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, dumps(value)),
    )
