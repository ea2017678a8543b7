"""Small pure helpers about text that sessions keep: cleaning it, and the least change between two versions."""

from __future__ import annotations

import re

MAX_TEXT = 1_000_000
_WORD = re.compile(r"(?<!\S)[^\w\s]*\w")


def clean(text: str) -> str:
    """Half characters (lone surrogates) cannot be stored as UTF-8 by anything; all else is kept as typed."""
    return text.encode("utf-8", "replace").decode("utf-8")


def words_in(text: str) -> int:
    """How many words a person would count: bullets, arrows and rules of dashes are none."""
    return len(_WORD.findall(text))


def least_change(old: str, new: str) -> tuple[int, int, str]:
    """(start, cut, put): where the texts begin to differ, how much of the old goes, what comes instead."""
    start = _common(old, new)
    tail = _common(old[start:][::-1], new[start:][::-1])
    return start, len(old) - start - tail, new[start : len(new) - tail]


def _common(one: str, other: str) -> int:
    """Length of the common beginning, by halving: comparing slices is far faster than comparing characters."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def apply_change(old: str, start: int, cut: int, put: str) -> str:
    """The text after a change; ValueError where the change was not made to this text."""
    if start < 0 or cut < 0 or start + cut > len(old):
        raise ValueError("a change reaches beyond the text it was made to")
    return old[:start] + put + old[start + cut :]
