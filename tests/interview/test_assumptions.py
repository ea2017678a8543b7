"""What is stated for a nod is confirmed, put right or only told; and a line with several questions gets a reply for each."""

from __future__ import annotations

import time

import pytest
from one_assessor import assessor

from interviewcoach.interview.assumptions import assumed_in, put_right

ASSESSOR = assessor()


def replies(slug: str, line: str) -> list[str]:
    return [answer.answer for answer in ASSESSOR.interviewer(slug).ask(line)]


def topics(slug: str, line: str) -> list[str | None]:
    return [answer.topic for answer in ASSESSOR.interviewer(slug).ask(line)]


@pytest.mark.parametrize(
    ("slug", "line", "begins"),
    [
        ("key-value-store", "I'd assume a p99 of 10 ms, okay?", "Yes: "),  # 99 is no figure
        ("url-shortener", "can I assume 100M links a month?", "Yes: "),
        ("url-shortener", "I'll assume reads are 100x writes, fine?", "Yes: "),
        ("url-shortener", "I'll assume reads are 10x writes, fine?", "Better: "),
        ("url-shortener", "can I assume 100ms latency?", "Better: "),
        ("log-search", "I assume most queries hit the last 24 hours, is that right?", "Yes: "),
        ("chat-system", "can I assume 100k users?", "Better: "),
    ],
)
def test_a_figure_is_confirmed_or_put_right(slug: str, line: str, begins: str) -> None:
    assert [reply.startswith(begins) for reply in replies(slug, line)] == [True]


@pytest.mark.parametrize(
    ("line", "facts", "answer", "begins"),
    [
        ("assume 10k samples per second", {"interval": "10 s"}, "Every ten seconds.", "Every"),
        ("I'd go with 3 replicas", {}, "A confirmed write survives a zone.", "A confirmed"),
        ("assume 50 ms", {"redirect_p99": "0.05 s"}, "Fast.", "Yes: "),
        ("assume 2% failing and 10% slow", {"failing_share": "5 %", "slow_share": "2 %"}, "So many.", "So many."),
        ("assume 1000 bakers", {"people": "1000 people"}, "A thousand bakers.", "Yes: "),
    ],
)
def test_only_what_can_be_compared_is_put_right(line: str, facts: dict[str, str], answer: str, begins: str) -> None:
    assert put_right(line, facts, answer).startswith(begins)


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("I'll assume reads are 10x writes, fine?", "reads are 10x writes"),
        ("so I am going to assume that users are logged in - is that correct?", "users are logged in"),
        ("my guess is most files are small, right?", "most files are small"),
        ("how many users are there, right?", ""),
    ],
)
def test_what_is_stated_is_told_from_its_frame(line: str, stated: str) -> None:
    assert assumed_in(line).strip(" ?") == stated


def test_a_statement_without_a_figure_hears_what_is_fixed() -> None:
    assert topics("file-storage", "I'd assume most files are small and rarely changed, is that right?") == ["changes"]


def test_what_is_there_is_no_choice() -> None:
    assert topics("schema-migrations", "Which database is it, Postgres or MySQL?") == ["database"]
    (reply,) = ASSESSOR.interviewer("schema-migrations").ask("Which database is better, Postgres or MySQL?")
    assert reply.kind == "declined"


def test_nothing_is_said_twice() -> None:
    assert len(replies("edge-cdn", "What cache hit ratio are we expected to reach? I'd say 95%.")) == 1


def test_beside_a_reply_it_is_said_on_what_nothing_is_fixed() -> None:
    told = replies("url-shortener", "how many links a day? and who waters the office plants on sundays?")
    assert len(told) == 2 and "on “who waters the office plants on sundays”" in told[1]


@pytest.mark.parametrize(
    ("slug", "line", "wanted"),
    [
        (
            "social-feed",
            "How many posts are written per day vs how often do people open the feed?",
            ["publishing rate", "reading"],
        ),
        ("social-feed", "Is it ok to lose a post in a feed sometimes, or to show it a bit late?", ["durability", "freshness"]),
        ("metrics-monitoring", "how many alert rules are there, and who writes them?", ["alarms"]),
        ("key-value-store", "How much machines do we have?", ["machines"]),
        ("sla-guarantees", "what ruins our tail today, is it GC?", ["reasons for slowness"]),
        ("key-value-store", "How big is a typical value, and what's the largest we need to accept?", ["size of a value"]),
        ("notification-system", "Do we use Twilio and APNs? Do they throttle us?", ["providers", "provider limits"]),
        ("task-scheduler", "How should we handle time zones and daylight saving?", ["time zones"]),
        ("url-shortener", "Can a user pick their own alias, like short.ly/summer-sale?", ["custom names"]),
    ],
)
def test_each_part_of_a_line_reaches_its_topic(slug: str, line: str, wanted: list[str]) -> None:
    assert topics(slug, line) == wanted


@pytest.mark.parametrize("line", ["a" + " " * 20_000 + "b", "a-" * 10_000, ", " * 10_000 + "x", "a vs how " * 1_000])
def test_an_odd_line_is_heard_in_time_that_grows_with_its_length(line: str) -> None:
    began = time.perf_counter()
    ASSESSOR.interviewer("url-shortener").ask(line)
    assert time.perf_counter() - began < 5  # tried from each of its places such a line took half a minute and more
