"""Two sittings of one problem: what was gained and lost, and both answers with the words it rests on."""

from __future__ import annotations

import time
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.interview.transcript import document
from interviewcoach.keeping import Past
from interviewcoach.reports.comparison import axes_told, caveats, compare, moved_by, parts
from interviewcoach.reports.scorecard_text import WORDS
from interviewcoach.reports.when import day, short_day
from interviewcoach.reports.wrapping import cells
from interviewcoach.scoring.scorecard import figure
from interviewcoach.tui.cardrows import spans_of
from interviewcoach.tui.commands import bindings_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.text import folded, line
from interviewcoach.tui.widgets.longlist import LongList
from interviewcoach.tui.widgets.marked import MarkedText

GAP = 4  # cells between two figures


class CompareScreen(CoachScreen[None]):
    """The older sitting on the left. Both have a scorecard."""

    NAME = "compare"
    CSS_PATH = "scorecard.tcss"
    BINDINGS = bindings_of("compare")

    def __init__(self, old: Past, new: Past) -> None:
        super().__init__()
        self._pair = (old, new)
        cards = [past.stored.card for past in self._pair]
        self._cards: list[Any] = [card.body for card in cards if card is not None]
        self.difference = compare(*self._cards)
        self._rows: list[tuple[Content, str]] = []  # a line, and the criterion it is about

    def compose(self) -> ComposeResult:
        yield Static("", id="verdict", markup=False)
        yield LongList(id="changes", markup=False)
        with Horizontal(id="halves"):
            for past, name in zip(self._pair, ("before", "after"), strict=True):
                yield MarkedText(past.stored.document or document(past.state), id=name)
        yield self.keys()

    def _head(self, width: int) -> Content:
        """The problem over the two verdicts; where it is narrow these have less of their date, or none."""
        title = self.desk.title(self._pair[1].state.setup.problem)
        verdicts = [f"{WORDS[card['verdict']]} {figure(card['overall'])}" for card in self._cards]
        by = f" ({moved_by(*(card['overall'] for card in self._cards))})"
        starts = [past.stored.row.started for past in self._pair]
        dates = ([day(at) for at in starts], [short_day(at, time.time()) for at in starts], ["", ""])
        choices = [" → ".join(f"{on} {told}".strip() for on, told in zip(of, verdicts, strict=True)) + by for of in dates]
        told = next((one for one in choices if cells(one) <= width), choices[-1])
        return line(title, "bold").append("\n").append(line(told))

    def on_mount(self) -> None:
        changes = self.query_one("#changes", OptionList)
        self._fill()
        changes.highlighted = next((i for i, (_, name) in enumerate(self._rows) if name), None)
        changes.focus()

    def on_resize(self) -> None:
        self._fill()

    def _fill(self) -> None:
        """The chosen criterion stays so; how many rows stand above it depends on the width."""
        width = self.app.size.width
        self.query_one("#verdict", Static).update(self._head(width - 2))
        changes = self.query_one("#changes", OptionList)
        chosen = None if changes.highlighted is None else self._rows[changes.highlighted][1]
        self._rows = list(self._changes(max(50, width - 6)))
        changes.clear_options()
        changes.add_options(Option(shown, id=f"change-{i}", disabled=not name) for i, (shown, name) in enumerate(self._rows))
        changes.highlighted = next((i for i, (_, name) in enumerate(self._rows) if name == chosen), None)

    def _changes(self, width: int) -> Any:
        """(line, criterion or "") from top to bottom."""
        told = self.difference
        axes = axes_told(told)
        beside = max(1, (width + GAP) // (max(map(len, axes), default=0) + GAP))
        for i in range(0, len(axes), beside):
            yield Content((" " * GAP).join(axes[i : i + beside])), ""
        for caveat in caveats(told):
            yield folded("", caveat, width, style="$text-warning"), ""
        for part in parts(told):
            sign, gap, claim = part.text.rpartition("  ")  # the dots before and after
            told_whole = folded(sign + gap, claim, width, sign_style="")
            yield Content.styled(part.text, "bold") if part.heading else told_whole, part.criterion
        if not told["gained"] and not told["lost"]:
            yield line("Every criterion came out as before.", "$text-muted"), ""

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Each half goes to the words it shows a criterion with, or else to the phase they would stand in."""
        name = self._rows[event.option_index][1]
        for card, half in zip(self._cards, ("#before", "#after"), strict=True):
            text = self.query_one(half, MarkedText)
            criterion = next((c for c in card["criteria"] if c["id"] == name), None)
            if criterion:
                heading = text.text.find(f"## {PHASE_TITLES[criterion['phase']]}")
                text.choose(spans_of(criterion), max(0, heading))
            else:
                text.choose(())

    def action_halves(self) -> None:
        ids = ["changes", "before", "after"]
        here = next((i for i, name in enumerate(ids) if self.query_one(f"#{name}").has_focus), 0)
        self.query_one(f"#{ids[(here + 1) % 3]}").focus()
