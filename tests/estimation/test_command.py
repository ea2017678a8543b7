"""`interviewcoach estimate` and its prompt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interviewcoach.commands.estimate import estimate_command
from interviewcoach.commands.estimate_prompt import Pad
from interviewcoach.errors import UsageError


def run(*args: str, text: str | None = None) -> Result:
    return CliRunner().invoke(estimate_command, args, input=text, standalone_mode=False, catch_exceptions=False)


def test_lines_stand_beside_their_results() -> None:
    done = run("-e", "dau = 500M users", "-e", "writes = dau * 5 tweets/user/day")
    assert done.stdout.splitlines() == [
        "dau = 500M users                  500M users",
        "writes = dau * 5 tweets/user/day  28.9k tweets/s",
    ]
    assert done.return_value == 0


def test_json_is_what_other_programs_were_promised() -> None:
    done = run("--json", "-", text="# scale\ndau = 500M users\n\nwrites = dau * 5 tweets/user/day\nwrites + dau\n")
    rows = json.loads(done.stdout)
    assert [row["line"] for row in rows] == [2, 4, 5]
    assert rows[1] == {
        "line": 4, "input": "writes = dau * 5 tweets/user/day", "name": "writes",
        "value": pytest.approx(28935.185), "dims": {"tweet": 1, "time": -1}, "text": "28.9k tweets/s", "error": None,
    }  # fmt: skip
    assert rows[2]["error"] == "column 8: can't add tweets/time and users: convert one side first"
    assert rows[2]["value"] is None
    assert done.return_value == 1


def test_a_file_comes_before_the_lines_and_standard_input_is_read_from_a_pipe(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("store = 3 TB\n", encoding="utf-8", newline="\n")
    assert run(str(sheet), "-e", "store * 3 replicas").stdout.splitlines()[1].split("  ")[-1] == "9 TB"
    assert run(text="2^10\r\n").stdout == "2^10  1.02k\n"


def test_a_fault_is_told_on_stderr_with_its_place() -> None:
    done = run("-e", "a = 5 TB", "-e", "b = a + 3 users")
    assert done.stdout == "a = 5 TB         5 TB\n"
    assert done.stderr == "line 2, column 7: can't add bytes and users: convert one side first\n"
    assert done.return_value == 1


def test_a_file_that_cannot_be_read_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be read"):
        run(str(tmp_path / "none.txt"))
    with pytest.raises(UsageError, match="can't be read"):
        run(str(tmp_path))


@pytest.mark.parametrize("line", ["500M users * 5", "10k/s", "dau * 3", "86,400"])
def test_a_line_in_the_place_of_a_file_is_led_to_its_option(line: str) -> None:
    with pytest.raises(UsageError, match="write -e before it"):
        run(line)


def test_how_much_a_claim_may_miss_is_told_in_the_help() -> None:
    assert "more than a tenth" in " ".join(run("--help").stdout.split())
    assert [run("-e", f"70k * 2 = {claim}").return_value for claim in ("150k", "160k")] == [0, 1]


def test_nothing_to_calculate_is_told() -> None:
    assert run("-", text="# only a remark\n").stderr == run("--json", text="").stderr == "there is no line to calculate here\n"


def test_the_prompt_keeps_what_is_right_and_points_at_what_is_not() -> None:
    pad = Pad()
    assert pad.enter("dau = 500M users") == "500M users"
    assert pad.enter("writes = dau * 5 tweets/user/day") == "28.9k tweets/s"
    assert pad.enter("writes + dau") == "         ^\ncan't add tweets/time and users: convert one side first"
    assert pad.enter("dau = 100M users") == "100M users\n  writes: 28.9k tweets/s → 5.79k tweets/s"
    assert pad.enter("dau = 5 m").endswith("write M (million), min, mo (month) or ms")
    assert pad.enter("") == pad.enter("# remark") == ""
    assert pad.enter("sheet").splitlines() == [
        "dau = 100M users   100M users",
        "writes = dau * 5 tweets/user/day   5.79k tweets/s",
    ]
    assert "86,400 s" in pad.enter("card")
    assert "ctrl+d" in pad.enter("help")


def test_a_size_without_its_whose_gets_advice_beside_the_data() -> None:
    done = run("-e", "mem = 50M keys * 100 bytes", "-e", "store = 50M keys * 100 bytes/key")
    assert done.stdout.splitlines()[0].endswith("5 GB·key") and done.stdout.splitlines()[1].endswith("5 GB")
    assert done.stderr == "line 1: write the size per key (bytes/key), and it is 5 GB\n" and done.return_value == 0
    assert Pad().enter("50M keys * 100 bytes") == "5 GB·key\n(write the size per key (bytes/key), and it is 5 GB)"
