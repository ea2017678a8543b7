"""A personal pack that cannot be used is left out with a warning; all else goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packs import CURRICULUM, LEXICON, PROBLEM, RUBRIC, SLUG, change, make_pack

from interviewcoach.cli import cli
from interviewcoach.errors import CoachError, UsageError


def run(*args: str, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, args, input=text, standalone_mode=False, catch_exceptions=False)


@pytest.fixture
def bad(pack: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The pack, made unfit in the way that is asked for."""
    if request.param == "missing":
        pack = tmp_path / "nowhere"
    elif request.param == "taken slug":
        change(pack / CURRICULUM, f"slug: {SLUG}", "slug: url-shortener")
    elif request.param == "broken curriculum":
        (pack / CURRICULUM).write_text("problems: 5\n", "utf-8", newline="\n")
    elif request.param == "broken lexicon":
        (pack / LEXICON).write_text("concepts: [\n", "utf-8", newline="\n")
    elif request.param == "misspelt field":
        change(pack / PROBLEM, "^statement:", "statment:")
    elif request.param == "weight too great":
        change(pack / RUBRIC, r"weight: \d", "weight: 50")
    elif request.param == "missing rubric":
        (pack / RUBRIC).unlink()
    monkeypatch.setenv("INTERVIEWCOACH_PACKS", str(pack))
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(tmp_path / "home"))
    return pack


@pytest.mark.parametrize("bad", ["missing", "taken slug", "broken curriculum", "broken lexicon"], indirect=True)
def test_a_bad_pack_is_left_out_and_the_rest_goes_on(bad: Path) -> None:
    for args in (("list",), ("score", "url-shortener", "-"), ("sessions",), ("ask", "url-shortener", "how many users?")):
        done = run(*args, text="a cache")
        told = done.stderr.splitlines()
        assert not done.return_value and told[0].startswith(f"interviewcoach: the pack {bad} is left out: "), args
        assert "left out" not in "".join(told[1:])
    with pytest.raises(CoachError, match=r"my-shortener|curriculum|lexicon"):
        run("score", SLUG, "-", text="a cache")


@pytest.mark.parametrize("bad", ["misspelt field", "weight too great", "missing rubric"], indirect=True)
def test_a_pack_whose_problems_cannot_be_read_is_left_out_too(bad: Path) -> None:
    done = run("list")
    assert SLUG not in done.stdout and len(done.stderr.splitlines()) == 1
    assert f"the pack {bad} is left out: " in done.stderr and f"check {bad}` tells all" in done.stderr
    with pytest.raises(CoachError, match=r"problem\.yaml|my-shortener\.yaml"):
        run("show", SLUG)


@pytest.mark.parametrize("bad", ["none"], indirect=True)
def test_a_sound_pack_stands_beside_the_built_in_problems(bad: Path) -> None:
    done = run("list")
    assert SLUG in done.stdout and "url-shortener" in done.stdout and done.stderr == ""


@pytest.mark.parametrize("bad", ["misspelt field"], indirect=True)
def test_a_faulty_pack_takes_no_name_from_a_sound_one(bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = make_pack(tmp_path / "sound")
    (sound / LEXICON).unlink()
    monkeypatch.setenv("INTERVIEWCOACH_PACKS", f"{bad}{os.pathsep}{sound}")
    assert "Trains" in run("show", SLUG).stdout and len(run("list").stderr.splitlines()) == 1
    with pytest.raises(CoachError, match="did you mean 'statement'"):
        monkeypatch.setenv("INTERVIEWCOACH_PACKS", str(bad))
        run("show", SLUG)


@pytest.mark.parametrize(
    ("bad", "why"), [("missing", "there is no such folder"), ("misspelt field", f"{{bad}}/{PROBLEM}:")], indirect=["bad"]
)
def test_the_doctor_names_a_pack_that_is_left_out(bad: Path, why: str) -> None:
    assert f"BAD  content: the pack {bad} is left out: {why.format(bad=bad)}" in run("doctor").stdout


@pytest.mark.parametrize(
    ("wrong", "mend"), [("nosuch", "see `interviewcoach list`"), ("chat", "'chat-system'"), ("twitter", "'social-feed'")]
)
def test_only_a_name_that_is_near_is_proposed(wrong: str, mend: str) -> None:
    with pytest.raises(UsageError, match=mend):
        run("show", wrong)


def test_the_wrong_name_still_gets_its_near_miss() -> None:
    with pytest.raises(UsageError, match="did you mean 'url-shortener'"):
        run("show", "url-shortner")
