"""One sentence explains so much and no more, and a wrong sum is no estimate."""

from __future__ import annotations

from typing import NamedTuple

import scoring_world as world
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewcoach.scoring.room import placed, room_of

ONE_LINE = (
    "## Requirements\nRedirect: cache lookup, miss -> DB, fill cache TTL 1 h, 301 vs 302: 302 costs more but lets us count."
)


def test_a_line_does_not_explain_eight_things() -> None:
    card = world.assessor().score("url-shortener", ONE_LINE)
    words = len(ONE_LINE.split())
    assert 1 <= sum(row.tier > 1 for row in card.criteria) <= words // 5
    assert any(span.why.startswith("crowded") for row in card.criteria for span in row.spans)


class One(NamedTuple):
    sentence: int
    room: int
    tier: int = 2


def test_who_moves_aside_keeps_a_place() -> None:
    assert placed({"a": [One(1, 1), One(2, 1)], "b": [One(1, 1)]}) == {"a": 2, "b": 1}
    assert placed({"a": [One(1, 1)], "b": [One(1, 1)]}) == {"a": 1}
    assert placed({"a": [One(1, 2)], "b": [One(1, 2)], "c": [One(1, 2)]}).keys() == {"a", "b"}
    assert placed({"a": [One(1, 1), One(2, 1)], "b": [One(1, 1), One(3, 1, tier=1)], "c": [One(2, 1)]}).keys() == {"a", "b"}


wishes = st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 5), min_size=1, max_size=4, unique=True), max_size=10)


@settings(max_examples=300, deadline=None)
@given(wishes, st.sets(st.integers(0, 9)), st.integers(1, 3))
def test_a_further_sentence_takes_nobodys_place(wanted: dict[int, list[int]], further: set[int], size: int) -> None:
    named = {str(name): [One(place, 1 + place % 2) for place in places] for name, places in wanted.items()}
    before = placed(named)
    more = {name: [*showings, *([One(6, size)] if int(name) in further else [])] for name, showings in named.items()}
    assert before.keys() <= placed(more).keys()
    assert all(sum(at == place for at in before.values()) <= 1 + place % 2 for place in range(6))


def test_room_grows_with_the_sentence() -> None:
    assert [room_of(words) for words in (1, 4, 9, 10, 25)] == [1, 1, 1, 2, 5]


def test_an_estimate_whose_sum_is_off_is_only_named() -> None:
    def tier(result: str) -> int:
        sum_ = f"100M users * 40 messages = {result} messages/day"
        answer = f"## Requirements\n{sum_}, so 46k messages/s on average, and 5x as many go out."
        card = world.assessor().score("chat-system", answer)
        (row,) = [row for row in card.criteria if row.axis == "estimation" and row.claim.startswith("Turns people")]
        return row.tier

    assert tier("4 billion") > 1
    assert tier("4 million") == 1
