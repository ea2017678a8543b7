"""What other systems do otherwise, played here."""

from __future__ import annotations

import errno
import json
import os
import sys
from types import ModuleType

import pytest
from click.testing import CliRunner

from interviewcoach.cli import cli, main
from interviewcoach.commands.estimate_prompt import Pad, _use_readline


@pytest.mark.parametrize(
    ("system", "code", "ends"), [("win32", errno.EINVAL, 0), ("linux", errno.EINVAL, 3), ("linux", errno.EPIPE, 0)]
)
def test_a_reader_that_has_gone_is_no_fault(system: str, code: int, ends: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "dup2", lambda *_: None)
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
    monkeypatch.setattr(sys, "platform", system)
    with pytest.raises(SystemExit) as end:
        main(run=fail)
    assert end.value.code == ends


@pytest.mark.skipif(sys.platform == "win32", reason="there consoles have a history of their own")
@pytest.mark.parametrize(("kind", "bound"), [("GNU readline", "tab: complete"), ("libedit readline", "bind ^I rl_complete")])
def test_tab_completes_with_either_library(kind: str, bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fake, said = ModuleType("readline", f"Command line editing using {kind}."), []
    for name in ("set_completer", "set_completer_delims"):
        setattr(fake, name, lambda _: None)
    fake.parse_and_bind = said.append  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "readline", fake)
    _use_readline(Pad())
    assert said == [bound]


def test_the_lines_of_a_sheet_are_those_of_an_editor() -> None:
    sheet = "a = 5 # one\x0btwo\x85three\u2028four\r\nb = a * 2\n"
    done = CliRunner().invoke(cli, ["estimate", "-", "--json"], input=sheet.encode(), standalone_mode=False)
    assert [(row["line"], row["name"], row["error"]) for row in json.loads(done.stdout)] == [(1, "a", None), (2, "b", None)]
