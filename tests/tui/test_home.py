"""Home, briefing, settings, review: what they show and where they lead."""

from __future__ import annotations

from threading import Event

import pytest
from stage import PROBLEM, Stage, shown, told, until
from textual.events import Paste
from textual.widgets import Input

from interviewcoach.coach import Coach
from interviewcoach.content.catalogue import SetAside
from interviewcoach.content.locate import Shelf
from interviewcoach.errors import EnvironmentFault
from interviewcoach.tui.app import CoachApp
from interviewcoach.tui.screens.briefing import BriefingScreen
from interviewcoach.tui.screens.home import HomeScreen
from interviewcoach.tui.screens.review import ReviewScreen
from interviewcoach.tui.screens.sitting import SittingScreen
from interviewcoach.tui.wish import Wish


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_home_lists_the_curriculum_by_phase(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.open(size) as (app, _):
        text = shown(app)
        assert "0 of 22 practised (p) · level senior (s)" in text and "1 Foundations" in text and "URL shortener" in text
        assert "Suggested next: URL shortener" in text and "f1 help" in text.split("\n")[-1]
        head = next(row for row in text.split("\n") if "1 Foundations" in row)
        dots = next(row for row in text.split("\n") if "○○○○○" in row)
        assert head.index("skills ") + 1 == dots.index("○○○○○"), "the dots have a heading"


async def test_searching_narrows_as_one_types_and_enter_opens(stage: Stage) -> None:
    async with stage.open() as (app, pilot):
        await pilot.press("slash", *"payment")
        text = shown(app)
        assert "Payment system" in text and "URL shortener" not in text.replace("next: URL shortener", "")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, BriefingScreen))
        assert "online marketplace takes money" in shown(app)
        await pilot.press("escape")
        assert "URL shortener  " in shown(app)


def foot(app: CoachApp) -> str:
    return shown(app).split("\n")[-1]


async def test_after_a_search_the_list_has_the_keys_again(stage: Stage) -> None:
    async with stage.open() as (app, pilot):
        await pilot.press("slash", *"payment", "enter")
        await until(pilot, lambda: isinstance(app.screen, BriefingScreen))
        await pilot.press("enter")
        await stage.seated(app, pilot)
        app.leave_sitting()
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert app.screen.query_one("#problems").has_focus and "r review" in foot(app)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert app.screen.query_one("#find", Input).value == ""


@pytest.mark.parametrize("way_back", ["home", "down"])
async def test_whoever_comes_back_to_the_first_row_sees_the_headings_above_it(stage: Stage, way_back: str) -> None:
    async with stage.open() as (app, pilot):
        await pilot.press("end")
        await until(pilot, lambda: "1 Foundations" not in shown(app))
        await pilot.press(way_back)
        await until(pilot, lambda: "›  URL shortener" in shown(app))
        assert "1 Foundations" in shown(app) and "sittings" in shown(app)


@pytest.mark.parametrize("way_in", ["tab", "slash"])
async def test_the_search_tells_its_own_keys_and_shows_that_it_has_them(stage: Stage, way_in: str) -> None:
    async with stage.open() as (app, pilot):
        before = shown(app).split("\n")[2]
        await pilot.press(way_in)
        assert foot(app).split() == "enter open ↓ list escape all problems ctrl+q quit f1 help".split()
        assert shown(app).split("\n")[2] != before, "seen without colours"
        await pilot.press("down")
        assert "m mock   r review" in foot(app) and shown(app).split("\n")[2] == before


async def test_the_search_in_the_sittings_tells_its_own_keys(stage: Stage) -> None:
    async with stage.open() as (app, pilot):
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        assert "/ find" in foot(app)
        await pilot.press("slash")
        assert foot(app).split() == "↓ list escape all sittings ctrl+q quit f1 help".split()
        await pilot.press("down")
        assert "/ find" in foot(app) and "escape all" not in foot(app)


async def test_the_briefing_gives_nothing_away_and_takes_level_mode_and_time(stage: Stage) -> None:
    async with stage.open((120, 40), Wish(PROBLEM)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BriefingScreen))
        text = shown(app)
        problem = stage.assessor.catalogue.problem(PROBLEM)
        assert problem.expectations.senior[:40] not in text and problem.curveballs[0].says[:30] not in text
        assert "8 min" in text and "senior: " in text and "practice: " in text
        await pilot.press("l", "t")
        assert "staff: " in shown(app) and "50 minutes" in shown(app)
        await pilot.press("t")
        assert "untimed" in shown(app)
        await pilot.press("m")
        assert "mock: " in shown(app) and "untimed" not in shown(app)
        await pilot.press("enter")
        screen = await stage.seated(app, pilot)
        setup = screen.sitting.state.setup
        assert (setup.mode, setup.level, setup.plan.timed, setup.plan.total) == ("mock", "staff", True, 50 * 60_000)


async def test_settings_are_kept(stage: Stage) -> None:
    async with stage.open() as (app, pilot):
        await pilot.press("s", "enter", "down", "enter")
        assert app.theme == "light" and "staff" in shown(app)
        await pilot.press("end", "enter", *"ed", "enter")
        assert "ed" in shown(app)
        await pilot.press("escape")
        assert "level staff" in shown(app)
    async with stage.open() as (app, _):
        assert app.theme == "light" and app.desk.setting("editor") == "ed"


async def test_a_terminal_that_is_too_small_says_so_and_nothing_is_lost(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press(*"kept")
        await pilot.resize_terminal(59, 24)
        await until(pilot, lambda: "needs 60x20" in shown(pilot.app))
        await pilot.press(*" tos", "backspace", "o", "enter", "-", "f4", "ctrl+d")
        pilot.app.screen.post_message(Paste(" [/x]"))
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: isinstance(pilot.app.screen, SittingScreen))
        assert screen.answer.text == "kept too\n- [/x]" and screen.answer.has_focus and "kept" in shown(pilot.app)


def names(app: CoachApp) -> list[str]:
    return [type(screen).__name__ for screen in app.screen_stack[2:]]


async def test_that_the_terminal_is_too_small_is_told_once_and_over_all(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        app = screen.coach_app
        screen.answer.text = "kept"
        await pilot.resize_terminal(40, 10)
        await until(pilot, lambda: names(app) == ["SittingScreen", "TooSmall"])
        await pilot.press("ctrl+q")
        await until(pilot, lambda: names(app) == ["SittingScreen", "LeaveMock"] and "A mock interview has no" in shown(app))
        await pilot.resize_terminal(42, 11)
        await pilot.press("escape")
        await until(pilot, lambda: names(app) == ["SittingScreen", "TooSmall"] and "42x11" in shown(app))
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: names(app) == ["SittingScreen"])
        await pilot.resize_terminal(40, 10)
        stage.now += 3600
        screen.tick()
        await until(pilot, lambda: names(app) == ["PredictionScreen", "TooSmall"] and "40x10" in shown(app))
        await pilot.press("1")
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: names(app) == ["PredictionScreen"] and "Time is over" in shown(app))


async def test_a_fault_at_the_start_is_handed_on(stage: Stage) -> None:
    def broken() -> object:
        raise EnvironmentFault("the database is newer than the program", mend="update interviewcoach")

    app = CoachApp(broken)  # type: ignore[arg-type]
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.fault or not app.is_running)
    assert isinstance(app.fault, EnvironmentFault)


async def test_a_key_pressed_while_the_records_are_opened_does_no_harm(stage: Stage) -> None:
    may_open = Event()

    def slowly() -> Coach:
        may_open.wait(20)
        return stage.coach()

    app = CoachApp(slowly)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.screen.is_mounted)
        await pilot.press("m", "p", "s", "enter")
        may_open.set()
        await until(pilot, lambda: app.is_open)
        assert app.is_running and isinstance(app.screen, HomeScreen)


async def test_a_problem_without_content_is_not_opened(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage.assessor.catalogue, "rubric_path", lambda slug: stage.folder / f"{slug}.yaml")
    async with stage.open() as (app, pilot):
        app.open_briefing(Wish(PROBLEM))
        await until(pilot, lambda: "but cannot be practised" in shown(app))
        assert isinstance(app.screen, HomeScreen)


async def test_home_tells_of_a_pack_that_is_left_out(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage.assessor.catalogue, "set_aside", [SetAside(Shelf(stage.folder / "pack", built_in=False), [])])
    async with stage.open((120, 30)) as (app, pilot):
        await until(pilot, lambda: "is left out: there is no such" in told(app))


async def test_a_pack_may_number_its_phases_as_it_likes(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, ours = stage.assessor.catalogue.curricula[0]
    phase = ours.phases[0].model_copy(update={"title": "Mine"})
    mine = ours.model_copy(update={"phases": (phase,), "problems": ours.problems[-1:]})
    mine = mine.model_copy(update={"problems": (mine.problems[0].model_copy(update={"phase": phase.number}),)})
    rest = ours.model_copy(update={"problems": ours.problems[:-1]})
    monkeypatch.setattr(stage.assessor.catalogue, "curricula", [(shelf, rest), (shelf, mine)])
    async with stage.open((100, 60)) as (app, _):
        headings = [row.strip() for row in shown(app).split("\n") if row.strip().startswith("1 ")]
        assert len(headings) == 2 and headings[0].startswith("1 Foundations") and headings[1].startswith("1 Mine")


async def test_a_problem_is_found_by_the_title_of_a_skill(stage: Stage) -> None:
    async with stage.open() as (app, pilot):
        await pilot.press("slash", *"garbage")
        await until(pilot, lambda: "Stock exchange" in shown(app) and "Payment system" not in shown(app))
