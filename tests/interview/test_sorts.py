"""Questions that no fact answers get a reply of their kind; what is assumed for a fixed quantity is put right."""

from __future__ import annotations

import pytest
from one_assessor import assessor

from interviewcoach.interview.interviewer import RuleInterviewer
from interviewcoach.interview.replies import DECLINED
from interviewcoach.interview.smalltalk import reply_to
from interviewcoach.interview.sorts import DEFINE, ENGLISH, GARBLED, NOT_KNOWN, USE, YOURS, is_foreign, is_hypothetical

ASSESSOR = assessor()
SALE, SHORTENER = ASSESSOR.interviewer("flash-sale"), ASSESSOR.interviewer("url-shortener")


def only(interviewer: RuleInterviewer, question: str) -> tuple[str | None, str]:
    (answer,) = interviewer.ask(question)
    return answer.topic, answer.answer


# --- what is assumed ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("interviewer", "question", "topic", "begins"),
    [
        (SALE, "Can I assume 100k users?", "size of the crowd", "Better: Two million"),
        (SALE, "can I assume 2 million users?", "size of the crowd", "Yes: Two million"),
        (SHORTENER, "can I assume 5 billion links?", "new links", "Better: 100 million"),
        (SHORTENER, "let's assume 100M new links per month", "new links", "Yes: 100 million"),
        (SHORTENER, "let's assume 100M new links per day", "new links", "Better: 100 million"),
        (SHORTENER, "may I assume 300 bytes per record?", "record size", "Better: Count 500 bytes"),
        (SALE, "can i assume a payment window of 15 minutes?", "time to pay", "Better: Ten minutes"),
        (SALE, "shall we say 5000 pieces", "pieces on sale", "Better: 10,000 pieces"),
    ],
)
def test_a_figure_for_something_fixed_is_put_right(interviewer: RuleInterviewer, question: str, topic: str, begins: str) -> None:
    got, answer = only(interviewer, question)
    assert got == topic and answer.startswith(begins)


@pytest.mark.parametrize("question", ["can I assume 50 servers?", "let us assume 3 developers"])
def test_a_figure_for_what_is_open_is_the_candidates(question: str) -> None:
    assert only(SHORTENER, question) == (None, NOT_KNOWN)


# --- cases and designs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [
        "what if two people press at the exact same millisecond", "what about two people buying the last item?",
        "what if a whole datacenter dies mid-sale?", "what if the queue fills up?", "suppose the clocks of the servers drift",
    ],
)  # fmt: skip
def test_a_case_that_no_fact_covers_is_the_candidates_to_design(question: str) -> None:
    assert is_hypothetical(question) and only(SALE, question) == (None, YOURS)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("what happens when the card is declined?", "time to pay"), ("what if someone doesn't pay?", "time to pay"),
        ("what if the payment provider is slow?", "failures to expect"), ("what about scalpers", "bots"),
    ],
)  # fmt: skip
def test_a_case_that_a_fact_covers_gets_it(question: str, topic: str) -> None:
    assert only(SALE, question)[0] == topic


def test_a_word_beside_the_one_that_is_asked_for_is_not_enough() -> None:
    assert only(SALE, "which card networks") == (None, NOT_KNOWN)
    assert only(SALE, "is there a waiting room") == (None, DECLINED)


# --- parts ----------------------------------------------------------------------------------------------------


def test_a_question_in_several_parts_is_answered_part_by_part() -> None:
    who = [answer.topic for answer in SALE.ask("who are the users and where do they live?")]
    assert who == ["size of the crowd", "regions and clients"]
    three = [answer.topic for answer in SALE.ask("how fast must checkout be and how many users and how many products?")]
    assert three == ["latency target", "size of the crowd", "pieces on sale"]


# --- the rest -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("can I use kafka", USE), ("may we add a message queue?", USE), ("kafka?", USE),
        ("what is an idempotency key?", DEFINE), ("what is sharding?", DEFINE), ("what is a bloom filter", DEFINE),
        ("asdfgh", GARBLED), ("wie viele leute kommen?", ENGLISH), ("combien de clients?", ENGLISH),
        ("do we sell gift cards?", NOT_KNOWN),
    ],
)  # fmt: skip
def test_each_kind_of_question_gets_its_reply(question: str, reply: str) -> None:
    assert only(SALE, question) == (None, reply)


@pytest.mark.parametrize(
    "question",
    [
        "how do you like my answer so far?", "what do you think of my design?", "is my solution good enough?",
        "what do you want me to focus on?", "what would you like me to cover first", "what's the weather?", "Tell me a joke.",
    ],
)  # fmt: skip
def test_talk_about_the_interview_and_the_weather_has_a_line(question: str) -> None:
    topic, answer = only(SALE, question)
    assert topic is None and answer == reply_to(question.strip("?."))


@pytest.mark.parametrize("question", ["how frequently do machines die?", "das or nas?", "what is the p99", "users?"])
def test_english_is_taken_for_english(question: str) -> None:
    assert not is_foreign(question)
