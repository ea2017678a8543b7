"""Many answers at once: results as they come, processes made alike everywhere, and a way out."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator

import pytest

from interviewcoach.commands.batch import CHUNK, _scored
from interviewcoach.commands.pooled import processes

KIND_OF_PROCESS = "type(__import__('multiprocessing').current_process()).__name__"  # as text, known wherever tests are run from
LINE = json.dumps({"id": 1, "problem": "nope", "answer": "a"})


def test_one_process_gives_each_chunk_back_before_it_reads_on() -> None:
    read = 0

    def lines() -> Iterator[str]:
        nonlocal read
        for read in range(1, 9 * CHUNK + 1):  # noqa: B007
            yield LINE

    for given, rows in enumerate(_scored(lines(), "senior", 1), start=1):
        assert len(rows) == CHUNK and read == given * CHUNK
    assert given == 9


def test_no_process_is_a_copy_of_one_that_has_threads() -> None:
    with processes(1) as pool:
        assert pool.submit(eval, KIND_OF_PROCESS).result() == "SpawnProcess"
        assert pool.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN


def test_who_leaves_early_waits_for_no_more_than_what_is_under_way() -> None:
    with processes(1) as pool:
        waiting = [pool.submit(time.sleep, 0.02) for _ in range(100)]
    while not all(job.done() for job in waiting):
        time.sleep(0.02)
    assert sum(job.cancelled() for job in waiting) > 90


def test_whoever_leaves_early_waits_for_nobody() -> None:
    """A worker that went on would hold the whole program until it is done, and a second ctrl+c was a traceback."""
    with pytest.raises(KeyboardInterrupt), processes(1) as pool:
        pool.submit(time.sleep, 0).result()
        (worker,) = pool._processes.values()
        pool.submit(time.sleep, 600)
        raise KeyboardInterrupt
    worker.join(60)
    assert not worker.is_alive()
