"""Before the clock starts: the statement, the level, the times. Nothing is given away."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewcoach.errors import CoachError
from interviewcoach.interview.framework import MINUTE, make_plan
from interviewcoach.interview.protocol import LEVELS
from interviewcoach.records.known_settings import LENGTHS
from interviewcoach.tui.commands import bindings_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.text import line, paragraphs, said
from interviewcoach.tui.wish import Wish

RULES = {
    "practice": "soft clocks, pauses, hints (ctrl+t) and coverage (f5) as you write.",
    "mock": "the clock decides. No pause, no way back, no hints; halfway through, something comes up.",
}
ASKED_OF = {
    "mid": "A design that works, with the main numbers and a sound reason for the main choices.",
    "senior": "Choices weighed against alternatives, failures walked through step by step, numbers that drive the design.",
    "staff": "All of that, and how it lives on: growth, cost, migrations, people and operations.",
}


class BriefingScreen(CoachScreen[None]):
    NAME = "briefing"
    CSS_PATH = "reading.tcss"
    BINDINGS = bindings_of("briefing")

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self._asked = wish

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
            for name in ("level", "mode", "time"):
                yield _pair(Static(line(name.capitalize(), "$text-muted"), classes="left"), Static("", id=name, markup=False))
            yield Static("")
            for phase in desk.library.framework.phases:
                told = Content.styled(phase.title, "bold").append("  ").append(said(", ".join(phase.covers), "$text-muted"))
                yield _pair(Static("", id=f"of-{phase.id}", classes="left", markup=False), Static(told))
        yield self.keys()

    def on_mount(self) -> None:
        self._show()
        self.query_one("#briefing").focus()
        # a daemon: who leaves the program does not wait for it
        Thread(target=self.desk.coach.make_ready, args=(self._asked.problem,), daemon=True).start()

    def _show(self) -> None:
        wish = self.wish
        time = f"{wish.minutes} minutes" if wish.timed else "untimed"
        self._tell("level", Content.assemble((wish.level, "bold"), f": {ASKED_OF[wish.level]}"))
        self._tell("mode", Content.assemble((wish.mode, "bold"), f": {RULES[wish.mode]}"))
        self._tell("time", Content.styled(time, "bold"))
        plan = make_plan(wish.minutes, timed=wish.timed)
        for planned in plan.phases:
            minutes = f"{planned.planned // MINUTE} min" if wish.timed else ""
            self.query_one(f"#of-{planned.phase}", Static).update(Content.styled(minutes, "$text-muted"))

    def _tell(self, name: str, told: Content) -> None:
        self.query_one(f"#{name}", Static).update(told)

    def action_begin(self) -> None:
        self.coach_app.start(self.wish)

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


def _pair(left: Static, right: Static) -> Horizontal:
    right.add_class("right")
    return Horizontal(left, right, classes="pair")
