"""All sittings, the latest first; one opens on its scorecard."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from interviewcoach.records.rows import Filter, SittingRow
from interviewcoach.reports.scorecard_text import WORDS
from interviewcoach.reports.when import day, minutes
from interviewcoach.tui.commands import bindings_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.screens.dialogs import Line
from interviewcoach.tui.text import line, row

MOST = 500


class ReviewScreen(CoachScreen[None]):
    NAME = "review"
    BINDINGS = bindings_of("review")

    def compose(self) -> ComposeResult:
        yield Static("Your sittings", classes="title")
        yield Line(placeholder="Find words in what you wrote ( / )", id="find")
        yield OptionList(id="sittings", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self.desk.coach.records.flush(1.0)
        self._list()
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        self._list()

    def on_screen_resume(self) -> None:
        self._list()

    def _list(self) -> None:
        sittings = self.query_one("#sittings", OptionList)
        chosen = sittings.highlighted or 0
        query = self.query_one("#find", Input).value
        self._rows = {row.id: row for row in self.desk.coach.records.sittings(Filter(text=query, limit=MOST))}
        width = max(50, self.size.width - 4)
        sittings.clear_options()
        sittings.add_options(Option(self._line(told, width), id=told.id) for told in self._rows.values())
        if not self._rows:
            nothing = "Nothing you wrote holds these words." if query else "No sittings yet: open a problem at home."
            sittings.add_option(Option(line(nothing, "$text-muted"), disabled=True))
        else:
            sittings.highlighted = min(chosen, len(self._rows) - 1)

    def _line(self, told: SittingRow, width: int) -> Content:
        verdict = WORDS.get(told.verdict or "", "unfinished" if told.unfinished else told.status)
        score = "" if told.overall is None else f"{told.overall:.0f}"
        title = told.title or self.desk.title(told.problem)
        parts = [(day(told.started)[2:], 15), (title, width - 53 if width >= 76 else width - 38)]
        if width >= 76:
            parts += [(f"{told.mode} {told.level}", 15)]
        return row([*parts, (minutes(told.active), -6), ("", 1), (verdict, 13), (score, -3)])

    @on(Input.Changed, "#find")
    def _searching(self) -> None:
        self._list()

    @on(Input.Submitted, "#find")
    def _found(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    def action_search(self) -> None:
        self.query_one("#find").focus()

    def action_close(self) -> None:
        if self.query_one("#find").has_focus:
            self.query_one(OptionList).focus()
        else:
            self.dismiss()

    def action_open(self) -> None:
        option = self.query_one("#sittings", OptionList).highlighted_option
        told = self._rows.get(option.id or "") if option else None
        if told is None:
            return
        if told.unfinished:
            self.coach_app.resume(told.id)
        else:
            self.coach_app.open_review(told.id)
