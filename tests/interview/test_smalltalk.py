"""Greetings and questions about the interview itself get a friendly line that tells nothing of the problem."""

from __future__ import annotations

import pytest
from one_assessor import assessor

from interviewcoach.interview.interviewer import RuleInterviewer
from interviewcoach.interview.smalltalk import asks_for_task, reply_to
from interviewcoach.interview.sorts import NOT_KNOWN


@pytest.fixture(scope="module")
def shortener() -> RuleInterviewer:
    return assessor().interviewer("url-shortener")


@pytest.mark.parametrize(
    "remark",
    [
        "hello", "Hi there!", "thanks", "ok, thank you very much", "Got it.", "how long do I have?", "How much time is left?",
        "am I on the right track?", "how am I doing so far?", "can I start?", "shall we begin now?", "Where should I start?",
        "may I ask you a few questions?", "pardon?", "can I move on?", "are you a human?", "help",
        "How big is our engineering team?", "how many people are in the team?", "how many engineers will build this?",
        "what's the timeline", "when does it have to be ready?", "Should I write code?", "do you expect pseudocode?",
        "do you want me to draw a diagram?", "what should I focus on next?", "shall I go deeper?",
        "which part do you want me to go into?", "Is there a specific area you would like me to focus on?",
    ],
)  # fmt: skip
def test_small_talk_gets_a_line_of_its_own(shortener: RuleInterviewer, remark: str) -> None:
    (answer,) = shortener.ask(remark)
    assert answer.answer == reply_to(answer.question) != NOT_KNOWN
    assert answer.topic is None and not answer.facts


@pytest.mark.parametrize(
    "question",
    [
        "", "?", "how long does a link live?", "can I start with redis", "how much time is left before a link expires",
        "thanks to whom is a link safe", "help users to find their links", "am I allowed to delete", "hello world pages?",
        "how many people are in a group?", "how many people use it?", "how large is a team?", "when does a link go live?",
        "what is the schedule of a job?", "can people draw a diagram together?", "should we write the code twice?", "shall we",
        "😀", "hi " * 5_000,
    ],
)  # fmt: skip
def test_what_asks_for_more_is_no_small_talk(question: str) -> None:
    assert reply_to(question) is None


@pytest.mark.parametrize(
    "remark",
    [
        "could you repeat the question?", "please restate the brief", "sorry, what was the task again?", "what is the task?",
        "can you repeat that", "please repeat the task", "can you tell me the problem statement again?", "what was the question",
        "remind me of the task please", "what am I supposed to design?", "What should I build?", "what are we designing again?",
        "I forgot the question", "I don't understand the task", "can I see the problem again?", "repeat the original question",
        "could you say the question once more?", "what do you want me to build", "I forgot what the task was",
    ],
)  # fmt: skip
def test_the_task_is_told_again(shortener: RuleInterviewer, remark: str) -> None:
    (answer,) = shortener.ask(remark)
    assert answer.answer.startswith("Once more: Design a service that gives a short address")
    assert answer.answer.endswith("tell me what you assume.") and "\n" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "what is a task?", "how many tasks a day?", "what is the size of a task", "can people repeat a payment?",
        "what is the problem with one database?", "should we repeat a failed request", "what is the question rate", "repeat",
        "what should I build first?", "can I see the links of others?", "tell me how a link is made", "who states the question?",
    ],
)  # fmt: skip
def test_what_asks_about_the_problem_is_no_request_to_repeat_it(question: str) -> None:
    assert not asks_for_task(question)


def test_a_question_beside_a_greeting_is_all_that_is_answered(shortener: RuleInterviewer) -> None:
    assert [answer.topic for answer in shortener.ask("Hello! how many links per month?")] == ["new links"]
    assert [answer.topic for answer in shortener.ask("how many links per month? thanks!")] == ["new links"]
