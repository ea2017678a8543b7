"""The nearest known word to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 40


def nearest(word: str, known: Iterable[str]) -> str | None:
    """A known word within one slip (two for words of five letters and more), or nothing."""
    allowed = 0 if len(word) < 3 else 1 if len(word) < 5 else 2
    best, best_distance = None, allowed + 1
    for candidate in known:
        if abs(len(candidate) - len(word)) > allowed or len(word) > _LONGEST:
            continue
        distance = slips(word.lower(), candidate.lower())
        if distance < best_distance:
            best, best_distance = candidate, distance
    return best


def slips(left: str, right: str) -> int:
    """Letters left out, added, changed or swapped with a neighbour."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        before, last, row = row, before, [i]
        for j, b in enumerate(right, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if last and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
