"""What the shell offers after tab."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import CompletionItem, ShellComplete

from interviewcoach.cli import cli
from interviewcoach.records import Records
from interviewcoach.records.paths import DATABASE


def offered(*words: str) -> list[CompletionItem]:
    *args, begun = words
    return ShellComplete(cli, {}, "interviewcoach", "_INTERVIEWCOACH_COMPLETE").get_completions(args, begun)


@pytest.mark.parametrize("command", ["practice", "show", "ask", "score"])
def test_problems(command: str) -> None:
    assert [item.value for item in offered(command, "url")] == ["url-shortener"]
    assert len(offered(command, "")) >= 22


@pytest.mark.parametrize("command", ["review", "export", "compare", "remark", "rescore"])
def test_sittings(command: str, home: Path) -> None:
    with Records(home) as records:
        newest = records.sittings()[0]
    names = {item.value: item.help for item in offered(command, "")}
    assert names["last"] == newest.problem and newest.id in names
    assert [item.value for item in offered(command, newest.id[:6])] == [newest.id]


@pytest.mark.parametrize(
    "words", [("score", "url-shortener", ""), ("score", "--batch", ""), ("estimate", ""), ("check", ""), ("import", "")]
)
def test_files(words: tuple[str, ...]) -> None:
    assert [item.type for item in offered(*words)] == ["file"]


def test_to_look_makes_nothing_and_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(tmp_path / "none"))
    assert not offered("review", "") and not (tmp_path / "none").exists()
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / DATABASE).write_bytes(b"no database at all" * 100)
    assert not offered("review", "")
