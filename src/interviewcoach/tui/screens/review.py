"""All sittings, the latest first: found by words, verdict, mode and date; one opens on its scorecard."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from interviewcoach.interview.protocol import VERDICTS
from interviewcoach.records.rows import Filter, SittingRow
from interviewcoach.reports.scorecard_text import WORDS
from interviewcoach.reports.when import minutes, short_day
from interviewcoach.reports.wrapping import cells
from interviewcoach.scoring.scorecard import figure
from interviewcoach.tui.careful import careful
from interviewcoach.tui.commands import Command, bindings_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.screens.dialogs import Line
from interviewcoach.tui.screens.review_actions import ReviewActions
from interviewcoach.tui.text import clipped, line, row
from interviewcoach.tui.widgets.choices import Doors

MOST = 200  # lines; words and filters reach the others
DAY = 86_400_000
DATE = 12  # cells
CHOICES: dict[str, tuple[Any, ...]] = {
    "verdict": ("", *reversed(VERDICTS)),
    "mode": ("", "practice", "mock"),
    "since": (0, 7, 31),  # days back
    "sort": ("newest", "oldest", "best", "worst", "longest", "problem"),
}

SELECTED = ("open-sitting", "search-sittings", "mark")  # of no use while one types what to find
ON_A_ROW = ("open-sitting", "compare", "mark", "rename", "tags", "remark", "delete", "timeline")
NARROWING = ("verdict", "mode", "since")


def called(name: str, problem: str, tags: Sequence[str], width: int) -> str:
    """A sitting in its line: name, problem and tags. Where it is narrow tags give way, then name and problem share the room."""
    whole = f"{name} · {problem}" if name else problem
    tagged = whole + "".join(f" #{tag}" for tag in tags)
    if cells(tagged) <= width or not name:
        return tagged if cells(tagged) <= width else clipped(whole, width)
    room = width - len(" · ")
    half = max(room // 2, room - cells(problem))
    first = clipped(name, half)
    return f"{first} · {clipped(problem, room - cells(first))}"


class ReviewScreen(ReviewActions, CoachScreen[None]):
    NAME = "review"
    BINDINGS = bindings_of("review")

    def __init__(self) -> None:
        super().__init__()
        self._chosen: dict[str, Any] = {name: values[0] for name, values in CHOICES.items()}
        self._rows: dict[str, SittingRow] = {}

    def compose(self) -> ComposeResult:
        yield Static("Your sittings", classes="title")
        yield Line(placeholder="Find words in what you wrote ( / )", id="find")
        yield Static("", id="filters", markup=False)
        yield Doors(id="sittings", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self.desk.coach.records.flush(1.0)
        self.list_again()
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        self.list_again()

    def on_screen_resume(self) -> None:
        self.list_again()

    def offers(self, command: Command) -> bool:
        """In the search other keys work than in the list."""
        if command.id == "list-sittings":
            return self.is_finding
        if command.id in ON_A_ROW and not self._rows:
            return False
        if self.is_finding and (len(command.key) == 1 or command.id in SELECTED):
            return False
        return command.id != "undo" or bool(self.gone)

    def label(self, command: Command) -> str:
        return "all sittings" if self.is_finding and command.id == "close" else command.label

    # --- the list ---------------------------------------------------------------------------------------

    @careful
    def list_again(self) -> None:
        sittings = self.query_one("#sittings", OptionList)
        chosen = sittings.highlighted or 0
        wanted = self._wanted()
        self._rows = {row.id: row for row in self.desk.coach.records.sittings(wanted)}
        width = max(50, self.size.width - 4)
        sittings.clear_options()
        sittings.add_options(Option(self._line(told, width), id=told.id) for told in self._rows.values())
        if self._rows:
            sittings.highlighted = min(chosen, len(self._rows) - 1)
        else:
            nothing = "No sitting fits." if wanted != Filter(limit=MOST) else "No sittings yet: open a problem at home."
            nothing = "No sitting holds these words." if wanted.text else nothing
            sittings.add_option(Option(line(nothing, "$text-muted"), disabled=True))
        self.query_one("#filters", Static).update(line(self._narrowed()))
        self.fit_keys()

    @property
    def sought(self) -> str:
        return self.query_one("#find", Input).value

    def _wanted(self) -> Filter:
        chosen, back = self._chosen, self._chosen["since"]
        since = round(time.time() * 1000) - back * DAY if back else None
        return Filter(
            text=self.sought, verdict=chosen["verdict"], mode=chosen["mode"], since=since, sort=chosen["sort"], limit=MOST,
        )  # fmt: skip

    def _narrowed(self) -> str:
        chosen = self._chosen
        parts = [WORDS.get(chosen["verdict"], ""), chosen["mode"], {7: "last week", 31: "last month"}.get(chosen["since"], "")]
        told = ", ".join(part for part in parts if part) or "all"
        order = "" if chosen["sort"] == "newest" else f" · {chosen['sort']} first"
        state = f"{told}{order} · {len(self._rows)}{'+' * (len(self._rows) == MOST)} shown"
        all_again = " · escape all" if self._is_narrowed else ""
        legends = (f" · v verdict, m mode, w when, o order{all_again}", f" · v m w o{all_again}", all_again)
        return state + next((legend for legend in legends if len(state + legend) <= self.size.width - 2), "")

    @property
    def _is_narrowed(self) -> bool:
        return bool(self.sought) or any(self._chosen[name] for name in NARROWING)

    def _line(self, told: SittingRow, width: int) -> Content:
        verdict = WORDS.get(told.verdict or "", told.told)
        score = "" if told.overall is None else str(figure(told.overall))
        how = [(told.mode, 9), (told.level, 7)] if width >= 76 else []
        taken = DATE + 22 + sum(cells for _, cells in how) + 2
        sign = "› " if told.id == self.marked else ""
        title = sign + called(told.title, self.desk.title(told.problem), told.tags, width - taken - len(sign))
        parts = [(short_day(told.started, time.time()), DATE), (title, width - taken), ("", 1), *how]
        return row([*parts, (minutes(told.active), -6), ("", 1), (verdict, 13), (score, -3)])

    def chosen_row(self) -> SittingRow | None:
        option = self.query_one("#sittings", OptionList).highlighted_option
        return self._rows.get(option.id or "") if option else None

    # --- finding ----------------------------------------------------------------------------------------

    @on(Input.Changed, "#find")
    def _searching(self) -> None:
        self.list_again()

    @on(Input.Submitted, "#find")
    def _found(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    def action_to_list(self) -> None:
        self.query_one(OptionList).focus()

    def action_search(self) -> None:
        self.query_one("#find").focus()

    def action_cycle(self, what: str) -> None:
        values = CHOICES[what]
        self._chosen[what] = values[(values.index(self._chosen[what]) + 1) % len(values)]
        self.list_again()

    def action_close(self) -> None:
        """Back to all sittings first, where only some are shown."""
        find = self.query_one("#find", Input)
        if not self._is_narrowed and not find.has_focus:
            self.dismiss()
            return
        find.value = ""
        self._chosen |= {name: CHOICES[name][0] for name in NARROWING}
        self.list_again()
        self.query_one(OptionList).focus()
