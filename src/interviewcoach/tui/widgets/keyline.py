"""The footer: at most five keys of the screen, from the one table, to press or to click."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static

from interviewcoach.tui.commands import Command, commands_of

MOST_KEYS = 5


class KeyLine(Static):
    def __init__(self, screen: str, offers: Callable[[Command], bool], label: Callable[[Command], str]) -> None:
        super().__init__(id="keys")
        self._of = screen
        self._offers = offers
        self._label = label

    def on_mount(self) -> None:
        self.fit()

    def on_resize(self) -> None:
        self.fit()

    def fit(self) -> None:
        """The first keys that fit, and help in any case."""
        able = sorted((c for c in commands_of(self._of) if c.foot and self._offers(c)), key=lambda c: c.foot)
        help_key = [c for c in able if c.id == "help"]
        chosen = [c for c in able if c.id != "help"][: MOST_KEYS - len(help_key)] + help_key
        room = max(20, self.size.width)
        label = self._label if _line(chosen, self._label).cell_length <= room else self._brief
        while len(chosen) > 1 and _line(chosen, label).cell_length > room:
            chosen.pop(-2)
        self.update(_line(chosen, label), layout=False)

    def _brief(self, command: Command) -> str:
        label = self._label(command)
        return command.brief if command.brief and label == command.label else label


def _line(commands: list[Command], label: Callable[[Command], str]) -> Content:
    """Only our own words come in here, so that markup is safe."""
    parts = [f'[@click="{_action(c)}"][bold $accent]{c.key_shown}[/] [$text-muted]{label(c)}[/][/]' for c in commands]
    return Content.from_markup("   ".join(parts))


def _action(command: Command) -> str:
    return command.action if command.action.startswith("app.") else f"screen.{command.action}"
