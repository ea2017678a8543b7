"""The place beside the answer: one panel at a time, and above it what it is called and how to close it or to go there."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import ContentSwitcher

from interviewcoach.tui.commands import COMMANDS

CORNERS = 3  # cells of the border beside what is written in it
TO_READ = "coverage"  # nothing is typed there: its key closes it from anywhere
_KEYS = {command.id: command for command in COMMANDS}


class SidePanels(ContentSwitcher):
    """`entitle` after what it depends on has changed: the panel, where the cursor is, whether there is room for both."""

    def watch_current(self, old: str | None, new: str | None) -> None:
        super().watch_current(old, new)
        self.entitle()

    def on_resize(self) -> None:
        self.entitle()

    def on_descendant_focus(self) -> None:
        self.entitle()

    def on_descendant_blur(self) -> None:
        self.entitle()

    def entitle(self) -> None:
        command = _KEYS.get(f"panel-{self.current}")
        if command is None or not self.is_attached:
            return
        inside = self.has_focus_within or self.current == TO_READ
        wide = self.screen.has_class("wide")  # there the panel stays beside the answer
        how = f"{command.key_shown} closes" if inside else f"{command.key_shown} goes there" if wide else "escape closes"
        name = command.label.capitalize()
        apart = 3 if len(name) + 3 + len(how) <= self.size.width - CORNERS else 1
        self.border_title = Content.assemble((name, "bold"), (" " * apart + how, "$text-muted"))
