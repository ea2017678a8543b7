"""What is shown of a text says what it said: nothing steers the terminal, and nothing that is written is taken for steering."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewcoach.reports.harmless import harmless
from interviewcoach.reports.marks import printable
from interviewcoach.reports.quoting import plain, quote
from interviewcoach.tui.text import said

WRITTEN = ["10\u00a0000 links", "東京\u3000大阪", "👩\u200d👩\u200d👧", "क्\u200dष", "می\u200cخواهم", "naïve"]
STEERS = ["\x1b]0;PWNED\x07", "\x1b[2J", "\x9b2J", "\x7f", "\x00", "a\u202eb", "a\u061cb", "\u2066x", "\ud800"]


@pytest.mark.parametrize("text", WRITTEN)
def test_what_is_written_stays(text: str) -> None:
    assert harmless(text) == printable(text) == plain(text) == said(text).plain == text


@pytest.mark.parametrize("text", STEERS)
def test_what_steers_becomes_a_sign(text: str) -> None:
    for shown in (harmless(text), printable(text), plain(text), said(text).plain):
        assert not set(shown) & set("\x1b\x07\x9b\x7f\x00\u202e\u061c\u2066\ud800") and len(shown) == len(text)


@given(st.text(st.one_of(st.characters(), st.sampled_from("\x1b\x00\t\r\n\u202e\ud800🎉")), max_size=60))
@settings(max_examples=150, deadline=None)
def test_lines_stay_lines(text: str) -> None:
    told = harmless(text)
    assert told.count("\n") == text.count("\n") and told.count("\t") == text.count("\t") and "\r" not in told
    assert "\n" not in plain(text)


def test_the_line_ends_of_another_system_are_no_signs() -> None:
    answer = "We cache\r\nthe hot links\r\n"
    start, end = answer.index("cache"), answer.index("links") + 5
    assert quote(answer, {"start": start, "end": end}) == "“We cache / the hot links”"
    wrapped = "We cache the hot links for a day in Redis and that is what\r\nleaves the database at peace"
    assert "in Redis and that is what leaves the database" in quote(wrapped, {"start": 3, "end": 8})
    assert printable("a\r\nb\r") == "a\nb" and printable("a\rb") == "a�b"
