"""`interviewcoach check PATH` checks what it is given, or says that it did not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packs import CURRICULUM, LEXICON, PROBLEM, RUBRIC, SLUG, change

from interviewcoach.cli import cli
from interviewcoach.errors import UsageError

BAD_YAML = "slug: [unclosed\n"


def check(*args: object) -> Result:
    return CliRunner().invoke(cli, ["check", "--fast", *map(str, args)], standalone_mode=False, catch_exceptions=False)


@pytest.mark.parametrize("path", ["typo", "notes.txt", "pack/README", "pack/problems/my-shortener/notes.txt", "/dev/null"])
def test_what_is_no_content_is_refused(pack: Path, path: str) -> None:
    place = pack.parent / path
    if path.endswith((".txt", "README")):
        place.write_text("words", "utf-8", newline="\n")
    with pytest.raises(UsageError, match=r"no such|no part|nothing here"):
        check(place)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("", "1 problem, no faults"), (f"problems/{SLUG}", "1 problem, no faults"), (PROBLEM, "1 file, no faults"),
        (LEXICON, "1 file, no faults"), (CURRICULUM, "1 file, no faults"),
    ],
)  # fmt: skip
def test_the_summary_tells_what_was_checked(pack: Path, path: str, told: str) -> None:
    assert check(pack / path).stdout == f"{told}\n"


def test_a_problem_may_be_named_by_its_slug() -> None:
    assert check("url-shortener").stdout == "1 problem, no faults\n"
    assert check().stdout == "22 problems, no faults\n"


@pytest.mark.parametrize("path", ["", f"problems/{SLUG}", PROBLEM])
@pytest.mark.parametrize("listed", [True, False])
def test_a_broken_problem_is_told_however_it_is_named(pack: Path, path: str, listed: bool) -> None:
    (pack / PROBLEM).write_text(BAD_YAML, "utf-8", newline="\n")
    if not listed:
        change(pack / CURRICULUM, f"slug: {SLUG}", "slug: another")
    done = check(pack / path)
    assert done.return_value == 1
    assert f"{pack / PROBLEM}:" in done.stdout and "not valid YAML" in done.stdout


def test_a_problem_under_another_ones_name_is_a_fault(pack: Path) -> None:
    change(pack / PROBLEM, f"slug: {SLUG}", "slug: url-shortener")
    assert f"{pack / PROBLEM}:1: the problem says it is 'url-shortener'; write {SLUG}" in check(pack).stdout


@pytest.mark.parametrize("path", [f"problems/{SLUG}", PROBLEM, RUBRIC, f"problems/{SLUG}/model-answer.md"])
def test_a_name_that_is_taken_is_told_whichever_file_was_named(pack: Path, path: str) -> None:
    change(pack / CURRICULUM, f"slug: {SLUG}", "slug: url-shortener")
    for old in (pack / f"problems/{SLUG}", pack / RUBRIC):
        old.rename(str(old).replace(SLUG, "url-shortener"))
    change(pack / "rubrics/url-shortener.yaml", "    weight: .*", "    weight: heavy")
    told = check(pack / path.replace(SLUG, "url-shortener")).stdout
    assert f"{pack / CURRICULUM}:6: the problem 'url-shortener' exists already" in told
    assert ("weight" in told) is (path == RUBRIC or path.endswith(SLUG))


def test_a_faulty_curriculum_does_not_make_strays_of_what_it_names(pack: Path) -> None:
    change(pack / CURRICULUM, "title: Mine", "titel: Mine")
    told = check(pack).stdout
    assert "'titel'" in told and "in no curriculum" not in told


def test_an_empty_list_is_told_in_words_of_people(pack: Path) -> None:
    change(pack / CURRICULUM, r"skills: \[.*\]", "skills: []")
    told = check(pack).stdout
    assert "skills: the list should have at least 1 item, not 0" in told and "validation" not in told


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (RUBRIC, "    say: .*", "    say: word", '.say: this should be a list; write ["word"]'),
        (RUBRIC, "    weight: .*", "    weight: heavy", ".weight: this should be a valid number; mend the value"),
        (CURRICULUM, "skills: .*", "skills: 5", f"problems.{SLUG}.skills: this should be a list; write [5]"),
        (CURRICULUM, "(?s)phases.*", "hello", "the file: this should have fields; write `name: value` lines"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_in_words_of_people(pack: Path, file: str, old: str, new: str, told: str) -> None:
    change(pack / file, old, new)
    found = check(pack / file).stdout
    first = re.search("- id: (.*)", (pack / RUBRIC).read_text("utf-8"))
    assert first and (f"criteria.{first[1]}{told}" if file == RUBRIC else told) in found


def test_a_faulty_lexicon_is_told_whichever_problem_was_chosen(pack: Path) -> None:
    (pack / LEXICON).write_text(f"{(pack / LEXICON).read_text('utf-8')}  little-words: {{say: [also]}}\n", "utf-8", newline="\n")
    done = CliRunner().invoke(cli, ["check", str(pack / "problems" / SLUG)], standalone_mode=False, catch_exceptions=False)
    assert done.return_value == 1 and f"{pack / LEXICON}:" in done.stdout and "holds only little words" in done.stdout
    assert "were not tried" in done.stderr
