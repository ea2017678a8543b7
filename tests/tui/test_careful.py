"""Whatever goes wrong behind a screen is told in a sentence: nothing crashes, and nothing waits for ever."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from stage import Stage, shown, told, until
from test_scorecard import card

from interviewcoach.coach import Coach
from interviewcoach.content.catalogue import Catalogue
from interviewcoach.errors import EnvironmentFault, UsageError
from interviewcoach.records import Records
from interviewcoach.tui.app import CoachApp
from interviewcoach.tui.screens.briefing import BriefingScreen
from interviewcoach.tui.screens.home import HomeScreen
from interviewcoach.tui.screens.prediction import PredictionScreen
from interviewcoach.tui.screens.progress import ProgressScreen
from interviewcoach.tui.screens.review import ReviewScreen
from interviewcoach.tui.screens.scorecard import ScorecardScreen

UNFORESEEN = "this should not have happened (ZeroDivisionError: division by zero)"


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError("division by zero")


def busy(*_: object, **__: object) -> None:
    raise EnvironmentFault("another program holds the database", mend="close it")


async def test_a_fault_of_the_program_at_the_start_is_handed_on(caplog: pytest.LogCaptureFixture) -> None:
    app = CoachApp(broken)  # type: ignore[arg-type]
    with caplog.at_level(logging.DEBUG, "interviewcoach"):
        async with app.run_test() as pilot:
            await until(pilot, lambda: app.fault or not app.is_running)
    assert isinstance(app.fault, EnvironmentFault) and UNFORESEEN in str(app.fault)
    assert "ZeroDivisionError" in caplog.text and "Traceback" in caplog.text


async def test_a_sitting_that_cannot_be_made_leads_back(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.open((140, 30)) as (app, pilot):
        monkeypatch.setattr(Coach, "resume", broken)
        app.resume("any")
        await until(pilot, lambda: UNFORESEEN in told(app))
        assert isinstance(app.screen, HomeScreen)


async def test_an_answer_that_breaks_the_scorer_is_kept(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.sitting((140, 30)) as (screen, pilot):
        monkeypatch.setattr(Coach, "finish", broken)
        screen.answer.text = "10M payments/day = 116/s"
        await pilot.press("f10", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PredictionScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert f"The answer is kept, but could not be scored: {UNFORESEEN}" in told(screen.coach_app)


@pytest.mark.parametrize("fails", [busy, broken])
async def test_records_that_cannot_be_read_are_told_on_each_screen(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, fails: object
) -> None:
    words = "another program holds the database" if fails is busy else UNFORESEEN
    for read in ("performances", "sittings", "load", "unfinished", "open_elsewhere"):
        monkeypatch.setattr(Records, read, fails)
    async with stage.open((140, 30)) as (app, pilot):
        await until(pilot, lambda: words in told(app))
        assert "Payment" in shown(app), "the problems are there all the same"
        for key, screen in (("r", ReviewScreen), ("p", ProgressScreen)):
            await pilot.press(key)
            await until(pilot, lambda screen=screen: isinstance(app.screen, screen) and words in told(app))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        for act in (app.next_problem, lambda: app.open_review("any"), lambda: app.open_timeline("any")):
            app.clear_notifications()
            act()
            await until(pilot, lambda: words in told(app))
        await pilot.press("m")
        assert app.is_running and isinstance(app.screen, HomeScreen)


async def test_a_clock_goes_on_where_nobody_knows_who_holds_the_sitting(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.sitting() as (first, _):
        first.sitting._records.flush()
        watching = stage.coach().resume(first.sitting.id)
        assert watching.read_only and not watching.can_be_taken_up
        monkeypatch.setattr(Records, "open_elsewhere", busy)
        assert not watching.can_be_taken_up


async def test_what_was_read_before_stays_on_the_home_screen(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.open() as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        rows = home._rows
        monkeypatch.setattr(Records, "performances", busy)
        home.fill()
        await until(pilot, lambda: "another program holds the database" in told(app))
        assert home._rows is rows


NO_HOME = "~nosuchuser/x.md: there is no such home folder"


async def test_a_card_outlives_its_problem(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(self: Catalogue, slug: str) -> None:
        raise UsageError(f"there is no problem called '{slug}'")

    async with card(stage, (120, 40)) as (screen, pilot):
        await pilot.press("escape")
        monkeypatch.setattr(Catalogue, "shelf_of", gone)
        pilot.app.open_review(screen.past.id)
        await until(pilot, lambda: isinstance(pilot.app.screen, ScorecardScreen) and "Scoping" in shown(pilot.app))
        assert "v reference" not in shown(pilot.app).split("\n")[-1]
        await pilot.press("v", "a")
        await until(pilot, lambda: "there is no problem called" in told(pilot.app))
        assert isinstance(pilot.app.screen, ScorecardScreen)


async def test_a_strong_answer_that_cannot_be_read_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with card(stage, (120, 40)) as (screen, pilot):
        monkeypatch.setattr(Catalogue, "model_answer", broken)
        await pilot.press("v")
        await until(pilot, lambda: UNFORESEEN in told(pilot.app))
        assert screen.query_one("#figures").display and not screen.query_one("#model-half").display


async def test_a_sitting_of_a_length_that_no_new_one_can_have_is_begun_again_at_the_usual_one(stage: Stage) -> None:
    async with card(stage) as (screen, pilot):
        setup = screen.past.state.setup
        phases = tuple(replace(one, planned=2 * one.planned, most=2 * one.most) for one in setup.plan.phases)
        imported = replace(setup, plan=replace(setup.plan, phases=phases))
        screen.past = replace(screen.past, state=replace(screen.past.state, setup=imported))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefingScreen) and "Time     45 minutes" in shown(pilot.app))


@pytest.mark.skipif(sys.platform == "win32", reason="there every name has its folder beside one's own")
async def test_a_file_in_the_home_of_nobody_is_told_and_another_one_asked_for(stage: Stage, tmp_path: Path) -> None:
    async with card(stage, (120, 40)) as (_, pilot):
        await pilot.press("x", "ctrl+a", "ctrl+k", *"~nosuchuser/x.md", "enter")
        await until(pilot, lambda: NO_HOME in told(pilot.app))
    async with stage.sitting((120, 40)) as (screen, pilot):
        screen.sitting.read_only = "this sitting was taken over"
        await pilot.press("ctrl+s", "ctrl+a", "ctrl+k", *"~nosuchuser/x.md", "enter")
        await until(pilot, lambda: NO_HOME in told(pilot.app))
        await pilot.press("ctrl+a", "ctrl+k", *str(tmp_path / "x.md"), "enter")
        await until(pilot, lambda: "Saved to" in told(pilot.app))
        assert (tmp_path / "x.md").exists()
