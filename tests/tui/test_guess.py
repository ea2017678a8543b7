"""The guess before the scorecard: keys, a way back, and what the scorecard makes of it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from stage import Opened, Stage, shown, until

from interviewcoach.tui.screens.prediction import PredictionScreen
from interviewcoach.tui.screens.scorecard import ScorecardScreen


@asynccontextmanager
async def guessing(stage: Stage, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Opened]:
    async with stage.sitting(size) as (screen, pilot):
        screen.answer.text = "10M payments/day = 116/s"
        await pilot.press("f10", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PredictionScreen))
        app: Any = pilot.app
        yield app, pilot


async def test_the_list_ends_at_its_ends(stage: Stage) -> None:
    async with guessing(stage) as (app, pilot):
        await pilot.press("down", "up", "enter")
        assert "You say no hire. And scoping alone?" in shown(app)
        await pilot.press("end", "down", "enter")
        assert "Scoping: strong hire. And estimation alone?" in shown(app)


async def test_an_enter_too_many_is_no_guess_and_the_chosen_row_has_a_sign(stage: Stage) -> None:
    async with guessing(stage) as (app, pilot):
        await pilot.press("enter", "enter")
        assert "Which verdict would you give" in shown(app) and "›" not in shown(app)
        assert "1-5 enter guess" in shown(app).split("\n")[-1] and "1 to 5, or ↓ and enter." in shown(app)
        await pilot.press("down", "down")
        assert "›2  lean no hire" in shown(app) and shown(app).count("›") == 1


async def test_who_is_cut_off_while_typing_guesses_nothing(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        screen.answer.text = "10M payments/day = 116/s"
        await pilot.pause()
        await stage.pass_by(screen, pilot, 46 * 60)
        await until(pilot, lambda: isinstance(pilot.app.screen, PredictionScreen))
        app: Any = pilot.app
        await pilot.press(*"302 is 2", "enter", "escape", "down")
        assert isinstance(app.screen, PredictionScreen)
        assert "Time is over." in shown(app) and "Which verdict" not in shown(app) and "1-5" not in shown(app)
        assert "strong hire" not in shown(app) and "In a moment without a letter" in shown(app)
        await until(pilot, lambda: "enter goes on to" in shown(app))
        await pilot.press("3", "enter", "1")
        assert "Which verdict" not in shown(app), "an enter between words is none that means it"
        assert "enter goes on to" not in shown(app)
        await until(pilot, lambda: "enter goes on to" in shown(app))
        await pilot.press("escape", "pagedown", "enter")
        assert "Which verdict would you give" in shown(app) and "1-5 enter guess" in shown(app)
        await pilot.press("4")
        assert "2 of 6  You say hire." in shown(app) and "›" not in shown(app)
        await pilot.press("enter")
        assert "2 of 6" in shown(app)


async def test_a_guess_can_be_taken_back(stage: Stage) -> None:
    async with guessing(stage) as (app, pilot):
        assert "backspace" not in shown(app).split("\n")[-1]
        await pilot.press("5")
        assert "You say strong hire." in shown(app) and "backspace change" in shown(app).split("\n")[-1]
        await pilot.press("4", "backspace", "backspace")
        assert "Which verdict would you give" in shown(app)
        await pilot.press("2", "3", "escape")
        await until(pilot, lambda: isinstance(app.screen, ScorecardScreen))
        assert "You guessed lean no hire" in shown(app)
    guessed = stage.coach().past("last").state.prediction
    assert guessed is not None and (guessed.verdict, guessed.axes) == ("lean_no_hire", {"scoping": 62})


@pytest.mark.parametrize("size", [(60, 30), (80, 30), (120, 40)])
async def test_the_scorecard_repeats_a_guess_in_the_words_it_was_made_in(stage: Stage, size: tuple[int, int]) -> None:
    async with guessing(stage, size) as (app, pilot):
        await pilot.press(*"412345")
        await until(pilot, lambda: isinstance(app.screen, ScorecardScreen))
        lines = shown(app).split("\n")
        for axis, words in (("Scoping", "no hire"), ("Estimation", "lean no hire"), ("Trade-offs", "strong hire")):
            (row,) = (row for row in lines if row.strip().startswith(axis))
            assert f"  you said {words} " in f"{row.rstrip(' ▇')} "
            assert re.search(r"hire (✓ right|↑ too high|↓ too low)" if size[0] == 80 else r"hire [✓↑↓]", row)
