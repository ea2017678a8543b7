"""Two sittings of one problem: what was gained and lost, and both answers with the words it rests on."""

from __future__ import annotations

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
from interviewcoach.reports.comparison import caveats, compare, moved_by
from interviewcoach.reports.scorecard_text import AXES, DOTS, WORDS
from interviewcoach.reports.when import day
from interviewcoach.tui.cardrows import spans_of
from interviewcoach.tui.commands import bindings_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.text import clipped, line
from interviewcoach.tui.widgets.marked import MarkedText


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

    def compose(self) -> ComposeResult:
        yield Static(self._head(), id="verdict", markup=False)
        yield OptionList(id="changes", markup=False)
        with Horizontal(id="halves"):
            for past, name in zip(self._pair, ("before", "after"), strict=True):
                yield MarkedText(past.stored.document or document(past.state), id=name)
        yield self.keys()

    def _head(self) -> Content:
        title = self.desk.title(self._pair[1].state.setup.problem)
        verdicts = " → ".join(
            f"{day(past.stored.row.started)} {WORDS[card['verdict']]} {card['overall']:.0f}"
            for past, card in zip(self._pair, self._cards, strict=True)
        )
        return line(f"{title}: {verdicts}", "bold")

    def on_mount(self) -> None:
        self._rows = list(self._changes())
        changes = self.query_one("#changes", OptionList)
        changes.add_options(Option(shown, id=f"change-{i}", disabled=not name) for i, (shown, name) in enumerate(self._rows))
        able = [i for i, (_, name) in enumerate(self._rows) if name]
        changes.highlighted = able[0] if able else None
        changes.focus()

    def _changes(self) -> Any:
        """(line, criterion or "") from top to bottom."""
        told = self.difference
        axes = [(AXES[axis], moved_by(a, b)) for axis, (a, b) in told["axes"].items() if a is not None and b is not None]
        yield line("   ".join(f"{name} {by}" for name, by in axes), "$text-muted"), ""
        for caveat in caveats(told):
            yield line(caveat, "$text-warning"), ""
        width = max(50, self.app.size.width - 12)
        for title, key in (("Gained", "gained"), ("Lost", "lost")):
            if told[key]:
                yield Content.styled(title, "bold"), ""
            for change in told[key]:
                yield line(clipped(f"{DOTS[change['from']]} → {DOTS[change['to']]}  {change['claim']}", width)), change["id"]
        for title, key in (("Mistakes mended", "mistakes_mended"), ("New mistakes", "mistakes_new")):
            if told[key]:
                yield Content.styled(title, "bold"), ""
            for flag in told[key]:
                yield line(clipped(f"! {told['mistakes'][flag]}", width)), ""
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
