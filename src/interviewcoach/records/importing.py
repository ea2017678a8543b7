"""Reads an export back: all of it or nothing. What is already here is never overwritten by what is older.

A sitting that is not here yet is added. One that went further in the file is brought up to there. One that went
further here, or went another way, stays as it is; further scorecards, remarks and tags are added in every case.
Importing the same file twice therefore changes nothing.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from pydantic import ValidationError

from interviewcoach.errors import CoachError, EnvironmentFault
from interviewcoach.records.archive_shape import Footer, Header, Line
from interviewcoach.records.database import connect, transaction
from interviewcoach.records.export import VERSION
from interviewcoach.records.faults import explain
from interviewcoach.records.merge import merge, put_settings
from interviewcoach.records.rows import StoredEvent

LONGEST_LINE = 64_000_000
MOST_BYTES = 8_000_000_000
ANOTHER_EXPORT = "make one with `interviewcoach export --all --out FILE`; a single sitting's cannot be taken in"
CheckEvents = Callable[[Sequence[StoredEvent]], None]


@dataclass(frozen=True)
class Imported:
    """How many sittings were added, brought further, already here, and left because those here differ."""

    added: int = 0
    extended: int = 0
    unchanged: int = 0
    kept: int = 0


def import_all(database: Path, source: Path, check_events: CheckEvents) -> Imported:
    """Imports an export; a CoachError says why the file was refused, and then nothing was changed.

    `check_events` raises ValueError where a sitting's events do not add up; records do not know what they mean.
    """
    counts = dict.fromkeys(("added", "extended", "unchanged", "kept"), 0)
    try:
        with closing(connect(database)) as db, transaction(db):
            for number, entry in _entries(source):
                try:
                    if isinstance(entry, Header):
                        put_settings(db, entry.settings)
                    else:
                        counts[_take_in(db, entry, check_events)] += 1
                except (ValueError, KeyError) as error:
                    raise _refused(source, f"line {number}: {_short(error)}") from error
    except sqlite3.IntegrityError as error:
        raise _refused(source, f"its parts contradict each other ({error})") from error
    except sqlite3.Error as error:
        raise explain(error, database) from error
    return Imported(**counts)


def _take_in(db: sqlite3.Connection, line: Line, check_events: CheckEvents) -> str:
    events = [StoredEvent(seq, e.at, e.kind, e.body) for seq, e in enumerate(line.events)]
    check_events(events)
    return merge(db, line, events)


def _refused(source: Path, why: str) -> CoachError:
    return CoachError(
        f"this is not a sound export, nothing was imported ({why})",
        where=str(source),
        mend="export again from where it came from",
    )


def _entries(source: Path) -> Iterator[tuple[int, Header | Line]]:
    """The header and the sittings, each checked; the seal on the last line is checked before it ends."""
    seal, count, header = hashlib.sha256(), 0, False
    for number, raw in enumerate(_lines(source), start=1):
        try:
            value = _parse(raw)
            if isinstance(value, dict) and "sha256" in value:
                footer = Footer.model_validate(value)
                if not header or footer.sittings != count or footer.sha256 != seal.hexdigest():
                    raise ValueError("the seal on its last line does not fit the lines before")
                return
            entry = Line.model_validate(value) if header else Header.model_validate(value)
        except (ValueError, RecursionError, MemoryError) as error:
            if not header:
                raise CoachError(
                    "this is no export of all sittings, nothing was imported", where=str(source), mend=ANOTHER_EXPORT
                ) from error
            raise _refused(source, f"line {number}: {_short(error)}") from error
        if isinstance(entry, Header):
            header = True
            if entry.version > VERSION:
                raise CoachError("was made by a newer interviewcoach", where=str(source), mend="update interviewcoach first")
        else:
            count += 1
        seal.update(raw)
        yield number, entry
    raise _refused(source, "it ends before its last line")


def _lines(source: Path) -> Iterator[bytes]:
    """Lines of bounded length from a plain or packed file of bounded size."""
    try:
        with source.open("rb") as raw:
            packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            file: IO[bytes] = gzip.GzipFile(fileobj=raw) if packed else raw  # type: ignore[assignment]
            total = 0
            while line := file.readline(LONGEST_LINE + 1):
                total += len(line)
                if len(line) > LONGEST_LINE or total > MOST_BYTES:
                    raise _refused(source, "it is larger than any export")
                yield line
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise _refused(source, "its packing is damaged") from error
    except OSError as error:
        raise EnvironmentFault(f"cannot be read ({error.strerror or error})", where=str(source), mend="check the name") from error


def _parse(raw: bytes) -> Any:
    def constant(name: str) -> Any:
        raise ValueError(f"{name} is not a number")

    return json.loads(raw.decode("utf-8"), parse_constant=constant)


def _short(error: BaseException) -> str:
    """One line about what does not fit, and where."""
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        return f"{place}: {first['msg']}" if place else str(first["msg"])
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__
