"""Before the scorecard: what would you say yourself? One key for the verdict, one for each axis; all may be skipped."""

from __future__ import annotations

from itertools import pairwise
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static

from interviewcoach.content.ids import AXIS_IDS
from interviewcoach.interview import commands as cmd
from interviewcoach.interview.protocol import VERDICTS
from interviewcoach.reports.scorecard_text import AXES, WORDS
from interviewcoach.scoring.scorecard import BAND_STARTS
from interviewcoach.sitting import Sitting
from interviewcoach.tui.commands import Command, bindings_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.text import said
from interviewcoach.tui.widgets.choices import Choices

ASKED: tuple[str, ...] = AXIS_IDS
REST = 1.5  # seconds without a letter
OFTEN = 0.25  # seconds between two looks at whether that is over
CUT_OFF = "What you type now counts no more."
WAIT = "Still typing? In a moment without a letter, enter goes on."
GO_ON = "enter goes on to your own verdict, and from there to the scorecard."
OWN = ("guess", "guess_here", "skip", "guess_again")
HOW = "1 to 5, or ↓ and enter. Over time this shows how well you know your own level."
MIDDLES = tuple(int(sum(band)) // 2 for band in pairwise((*BAND_STARTS, 100)))  # of the points of each band


class Ladder(Choices):
    """A list from worst to best: it ends at its ends."""

    def action_cursor_up(self) -> None:
        if self.highlighted:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        if self.highlighted is None or self.highlighted < self.option_count - 1:
            super().action_cursor_down()


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
        self._guesses: list[int] = []
        self._given = False
        self._cut_off = sitting.state.ending == "time"
        self._last_letter = monotonic()

    def compose(self) -> ComposeResult:
        with Vertical(id="guess"):
            yield Static(said("Time is over. What you wrote is handed in." if self._cut_off else "Handed in.", "bold"))
            yield Static("", id="question", markup=False)
            yield Ladder(*(said(f"{i}  {WORDS[verdict]}") for i, verdict in enumerate(VERDICTS, start=1)), id="verdicts")
            yield Static(said(HOW, "$text-muted"), id="guess-why")
        yield self.keys()

    def on_mount(self) -> None:
        ladder = self.query_one(Ladder)
        ladder.highlighted = None  # enter was pressed a moment ago, to hand in: pressed twice it must not be a guess
        if self._cut_off:
            ladder.display = self.query_one("#guess-why").display = False
            self._tell_cut_off()
            self.set_interval(OFTEN, self._tell_cut_off)
        else:
            self._begin()

    @property
    def _rested(self) -> bool:
        return monotonic() - self._last_letter >= REST

    def _tell_cut_off(self) -> None:
        """What works by now: who is cut off reads when enter does."""
        if self._cut_off:
            told = said(GO_ON, "bold $accent") if self._rested else said(WAIT, "$text-muted")
            self.query_one("#question", Static).update(said(CUT_OFF).append("\n").append(told))

    def on_key(self, event: Key) -> None:
        """Who is cut off types on for a while: no key of that may be a guess, nor lead away."""
        if not self._cut_off:
            return
        event.stop()
        if event.key == "enter" and self._rested:
            self._begin()
        elif event.is_printable or event.key == "backspace":
            self._last_letter = monotonic()
            self._tell_cut_off()

    def _begin(self) -> None:
        self._cut_off = False
        ladder = self.query_one(Ladder)
        ladder.display = self.query_one("#guess-why").display = True
        ladder.focus()
        self._ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self._cut_off and action in OWN:
            return False
        return super().check_action(action, parameters)

    def offers(self, command: Command) -> bool:
        if self._cut_off and command.action in OWN:
            return False
        return command.id != "guess-again" or bool(self._guesses)

    def _ask(self) -> None:
        """The verdict first, then the axes, one at a time."""
        given = len(self._guesses)
        if not given:
            asked = f"Which verdict would you give this answer at {self.sitting.state.setup.level} level?"
        else:
            word = WORDS[VERDICTS[self._guesses[-1]]]
            guessed = f"You say {word}" if given == 1 else f"{AXES[ASKED[given - 2]]}: {word}"
            asked = f"{guessed}. And {AXES[ASKED[given - 1]].lower()} alone?   (escape: show the scorecard)"
        numbered = Content.styled(f"{given + 1} of {len(ASKED) + 1}  ", "$text-muted").append(said(asked))
        self.query_one("#question", Static).update(numbered)
        self.fit_keys()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.action_guess(event.option_index + 1)

    def action_guess(self, number: int) -> None:
        if self._given:
            return
        self._guesses.append(number - 1)
        self.query_one(Ladder).highlighted = None  # one enter too many must not be a guess at the next
        if len(self._guesses) > len(ASKED):
            self._score()
        else:
            self._ask()

    def action_guess_here(self) -> None:
        """From the palette or by a click on the footer: the list takes the key itself."""
        self.query_one(Ladder).action_select()

    def action_guess_again(self) -> None:
        if self._guesses and not self._given:
            self.query_one(Ladder).highlighted = self._guesses.pop()
            self._ask()

    def action_skip(self) -> None:
        if not self._given:
            self._score()

    def _score(self) -> None:
        self._given = True
        if self._guesses:
            verdict = VERDICTS[self._guesses[0]]
            axes = {axis: MIDDLES[number] for axis, number in zip(ASKED, self._guesses[1:], strict=False)}
            if not self.sitting.why_not(cmd.Predict(verdict, axes)):
                self.sitting.predict(verdict, axes)
        self.query_one("#guess-why", Static).update(said("Reading your answer …"))
        self.coach_app.score(self.sitting)
