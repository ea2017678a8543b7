"""Where one stands, as a page to read."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewcoach.records.progress import progress
from interviewcoach.tui.careful import careful
from interviewcoach.tui.commands import bindings_of
from interviewcoach.tui.progressrows import progress_rows
from interviewcoach.tui.screens.base import CoachScreen


class ProgressScreen(CoachScreen[None]):
    NAME = "progress"
    BINDINGS = bindings_of("progress")

    def compose(self) -> ComposeResult:
        yield Static("Your progress", classes="title", markup=False)
        with VerticalScroll(id="progress"):
            yield Static("", id="page", markup=False)
        yield self.keys()

    @careful
    def on_mount(self) -> None:
        coach = self.desk.coach
        coach.records.flush(1.0)
        self._figures = progress(coach.records.performances())
        self._curriculum = [(e.phase, e.title, e.skills) for e in self.desk.library.entries.values()]
        self._fill()
        self.query_one("#progress").focus()

    def on_resize(self) -> None:
        if hasattr(self, "_figures"):
            self._fill()

    def _fill(self) -> None:
        width = max(50, self.size.width - 4)
        rows = progress_rows(self._figures, self._curriculum, self.desk.library.skill_titles, date.today(), width)
        self.query_one("#page", Static).update(Content("\n").join(rows))

    def action_next_problem(self) -> None:
        self.coach_app.next_problem()
