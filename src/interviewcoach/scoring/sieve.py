"""Which of a rubric's clauses a sentence may hold, told for all of them at one stroke.

Every clause is a bit, once for each place that a term can have in a clause. An atom tells the clauses whose term there it
meets. Joined over what stands in a sentence, and cut over the places, that leaves the clauses of which every term is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from interviewcoach.scoring.phrasebook import CompiledClause

Bits = int  # a set of clauses
Met = int  # the clauses whose first term is met, above them those whose second is, and so on; joined by |

_Index = dict[int, tuple[int, ...]]  # under each atom: the bits that it sets in a `Met`


class Sieve:
    """All clauses of a rubric. Holds no state but the masks of the atoms that texts have named so far."""

    def __init__(self, clauses: Sequence[CompiledClause], index: _Index | None = None) -> None:
        self.clauses = tuple(clauses)
        self.index = self._indexed() if index is None else index
        longest = max((len(clause.parts[0]) for clause in self.clauses), default=0)
        # for each place: how far up its bits stand, and the clauses that have no term there
        self._places = [(place * len(self.clauses), self._of_at_most(place)) for place in range(longest)]
        self._half = [self._of_at_most(2 * count) for count in range(1, (longest + 1) // 2 + 1)]
        self._all = self._of_at_most(longest)
        self.ordered = sum(1 << bit for bit, one in enumerate(self.clauses) if one.after)
        self.further = sum(1 << bit for bit, one in enumerate(self.clauses) if len(one.parts) > 1)  # ask more of the block
        self._masks: dict[int, Met] = {}

    def __reduce__(self) -> tuple[type[Sieve], tuple[Sequence[CompiledClause], _Index]]:
        return Sieve, (self.clauses, self.index)

    def met_by(self, atoms: Iterable[int]) -> Met:
        """What these atoms meet."""
        met, masks = 0, self._masks
        for atom in atoms:
            mask = masks.get(atom)
            if mask is None:
                mask = masks[atom] = sum(1 << bit for bit in self.index.get(atom, ()))
            met |= mask
        return met

    def passed(self, met: Met) -> Bits:
        """The clauses of which every term is met."""
        kept = self._all
        for shift, lacking in self._places:
            kept &= met >> shift | lacking
        return kept

    def half_met(self, met: Met) -> Bits:
        """The clauses of which at least half the terms are met."""
        counted = [0] * len(self._half)  # of which one term is met, two, three
        for shift, _ in self._places:
            mask = met >> shift & self._all
            for count, before in enumerate(counted):
                counted[count], mask = before | mask, before & mask
        kept = 0
        for mask, half in zip(counted, self._half, strict=True):
            kept |= mask & half
        return kept

    def _of_at_most(self, size: int) -> Bits:
        return sum(1 << bit for bit, clause in enumerate(self.clauses) if len(clause.parts[0]) <= size)

    def _indexed(self) -> _Index:
        found: dict[int, list[int]] = {}
        for bit, clause in enumerate(self.clauses):
            for place, term in enumerate(clause.parts[0]):
                for atom in term:
                    found.setdefault(atom, []).append(place * len(self.clauses) + bit)
        return {atom: tuple(found[atom]) for atom in sorted(found)}


def each(bits: Bits) -> Iterator[int]:
    """The numbers of the clauses in a set, in the order of the rubric."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
