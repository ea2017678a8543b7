"""The little language of rubrics: `@cache + hit|miss & #pct`. Parsing only; what it means is in `phrasebook` and `evidence`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from interviewcoach.scoring.bounds import bound_of
from interviewcoach.scoring.numbers import KINDS
from interviewcoach.scoring.words import phrase_key

Stance = Literal["asserted", "rejected", "either"]

_JOINT = re.compile(r"(?<=\s)[+>](?=\s)")
_CONCEPT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class ClauseError(ValueError):
    """A clause that can't be read; the message says why."""


@dataclass(frozen=True)
class Atom:
    """One alternative: a phrase (row of stems), a concept or a kind of number, and the stance asked for."""

    sort: Literal["phrase", "concept", "number"]
    value: str | tuple[str, ...]
    stance: Stance
    written: str


Term = tuple[Atom, ...]  # any of these
Conjunction = tuple[Term, ...]  # all of these, in one sentence


@dataclass(frozen=True)
class Clause:
    """All of these conjunctions, in one block."""

    parts: tuple[Conjunction, ...]
    written: str
    after: tuple[int, ...] = ()  # terms of the first part that must follow the term before them

    def atoms(self) -> list[Atom]:
        return [atom for part in self.parts for term in part for atom in term]


def is_clause(written: str) -> bool:
    """Whether a wording of a question is meant as a clause, and not as a row of words."""
    return any(sign in written for sign in "+|@#&")


def declines(written: str) -> bool:
    """Whether a clause asks for something that is turned down, or may be."""
    return "!" in written or "?" in written


def parse_clause(written: str) -> Clause:
    conjunctions = re.split(r"(?<!\w)&(?!\w)", written)
    signs = [sign.strip() for sign in _JOINT.findall(conjunctions[0])]
    parts = tuple(tuple(_term(term, written) for term in _JOINT.split(part)) for part in conjunctions)
    return Clause(parts, written, tuple(i for i, sign in enumerate(signs, 1) if sign == ">"))


def _term(text: str, written: str) -> Term:
    return tuple(_atom(alternative.strip(), written) for alternative in text.split("|"))


def _atom(text: str, written: str) -> Atom:
    stance: Stance = "asserted"
    shown = text
    if text[:1] in ("!", "?"):
        stance = "rejected" if text[0] == "!" else "either"
        text = text[1:].strip()
    if text == "%":
        return Atom("number", "pct", "either", shown)
    if text.startswith("@"):
        if not _CONCEPT.match(text[1:]):
            raise ClauseError(f"'{shown}' in '{written}' is no concept name (@small-letters-and-hyphens)")
        return Atom("concept", text[1:], stance, shown)
    if text.startswith("#"):
        if text[1:] not in KINDS and bound_of(text[1:]) is None:
            kinds = f"one of #{' #'.join(KINDS)}, or a bound such as #time>10s or #pct<99%"
            raise ClauseError(f"'{shown}' in '{written}' is no kind of number ({kinds})")
        return Atom("number", text[1:], "either", shown)
    key = phrase_key(text)
    if not key:
        raise ClauseError(f"an alternative of '{written}' is empty or holds only little words")
    return Atom("phrase", key, stance, shown)
