"""A sitting at the usual sizes: what is typed is kept, what is said is shown, the clock is told in words."""

from __future__ import annotations

from functools import partial

import pytest
from stage import ANSWER, PROBLEM, Stage, shown, until

from interviewcoach.interview.protocol import PHASES
from interviewcoach.tui.moments import steps_of
from interviewcoach.tui.screens.dialogs import Confirm, Paused
from interviewcoach.tui.screens.home import HomeScreen
from interviewcoach.tui.screens.prediction import PredictionScreen
from interviewcoach.tui.screens.scorecard import ScorecardScreen
from interviewcoach.tui.screens.sitting import SittingScreen
from interviewcoach.tui.widgets.calculator import CalculatorPanel
from interviewcoach.tui.widgets.rail import Rail


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_sitting_fits_its_screen(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.sitting(size) as (screen, pilot):
        await pilot.press(*"ok")
        await stage.pass_by(screen, pilot, 62)
        text = shown(pilot.app)
        lines = text.split("\n")
        assert len(lines) == size[1] and "Payment system" in lines[0] and "on pace" in lines[0]
        assert "① Req" in lines[1] and "④ Wrap" in lines[1] and "1:02 of 8" in lines[1]
        assert "Find out what the system must do" in text and "□ Which flows" in text
        assert "1 word" in lines[-2] and "ctrl+n" in lines[-1] and "f1 help" in lines[-1]
        assert ("Ask (enter sends)" in text) is (size[0] >= 120)


async def test_a_whole_sitting_leads_to_its_scorecard(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        for phase in PHASES:
            screen.answer.text = ANSWER[phase]
            await stage.pass_by(screen, pilot, 300)
            await pilot.press("ctrl+n")
        assert isinstance(pilot.app.screen, Confirm)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PredictionScreen))
        await pilot.press("2")
        assert "And scoping alone?" in shown(pilot.app)
        await pilot.press(*"43215")
        await until(pilot, lambda: isinstance(pilot.app.screen, ScorecardScreen))
        text = shown(pilot.app)
        assert "Payment system · 20:00 · senior" in text and "You guessed lean no hire" in text and "you said hire" in text
        assert "not a hiring decision" in text
    past = stage.coach().past("last")
    assert past.state.status == "ended" and past.state.texts["deep_dive"] == ANSWER["deep_dive"]
    assert past.stored.card is not None and past.state.prediction is not None
    assert past.state.prediction.axes["estimation"] == 62


async def test_leaving_keeps_everything_and_home_offers_to_go_on(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = "half a thought"
        await stage.pass_by(screen, pilot, 90)
        await pilot.press("f4", *"mine", "f9")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Resume  Payment system · Requirements · 43:" in shown(pilot.app)
        await pilot.press("home", "enter")
        again = await stage.seated(pilot.app, pilot)
        assert again.answer.text == "half a thought" and again.query_one("#notes").text == "mine"
        assert "1:30 of 8" in shown(pilot.app)


async def test_quitting_stops_the_sitting_and_says_how_to_go_on(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = "to be kept"
        await pilot.pause()
        await pilot.press("ctrl+q")
    assert f"practice {PROBLEM} --resume" in str(pilot.app.return_value)
    past = stage.coach().past(screen.sitting.id)
    assert past.state.status == "paused" and past.state.texts["requirements"] == "to be kept"


async def test_the_clock_goes_from_calm_to_warning_to_overtime_in_words(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await stage.pass_by(screen, pilot, 7 * 60 + 15)
        assert "▲ 0:45 left" in shown(pilot.app)
        await stage.pass_by(screen, pilot, 90)
        assert "! over by" in shown(pilot.app)
        await pilot.press("f8")
        assert "of 10" in shown(pilot.app) and "Two more minutes for this phase: 10 is the longest." in shown(pilot.app)


async def test_what_is_left_of_the_longest_time_is_told_as_what_it_is(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+n", "ctrl+n", "f8")
        assert "One more minute for this phase: 20 is the longest." in shown(pilot.app)
        screen.tick()
        await pilot.pause()
        assert "of 20" in shown(pilot.app)
        assert "takes one more minute" in [step.told for step in steps_of(pilot.app.desk.coach.past(screen.sitting.id).events)]  # type: ignore[attr-defined]


async def test_a_mock_asks_before_an_empty_phase_is_left_for_good(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        for how in ("key", "click"):
            if how == "key":
                await pilot.press("ctrl+n")
            else:
                screen.post_message(Rail.Chosen("high_level"))
            await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
            text = " ".join(shown(pilot.app).replace("│", " ").split())
            assert "Nothing is written under Requirements" in text and "no way back" in text
            await pilot.press("escape")
            assert screen.sitting.state.phase == "requirements"
        await pilot.press("ctrl+n", "enter")
        assert screen.sitting.state.phase == "high_level"
        await pilot.press("ctrl+n")
        await stage.pass_by(screen, pilot, 13 * 60 + 1)
        assert screen.sitting.state.phase == "deep_dive"
        await pilot.press("enter")
        assert screen.sitting.state.phase == "deep_dive", "its time was over meanwhile"


async def test_a_mock_asks_before_a_phase_is_left_with_most_of_its_time(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        await pilot.press(*"so")
        await stage.pass_by(screen, pilot, 3 * 60)
        await pilot.press("ctrl+n")
        told = " ".join(shown(pilot.app).replace("│", " ").split())
        assert "5:00 of this phase's 8:00 are left, and a mock has no way back. enter goes on" in told
        await pilot.press("escape")
        assert screen.sitting.state.phase == "requirements"
        await stage.pass_by(screen, pilot, 60)
        await pilot.press("ctrl+n")
        assert screen.sitting.state.phase == "high_level", "with half of it or less nobody is asked"
        await pilot.press(*"so", "ctrl+n", "enter")
        assert screen.sitting.state.phase == "deep_dive"


async def test_a_panel_says_what_it_is_and_how_to_close_it(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        for key, name in (("f2", "Interviewer"), ("f3", "Calculator"), ("f4", "Notes"), ("f5", "Coverage")):
            await pilot.press(key)
            assert f"{name}   {key} closes" in shown(pilot.app)
            if key != "f5":
                await pilot.press("escape")
                assert f"{name}   escape closes" in shown(pilot.app) and screen.panel
                await pilot.press("escape")
            else:
                await pilot.press(key)
            assert not screen.panel and f"{name}   " not in shown(pilot.app)


async def test_beside_a_wide_answer_a_panel_says_how_to_get_there(stage: Stage) -> None:
    async with stage.sitting((120, 40)) as (_, pilot):
        assert "Interviewer   f2 goes there" in shown(pilot.app)
        await pilot.press("f3")
        assert "Calculator   f3 closes" in shown(pilot.app)


@pytest.mark.parametrize(
    ("written", "column", "becomes"),
    [
        ("lifetime one. Custom", 9, "lifetime store ≈ 3 TB one. Custom"),
        ("about .", 6, "about store ≈ 3 TB."),
        ("a b", 2, "a store ≈ 3 TB b"),
        ("so", 2, "so store ≈ 3 TB"),
    ],
)
async def test_a_result_is_set_apart_from_the_words_around_it(stage: Stage, written: str, column: int, becomes: str) -> None:
    async with stage.sitting() as (screen, _):
        screen.answer.text = written
        screen.answer.move_cursor((0, column))
        screen.answer.put_apart("store ≈ 3 TB")
        assert screen.answer.text == becomes


async def test_a_size_without_its_whose_is_told_how_to_be_written(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("f3")
        assert "For example:" in shown(pilot.app)
        screen.query_one(CalculatorPanel).sheet.text = "mem = 50M keys * 100 bytes"
        await pilot.pause()
        assert "▲ write the size per key" in shown(pilot.app)


async def test_pausing_stops_the_clock(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+o")
        assert isinstance(pilot.app.screen, Paused)
        await stage.pass_by(screen, pilot, 600)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SittingScreen))
        assert screen.sitting.state.active == 0 and "0:00 of 8" in shown(pilot.app)


async def test_who_types_into_a_pause_is_told_and_moves_nothing(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = "so far"
        await pilot.press("ctrl+o", *"queue first", "escape", "backspace", "tab", "down")
        assert isinstance(pilot.app.screen, Paused) and screen.sitting.state.status == "paused"
        assert "Nothing is written while the clock is stopped." in shown(pilot.app)
        await pilot.press("enter", "!")
        assert screen.sitting.state.status == "running" and screen.answer.text == "!so far"


async def test_where_there_is_no_hint_no_price_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.sitting() as (screen, pilot):
        monkeypatch.setattr(screen.sitting._interviewer, "hint", lambda situation: None)
        await pilot.press("ctrl+t")
        assert pilot.app.screen is screen and "There is no hint left for this phase." in shown(pilot.app)


async def test_lists_go_on_and_end(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("-", "space", "a", "enter", "b", "enter", "enter")
        assert screen.answer.text == "- a\n- b\n"
        await pilot.press("9", ".", "space", "c", "enter")
        assert screen.answer.text == "- a\n- b\n9. c\n10. "
        await pilot.press("ctrl+z", "ctrl+z")
        assert len(screen.answer.text) < len("- a\n- b\n9. c\n10. ")


async def test_a_line_with_a_question_mark_is_asked_and_its_numbers_can_be_taken(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = "? how many payments per day"
        screen.answer.move_cursor(screen.answer.document.end)
        await pilot.press("enter")
        assert "10 million payments" in shown(pilot.app) and screen.answer.has_focus
        await pilot.press("enter")
        assert len(screen.sitting.state.questions) == 1
        await pilot.press("ctrl+r")
        assert "payments = 10M payments/day" in screen.sitting.text("worksheet")


async def test_the_calculator_works_out_and_gives_its_result_to_the_answer(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("f3")
        screen.query_one(CalculatorPanel).sheet.text = "new = 100M links/month\nstore = new * 5 years * 500 bytes/link"
        screen.query_one(CalculatorPanel).sheet.move_cursor((1, 0))
        await pilot.pause()
        text = shown(pilot.app)
        assert "38.1 links/s" in text and "3 TB" in text
        await pilot.press("ctrl+f")
        assert screen.answer.text == "store ≈ 3 TB"
        await pilot.press("f3")
        assert screen.answer.has_focus and not screen.panel
    assert "new = 100M" in stage.coach().past(screen.sitting.id).state.texts["worksheet"]


async def test_the_calculator_shows_the_line_of_the_caret_and_what_it_comes_to(stage: Stage) -> None:
    long = "row19_that_has_a_very_long_name_so_that_more_is_told = 195 users"
    lines = ["bad = 5 users + 3 GB * 7 seconds", *(f"row{n} = {n * 10 + 5} users" for n in range(1, 19)), long]
    async with stage.sitting() as (screen, pilot):

        def seen(text: str, within: str) -> bool:
            area = screen.query_one(within).region
            return text in "\n".join(row[area.x : area.right] for row in shown(pilot.app).split("\n")[area.y : area.bottom])

        await pilot.press("f3")
        sheet = screen.query_one(CalculatorPanel).sheet
        sheet.text = "\n".join(lines)
        for row, result in ((10, "105 users"), (0, "can't add"), (19, "195 users"), (4, "45 users")):
            sheet.move_cursor((row, 0))
            await until(pilot, partial(seen, result, "#results-scroll"))
            await until(pilot, partial(seen, lines[row][:12], "#sheet"))
        await pilot.press("end", *" * 3")
        await until(pilot, partial(seen, "135 users", "#results-scroll"))


async def test_what_moves_a_result_is_told_where_one_number_moves_it_more(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("f3")
        panel = screen.query_one(CalculatorPanel)
        panel.sheet.text = "new = 100M links/month\nstore = new * 500 bytes/link"
        panel.sheet.move_cursor((1, 0))
        await pilot.pause()
        assert "puts “store" in shown(pilot.app) and "moved most" not in shown(pilot.app)
        panel.sheet.text = "keys = 62^7"
        await pilot.pause()
        assert "moved most by 7" in shown(pilot.app)


async def test_a_mock_moves_on_changes_the_brief_and_has_no_help(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        screen.answer.text = "first"
        await stage.pass_by(screen, pilot, 7 * 60 + 30)
        stage.now += 31
        await stage.pass_by(screen, pilot, 1)
        assert screen.sitting.state.phase == "high_level" and "Now: High-level" in shown(pilot.app)
        await pilot.press("ctrl+b", "ctrl+t")
        assert screen.sitting.state.phase == "high_level" and "gives no hints" in shown(pilot.app)
        screen.answer.text = ANSWER["high_level"]
        await pilot.press("ctrl+n", "enter")
        state = screen.sitting.state
        assert state.phase == "deep_dive" and state.probes and "Your reply" in shown(pilot.app)
        await pilot.press("f2", *"so", "enter")
        assert [reply.to for reply in screen.sitting.state.replies] == [state.probes[0].id]
        assert screen.panel == "interviewer" and "pause" not in shown(pilot.app).split("\n")[-1]


async def test_in_a_mock_something_comes_up_halfway_through_the_deep_dive(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        await pilot.press(*("ctrl+n", "enter") * 2)
        await stage.pass_by(screen, pilot, 9 * 60)
        assert screen.sitting.state.phase == "deep_dive" and not screen.sitting.state.curveball
        await stage.pass_by(screen, pilot, 60)
        assert screen.sitting.state.curveball and "Something comes up. One" in shown(pilot.app)


async def test_who_leaves_the_deep_dive_early_is_still_there_when_something_comes_up(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        await pilot.press(*("ctrl+n", "enter") * 2)
        screen.answer.text = ANSWER["deep_dive"]
        await pilot.press("ctrl+n")
        assert screen.sitting.state.phase == "deep_dive" and screen.sitting.state.curveball
        assert "Before you move on: something comes up" in shown(pilot.app)
        await pilot.press("ctrl+n", "enter")  # most of its time is left
        assert screen.sitting.state.phase == "wrap_up"


async def test_nothing_comes_up_in_the_wrap_up_of_who_was_away(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        stage.now += 42 * 60
        await stage.pass_by(screen, pilot, 30)
        assert screen.sitting.state.phase == "wrap_up" and not screen.sitting.state.curveball


async def test_two_silent_minutes_in_the_deep_dive_bring_one_question(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+n", "ctrl+n")
        await stage.pass_by(screen, pilot, 90)
        assert not screen.sitting.state.probes
        await stage.pass_by(screen, pilot, 60)
        assert len(screen.sitting.state.probes) == 1
        await stage.pass_by(screen, pilot, 300)
        assert len(screen.sitting.state.probes) == 1


async def test_who_asks_to_be_asked_is_where_the_reply_goes(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+n")
        screen.answer.text = ANSWER["high_level"]
        await pilot.press("ctrl+g", *"so", "enter")
        assert [reply.text for reply in screen.sitting.state.replies] == ["so"]
        assert screen.answer.text == ANSWER["high_level"]


async def test_a_question_nobody_asked_for_leaves_the_caret_in_the_answer_and_says_so(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = ANSWER["requirements"]
        await pilot.press("ctrl+n")
        screen.answer.text = ANSWER["high_level"]
        await pilot.press("ctrl+n")
        assert screen.answer.has_focus and "Your reply: press f2" in " ".join(shown(pilot.app).split())
        await pilot.press("f2")
        assert "Your reply (enter" in shown(pilot.app) and "press f2" not in shown(pilot.app)


async def test_hints_come_in_steps(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+t")
        assert "lowers what its criterion earns: to 80%, with" in shown(pilot.app) and not screen.sitting.state.hints
        assert "further steps to 60%, then 40%." in shown(pilot.app)
        await pilot.press("escape", "ctrl+t", "enter", "ctrl+t", "enter")
        assert [hint.step for hint in screen.sitting.state.hints] == [1, 2]
        assert "2 of 3" in shown(pilot.app) and "60%" in shown(pilot.app)


async def test_quitting_before_the_guess_keeps_the_grade(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = ANSWER["deep_dive"]
        await stage.pass_by(screen, pilot, 300)
        for _ in PHASES:
            await pilot.press("ctrl+n")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PredictionScreen))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.return_value)
        assert "review last" in str(pilot.app.return_value)
    coach = stage.coach()
    coach.finish_waiting()
    assert coach.past("last").stored.card is not None
