"""What is declined earns nothing; what only looks declined still earns. Precision first."""

from __future__ import annotations

import pytest
import scoring_world as world

CACHE = "cache"


def stance(sentence: str, word: str = CACHE) -> str:
    """How the reader takes `word`: asserted, rejected or absent."""
    book = world.rubric().book
    number = book.concepts[word]
    (reading,) = [world.rubric().reader.read(sentence)]
    found = [sentence_.found for sentence_ in reading.sentences]
    if any(number in one for one in found):
        return "asserted"
    return "rejected" if any(~number in one for one in found) else "absent"


@pytest.mark.parametrize(
    "sentence",
    [
        "We don't need a cache here.", "No cache is needed.", "A cache is overkill at this scale.", "Skip the cache for now.",
        "A database read instead of a cache.", "We will not use a cache.", "Postgres alone, without a cache.",
        "I would not bother with a cache.", "A cache is unnecessary.", "Caching is out of scope.", "There is no cache.",
        "A bigger index rather than a cache.", "We chose a bigger index over a cache.", "Links are never silently cached.",
        "The teams needn't handle a cache.", "The cache may be left out.",
    ],
)  # fmt: skip
def test_declined(sentence: str) -> None:
    assert stance(sentence) == "rejected"


@pytest.mark.parametrize(
    "sentence",
    [
        "Hot links are served from a cache.", "Without a cache the database would die.", "Not only a cache but also a CDN.",
        "If we had no cache the primary would fall over.", "The cache never waits for the database.",
        "A cache with no more than 10 GB.", "No doubt we need a cache.", "Reads go over the cache.", "Leave it in the cache.",
        "The cache must not be left out.", "The cache mustn't be skipped.",
        "The cache does not need to be consistent.", "If the nodes say no the cache answers.",
        "Not every browser keeps it in its cache.", "Not all of them have a cache.",
    ],
)  # fmt: skip
def test_asserted_although_a_no_stands_near(sentence: str) -> None:
    assert stance(sentence) == "asserted"


def test_a_word_that_is_not_there_is_absent() -> None:
    assert stance("Nothing is said of it.") == "absent"
