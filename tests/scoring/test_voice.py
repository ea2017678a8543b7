"""Texts that name all the right things and decide none of them: no reader would take them for a design."""

from __future__ import annotations

from pathlib import Path

import pytest
import scoring_world as world

from interviewcoach.scoring.hollow import faults_of
from interviewcoach.scoring.voice import ASKED, CIRCULAR, HANDED, LOOSE, UNDECIDED, WATCHED, voice_of
from interviewcoach.scoring.words import tokens

OWN = "We take a token bucket in Redis with 50k/s in all, because a burst of 20 calls is fine and a window lets 2x pass."
VOID = {
    "open": (
        "little of it is decided",
        "The counter could be kept in Redis, or in local memory, or in both. A fixed window may be used, or a token "
        "bucket, since each has its price. It depends on the load which of them is best. When the store is down one "
        "could let calls pass.",
    ),
    "what an answer should hold": (
        "little of it is decided",
        "A good answer would put the limiter into the gateway, because all calls pass there. A strong candidate would "
        "take a token bucket in Redis with a script, as two gateways could both read the last token. The interviewer "
        "would expect a 429 here.",
    ),
    "asked": (
        "little of it is decided",
        "Should each gateway hold a token bucket, or does Redis count for all of them with a Lua script, so that no two "
        "read the last token? Would you let calls pass when Redis is down, because the limiter protects and must not be "
        "the outage? May a hot caller be refused from local memory until his window ends, at 1M calls/s?",
    ),
    "promised": (
        "little of it is decided",
        "Next I would explain how a Lua script makes check and decrement one step in Redis. Then I would go through "
        "what happens when Redis is down, and justify failing open. Local buckets that lease tokens would be discussed "
        "here as well, with the 5% that they may be off. I will also address hot keys and how a refusal is kept in "
        "local memory.",
    ),
    "told of others": (
        "little of it is decided",
        "Stripe used token buckets in Redis with a Lua script, so no two gateways read the last token. In 2017 "
        "Cloudflare counted with a sliding window of two counters per caller. GitHub later moved its limits into "
        "sharded Redis with replicas. Figma kept counters in Redis and was found to let bursts pass.",
    ),
    "left to others": (
        "left to others",
        "A managed gateway product handles the token buckets. The platform team decides what happens when Redis is "
        "down. The vendor guarantees that no two nodes read the last token. Hot keys are handled by the same product, "
        "and the cloud provider takes care of the regions. The library does this with a Lua script. A dedicated team "
        "will know the limits. The contract covers 5 ms at p99.",
    ),
    "loose figures": (
        "decide nothing",
        "The token bucket has 14 fields in 3 tables, with 22% in Redis and 9 shards of 7. The Lua script runs 12 lines "
        "in 4 parts at 38% load. There are 17 gateways with 6 rules and 40 threads. A hot caller has 3 buckets in 11 "
        "zones. Fail open comes after 8 tries with 25 nodes in 2 rows. The lease holds 31 tokens, 45% of 12 regions.",
    ),
    "turned down": (
        "hardly what is",
        "It would be wrong to count in one database, since each call would wait for it. A count in each gateway is no "
        "better, for nobody sees the whole. One should never read the counter and write it back in two steps, as two "
        "gateways take the last token. A fixed window is a mistake because it lets twice the limit pass. Nor should a log of "
        "all calls be kept in Redis. Without a timeout the limiter must not be asked. It is careless not to think of a hot "
        "caller. No lock is held on a key. Retries inside the limiter are not wanted. Failing closed is wrong when Redis is "
        "down.",
    ),
    "watched": (
        "what keeps it right",
        "When a gateway takes a token twice, a graph of the counts shows us how far they are off. A hot caller is visible on "
        "a dashboard with its own panel. If Redis is down, the alert goes to the engineer on call, who opens the runbook. "
        "The share of 429s is monitored for each caller. We see the lease of tokens run out on a histogram. A stale rule is "
        "noticed within a minute. The clock of each gateway is drawn beside the others. The Lua script is traced.",
    ),
    "circular": (
        "only repeat",
        "The limiter limits calls by a limit, which limits them. A token bucket holds tokens because it is a bucket of "
        "tokens. The Lua script is atomic since it runs atomically. Calls are refused with 429 when they are refused. "
        "The hot key is hot because it is a hot key. We fail open so that the limiter is open when it fails. Redis "
        "replicates by replication.",
    ),
}


@pytest.mark.parametrize("why, text", VOID.values(), ids=VOID)
def test_who_names_it_all_and_decides_nothing_is_not_hired(why: str, text: str) -> None:
    score = world.assessor().score
    card = score("rate-limiter", f"## Deep dive\n{OWN}\n{text}")
    assert why in " ".join(card.gates)
    assert card.overall <= 39


@pytest.mark.parametrize("why", sorted({why for why, _ in VOID.values()}))
def test_what_one_decides_oneself_is_not_taken_for_it(why: str) -> None:
    assert why not in " ".join(world.assessor().score("rate-limiter", f"## Deep dive\n{OWN}").gates)


def test_a_question_shows_no_more_than_that_one_knows_the_word() -> None:
    """What is answered counts where it is answered."""
    mechanism = "one Lua script in Redis checks and decrements in one step, so two gateways cannot both take the last token"
    asked, answered, told = (
        world.assessor().score("rate-limiter", f"## Deep dive\n- {start} {mechanism}{end}") for start, end in QUESTIONS
    )
    assert max(one.tier for one in asked.criteria) == 1
    assert all(max(one.tier for one in card.criteria) >= 2 for card in (answered, told))


QUESTIONS = [("Would you agree that", "?"), ("Do we say that", "? I take it, at 0.2 ms."), ("Two read the last token? No:", ".")]

HONEST = {
    "What if Redis is down, and who notices?": ASKED,
    "We show the owner the last saved copy until the store is back.": 0,
    "Like Dropbox did, we cut files into 4 MB blocks.": 0,
    "We buy transit from two carriers.": HANDED,
    "Kafka holds 3 days at 2 TB/day = 6 TB, x3 = 18 TB.": 0,
    "The cell at the airport holds 1,400 drivers in 2 rows of 7.": LOOSE,
    "Reads could go to a replica, or to the cache.": UNDECIDED,
    "Each message gets an id from the server, so a retry with the same id is dropped.": 0,
    "A document is opened by the document opener, which opens documents.": CIRCULAR,
    "lookups: GET /{code} -> cache -> db?": 0,
    "An alert goes out when the queue is older than a minute.": WATCHED,
    "The mean of 40k/s becomes 120k/s at the peak, shown above.": 0,
}


@pytest.mark.parametrize("sentence, sort", HONEST.items())
def test_how_a_sentence_speaks(sentence: str, sort: int) -> None:
    keys = [key for key, _, _ in tokens(sentence)]
    assert voice_of(sentence, keys, frozenset(keys)) == sort


@pytest.mark.parametrize("of", ["thirty-sixth"])
@pytest.mark.parametrize("way", ["sla-guarantees", "search-autocomplete", "file-storage", "rate-limiter", "ad-bidding"])
def test_a_skilled_deceiver_of_such_a_kind_is_not_hired(of: str, way: str) -> None:
    """Written by somebody who wanted a high grade for nothing and had not read the rules."""
    text = (world.CALIBRATION / of / way / "deceit.md").read_text(encoding="utf-8")
    assert world.overall(way, text) <= 39


HONEST_ANSWERS = [
    path
    for kind in ("strong", "solid", "plain", "terse", "mid", "wordymid")
    for path in sorted(world.CALIBRATION.rglob(f"{kind}.md"))[::30]
    if path.parent.name in world.slugs()
]


@pytest.mark.parametrize("path", HONEST_ANSWERS, ids=lambda path: "-".join(path.parts[-3:]))
def test_no_honest_answer_is_taken_for_it(path: Path) -> None:
    slug = path.parent.name
    evidence = world.evidence(path.read_text(encoding="utf-8"), slug)
    assert not list(faults_of(evidence.voice, world.assessor().compiled(slug).watching))


def test_where_watching_is_the_task_one_may_speak_of_it() -> None:
    assert {slug for slug in world.slugs() if world.assessor().compiled(slug).watching} == WATCHING


WATCHING = {"log-search", "metrics-monitoring", "notification-system"}
