"""`rescore --all`: every sitting that is graded otherwise today, once, in one process or in several, and on after a stop."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import one_assessor
import pytest
from click.testing import CliRunner

from interviewcoach.assessment import Assessor
from interviewcoach.cli import cli, main
from interviewcoach.coach import Coach
from interviewcoach.commands import rescore
from interviewcoach.interview import commands as cmd
from interviewcoach.interview.protocol import Submission
from interviewcoach.records import Records

ANSWER = "Cache-aside in Redis for hot links, TTL of a day: a 90% hit ratio leaves the database 1.2k reads/s."


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with five sittings that were scored with other content."""
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(tmp_path))
    assessor = one_assessor.assessor()
    records = Records(tmp_path)
    coach = Coach(assessor.catalogue, records, assess=assessor, interviewers=lambda slug, level, seed: assessor.interviewer(slug))
    for _ in range(5):
        sitting = coach.start("url-shortener", timed=False)
        sitting.do(cmd.Begin())
        sitting.draft("requirements", ANSWER)
        sitting.do(cmd.End())
        coach.finish(sitting)
    coach.close()
    with closing(sqlite3.connect(records.path)) as db, db:
        db.execute("UPDATE scorecards SET content_version = 'old', body = replace(body, '\"points\"', '\"point\"')")
    return tmp_path


@pytest.mark.parametrize("many", [1, 100])
def test_all_are_scored_once_and_old_cards_stay(home: Path, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rescore, "WORTH_MORE_PROCESSES", many)
    told = CliRunner().invoke(cli, ["rescore", "--all"], catch_exceptions=False)
    assert told.exit_code == 0 and "5 of 5 sittings were scored again" in told.stderr
    again = CliRunner().invoke(cli, ["rescore", "--all"])
    assert again.exit_code == 0 and again.stderr == "all sittings (5) already stand as today's rubrics grade them\n"
    with Records(home) as records:
        assert [len(records.load(row.id).cards) for row in records.sittings()] == [2] * 5


def test_what_a_changed_scorer_grades_otherwise_is_scored_again(home: Path) -> None:
    CliRunner().invoke(cli, ["rescore", "--all"])
    with closing(sqlite3.connect(Records(home).path)) as db, db:
        first = db.execute("SELECT id, card FROM sittings ORDER BY id LIMIT 1").fetchone()
        db.execute("UPDATE scorecards SET body = json_set(body, '$.overall', 1.5) WHERE id = ?", (first[1],))
    told = CliRunner().invoke(cli, ["rescore", "--all"], catch_exceptions=False)
    assert told.stdout.startswith(f"{first[0]}  url-shortener  2 → ")
    assert told.stderr == "1 of 5 sittings were scored again; 4 already stood as today's rubrics grade them\n"


def test_a_run_that_was_stopped_goes_on(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    seen = []

    def stopping(self: Coach, past: object, card: object) -> object:
        if len(seen) == 2:
            raise KeyboardInterrupt
        seen.append(past)
        return keep(self, past, card)  # type: ignore[arg-type]

    keep = Coach.keep_card
    with monkeypatch.context() as patch:
        patch.setattr(Coach, "keep_card", stopping)
        with pytest.raises(SystemExit) as end:
            main(["rescore", "--all"])
    assert end.value.code == 130 and "2 of 5 were scored again" in capsys.readouterr().err
    rest = CliRunner().invoke(cli, ["rescore", "--all"]).stderr
    assert "3 of 5 sittings were scored again; 2 already stood as today's rubrics grade them" in rest


@pytest.mark.parametrize("many", [1, 100])
def test_one_that_cannot_be_read_keeps_nobody_from_the_others(home: Path, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rescore, "WORTH_MORE_PROCESSES", many)
    with Records(home) as records:
        newest = records.sittings()[0].id
        with closing(sqlite3.connect(records.path)) as db, db:
            db.execute("UPDATE events SET kind = 'of a later version' WHERE sitting = ? AND seq = 1", (newest,))
    told = CliRunner().invoke(cli, ["rescore", "--all"], catch_exceptions=False)
    assert told.exit_code == 0 and "4 of 5 sittings were scored again, 1 could not be" in told.stderr
    assert f"{newest}  url-shortener  not scored: {newest}: the record of this sitting cannot be read" in told.stderr


def test_one_that_breaks_the_scorer_keeps_nobody_from_the_others(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def breaking(self: Assessor, submission: Submission) -> Any:
        seen.append(submission)
        if len(seen) == 2:
            raise ValueError("this one")
        return score(self, submission)

    score = Assessor.__call__
    monkeypatch.setattr(Assessor, "__call__", breaking)
    told = CliRunner().invoke(cli, ["rescore", "--all"], catch_exceptions=False)
    assert told.exit_code == 0 and "4 of 5 sittings were scored again, 1 could not be" in told.stderr


def test_before_the_first_sitting_there_is_nothing_to_score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(tmp_path))
    told = CliRunner().invoke(cli, ["rescore", "--all"])
    assert told.exit_code == 0 and told.stderr == "no sitting is finished yet\n"
