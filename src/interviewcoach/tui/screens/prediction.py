"""Before the scorecard: what would you say yourself? One key for the verdict, one for each axis; all may be skipped."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from interviewcoach.interview import commands as cmd
from interviewcoach.interview.protocol import VERDICTS, Verdict
from interviewcoach.reports.scorecard_text import AXES, WORDS
from interviewcoach.sitting import Sitting
from interviewcoach.tui.commands import bindings_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.text import said

ASKED = ("scoping", "estimation", "high_level", "deep_dive", "trade_offs")
MIDDLES = (20, 47, 62, 77, 92)  # points in the middle of each band


class PredictionScreen(CoachScreen[None]):
    NAME = "prediction"
    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of("prediction"),
        *(Binding(str(i), f"guess({i})", show=False) for i in range(1, 6)),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self._verdict: Verdict | None = None
        self._axes: dict[str, int] = {}
        self._given = False

    def compose(self) -> ComposeResult:
        with Vertical(id="guess"):
            yield Static(said("Handed in.", "bold"))
            yield Static(
                said(f"Which verdict would you give this answer at {self.sitting.state.setup.level} level?"), id="question"
            )
            yield OptionList(*(said(f"{i}  {WORDS[verdict]}") for i, verdict in enumerate(VERDICTS, start=1)), id="verdicts")
            yield Static(said("Over time this shows how well you know your own level.", "$text-muted"), id="guess-why")
        yield self.keys()

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.action_guess(event.option_index + 1)

    def action_guess(self, number: int) -> None:
        if self._given:
            return
        if self._verdict is None:
            self._verdict = VERDICTS[number - 1]
        else:
            self._axes[ASKED[len(self._axes)]] = MIDDLES[number - 1]
        if len(self._axes) == len(ASKED):
            self._score()
        else:
            name = AXES[ASKED[len(self._axes)]]
            guessed = "" if self._axes else f"{WORDS[self._verdict].capitalize()} it is. "
            self.query_one("#question", Static).update(said(f"{guessed}And {name.lower()} alone?   (escape: show the scorecard)"))

    def action_skip(self) -> None:
        if not self._given:
            self._score()

    def _score(self) -> None:
        self._given = True
        if self._verdict and not self.sitting.why_not(cmd.Predict(self._verdict, self._axes)):
            self.sitting.predict(self._verdict, self._axes)
        self.query_one("#guess-why", Static).update(said("Reading your answer …"))
        self.coach_app.score(self.sitting)
