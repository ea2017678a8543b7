"""Before the clock starts: the statement, the level, the times. Nothing is given away."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewcoach.errors import CoachError
from interviewcoach.interview.framework import MINUTE, make_plan
from interviewcoach.tui.app import Wish
from interviewcoach.tui.commands import bindings_of
from interviewcoach.tui.desk import LENGTHS, LEVELS
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.text import line, paragraphs, said

RULES = {
    "practice": "Practice: soft clocks, pauses, hints (ctrl+t) and coverage (f5) as you write.",
    "mock": "Mock: the clock decides. No pause, no way back, no hints; halfway through, the brief changes.",
}
ASKED_OF = {
    "mid": "A design that works, with the main numbers and a sound reason for the main choices.",
    "senior": "Choices weighed against alternatives, failures walked through step by step, numbers that drive the design.",
    "staff": "All of that, and how it lives on: growth, cost, migrations, people and operations.",
}


class BriefingScreen(CoachScreen[None]):
    NAME = "briefing"
    BINDINGS = bindings_of("briefing")

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self._asked = wish
        self._begun = False

    def compose(self) -> ComposeResult:
        desk, slug = self.desk, self._asked.problem
        level = self._asked.level or desk.setting("level")
        self.wish = replace(self._asked, level=level, minutes=self._asked.minutes or desk.setting("minutes"))
        yield Static(line(desk.title(slug)), classes="title")
        with VerticalScroll(id="briefing"):
            try:
                yield Static(said(paragraphs(desk.library.problem(slug).statement)), id="statement")
            except CoachError as error:
                yield Static(said(str(error)), id="statement")
            yield Static("", id="terms", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self._show()
        self.query_one("#briefing").focus()

    def _show(self) -> None:
        wish = self.wish
        time = f"{wish.minutes} minutes" if wish.timed else "untimed"
        told = [
            Content.assemble(("Level    ", "$text-muted"), (wish.level, "bold"), f"   {ASKED_OF[wish.level]}"),
            Content.assemble(("Mode     ", "$text-muted"), (wish.mode, "bold"), f"   {RULES[wish.mode].split(': ')[1]}"),
            Content.assemble(("Time     ", "$text-muted"), (time, "bold")),
            Content(""),
        ]
        plan = make_plan(wish.minutes, timed=wish.timed)
        for planned, phase in zip(plan.phases, self.desk.library.framework.phases, strict=True):
            minutes = f"{planned.planned // MINUTE:>3} min" if wish.timed else "       "
            head = Content.assemble((minutes, "$text-muted"), (f"  {phase.title}  ", "bold"))
            told.append(head.append(said(", ".join(phase.covers), "$text-muted")))
        self.query_one("#terms", Static).update(Content("\n").join(told))

    def action_begin(self) -> None:
        if not self._begun:
            self._begun = True
            self.coach_app.start(self.wish)
            self.set_timer(3, self._free_again)

    def _free_again(self) -> None:
        self._begun = False

    def action_level(self) -> None:
        self.wish = replace(self.wish, level=LEVELS[(LEVELS.index(self.wish.level) + 1) % len(LEVELS)])
        self._show()

    def action_mode(self) -> None:
        mock = self.wish.mode == "practice"
        self.wish = replace(self.wish, mode="mock" if mock else "practice", timed=self.wish.timed or mock)
        self._show()

    def action_minutes(self) -> None:
        lengths = [*sorted({*LENGTHS, self.wish.minutes}), *([0] if self.wish.mode == "practice" else [])]
        place = lengths.index(self.wish.minutes if self.wish.timed else 0)
        following = lengths[(place + 1) % len(lengths)]
        self.wish = replace(self.wish, minutes=following or self.wish.minutes, timed=bool(following))
        self._show()
