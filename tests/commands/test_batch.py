"""What a batch says: of each line, and of all of them at the end."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from interviewcoach.cli import cli
from interviewcoach.commands.batch import score_chunk
from interviewcoach.errors import CoachError, EnvironmentFault, UsageError

GOOD = {"id": 1, "problem": "url-shortener", "answer": "a cache"}


def batch(*lines: object, more: tuple[str, ...] = ()) -> Result:
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    args = ["score", "--batch", "-", *more]
    return CliRunner().invoke(cli, args, input=text, standalone_mode=False, catch_exceptions=False)


def row(*lines: object, more: tuple[str, ...] = ()) -> dict[str, Any]:
    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    found = json.loads(batch(*lines, more=more).stdout.splitlines()[0], parse_constant=refuse)
    assert isinstance(found, dict)
    return found


def test_a_line_may_have_a_level_of_its_own() -> None:
    assert row({**GOOD, "level": "staff"})["level"] == "staff"
    assert row({**GOOD, "level": "mid"}, more=("--level", "staff"))["level"] == "mid"
    assert row({**GOOD, "level": None}, more=("--level", "staff"))["level"] == "staff"
    assert row({**GOOD, "lvl": "staff"})["level"] == "senior", "other fields are passed over, as the help says"


@pytest.mark.parametrize("level", ["principal", "", 3, ["staff"], {}])
def test_a_level_that_there_is_not_is_the_lines_error(level: object) -> None:
    assert "choose mid, senior, staff" in row({**GOOD, "level": level})["error"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ({"id": 1, "answer": "a"}, "the field 'problem' is missing"),
        ({"id": 1, "problem": "url-shortener"}, "the field 'answer' is missing"),
        ({**GOOD, "answer": 5}, "the field 'answer' must be a text"),
        ('{"id": NaN, "problem": "url-shortener", "answer": "a"}', "NaN is no value of it"),
        ('{"id": -Infinity, "problem": "url-shortener", "answer": "a"}', "-Infinity is no value of it"),
        ('{"id": 1e999, "problem": "url-shortener", "answer": "a"}', "can't be written as JSON"),
        ('{"id": "\\ud800", "problem": "url-shortener", "answer": "a"}', "can't be written as JSON"),
    ],
)
def test_what_is_wrong_with_a_line_is_named(line: object, words: str) -> None:
    assert words in row(line, GOOD)["error"]


def test_the_end_tells_how_many_failed_and_where(tmp_path: Path) -> None:
    assert batch(GOOD, GOOD).stderr == "2 scored\n"
    assert batch(GOOD, "no", "no").stderr == "1 scored, 2 failed: see 'error' in their lines\n"
    out = str(tmp_path / "cards.jsonl")
    assert batch(GOOD, "no", more=("--out", out)).stderr == f"1 scored, 1 failed: see {out}\n"
    assert batch("").stderr == "standard input holds no answers\n"


def test_an_empty_answer_of_a_batch_has_a_card_with_nothing_on_it() -> None:
    assert row({**GOOD, "answer": ""})["overall"] == 0


def test_a_picture_is_refused_once_but_a_line_that_may_be_json_speaks_for_itself(tmp_path: Path) -> None:
    file = tmp_path / "batch.jsonl"
    args = ["score", "--batch", str(file)]
    file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\xff\xfe\n\0\0" * 9)
    with pytest.raises(CoachError, match="no text"):
        CliRunner().invoke(cli, args, standalone_mode=False, catch_exceptions=False)
    file.write_bytes(b"\0\xff\xfe" * 200 + b"\n" + json.dumps(GOOD).encode())
    done = CliRunner().invoke(cli, args, standalone_mode=False, catch_exceptions=False)
    assert [list(json.loads(line))[1] for line in done.stdout.splitlines()] == ["error", "problem"]


def test_a_folder_is_called_a_folder(tmp_path: Path) -> None:
    for args in (["score", "--batch", str(tmp_path)], ["score", "url-shortener", str(tmp_path)], ["estimate", str(tmp_path)]):
        with pytest.raises(UsageError, match="this is a folder"):
            CliRunner().invoke(cli, args, standalone_mode=False, catch_exceptions=False)


def test_a_file_that_cannot_be_written_is_told_in_one_way(home: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "nowhere" / "out")
    told = set()
    for args in (["score", "--batch", "-"], ["export", "last"], ["export", "--all"]):
        with pytest.raises(EnvironmentFault) as fault:
            CliRunner().invoke(cli, [*args, "--out", place], input="", standalone_mode=False, catch_exceptions=False)
        told.add(str(fault.value))
    assert told == {f"{place}: the file can't be written (No such file or directory); choose another place"}


def test_nothing_that_is_scored_leaves_garbage_to_be_looked_for() -> None:
    """The program does not look for any: a long batch would fill the memory with it."""
    lines = [json.dumps(GOOD), json.dumps({**GOOD, "problem": "nosuch"}), "no JSON", "[1]", json.dumps({**GOOD, "level": 3})]
    work = [(number, f'{{"id": 1, "problem": "url-shortener", "answer": "{number} shards"}}') for number in range(9)]
    for _ in range(2):  # what is loaded for good comes first
        gc.collect()
        score_chunk([*enumerate(lines), *work], "senior")
    assert gc.collect() == 0
