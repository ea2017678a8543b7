"""Leaving a sitting and coming back: what is offered, and what a mock makes of it."""

from __future__ import annotations

from typing import cast

from stage import PROBLEM, Stage, shown, told, until
from textual.widgets import OptionList

from interviewcoach.interview import commands as cmd
from interviewcoach.interview.protocol import PHASES
from interviewcoach.records.rows import to_resume
from interviewcoach.tui.app import CoachApp
from interviewcoach.tui.screens.briefing import BriefingScreen
from interviewcoach.tui.screens.dialogs import LeaveMock, ResumeOrNew
from interviewcoach.tui.screens.home import HomeScreen
from interviewcoach.tui.screens.prediction import PredictionScreen
from interviewcoach.tui.screens.review import ReviewScreen
from interviewcoach.tui.screens.scorecard import ScorecardScreen
from interviewcoach.tui.screens.sitting import SittingScreen
from interviewcoach.tui.wish import Wish


def left(stage: Stage, text: str) -> str:
    """A sitting that was begun and left."""
    coach = stage.coach()
    sitting = coach.start(PROBLEM)
    sitting.do(cmd.Begin())
    sitting.draft("requirements", text)
    stage.now += 60
    sitting.stop()
    coach.close()
    return sitting.id


def chosen(app: CoachApp) -> str | None:
    option = app.screen.query_one("#problems", OptionList).highlighted_option
    return option and option.id


async def test_an_unfinished_sitting_is_offered_before_another_is_begun(stage: Stage) -> None:
    begun = left(stage, "half a thought")
    async with stage.open((80, 24), Wish(PROBLEM)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ResumeOrNew))
        assert "Payment system · Requirements · 44:00 left · 3 words" in " ".join(shown(app).replace("│", " ").split())
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)
        app.open_briefing(Wish(PROBLEM))
        await pilot.press("enter")
        screen = await stage.seated(app, pilot)
        assert screen.sitting.id == begun and screen.answer.text == "half a thought"


async def test_another_one_can_still_be_begun(stage: Stage) -> None:
    left(stage, "half a thought")
    async with stage.open((80, 24), Wish(PROBLEM)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ResumeOrNew))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, BriefingScreen))


async def test_all_that_waits_can_be_reached_and_is_not_called_new(stage: Stage) -> None:
    coach = stage.coach()
    for slug in ("url-shortener", *[PROBLEM] * 4):
        coach.start(slug).stop()
    coach.close()
    async with stage.open() as (app, pilot):
        assert shown(app).count("▶ Resume") == 3 and "▶ 2 more unfinished  (r)" in shown(app)
        assert "Suggested next: URL shortener – begun and not finished" in shown(app)
        await pilot.press("home", "down", "down", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        assert shown(app).count("not begun") == 5


async def test_home_stands_on_the_sitting_that_was_left(stage: Stage) -> None:
    older, newer = left(stage, "an older one"), left(stage, "a newer one")
    async with stage.open() as (app, pilot):
        assert f"resume:{newer}" == chosen(app)
        await pilot.press("home", "down", "enter")
        assert (await stage.seated(app, pilot)).sitting.id == older
        stage.now += 60
        await pilot.press("f9")
        assert isinstance(app.screen, HomeScreen) and f"resume:{older}" == chosen(app)
        await pilot.press("slash", *"url", "enter")
        await until(pilot, lambda: isinstance(app.screen, BriefingScreen))
        await pilot.press("enter")
        begun = await stage.seated(app, pilot)
        await pilot.press("x", "f9")
        assert f"resume:{begun.sitting.id}" == chosen(app)


def test_of_several_the_one_with_words_is_resumed(stage: Stage) -> None:
    written, empty = left(stage, "words"), left(stage, "")
    waiting = stage.coach().unfinished()
    assert [row.id for row in waiting] == [empty, written]
    found = to_resume(waiting, PROBLEM)
    assert found is not None and found.id == written
    assert to_resume(waiting, "url-shortener") is None
    found = to_resume(waiting[:1], PROBLEM)
    assert found is not None and found.id == empty


async def test_a_mock_says_that_leaving_is_no_pause(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        screen.answer.text = "so far"
        await pilot.press("f9")
        assert isinstance(pilot.app.screen, LeaveMock) and "has no pause" in shown(pilot.app)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, SittingScreen)
        await pilot.press("ctrl+q")
        assert isinstance(pilot.app.screen, LeaveMock) and pilot.app.is_running
        await pilot.press("ctrl+q")
    assert str(pilot.app.return_value).startswith("Interrupted and kept.")
    (row,) = stage.coach().records.sittings()
    assert row.told == "interrupted" and row.status == "paused" and row.words == 2


async def test_an_interrupted_mock_tells_it_on_its_scorecard(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        screen.answer.text = "so far"
        await pilot.press("f9", "enter")
        assert "Payment system, mock · Requirements · 45:00 left · " in shown(pilot.app)
        stage.now += 360
        await pilot.press("home", "enter")
        again = await stage.seated(pilot.app, pilot)
        await pilot.press("f10", "enter", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ScorecardScreen))
        assert "interrupted for 6:00" in shown(pilot.app) and again.sitting.state.mock


async def test_a_key_pressed_before_the_sitting_is_on_the_screen_does_no_harm(stage: Stage) -> None:
    async with stage.open() as (app, pilot):
        screen = SittingScreen(app.desk.coach.start(PROBLEM), [])
        app.push_screen(screen)
        for key in ("ctrl+t", "f3", "f9"):
            await app._check_bindings(key, priority=True)
        await until(pilot, lambda: screen.is_mounted)
        await pilot.press(*"ok")
        assert app.screen is screen and screen.answer.text == "ok"


async def test_a_sitting_that_nobody_touched_is_not_kept(stage: Stage) -> None:
    async with stage.sitting() as (_, pilot):
        await pilot.press("f9")
        assert isinstance(pilot.app.screen, HomeScreen) and "▶" not in shown(pilot.app)
        assert "so nothing was kept" in told(cast(CoachApp, pilot.app))
    async with stage.sitting(mode="mock") as (_, pilot):
        await pilot.press("ctrl+q")
        assert "it is not kept" in shown(pilot.app) and "resumed" not in shown(pilot.app)
        await pilot.press("enter")
    assert pilot.app.return_value == "Nothing was written or asked, so nothing was kept."
    assert stage.coach().records.sittings() == []


async def test_a_letter_typed_right_before_it_is_left_is_kept(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.insert("x")
        screen.action_leave()
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen) and "▶ Resume" in shown(pilot.app)


async def test_a_sitting_that_is_cut_off_is_kept_even_if_nobody_touched_it(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.coach_app.leave_at_once(143)
        await until(pilot, lambda: not pilot.app.is_running)
    assert [row.id for row in stage.coach().unfinished()] == [screen.sitting.id]


async def test_practice_is_left_without_a_word(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("x", "f9")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert screen.sitting.state.status == "paused" and stage.coach().records.sittings()[0].told == "paused"


async def test_nothing_written_is_nothing_to_hand_in(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("f10")
        assert pilot.app.screen is screen and "nothing to grade" in shown(pilot.app)
        await pilot.press(*"x", "f10")
        assert "Hand in?" in shown(pilot.app)


async def test_an_empty_mock_that_ran_out_of_time_asks_for_no_guess(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        for _ in PHASES[1:-1]:
            await pilot.press("ctrl+n", "enter")
        await pilot.press("ctrl+n", "ctrl+n", "enter")  # once to hear what comes up
        await pilot.press("ctrl+n")
        assert pilot.app.screen is screen
        stage.now += 3600
        screen.tick()
        await until(pilot, lambda: isinstance(pilot.app.screen, ScorecardScreen))


async def test_ctrl_c_says_in_one_sentence_how_to_leave(stage: Stage) -> None:
    async with stage.sitting() as (_, pilot):
        await pilot.press("ctrl+c", "ctrl+c")
        assert "ctrl+q quits" in shown(pilot.app).split("\n")[-2] and not told(cast(CoachApp, pilot.app))
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.press("ctrl+c", "ctrl+c")
        assert told(cast(CoachApp, pilot.app)).count("ctrl+q") == 1


async def test_home_stands_on_the_problem_that_was_handed_in(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = "Charge and refund."
        await pilot.press("f10", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PredictionScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ScorecardScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert chosen(cast(CoachApp, pilot.app)) == PROBLEM
