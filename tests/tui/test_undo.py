"""Text that shrinks under the caret: undo, redo, deleting and replacing, also where the scrollbar goes with it."""

from __future__ import annotations

import random

from stage import Stage, shown
from textual import events
from textual.pilot import Pilot

from interviewcoach.tui.screens.sitting import SittingScreen
from interviewcoach.tui.widgets.box import AnswerBox

LINES = "\n".join(f"- line {number} of what was pasted" for number in range(24))


def paste(box: AnswerBox, text: str) -> None:
    box.on_paste(events.Paste(text))


async def test_a_long_paste_is_undone_and_done_again(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        for _ in range(4):
            paste(screen.answer, LINES)
            await pilot.pause()
            assert screen.answer.show_vertical_scrollbar
            await pilot.press("ctrl+z")
            assert screen.answer.text == "" and not screen.answer.show_vertical_scrollbar
            await pilot.press("ctrl+y")
            assert screen.answer.text == LINES and "line 23" in shown(pilot.app)
            await pilot.press("ctrl+z", "ctrl+n")


async def test_short_lines_are_undone_one_by_one(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        for _ in range(25):
            await pilot.press("a", "enter")
        while screen.answer.text:
            before = screen.answer.text
            await pilot.press("ctrl+z")
            assert len(screen.answer.text) < len(before)
        await pilot.press(*["ctrl+y"] * 60)
        assert screen.answer.text == "a\n" * 25


async def test_a_deletion_is_done_again(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        paste(screen.answer, LINES)
        screen.answer.select_all()
        await pilot.press("backspace", "ctrl+z")
        assert screen.answer.text == LINES
        screen.answer.move_cursor((23, 0))
        await pilot.press("ctrl+y")
        assert screen.answer.text == ""
        await pilot.press(*"on")
        assert screen.answer.text == "on"


async def test_the_boxes_live_through_any_row_of_edits(stage: Stage) -> None:
    async with stage.sitting((60, 20)) as (screen, pilot):
        dice = random.Random(4)
        for _ in range(150):
            await _one_edit(screen, pilot, dice)
            row, column = screen.answer.cursor_location
            assert column <= len(screen.answer.document.get_line(row))
        await pilot.press("ctrl+n", "ctrl+b")
        assert "① Req ▸" in shown(pilot.app)


async def _one_edit(screen: SittingScreen, pilot: Pilot[None], dice: random.Random) -> None:
    box = screen.answer
    match dice.choice(["paste", "paste", "undo", "undo", "undo", "redo", "to start", "replace", "all", "load", "keys", "move"]):
        case "paste":
            paste(box, "\n".join(LINES.split("\n")[: dice.randint(1, 24)]))
        case "undo":
            await pilot.press("ctrl+z")
        case "redo":
            await pilot.press("ctrl+y")
        case "to start":
            box.delete((0, 0), box.cursor_location)
        case "replace":
            box.select_all()
            paste(box, "one\ntwo")
        case "all":
            box.put_all("x\n" * dice.randint(0, 30))
        case "load":
            box.load_text("x\n" * dice.randint(0, 30))
        case "keys":
            await pilot.press("enter", "a", "ctrl+u", "ctrl+w", "ctrl+x")
        case "move":
            box.move_cursor((dice.randrange(box.document.line_count), 0), select=dice.random() < 0.5)
