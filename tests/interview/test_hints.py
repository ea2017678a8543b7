"""What is sold is worth its price: nobody pays to be told what stands in the answer."""

from __future__ import annotations

from one_assessor import assessor

from interviewcoach.interview.protocol import LAST_HINT, PhaseId, Situation

# its second line holds half of the design, and too much besides
NOTES = """## Deep dive
- up to 5% over is fine
- Redis Lua atomic check, token bucket 20 burst, shard by key hash, hot key refused locally, 5 ms timeout then fail open
"""
INTERVIEWER = assessor().interviewer("rate-limiter")


def bought(answer: str, hints: dict[str, int] | None = None, phase: PhaseId = "deep_dive") -> list[str]:
    """The criteria of all hints that a phase has to sell, in order."""
    taken, sold = dict(hints or {}), []
    while hint := INTERVIEWER.hint(Situation(phase, "practice", "senior", 1, answer, hints=dict(taken))):
        taken[hint.criterion] = hint.step
        sold.append(hint.criterion)
    return sold


def test_what_is_absent_is_sold_first_then_what_is_only_named_and_never_what_is_crowded() -> None:
    gaps = {gap.criterion.id: gap for gap in INTERVIEWER.gaps(Situation("deep_dive", "practice", "senior", 1, NOTES))}
    crowded = [name for name, gap in gaps.items() if gap.crowded and gap.criterion.phase == "deep_dive"]
    assert crowded, "or nothing is tested"
    sold = bought(NOTES)
    assert sold and not set(crowded) & set(sold)
    tiers = [gaps[name].tier for name in dict.fromkeys(sold)]
    assert tiers == sorted(tiers) and len(sold) == LAST_HINT * len(tiers)


def test_a_named_point_is_sold_after_an_absent_one_however_much_it_weighs() -> None:
    named = "A sliding counter in Redis, and a local one to fall back on.\n"
    gaps = [gap for gap in INTERVIEWER.gaps(Situation("high_level", "practice", "senior", 1, named)) if not gap.crowded]
    tiers = {gap.criterion.id: gap.tier for gap in gaps if gap.criterion.phase == "high_level"}
    assert next(iter(tiers.values())) == 1, "or nothing is tested"
    sold = [tiers[name] for name in bought(named, phase="high_level")]
    assert sold == sorted(sold) and {*sold} == {0, 1}


def test_a_hint_that_was_begun_goes_on_until_the_answer_holds_the_point() -> None:
    first = bought("nothing yet")[0]
    assert bought("nothing yet", {first: 1})[:2] == [first, first]
    crowded = next(
        gap.criterion.id for gap in INTERVIEWER.gaps(Situation("deep_dive", "practice", "senior", 1, NOTES)) if gap.crowded
    )
    assert crowded not in bought(NOTES, {crowded: 1})


def test_a_probe_asks_about_what_is_crowded_last() -> None:
    gaps = INTERVIEWER.gaps(Situation("deep_dive", "practice", "senior", 1, NOTES))
    assert [gap.crowded for gap in gaps] == sorted(gap.crowded for gap in gaps)
