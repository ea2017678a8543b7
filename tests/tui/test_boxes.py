"""The text boxes of a sitting: where the caret is, what a key does there, what a resize leaves on the screen."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from stage import Stage, shown, until
from textual import events

from interviewcoach.interview.plain import words_in
from interviewcoach.tui.app import CoachApp
from interviewcoach.tui.screens import sitting_actions
from interviewcoach.tui.widgets.box import Box

LONG = "one long line of words so that shrinking the window has to wrap it again in other places, else words are lost " * 2


@pytest.mark.parametrize("widths", [(76, 64), (80, 60), (80, 60, 100, 70), (80, 72), (60, 100)])
async def test_every_word_is_on_the_screen_after_a_resize(stage: Stage, widths: tuple[int, ...]) -> None:
    async with stage.sitting((widths[0], 24)) as (screen, pilot):
        screen.answer.text = LONG
        await pilot.pause()
        for width in widths[1:]:
            await pilot.resize_terminal(width, 24)
            await until(pilot, lambda width=width: screen.answer.region.width == width)  # type: ignore[misc]
            await pilot.pause()
        lines = [line.strip() for line in shown(pilot.app).split("\n")[5:-2]]
        assert LONG.strip() in " ".join(line for line in lines if line)
        assert max(map(len, lines)) > widths[-1] - 12


async def test_after_a_resume_writing_goes_on_where_the_text_ends(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = "first line\n" * 30 + "the end"
        await pilot.press("ctrl+n")
        screen.answer.text = "high"
        await pilot.press("f4", *"mine", "f9", "home", "enter")
        again = await stage.seated(pilot.app, pilot)
        await pilot.press("!")
        assert again.answer.text == "high!"
        await pilot.press("ctrl+b", "!")
        assert again.answer.text.endswith("the end!") and "the end!" in shown(pilot.app)
        await pilot.press("f4", "!")
        assert again.query_one("#notes").text == "mine!"


async def test_a_question_that_waits_is_in_sight_after_a_resume(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+n")
        screen.answer.text = "Phones -> service -> queue -> workers -> provider."
        await pilot.press("ctrl+g", "f9", "home", "enter")
        again = await stage.seated(pilot.app, pilot)
        asked = again.sitting.state.probes[0].text
        assert asked[:20] in " ".join(shown(pilot.app).split()) and again.answer.has_focus


async def test_a_panel_that_was_put_away_stays_so_after_a_resume(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+n")
        screen.answer.text = "Phones -> service -> queue -> workers -> provider."
        await pilot.press("ctrl+g", "escape", "escape", "f9", "home", "enter")
        again = await stage.seated(pilot.app, pilot)
        assert again.asked and not again.panel and again.answer.has_focus


async def test_what_comes_back_from_ones_own_editor_has_the_caret_at_its_end(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen._take_back(screen.answer, "from\nthe editor")
        await pilot.press("!")
        assert screen.answer.text == "from\nthe editor!"


async def test_letters_typed_before_the_key_of_the_editor_are_in_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(sitting_actions, "editor_command", lambda chosen: ["ed"])
    monkeypatch.setattr(sitting_actions, "edit", lambda text, command, name: seen.append(text) or text)
    monkeypatch.setattr(CoachApp, "suspend", lambda app: nullcontext())
    async with stage.sitting() as (screen, pilot):
        screen.answer.post_message(events.Key("x", "x"))
        screen.action_editor()
        await until(pilot, lambda: seen)
        assert seen == ["x"]


async def test_what_comes_back_after_the_bell_is_in_the_notes_and_that_is_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edit(text: str, command: list[str], name: str) -> str:
        stage.now += 9 * 60
        return "too late"

    monkeypatch.setattr(sitting_actions, "editor_command", lambda chosen: ["ed"])
    monkeypatch.setattr(sitting_actions, "edit", edit)
    monkeypatch.setattr(CoachApp, "suspend", lambda app: nullcontext())
    async with stage.sitting((120, 40), mode="mock") as (screen, pilot):
        screen.action_editor()
        await until(pilot, lambda: "too late" in screen.query_one("#notes", Box).text)
        assert screen.sitting.state.phase == "high_level" and "What you wrote is in your notes" in shown(pilot.app)


async def test_a_line_feed_is_a_new_line_and_nothing_else(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("f3", *"2*3", "escape", *"- a", "ctrl+j", *"- b")
        assert screen.answer.text == "- a\n- b"
        await pilot.press("f2", *"one", "ctrl+j", *"two")
        assert screen.query_one("#say").text == "one\ntwo"


async def test_tab_stays_in_the_box(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("f3", "escape", "f3", "escape", *"a", "tab", *"b")
        assert screen.answer.has_focus and screen.answer.text == "a   b"


async def test_tab_on_a_list_moves_the_item(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press(*"- a", "enter", "tab", *"b", "enter", *"c")
        assert screen.answer.text == "- a\n  - b\n  - c"
        await pilot.press("shift+tab")
        assert screen.answer.text == "- a\n  - b\n- c" and screen.answer.has_focus
        await pilot.press("shift+tab", *"d")
        assert screen.answer.text == "- a\n  - b\n- cd"


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("- line one of the answer\n- line two", 7), ("client -> LB", 2), ("* **bold** – 'so'", 2), ("---\n≈ 3 TB", 2)],
)
def test_a_bullet_is_no_word(text: str, words: int) -> None:
    assert words_in(text) == words


async def test_keys_lead_to_both_ends_of_the_text_and_select_on_the_way(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.put_all("alpha beta\ngamma delta")
        await pilot.press("ctrl+home", "A", "ctrl+end", "Z")
        assert screen.answer.text == "Aalpha beta\ngamma deltaZ"
        await pilot.press("ctrl+home", "right", "ctrl+shift+end", "backspace")
        assert screen.answer.text == "A"
        await pilot.press("b", "ctrl+shift+home", "c")
        assert screen.answer.text == "c"
        await pilot.press("f4", *"n", "ctrl+home", *"m")
        assert screen.query_one("#notes", Box).text == "mn"


async def test_a_line_of_the_sheet_is_called_by_its_name_or_its_words(stage: Stage) -> None:
    async with stage.sitting((80, 40)) as (screen, pilot):
        await pilot.press("f3")
        screen.query_one("#sheet", Box).text = "new = 3 users\n\nbad = foo * 2\nnew / bar\nnew * 1,000"
        await until(pilot, lambda: "! bad: 'foo' isn't" in shown(pilot.app))
        rows = [row.partition("│")[2].strip() for row in shown(pilot.app).split("\n")]
        assert any(row.startswith("! new / bar: 'bar' isn't") for row in rows) and "line 5" not in shown(pilot.app)
        assert any(row.startswith("new * 1,000") and row.endswith("3k users") for row in rows)


def burst(app: CoachApp, *keys: str) -> None:
    """Keys that are all there before the first of them is taken, as from a machine that was busy."""
    names = {" ": "space", "*": "asterisk"}
    for key in keys:
        app.post_message(events.Key(names.get(key, key), key if len(key) == 1 else None))


async def test_keys_before_and_after_the_change_of_a_phase_each_go_to_their_own(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press(*"some")
        burst(pilot.app, "backspace", "backspace", "x", "ctrl+n", *"abc")
        await until(pilot, lambda: screen.answer.text == "abc")
        assert screen.sitting.text("requirements") == "sox" and screen.sitting.state.phase == "high_level"
        burst(pilot.app, "backspace", "ctrl+b", "y", "ctrl+n", "z")
        await until(pilot, lambda: screen.answer.text == "abz")
        assert screen.sitting.text("requirements") == "soxy"


async def test_keys_right_behind_the_key_of_a_panel_go_to_the_panel(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        burst(pilot.app, "a", "f3", *"2*3", "escape", "b", "f4", "n", "f2", "q")
        await until(pilot, lambda: screen.query_one("#say", Box).text == "q")
        texts = [screen.query_one(f"#{name}", Box).text for name in ("answer-requirements", "sheet", "notes")]
        assert texts == ["ab", "2*3", "n"]


@pytest.mark.parametrize("size", [(64, 24), (80, 24)])
async def test_what_to_cover_goes_on_under_its_first_word(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.sitting(size) as (screen, pilot):
        screen.answer._covers = "Cover:\n  □ " + "many-words " * 9
        screen.answer.on_resize()
        await pilot.pause()
        rows = [row for row in shown(pilot.app).split("\n") if "many-words" in row]
        assert len(rows) == 2 and rows[0].lstrip().startswith("□") and rows[1].startswith(" " * (rows[0].index("□") + 2) + "m")


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("- a\n- b\n- c", "- a\n- b\n- c"),
        ("* a\n- b", "* a\n- b"),
        ("1. a\n2. b\n- c", "1. a\n2. b\n- c"),
        ("  - [x] a\n- b", "  - [x] a\n  - b"),
        ("- a\n-5 degrees", "- a\n- -5 degrees"),
        ("- a\n- - b", "- a\n- - b"),
        ("- - a", "- - a"),
    ],
)
async def test_a_sign_typed_behind_the_one_that_enter_wrote_takes_its_place(stage: Stage, typed: str, stands: str) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press(*("enter" if key == "\n" else key for key in typed))
        assert screen.answer.text == stands


@pytest.mark.parametrize(
    ("typed", "pasted", "stands"),
    [
        ("- a\n", "- b\n- c", "- a\n- b\n- c"),
        ("1. a\n", "- b", "1. a\n- b"),
        ("- a\n", "b", "- a\n- b"),
        ("- a\nb ", "- c", "- a\n- b - c"),
    ],
)
async def test_a_pasted_list_takes_the_place_of_the_sign_that_enter_wrote(
    stage: Stage, typed: str, pasted: str, stands: str
) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press(*("enter" if key == "\n" else key for key in typed))
        screen.answer.post_message(events.Paste(pasted))
        await pilot.pause()
        assert screen.answer.text == stands
