"""What is quoted of an answer: the words that earned the points, with enough around them to be understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewcoach.reports.harmless import STEERING
from interviewcoach.reports.joining import joined
from interviewcoach.reports.quoting import quote
from interviewcoach.reports.tiers import reason
from interviewcoach.tui.cardrows import criterion_detail

TEXT = "## Deep dive\n- First we shard. **Reads** go to the replica, which lags by 200 ms at worst; writes do not.\nNext line."


def quoted(words: str, text: str = TEXT, most: int = 90) -> str:
    start = text.index(words)
    return quote(text, {"start": start, "end": start + len(words)}, most)


def test_a_few_words_are_quoted_with_their_sentence() -> None:
    assert quoted("replica") == "“Reads go to the replica, which lags by 200 ms at worst”"
    assert quoted("shard") == "“First we shard.”", "the bullet is no word of it"
    assert quoted("Next") == "“Next line.”"


@pytest.mark.parametrize("span", [{"start": 990, "end": 999}, {"start": 0, "end": 999}])
def test_a_span_beyond_the_text_breaks_nothing(span: dict[str, int]) -> None:
    assert quote("one two", span) in ("“”", "“one two”")


def test_a_long_sentence_is_cut_at_words_on_both_sides() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen"
    assert quoted("seven", text, 30) == "“…five six seven eight nine ten…”"


@pytest.mark.parametrize("words", [TEXT[13:], "x" * 300])
def test_what_is_long_itself_is_cut(words: str) -> None:
    assert len(quoted(words, words, 60)) <= 62


LINES = """- the {sale, product} counter, one Lua script that takes the place and the account's mark in one step
- one for the sale, not the shop's): sale(id, opens_at, pieces)
- we plan for 210k/s
- 10,000 pieces, one per account"""


def test_a_quote_begins_and_ends_with_whole_words_and_is_the_whole_sentence_where_there_is_room() -> None:
    start = LINES.index("product}")
    told = quote(LINES, {"start": start, "end": LINES.index("mark in") + 2}, 90)
    assert told.startswith("“the {sale, product} counter, one Lua script") and told.endswith("account's mark…”")
    assert quoted("(id,", LINES) == "“one for the sale, not the shop's): sale(id, opens_at, pieces)”"
    assert quoted("product}", LINES).startswith("“the {sale, product} counter")


def test_a_sentence_is_rather_quoted_from_its_beginning() -> None:
    text = "Before that, the builder validates the count; golden prefixes give what is expected of them"
    assert quoted("validates", text, 40) == "“Before that, the builder validates the…”"


def test_the_end_of_a_line_is_marked_in_a_quote() -> None:
    assert quoted("210k/s\n- 10,000 pieces", LINES) == "“we plan for 210k/s / 10,000 pieces, one per account”"


def test_what_is_cut_is_cut_at_a_word() -> None:
    told = quoted(LINES[:90], LINES, 40)
    assert told == "“the {sale, product} counter, one Lua…”"


WRAPPED = """For the links I take DynamoDB, keyed by code; I prefer it to Postgres because 3 TB and
reads by key only ask for no joins at all. I would watch the latency of a redirect, the 5xx rate, the
Postgres replicas.

Out of scope:
- editing links
- accounts

We plan for 210k/s
Pieces are few"""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I prefer it", "“I prefer it to Postgres because 3 TB and reads by key only ask for no joins at all.”"),
        ("joins", "“I prefer it to Postgres because 3 TB and reads by key only ask for no joins at all.”"),
        ("5xx rate", "“I would watch the latency of a redirect, the 5xx rate, the Postgres replicas.”"),
        ("Out of scope", "“Out of scope: editing links / accounts”"),
        ("210k/s", "“We plan for 210k/s”"),
        ("editing", "“editing links”"),
    ],
)
def test_a_quote_goes_on_over_a_line_that_was_wrapped_by_hand(words: str, told: str) -> None:
    assert quoted(words, WRAPPED, 160) == told


def test_what_is_cut_in_a_wrapped_sentence_is_marked() -> None:
    assert quoted("I prefer", WRAPPED, 60) == "“I prefer it to Postgres because 3 TB and reads by key only…”"


@given(st.text("aB ,.:\n-#", max_size=80))
def test_joining_lines_moves_no_character(text: str) -> None:
    told = joined(text)
    assert len(told) == len(text) and all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, told, strict=True))


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200), st.integers(10, 90))
def test_any_span_of_any_text_gives_one_short_printable_line(text: str, a: int, b: int, most: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    told = quote(text, {"start": start, "end": end}, most)
    assert not STEERING.search(told) and len(told.splitlines()) == 1 and len(told) <= most + 4


def test_the_reason_is_told_without_the_patterns_of_the_rubric() -> None:
    assert reason("depth: a number with its consequence") == "bound: a number with its consequence"
    assert reason("depth: hot|hottest + copied to") == "bound"
    assert reason("mechanism: #pct|#time") == "explained"
    assert reason("says: anything") == "says"


def test_on_the_screen_the_reason_stands_apart_from_the_quote() -> None:
    span = {"start": 0, "end": 5, "why": "mechanism: anything"}
    shown = [row.plain for row in criterion_detail({"tier": 3, "claim": "c", "spans": [span]}, "cache")]
    assert shown[1] == "“cache”  explained"
