"""The program on a real terminal: a whole sitting, and every way to leave it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from ptys import Terminal

PROBLEM = "payment-system"
PHASES = {
    "Requirements": "Charge, refund, payout. 10M payments/day = 116/s.",
    "High-level": "POST /payments with an Idempotency-Key, Postgres with ACID transactions.",
    "Deep dive": "Insert the key under a unique constraint in the same transaction as the payment.",
    "Wrap-up": "Trade-off: consistency over availability.",
}


def sittings(home: Path) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "interviewcoach", "sessions", "--json"]
    done = subprocess.run(
        command, env={**os.environ, "INTERVIEWCOACH_HOME": str(home)}, capture_output=True, text=True, check=True
    )
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_a_whole_sitting_from_start_to_review(tmp_path: Path) -> None:
    with Terminal(tmp_path, "practice", PROBLEM) as terminal:
        terminal.see("Payment system", "enter begin", "8 min")
        terminal.press("enter")
        for name, answer in PHASES.items():
            terminal.see(f"{name} ▸")
            terminal.type(answer)
            if name == "Requirements":
                terminal.press("f3")
                terminal.type("store = 10M payments/day * 1 KB/payment * 7 years")
                terminal.see("25.6 TB")
                terminal.press("ctrl+f", "escape")
                terminal.see("store ≈ 25.6 TB")
            if name == "Wrap-up":
                break
            terminal.press("ctrl+n")
        terminal.press("ctrl+n")
        terminal.see("Hand in?")
        terminal.press("enter")
        terminal.see("Which verdict would you give")
        terminal.press("escape")
        terminal.see("Scoping", "mid:", "staff:", "This grade is made by rules")
        terminal.press("escape")
        terminal.see("1 of 22 practised")
        terminal.press("ctrl+q")
        assert terminal.end() == 0 and terminal.usable
    (row,) = sittings(tmp_path)
    assert row["status"] == "ended" and row["verdict"]
    with Terminal(tmp_path, "review", "--text") as again:
        assert again.end() == 0
        assert b"store \xe2\x89\x88 25.6 TB" in again.raw and b"unique constraint" in again.raw


def test_a_dumb_terminal_gets_no_true_colours(tmp_path: Path) -> None:
    with Terminal(tmp_path, TERM="dumb", COLORTERM="truecolor") as terminal:
        terminal.see("Foundations")
        assert b"38;2;" not in terminal.raw and b"48;2;" not in terminal.raw


def test_a_paste_with_colours_in_it_arrives_whole_and_in_order(tmp_path: Path) -> None:
    with Terminal(tmp_path, "practice", PROBLEM) as terminal:
        terminal.see("enter begin")
        terminal.press("enter")
        terminal.see("Requirements ▸")
        terminal.paste("".join(f"line {n} \x1b[31mred\x1b[0m and on\r" for n in range(100)) + "the last one")
        terminal.see("line 99 red and on", "the last one")


def test_the_last_sentence_is_broken_between_words(tmp_path: Path) -> None:
    with Terminal(tmp_path, "practice", PROBLEM) as terminal:
        terminal.see("enter begin")
        terminal.press("enter")
        terminal.see("Requirements ▸")
        terminal.type("kept")
        terminal.see("1 word ")
        terminal.press("ctrl+q")
        assert terminal.end() == 0
        told = terminal.raw.decode().rpartition("\x1b[?1049l")[2].splitlines()
        assert told[-2].endswith(f"Stopped and kept. `interviewcoach practice {PROBLEM} --resume` goes on")
        assert told[-1] == "where you left."


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_the_words_and_gives_the_terminal_back(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal(tmp_path, "practice", PROBLEM) as terminal:
        terminal.see("enter begin")
        terminal.press("enter")
        terminal.see("Requirements ▸")
        terminal.type("the very last words")
        terminal.see("the very last words")
        terminal.signal(number)
        assert terminal.end() == 128 + number and terminal.usable
    (row,) = sittings(tmp_path)
    assert row["status"] == "paused" and row["words"] == 4
    with Terminal(tmp_path, "practice", PROBLEM, "--resume") as again:
        again.see("the very last words", "Requirements ▸")


def test_a_closed_terminal_keeps_the_words(tmp_path: Path) -> None:
    with Terminal(tmp_path, "practice", PROBLEM) as terminal:
        terminal.see("enter begin")
        terminal.press("enter")
        terminal.see("Requirements ▸")
        terminal.type("closed in the middle")
        terminal.see("closed in the middle")
        os.close(terminal.slave)
        os.close(terminal.master)
        terminal.process.wait(10)
    (row,) = sittings(tmp_path)
    assert row["status"] == "paused" and row["words"] == 4


def test_a_paste_without_marks_keeps_its_lines(tmp_path: Path) -> None:
    with Terminal(tmp_path, "practice", PROBLEM) as terminal:
        terminal.see("enter begin")
        terminal.press("enter")
        terminal.see("Requirements ▸")
        os.write(terminal.master, b"- charge\n- refund\npayouts")
        text = terminal.see("payouts", "3 words")
        assert [row.strip() for row in text.split("\n")[6:9]] == ["- charge", "- refund", "payouts"]


def test_an_editor_of_ones_own_gives_its_text_back(tmp_path: Path) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys\nwith open(sys.argv[1], 'a') as file: file.write('\\n- from the editor\\n')\n", encoding="utf-8", newline="\n"
    )
    with Terminal(tmp_path / "home", "practice", PROBLEM, VISUAL="", EDITOR=f"{sys.executable} {editor}") as terminal:
        terminal.see("enter begin")
        terminal.press("enter")
        terminal.see("Requirements ▸")
        terminal.type("- typed here")
        terminal.press("ctrl+l")
        terminal.see("- typed here", "- from the editor", "5 words")


@pytest.mark.parametrize("words", [(), ("practice", PROBLEM), ("mock",)])
def test_without_a_terminal_it_says_so_and_exits_with_3(tmp_path: Path, words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "interviewcoach", *words]
    environment = {**os.environ, "INTERVIEWCOACH_HOME": str(tmp_path)}
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 3 and "need a terminal" in done.stderr and "Traceback" not in done.stderr and not done.stdout


@pytest.mark.parametrize(
    "words", [("practice", "payment-sistem"), ("practice", PROBLEM, "--minutes", "7"), ("practice", PROBLEM, "--resume")]
)
def test_a_slip_on_the_command_line_is_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    with Terminal(tmp_path, *words, size=(200, 24)) as terminal:
        assert terminal.end() == 2 and "interviewcoach: " in terminal.text and "Traceback" not in terminal.text
