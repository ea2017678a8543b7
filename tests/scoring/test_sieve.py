"""The sieve tells of all clauses at once what trying each of them by itself tells."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from interviewcoach.scoring.phrasebook import CompiledClause
from interviewcoach.scoring.sieve import Sieve, each

ATOMS = st.frozensets(st.integers(-12, 11), max_size=6)
CLAUSES = st.lists(
    st.lists(st.frozensets(st.integers(-12, 11), min_size=1, max_size=3), min_size=1, max_size=6).map(
        lambda terms: CompiledClause((tuple(terms),), "written")
    ),
    max_size=40,
)


@given(CLAUSES, ATOMS, ATOMS)
def test_a_clause_passes_when_each_of_its_terms_is_met(
    clauses: list[CompiledClause], own: frozenset[int], lent: frozenset[int]
) -> None:
    sieve = pickle.loads(pickle.dumps(Sieve(clauses)))
    mine, theirs = sieve.met_by(own), sieve.met_by(lent)
    passed = [i for i, clause in enumerate(clauses) if all(term & (own | lent) for term in clause.parts[0])]
    half = [
        i for i, clause in enumerate(clauses) if 2 * sum(bool(term & own) for term in clause.parts[0]) >= len(clause.parts[0])
    ]
    assert list(each(sieve.passed(mine | theirs))) == passed
    assert list(each(sieve.half_met(mine))) == half
