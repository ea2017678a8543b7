"""What the terminal sends as a paste becomes one paste, in order, without what would steer a terminal."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest
from textual import events

from interviewcoach.tui.app import CoachApp
from interviewcoach.tui.pastes import WholePastes

BEGIN, END = "\x1b[200~", "\x1b[201~"


def heard(*chunks: str) -> list[str]:
    """The keys, and the pastes in quotes."""
    parser = WholePastes()
    told = []
    for chunk in chunks:
        for message in parser.feed(chunk):
            told.append(f"“{message.text}”" if isinstance(message, events.Paste) else getattr(message, "key", "?"))
    return told


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("before \x1b[31mred\x1b[0m after", "before red after"),
        ("bell \x07 \x1b]0;a title\x07 after", "bell \x07  after"),
        ("a title \x1b]0;without an end\rnext line", "a title 0;without an end\rnext line"),
        ("a key \x1b[A and\x1b\r an escape \x1b", "a key  and\r an escape "),
        ("a window \x1b[48;24;80;0;0t a mark \x1b[200~ of its own", "a window  a mark  of its own"),
    ],
)
def test_a_paste_is_one_whatever_it_holds(pasted: str, words: str) -> None:
    assert heard(f"a{BEGIN}{pasted}{END}\x0e") == ["a", f"“{words}”", "ctrl+n"]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 11])
def test_a_paste_may_arrive_in_parts(size: int) -> None:
    sent = f"ab{BEGIN}one \x1b[31mtwo{END}c{BEGIN}three{END}"
    assert heard(*(sent[i : i + size] for i in range(0, len(sent), size))) == ["a", "b", "“one two”", "c", "“three”"]


def test_thousands_of_coloured_lines_are_one_paste() -> None:
    sent = BEGIN + "paste line of many: \x1b[31mred\x1b[0m words\r" * 2_000 + END
    (told,) = heard(*(sent[i : i + 4096] for i in range(0, len(sent), 4096)))
    assert told.count("red words") == 2_000


def test_the_program_reads_its_keys_so() -> None:
    CoachApp(lambda: pytest.fail("nothing is opened"))
    driver = import_module(f"textual.drivers.{'win32' if sys.platform == 'win32' else 'linux_driver'}")
    assert driver.XTermParser is WholePastes
