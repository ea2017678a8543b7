"""Whether a clause holds at a sentence, by itself or with what its label and its neighbours lend, and where."""

from __future__ import annotations

from collections.abc import Sequence

from interviewcoach.scoring.blocks import Atoms, Block, Spot
from interviewcoach.scoring.phrasebook import Alternatives, CompiledClause, Terms
from interviewcoach.scoring.reading import Found, Span

ITSELF = 0
NEAR_EXPLAIN = 1
NEAR_DEEPEN = 2


def first(clauses: Sequence[CompiledClause], block: Block, i: int, strict: bool = False) -> tuple[str, Span | None]:
    """The first clause that holds here, with the stretch that all holding clauses cover. Strict: without neighbours."""
    name, hull = "", None
    spot = block[i]
    atoms, lent = spot.atoms, spot.label if strict else spot.around
    for clause in clauses:
        terms = clause.parts[0]
        if (
            holds(terms, atoms, lent)
            and (not clause.after or _in_order(clause, spot.found))
            and (len(clause.parts) == 1 or _rest_holds(clause, block))
        ):
            name = name or clause.written
            hull = hull_of(hull, _stretch(terms, spot))
    return name, hull


def _in_order(clause: CompiledClause, found: Found) -> bool:
    """Whether the terms that must follow another do: one begins only after a place where the other already stood."""
    terms = clause.parts[0]
    for i in clause.after:
        ahead = min((found[atom][0] for atom in terms[i - 1] if atom in found), default=None)
        behind = max((found[atom][1] for atom in terms[i] if atom in found), default=None)
        if ahead is None or behind is None or ahead >= behind:
            return False
    return True


def _rest_holds(clause: CompiledClause, block: Block) -> bool:
    return all(any(holds(part, spot.atoms, spot.label) for spot in block) for part in clause.parts[1:])


def near(wanted: Alternatives, block: Block, i: int, reach: int) -> str:
    """The first clause that holds in this sentence or in a neighbour, this sentence first."""
    gate = wanted.gate
    for step in _NEAREST[reach]:
        if 0 <= i + step < len(block):
            spot = block[i + step]
            atoms, label = spot.atoms, spot.label
            if gate.isdisjoint(atoms) and gate.isdisjoint(label):
                continue
            for clause in wanted.clauses:
                if (
                    holds(clause.parts[0], atoms, label)
                    and (not clause.after or _in_order(clause, spot.found))
                    and (len(clause.parts) == 1 or _rest_holds(clause, block))
                ):
                    return clause.written
    return ""


_NEAREST = {ITSELF: (0,), NEAR_EXPLAIN: (0, -1, 1), NEAR_DEEPEN: (0, -1, 1, -2, 2)}


def holds(terms: Terms, atoms: Atoms, lent: Atoms) -> bool:
    """Whether the sentence meets the terms; a label or a neighbour may lend the lesser part of them."""
    missing = 0
    for term in terms:
        if atoms.isdisjoint(term):
            if lent.isdisjoint(term):
                return False
            missing += 1
    return not missing or (2 * missing <= len(terms) and missing < len(terms))


def _stretch(terms: Terms, spot: Spot) -> Span:
    """The stretch of the sentence that meets the terms."""
    found, atoms = spot.found, spot.atoms
    start, end = 1 << 60, 0
    for term in terms:
        for atom in term & atoms:
            first, last = found[atom]
            if first < start:
                start = first
            if last > end:
                end = last
    return start, end


def hull_of(a: Span | None, b: Span | None) -> Span | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])
