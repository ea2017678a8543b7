"""The place beside the answer: one panel at a time, and above it what it is called and how to close it or to go there."""

from __future__ import annotations

from textual import on
from textual.content import Content
from textual.widgets import ContentSwitcher

from interviewcoach.tui.commands import COMMANDS
from interviewcoach.tui.widgets.coverage import CoveragePanel

CORNERS = 3  # cells of the border beside what is written in it
TO_READ = "coverage"  # nothing is typed there: its key turns its pages from anywhere, then closes it
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

    @on(CoveragePanel.Laid)
    def entitle(self) -> None:
        command = _KEYS.get(f"panel-{self.current}")
        if command is None or not self.is_attached:
            return
        how = self._how(command.key_shown)
        name = command.label.capitalize()
        apart = 3 if len(name) + 3 + len(how) <= self.size.width - CORNERS else 1
        self.border_title = Content.assemble((name, "bold"), (" " * apart + how, "$text-muted"))

    def _how(self, key: str) -> str:
        """What the panel's key does now, or how else the panel goes."""
        if self.current == TO_READ:
            return f"{key} more" if self.query_one(CoveragePanel).has_more else f"{key} closes"
        if self.has_focus_within:
            return f"{key} closes"
        return f"{key} goes there" if self.screen.has_class("wide") else "escape closes"
