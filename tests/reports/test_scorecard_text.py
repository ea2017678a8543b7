"""A scorecard as text: where a wrong sum is told, and what points say beside dots."""

from __future__ import annotations

from typing import Any

from interviewcoach import score
from interviewcoach.reports.scorecard_text import LONGEST_SLIP, MOST_SLIPS, read_as, scorecard_text
from interviewcoach.scoring.scorecard import figure, verdict_of

ANSWER = "## Requirements\n\n10M links/day = 11,600/s.\n\n2000 reads/s × 10 bytes = 20 kB/s.\n"


def told(card: dict[str, Any], answer: str = ANSWER) -> str:
    return scorecard_text(card, answer, "URL shortener", {})


def test_a_wrong_sum_is_arithmetic_and_no_mistake() -> None:
    text = told(score("url-shortener", ANSWER).to_json())
    assert "\n\nArithmetic: 2 checked, 1 off\n  ! " in text and "should be 116/s" in text
    assert "Mistakes" not in text
    assert "Arithmetic" not in told(score("url-shortener", "Redis.").to_json(), "Redis.")


def test_what_hints_took_is_told_under_the_points() -> None:
    card = score("url-shortener", "Hot links are kept in Redis, a cache in front of the store.").to_json()
    one = next(c for c in card["criteria"] if c["tier"])
    one |= {"credit": 0.6, "points": 0.375, "of": 0.5}
    assert f"{one['claim']}  0.4 of 0.5\n         counts for 60%, because of hints\n" in told(card)


def test_a_dot_has_one_name() -> None:
    text = told(score("url-shortener", ANSWER).to_json())
    assert "Skills  ●○○ mentioned, ●●○ explained, ●●● bound to a number or trade-off\n" in text


def test_what_a_slip_was_read_as_is_told_once() -> None:
    slips = "We use replciation to the follwers, and replciation again."
    text = told(score("key-value-store", slips).to_json(), slips)
    assert text.count("read “") == 1 and "\n\n  read “replciation” as “replication”, “follwers” as “follower”\n\n" in text
    assert "read “" not in told(score("url-shortener", ANSWER).to_json())


def test_the_slips_of_a_foreign_card_are_told_within_bounds() -> None:
    answer = "word\x1b[2J " * 1000
    text = read_as({"corrections": [{"start": i, "end": 9000, "read_as": f"w{i}"} for i in range(500)]}, answer)
    assert "\x1b" not in text and text.count(" as “") <= MOST_SLIPS and len(text) < MOST_SLIPS * (LONGEST_SLIP + 20)


def test_no_figure_is_shown_at_which_the_next_verdict_begins() -> None:
    assert [figure(x) for x in (0, 39.4, 39.6, 84.8, 85.0, 85.2, 99.9)] == [0, 39, 39, 84, 85, 85, 100]
    assert all(verdict_of(figure(x / 10)) == verdict_of(x / 10) for x in range(1001))
    card = score("url-shortener", ANSWER).to_json() | {"overall": 84.8, "verdict": "hire"}
    assert "\nHIRE 84 " in told(card)


def phase_rows(phase: str, tier: int, skill: str | None = None) -> dict[str, Any]:
    row = {"id": f"{phase}-{tier}", "claim": "Says it", "phase": phase, "skill": skill, "tier": tier, "of": 4.0}
    return row | {"points": (0.0, 1.0, 3.0, 4.0)[tier], "spans": [], "next": "", "probe": "And then?"}


def apart(figures: dict[str, float], skills: dict[str, int], **more: Any) -> str:
    """A card whose phases have these figures, over rows of 75% in each and all of one skill."""
    rows = [phase_rows(phase, 2, "s") for phase in ("requirements", "high_level", "deep_dive", "wrap_up")]
    card = score("url-shortener", "Redis.").to_json() | {"criteria": rows, "phases": figures, "skills": skills, "gates": ()}
    return " ".join(told(card | {"to_next_band": None} | more, "Redis.").split())


def test_a_figure_far_from_its_points_says_why() -> None:
    level = {"requirements": 75.0, "high_level": 80.0, "deep_dive": 70.0, "wrap_up": 75.0}
    assert "its points" not in apart(level, {"s": 2}) and "light of the whole" not in apart(level, {"s": 2})
    text = apart(level | {"requirements": 92.0, "wrap_up": 0.0}, {"s": 0})
    assert "Higher than its points: Requirements. Nobody says everything" in text
    assert "Lower than its points: Wrap-up (the whole answer counts in)." in text
    assert "A skill is seen in the light of the whole answer" in text
    thin = apart(
        level | {"wrap_up": 0.0}, {"s": 2}, gates=("too little that is your own stands under Wrap-up to count for much",)
    )
    assert "Lower than its points: Wrap-up (too little stands there)." in thin
    off = [{"said": "1 GB", "is": "100 MB", "off_by": 10, "ok": False, "span": {"start": 0, "end": 2}}]
    assert "Wrap-up (mistakes or sums that are off count against it)." in apart(
        level | {"wrap_up": 0.0}, {"s": 2}, arithmetic=off
    )


def way(**step: Any) -> str:
    """The way on of a card that asks for so much."""
    card = score("url-shortener", ANSWER).to_json()
    asked = [criterion["id"] for criterion in card["criteria"][:2]]
    text = told(card | {"to_next_band": {"band": "lean_hire", "criteria": asked} | step})
    return text[text.index("To lean hire") :].split("\n\n")[0]


def test_what_is_no_criterion_is_not_among_those_to_show() -> None:
    assert way().startswith("To lean hire, show these 2\n  › ")
    both = way(needs=["write out Deep dive: hardly anything stands there"], flags=["one"])
    first = "To lean hire\n  ! first mend the mistakes above (1)\n  ! write out Deep dive: hardly anything stands there\n"
    assert both.startswith(first + "  and show these 2\n  › ")
    assert way(needs=["write out Deep dive"], criteria=[]) == "To lean hire\n  ! write out Deep dive"
