"""Text broken at words to the width of a terminal; what is no wider stays as it is."""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width

NARROWEST = 20
_HEAD = re.compile(r"\s*(?:[○●]{3}(?: → [○●]{3})?\s+|[!›*•–□-]\s+|next: |[0-9a-z]{8}  (?=\d{4}-))?")


def wrapped(text: str, width: int, hang: int | None = None) -> str:
    """Each line goes on under its first word, behind its indentation and the sign before it; or as many columns in as said."""
    return "\n".join(_broken(line, max(width, NARROWEST), hang) for line in text.split("\n"))


def cells(text: str) -> int:
    """How many columns of a terminal it takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _broken(line: str, width: int, hanging: int | None) -> str:
    if cells(line) <= width:
        return line
    hang = " " * min(_head_of(line) if hanging is None else hanging, width // 2)
    rows, row = [], ""
    for piece in re.findall(rf"\s{{0,{width}}}\S{{0,{width}}}", line):  # bounded, as a word may be as long as a file
        if row.strip() and cells(row + piece) > width:
            rows.append(row)
            row = hang + piece.lstrip()
        else:
            row += piece
        while cells(row) > width:
            cut = _fitting(row, width)
            rows.append(row[:cut])
            row = hang + row[cut:]
    return "\n".join([*rows, row])


def _head_of(line: str) -> int:
    """How many columns the indentation and the sign of a line take."""
    head = _HEAD.match(line)
    return cells(head[0]) if head else 0


def _fitting(row: str, width: int) -> int:
    """How many characters of a word without an end fit."""
    return next(end for end in range(len(row), 0, -1) if cells(row[:end]) <= width)
