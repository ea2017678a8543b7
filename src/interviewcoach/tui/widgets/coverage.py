"""The coverage panel: what the answer has shown so far. What it has not is never named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from interviewcoach.interview.protocol import PHASES
from interviewcoach.reports.tiers import DOTS, KEY
from interviewcoach.scoring.scorecard import BAND_STARTS
from interviewcoach.tui.text import line, row, said
from interviewcoach.tui.widgets.rail import NAMES

MENTIONED, EXPLAINED = 6, 10  # cells; the word "mentioned" begins over the end of the phases' names
NARROWEST, WIDEST = 4, 30  # cells of a phase's short name, and of all three columns
PAYS = BAND_STARTS[1]  # a phase below this would come out as no hire


CAVEAT = "Mentioned is no grade: a phase of few words, or with mistakes, counts for less."
MOST_SUMS = 3  # that are named


class CoveragePanel(VerticalScroll):
    """Nothing is typed here, so the cursor stays in the answer; the panel's own key turns its pages (see `page_on`)."""

    class Laid(Message):
        """What the panel holds, its size or its place has changed: only now is it known how far it scrolls."""

    def __init__(self, skill: Callable[[str], str]) -> None:
        super().__init__(id="coverage", classes="panel")
        self._skill = skill
        self._card: Mapping[str, Any] | None = None

    def compose(self) -> ComposeResult:
        yield Static("Reading what you have so far …", id="touched", markup=False)

    @property
    def has_more(self) -> bool:
        return self.scroll_y < self.max_scroll_y

    def page_on(self) -> bool:
        """Shows what is further down, a line of what was read staying in sight; past the end, back to the top and False."""
        if self.has_more:
            self.scroll_relative(y=max(1, self.size.height - 1), animate=False)
            return True
        self.scroll_home(animate=False)
        return False

    def watch_virtual_size(self) -> None:
        self.post_message(self.Laid())

    def watch_scroll_y(self, old: float, new: float) -> None:
        super().watch_scroll_y(old, new)
        self.post_message(self.Laid())

    def show(self, card: Mapping[str, Any] | None) -> None:
        """None: the answer could not be read (its rubric is broken)."""
        self._card = card
        if card is None:
            self.query_one("#touched", Static).update(said("Coverage cannot be worked out for this problem."))
            return
        told = [said(CAVEAT, "$text-muted"), *_phases(card, self._width), Content(""), *self._skills(card)]
        self.query_one("#touched", Static).update(Content("\n").join(told))

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width or WIDEST

    def on_resize(self) -> None:
        self.post_message(self.Laid())
        if self._card is not None:
            self.show(self._card)

    def _skills(self, card: Mapping[str, Any]) -> list[Content]:
        best = {skill: max((c["tier"] for c in card["criteria"] if c["skill"] == skill), default=0) for skill in card["skills"]}
        touched = [(skill, tier) for skill, tier in best.items() if tier]
        if not touched:
            return [said("None of this problem's skills so far.", "$text-muted")]
        head = Content.styled("Shown so far", "bold")
        rows = [Content.styled(DOTS[tier] + "  ", "$accent").append(line(self._skill(skill))) for skill, tier in touched]
        return [head, *rows, said(KEY, "$text-muted")]


def _phases(card: Mapping[str, Any], width: int = WIDEST) -> list[Content]:
    """How many criteria each phase mentions, and how many it explains, in columns: "8 / 8" would be read as all that there are.

    Where the card would pay hardly anything for a phase, that too.
    """
    name = max(NARROWEST, min(width, WIDEST) - MENTIONED - EXPLAINED)
    room = name + MENTIONED - len(" mentioned")
    rows = [row([("Criteria" if room >= len("Criteria") else "", room), ("mentioned", -10), ("explained", -EXPLAINED)], "bold")]
    for phase in PHASES:
        shown = [c for c in card["criteria"] if c["phase"] == phase and c["tier"]]
        deep = sum(1 for c in shown if c["tier"] >= 2)
        whole, short = NAMES[phase]
        rows.append(row([(whole if len(whole) <= name else short, name), (str(len(shown)), -MENTIONED), (str(deep), -EXPLAINED)]))
        if shown and card["phases"][phase] < PAYS:
            much = "little" if card["phases"][phase] >= 1 else "nothing"
            rows.append(said(f" └▲ counts {much} so far", "$text-warning"))
    wrong = [one["said"] for one in card["arithmetic"] if not one["ok"]]
    if wrong:
        named = ", ".join(wrong[:MOST_SUMS]) + (" …" if len(wrong) > MOST_SUMS else "")
        rows.append(line(f"▲ sum{'s' * (len(wrong) > 1)} to look at again: {named}", "$text-warning"))
    return rows
