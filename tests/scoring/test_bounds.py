"""Numbers beyond a bound: what breaks a figure of the brief, in whatever unit it is written."""

from __future__ import annotations

import pickle

import pytest

from interviewcoach.scoring.bounds import Bound, amount_of, bound_of
from interviewcoach.scoring.clauses import ClauseError, parse_clause
from interviewcoach.scoring.phrasebook import PhrasebookMaker
from interviewcoach.scoring.reading import Reader
from interviewcoach.scoring.typos import Speller

AMOUNTS = {
    "30 s": 30, "a minute": 60, "half an hour": 1800, "1-minute": 60, "a few minutes": 180, "15ms": 0.015, "1,500 ms": 1.5,
    "2 days": 172_800, "thirty seconds": 30, "a couple of hours": 7200, "99.95%": 99.95, "five percent": 5, "12 GB": None,
    "seven": None, "": None,
}  # fmt: skip


@pytest.mark.parametrize("written, amount", AMOUNTS.items())
def test_a_time_or_a_share_is_read_in_any_unit(written: str, amount: float | None) -> None:
    assert amount_of(written) == pytest.approx(amount)


def test_a_bound_is_written_behind_a_kind() -> None:
    assert bound_of("time>10s") == Bound("time", True, 10)
    assert bound_of("pct<99.9%") == Bound("pct", False, 99.9)
    assert bound_of("time") is bound_of("time>soon") is bound_of("rate>10s") is None
    with pytest.raises(ClauseError, match="a bound such as #time>10s"):
        parse_clause("poll + #time>soon")


POLLS = {
    "rules are polled every 30 s": True,
    "rules are polled each 10 seconds": False,
    "rules are polled, half a minute apart": True,
    "rules are polled twice within 9,000 ms": False,
    "rules are polled at 30 calls a second": False,
}


@pytest.mark.parametrize("sentence, late", POLLS.items())
def test_a_clause_holds_where_a_number_passes_its_bound(sentence: str, late: bool) -> None:
    maker = PhrasebookMaker({})
    clause = maker.clause("polled + #time>10s")
    book = pickle.loads(pickle.dumps(maker.make()))
    [said] = Reader(book, Speller(book.known)).read(sentence).sentences
    assert all(not said.atoms.isdisjoint(term) for term in clause.parts[0]) == late
