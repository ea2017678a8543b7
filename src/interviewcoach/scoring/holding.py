"""Whether a clause holds at a sentence, by itself or with what its label and its neighbours lend, and where."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from interviewcoach.scoring.blocks import Atoms, Block, Spot
from interviewcoach.scoring.phrasebook import CompiledClause, Terms
from interviewcoach.scoring.reading import Span
from interviewcoach.scoring.sieve import Bits, Met, Sieve, each

NEAR_EXPLAIN = 1
NEAR_DEEPEN = 2

_NEAREST = {NEAR_EXPLAIN: (0, -1, 1), NEAR_DEEPEN: (0, -1, 1, -2, 2)}


@dataclass(slots=True)
class Held:
    """A block, and for each of its sentences the clauses that hold there, but for what some ask besides their terms."""

    block: Block
    sieve: Sieve
    labelled: list[Bits]  # by the sentence with its label
    around: list[Bits]  # by it with its label and what the sentences beside it assert
    stood_by: dict[tuple[int, int], bool] = field(default_factory=dict)  # excuses asked for so far: (sentence, clause)

    def first(self, i: int, among: Bits, strict: bool = False) -> tuple[str, Span | None]:
        """The first clause that holds here, with the stretch that all holding clauses cover. Strict: without neighbours."""
        name, reached = "", set[int]()
        for number in each(among & (self.labelled[i] if strict else self.around[i])):
            if self.is_confirmed(i, number):
                clause = self.sieve.clauses[number]
                name = name or clause.written
                reached |= clause.atoms & self.block[i].atoms
        return name, _stretch(reached, self.block[i]) if name else None

    def near(self, i: int, among: Bits, reach: int) -> str:
        """The first clause that holds in this sentence or in a neighbour, this sentence first."""
        for step in _NEAREST[reach]:
            if 0 <= i + step < len(self.block):
                for number in each(among & self.labelled[i + step]):
                    if self.is_confirmed(i + step, number):
                        return self.sieve.clauses[number].written
        return ""

    def stretch(self, i: int, number: int) -> Span:
        """Where the sentence holds the terms of a clause."""
        return _stretch(self.sieve.clauses[number].atoms & self.block[i].atoms, self.block[i])

    def is_mostly_own(self, i: int, number: int) -> bool:
        """Whether the sentence holds more than half of the terms of a clause by itself."""
        terms, atoms = self.sieve.clauses[number].parts[0], self.block[i].atoms
        return 2 * sum(1 for term in terms if not atoms.isdisjoint(term)) > len(terms)

    def is_confirmed(self, i: int, number: int, any_order: bool = False) -> bool:
        """Whether the terms of a clause stand in the order that it asks for, and its other parts in the block."""
        if not self.sieve.conditional >> number & 1:
            return True
        clause = self.sieve.clauses[number]
        return (any_order or not clause.after or _in_order(clause, self.block[i])) and all(
            any(_holds(part, spot.atoms, spot.label) for spot in self.block) for part in clause.parts[1:]
        )


def held_in(sieve: Sieve, block: Block) -> Held:
    own = [sieve.met_by(spot.atoms) for spot in block]
    declined = [{~atom for atom in spot.atoms if atom < 0} for spot in block]
    labelled, around = [], []
    for i, spot in enumerate(block):
        with_label = own[i] | sieve.met_by(spot.label - declined[i])  # what it declines itself, nobody lends it
        # a thought is often told in two short sentences: each may lean on what the ones beside it assert
        with_all = with_label
        for j in (i - 1, i + 1):
            if 0 <= j < len(block):
                with_all |= _lent(sieve, block[j], declined[i]) if declined[i] or declined[j] else own[j]
        enough = sieve.half_met(own[i])  # the lesser part of the terms may be lent
        labelled.append(enough & sieve.passed(with_label))
        around.append(enough & sieve.passed(with_all) if len(block) > 1 else labelled[i])
    return Held(block, sieve, labelled, around)


def _lent(sieve: Sieve, spot: Spot, declined: Container[int]) -> Met:
    """What a sentence asserts, but for what the one beside it declines."""
    return sieve.met_by(atom for atom in spot.atoms if atom >= 0 and atom not in declined)


def _in_order(clause: CompiledClause, spot: Spot) -> bool:
    """Whether the terms that must follow another do: one begins only after a place where the other already stood."""
    terms, found = clause.parts[0], spot.found
    for i in clause.after:
        ahead = min((found[atom][0] for atom in terms[i - 1] if atom in found), default=None)
        behind = max((found[atom][1] for atom in terms[i] if atom in found), default=None)
        if ahead is None or behind is None or ahead >= behind:
            return False
    return True


def _holds(terms: Terms, atoms: Atoms, lent: Atoms) -> bool:
    """Whether a sentence meets the terms, most of them by itself."""
    missing = 0
    for term in terms:
        if atoms.isdisjoint(term):
            if lent.isdisjoint(term):
                return False
            missing += 1
    return 2 * missing <= len(terms) and missing < len(terms)


def _stretch(atoms: Iterable[int], spot: Spot) -> Span:
    """The stretch of the sentence from the first of these to the last."""
    spans = [spot.found[atom] for atom in atoms]
    return min(spans)[0], max([end for _, end in spans])


def hull_of(a: Span | None, b: Span | None) -> Span | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])
