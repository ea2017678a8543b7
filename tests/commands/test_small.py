"""Small slips on the command line get the sentence that helps."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interviewcoach.cli import cli
from interviewcoach.errors import CoachError, EnvironmentFault, UsageError


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args, standalone_mode=False, catch_exceptions=False)


def test_a_search_without_a_match_is_no_empty_record(home: Path, tmp_path: Path) -> None:
    assert "No sitting fits" in run("sessions", "--text", "zyxomatic").stderr
    assert "No sitting fits" in run("sessions", "--problem", "chat-system").stderr
    with pytest.raises(UsageError, match="did you mean 'url-shortener'"):
        run("sessions", "--problem", "url-shortner")


def test_without_sittings_the_advice_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(tmp_path))
    assert "No sittings yet" in run("sessions").stderr
    assert "practice url-shortener`" in run("progress").stdout
    with pytest.raises(UsageError, match="practice url-shortener`"):
        run("review", "last", "--text")


@pytest.mark.parametrize("question", ["", "  ", "\N{GRINNING FACE}"])
def test_what_is_no_question_is_told(question: str) -> None:
    for more in ((), ("--json",)):
        with pytest.raises(CoachError, match="no question in this"):
            run("ask", "url-shortener", question, *more)


@pytest.mark.parametrize(
    "args",
    [
        ("export", "last", "--all", "--out", "never.jsonl"), ("rescore", "--all", "last"),
        ("score", "url-shortener", "answer.md", "--batch", "never.jsonl"), ("score", "url-shortener", "a.md", "--out", "b.json"),
        ("score", "url-shortener", "a.md", "--jobs", "2"),
    ],
)  # fmt: skip
def test_arguments_that_contradict_each_other_are_refused(args: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        run(*args)


def test_the_export_of_one_sitting_is_told_from_that_of_all(home: Path, tmp_path: Path) -> None:
    run("export", "last", "--format", "json", "--out", str(tmp_path / "one.json"))
    with pytest.raises(CoachError, match=r"no export of all sittings.*export --all"):
        run("import", str(tmp_path / "one.json"))


def test_the_name_of_a_file_chooses_the_form(home: Path, tmp_path: Path) -> None:
    beginnings = {}
    for name, more in (
        ("a.html", ()),
        ("b.HTM", ()),
        ("c.json", ()),
        ("d.md", ()),
        ("e.txt", ()),
        ("f.html", ("--format", "md")),
    ):
        run("export", "last", "--out", str(tmp_path / name), *more)
        beginnings[name[0]] = (tmp_path / name).read_text("utf-8")[0]
    assert beginnings == {"a": "<", "b": "<", "c": "{", "d": "#", "e": "#", "f": "#"}


def test_what_would_be_replaced_has_to_be_named(home: Path) -> None:
    with pytest.raises(UsageError, match="--overwrite goes with --out"):
        run("export", "last", "--overwrite")


def test_a_question_needs_no_quotes() -> None:
    assert run("ask", "url-shortener", "do", "links", "expire").stdout == run("ask", "url-shortener", "do links expire").stdout


def test_the_name_of_a_product_leads_to_its_problem() -> None:
    with pytest.raises(UsageError, match="did you mean 'social-feed'"):
        run("show", "twitter")
    for name in ("nosuch", "search"):
        with pytest.raises(UsageError, match="see `interviewcoach list`"):
            run("show", name)


def test_a_data_folder_that_is_a_file_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8", newline="\n")
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(tmp_path / "file"))
    with pytest.raises(EnvironmentFault, match="this is a file, not a folder"):
        run("sessions")
    assert "this is a file, not a folder" in run("doctor").stdout
    monkeypatch.setenv("INTERVIEWCOACH_PACKS", str(tmp_path / "file"))
    assert "left out: this is a file, not a folder" in run("list").stderr


def test_a_phase_of_one_length_has_one_number() -> None:
    assert "Wrap-up (5 min)" in run("show", "url-shortener").stdout


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        ("", "so all was taken together; write '## Requirements', "),
        ("Deep dive", "no headings '## Requirements', '## High-level design' and '## Wrap-up' stand there"),
        ("Scope, Design, Details", "no heading '## Wrap-up' stands there, so that phase counts as left out"),
        ("Scope, Design, Details, Summary", ""),
    ],
)
def test_headings_that_are_missing_are_told(headings: str, told: str, tmp_path: Path) -> None:
    answer = tmp_path / "answer.md"
    lines = [f"## {title}\n" for title in filter(None, headings.split(", "))]
    answer.write_text("\n".join([*lines, "We keep each link in a key-value store.\n"]), encoding="utf-8", newline="\n")
    said = run("score", "url-shortener", str(answer)).stderr
    assert told in said and bool(said) is bool(told)


@pytest.mark.skipif(sys.platform == "win32", reason="there every name has its folder beside one's own")
@pytest.mark.parametrize(("variable", "command"), [("INTERVIEWCOACH_HOME", "sessions"), ("INTERVIEWCOACH_PACKS", "list")])
def test_a_folder_in_the_home_of_nobody_is_told(variable: str, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "~nosuchuser/x")
    with pytest.raises(UsageError, match="there is no such home folder"):
        run(command)
