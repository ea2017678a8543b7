"""Much work in several processes: results in the order of the work, never more than a window of it under way."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, TypeVar

Key = TypeVar("Key")


def workers() -> int:
    return min(os.cpu_count() or 1, 8)


@contextmanager
def processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """Made alike on every system and under every Python: a copy of this one (fork) could hang on a lock that one of its threads
    held. Whoever leaves early, by ctrl+c for instance, waits for none of them: they only think, and keep nothing."""
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield pool
    except BaseException:
        for worker in list((pool._processes or {}).values()):  # from Python 3.14 on there is kill_workers()
            worker.kill()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is the parent's
    gc.disable()  # as in the parent: to score leaves no garbage that has to be looked for


def in_order(
    pool: Executor, work: Callable[..., Any], jobs: Iterable[tuple[Key, tuple[Any, ...]]], ahead: int
) -> Iterator[tuple[Key, Any]]:
    """(key, result) of each job (key, arguments)."""
    waiting: deque[tuple[Key, Future[Any]]] = deque()
    for key, arguments in jobs:
        waiting.append((key, pool.submit(work, *arguments)))
        while len(waiting) > ahead:
            earlier, result = waiting.popleft()
            yield earlier, result.result()
    while waiting:
        earlier, result = waiting.popleft()
        yield earlier, result.result()
