"""The command line as a person and as a script meet it: one sentence, a number, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from interviewcoach import __version__
from interviewcoach.records.database import prepare
from interviewcoach.records.paths import DATABASE

CALIBRATION = Path(__file__).parent / "calibration"


def run(
    *args: str, home: Path | None = None, given: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    world = {**os.environ, **({"INTERVIEWCOACH_HOME": str(home)} if home else {}), **(env or {})}
    return subprocess.run([sys.executable, "-m", "interviewcoach", *args], input=given.encode(), capture_output=True, env=world)


def test_version_and_help() -> None:
    assert run("--version").stdout.decode().split() == ["interviewcoach", __version__]
    told = run("--help").stdout.decode()
    assert "practice" in told
    assert "doctor" in told


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("practise",), 2, "did you mean 'practice'?"),
        (("calc",), 2, "did you mean 'estimate'?"),
        (("estimate", "-e"), 2, "see `interviewcoach estimate --help`"),
        (("score", "url-shortener", "--level"), 2, "see `interviewcoach score --help`"),
        (("show", "url-shortner"), 2, "did you mean 'url-shortener'?"),
        (("show", "zzzzzz"), 2, "interviewcoach list"),
        (("practice", "url-shortener", "--minutes", "0"), 2, "choose 35 to 50, or use --untimed"),
        (("show",), 2, "interviewcoach show: missing argument 'SLUG'; see `interviewcoach show --help`"),
        (("list", "--bogus"), 2, "interviewcoach list: no such option '--bogus'; see `interviewcoach list --help`"),
        (("score", "url-shortener", "no/such/file.md"), 2, "can't be read"),
        (("score", "url-shortener", "."), 2, "."),
        (("score",), 2, "needs a problem and a file"),
        (("score", "url-shortener", "-", "--level", "boss"), 2, "boss"),
        (("list", "--nonsense"), 2, "--nonsense"),
    ],
)
def test_slips_are_told_in_a_sentence(args: tuple[str, ...], code: int, words: str) -> None:
    ended = run(*args)
    told = ended.stderr.decode()
    assert ended.returncode == code
    assert words in told
    assert ended.stdout == b""
    assert "Traceback" not in told
    assert told.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes end differently there")
def test_a_reader_that_leaves_early_hears_no_complaint() -> None:
    world = [sys.executable, "-m", "interviewcoach", "score", "--batch", "-"]
    line = json.dumps({"id": 1, "problem": "url-shortener", "answer": "cache"}) + "\n"
    with subprocess.Popen(world, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdout.close()
        process.stdin.write((line * 60).encode())
        process.stdin.close()
        told = process.stderr.read()
        assert process.wait() in (0, 1)
    assert told == b""


def test_data_for_a_pipe_is_utf8_in_any_locale() -> None:
    plain = run("show", "url-shortener")
    odd = run("show", "url-shortener", env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert odd.returncode == 0
    assert odd.stdout == plain.stdout
    odd.stdout.decode("utf-8")


def test_the_same_bytes_whatever_the_seed_and_from_a_batch() -> None:
    answer = (CALIBRATION / "url-shortener" / "terse.md").read_text(encoding="utf-8")
    cards = {
        run("score", "url-shortener", "-", "--json", given=answer, env={"PYTHONHASHSEED": str(seed)}).stdout for seed in range(10)
    }
    assert len(cards) == 1
    card = json.loads(cards.pop())
    line = json.dumps({"id": "a", "problem": "url-shortener", "answer": answer})
    rows = run("score", "--batch", "-", given=f"{line}\nnot json\n{line}\n").stdout.decode().splitlines()
    first, broken, last = map(json.loads, rows)
    assert first == last == {"id": "a", **card}
    assert set(broken) == {"id", "error"}


def test_the_doctor_finds_a_healthy_house_and_makes_no_database(tmp_path: Path) -> None:
    ended = run("doctor", home=tmp_path)
    assert ended.returncode == 0
    assert "BAD" not in ended.stdout.decode()
    assert not (tmp_path / DATABASE).exists()


def test_the_doctor_mends_a_damaged_database_and_keeps_it(tmp_path: Path) -> None:
    prepare(tmp_path)
    with (tmp_path / DATABASE).open("r+b") as file:
        file.write(b"this is no database any more")
    ill = run("doctor", home=tmp_path)
    assert ill.returncode == 3
    assert ill.stdout.decode().count("doctor --repair") == 1
    mended = run("doctor", "--repair", home=tmp_path)
    assert mended.returncode == 0
    assert "!    database: rebuilt with 0 sittings; could not be read to their ends: sittings, " in mended.stdout.decode()
    assert list(tmp_path.glob(f"{DATABASE}.damaged-*"))
    assert run("doctor", home=tmp_path).returncode == 0


def test_a_data_folder_that_is_a_file_is_the_environments_fault(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way", "utf-8", newline="\n")
    ended = run("doctor", home=tmp_path / "home")
    assert ended.returncode == 3
    assert "INTERVIEWCOACH_HOME" in ended.stdout.decode()


def test_a_log_is_written_only_when_asked(tmp_path: Path) -> None:
    run("list", home=tmp_path)
    assert list(tmp_path.iterdir()) == []
    run("--debug", "list", home=tmp_path)
    assert "arguments" in (tmp_path / "debug.log").read_text("utf-8")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion(shell: str) -> None:
    name = "_INTERVIEWCOACH_COMPLETE"
    done = run(env={name: f"{shell}_source"})
    assert done.returncode == 0 and name in done.stdout.decode(), "as README has it in the start-up file"
    words = {"COMP_WORDS": "interviewcoach re", "COMP_CWORD": "re" if shell == "fish" else "1"}
    done = run(env={name: f"{shell}_complete", **words})
    assert "rescore" in done.stdout.decode() and done.stderr == b""
    astray = {"COMP_WORDS": "interviewcoach nope --", "COMP_CWORD": "--" if shell == "fish" else "2"}
    assert run(env={name: f"{shell}_complete", **astray}).stderr == b"", "who completes a slip is not talked to"
