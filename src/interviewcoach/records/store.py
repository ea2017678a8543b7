"""The one door to what is kept. Reads answer at once; writes are queued and never make the caller wait.

Make one `Records` per process and close it at the end. All methods may be called from any thread. Reads see
everything that was written before the last `flush`.
"""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interviewcoach.errors import CoachError, EnvironmentFault, unwritable
from interviewcoach.interview.plain import clean
from interviewcoach.records import leases, read, write
from interviewcoach.records.database import prepare, reading
from interviewcoach.records.paths import data_folder
from interviewcoach.records.rows import (
    LONGEST_REMARK,
    LONGEST_TAG,
    LONGEST_TITLE,
    Filter,
    Opening,
    Performance,
    Progressed,
    SittingRow,
    Standing,
    StoredEvent,
    StoredSitting,
)
from interviewcoach.records.writer import Job, RecordsWriter
from interviewcoach.whole_file import new_file

if TYPE_CHECKING:
    from interviewcoach.records.importing import Imported

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
LONGEST_TIDYING = 1.0  # seconds


def new_id(length: int = 8) -> str:
    """A short name that no other sitting has, readable aloud (no i, l, o, u)."""
    return "".join(secrets.choice(_LETTERS) for _ in range(length))


def _now() -> int:
    return round(time.time() * 1000)


class Records:
    """`on_trouble(sentence)`: told, from another thread, when saving fails ("" when all is well again)."""

    def __init__(self, folder: Path | None = None, on_trouble: Callable[[str], None] | None = None) -> None:
        self.folder = folder or data_folder()
        self.path = prepare(self.folder)
        self.writer = RecordsWriter(self.path, on_trouble)
        self._deleted: set[str] = set()
        self._token = secrets.token_hex(8)

    def __enter__(self) -> Records:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self, timeout: float = 5.0) -> int:
        """Writes what waits, makes deletions final, and returns how many writes had to be left undone.

        Where the folder is fit for reading only, the tidying up is no loss: it is done the next time.
        """
        if self.writer.closed:
            return self.writer.waiting
        kept = self.writer.flush(timeout)
        purge = partial(_with_db, write.purge, sorted(self._deleted), _now())
        self.writer.submit(Job(purge, failed=lambda _: None))
        left = self.writer.close(min(timeout, LONGEST_TIDYING))
        return self.writer.lost if kept else left + self.writer.lost

    def flush(self, timeout: float = 5.0) -> bool:
        """Waits until everything is on the disk; False where it could not be in time."""
        return self.writer.flush(timeout)

    @property
    def trouble(self) -> str:
        """Why saving does not work at the moment, "" while it does."""
        return self.writer.trouble

    @property
    def fault(self) -> CoachError | None:
        """What kept the last write from the disk, for who does not wait until it is tried again."""
        return self.writer.fault

    # --- a running sitting ------------------------------------------------------------------------------

    def create(self, opening: Opening, event: StoredEvent, now: Progressed) -> None:
        """A new sitting with its first event, and its lease, which is this process's: all or nothing."""

        def run(db: sqlite3.Connection) -> None:
            write.create(db, opening, now)
            leases.acquire(db, opening.id, self._token)
            write.record(db, opening.id, self._token, event, now)

        self.writer.submit(Job(run))
        self._hold(opening.id)

    def take(self, sitting: str) -> None:
        """Takes the lease of an unfinished sitting; LeaseTaken where another window has it."""
        try:
            self.writer.call(partial(_with_db, leases.acquire, sitting, self._token))
        except EnvironmentFault:  # it waits in the queue still, and nobody would give back what it takes later
            self._submit(leases.release, sitting, self._token)
            raise
        self._hold(sitting)

    def let_go(self, sitting: str) -> None:
        """Gives the lease back, after everything that was written before."""
        self.writer.stop(_heart(sitting))
        self._submit(leases.release, sitting, self._token)

    def record(
        self, sitting: str, event: StoredEvent, now: Progressed, draft: tuple[str, str] | None = None,
        failed: Callable[[CoachError], None] | None = None,
    ) -> None:  # fmt: skip
        """One event in its own transaction. `failed` is told (LeaseLost) when it can never be written."""
        run = partial(_with_db, write.record, sitting, self._token, event, now, draft)
        self.writer.submit(Job(run, failed=failed))

    def beat(self, sitting: str, seen: int, active: int, failed: Callable[[CoachError], None] | None = None) -> None:
        """Notes that a sitting was alive at `seen`; of several that wait only the last is written."""
        run = partial(_with_db, write.beat, sitting, self._token, seen, active)
        self.writer.submit(Job(run, key=f"beat {sitting}", failed=failed))

    def hand_in(self, sitting: str, document: str, submission: Mapping[str, Any]) -> None:
        self._submit(write.hand_in, sitting, document, submission)

    def add_card(self, sitting: str, card: Mapping[str, Any]) -> str:
        """Keeps a scorecard (JSON form) as the one that counts; returns its id."""
        card_id = new_id(12)
        self._submit(write.add_card, sitting, card_id, _now(), card)
        return card_id

    def _hold(self, sitting: str) -> None:
        run = partial(_with_db, leases.keep, sitting, self._token)
        self.writer.every(leases.BEAT_SECONDS, _heart(sitting), run)

    # --- what was kept ----------------------------------------------------------------------------------

    def sittings(self, wanted: Filter = Filter()) -> list[SittingRow]:  # noqa: B008 - frozen
        """The sittings that fit, newest first unless sorted otherwise; deleted ones never."""
        with reading(self.path) as db:
            return read.rows(db, wanted)

    def unfinished(self) -> list[SittingRow]:
        """Sittings that can be resumed, the last seen first."""
        rows = self.sittings(Filter(status="unfinished"))
        return sorted(rows, key=lambda row: (-row.seen, row.id))

    def unscored(self) -> list[SittingRow]:
        """Sittings that ended without a scorecard and that no window holds any more."""
        with reading(self.path) as db:
            return [row for row in read.unscored(db) if not leases.is_running(db, row.id)]

    def open_elsewhere(self) -> set[str]:
        """The sittings that other windows are running right now."""
        with reading(self.path) as db:
            return leases.held_by_others(db, self._token)

    def find(self, name: str) -> str:
        """The id meant by an id, the beginning of one, or "last"; UsageError where there is none."""
        with reading(self.path) as db:
            return read.find(db, name)

    def load(self, name: str) -> StoredSitting:
        """A sitting with all its parts, by anything that `find` takes."""
        with reading(self.path) as db:
            return read.load(db, read.find(db, name))

    def standings(self) -> dict[str, Standing]:
        """By problem: finished sittings, best verdict, last time."""
        with reading(self.path) as db:
            return read.standings(db)

    def performances(self) -> list[Performance]:
        """Every scored sitting, oldest first: what `progress` works on."""
        with reading(self.path) as db:
            return read.performances(db)

    def recent_probes(self, problem: str, besides: str = "", sittings: int = 3) -> tuple[str, ...]:
        """Ids of the probes asked in the last sittings of a problem, leaving out the sitting `besides`."""
        with reading(self.path) as db:
            return read.recent_probes(db, problem, besides, sittings)

    # --- a person's own order ---------------------------------------------------------------------------

    def rename(self, sitting: str, title: str) -> None:
        self._submit(write.rename, sitting, " ".join(clean(title).split())[:LONGEST_TITLE])

    def set_tags(self, sitting: str, tags: Sequence[str]) -> None:
        """The sitting has exactly these tags; control characters and blanks around are dropped."""
        tidy = {"".join(c for c in clean(tag) if c.isprintable()).strip()[:LONGEST_TAG] for tag in tags}
        self._submit(write.set_tags, sitting, sorted(tidy - {""}))

    def put_remark(self, sitting: str, text: str, author: str = "", remark: str = "") -> str:
        """A new remark, or new words for the one named (none: it goes); returns its id."""
        remark = remark or new_id(12)
        said = clean(text).strip()[:LONGEST_REMARK]
        self._submit(write.put_remark, sitting, remark, _now(), clean(author)[:LONGEST_TITLE], said)
        return remark

    def delete(self, *sittings: str) -> None:
        """Hides sittings; `undelete` brings them back until `close`."""
        self._deleted.update(sittings)
        self._submit(write.set_deleted, sittings, _now())

    def forget(self, sitting: str) -> None:
        """Removes a sitting of this window's for good, unless it was given a name, a tag or a remark meanwhile."""
        run = partial(_with_db, write.forget, sitting, self._token)
        self.writer.submit(Job(run, failed=lambda _: None))  # what another window has taken over is that one's

    def undelete(self, *sittings: str) -> None:
        self._deleted.difference_update(sittings)
        self._submit(write.set_deleted, sittings, None)

    def settings(self) -> dict[str, Any]:
        """All settings (theme, level, minutes, whys, editor)."""
        with reading(self.path) as db:
            return read.settings(db)

    def set_setting(self, key: str, value: Any) -> None:
        """Keeps a setting as JSON; None forgets it."""
        self._submit(write.put_setting, key, value)

    # --- everything at once -----------------------------------------------------------------------------

    def export_all(self, target: Path, *, overwrite: bool = False) -> int:
        """Everything as one portable file (packed if it ends in .gz); returns the number of sittings."""
        from interviewcoach.records.export import export_all

        self.flush()
        return export_all(self.path, target, overwrite=overwrite)

    def import_all(self, source: Path, check_events: Callable[[Sequence[StoredEvent]], None]) -> Imported:
        """Takes an export in, all of it or nothing; see `records.importing` for what wins over what."""
        from interviewcoach.records.importing import import_all

        self.flush()
        return import_all(self.path, source, check_events)

    def _submit(self, run: Callable[..., Any], *args: Any) -> None:
        self.writer.submit(Job(partial(_with_db, run, *args)))


def _with_db(run: Callable[..., Any], *args: Any) -> Any:
    """The writer hands the connection in last; the functions of `write` take it first."""
    *given, db = args
    return run(db, *given)


def _heart(sitting: str) -> str:
    return f"lease {sitting}"


def save_elsewhere(target: Path, text: str) -> None:
    """The way out when the data folder fails: the text into a file of the person's choice."""
    try:
        if target.exists():
            raise CoachError("there is already a file", where=str(target), mend="choose another name")
        target.parent.mkdir(parents=True, exist_ok=True)
        new_file(target, text)
    except OSError as error:
        raise unwritable(target, error) from error
