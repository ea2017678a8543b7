"""The editor as a person names it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from interviewcoach.errors import CoachError
from interviewcoach.tui.own_editor import edit, editor_command


@pytest.fixture(autouse=True)
def all_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if name.startswith(('"', "'")) else name)


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_a_quote_that_is_left_open_is_told(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    with pytest.raises(CoachError, match="the editor 'vim \"' was not found"):
        editor_command('vim "')


@pytest.mark.parametrize(
    ("system", "chosen", "parts"),
    [
        ("win32", r'"C:\Program Files\VS Code\code.exe" --wait', [r"C:\Program Files\VS Code\code.exe", "--wait"]),
        ("win32", r"C:\Tools\vim.exe -n", [r"C:\Tools\vim.exe", "-n"]),
        ("linux", '"/opt/my editor/run" --wait', ["/opt/my editor/run", "--wait"]),
    ],
)
def test_a_path_with_blanks_may_stand_in_quotes(
    system: str, chosen: str, parts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert editor_command(chosen) == parts


def test_a_temporary_folder_that_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(CoachError, match="the editor did not run"):
        edit("words", [sys.executable, "-c", ""], "deep_dive")
