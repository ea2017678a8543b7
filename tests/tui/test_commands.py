"""One table of keys: footer, palette, F1 and bindings agree, and no key means two things on one screen."""

from __future__ import annotations

from threading import Event

import pytest
from stage import Stage, shown, until
from textual.command import CommandPalette

from interviewcoach.tui.app import CoachApp
from interviewcoach.tui.commands import ALL, COMMANDS, commands_of
from interviewcoach.tui.screens.dialogs import Confirm
from interviewcoach.tui.screens.help import HelpScreen
from interviewcoach.tui.screens.home import HomeScreen
from interviewcoach.tui.widgets.keyline import MOST_KEYS, KeyLine

EATEN = {"enter", "tab", "space", "f6", "f7", *(f"ctrl+{letter}" for letter in "adekuvwxyzhim")}


@pytest.mark.parametrize("screen", ALL)
def test_a_key_means_one_thing_on_a_screen(screen: str) -> None:
    keys = [key for command in commands_of(screen) if command.key for key in command.key.split(",")]
    assert len(keys) == len(set(keys))


def test_ids_are_unique_and_every_command_explains_itself() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert all(command.help.endswith(".") and command.label for command in COMMANDS)


def test_keys_of_a_sitting_are_none_that_a_text_box_needs() -> None:
    """But for the one that takes a sitting up where its boxes may only be read."""
    assert not EATEN & {command.key for command in commands_of("sitting") if command.id != "take-up"}


async def test_f1_shows_every_key_of_the_screen_it_was_pressed_on(stage: Stage) -> None:
    async with stage.sitting(size=(140, 60)) as (_, pilot):
        await pilot.press("f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        text = shown(pilot.app)
        for command in commands_of("sitting"):
            assert f"{command.label}: {command.help[:30]}" in text
        await pilot.press("escape")
        assert "① Requirements" in shown(pilot.app)


async def test_the_footer_has_five_keys_at_most_and_a_click_does_what_the_key_does(stage: Stage) -> None:
    async with stage.sitting(size=(120, 40)) as (screen, pilot):
        keys = str(screen.query_one(KeyLine).render())
        assert keys.count("   ") == MOST_KEYS - 1 and keys.startswith("ctrl+n next phase") and keys.endswith("f1 help")
        await pilot.click(KeyLine, offset=(3, 0))
        await until(pilot, lambda: screen.sitting.state.phase == "high_level")


async def test_the_palette_runs_a_command_by_its_name(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await pilot.press(*"calcu")
        await until(pilot, lambda: "A worksheet that works out" in shown(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: screen.panel == "calculator")


async def test_a_click_on_the_rail_goes_to_that_phase(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        place = shown(pilot.app).split("\n")[1].index("③")
        await pilot.click(offset=(place + 2, 1))
        await until(pilot, lambda: screen.sitting.state.phase == "deep_dive")


async def test_a_dialog_has_no_palette(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+t", "ctrl+p")
        assert isinstance(pilot.app.screen, Confirm)
        await pilot.press("escape", "ctrl+p")
        assert pilot.app.screen is not screen and not isinstance(pilot.app.screen, Confirm)


async def test_before_the_records_are_open_there_is_no_palette(stage: Stage) -> None:
    go, coach = Event(), stage.coach()
    app = CoachApp(lambda: (go.wait(60), coach)[1])
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("ctrl+p", *"dark", "enter")
        assert isinstance(app.screen, HomeScreen) and app.is_running
        go.set()
        await until(pilot, lambda: app.is_open)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
    coach.close()
