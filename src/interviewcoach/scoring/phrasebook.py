"""All wordings a problem needs, compiled: a trie of phrases, rules for wordings in several parts, and a number for each atom.

An atom's number stands for an asserted mention; its complement (`~number`) for a rejected one. That makes every clause a
row of set tests.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from interviewcoach.scoring.bounds import Bound, bound_of
from interviewcoach.scoring.clauses import Atom, Clause, ClauseError, parse_clause
from interviewcoach.scoring.numbers import KINDS
from interviewcoach.scoring.plain_words import variants
from interviewcoach.scoring.rejection import CUES

if TYPE_CHECKING:
    from interviewcoach.content.models import Concept

AtomSet = frozenset[int]
Terms = tuple[AtomSet, ...]  # every set must be touched, in one sentence


# under the first word of phrases: the atoms of the phrase that ends with it, and what may follow
Trie = dict[str, tuple[tuple[int, ...], "Trie"]]


def _plant(trie: Trie, key: tuple[str, ...], atoms: tuple[int, ...]) -> None:
    word, *others = key
    ending, further = trie.get(word, ((), {}))
    if others:
        _plant(further, tuple(others), atoms)
    trie[word] = (ending if others else atoms), further


@dataclass(frozen=True)
class Rule:
    """A wording in several parts ("ring + node|server") and the concepts that it says."""

    terms: Terms
    says: tuple[int, ...]


@dataclass(frozen=True)
class CompiledClause:
    parts: tuple[Terms, ...]  # the first in the sentence itself, the others anywhere in its block
    written: str
    after: tuple[int, ...] = ()  # terms of the first part that must follow the term before them

    @cached_property
    def atoms(self) -> AtomSet:
        """All that its first part may rest on."""
        return frozenset().union(*self.parts[0])


def _declines(atom: Atom) -> bool:
    """Whether a phrase holds a word that declines: "not enough" stands in the text as it does in the rubric."""
    return isinstance(atom.value, tuple) and not CUES.isdisjoint(atom.value)


@dataclass
class Phrasebook:
    trie: Trie = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    rules_by_atom: dict[int, tuple[int, ...]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    hazards: frozenset[int] = frozenset()
    numbers: dict[str, int] = field(default_factory=dict)  # by kind
    bounds: dict[Bound, int] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    concepts: dict[str, int] = field(default_factory=dict)


class PhrasebookMaker:
    """Collects clauses, then makes the phrasebook with just the concepts that they need."""

    def __init__(self, lexicon: dict[str, Concept]) -> None:
        self.lexicon = lexicon
        self.book = Phrasebook()
        self._ids: dict[tuple[str, object], int] = {}
        self._phrases: dict[tuple[str, ...], set[int]] = {}
        self._wanted: list[str] = []
        for kind in KINDS:
            self.book.numbers[kind] = self._id("number", kind, f"#{kind}")

    # --- while clauses are collected ------------------------------------------------------------------

    def clause(self, written: str, *, either: bool = False, plainly: bool = False, excuse: bool = False) -> CompiledClause:
        """A clause of a rubric; `either` for lists in which a rejected mention serves as well (explain, deepen), `plainly`
        where everyday words may stand for technical ones, `excuse` where it takes a claim back: what is declined is no excuse
        ("no jitter"), unless the phrase itself declines."""
        clause = parse_clause(written)
        parts = tuple(self._conjunction(part, either, plainly and len(part) > 1, excuse) for part in clause.parts)
        return CompiledClause(parts, written, clause.after)

    def clauses(
        self, written: Iterable[str], *, either: bool = False, plainly: bool = False, excuse: bool = False
    ) -> tuple[CompiledClause, ...]:
        return tuple(self.clause(text, either=either, plainly=plainly, excuse=excuse) for text in written)

    def _conjunction(
        self, part: tuple[tuple[Atom, ...], ...], either: bool = False, plainly: bool = False, excuse: bool = False
    ) -> Terms:
        terms = []
        for term in part:
            atoms = [*term, *self._said_plainly(term)] if plainly else term
            terms.append(
                frozenset(number for atom in atoms for number in self._numbers(atom, either or (excuse and _declines(atom))))
            )
        return tuple(terms)

    def _said_plainly(self, term: tuple[Atom, ...]) -> list[Atom]:
        return [
            Atom("phrase", key, atom.stance, " ".join(key))
            for atom in term
            if isinstance(atom.value, tuple)
            for key in variants(atom.value)
        ]

    def _numbers(self, atom: Atom, either: bool) -> tuple[int, ...]:
        number = self._atom_id(atom)
        if atom.stance == "either" or (either and atom.stance == "asserted"):
            return (number, ~number)
        return (~number,) if atom.stance == "rejected" else (number,)

    def _atom_id(self, atom: Atom) -> int:
        if atom.sort == "number":
            return self._number_id(str(atom.value))
        if atom.sort == "concept":
            return self._concept_id(str(atom.value))
        assert isinstance(atom.value, tuple)
        number = self._id("phrase", atom.value, " ".join(atom.written.lstrip("!? ").split()))
        self._phrases.setdefault(atom.value, set()).add(number)
        return number

    def _number_id(self, kind: str) -> int:
        bound = bound_of(kind)
        if bound is None:
            return self.book.numbers[kind]
        return self.book.bounds.setdefault(bound, self._id("number", bound, f"#{kind}"))

    def _concept_id(self, name: str) -> int:
        if name not in self.lexicon:
            raise ClauseError(f"the concept '@{name}' is in no lexicon file")
        if name not in self.book.concepts:
            self.book.concepts[name] = self._id("concept", name, f"@{name}")
            self._wanted.append(name)
        return self.book.concepts[name]

    def _id(self, sort: str, value: object, shown: str) -> int:
        key = (sort, value)
        if key not in self._ids:
            self._ids[key] = len(self.book.names)
            self.book.names.append(shown)
        return self._ids[key]

    # --- when all are known ---------------------------------------------------------------------------

    def make(self) -> Phrasebook:
        sayers: dict[str, set[int]] = {}
        while self._wanted:
            self._gather(self._wanted.pop(0), sayers)
        rules: list[Rule] = []
        for name in sorted(sayers):
            says = tuple(sorted(sayers[name]))
            for written in self.lexicon[name].say:
                self._wording(parse_clause(written), says, rules)
            if self._wanted:  # a wording named a further concept: take that in as well, then start over
                return self.make_again()
        self.book.rules = rules
        self._index()
        return self.book

    def make_again(self) -> Phrasebook:
        for name in list(self.book.concepts):
            if name not in self._wanted:
                self._wanted.append(name)
        return self.make()

    def _gather(self, name: str, sayers: dict[str, set[int]], upward: tuple[str, ...] = ()) -> None:
        """`name` and all that it includes say `name`."""
        if name in upward:
            return
        top = (*upward, name)
        holders = {self.book.concepts[holder] for holder in top if holder in self.book.concepts}
        sayers.setdefault(name, set()).update(holders)
        for inner in self.lexicon[name].includes:
            if inner in self.lexicon:
                self._gather(inner, sayers, top)

    def _wording(self, clause: Clause, says: tuple[int, ...], rules: list[Rule]) -> None:
        (part, *others) = clause.parts
        if others:
            raise ClauseError(f"'{clause.written}': a wording of a concept can't use &")
        if len(part) == 1:
            for atom in part[0]:
                if atom.sort == "phrase":
                    assert isinstance(atom.value, tuple)
                    self._phrases.setdefault(atom.value, set()).update(says)
                else:
                    rules.append(Rule((frozenset(self._numbers(atom, False)),), says))
            return
        rules.append(Rule(self._conjunction(part), says))

    def _index(self) -> None:
        book = self.book
        for key, numbers in self._phrases.items():
            _plant(book.trie, key, tuple(sorted(numbers)))
        by_atom: dict[int, list[int]] = {}
        for i, rule in enumerate(book.rules):
            for atom in sorted(min(rule.terms, key=lambda term: len(list(term)))):
                by_atom.setdefault(atom, []).append(i)
                by_atom.setdefault(~atom, []).append(i)
        book.rules_by_atom = {atom: tuple(sorted(set(rows))) for atom, rows in by_atom.items()}
        book.hazards = frozenset(number for name, number in book.concepts.items() if self.lexicon[name].kind == "hazard")
        book.known = frozenset(word for key in self._phrases for word in key)
