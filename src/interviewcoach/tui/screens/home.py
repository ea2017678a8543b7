"""Home: the curriculum with where one stands, what waits to be resumed, and what to do next.

Painted first of all, so what only its filling needs is imported there.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from interviewcoach.tui.careful import careful
from interviewcoach.tui.commands import Command, bindings_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.screens.dialogs import Line
from interviewcoach.tui.standing import Row, fits, next_told, row_of, waiting_told
from interviewcoach.tui.text import clipped, line, row
from interviewcoach.tui.widgets.choices import Doors
from interviewcoach.tui.wish import Wish

if TYPE_CHECKING:
    from interviewcoach.records.progress import SkillStanding
    from interviewcoach.records.rows import SittingRow, Standing

NOT_FOUND = "No problem or skill has this name."
RESUME, MORE = "resume:", "more:"
MOST_WAITING = 3
LEAST_WEAK = 12  # cells; in fewer no skill can be told from another
SITTINGS = "sittings"
COUNT = len(SITTINGS)  # cells


class HomeScreen(CoachScreen[None]):
    NAME = "home"
    BINDINGS = bindings_of("home")

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[tuple[int, str], Row, bool]] = []  # below which heading, what is told, whether it can be practised
        self._waiting: list[SittingRow] = []
        self._elsewhere: set[str] = set()
        self._next = ("", "")  # the title of what is suggested, and why

    def compose(self) -> ComposeResult:
        yield Static(Content.styled("interviewcoach", "bold"), id="head", markup=False)
        yield Line(placeholder="Find a problem ( / )", id="find")
        yield Doors(id="problems", markup=False)
        yield Static("", id="suggestion", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """Who comes back reads the list, as it is now: a key of the footer must not end up in the search."""
        if self.is_mounted:
            self.query_one(OptionList).focus()
            if self.coach_app.is_open:
                self.fill()

    def offers(self, command: Command) -> bool:
        """In the search other keys work than in the list."""
        if command.id in ("to-list", "show-all"):
            return self.is_finding
        return not (self.is_finding and len(command.key) == 1)

    # --- filling ----------------------------------------------------------------------------------------

    def fill(self) -> None:
        """Reads where one stands; called whenever one comes back here."""
        desk, now = self.desk, round(time.time() * 1000)
        found = self._read()
        if not found and self._rows:
            return  # what was read before is nearer the truth than nothing
        standings, levels = found or ({}, {})
        headings = self._headings()
        self._rows = [
            (
                headings[slug],
                row_of(slug, entry.title, entry.skills, standings.get(slug), levels, desk.library.skill_titles, now),
                desk.practisable(slug),
            )
            for slug, entry in desk.library.entries.items()
        ]
        self._now = now
        done = sum(1 for _, told, _ in self._rows if told.sittings)
        self._head = f"{done} of {len(self._rows)} practised (p) · level {desk.setting('level')} (s)"
        if found:
            self._suggest()
        self._list()

    def _headings(self) -> dict[str, tuple[int, str]]:
        """The phase of each problem: two packs may give one number to phases of their own."""
        headings: dict[str, tuple[int, str]] = {}
        for _, curriculum in self.desk.library.curricula:
            titles = {phase.number: phase.title for phase in curriculum.phases}
            headings |= {entry.slug: (entry.phase, titles.get(entry.phase, "")) for entry in curriculum.problems}
        return headings

    @careful
    def _read(self) -> tuple[dict[str, Standing], dict[str, SkillStanding]]:
        """Where the records fail, the problems are listed all the same."""
        from interviewcoach.records.progress import skills

        records = self.desk.coach.records
        records.flush(1.0)
        self._elsewhere = records.open_elsewhere()
        self._waiting = [row for row in records.unfinished() if row.problem in self.desk.library.entries]
        return records.standings(), skills(records.performances())

    @careful
    def _suggest(self) -> None:
        desk = self.desk
        best = next((s for s in desk.coach.suggest() if desk.practisable(s.slug)), None)
        self._next = ("", "")
        if best:
            why = best.why.replace(best.weakest, desk.skill(best.weakest)) if best.weakest else best.why
            if best.days is None and any(waiting.problem == best.slug for waiting in self._waiting):
                why = "begun and not finished, and its turn in the curriculum"
            self._next = (desk.title(best.slug), why)
        self._tell_next()

    def _tell_next(self) -> None:
        title, why = self._next
        before, behind = next_told(title, why, self.size.width - 2) if title else ("", "")
        told = Content.assemble((before, "$text-muted"), line(title, "bold"), (behind, "$text-muted"))
        self.query_one("#suggestion", Static).update(told)

    def _list(self) -> None:
        problems = self.query_one("#problems", OptionList)
        if not self._rows:
            return
        width = max(50, self.size.width - 4)
        chosen = problems.highlighted_option.id if problems.highlighted_option else None
        query = self.query_one("#find", Input).value
        options = [] if query else self._resumable(width)
        under: tuple[int, str] | None = None
        for heading, told, able in self._rows:
            skills = self.desk.library.entries[told.slug].skills
            if not fits(query, told.title, told.slug, *skills, *map(self.desk.skill, skills)):
                continue
            if heading != under:
                options.append(Option(_heading(*heading, width, first=not under), disabled=True))
                under = heading
            options.append(Option(_problem(told, able, width), id=told.slug))
        if not options:
            options.append(Option(line(NOT_FOUND, "$text-muted"), disabled=True))
        problems.clear_options()
        problems.add_options(options)
        ids = [option.id for option in options]
        able_ids = [i for i, option in enumerate(options) if not option.disabled]
        problems.highlighted = ids.index(chosen) if chosen in ids and chosen else (able_ids[0] if able_ids else None)
        title = Content.styled("interviewcoach", "bold")
        room = max(1, self.size.width - 2 - title.cell_length - len(self._head))
        self.query_one("#head", Static).update(title.append(" " * room).append(line(self._head, "$text-muted")))

    def stand_on(self, sitting: str, problem: str) -> None:
        """Puts the cursor on a sitting that waits, where it is listed, else on its problem."""
        problems = self.query_one("#problems", OptionList)
        rows = {option.id: i for i, option in enumerate(problems.options)}
        problems.highlighted = rows.get(f"{RESUME}{sitting}", rows.get(problem, problems.highlighted))

    def _resumable(self, width: int) -> list[Option]:
        """What waits unfinished: the last ones, and where all are."""
        options = [
            _waiting(one, self.desk.title(one.problem), self._now, width, one.id in self._elsewhere)
            for one in self._waiting[:MOST_WAITING]
        ]
        if more := len(self._waiting) - len(options):
            options.append(Option(Content.styled(f"▶ {more} more unfinished  (r)", "$accent"), id=MORE))
        return options

    def on_resize(self) -> None:
        self._list()
        self._tell_next()

    # --- doing ------------------------------------------------------------------------------------------

    @on(Input.Changed, "#find")
    def _searching(self) -> None:
        self._list()

    @on(Input.Submitted, "#find")
    def _found(self) -> None:
        self.action_open()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    def action_show_all(self) -> None:
        """From the search as from the list."""
        self.query_one("#find", Input).value = ""
        self.action_to_list()

    def action_to_list(self) -> None:
        self.query_one(OptionList).focus()

    def action_search(self) -> None:
        self.query_one("#find").focus()

    def action_open(self) -> None:
        option = self.query_one("#problems", OptionList).highlighted_option
        if option is None or option.id is None:
            self.tell(NOT_FOUND)
            return
        self.query_one("#find", Input).value = ""  # it would hide what waits to be resumed when one comes back
        if option.id.startswith(RESUME):
            self.coach_app.resume(option.id.removeprefix(RESUME))
        elif option.id == MORE:
            self.action_review()
        else:
            self.coach_app.open_briefing(Wish(option.id))

    @careful
    def action_mock(self) -> None:
        best = next((s for s in self.desk.coach.suggest() if self.desk.practisable(s.slug)), None)
        if best:
            self.coach_app.open_briefing(Wish(best.slug, mode="mock"))

    def action_progress(self) -> None:
        from interviewcoach.tui.screens.progress import ProgressScreen

        self.app.push_screen(ProgressScreen())

    def action_review(self) -> None:
        from interviewcoach.tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen())

    def action_settings(self) -> None:
        from interviewcoach.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen(), lambda _: self.fill())


def _waiting(waiting: SittingRow, title: str, now: int, width: int, elsewhere: bool) -> Option:
    told = clipped(waiting_told(waiting, title, now, width - 10, elsewhere=elsewhere), width - 10)
    return Option(
        Content.styled("▷ Look at " if elsewhere else "▶ Resume  ", "bold $accent").append(line(told, "bold")),
        id=f"{RESUME}{waiting.id}",
    )


def _columns(width: int) -> tuple[int, int, int]:
    """Cells for a problem's name, its weak skills and the number of its sittings; narrow lists leave out the latter two."""
    if width < 76:
        return width - 35, 0, 0
    name = min(32, width - 37 - COUNT)
    weak = width - 34 - COUNT - name
    return name, weak if weak >= LEAST_WEAK else 0, COUNT


def _heading(number: int, title: str, width: int, first: bool) -> Content:
    name, weak, count = _columns(width)
    if not first:
        return line(f"{number} {title}", "bold")
    told = row([(f"{number} {title}", name + 2)], "bold").append(row([("skills", 7 + weak)], "$text-muted"))
    return told.append(row([("last", 11), ("best", 13), (SITTINGS, -count)], "$text-muted"))


def _problem(told: Row, able: bool, width: int) -> Content:
    name, weak, count = _columns(width)
    parts = [("", 2), (told.title, name), ("", 1), (told.dots, 6)]
    parts += [(told.weak, max(0, weak - 1)), ("", 1)] if weak else []
    return row(
        [*parts, (told.last if able else "not yet", 11), (told.best, 13), (told.sittings, -count)],
        "" if able else "$text-disabled",
    )
