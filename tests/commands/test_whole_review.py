"""What was said and noted in a sitting can be read again: in its text, and in every form it is exported in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interviewcoach.cli import cli
from interviewcoach.commands.desk import open_coach
from interviewcoach.interview import commands as cmd

ANSWER = "Cache-aside in Redis for hot links, TTL of a day: a 90% hit ratio leaves the database 1.2k reads/s."
SEED = 1  # by which the curveball of the deep dive is picked


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args, standalone_mode=False, catch_exceptions=False)


@pytest.fixture
def talked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that was said, in its order, in a mock that was left for a moment."""
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("interviewcoach.coach.secrets.randbits", lambda _: SEED)
    with open_coach() as coach:
        sitting = coach.start("url-shortener", mode="mock")
        sitting.do(cmd.Begin())
        sitting.draft("requirements", ANSWER)
        sitting.draft("worksheet", "links = 100M")
        sitting.draft("notes", "remember token buckets")
        probe = sitting.probe()
        answers = sitting.ask("do links expire?")
        sitting.do(cmd.Next())
        sitting.do(cmd.Next())
        curveball = sitting.curveball()
        assert probe and curveball
        sitting.reply(probe.id, "since counters never repeat")
        sitting.stop()
        sitting = coach.resume()
        sitting.do(cmd.End())
        sitting.predict("hire", {"scoping": 90})
        coach.finish(sitting)
    assert run("remark", "last", "Ann: say W before R").stderr
    replied = "since counters never repeat"
    return [probe.text, replied, "do links expire?", answers[0].answer, curveball.says]


def places(words: list[str], text: str) -> list[int]:
    """Where it stands in the talk; the card may quote some of it, too."""
    flat = " ".join(text.replace("\\", "").split())
    flat = flat[flat.rindex("With the interviewer") :]
    return [flat.index(" ".join(word.split())) for word in words]


def test_the_text_tells_all_that_was_said_and_noted_in_its_order(talked: list[str]) -> None:
    text = run("review", "last", "--text").stdout
    assert places(talked, text) == sorted(places(talked, text))
    assert "\nWorksheet\n\nlinks = 100M\n" in text and "\nNotes\n\nremember token buckets\n" in text
    assert "\n  1. Ann, " in text and ": say W before R\n" in text, "a mentor's name stands before the colon, as on the screen"
    assert re.search(r" · mock · 0:0\d, interrupted for 0:0\d\n", text) and "seeing it: hire (Scoping strong hire)\n" in text
    assert text.index("With the interviewer") > text.index(ANSWER)


@pytest.mark.parametrize("form", ["md", "html"])
def test_an_export_tells_the_talk_in_order_the_interruption_and_every_guess(talked: list[str], form: str) -> None:
    text = run("export", "last", "--format", form).stdout.replace("&#39;", "'")
    assert places(talked, text) == sorted(places(talked, text))
    assert re.search(r"interrupted for 0:0\d", text) and "hire (Scoping strong hire)" in text


def test_the_json_names_the_skills_of_its_problem_only(talked: list[str]) -> None:
    data = json.loads(run("export", "last", "--format", "json").stdout)
    assert set(data["skill_titles"]) == set(data["card"]["skills"]) and data["guesses"] == {"scoping": 90}
    assert data["reading"][0].keys() == {"title", "url"}


def test_a_sitting_with_a_name_of_its_own_still_tells_its_problem(talked: list[str]) -> None:
    with open_coach() as coach:
        coach.records.rename(coach.records.find("last"), "try A")
    assert "try A · URL shortener" in run("sessions").stdout
    assert run("export", "last").stdout.startswith("# try A\n\nURL shortener · ")
