"""Which of a rubric's clauses a sentence may hold, told for all of them at one stroke.

Every clause is a bit. An atom tells, for each place that a term can have in a clause, the clauses whose term there it meets.
Joined over what stands in a sentence, and cut over the places, that leaves the clauses of which every term is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from interviewcoach.scoring.phrasebook import CompiledClause

Bits = int  # a set of clauses
Met = list[Bits]  # for each place of a term, the clauses whose term there is met

_Index = dict[int, tuple[int, ...]]  # under each atom: bit * places + place


class Sieve:
    """All clauses of a rubric. Holds no state but the masks of the atoms that texts have named so far."""

    def __init__(self, clauses: Sequence[CompiledClause], index: _Index | None = None) -> None:
        self.clauses = tuple(clauses)
        self.places = max((len(clause.parts[0]) for clause in self.clauses), default=0)
        self.index = self._indexed() if index is None else index
        self._lacking = [self._of_at_most(place) for place in range(self.places)]
        self._half = [self._of_at_most(2 * count) for count in range(1, (self.places + 1) // 2 + 1)]
        self.conditional = sum(1 << bit for bit, one in enumerate(self.clauses) if one.after or len(one.parts) > 1)
        self._masks: dict[int, tuple[tuple[int, Bits], ...]] = {}

    def __reduce__(self) -> tuple[type[Sieve], tuple[Sequence[CompiledClause], _Index]]:
        return Sieve, (self.clauses, self.index)

    def met_by(self, atoms: Iterable[int]) -> Met:
        """What these atoms meet."""
        met, masks = [0] * self.places, self._masks
        for atom in atoms:
            known = masks.get(atom)
            if known is None:
                known = masks[atom] = self._masks_of(atom)
            for place, mask in known:
                met[place] |= mask
        return met

    def passed(self, *met: Met) -> Bits:
        """The clauses of which every term is met by one of these."""
        kept = -1
        for lacking, *there in zip(self._lacking, *met, strict=True):
            for mask in there:
                lacking |= mask
            kept &= lacking
        return kept

    def half_met(self, met: Met) -> Bits:
        """The clauses of which at least half the terms are met."""
        counted = [0] * len(self._half)  # of which one term is met, two, three
        for mask in met:
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
                    found.setdefault(atom, []).append(bit * self.places + place)
        return {atom: tuple(found[atom]) for atom in sorted(found)}

    def _masks_of(self, atom: int) -> tuple[tuple[int, Bits], ...]:
        masks: dict[int, Bits] = {}
        for code in self.index.get(atom, ()):
            bit, place = divmod(code, self.places)
            masks[place] = masks.get(place, 0) | 1 << bit
        return tuple(masks.items())


def each(bits: Bits) -> Iterator[int]:
    """The numbers of the clauses in a set, in the order of the rubric."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
