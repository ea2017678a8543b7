"""The problem can be read again while it is being solved, and the interviewer tells it to who asks."""

from __future__ import annotations

import pytest
from stage import Stage, shown, until
from textual.command import CommandPalette

from interviewcoach.tui.screens.sitting import SittingScreen
from interviewcoach.tui.screens.statement import Statement
from interviewcoach.tui.widgets.checklist import fitted
from interviewcoach.tui.wish import Wish

SAYS = "Design the system with which an online marketplace takes money"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_a_key_shows_the_problem_and_all_that_the_phase_should_cover(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.sitting(size) as (screen, pilot):
        assert "f12 problem" in shown(pilot.app)
        await pilot.press("ctrl+n", *"so", "f12")
        assert isinstance(pilot.app.screen, Statement)
        assert SAYS[:40] in shown(pilot.app) and "escape back" in shown(pilot.app)
        await pilot.press("end")
        text = shown(pilot.app)
        assert "High-level design: cover, in any order" in text
        assert all(f"□ {item[:30]}" in text for item in screen.problem.phases.of("high_level").checklist)
        await pilot.press("x", "escape", *" on")
        assert pilot.app.screen is screen and screen.answer.text == "so on"


async def test_the_key_that_shows_the_problem_closes_it_and_the_clock_runs_on(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("f2", "f12")
        await stage.pass_by(screen, pilot, 70)
        await pilot.press("f12")
        assert "1:10 of 8" in shown(pilot.app) and screen.query_one("#say").has_focus


async def test_the_problem_is_reached_by_click_and_by_name(stage: Stage) -> None:
    async with stage.sitting() as (_, pilot):
        await pilot.click("#again", offset=(4, 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, Statement))
        await pilot.press("escape", "ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await pilot.press(*"problem")
        await until(pilot, lambda: "Read the problem again" in shown(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Statement))


async def test_what_has_come_up_is_told_with_the_problem(stage: Stage) -> None:
    async with stage.sitting((120, 40), mode="mock") as (screen, pilot):
        await pilot.press(*("ctrl+n", "enter") * 2, "ctrl+n", "f12")
        assert screen.sitting.state.curveball and "Something has come up. " in shown(pilot.app)


async def test_a_mock_that_ends_takes_the_problem_off_the_screen(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        await pilot.press("f12")
        await stage.pass_by(screen, pilot, 50 * 60)
        assert not any(isinstance(one, Statement | SittingScreen) for one in pilot.app.screen_stack)


async def test_who_asks_for_the_question_is_told_it_again(stage: Stage) -> None:
    async with stage.sitting((120, 40)) as (_, pilot):
        await pilot.press("f2", *"could you repeat the question?", "enter")
        assert "Once more: Design the system" in " ".join(shown(pilot.app).replace("│", " ").split())


ITEMS = ("Rules for buyers, and who tries to get round them", "One more", "What it costs")


@pytest.mark.parametrize(("width", "most"), [(200, 1), (40, 2), (40, 1), (40, 3), (24, 2)])
def test_what_to_cover_ends_whole_or_in_an_ellipsis(width: int, most: int) -> None:
    rows = fitted(ITEMS, width, most).split("\n")
    assert len(rows) <= most and all(len(row) <= width and not row.endswith("□") for row in rows)
    assert rows[-1].endswith("What it costs") is (width * most >= 80)
    assert rows[-1].endswith(("…", "What it costs"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_list_of_a_phase_is_not_cut_without_a_sign(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.open(size, Wish("flash-sale")) as (app, pilot):
        await until(pilot, lambda: app.screen.__class__.__name__ == "BriefingScreen")
        await pilot.press("enter")
        screen = await stage.seated(app, pilot)
        last = screen.problem.phases.of("requirements").checklist[-1]
        rows = str(screen.query_one("#checklist").render()).split("\n")
        assert rows[-1].endswith((last.split()[-1], "…")) and screen.query_one("#checklist").region.height == len(rows)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: not screen.has_class("wide"))
        assert screen.query_one("#checklist").region.height == 1
