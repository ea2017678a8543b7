"""A scorecard as text: where a wrong sum is told, and what points say beside dots."""

from __future__ import annotations

from typing import Any

from interviewcoach import score
from interviewcoach.reports.scorecard_text import scorecard_text

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
