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
from interviewcoach.interview.protocol import PHASES
from interviewcoach.interview.transcript import document
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

    def __init__(self, past: Past, *, from_the_end: bool = False) -> None:
        super().__init__()
        self._from_the_end = from_the_end
        self.past = past
        self.steps: list[Step] = []

    def compose(self) -> ComposeResult:
        yield Static(line(f"{self.desk.named(self.past.stored.row)}, as it was typed"), classes="title", markup=False)
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
        moments.highlighted = None if not self.steps else len(self.steps) - 1 if self._from_the_end else 0
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
        where = PHASE_TITLES[phase]
        if step is self.steps[-1] and not state.unfinished:
            where, text = "Everything", self._everything()
        words = sum(words_in(state.texts.get(phase, "")) for phase in PHASES)
        self.query_one("#about", Static).update(said(f"{where} at {minutes(step.active)} · {words} words in all"))
        self.query_one("#then", MarkedText).put(text)

    def _everything(self) -> str:
        """The answer, and what stood beside it: at the last moment nothing is left that cannot be read again."""
        texts = self.past.state.texts
        remarks = "\n".join(f"{i}. {one.author or 'You'}: {one.text}" for i, one in enumerate(self.past.stored.remarks, 1))
        beside = {"Remarks": remarks, "Notes": texts.get("notes", ""), "Worksheet": texts.get("worksheet", "")}
        parts = [f"## {title}\n\n{text.strip()}" for title, text in beside.items() if text.strip()]
        return "\n\n".join([document(self.past.state).strip(), *parts])

    def action_halves(self) -> None:
        self.focus_next()

    def action_step(self, by: int) -> None:
        moments = self.query_one("#moments", OptionList)
        if self.steps:
            moments.highlighted = min(max((moments.highlighted or 0) + by, 0), len(self.steps) - 1)
