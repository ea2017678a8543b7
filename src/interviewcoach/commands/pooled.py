"""Much work in several processes: results in the order of the work, never more than a window of it under way."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

Key = TypeVar("Key")


def workers() -> int:
    return min(os.cpu_count() or 1, 8)


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
