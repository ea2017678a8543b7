"""How a typed line is taken apart, what asks for the solution, and how a question finds its topic."""

from __future__ import annotations

import pytest
from one_assessor import assessor

from interviewcoach.content.models import Known
from interviewcoach.interview.everyday import kin_of, root, spelled_out
from interviewcoach.interview.interviewer import RuleInterviewer
from interviewcoach.interview.lines import asks_yes_or_no, questions_in
from interviewcoach.interview.questions import SURE, QuestionReader
from interviewcoach.interview.replies import DECLINED
from interviewcoach.interview.solutions import asks_for_solution
from interviewcoach.interview.sorts import NOT_KNOWN
from interviewcoach.scoring.words import stem


@pytest.fixture(scope="module")
def shortener() -> RuleInterviewer:
    return assessor().interviewer("url-shortener")


def known(topic: str, ask: list[str], answer: str) -> Known:
    return Known(topic=topic, ask=tuple(ask), answer=answer)


@pytest.fixture(scope="module")
def bakery() -> QuestionReader:
    topics = [
        known("ovens", ["how many ovens", "oven + number|count", "how hot are the ovens"], "Four ovens, 250 degrees."),
        known("opening hours", ["when do we open", "closing time", "open on sundays"], "From six to noon, never on Sunday."),
        known("flour", ["which flour", "gluten", "where does the flour come from"], "Rye and wheat from the mill next door."),
        known("deliveries", ["do we deliver", "how far do the vans drive", "number of vans"], "Two vans, within 10 km."),
    ]
    return QuestionReader(topics, {}, "Design a bakery for a small town.")


# --- the line -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("how many lamps? and who turns them on", ["how many lamps", "who turns them on"]),
        ("how large is a crate, and can it be stacked?", ["how large is a crate", "can it be stacked"]),
        ("do we also paint doors, or walls only?", ["do we also paint doors, or walls only"]),
        ("if the cable breaks, what happens", ["if the cable breaks, what happens"]),
        ("how many lamps, how many switches each?", ["how many lamps", "how many switches each"]),
        ("number of lamps; colour?", ["number of lamps", "colour"]),
    ],
)
def test_a_line_falls_into_its_questions(line: str, parts: list[str]) -> None:
    assert questions_in(line) == parts


def test_wishes_are_told_from_open_questions() -> None:
    assert asks_yes_or_no("ok so should it play music") and asks_yes_or_no("may visitors bring dogs")
    assert not asks_yes_or_no("how loud is it") and not asks_yes_or_no("do we know how loud it is")


# --- the solution ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [
        "long polling or websockets?", "is it smarter to shard by country or by name?", "would you go for a skip list here",
        "should the index be kept in memory?", "do you prefer that I draw a saga or an outbox",
        "how would I keep the counters in sync", "which of these is the better one", "please just give me the schema",
        "what number of threads should I take", "one queue per shop or one per city?", "I'd like to know what you would build",
        "tell me which pattern", "is a bloom filter good enough here", "and what to cache first",
    ],
)  # fmt: skip
def test_asking_for_the_design_is_told_by_its_grammar(question: str) -> None:
    assert asks_for_solution(question)


@pytest.mark.parametrize(
    "question",
    [
        "should it support several languages", "do we need an undo", "may visitors upload pictures", "may I use Redis",
        "do we already have Kafka or RabbitMQ", "how many replicas are there today", "who runs the queue",
        "how long should we keep the receipts", "do editors want push or pull", "how often do the gates fail",
        "what happens when a lamp breaks", "exactly once or at least once", "can I assume one country",
    ],
)  # fmt: skip
def test_asking_for_a_requirement_is_not(question: str) -> None:
    assert not asks_for_solution(question)


def test_the_choice_before_a_plea_is_part_of_it(shortener: RuleInterviewer) -> None:
    kinds = [answer.kind for answer in shortener.ask("base 62 counter or a hash of it? which one is the better pick?")]
    assert kinds == ["declined"]
    mixed = shortener.ask("how many new links per month? and which database would you pick?")
    assert [answer.kind for answer in mixed] == ["known", "declined"] and mixed[1].answer == DECLINED


# --- the topic ------------------------------------------------------------------------------------------------


def test_short_forms_endings_and_kin_lead_to_the_words_of_the_problem() -> None:
    assert spelled_out("how many ppl pls, w/o bots") == "how many people please, without bots"
    assert root(stem("tolerable")) == root(stem("tolerate")) and root("cat") == "cat"
    assert stem("erase") in kin_of(stem("delete")) and not kin_of("zebra")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("number of ovens?", "ovens"), ("how hot does it get in there, the oven", "ovens"),
        ("open on weekends or sunday?", "opening hours"),
        ("where is the flour from", "flour"), ("how far will the vans go", "deliveries"),
    ],
)  # fmt: skip
def test_a_question_finds_its_topic(bakery: QuestionReader, question: str, topic: str) -> None:
    found = bakery.find(question)
    assert found is not None and found.source.topic == topic


@pytest.mark.parametrize(
    "question",
    [
        "should we sell candles in the shape of ovens to tourists",
        "do the vans need a licence for fireworks",
        "",
        "who is the mayor",
    ],
)
def test_a_shared_word_is_not_enough(bakery: QuestionReader, question: str) -> None:
    assert bakery.find(question) is None


def test_a_question_that_fits_two_topics_is_not_guessed() -> None:
    twins = [known("left wing", ["windows in the wing"], "Ten."), known("right wing", ["windows in the wing"], "Twelve.")]
    assert QuestionReader(twins, {}).best("how many windows in the wing")[1] < SURE


def test_a_scrap_is_heard_with_the_part_before_it(shortener: RuleInterviewer) -> None:
    answers = shortener.ask("do links expire? after how many years")
    assert {answer.topic for answer in answers if answer.kind == "known"} == {"lifetime"}
    assert all(answer.answer != NOT_KNOWN for answer in answers)


def test_two_things_in_one_breath_are_both_answered(shortener: RuleInterviewer) -> None:
    topics = {answer.topic for answer in shortener.ask("the redirect latency, and the read write ratio?")}
    assert topics == {"latency", "reads for each write"}


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("how long should the code be?", "code length"),
        ("How long may the short code be?", "code length"),
        ("how long are the codes", "code length"),
        ("how long does a code live", "lifetime"),
        ("how long should the short link work", "lifetime"),
        ("how long is a link valid", "lifetime"),
        ("how long can the long url be", "record size"),
    ],
)
def test_how_long_is_a_length_or_a_time(shortener: RuleInterviewer, question: str, topic: str) -> None:
    assert [answer.topic for answer in shortener.ask(question)] == [topic]
