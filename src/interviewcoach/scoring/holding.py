"""Whether a clause holds at a sentence, by itself or with what its label and its neighbours lend, and where."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
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
    """A block, and for each of its sentences the clauses that hold there. Of those that were left open only the terms are
    there: what else they ask for is seen to where one of them matters."""

    block: Block
    sieve: Sieve
    labelled: list[Bits]  # by the sentence with its label
    around: list[Bits]  # by it with its label and what the sentences beside it assert
    stood_by: dict[tuple[int, int], bool] = field(default_factory=dict)  # excuses asked for so far: (sentence, clause)

    def written(self, clauses: Bits) -> str:
        """The wording of the first of these."""
        return self.sieve.clauses[(clauses & -clauses).bit_length() - 1].written if clauses else ""

    def near(self, i: int, among: Bits, reach: int) -> str:
        """The first clause that holds in this sentence or in a neighbour, this sentence first."""
        for step in _NEAREST[reach]:
            if 0 <= i + step < len(self.block) and (there := among & self.labelled[i + step]):
                return self.written(there)
        return ""

    def stretch(self, i: int, clauses: Bits) -> Span:
        """Where the sentence holds terms of these clauses, from the first to the last."""
        return stretch_of(self.block[i], (self.sieve.clauses[number] for number in each(clauses)))

    def is_mostly_own(self, i: int, number: int) -> bool:
        """Whether the sentence holds more than half of the terms of a clause by itself."""
        terms, atoms = self.sieve.clauses[number].parts[0], self.block[i].atoms
        return 2 * sum(1 for term in terms if not atoms.isdisjoint(term)) > len(terms)

    def is_confirmed(self, i: int, number: int, any_order: bool = False) -> bool:
        """Whether the terms of a clause left open stand in the order that it asks for, and its other parts in the block."""
        clause = self.sieve.clauses[number]
        return (any_order or _in_order(clause, self.block[i])) and _has_parts(clause, self.block)


def held_in(sieve: Sieve, block: Block, leave_open: Bits = 0) -> Held:
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
        around.append(enough & sieve.passed(with_all))
        labelled.append(around[i] & sieve.passed(with_label))
    amiss = _amiss(sieve, block, around, ~leave_open)
    return Held(
        block,
        sieve,
        [bits & ~out for bits, out in zip(labelled, amiss, strict=True)],
        [bits & ~out for bits, out in zip(around, amiss, strict=True)],
    )


def _amiss(sieve: Sieve, block: Block, held: Sequence[Bits], among: Bits) -> list[Bits]:
    """For each sentence the clauses whose terms stand there in another order than asked, or without the other parts."""
    anywhere = 0
    for bits in held:
        anywhere |= bits
    alone = sum(1 << one for one in each(anywhere & among & sieve.further) if not _has_parts(sieve.clauses[one], block))
    return [
        alone | sum(1 << one for one in each(bits & among & sieve.ordered) if not _in_order(sieve.clauses[one], spot))
        for bits, spot in zip(held, block, strict=True)
    ]


def holds_alone(block: Block, i: int, clause: CompiledClause) -> bool:
    """Whether a sentence says all terms of a clause itself, as they are ordered, and its block the rest."""
    atoms = block[i].atoms
    whole = not any(atoms.isdisjoint(term) for term in clause.parts[0])
    return whole and _in_order(clause, block[i]) and _has_parts(clause, block)


def stretch_of(spot: Spot, clauses: Iterable[CompiledClause]) -> Span:
    """Where a sentence holds terms of these clauses, from the first to the last."""
    spans = [spot.found[atom] for clause in clauses for atom in clause.atoms & spot.atoms]
    return min(spans)[0], max([end for _, end in spans])


def _lent(sieve: Sieve, spot: Spot, declined: Container[int]) -> Met:
    """What a sentence asserts, but for what the one beside it declines."""
    return sieve.met_by(atom for atom in spot.atoms if atom >= 0 and atom not in declined)


def _in_order(clause: CompiledClause, spot: Spot) -> bool:
    """Whether the terms that must follow another do: one begins only after a place where the other already stood."""
    terms, found, atoms = clause.parts[0], spot.found, spot.atoms
    for i in clause.after:
        ahead = min([found[atom][0] for atom in terms[i - 1] & atoms], default=None)
        behind = max([found[atom][1] for atom in terms[i] & atoms], default=None)
        if ahead is None or behind is None or ahead >= behind:
            return False
    return True


def _has_parts(clause: CompiledClause, block: Block) -> bool:
    """Whether what a clause asks for besides its terms stands anywhere in the block."""
    return all(any(_holds(part, spot.atoms, spot.label) for spot in block) for part in clause.parts[1:])


def _holds(terms: Terms, atoms: Atoms, lent: Atoms) -> bool:
    """Whether a sentence meets the terms, most of them by itself."""
    missing = 0
    for term in terms:
        if atoms.isdisjoint(term):
            if lent.isdisjoint(term):
                return False
            missing += 1
    return 2 * missing <= len(terms) and missing < len(terms)
