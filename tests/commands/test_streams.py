"""What the shell does with the streams: closed ones, readers that leave, encodings of all kinds."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interviewcoach import assessment
from interviewcoach.cli import cli
from interviewcoach.commands import score
from interviewcoach.errors import CoachError

PROGRAM = f'"{sys.executable}" -m interviewcoach'
ANSWER = "## Requirements\n100M links a month, that is 40 writes/s. An accent: café.\n"
GOOD = '{"id": 1, "problem": "url-shortener", "answer": "a cache"}'
posix = pytest.mark.skipif(os.name == "nt", reason="another shell")


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], capture_output=True)


def run(*args: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(cli, args, input=given, standalone_mode=False, catch_exceptions=False)


@posix
@pytest.mark.parametrize("command", ["--help", "list"])
def test_a_closed_output_is_told_in_a_sentence(command: str) -> None:
    done = shell(f"{PROGRAM} {command} >&-")
    assert done.returncode == 3
    assert done.stderr.startswith(b"interviewcoach: standard output is closed") and done.stderr.count(b"\n") == 1


@posix
def test_other_closed_streams_are_as_good_as_empty() -> None:
    assert shell(f"{PROGRAM} score url-shortener nowhere.md 2>&-").returncode == 2
    assert b"the answer is empty" in shell(f"{PROGRAM} score url-shortener - <&-").stderr


@posix
def test_a_reader_that_has_seen_enough_ends_it_quietly() -> None:
    done = shell(f"{PROGRAM} list | head -c 1 >/dev/null")
    assert (done.returncode, done.stderr) == (0, b"")
    done = shell(f"{PROGRAM} --help | true")
    assert (done.returncode, done.stderr) == (0, b"")


def marked(text: str, encoding: str) -> bytes:
    """With a byte order mark, which Python writes only where it chooses the order itself."""
    return (f"\ufeff{text}" if encoding.endswith("e") else text).encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-32-be"])
def test_a_byte_order_mark_is_understood_everywhere(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "answer.md"
    plain = run("score", "url-shortener", "-", "--json", given=ANSWER.encode()).stdout
    file.write_bytes(marked(ANSWER, encoding))
    assert run("score", "url-shortener", str(file), "--json").stdout == plain
    assert run("estimate", "-", given=marked("2^10", encoding)).stdout == "2^10  1.02k\n"
    assert json.loads(run("score", "--batch", "-", given=marked(GOOD, encoding)).stdout)["id"] == 1
    file.write_bytes(marked(GOOD, encoding))
    assert json.loads(run("score", "--batch", str(file)).stdout)["id"] == 1


@pytest.mark.parametrize(
    "raw",
    [ANSWER.encode("utf-16-le"), bytes(range(256)) * 20, codecs.BOM_UTF16_LE + b"\x00\xd8" * 40, b"\x89PNG\r\n\x1a\n\0\0\0"],
)
def test_bytes_that_are_no_text_are_not_graded(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "answer.md"
    file.write_bytes(raw)
    for args in (("score", "url-shortener", str(file)), ("estimate", str(file)), ("score", "url-shortener", "-")):
        with pytest.raises(CoachError, match=r"no text.*UTF-8"):
            run(*args, given=raw)


def test_an_accent_in_an_old_encoding_does_no_harm() -> None:
    assert run("score", "url-shortener", "-", given=ANSWER.encode("latin-1")).return_value == 0


@pytest.mark.parametrize("end", ["\r", "\v", "\f", "\x85", "\u2028"])
def test_lines_may_end_otherwise(end: str) -> None:
    plain, other = (run("score", "url-shortener", "-", "--json", given=ANSWER.replace("\n", way).encode()) for way in ("\n", end))
    assert json.loads(other.stdout)["criteria"] == json.loads(plain.stdout)["criteria"]
    told = [run("score", "url-shortener", "-", given=ANSWER.replace("\n", way).encode()).stderr for way in ("\n", end)]
    assert told[0] == told[1]


@pytest.mark.parametrize("given", [b"", b" \n\n", codecs.BOM_UTF8])
def test_an_empty_answer_is_not_graded(given: bytes) -> None:
    with pytest.raises(CoachError, match="standard input: the answer is empty"):
        run("score", "url-shortener", "-", given=given)


def test_the_lines_of_a_batch_that_fail_are_told_by_their_place_in_the_file() -> None:
    deep = "[" * 100_000
    lines = [GOOD, "", "not json", deep, '{"id": "x", "problem": "nope", "answer": "a"}', '{"id": 5}', GOOD]
    done = run("score", "--batch", "-", given="\n".join(lines).encode())
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    told = [row["error"] for row in rows if "error" in row]
    assert [sentence.partition(":")[0] for sentence in told] == ["line 3", "line 4", "line 5", "line 6"]
    assert told[0] == "line 3: this is no JSON (column 1: Expecting value)"
    assert told[1] == "line 4: this is nested too deeply"
    assert [row["id"] for row in rows] == [1, None, None, "x", 5, 1]
    assert done.return_value == 1
    assert run("score", "--batch", "-", given=f"{GOOD}\n".encode()).return_value == 0


def test_marks_between_joined_files_and_endless_numbers_lose_no_answer() -> None:
    lines = [GOOD, f"\ufeff{GOOD}", GOOD.replace("{", f'{{"score": {"9" * 5000}, ', 1)]
    done = run("score", "--batch", "-", given="\n".join(lines).encode())
    assert done.return_value == 0 and [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, 1, 1]


def test_what_is_too_long_is_not_cut_in_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CoachError, match="more than 1,000,000 bytes"):
        run("estimate", "-", given=b"a = 5\n" * 200_000)
    monkeypatch.setattr(assessment, "MAX_CHARACTERS", 50)
    file = tmp_path / "answer.md"
    file.write_text("a cache " * 7, "utf-8", newline="\n")
    with pytest.raises(CoachError, match="the answer has 56 characters, more than 50; shorten it"):
        run("score", "url-shortener", str(file))
    monkeypatch.setattr(score, "MAX_CHARACTERS", 10)
    for named, given in ((str(file), b""), ("-", file.read_bytes())):
        with pytest.raises(CoachError, match="the answer has more than 44 bytes; shorten it"):
            run("score", "url-shortener", named, given=given)
