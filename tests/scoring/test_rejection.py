"""What is declined earns nothing; what only looks declined still earns. Precision first."""

from __future__ import annotations

import pytest
import scoring_world as world

from interviewcoach.scoring.phrasebook import PhrasebookMaker
from interviewcoach.scoring.reading import Reader
from interviewcoach.scoring.typos import Speller

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


@pytest.mark.parametrize(
    ("sentence", "asserted"),
    [
        ("There is no answer for ten seconds.", True), ("The answer cannot be repeated.", True), ("We give an answer.", None),
        ("A late reply rather than no answer.", False), ("We don't say no answer.", False),
    ],
)  # fmt: skip
def test_a_phrase_that_declines_by_itself_is_what_it_says(sentence: str, asserted: bool | None) -> None:
    maker = PhrasebookMaker({})
    (numbers,) = maker.clause("no answer|cannot be").parts[0]
    book = maker.make()
    (one,) = Reader(book, Speller(book.known)).read(sentence).sentences
    assert (not numbers.isdisjoint(one.found)) is (asserted is True)
    assert any(~number in one.found for number in numbers) is (asserted is False)


def test_a_word_that_is_not_there_is_absent() -> None:
    assert stance("Nothing is said of it.") == "absent"
