"""The door: nothing that goes through it is markup, steers a terminal, or breaks a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from interviewcoach.tui.text import MOST_IN_A_LINE, broken_up, clipped, in_place, line, paragraphs, row, said, tidy

HARMFUL = {chr(n) for n in [*range(9), *range(11, 32), *range(127, 160), 0x202E, 0x2066, 0xFEFF, 0xD800]}
ANY = st.text(st.one_of(st.characters(), st.sampled_from("[]/@\x1b\x00\t\r\n\u202e\u2028\ud800🎉")), max_size=80)


@given(ANY)
@settings(max_examples=150, deadline=None)
def test_nothing_steers_the_terminal(text: str) -> None:
    for safe in (tidy(text), said(text).plain, line(text).plain, in_place(text), clipped(text, 20), row([(text, 9)]).plain):
        assert not HARMFUL & set(safe)
    assert "\n" not in line(text).plain + row([(text, 9)]).plain and len(in_place(text)) == len(text)


@given(ANY, st.integers(2, 40))
@settings(max_examples=150, deadline=None)
def test_cells_have_the_width_they_were_given(text: str, width: int) -> None:
    assert row([(text, width)]).cell_length == width == row([(text, -width)]).cell_length
    assert Content(clipped(text, width)).cell_length <= width


@pytest.mark.parametrize("text", ["[/x]", "[b]x[/b]", "[@click=app.quit]x[/]", "list[int]", "\\[x", "[/"])
def test_markup_stays_text(text: str) -> None:
    assert said(text).plain == line(text).plain == text and not said(text).spans


def test_escape_sequences_go_with_all_that_belongs_to_them() -> None:
    assert tidy("a\x1b[31mb\x1b]0;title\x07c\x1b[?1049hd\r\ne\tf\x00") == "abcd\ne    f"


def test_an_endless_line_is_cut_and_loses_nothing() -> None:
    cut = broken_up("x" * 12_345 + "\n" + "y" * 10)
    assert max(map(len, cut.split("\n"))) <= MOST_IN_A_LINE and cut.replace("\n", "").count("x") == 12_345
    assert broken_up("short\nlines") == "short\nlines"


def test_paragraphs_are_joined_and_lists_are_not() -> None:
    assert paragraphs("one\ntwo\n\nthree\n- a\n- b\n") == "one two\n\nthree\n- a\n- b"
