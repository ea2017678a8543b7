"""Advice is no fault: a plain `check` counts it, and lists it when asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from packs import RUBRIC

from interviewcoach.cli import cli
from interviewcoach.commands import check
from interviewcoach.content.faults import Fault


@pytest.mark.parametrize(
    ("args", "listed", "code"), [((), False, 0), (("--advice",), True, 0), (("PACK",), True, 0), (("PACK", "--strict"), False, 1)]
)
def test_advice_is_listed_on_demand(
    args: tuple[str, ...], listed: bool, code: int, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def behaviour(*_: Any) -> list[tuple[Fault, bool]]:
        return [(Fault(str(pack / RUBRIC), line, "shows 84%", "bind it"), True) for line in (1, 2)]

    monkeypatch.setenv("INTERVIEWCOACH_PACKS", str(pack))
    monkeypatch.setattr(check, "_behaviour", behaviour)
    monkeypatch.setattr(check, "_clause_faults", lambda *_: [])
    given = [str(pack) if arg == "PACK" else arg for arg in args]
    done = CliRunner().invoke(cli, ["check", *given], standalone_mode=False, catch_exceptions=False)
    assert done.return_value == code
    assert ("advice: " in done.stdout) is listed
    if not args:
        assert done.stdout.startswith("2 lines of advice on 1 rubric, none of them a fault")
