"""How a sitting begins and is taken up again: while it is being made, after a break, in a second window."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event
from typing import Any

import pytest
from stage import PROBLEM, Stage, shown, until
from textual.events import Key, Paste

from interviewcoach.interview import commands as cmd
from interviewcoach.records.database import reading
from interviewcoach.sitting import Sitting
from interviewcoach.tui import seating
from interviewcoach.tui.app import CoachApp
from interviewcoach.tui.key_order import keys_taken
from interviewcoach.tui.screens.briefing import BriefingScreen
from interviewcoach.tui.screens.dialogs import Paused
from interviewcoach.tui.screens.home import HomeScreen
from interviewcoach.tui.screens.opening import Opening
from interviewcoach.tui.screens.sitting import SittingScreen
from interviewcoach.tui.widgets.box import Box
from interviewcoach.tui.wish import Wish


async def test_what_is_typed_while_the_sitting_is_being_made_stands_in_the_answer(stage: Stage) -> None:
    async with stage.open(wish=Wish(problem=PROBLEM)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BriefingScreen) and app.screen.is_mounted)
        app.post_message(Key("enter", None))
        for sign in "m[x]lt":
            app.post_message(Key(sign, sign))
            app.post_message(Key("enter", None))
        seated = await stage.seated(app, pilot)
        await until(pilot, lambda: seated.answer.text)
        assert seated.answer.text.split("\n") == [*"m[x]lt", ""]
        assert seated.sitting.state.setup.level == "senior" and not seated.sitting.state.mock


async def test_a_sitting_that_takes_long_to_make_says_so_and_loses_no_key(stage: Stage) -> None:
    made = Event()
    async with stage.open((80, 24), Wish(PROBLEM)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BriefingScreen))
        make = app.desk.coach.start
        app.desk.coach.start = lambda *given, **how: made.wait(60) and make(*given, **how)  # type: ignore[method-assign]
        await pilot.press("enter")
        await until(pilot, lambda: "Getting the interviewer ready …" in shown(app))
        words = "every word of it, whenever it was typed"
        for number, sign in enumerate(words):
            if number == 9:
                made.set()
            app.post_message(Key({" ": "space", ",": "comma"}.get(sign, sign), sign))
            if number % 5 == 0:
                await asyncio.sleep(0.01)
        seated = await stage.seated(app, pilot)
        await until(pilot, lambda: len(seated.answer.text) == len(words))
        assert seated.answer.text == words and "Getting the interviewer" not in shown(app)


async def test_a_letter_that_comes_while_one_screen_makes_room_for_the_other_is_not_lost(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stage.open((80, 24), Wish(PROBLEM)) as (app, pilot):

        async def type_on_a_slow_machine(by: Any) -> None:
            await keys_taken(by)
            app.uppermost.call_later(asyncio.sleep, 0.3)
            for sign in "cope":
                app.post_message(Key(sign, sign))
            await asyncio.sleep(0.1)

        monkeypatch.setattr(seating, "keys_taken", type_on_a_slow_machine)
        await until(pilot, lambda: isinstance(app.screen, BriefingScreen))
        app.post_message(Key("enter", None))
        app.post_message(Key("S", "S"))
        seated = await stage.seated(app, pilot)
        await until(pilot, lambda: len(seated.answer.text) == len("Scope"))
        assert seated.answer.text == "Scope"


@pytest.mark.parametrize("how", ["begun", "resumed", "paused"])
async def test_each_key_pressed_before_the_answer_stands_does_what_it_does_there(stage: Stage, how: str) -> None:
    coach = stage.coach()
    sitting = coach.start(PROBLEM)
    sitting.do(cmd.Begin())
    sitting.draft("requirements", "old")
    if how == "paused":
        sitting.do(cmd.Pause())
    sitting.stop()
    coach.close()
    async with stage.open((80, 24)) as (app, pilot):
        async with held_up(app, "start" if how == "begun" else "resume") as go:
            app.start(Wish(PROBLEM, level="senior", minutes=45)) if how == "begun" else app.resume(sitting.id)
            for key in ("backspace", "enter", "a", "b", "backspace", "c", "f4", "d"):
                app.post_message(Key(key, key if len(key) == 1 else None))
            app.post_message(Paste("[e]"))
            await pilot.pause()
            go.set()
            await until(pilot, lambda: isinstance(app.live, Sitting) and app.live.text("notes") == "d[e]")
        assert app.live is not None and app.live.text("requirements") == ("ac" if how == "begun" else "oldac")
        assert isinstance(app.uppermost, Paused) is (how == "paused")


@pytest.mark.parametrize("where", ["home", "question", "review"])
async def test_what_is_typed_right_behind_the_enter_that_takes_a_sitting_up_goes_into_it(stage: Stage, where: str) -> None:
    coach = stage.coach()
    sitting = coach.start(PROBLEM)
    sitting.do(cmd.Begin())
    sitting.stop()
    coach.close()
    async with stage.open((80, 24), Wish(PROBLEM) if where == "question" else None) as (app, pilot):
        told = "enter resumes it" if where == "question" else "Resume  Payment system"
        await until(pilot, lambda: told in shown(app))
        if where == "review":
            await pilot.press("r")
            await until(pilot, lambda: "1 shown" in shown(app))
        elif where == "home":
            await pilot.press("home")
        for key in ("enter", *"qmrps"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        again = await stage.seated(app, pilot)
        await until(pilot, lambda: again.answer.text)
        assert again.answer.text == "qmrps"


@asynccontextmanager
async def held_up(app: CoachApp, call: str) -> AsyncIterator[Event]:
    """Calls of the coach that go on once the event is set; at the end all of them have come back."""
    go, begun, done = Event(), [], []
    real = getattr(app.desk.coach, call)

    def slow(*given: Any, **how: Any) -> Any:
        begun.append(call)
        go.wait(60)
        try:
            return real(*given, **how)
        finally:
            done.append(call)

    setattr(app.desk.coach, call, slow)
    try:
        yield go
    finally:
        go.set()
        while len(done) < len(begun):
            await asyncio.sleep(0.02)


def leases(app: CoachApp) -> int:
    app.desk.coach.records.flush()
    with reading(app.desk.coach.records.path) as db:
        (count,) = db.execute("SELECT count(*) FROM leases").fetchone()
    return int(count)


async def test_who_goes_back_while_a_sitting_is_being_made_gets_none(stage: Stage) -> None:
    async with stage.open((80, 24), Wish(PROBLEM)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BriefingScreen))
        async with held_up(app, "start") as go:
            for _ in range(2):
                await pilot.press("enter")
                await until(pilot, lambda: isinstance(app.screen, Opening))
                await pilot.press("escape")
                await until(pilot, lambda: isinstance(app.screen, BriefingScreen))
            await pilot.press("enter")
            go.set()
            screen = await stage.seated(app, pilot)
        await until(pilot, lambda: leases(app) == 1)
        assert app.live is screen.sitting
        assert [row.id for row in app.desk.coach.records.sittings()] == [screen.sitting.id]
        await pilot.press("f9")
        await until(pilot, lambda: leases(app) == 0)


async def test_who_goes_back_while_a_sitting_is_taken_up_finds_it_waiting(stage: Stage) -> None:
    coach = stage.coach()
    sitting = coach.start(PROBLEM)
    sitting.do(cmd.Begin())
    sitting.stop()
    coach.close()
    async with stage.open() as (app, pilot):
        async with held_up(app, "resume") as go:
            app.resume(sitting.id)
            await until(pilot, lambda: isinstance(app.screen, Opening))
            await pilot.press("escape")
            go.set()
        await until(pilot, lambda: leases(app) == 0)
        assert isinstance(app.screen, HomeScreen) and app.live is None
        assert [(row.id, row.status) for row in app.desk.coach.unfinished()] == [(sitting.id, "paused")]


async def test_who_goes_back_while_the_program_opens_stays_at_home(stage: Stage) -> None:
    go, coach = Event(), stage.coach()
    app = CoachApp(lambda: (go.wait(60), coach)[1], Wish(PROBLEM))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Opening …" in shown(app))
        await pilot.press("escape")
        go.set()
        await until(pilot, lambda: "URL shortener" in shown(app))
        assert isinstance(app.screen, HomeScreen)
    coach.close()


async def test_a_grade_that_comes_late_interrupts_no_other_sitting(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        app = screen.coach_app
        async with held_up(app, "finish") as go:
            stage.now += 3600
            screen.tick()
            await until(pilot, lambda: isinstance(app.screen, HomeScreen))
            app.start(Wish("url-shortener", level="senior", minutes=45))
            other = await stage.seated(app, pilot)
            go.set()
            await until(pilot, lambda: "scored: r at home" in " ".join(shown(app).split()))
        assert app.screen is other and other.sitting.state.status == "running"


async def test_the_interviewer_is_made_while_the_statement_is_read(stage: Stage) -> None:
    async with stage.open() as (app, pilot):
        asked: list[str] = []
        app.desk.coach.make_ready = asked.append  # type: ignore[method-assign]
        app.open_briefing(Wish(PROBLEM))
        await until(pilot, lambda: asked == [PROBLEM])


async def test_keys_pressed_before_the_program_stands_do_nothing_on_the_home_screen(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = "mine"
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.return_value)
    coach = stage.coach()
    app = CoachApp(lambda: coach, Wish(resume=screen.sitting.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Opening | SittingScreen))
        await pilot.press(*"/too")
        again = await stage.seated(app, pilot)
        await until(pilot, lambda: again.answer.text == "mine/too")
    coach.close()


async def test_a_question_half_typed_is_there_again_when_the_sitting_is_resumed(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("f2", *"how many [users]")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.return_value)
        sitting = screen.sitting.id
    async with stage.open() as (app, pilot):
        app.resume(sitting)
        again = await stage.seated(app, pilot)
        await pilot.press("f2")
        assert "how many [users]" in shown(app)
        await pilot.press(*" a day", "enter")
        await pilot.pause()
        assert again.sitting.state.questions[-1].question == "how many [users] a day"
        assert again.sitting.text("saying") == ""


async def test_a_second_window_may_only_read(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = "mine"
        await pilot.pause()
        stage.coaches[0].records.flush()
        other = stage.coach().resume(screen.sitting.id)
        assert other.read_only
        async with stage.open() as (app, second):
            app.resume(screen.sitting.id)
            reader = await stage.seated(app, second)
            await second.press(*"zz")
            assert reader.answer.text == "mine" and "read only" in shown(app)


async def test_a_window_that_may_only_read_follows_the_other_and_offers_what_acts(stage: Stage) -> None:
    coach = stage.coach()
    sitting = coach.start(PROBLEM)
    sitting.do(cmd.Begin())
    sitting.draft("requirements", "mine")
    coach.records.flush()
    async with stage.open((120, 40)) as (app, pilot):
        app.resume(sitting.id)
        reader = await stage.seated(app, pilot)
        keys = shown(app).split("\n")[-1]
        assert "ctrl+n" not in keys and "ctrl+o" not in keys and "f2 interviewer" in keys and "f9 leave" in keys
        sitting.draft("requirements", "mine and more")
        sitting.draft("notes", "a note")
        sitting.ask("how many payments a day")
        coach.records.flush()
        await until(pilot, lambda: reader.answer.text == "mine and more" and reader.query_one("#notes", Box).text == "a note")
        await until(pilot, lambda: "how many payments a day" in shown(app) and "10 million payments" in shown(app))
        reader.answer.move_cursor((0, 2))
        sitting.draft("requirements", "mine and more\nlines")
        sitting.tick()
        coach.records.flush()
        await until(pilot, lambda: reader.answer.text.endswith("lines"))
        assert reader.answer.cursor_location == (0, 2) and reader.query_one("#notes", Box).text == "a note"


async def test_home_tells_what_another_window_has_done_when_one_comes_back(stage: Stage) -> None:
    coach = stage.coach()
    sitting = coach.start(PROBLEM)
    sitting.do(cmd.Begin())
    sitting.draft("requirements", "mine")
    coach.records.flush()
    async with stage.open() as (app, pilot):
        assert "Payment system · Requirements" in shown(app)
        await pilot.press("r")
        sitting.do(cmd.Next())
        coach.records.flush()
        await pilot.press("escape")
        await until(pilot, lambda: "Payment system · High-level design" in shown(app))


async def test_a_window_that_could_only_read_goes_on_once_the_other_has_closed(stage: Stage) -> None:
    coach = stage.coach()
    sitting = coach.start(PROBLEM)
    sitting.do(cmd.Begin())
    sitting.draft("requirements", "mine")
    coach.records.flush()
    async with stage.open() as (app, pilot):
        assert "▷ Look at " in shown(app) and "open in another window" in shown(app)
        app.resume(sitting.id)
        reader = await stage.seated(app, pilot)
        await pilot.press("enter")
        assert app.screen is reader and "running in another window" in shown(app)
        sitting.draft("requirements", "mine and more")
        sitting.stop()
        coach.records.flush()
        await until(pilot, lambda: "! the other window has closed: enter goes on here" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is not reader and isinstance(app.screen, SittingScreen))
        writer = await stage.seated(app, pilot)
        await pilot.press("!")
        assert writer.answer.text == "mine and more!" and writer.sitting.state.status == "running"
