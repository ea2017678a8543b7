"""F1: the whole command table, the screen one comes from first."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewcoach.reports.tiers import KEY, TO_WHAT
from interviewcoach.tui.commands import COMMANDS, bindings_of, commands_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.text import row

TITLES = {
    "home": "Home", "briefing": "Before a sitting", "sitting": "A sitting", "prediction": "Your guess",
    "scorecard": "Scorecard", "review": "Your sittings", "compare": "Two sittings",
    "timeline": "As it was typed", "progress": "Your progress", "settings": "Settings",
}  # fmt: skip
KEYS = max(len(command.key_shown) for command in COMMANDS) + 2  # cells
ABOUT = {
    "home": (
        "The five dots under `skills` say how deeply a problem's skills were shown in your last three tries: none filled is "
        f"nothing shown, all filled is every skill {TO_WHAT}."
    ),
    "scorecard": f"The dots of a criterion or a skill: {KEY}.",
    "sitting": (
        "In a text box: ctrl+z undoes, ctrl+y does it again, shift and arrows select, f7 selects all, ctrl+c and ctrl+v copy and "
        "paste, ctrl+a and ctrl+e go to a line's ends, ctrl+home and ctrl+end to those of the text. Lists go on with enter; "
        "tab moves an item in, shift+tab out. "
        "f2 to f5 open a panel beside the answer; there the same key closes it. escape goes back to the answer, and once more "
        "closes the panel. A line that begins with ? is asked. "
        "Beside the interviewer pgup and pgdn scroll what was said, up and down bring back "
        "what you have asked."
    ),
}


class HelpScreen(CoachScreen[None]):
    NAME = "help"
    CSS_PATH = "reading.tcss"
    BINDINGS = bindings_of("help")

    def __init__(self, of: str) -> None:
        super().__init__()
        self._of = of

    def compose(self) -> ComposeResult:
        yield Static("Keys", classes="title")
        with VerticalScroll(id="help"):
            for name in sorted(TITLES, key=lambda name: name != self._of):
                yield Static(_section(name), classes="section")
        yield self.keys()

    def on_mount(self) -> None:
        self.query_one("#help").focus()


def _section(name: str) -> Content:
    told = [Content.styled(TITLES[name], "bold")]
    for command in commands_of(name):
        key = Content.styled(row([(command.key_shown, KEYS)]).plain, "$accent")
        help_ = command.help if command.key else f"{command.help} By its name, through ctrl+p."
        told.append(Content("  ").append(key).append(Content.styled(f"{command.label}: ", "bold")).append(help_))
    if name in ABOUT:
        told.append(Content.styled(ABOUT[name], "$text-muted"))
    return Content("\n").join(told)
