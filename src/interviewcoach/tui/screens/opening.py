"""The moment in which a sitting is being made: nobody waits with typing."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from interviewcoach.tui.screens.base import Dialog
from interviewcoach.tui.text import line


class Opening(Dialog[None]):
    """Says so in a line. No key comes here: the program keeps them all until the answer stands (see `ahead`)."""

    def __init__(self, told: str = "") -> None:
        super().__init__()
        self.told = told

    def compose(self) -> ComposeResult:
        yield Static(line(self.told, "bold $accent"), id="opening")

    def tell(self, told: str) -> None:
        self.told = told
        for shown in self.query("#opening").results(Static):
            shown.update(line(told, "bold $accent"))
