"""What is asked over the answer: only the keys that the box names act, and what else is typed is told to go nowhere."""

from __future__ import annotations

import pytest
from stage import Stage, shown, until
from textual import events

from interviewcoach.tui.screens import dialogs
from interviewcoach.tui.screens.dialogs import Confirm
from interviewcoach.tui.screens.prediction import PredictionScreen

MISSED = "Nothing is written here: enter or escape first, then type."


@pytest.mark.parametrize("typed", ["why", "then the client", "n", "y"])
async def test_words_typed_into_a_question_neither_answer_nor_close_it(stage: Stage, typed: str) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        await pilot.press("ctrl+n", *typed)
        assert isinstance(pilot.app.screen, Confirm) and screen.sitting.state.phase == "requirements"
        assert MISSED in " ".join(shown(pilot.app).replace("│", " ").split())
        await pilot.press("escape", "!")
        assert screen.answer.text == "!"


async def test_the_enter_that_ends_a_typed_line_is_no_answer(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = "Charge and refund."
        await pilot.press("f10", *"yes", "enter")
        assert isinstance(pilot.app.screen, Confirm)
        monkeypatch.setattr(dialogs, "TYPING", 0.0)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PredictionScreen))


async def test_a_paste_into_a_question_is_told_to_go_nowhere(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = "Charge and refund."
        await pilot.press("f10")
        pilot.app.post_message(events.Paste("yes\nand no\n"))
        await until(pilot, lambda: MISSED in " ".join(shown(pilot.app).replace("│", " ").split()))
        assert isinstance(pilot.app.screen, Confirm)


async def test_what_asks_for_y_is_not_answered_by_a_word_or_by_enter(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.action_abandon()
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        await pilot.press(*"my", "enter")
        assert isinstance(pilot.app.screen, Confirm) and not screen.over
        assert "Nothing is written here: y or escape first" in " ".join(shown(pilot.app).replace("│", " ").split())
