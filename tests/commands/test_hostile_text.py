"""Whatever stands in a text that came from elsewhere, the terminal only prints it."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from interviewcoach.cli import cli, main
from interviewcoach.commands import printing
from interviewcoach.errors import CoachError
from interviewcoach.records.paths import DATABASE

TITLE = "\x1b]0;PWNED\x07"


def test_a_review_prints_neither_answer_nor_card_raw(home: Path) -> None:
    with closing(sqlite3.connect(home / DATABASE)) as db, db:
        db.execute('UPDATE scorecards SET body = replace(body, \'"claim":"\', ?)', (r'"claim":"\u001b]0;PWNED\u0007',))
        db.execute("UPDATE events SET body = replace(body, 'Cache-aside', ?)", (r"\u001b]0;PWNED\u0007Cache-aside",))
        db.execute("UPDATE transcripts SET document = replace(document, 'Cache-aside', ?)", (f"{TITLE}Cache-aside",))
    told = CliRunner().invoke(cli, ["review", "last", "--text"], catch_exceptions=False).stdout
    assert "\x1b" not in told and "\x07" not in told
    assert told.count("·]0;PWNED·") > 2 and "PWNED·Cache-aside" in told.rpartition("─")[2]


@pytest.mark.parametrize("fault", [CoachError(f"{TITLE} is new"), CoachError("two\nlines", where=TITLE), OSError(2, TITLE),
                                   ValueError(TITLE)])  # fmt: skip
def test_a_fault_is_told_without_what_it_quotes(fault: Exception, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise fault

    with pytest.raises(SystemExit):
        main(run=fail)
    told = capsys.readouterr().err
    assert "·]0;PWNED·" in told and "\x1b" not in told


def test_a_terminal_gets_no_other_text(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    printing.say(f"one {TITLE}\ntwo")
    assert capsys.readouterr().out == "one ·]0;PWNED·\ntwo\n"


def test_the_lines_of_a_sheet_are_printed_without_steering() -> None:
    told = CliRunner().invoke(cli, ["estimate", "-"], input=f"a = 5 # {TITLE}\n{TITLE}\n")
    assert "\x1b" not in told.output and "\x07" not in told.output
