"""The coverage panel: what the answer has shown so far. What it has not is never named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewcoach.interview.protocol import PHASES
from interviewcoach.reports.tiers import DOTS, KEY
from interviewcoach.scoring.scorecard import BAND_STARTS
from interviewcoach.tui.text import line, row, said
from interviewcoach.tui.widgets.rail import NAMES

MENTIONED, EXPLAINED = 6, 10  # cells; the word "mentioned" begins over the end of the phases' names
NARROWEST, WIDEST = 4, 30  # cells of a phase's short name, and of all three columns
PAYS = BAND_STARTS[1]  # a phase below this would come out as no hire


class CoveragePanel(VerticalScroll):
    def __init__(self, skill: Callable[[str], str]) -> None:
        super().__init__(id="coverage", classes="panel")
        self._skill = skill
        self._card: Mapping[str, Any] | None = None

    def compose(self) -> ComposeResult:
        yield Static("Reading what you have so far …", id="touched", markup=False)

    def focus_me(self) -> None:
        self.focus()

    def show(self, card: Mapping[str, Any] | None) -> None:
        """None: the answer could not be read (its rubric is broken)."""
        self._card = card
        if card is None:
            self.query_one("#touched", Static).update(said("Coverage cannot be worked out for this problem."))
            return
        told = [*self._skills(card), Content(""), *_phases(card, self._width)]
        self.query_one("#touched", Static).update(Content("\n").join(told))

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width or WIDEST

    def on_resize(self) -> None:
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
            rows.append(said(f"  ▲ counts {much} so far", "$text-warning"))
    wrong = sum(1 for one in card["arithmetic"] if not one["ok"])
    if wrong:
        rows.append(line(f"▲ {wrong} sum{'s' * (wrong != 1)} to look at again", "$text-warning"))
    return [*rows, said("Mentioned is no grade: a phase of few words, or with mistakes, counts for less.", "$text-muted")]
