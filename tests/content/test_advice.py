"""Advice is no fault: a plain `check` counts it, and lists it when asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from packs import RUBRIC

from interviewcoach import load_catalogue
from interviewcoach.cli import cli
from interviewcoach.commands import check
from interviewcoach.commands.check_answer import length_told
from interviewcoach.content.faults import Fault
from interviewcoach.scoring.checks import weakened_flags


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
    monkeypatch.setattr(check, "_faults_within", lambda *_: [])
    given = [str(pack) if arg == "PACK" else arg for arg in args]
    done = CliRunner().invoke(cli, ["check", *given], standalone_mode=False, catch_exceptions=False)
    assert done.return_value == code
    assert ("advice: " in done.stdout) is listed
    if not args:
        assert done.stdout.startswith("2 lines of advice on 1 rubric, none of them a fault")


def test_a_red_flag_that_leans_on_a_little_word_is_told_and_none_of_ours_does() -> None:
    catalogue = load_catalogue()
    for slug in catalogue.entries:
        assert not list(weakened_flags(catalogue.rubric(slug)))
    rubric = catalogue.rubric("url-shortener")
    flag = rubric.red_flags[0].model_copy(update={"say": ("hold + simply paid|the payment",)})
    (told,) = weakened_flags(rubric.model_copy(update={"red_flags": (flag,)}))
    assert told.advice and "'simply paid' is read as 'pay'" in told.what


@pytest.mark.parametrize(("words", "told"), [(599, "has 599 words"), (600, ""), (1_250, ""), (1_251, "has 1,251 words")])
def test_a_model_answer_far_from_what_one_types_is_told(words: int, told: str) -> None:
    assert length_told("word - " * words) == (f"the model answer {told}" if told else "")
