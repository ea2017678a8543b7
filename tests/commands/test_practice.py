"""`practice` refuses what it would otherwise pass over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from interviewcoach.cli import cli
from interviewcoach.commands import screens
from interviewcoach.commands.desk import open_coach
from interviewcoach.errors import UsageError
from interviewcoach.interview import commands as cmd
from interviewcoach.tui.wish import Wish

SLUG = "url-shortener"


def practise(*args: str) -> None:
    CliRunner().invoke(cli, ["practice", SLUG, *args], standalone_mode=False, catch_exceptions=False)


@pytest.fixture
def waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An unfinished sitting of 45 minutes as a senior."""
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(tmp_path))
    with open_coach() as coach:
        sitting = coach.start(SLUG)
        sitting.do(cmd.Begin())
        sitting.draft("requirements", "half a thought")
    return sitting.id


@pytest.mark.parametrize(
    ("args", "so"),
    [
        (("--minutes", "50"), "45 minutes"),
        (("--level", "staff"), "senior"),
        (("--mock",), "practice"),
        (("--untimed",), "45 minutes"),
    ],
)
def test_a_sitting_that_goes_on_is_not_changed_on_the_way(waiting: str, args: tuple[str, ...], so: str) -> None:
    with pytest.raises(UsageError, match=rf"{args[0]}: .*goes on as it began \({so}\)"):
        practise("--resume", *args)


def test_what_the_sitting_is_anyway_may_be_said(waiting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Wish] = []
    monkeypatch.setattr(screens, "open_screens", opened.append)
    practise("--resume", "--minutes", "45", "--level", "senior")
    assert opened[0].resume == waiting


def test_a_length_and_no_limit_contradict_each_other() -> None:
    with pytest.raises(UsageError, match="choose one of the two"):
        practise("--minutes", "40", "--untimed")


@pytest.mark.parametrize("args", [("compare", "{id}", "{id}"), ("rescore", "{id}"), ("review", "last", "--text")])
def test_what_wants_a_finished_sitting_tells_how_to_finish_it(waiting: str, args: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match=f"; `interviewcoach practice {SLUG} --resume` goes on with it$"):
        CliRunner().invoke(cli, [arg.format(id=waiting) for arg in args], standalone_mode=False, catch_exceptions=False)
