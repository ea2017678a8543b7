"""The statement pasted into an answer is nobody's own words."""

from __future__ import annotations

import scoring_world as world

from interviewcoach.scoring.masking import echoes

STATEMENT = "People paste a long address and get a short one which sends whoever opens it to the long one."


def test_a_copy_is_found_where_it_stands_whatever_stands_before_it() -> None:
    for before in ("My notes. ", "\u0130" * 30 + " "):  # lower-cased, this capital is two letters
        answer = f"{before}{STATEMENT.upper()} And then my own words."
        (stretch,) = echoes(answer, STATEMENT)
        assert answer[slice(*stretch)] == STATEMENT.upper().rstrip(".")


def test_a_few_words_alike_are_no_copy() -> None:
    assert echoes("People paste a long address into the page.", STATEMENT) == []


def test_a_design_may_begin_with_what_the_interviewer_told() -> None:
    fact = "Each SMS provider takes 400 messages a second from us"
    more = "- {}, so each has a token bucket of 400 a second in Redis, and what is over waits in the queue of its channel"
    score = world.assessor().score
    copied, used = (score("notification-system", f"## Deep dive\n{line}") for line in (f"- {fact}.", more.format(fact)))
    assert max(one.tier for one in copied.criteria) == 0
    assert max(one.tier for one in used.criteria) >= 2
