"""The moment in which a sitting is being made: nobody waits with typing."""

from __future__ import annotations

from textual import events

from interviewcoach.tui.screens.base import Dialog
from interviewcoach.tui.widgets.box import NEW_LINE


class Opening(Dialog[None]):
    """Shows nothing and keeps what is typed: it goes into the answer as soon as that stands."""

    typed = ""

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
