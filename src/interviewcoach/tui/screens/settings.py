"""Settings: few, each changed by enter."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interviewcoach.records.known_settings import CHOICES
from interviewcoach.tui.commands import bindings_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.screens.dialogs import OneLine
from interviewcoach.tui.text import row
from interviewcoach.tui.widgets.choices import Choices

NAMES = {
    "theme": ("Theme", "dark or light"),
    "level": ("Level", "new sittings are graded as"),
    "minutes": ("Minutes", "length of a new sitting"),
    "whys": ("Asks for reasons", "in practice, when silent long"),
    "editor": ("Own editor", "for ctrl+l; – is your $EDITOR"),
}


class SettingsScreen(CoachScreen[None]):
    NAME = "settings"
    BINDINGS = bindings_of("settings")

    def compose(self) -> ComposeResult:
        yield Static("Settings", classes="title")
        yield Choices(id="settings", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self._show()
        self.query_one(OptionList).focus()

    def _show(self, at: int = 0) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        for key, (name, about) in NAMES.items():
            value = self.desk.setting(key)
            told = ("yes" if value else "no") if isinstance(value, bool) else str(value) or "–"
            options.add_option(Option(row([(name, 18), (told, 9), (about, self.size.width - 31)]), id=key))
        options.highlighted = at

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.action_change()

    def action_change(self) -> None:
        place = self.query_one(OptionList).highlighted or 0
        key = list(NAMES)[place]
        value = self.desk.setting(key)
        if key == "editor":
            self.app.push_screen(OneLine("The command of your editor:", value), self._set_editor)
            return
        choices = CHOICES[key]
        self.desk.put(key, choices[(choices.index(value) + 1) % len(choices)] if value in choices else choices[0])
        if key == "theme":
            self.app.theme = self.desk.setting("theme")
        self._show(place)

    def _set_editor(self, command: str | None) -> None:
        if command is not None:
            self.desk.put("editor", command)
            self._show(list(NAMES).index("editor"))
