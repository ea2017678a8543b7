"""Parts of an answer that are not the candidate's: the problem's statement, pasted in."""

from __future__ import annotations

import re

RUN = 7  # words in a row that are taken for a copy
_WORD = re.compile(r"[a-z0-9]+", re.IGNORECASE | re.ASCII)  # lower-cased one by one: some capitals become two letters


def echoes(answer: str, statement: str) -> list[tuple[int, int]]:
    """Stretches of the answer that repeat the statement word for word."""
    theirs = _words(statement)
    runs = {tuple(theirs[i : i + RUN]) for i in range(len(theirs) - RUN + 1)}
    if not runs:
        return []
    said = _words(answer)
    if runs.isdisjoint(zip(*(said[i:] for i in range(RUN)), strict=False)):
        return []
    found: list[tuple[int, int]] = []
    row = [match.span() for match in _WORD.finditer(answer)]
    for i in range(len(row) - RUN + 1):
        if tuple(said[i : i + RUN]) in runs:
            start, end = row[i][0], row[i + RUN - 1][1]
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
