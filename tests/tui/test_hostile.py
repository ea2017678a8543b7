"""Hostile text, typed and pasted into every input and shown on every screen, with notifications and tooltips on."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from stage import ANSWER, PROBLEM, Stage, shown, until
from textual import events

from interviewcoach.interview.protocol import PHASES
from interviewcoach.tui.screens.scorecard import ScorecardScreen
from interviewcoach.tui.screens.sitting import SittingScreen
from interviewcoach.tui.text import MOST_CHARACTERS
from interviewcoach.tui.widgets.box import Box
from interviewcoach.tui.widgets.calculator import CalculatorPanel

HOSTILE = "[/x] [@click=app.quit]quit[/] list[int] \x1b[2J\x1b]0;t\x07 \x00\x9b31m 🎉👩‍💻 ‮abc {{ 7*7 }} $x \\[ %s <script>"
HARMFUL = {chr(n) for n in [*range(9), *range(11, 32), *range(127, 160)]}


async def _boxes(screen: SittingScreen) -> AsyncIterator[Box]:
    for panel in ("interviewer", "calculator", "notes"):
        screen.show_panel(panel)
    for box in screen.query(Box):
        yield box


def _harmless(text: str) -> bool:
    return not HARMFUL & (set(text) - {"\n"})


async def test_every_box_of_a_sitting_takes_it(stage: Stage) -> None:
    async with stage.sitting(size=(120, 40)) as (screen, pilot):
        async for box in _boxes(screen):
            box.post_message(events.Paste(HOSTILE))
            await pilot.pause()
            assert "[/x] [@click=app.quit]quit[/] list[int]" in box.text and _harmless(box.text)
        for panel in ("interviewer", "calculator", "notes"):
            screen.show_panel(panel)
            await pilot.pause()
            assert _harmless(shown(pilot.app))
        screen.show_panel("interviewer")
        screen.query_one("#say").focus()
        await pilot.press("enter")
        assert "you  [/x] [@click=app.quit]quit[/]" in shown(pilot.app)
        screen.say(HOSTILE, trouble=True)
        screen.tell(HOSTILE)
        screen.answer.tooltip = HOSTILE
        await pilot.pause()
        assert "[@click=app.quit]" in shown(pilot.app).split("\n")[-2] and _harmless(shown(pilot.app))
        assert pilot.app.is_running


async def test_a_pasted_megabyte_is_cut_to_what_fits_and_the_person_is_told(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.post_message(events.Paste("word " * 200_000))
        await until(pilot, lambda: screen.answer.text)
        assert MOST_CHARACTERS - 100 <= len(screen.answer.text) <= MOST_CHARACTERS
        assert "were left out" in shown(pilot.app)
        length = len(screen.answer.text)
        await pilot.press("z")
        assert len(screen.answer.text) == length
        screen.query_one(CalculatorPanel).sheet.post_message(events.Paste("9" * 1_000_000))
        await until(pilot, lambda: screen.query_one(CalculatorPanel).sheet.text)
        assert _harmless(shown(pilot.app))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_shows_as_typed_on_the_scorecard_and_in_the_lists(stage: Stage, size: tuple[int, int]) -> None:
    coach = stage.coach()
    sitting = coach.start(PROBLEM)
    from interviewcoach.interview import commands as cmd

    sitting.do(cmd.Begin())
    for phase in PHASES:
        sitting.draft(phase, f"{HOSTILE}\n{ANSWER[phase]} {HOSTILE}")
    sitting.ask(HOSTILE)
    sitting.draft("worksheet", HOSTILE)
    sitting.do(cmd.End())
    coach.finish(sitting)
    coach.records.rename(sitting.id, HOSTILE)
    coach.records.flush()
    async with stage.open(size) as (app, pilot):
        await pilot.press("r")
        assert "[/x] [" in shown(app) and _harmless(shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ScorecardScreen))
        for key in ["tab", "tab", *["down"] * 12, "enter", *["down"] * 12, "v", "v"]:
            await pilot.press(key)
        assert app.is_running and _harmless(shown(app))


async def test_the_search_of_every_list_takes_it(stage: Stage) -> None:
    async with stage.open() as (app, pilot):
        await pilot.press("slash")
        app.screen.query_one("#find").post_message(events.Paste(HOSTILE + "\nsecond line"))
        await pilot.pause()
        assert "No problem or skill has this name" in shown(app) and _harmless(shown(app))
        await pilot.press("escape", "r", "slash")
        app.screen.query_one("#find").post_message(events.Paste(HOSTILE))
        await pilot.pause()
        assert "No sitting holds these words" in shown(app) and _harmless(shown(app))
        await pilot.press("escape", "escape")
        app.open_review(HOSTILE)
        await pilot.pause()
        assert "[@click=app.quit]" in shown(app)
