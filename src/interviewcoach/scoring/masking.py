"""Parts of an answer that are not the candidate's: the problem's statement and the interviewer's facts, pasted in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from interviewcoach.scoring.reading import Span

RUN = 7  # words in a row that are taken for a copy
_WORD = re.compile(r"[a-z0-9]+", re.IGNORECASE | re.ASCII)  # lower-cased one by one: some capitals become two letters


class Pasted(NamedTuple):
    """Stretches that are somebody else's words: of the statement, and of what the interviewer tells if asked."""

    statement: Sequence[Span] = ()
    facts: Sequence[Span] = ()


NOTHING = Pasted()


def pasted_in(answer: str, statement: str, facts: str) -> Pasted:
    said = _words(answer)
    return Pasted(_echoes(answer, said, statement), _echoes(answer, said, facts))


def echoes(answer: str, told: str) -> list[Span]:
    """Stretches of the answer that repeat what was told word for word."""
    return _echoes(answer, _words(answer), told)


def _echoes(answer: str, said: list[str], told: str) -> list[Span]:
    runs = _runs(told)
    if runs.isdisjoint(zip(*(said[i:] for i in range(RUN)), strict=False)):
        return []
    found: list[Span] = []
    row = [match.span() for match in _WORD.finditer(answer)]
    for i in range(len(row) - RUN + 1):
        if tuple(said[i : i + RUN]) in runs:
            start, end = row[i][0], row[i + RUN - 1][1]
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


@lru_cache(maxsize=64)  # the same few texts for every answer
def _runs(told: str) -> frozenset[tuple[str, ...]]:
    theirs = _words(told)
    return frozenset(tuple(theirs[i : i + RUN]) for i in range(len(theirs) - RUN + 1))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
