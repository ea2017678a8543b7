"""Whatever goes wrong behind a screen is told in a sentence: nothing crashes, and nothing waits for ever."""

from __future__ import annotations

import logging

import pytest
from stage import Stage, shown, until

from interviewcoach.coach import Coach
from interviewcoach.errors import EnvironmentFault
from interviewcoach.records import Records
from interviewcoach.tui.app import CoachApp
from interviewcoach.tui.screens.home import HomeScreen
from interviewcoach.tui.screens.prediction import PredictionScreen
from interviewcoach.tui.screens.progress import ProgressScreen
from interviewcoach.tui.screens.review import ReviewScreen

UNFORESEEN = "this should not have happened (ZeroDivisionError: division by zero)"


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError("division by zero")


def busy(*_: object, **__: object) -> None:
    raise EnvironmentFault("another program holds the database", mend="close it")


def told(app: CoachApp) -> str:
    """The notifications; on the screen they stand beside other text."""
    return " ".join(str(one.message) for one in app._notifications)


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
