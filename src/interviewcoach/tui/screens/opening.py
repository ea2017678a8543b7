"""The moment in which a sitting is being made: nobody waits with typing."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from interviewcoach.tui.screens.base import Dialog
from interviewcoach.tui.text import line
from interviewcoach.tui.widgets.box import NEW_LINE


class Opening(Dialog[None]):
    """Says so in a line and keeps what is typed: it goes into the answer as soon as that stands."""

    typed = ""

    def __init__(self, told: str = "") -> None:
        super().__init__()
        self.told = told

    def compose(self) -> ComposeResult:
        yield Static(line(self.told, "bold $accent"), id="opening")

    def tell(self, told: str) -> None:
        self.told = told
        for shown in self.query("#opening").results(Static):
            shown.update(line(told, "bold $accent"))

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss()
        elif event.key == "backspace":
            self.typed = self.typed[:-1]
        elif event.key in NEW_LINE:
            self.typed += "\n" if self.typed else ""  # the key that began it, pressed twice
        elif event.is_printable and event.character:
            self.typed += event.character

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.typed += event.text
