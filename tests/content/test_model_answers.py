"""A model answer that is no answer is told by its file, and keeps nobody from what else is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs import RUBRIC, SLUG, change

from interviewcoach.cli import main

ANSWER = f"problems/{SLUG}/model-answer.md"


def told(pack: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    with pytest.raises(SystemExit) as end:
        main(["check", *options, str(pack)])
    assert end.value.code == 1
    return capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_an_empty_one(text: str, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / ANSWER).write_text(text, "utf-8", newline="\n")
    change(pack / RUBRIC, r"^    yes:\n", "    yes:\n      - bananas are yellow\n")
    out = told(pack, capsys)
    assert f"{pack / ANSWER}:1: the model answer is empty; write a strong one under `## Requirements`" in out
    assert "this `yes` reaches tier 0" in out  # the rubric is tried all the same
    assert "of the rubric" not in out and "words" not in out


@pytest.mark.parametrize(
    ("pattern", "new", "words"),
    [
        ("^## Wrap-up\n", "", "no heading opens the phase 'Wrap-up'; write `## Wrap-up` over that part"),
        ("^## Deep dive\n", "## The interesting part\n", "no heading opens the phase 'Deep dive'; write `## Deep dive`"),
        (r"(?s)^## Wrap-up\n.*\Z", "## Wrap-up\n", "nothing stands under 'Wrap-up'; write that part"),
    ],
)
def test_one_without_a_phase(pattern: str, new: str, words: str, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(pack / ANSWER, pattern, new)
    assert f"{pack / ANSWER}:1: {words}" in told(pack, capsys, "--fast")
