"""Reports of one sitting: complete, and safe with whatever was typed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from interviewcoach.reports.dossier import Dossier, Exchange, Note, PhaseTime
from interviewcoach.reports.html import html
from interviewcoach.reports.markdown import markdown
from interviewcoach.reports.marks import stretches
from interviewcoach.reports.reading_on import Link

HOSTILE = "<script>alert(1)</script> ]]> {{ 7*7 }} {% raw %} </mark><img src=x onerror=y> \x00\x1b[31m [/x] ``` \u202e end"


def card() -> dict[str, object]:
    criterion = {
        "id": "a", "claim": "Says <b>it</b>", "skill": "s", "phase": "deep_dive", "axis": "deep_dive", "tier": 2, "points": 1.5,
        "of": 2.0, "spans": [{"start": 0, "end": 8, "phase": "deep_dive", "why": "mechanism: x"}], "next": "bind it",
        "probe": "And then?", "learn": ["x"], "credit": 1.0, "rejected": False,
    }  # fmt: skip
    return {
        "problem": "p", "level": "senior", "overall": 61.2, "verdict": "lean_hire",
        "verdicts": {"mid": "hire", "senior": "lean_hire", "staff": "lean_no_hire"},
        "axes": {"scoping": 50, "estimation": 0, "high_level": 70, "deep_dive": 60, "trade_offs": 40, "delivery": None},
        "phases": {"requirements": 50, "high_level": 70, "deep_dive": 60, "wrap_up": 40}, "skills": {"s": 2},
        "criteria": [criterion], "red_flags": [{"id": "f", "claim": "Loses <data>", "why": "Because.", "severity": "fatal",
                                               "spans": [{"start": 4, "end": 12, "phase": "", "why": "says"}]}],
        "arithmetic": [{"span": {"start": 0, "end": 3}, "said": "<1.1B>", "is": "11.6M", "off_by": 95, "ok": False}],
        "to_next_band": {"band": "hire", "criteria": ["a"], "flags": ["f"]}, "content_version": "v", "gates": [],
        "corrections": [], "words": 9, "about": "A mirror.",
    }  # fmt: skip


def dossier(with_card: bool = True) -> Dossier:
    return Dossier(
        "id", "p", "A problem", HOSTILE, "senior", "practice", "2026-01-01 10:00", HOSTILE, HOSTILE, HOSTILE,
        (PhaseTime("requirements", "Requirements", 65_000, 480_000), PhaseTime("deep_dive", "Deep dive", 0, None)),
        (Exchange("question", HOSTILE, HOSTILE),), (Note(HOSTILE, "2026-01-02", HOSTILE),), (HOSTILE,), "hire",
        {"s": "A skill"}, card() if with_card else None,
    )  # fmt: skip


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("with_card", [True, False])
def test_html_shows_hostile_text_as_typed_and_runs_nothing(with_card: bool) -> None:
    page = html(dossier(with_card))
    parsed = Elements()
    parsed.feed(page)
    assert not {"script", "img", "iframe", "link", "object"} & set(parsed.names)
    assert not [name for name, _ in parsed.attributes if name.startswith("on")]
    text = "".join(parsed.text)
    assert "<script>alert(1)</script> ]]> {{ 7*7 }} {% raw %}" in text
    assert "49" not in text
    assert "\x00" not in page and "\x1b" not in page and "\u202e" not in page


def test_what_was_looked_for_is_folded_away() -> None:
    told = replace(dossier(), reference=HOSTILE)
    for page in (html(told), markdown(told)):
        folded = page.split("<summary>What was looked for</summary>")[1].split("</details>")[0]
        assert "7*7" in folded and "\x1b" not in folded
    assert "<img" not in html(told) and "<details>" not in html(dossier()) + markdown(dossier())


def test_html_asks_the_network_for_nothing() -> None:
    page = html(dossier())
    assert not re.findall(r"(?:src|href)\s*=|url\(|@import", page.replace(HOSTILE, "").replace("src=x", ""))
    assert "default-src 'none'" in page


def test_markdown_keeps_typed_text_inside_a_longer_fence() -> None:
    text = markdown(dossier())
    assert "````\n<script>" in text
    assert "\x1b" not in text


def test_what_lowered_the_delivery_is_told_in_every_format() -> None:
    told = replace(dossier(), delivery="Lowered by: <the deep dive>.")
    assert "Lowered by: &lt;the deep dive&gt;." in html(told) and "Lowered by: <the deep dive>." in markdown(told)
    assert json.loads(json.dumps(told.to_json()))["delivery"] == told.delivery


def test_json_round_trips() -> None:
    data = json.loads(json.dumps(dossier().to_json()))
    assert data["answer"] == HOSTILE
    assert data["card"]["overall"] == 61.2


def test_stretches_join_to_the_answer_and_know_their_evidence() -> None:
    answer = "0123456789abcdef"
    found = stretches(answer, card())
    assert "".join(one.text for one in found) == answer
    assert [(one.tier, bool(one.flag)) for one in found] == [(2, False), (2, True), (0, True), (0, False)]


def test_what_to_read_stands_beside_its_gap_and_at_the_end() -> None:
    fits, other = Link("All about x", "https://example.org/x"), Link("Something else", "javascript:alert(1)")
    told = replace(dossier(), reading=(other, fits))
    assert "  › And then?\n    read: All about x: https://example.org/x\n" in markdown(told)
    assert "To read on\n  • Something else: javascript:alert(1)\n" in markdown(told)
    parsed = Elements()
    parsed.feed(html(told))
    assert [value for name, value in parsed.attributes if name == "href"] == ["https://example.org/x"] * 2
