"""The commands that look at what was done."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interviewcoach.assessment import Assessor
from interviewcoach.cli import cli
from interviewcoach.commands.desk import open_coach
from interviewcoach.commands.sittings import _line
from interviewcoach.errors import CoachError, UsageError
from interviewcoach.interview import commands as cmd
from interviewcoach.records import Records
from interviewcoach.records.paths import DATABASE


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args, standalone_mode=False, catch_exceptions=False)


@pytest.fixture
def unscored(home: Path) -> Path:
    """The window was closed between the hand-in and the guess."""
    with closing(sqlite3.connect(home / DATABASE)) as db, db:
        db.execute("UPDATE sittings SET card = NULL")
        db.execute("DELETE FROM scorecards")
        db.execute("DELETE FROM transcripts")
    return home


@pytest.mark.parametrize(
    ("args", "words"),
    [(("sessions",), "no hire"), (("review", "last", "--text"), "NO HIRE"), (("progress",), "1 scored sitting of 1 problem")],
)
def test_a_grade_is_there_whichever_way_it_is_looked_at(unscored: Path, args: tuple[str, ...], words: str) -> None:
    assert words in run(*args).stdout


def test_a_row_fits_its_terminal_and_ends_where_its_words_end(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Records(home) as records:
        row = replace(records.sittings()[0], verdict="lean_no_hire", overall=100.0, active=9_000_000)
    title = "Collaborative document editing"
    assert len(_line(row, title, 97)) == len(_line(row, title, 300)) == 97
    assert len(_line(row, title, 80)) == 80 and "Collaborative" in _line(row, title, 80)
    assert _line(replace(row, verdict=None, overall=None), title, 97).endswith("not scored")


def test_a_review_without_a_grade_says_how_to_get_one(unscored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise CoachError("the rubric is broken")

    monkeypatch.setattr(Assessor, "__call__", broken)
    assert "`interviewcoach rescore" in run("review", "last", "--text").stdout


def test_the_answer_beside_a_card_is_the_one_that_was_handed_in(home: Path) -> None:
    with closing(sqlite3.connect(home / DATABASE)) as db, db:
        db.execute("UPDATE transcripts SET document = 'as it was handed in then'")
    assert "as it was handed in then" in run("review", "last", "--text").stdout


def test_a_sitting_outlives_its_pack(home: Path) -> None:
    with closing(sqlite3.connect(home / DATABASE)) as db, db:
        db.execute("UPDATE sittings SET problem = 'gone-problem'")
        db.execute("UPDATE transcripts SET submission = replace(submission, 'url-shortener', 'gone-problem')")
        db.execute("UPDATE scorecards SET content_version = 'old'")
    assert "gone-problem" in run("sessions").stdout
    assert "NO HIRE" in run("review", "last", "--text").stdout
    assert "## Answer" in run("export", "last").stdout
    assert "not scored" in run("rescore", "--all").stderr


def test_what_was_looked_for_is_told_of_a_finished_sitting(home: Path) -> None:
    text = run("review", "--reference").stdout
    assert "# What was to be scoped" in text and "- Let the owner delete a link" in text
    assert "# A strong answer\n\n## Requirements" in text and "NO HIRE" not in text


def test_what_is_looked_for_is_not_told_before_a_sitting_is_over(home: Path) -> None:
    with open_coach() as coach:
        waiting = coach.start("rate-limiter", timed=False)
        waiting.do(cmd.Begin())
        waiting.stop()
    with pytest.raises(UsageError, match="once a sitting is finished") as refused:
        run("review", waiting.id, "--reference")
    assert "`interviewcoach practice rate-limiter --resume` goes on with it" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "What was looked for" not in run("export", waiting.id).stdout


@pytest.mark.parametrize(("form", "there"), [("md", True), ("html", True), ("json", False)])
def test_what_was_looked_for_goes_into_what_is_exported_for_people(home: Path, form: str, there: bool) -> None:
    assert ("Let the owner delete a link" in run("export", "last", "--format", form).stdout) is there
