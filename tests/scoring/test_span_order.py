"""Which words of an answer are told first: what shows most, where the criterion belongs; and exactly those words."""

from __future__ import annotations

from scoring_world import assessor, catalogue, evidence


def test_the_deepest_hits_come_first_and_of_these_those_in_the_criterions_own_phase() -> None:
    answer = catalogue().model_answer("url-shortener")
    card = assessor().score("url-shortener", f"{answer}\n\n{answer}")
    shown = evidence(f"{answer}\n\n{answer}").shown
    several = 0
    for criterion in card.criteria:
        hits = {(hit.start, hit.end): hit.tier for hit in shown[criterion.id].hits} if criterion.id in shown else {}
        order = [(-hits[span.start, span.end], span.phase != criterion.phase) for span in criterion.spans] if hits else []
        assert order == sorted(order), criterion.id
        several += len(set(order)) > 1
    assert several > 5, "or nothing was tested"
