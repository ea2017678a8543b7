"""Every question to the database as one function on an open connection."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from interviewcoach.errors import UsageError
from interviewcoach.interview.plain import clean
from interviewcoach.interview.protocol import VERDICTS
from interviewcoach.records.rows import (
    UNFINISHED,
    Filter,
    Performance,
    Remark,
    SittingRow,
    Standing,
    StoredCard,
    StoredEvent,
    StoredSitting,
    way_to_finish,
)
from interviewcoach.records.write import fold

_ROW = (
    "SELECT s.id, s.problem, s.mode, s.level, s.timed, s.content_version, s.title, s.status, s.phase, s.started,"
    " s.seen, s.active, s.planned, s.words, c.verdict, c.overall, c.content_version AS scored_with,"
    " (SELECT group_concat(tag, char(31)) FROM tags WHERE sitting = s.id) AS tags"
    " FROM sittings s LEFT JOIN scorecards c ON c.id = s.card WHERE s.deleted IS NULL"
)
_SORTS = {
    "newest": "s.started DESC, s.id",
    "oldest": "s.started, s.id",
    "best": "c.overall IS NULL, c.overall DESC, s.started DESC, s.id",
    "worst": "c.overall IS NULL, c.overall, s.started DESC, s.id",
    "longest": "s.active DESC, s.started DESC, s.id",
    "problem": "s.problem, s.started DESC, s.id",
}
_OPEN = f"({', '.join(map(repr, UNFINISHED))})"


def rows(db: sqlite3.Connection, wanted: Filter) -> list[SittingRow]:
    """The sittings that fit, in order."""
    clauses, values = _conditions(wanted)
    if wanted.sort not in _SORTS:
        raise UsageError(f"sittings cannot be sorted by {wanted.sort!r}", mend="use " + ", ".join(_SORTS))
    sql = " AND ".join([_ROW, *clauses]) + " ORDER BY " + _SORTS[wanted.sort]
    if wanted.limit is not None:
        sql += " LIMIT ?"
        values.append(wanted.limit)
    return [_row(row) for row in db.execute(sql, values)]


def unscored(db: sqlite3.Connection) -> list[SittingRow]:
    """Sittings that were handed in and have no scorecard."""
    return [_row(row) for row in db.execute(_ROW + " AND s.status = 'ended' AND s.card IS NULL ORDER BY s.started, s.id")]


def _conditions(wanted: Filter) -> tuple[list[str], list[Any]]:
    equal = {"s.problem": wanted.problem, "c.verdict": wanted.verdict, "s.mode": wanted.mode}
    clauses = [f"{column} = ?" for column, value in equal.items() if value]
    values: list[Any] = [clean(value) for value in equal.values() if value]
    if wanted.status:
        clauses.append(f"s.status {'IN' if wanted.status == 'unfinished' else 'NOT IN'} {_OPEN}")
    if wanted.tag:
        clauses.append("EXISTS(SELECT 1 FROM tags WHERE sitting = s.id AND tag = ?)")
        values.append(clean(wanted.tag))
    for bound, comparison in ((wanted.since, ">="), (wanted.until, "<")):
        if bound is not None:
            clauses.append(f"s.started {comparison} ?")
            values.append(bound)
    for word in fold(wanted.text).split():
        clauses.append(_CONTAINS)
        values += [word] * _CONTAINS.count("?")
    return clauses, values


# instr compares bytes and is several times quicker than LIKE; SQLite's own lower() and LIKE know only ASCII case.
_CONTAINS = (
    "(instr(fold(s.title), ?) OR instr(s.problem, ?)"
    " OR EXISTS(SELECT 1 FROM transcripts WHERE sitting = s.id AND instr(folded, ?))"
    " OR EXISTS(SELECT 1 FROM drafts WHERE sitting = s.id AND instr(fold(text), ?))"
    " OR EXISTS(SELECT 1 FROM tags WHERE sitting = s.id AND instr(fold(tag), ?))"
    " OR EXISTS(SELECT 1 FROM remarks WHERE sitting = s.id AND instr(fold(author || ' ' || text), ?)))"
)


def _row(row: sqlite3.Row) -> SittingRow:
    values = dict(row)
    tags = values.pop("tags")
    values["timed"] = bool(values["timed"])
    return SittingRow(**values, tags=tuple(sorted(tags.split("\x1f"))) if tags else ())


def find(db: sqlite3.Connection, name: str) -> str:
    """The id that `name` means: an id, the beginning of one, or "last" for the latest finished sitting."""
    if name == "last":
        found = rows(db, Filter(status="finished", limit=1))
        if not found:
            waiting = rows(db, Filter(status="unfinished", limit=1))
            start = "start one with `interviewcoach practice url-shortener`"
            raise UsageError("there is no finished sitting yet", mend=way_to_finish(waiting[0]) if waiting else start)
        return found[0].id
    matches = [
        row["id"]
        for row in db.execute(
            "SELECT id FROM sittings WHERE deleted IS NULL AND substr(id, 1, length(:name)) = :name ORDER BY id LIMIT 6",
            {"name": clean(name)},
        )
    ]
    if name in matches:
        return name
    if len(matches) == 1 and name:
        return str(matches[0])
    if name and matches:
        raise UsageError(f"several sittings begin with {name!r}", mend="write more of one: " + ", ".join(matches))
    raise UsageError(f"there is no sitting {name!r}", mend="`interviewcoach sessions` lists them all")


def load(db: sqlite3.Connection, sitting: str) -> StoredSitting:
    """A sitting with all its parts; the id must exist (see `find`)."""
    row = _row(db.execute(_ROW + " AND s.id = ?", (sitting,)).fetchone())
    transcript = db.execute("SELECT document, submission FROM transcripts WHERE sitting = ?", (sitting,)).fetchone()
    counts = db.execute("SELECT card FROM sittings WHERE id = ?", (sitting,)).fetchone()["card"]
    cards = _cards(db, sitting)
    remarks = db.execute("SELECT id, at, author, text FROM remarks WHERE sitting = ? ORDER BY at, id", (sitting,))
    drafts = db.execute("SELECT part, text FROM drafts WHERE sitting = ?", (sitting,))
    return StoredSitting(
        row=row, events=events(db, sitting), drafts=dict(drafts),
        document=transcript["document"] if transcript else None,
        submission=json.loads(transcript["submission"]) if transcript else None,
        cards=cards, card=next((card for card in cards if card.id == counts), None),
        remarks=tuple(Remark(*remark) for remark in remarks),
    )  # fmt: skip


def events(db: sqlite3.Connection, sitting: str) -> tuple[StoredEvent, ...]:
    found = db.execute("SELECT seq, at, kind, body FROM events WHERE sitting = ? ORDER BY seq", (sitting,))
    return tuple(StoredEvent(seq, at, kind, json.loads(body)) for seq, at, kind, body in found)


def _cards(db: sqlite3.Connection, sitting: str) -> tuple[StoredCard, ...]:
    found = db.execute(
        "SELECT id, made, level, content_version, body FROM scorecards WHERE sitting = ? ORDER BY made, rowid",
        (sitting,),
    )
    return tuple(StoredCard(card, made, level, version, json.loads(b)) for card, made, level, version, b in found)


def standings(db: sqlite3.Connection) -> dict[str, Standing]:
    """Best verdict, count and last time of every problem that was practised, in one query."""
    order = " ".join(f"WHEN '{verdict}' THEN {place}" for place, verdict in enumerate(VERDICTS))
    found = db.execute(
        f"SELECT s.problem, count(*) AS n, max(CASE c.verdict {order} END) AS best, max(s.started) AS last"
        " FROM sittings s LEFT JOIN scorecards c ON c.id = s.card"
        " WHERE s.deleted IS NULL AND s.status = 'ended' GROUP BY s.problem"
    )
    return {
        r["problem"]: Standing(r["problem"], r["n"], None if r["best"] is None else VERDICTS[r["best"]], r["last"]) for r in found
    }


def performances(db: sqlite3.Connection) -> list[Performance]:
    """Every scored sitting, oldest first, with what progress needs and nothing of the answers."""
    found = db.execute(
        "SELECT s.id, s.problem, s.mode, s.level, s.timed, s.started, s.active, c.verdict, c.overall, c.summary,"
        " s.pace, s.prediction FROM sittings s JOIN scorecards c ON c.id = s.card"
        " WHERE s.deleted IS NULL AND s.status = 'ended' ORDER BY s.started, s.id"
    )
    result = []
    for r in found:
        summary = json.loads(r["summary"])
        result.append(
            Performance(
                r["id"], r["problem"], r["mode"], r["level"], bool(r["timed"]), r["started"], r["active"],
                r["verdict"], r["overall"], summary["axes"], summary["skills"],
                json.loads(r["pace"]) if r["pace"] else None,
                json.loads(r["prediction"]) if r["prediction"] else None,
            )
        )  # fmt: skip
    return result


def recent_probes(db: sqlite3.Connection, problem: str, besides: str, sittings: int) -> tuple[str, ...]:
    """What the interviewer asked in the last sittings of a problem in which anything was asked."""
    found = db.execute(
        "SELECT p.probe FROM probes p WHERE p.sitting IN (SELECT s.id FROM sittings s WHERE s.problem = ?"
        " AND s.id <> ? AND s.deleted IS NULL AND s.phase IS NOT NULL ORDER BY s.started DESC LIMIT ?)"
        " ORDER BY p.at, p.probe",
        (problem, besides, sittings),
    )
    return tuple(dict.fromkeys(row["probe"] for row in found))


def settings(db: sqlite3.Connection) -> dict[str, Any]:
    return {key: json.loads(value) for key, value in db.execute("SELECT key, value FROM settings ORDER BY key")}


def seen(db: sqlite3.Connection, sitting: str) -> int:
    """The session time at which a sitting was last alive."""
    return int(db.execute("SELECT seen FROM sittings WHERE id = ?", (sitting,)).fetchone()["seen"])
