"""What may come next at the cursor: names of lines, functions, units, nouns that the sheet already counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from interviewcoach.estimation.nouns import plural
from interviewcoach.estimation.sheet import evaluate_sheet
from interviewcoach.estimation.units import FUNCTIONS, MAGNITUDES, SHOW_WORDS

_WORD = re.compile(r"[^\W\d]\w*$")
_AFTER_NUMBER = re.compile(r"(?:[0-9]\s*(?:[kKMT]|bn|million|billion)?\s*|/\s*)$")
_AFTER_TO = re.compile(rf"\s(?:{'|'.join(sorted(SHOW_WORDS))})\s+(?:[\w%]*/)?$")
# The units that an estimate needs, the usual ones first; others are understood but not proposed.
_PROPOSED = (
    "bytes KB MB GB TB PB KiB MiB GiB TiB bits Gbps Mbps ms us ns s seconds min minutes h hours day days week weeks "
    "month months year years qps rps replicas"
).split()
_PROPOSED_MAGNITUDES = ("k", "M", "bn", "T", "million", "billion", "thousand", "trillion")
_DIMENSIONS = frozenset({"byte", "time", "usd", "eur", "gbp"})


class Completion(NamedTuple):
    """A whole word, how much of it is typed already, what kind of word it is, and what it stands for."""

    word: str
    typed: int
    kind: str
    hint: str

    @property
    def rest(self) -> str:
        return self.word[self.typed :]


def complete(line: str, sheet: str = "", limit: int = 8) -> list[Completion]:
    """What fits at the end of `line`, the text up to the cursor; `sheet` gives the names and nouns in use."""
    found = _WORD.search(line)
    typed = found.group() if found else ""
    before = line[: len(line) - len(typed)]
    if "#" in before or "//" in before:
        return []
    if _AFTER_TO.search(before):
        proposals = [*_units(), *_nouns(sheet), ("%", "unit", "")]
    elif _AFTER_NUMBER.search(before):
        magnitudes = [(word, "magnitude", f"{MAGNITUDES[word]:.0e}".replace("e+0", "e")) for word in _PROPOSED_MAGNITUDES]
        proposals = [*_nouns(sheet), *_units(), *([] if before.rstrip().endswith("/") else magnitudes)]
    elif typed or before.rstrip().endswith(("=", "+", "-", "*", "/", "(", ",", "x", "of")):
        proposals = [*_names(sheet), *((f"{function}(", "function", "") for function in FUNCTIONS)]
    else:
        return []
    return _fitting(proposals, typed, limit)


def _fitting(proposals: Iterable[tuple[str, str, str]], typed: str, limit: int) -> list[Completion]:
    exact = [proposal for proposal in proposals if proposal[0].startswith(typed) and proposal[0] != typed]
    if not exact:
        exact = [p for p in proposals if p[0].lower().startswith(typed.lower()) and p[0] != typed]
    unique = {proposal[0]: proposal for proposal in reversed(exact)}
    kept = [proposal for proposal in exact if unique[proposal[0]] is proposal]
    return [Completion(word, len(typed), kind, hint) for word, kind, hint in kept[:limit]]


def _names(sheet: str) -> list[tuple[str, str, str]]:
    return [(row.name, "name", row.text) for row in evaluate_sheet(sheet) if row.name and not row.error]


def _nouns(sheet: str) -> list[tuple[str, str, str]]:
    counted: dict[str, None] = {}
    for row in evaluate_sheet(sheet):
        counted.update(dict.fromkeys(noun for noun in row.dims if noun not in _DIMENSIONS))
    return [(plural(noun), "noun", "") for noun in counted]


def _units() -> list[tuple[str, str, str]]:
    return [(word, "unit", "") for word in _PROPOSED]
