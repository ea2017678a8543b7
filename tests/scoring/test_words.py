"""Words, stems and offsets."""

from __future__ import annotations

import pytest
import scoring_world as world
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewcoach.scoring.numbers import NUMBER_WORDS, find_numbers
from interviewcoach.scoring.words import WordMemory, normalised, phrase_key, row_of, split_words, stem, tokens


@pytest.mark.parametrize(
    "forms",
    [
        "cache caches cached caching", "shard shards sharded sharding", "replica replicas", "retry retries retried retrying",
        "plan plans planned planning", "write wrote written", "query queries", "index indices indexes", "queue queues queued",
        "hash hashes hashed hashing", "behaviour behavior", "prioritise prioritize", "send sent sends sending",
    ],
)  # fmt: skip
def test_inflections_meet(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["sharding sharing", "custom customer", "content contention", "process procession", "dns dn"])
def test_what_means_something_else_stays_apart(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_offsets_point_at_the_words() -> None:
    text = "The readThrough cache's TTL — 24 h."
    assert [text[start:end] for _, start, end in tokens(text)] == ["read", "Through", "cache's", "TTL", "24", "h"]


def test_a_memory_of_words_changes_nothing() -> None:
    memory = WordMemory(most=2)
    for text in ("The LoadBalancer's caches", "the loadBalancer’s caches don't", "LoadBalancer S3 2x"):
        assert tokens(text, memory) == tokens(text)


def test_a_full_memory_makes_way_and_stays_whole_for_who_reads_with_it() -> None:
    full = WordMemory(most=1)
    assert full.roomy() is full
    tokens("LoadBalancer caches", full)
    assert full.roomy().keys == {}
    assert set(full.keys) == {"LoadBalancer", "caches"}


@given(st.text(max_size=200))
def test_tokens_are_in_order_and_inside(text: str) -> None:
    plain, offsets = normalised(text)
    last = 0
    for key, start, end in tokens(plain):
        assert key
        assert last <= start < end <= len(plain)
        last = end
    if offsets is not None:
        assert len(offsets) == len(plain) + 1
        assert offsets == sorted(offsets)


def test_little_words_are_dropped_from_phrases() -> None:
    assert phrase_key("put in the queue") == phrase_key("put in queue")


@pytest.mark.parametrize("store", ["NoSQL", "nosql", "No-SQL", "NOSQL", "no-sql"])
def test_a_kind_of_store_is_no_refusal(store: str) -> None:
    assert tokens(store) == [("nosql", 0, len(store))]
    with_it = world.shown(f"A {store} key-value table keeps the links by code, since every read is a lookup by key.")
    assert with_it.get("store-choice-reason", 0) >= 2


def numbers_in(text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    memory = WordMemory(classes=NUMBER_WORDS)
    words, starts, ends = split_words(text)
    row_of(words, starts, ends, memory)
    return find_numbers(text, words, starts, memory.of_class)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12k qps", "rate"), ("100/s", "rate"), ("5M per day", "rate"), ("500 bytes", "size"), ("2 TB", "size"),
        ("35k/s", "rate"), ("7M/s", "count"), ("1.2k/sec", "rate"), ("10k+/s", "rate"), ("10kqps", "rate"), ("3,8k/s", "rate"),
        ("2 Gbps", "rate"), ("10,000/s", "rate"), ("2,5 TB", "size"), ("500 nodes", "count"), ("200 gateways", "count"),
        ("200 ms", "time"),
        ("5 minutes", "time"), ("99.9%", "pct"), ("three nines", "pct"), ("100:1", "ratio"), ("3x", "ratio"), ("$5", "money"),
        ("62^7", "power"), ("100M users", "count"), ("3.5 trillion codes", "count"), ("two million links", "count"),
        ("half an hour", "time"), ("a few hundred ms", "time"), ("$ 20", "money"),
        ("a second later", "time"), ("a second", "time"), ("twenty machines", "count"),
        ("three buildings", "count"), ("five times", "ratio"),
        ("5 dollars", "money"), ("5 USD", "money"), ("2 cents a GB", "money"), ("10 euros", "money"), ("ten euros", "money"),
        ("10k USD/month", "money"), ("2 cents a GB per month", "money"), ("3 million dollars a year", "money"),
    ],
)  # fmt: skip
def test_numbers_are_known_by_kind(text: str, kind: str) -> None:
    (found,) = numbers_in(f"about {text} here")
    assert kind in found[2]


def test_an_amount_in_words_counts_for_what_one_with_its_sign_does() -> None:
    assert [kinds for _, _, kinds in numbers_in("5 dollars, $5")] == [("any", "money")] * 2
    assert "money" not in numbers_in("5 dollarbills")[0][2] + numbers_in("5 centres a month")[0][2]


@pytest.mark.parametrize(
    "text",
    [
        "HTTP 301",
        "404 not found",
        "500 errors",
        "a 200 with",
        "port 443",
        "step 2",
        "in 2024",
        "1. the API",
        "S3",
        "v2",
        "ask a second replica",
        "one machine",
        "the two",
    ],
)
def test_labels_are_no_numbers(text: str) -> None:
    assert numbers_in(text) == []


@pytest.mark.parametrize("typo", ["cahce", "replciation", "redirct", "databse"])
def test_slips_of_the_keyboard_are_read(typo: str) -> None:
    corrections = world.evidence(f"We put {typo} here for hot links.").corrections
    assert len(corrections) == 1


@pytest.mark.parametrize("word", ["unordered", "untrusted", "unlinked"])
def test_a_word_with_a_prefix_is_no_slip(word: str) -> None:
    assert not world.evidence(f"The {word} ones are left out.").corrections


def test_english_is_never_corrected() -> None:
    text = "The custom officer was sharing a cashew with the tenant while staring at a queen and counting sheep."
    assert world.evidence(text).corrections == []


@pytest.mark.parametrize(
    ("typo", "word"), [("avaliable", "available"), ("reconcilation", "reconciliation"), ("seperate", "separate")]
)
def test_what_a_slip_was_read_as_is_shown_as_a_word(typo: str, word: str) -> None:
    assert [told for _, _, told in world.evidence(f"Kept {typo} here.", "payment-system").corrections] == [word]


@pytest.mark.parametrize("word", ["blackhole", "uplink", "lossy", "middleware", "unacked", "Paris", "handovers", "structs"])
def test_a_rarer_word_is_no_slip_in_any_problem(word: str) -> None:
    assert not [slug for slug in world.slugs() if world.evidence(f"The {word} is there.", slug).corrections]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_no_text_breaks_the_reader_and_spans_lie_inside(text: str) -> None:
    answer = f"## Deep dive\n{text}\ncache hot links, ttl 24 h because reads dominate {text}"
    card = world.assessor().score("url-shortener", answer)
    for criterion in card.criteria:
        for span in criterion.spans:
            assert 0 <= span.start <= span.end <= len(answer)
