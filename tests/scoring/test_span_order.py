"""Which words of an answer are told first: what shows most, where the criterion belongs; and exactly those words."""

from __future__ import annotations

from scoring_world import assessor, catalogue, evidence


def test_the_words_that_say_most_of_a_criterion_come_first_and_the_deepest_no_later_than_second() -> None:
    answer = catalogue().model_answer("url-shortener")
    card = assessor().score("url-shortener", f"{answer}\n\n{answer}")
    shown = evidence(f"{answer}\n\n{answer}").shown
    several = 0
    for criterion in card.criteria:
        hits = {(hit.start, hit.end): hit for hit in shown[criterion.id].hits} if criterion.id in shown else {}
        told = [hits[span.start, span.end] for span in criterion.spans] if hits else []
        if not told:
            continue
        assert max(hit.tier for hit in told[:2]) == max(hit.tier for hit in told), criterion.id
        alike = [hit.strength for hit in told[2:] if (hit.tier, hit.phase) == (told[-1].tier, told[-1].phase)]
        assert alike == sorted(alike, reverse=True), criterion.id
        several += len(set(alike)) > 1
    assert several > 5, "or nothing was tested"


def test_a_sentence_that_leans_on_its_neighbours_is_not_quoted_before_the_one_that_says_it() -> None:
    told = "The limiter stays simple. A Lua script checks and counts in one atomic step, so no two calls take the last token."
    (shown,) = [one for one in assessor().score("rate-limiter", f"## Deep dive\n\n{told}").criteria if one.id == "atomic-check"]
    assert "Lua" in f"## Deep dive\n\n{told}"[shown.spans[0].start : shown.spans[0].end]
