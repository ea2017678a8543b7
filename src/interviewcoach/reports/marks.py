"""The answer cut into stretches, each with the criteria that it is evidence for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from interviewcoach.reports.harmless import harmless


@dataclass(frozen=True)
class Stretch:
    text: str
    tier: int = 0
    criteria: tuple[str, ...] = ()
    flag: str = ""


def stretches(answer: str, card: Mapping[str, Any]) -> list[Stretch]:
    """In order and without gaps: joined together they are the answer."""
    marks: list[tuple[int, int, int, str, str]] = []
    for criterion in card["criteria"]:
        for span in criterion["spans"][:3]:
            if criterion["tier"]:
                marks.append((span["start"], span["end"], criterion["tier"], criterion["claim"], ""))
    for flag in card["red_flags"]:
        marks += [(span["start"], span["end"], 0, "", flag["claim"]) for span in flag["spans"]]
    edges = sorted({0, len(answer), *(e for mark in marks for e in mark[:2] if 0 <= e <= len(answer))})
    found = []
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark[0] <= start and end <= mark[1]]
        claims = tuple(dict.fromkeys(mark[3] for mark in over if mark[3]))
        flag = next((mark[4] for mark in over if mark[4]), "")
        found.append(Stretch(answer[start:end], max((mark[2] for mark in over), default=0), claims, flag))
    return found


def printable(text: str) -> str:
    """As typed, but with control characters as visible signs: they would break a page or a terminal."""
    return harmless(text, "�")
