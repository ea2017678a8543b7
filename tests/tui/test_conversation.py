"""The pane beside the answer: what was said can be read again, and what was asked can be asked again, by keys alone."""

from __future__ import annotations

import pytest
from stage import Stage, shown, until
from textual.pilot import Pilot

from interviewcoach.interview import events as ev
from interviewcoach.tui.screens.sitting import SittingScreen
from interviewcoach.tui.talk import Turn, turns, turns_of
from interviewcoach.tui.widgets.box import SayBox
from interviewcoach.tui.widgets.interviewer import InterviewerPanel

ASKED = ("how many payments per day?", "what share of payments fails?", "which currencies?", "do we keep card numbers?")


async def ask_all(screen: SittingScreen, pilot: Pilot[None]) -> SayBox:
    await pilot.press("f2")
    for question in ASKED:
        screen.ask(question)
    await until(pilot, lambda: len(screen.query(".turn")) >= 2 * len(ASKED))
    return screen.query_one(SayBox)


async def test_page_keys_scroll_what_was_said_while_the_box_below_has_the_focus(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        box = await ask_all(screen, pilot)
        await pilot.press(*"so")
        assert "how many payments" not in shown(pilot.app)
        await pilot.press(*["pageup"] * 4)
        assert "how many payments" in shown(pilot.app) and box.has_focus
        await pilot.press("pagedown", "pagedown", "pagedown", "pagedown", "f")
        assert "how many payments" not in shown(pilot.app) and box.text == "sof"
        await pilot.press(*["pageup"] * 4)
        screen.ask("and one more?")
        await until(pilot, lambda: "and one more?" in shown(pilot.app))


async def test_up_and_down_bring_back_what_was_asked(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        box = await ask_all(screen, pilot)
        await pilot.press(*"half", "up")
        assert box.text == ASKED[-1]
        await pilot.press("up", "up", "up", "up")
        assert box.text == ASKED[0]
        await pilot.press("down", "down")
        assert box.text == ASKED[2]
        await pilot.press("down", "down", "down")
        assert box.text == "half"
        await pilot.press("up", "backspace", *" now?", "enter")
        await pilot.pause()
        assert screen.sitting.state.questions[-1].question == "do we keep card numbers now?" and box.text == ""
        await pilot.press("up")
        assert box.text == "do we keep card numbers now?"


async def test_in_a_text_of_several_lines_up_moves_the_caret_first(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        box = await ask_all(screen, pilot)
        await pilot.press(*"one", "ctrl+j", *"two", "up")
        assert box.text == "one\ntwo" and box.cursor_location[0] == 0
        await pilot.press("up")
        assert box.text == ASKED[-1]
        await pilot.press("down")
        assert box.text == "one\ntwo"


async def test_where_nothing_was_asked_up_leaves_what_is_being_written(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("f2", *"so", "up", "down", "pageup", *"me")
        assert screen.query_one(SayBox).text == "some"


async def test_what_is_brought_back_while_a_reply_is_waited_for_asks_all_the_same(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await ask_all(screen, pilot)
        await pilot.press("ctrl+n")
        screen.answer.text = "client -> service -> store"
        await pilot.press("ctrl+g", "up", "enter")
        await pilot.pause()
        state = screen.sitting.state
        assert state.probes and not state.replies and state.questions[-1].question == ASKED[-1]


async def test_a_reply_goes_to_the_question_that_is_shown(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+n")
        screen.answer.text = "client -> service -> store"
        await pilot.press("ctrl+g", "escape", "ctrl+g")
        first, second = screen.sitting.state.probes
        assert f"to: {second.text[:15]}" in shown(pilot.app)
        await pilot.press(*"yes", "enter")
        await until(pilot, lambda: f"to: {first.text[:15]}" in shown(pilot.app))
        await pilot.press(*"no")
        assert screen.hear_probe()
        await pilot.pause()
        assert f"to: {first.text[:15]}" in shown(pilot.app), "it was begun for this one"
        await pilot.press("enter")
        await pilot.pause()
        assert [(reply.to, reply.text) for reply in screen.sitting.state.replies] == [(second.id, "yes"), (first.id, "no")]


async def test_help_tells_of_these_keys(stage: Stage) -> None:
    async with stage.sitting(size=(140, 60)) as (_, pilot):
        await pilot.press("f1")
        assert "pgup and pgdn scroll what was said, up and down bring back" in " ".join(shown(pilot.app).split())


@pytest.mark.parametrize("mode", ["practice", "mock"])
async def test_what_was_said_is_told_alike_live_and_after_a_resume(stage: Stage, mode: str) -> None:
    async with stage.sitting(mode=mode) as (screen, pilot):
        go_on = ("ctrl+n", "enter") if mode == "mock" else ("ctrl+n",)
        screen.ask(ASKED[0])
        screen.answer.text = "Card payments, at most once each."
        if mode == "practice":
            await pilot.press("ctrl+t", "enter")
        await pilot.press(*go_on)
        screen.answer.text = "A ledger in Postgres, and a queue for the payouts."
        await pilot.press(*go_on, "f2", *"yes", "enter")
        await pilot.press("escape", "ctrl+n", "enter")
        live = screen.query_one(InterviewerPanel).turns
        assert [turn.who for turn in live].count("you") == 2 and len(live) >= 5
        kept = screen.coach_app.past(screen.sitting.id)
        assert kept and turns(kept.events) == live


async def test_a_hint_on_something_else_is_asked_for(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press(*("ctrl+t", "enter") * 3, "ctrl+t")
        hints = screen.sitting.state.hints
        assert [hint.step for hint in hints] == [1, 2, 3] and len({hint.criterion for hint in hints}) == 1
        told = shown(pilot.app)
        assert "That was the last hint on this. The next hint is on" in told and "what that earns: to 80%" in told
        await pilot.press("escape")
        assert pilot.app.screen is screen and len(screen.sitting.state.hints) == 3
        await pilot.press("ctrl+t")
        await pilot.press("enter", "ctrl+t", "enter")
        further = screen.sitting.state.hints[3:]
        assert [hint.step for hint in further] == [1, 2] and further[0].criterion != hints[0].criterion


async def test_a_hint_in_the_next_phase_is_asked_for_as_well(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+t", "enter", "ctrl+n", "ctrl+t")
        told = shown(pilot.app)
        assert "The next hint is on something else" in told and "the last hint" not in told
        await pilot.press("enter")
        assert [hint.step for hint in screen.sitting.state.hints] == [1, 1]


async def test_a_reply_is_acknowledged_now_and_when_the_sitting_is_taken_up_again(stage: Stage) -> None:
    async with stage.sitting((120, 40)) as (screen, pilot):
        await pilot.press("ctrl+n", "ctrl+g", *"so", "enter")
        await until(pilot, lambda: "Noted. It counts in full" in shown(pilot.app))
        replied = screen.sitting.state.replies
        assert [reply.text for reply in replied] == ["so"]
        panel = screen.query_one(InterviewerPanel)
        assert panel.turns[-2:] == turns_of(ev.Replied(0, "deep_dive", replied[0])) and panel.question is None


async def test_a_further_step_tells_its_price_and_what_it_goes_on_from(stage: Stage) -> None:
    async with stage.sitting((120, 40)) as (screen, pilot):
        await pilot.press("ctrl+t", "enter", "ctrl+t")
        told = " ".join(shown(pilot.app).replace("│", " ").split())
        assert "Step 2 of 3 on the same criterion" in told and "from 80% to 60%" in told
        assert len(screen.sitting.state.hints) == 1 and screen.sitting.state.hints[0].text[:30] in told
        await pilot.press("escape")
        assert len(screen.sitting.state.hints) == 1


async def test_a_reply_can_be_put_into_the_answer(stage: Stage) -> None:
    async with stage.sitting((120, 40)) as (screen, pilot):
        await pilot.press("ctrl+n", *"- a", "ctrl+g")
        await until(pilot, lambda: screen.asked)
        await pilot.press("ctrl+f")
        assert "You have not replied to anything yet." in shown(pilot.app)
        await pilot.press(*"keys expire", "enter", "ctrl+f")
        assert screen.answer.text == "- a\nkeys expire" and "Your reply is in the answer." in shown(pilot.app)


async def test_an_answer_too_long_to_be_seen_at_once_is_read_from_the_question_on(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await ask_all(screen, pilot)
        panel = screen.query_one(InterviewerPanel)
        panel.add(Turn("you", "what now?"), Turn("they", "First words. " + "Many words follow. " * 40 + "The end."))
        await until(pilot, lambda: "what now?" in shown(pilot.app) and "First words" in shown(pilot.app))
        assert "The end." not in shown(pilot.app)
        panel.add(Turn("you", "and then?"), Turn("they", "Short."))
        await until(pilot, lambda: "Short." in shown(pilot.app) and "The end." in shown(pilot.app))
