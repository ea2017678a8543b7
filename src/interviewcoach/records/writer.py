"""The one thread that writes. Whoever types never waits for a disk, and nothing that was typed is dropped.

Jobs run strictly in order, each in a transaction of its own. A job that fails for a reason that may pass (disk
full, database locked, folder read-only) stays at the head of the queue and is tried again; the trouble is told
once, and so is its end. A job that can never succeed is taken out and told to whoever gave it.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from interviewcoach.errors import CoachError, EnvironmentFault
from interviewcoach.records.database import connect, transaction
from interviewcoach.records.faults import explain, is_passing, not_saved_yet

Run: TypeAlias = Callable[[sqlite3.Connection], Any]
BUSY = 1_000
FIRST_WAIT, LONGEST_WAIT = 0.2, 3.0


@dataclass(frozen=True)
class Job:
    """Something to write. Of two waiting neighbours with the same `key` only the later one is kept."""

    run: Run
    key: str = ""
    failed: Callable[[CoachError], None] | None = None
    done: Callable[[Any], None] | None = None


class RecordsWriter:
    """`on_trouble(sentence)` is called from the writing thread: with a sentence when saving begins to fail or
    its reason changes, with "" when everything is saved again."""

    def __init__(self, path: Path, on_trouble: Callable[[str], None] | None = None) -> None:
        self.path = path
        self.on_trouble = on_trouble
        self.trouble = ""
        self.fault: CoachError | None = None  # the last that kept something from being written
        self.lost = 0  # jobs that nobody waited for and that can never succeed
        self._jobs: deque[Job] = deque()
        self._regular: dict[str, tuple[float, Job]] = {}
        self._change = threading.Condition()
        self._closing = False
        self._busy = False
        self._db: sqlite3.Connection | None = None
        self._thread = threading.Thread(target=self._work, name="interviewcoach-records", daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> None:
        """Queues a job and returns at once."""
        with self._change:
            if job.key and self._jobs and self._jobs[-1].key == job.key and len(self._jobs) > self._busy:
                self._jobs.pop()
            self._jobs.append(job)
            self._change.notify_all()

    def call(self, run: Run, timeout: float = 8.0) -> Any:
        """Queues a job and waits for its result; a CoachError says why there is none."""
        answer: Future[Any] = Future()
        self.submit(Job(run, done=answer.set_result, failed=answer.set_exception))
        try:
            return answer.result(timeout)
        except TimeoutError:
            raise EnvironmentFault(self.trouble or "the database did not answer in time", mend="try again") from None

    def every(self, seconds: float, name: str, run: Run) -> None:
        """Repeats a job by itself until `stop(name)`, also while the rest of the program stands still."""
        with self._change:
            self._regular[name] = (seconds, Job(run, key=name, failed=lambda _: self.stop(name)))
            self._change.notify_all()

    def stop(self, name: str) -> None:
        with self._change:
            self._regular.pop(name, None)

    @property
    def waiting(self) -> int:
        """How many jobs are not yet on the disk."""
        with self._change:
            return len(self._jobs)

    @property
    def closed(self) -> bool:
        return self._closing

    def flush(self, timeout: float = 5.0) -> bool:
        """Waits until everything is written; False where it could not be in time."""
        with self._change:
            return self._change.wait_for(lambda: not self._jobs, timeout)

    def close(self, timeout: float = 5.0) -> int:
        """Writes what is waiting, ends the thread, and returns how many jobs had to be left."""
        self.flush(timeout)
        with self._change:
            self._closing = True
            self._regular.clear()
            left = len(self._jobs)
            self._change.notify_all()
        self._thread.join(timeout)
        return left

    def _work(self) -> None:
        last: dict[str, float] = {}
        wait = FIRST_WAIT
        while (job := self._next(last)) is not None:
            if self._attempt(job):
                wait = FIRST_WAIT
                continue
            with self._change:
                self._change.wait_for(lambda: self._closing, wait)
            wait = min(wait * 2, LONGEST_WAIT)
        self._disconnect()

    def _next(self, last: dict[str, float]) -> Job | None:
        """The job at the head of the queue, which stays there until it is done; None when it is time to go."""
        with self._change:
            self._busy = False
            while not self._closing:
                if self._jobs:
                    self._busy = True
                    return self._jobs[0]
                self._change.wait(self._queue_regular(last))
            return None

    def _queue_regular(self, last: dict[str, float]) -> float | None:
        """Queues what is due to be repeated; returns how long there is nothing to do."""
        pauses = []
        for name, (seconds, job) in self._regular.items():
            since = time.monotonic() - last.get(name, 0.0)
            if name not in last or since >= seconds:
                last[name] = time.monotonic()
                self._jobs.append(job)
                return 0.0
            pauses.append(seconds - since)
        return min(pauses, default=None)

    def _attempt(self, job: Job) -> bool:
        """True when the job is dealt with, for good or ill; False when it has to be tried again."""
        try:
            if self._db is None:
                self._db = connect(self.path, busy=BUSY)
            with transaction(self._db):
                result = job.run(self._db)
        except sqlite3.Error as error:
            self._disconnect()
            fault = explain(error, self.path)
            if is_passing(error):
                self.fault = fault
                self._tell(not_saved_yet(error, self.path))
                return False
            self._give_up(job, fault)
        except CoachError as fault:
            self._give_up(job, fault)
        except Exception as error:
            self._give_up(job, CoachError(f"could not be written ({type(error).__name__}: {error})"))
        else:
            self._remove(job)
            if job.done:
                with contextlib.suppress(Exception):
                    job.done(result)
        return True

    def _give_up(self, job: Job, fault: CoachError) -> None:
        self._remove(job)
        if job.failed:
            with contextlib.suppress(Exception):
                job.failed(fault)
        else:
            self.lost += 1
            self.fault = fault
            self._tell(f"Not saved: {fault}")

    def _remove(self, job: Job) -> None:
        with self._change:
            assert self._jobs[0] is job
            self._jobs.popleft()
            self._busy = False
            empty = not self._jobs
            self._change.notify_all()
        if empty:
            self._tell("")

    def _tell(self, sentence: str) -> None:
        if sentence != self.trouble:
            self.trouble = sentence
            if self.on_trouble:
                with contextlib.suppress(Exception):
                    self.on_trouble(sentence)

    def _disconnect(self) -> None:
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
            self._db = None
