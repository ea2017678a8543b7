"""A sitting as it was typed: its moments on one side, the text as it stood then on the other."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.interview.clock import minutes
from interviewcoach.interview.plain import words_in
from interviewcoach.keeping import Past
from interviewcoach.tui.commands import bindings_of
from interviewcoach.tui.moments import Step, steps_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.text import folded, line, row, said
from interviewcoach.tui.widgets.choices import Choices
from interviewcoach.tui.widgets.marked import MarkedText

HALF, AROUND, TIME = 0.45, 4, 6  # of the width (see scorecard.tcss); cells for edges and scrollbar; cells for a time


class TimelineScreen(CoachScreen[None]):
    NAME = "timeline"
    CSS_PATH = "scorecard.tcss"
    BINDINGS = bindings_of("timeline")

    def __init__(self, past: Past) -> None:
        super().__init__()
        self.past = past
        self.steps: list[Step] = []

    def compose(self) -> ComposeResult:
        yield Static(line(f"{self.desk.title(self.past.state.setup.problem)}, as it was typed"), classes="title", markup=False)
        with Horizontal(id="halves"):
            with Vertical(id="moments-half"):
                yield Choices(id="moments", markup=False)
            with Vertical(id="words"):
                yield Static("", id="about", markup=False)
                yield MarkedText("", id="then")
        yield self.keys()

    def on_mount(self) -> None:
        self.steps = steps_of(self.past.events)
        moments = self.query_one("#moments", OptionList)
        self._list()
        moments.highlighted = 0 if self.steps else None
        moments.focus()

    def on_resize(self) -> None:
        self._list()

    def _list(self) -> None:
        """The times in a column of their own; what happened goes on beside them, not under them."""
        moments = self.query_one("#moments", OptionList)
        width = int(self.app.size.width * HALF) - AROUND
        chosen = moments.highlighted
        moments.clear_options()
        moments.add_options(
            Option(folded(row([(minutes(step.active), -TIME), ("", 1)]).plain, step.told, width, sign_style=""), id=f"step-{i}")
            for i, step in enumerate(self.steps)
        )
        moments.highlighted = chosen

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        step = self.steps[event.option_index]
        state = step.state
        phase = state.phase or "requirements"
        text = state.texts.get(phase, "")
        words = sum(map(words_in, state.texts.values()))
        self.query_one("#about", Static).update(said(f"{PHASE_TITLES[phase]} at {minutes(step.active)} · {words} words in all"))
        self.query_one("#then", MarkedText).put(text)

    def action_step(self, by: int) -> None:
        moments = self.query_one("#moments", OptionList)
        if self.steps:
            moments.highlighted = min(max((moments.highlighted or 0) + by, 0), len(self.steps) - 1)
