"""A comparison names mistakes in words and says what of the difference is not the candidate's."""

from __future__ import annotations

from dataclasses import asdict

import interviewcoach
from interviewcoach.reports.comparison import compare, comparison_text

WRONG = "## Requirements\n\nTCP guarantees exactly-once delivery, so no key is needed.\n"


def card(text: str, level: str) -> dict[str, object]:
    return asdict(interviewcoach.score("url-shortener", text, level=level))


def test_mistakes_are_told_by_what_they_claim() -> None:
    old = card(WRONG, "senior")
    [flag] = old["red_flags"]  # type: ignore[misc, attr-defined]
    text = comparison_text(compare(old, card("## Requirements\n\nLinks are short.\n", "senior")))
    assert f"Mistakes mended\n  ! {flag['claim']}" in text  # type: ignore[index]
    assert "bar's" not in text


def test_another_level_is_named() -> None:
    text = comparison_text(compare(card(WRONG, "mid"), card(WRONG, "staff")))
    assert "Judged as mid before and as staff now" in text


def test_a_difference_is_that_of_the_numbers_beside_it() -> None:
    old, new = card(WRONG, "senior"), card(WRONG, "senior")
    old["axes"], new["axes"] = {"scoping": 76.4}, {"scoping": 81.6}
    assert "  76 →   82    +6" in comparison_text(compare(old, new))
