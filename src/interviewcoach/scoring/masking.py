"""Parts of an answer that are not the candidate's: the problem's statement, pasted in."""

from __future__ import annotations

import re

RUN = 7  # words in a row that are taken for a copy
_WORD = re.compile(r"[a-z0-9]+")


def echoes(answer: str, statement: str) -> list[tuple[int, int]]:
    """Stretches of the answer that repeat the statement word for word."""
    theirs = _WORD.findall(statement.lower())
    runs = {tuple(theirs[i : i + RUN]) for i in range(len(theirs) - RUN + 1)}
    if not runs:
        return []
    low = answer.lower()
    said = _WORD.findall(low)
    if runs.isdisjoint(zip(*(said[i:] for i in range(RUN)), strict=False)):
        return []
    found: list[tuple[int, int]] = []
    row = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(low)]
    for i in range(len(row) - RUN + 1):
        if tuple(said[i : i + RUN]) in runs:
            start, end = row[i][1], row[i + RUN - 1][2]
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found
