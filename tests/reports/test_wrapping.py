"""Long lines are broken at words for a terminal, and for nothing else."""

from __future__ import annotations

import io
import sys

import pytest

from interviewcoach.commands.printing import say
from interviewcoach.reports.wrapping import cells, wrapped

LONG = "  ●●○  Serves hot links from a cache on the redirect path  2 of 3"


def test_lines_break_at_words_and_go_on_under_the_first() -> None:
    assert wrapped(LONG, 40).split("\n") == ["  ●●○  Serves hot links from a cache on", "       the redirect path  2 of 3"]
    assert wrapped("  › What does the database see?", 24) == "  › What does the\n    database see?"
    row = "k3v9x2m1  2026-01-31 10:00  URL shortener                practice senior  43:21  lean no hire   45"
    assert wrapped(row, 80).split("\n")[1] == "          lean no hire   45"
    assert wrapped("short\n\n  as it is  ", 40) == "short\n\n  as it is  "


@pytest.mark.parametrize("width", [1, 20, 33, 80])
@pytest.mark.parametrize(
    "text", [LONG, "x" * 300, "    " + "─" * 90, "漢字" * 60, "a " * 100, " " * 200, "", "     " * 9 + "word " * 9]
)
def test_no_line_is_wider_and_no_word_is_lost(text: str, width: int) -> None:
    told = wrapped(text, width)
    assert max(cells(row.rstrip()) for row in told.split("\n")) <= max(width, 20)
    assert "".join(told.split()) == "".join(text.split())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_only_a_terminal_gets_its_own_width(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    say(LONG)
    assert capsys.readouterr().out == LONG + "\n"
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    say(LONG)
    assert [len(row) <= 40 for row in terminal.getvalue().splitlines()] == [True, True]
