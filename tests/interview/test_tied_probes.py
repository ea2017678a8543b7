"""A probe that hangs on the candidate's words puts no others into the candidate's mouth."""

from __future__ import annotations

import pytest
from one_assessor import assessor

from interviewcoach.interview.protocol import Probe, Situation

COUNTER_RANGES = """## High-level design
Each server takes a range of 100k numbers from a counter in ZooKeeper and writes them in base62, so codes need no lookup.
Why NoSQL: only lookups by key, no joins, easy horizontal partition by key hash.
"""


def probes(slug: str, answer: str, most: int = 40) -> list[Probe]:
    """All that would be asked about an answer, one after another."""
    asked: list[Probe] = []
    interviewer = assessor().interviewer(slug)
    while len(asked) < most:
        situation = Situation("deep_dive", "practice", "senior", 1, answer, probes=tuple(probe.id for probe in asked))
        probe = interviewer.probe(situation)
        if probe is None:
            break
        asked.append(probe)
    return asked


def asked(slug: str, criterion: str, answer: str) -> Probe:
    return next(probe for probe in probes(slug, answer) if probe.criterion == criterion)


def test_whoever_counts_upwards_is_not_told_of_a_digest() -> None:
    assert not any("digest" in probe.text for probe in probes("url-shortener", COUNTER_RANGES))


# other meanings of words that once brought the probe on
@pytest.mark.parametrize(
    ("slug", "criterion", "told"),
    [
        ("url-shortener", "codes-never-twice", "The store is sharded by hash of the code."),
        ("stock-exchange", "gc-and-allocation", "The best price goes first."),
        ("stock-exchange", "hot-path-no-db", "A hash table leads from the order number to its place."),
        ("metrics-monitoring", "histograms-add-up", "When it is silent, that has a meaning."),
        ("metrics-monitoring", "choose-traces", "A sample takes 16 bytes before packing."),
        ("chat-system", "persistent-connection", "All text is encrypted at rest."),
        ("search-autocomplete", "structure-for-prefixes", "We ship it step by step, like any release."),
        ("search-autocomplete", "new-version-swapped", "There are 200M daily users with six searches each."),
        ("task-scheduler", "long-task-checkpoints", "There are 50 million runs per day."),
        ("collaborative-editing", "log-and-snapshots", "Users can log in and invite others."),
    ],
)
def test_another_sense_of_a_word_brings_nothing_on(slug: str, criterion: str, told: str) -> None:
    probe = asked(slug, criterion, f"## High-level design\n{told}\n")
    assert not probe.quote
    assert probe.text == next(c.source.probe for c in assessor().compiled(slug).criteria if c.source.id == criterion)


# names in a row, options that were left, and what others do are nobody's design
@pytest.mark.parametrize(
    ("slug", "criterion", "told"),
    [
        ("proximity-service", "neighbours-and-distance", "Geohash, quadtree, S2, H3, R-tree, k-d tree, PostGIS, Hilbert curve"),
        ("flash-sale", "durable-truth", "Redis DECR is what most people say."),
        ("chat-system", "client-id-dedupe", "No retry is needed."),
        ("rate-limiter", "local-counting", "Alternatives:\n- Redis for the counters"),
    ],
)
def test_what_the_candidate_does_not_stand_by_brings_nothing_on(slug: str, criterion: str, told: str) -> None:
    assert not asked(slug, criterion, f"## High-level design\n{told}\n").quote


def test_the_words_of_the_candidate_still_do() -> None:
    probe = asked("url-shortener", "codes-never-twice", "## High-level design\nWe take the MD5 and its first seven characters.\n")
    assert probe.quote == "MD5" and "digest" in probe.text
