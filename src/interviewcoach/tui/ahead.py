"""What is typed while a sitting is being made, kept key by key until the answer stands."""

from __future__ import annotations

from textual.events import Key, Paste

from interviewcoach.tui.widgets.box import NEW_LINE


class KeysAhead:
    """Keys wait here and not with a screen: between two screens there is a moment in which they would be nobody's."""

    def __init__(self) -> None:
        self.waiting = False
        self._kept: list[Key | Paste] = []

    def wait(self) -> None:
        """From now on, until `taken` or `dropped`, keys are to be kept; a second time changes nothing."""
        self.waiting = True

    def keep(self, event: Key | Paste) -> None:
        if not isinstance(event, Key) or event.key not in (*NEW_LINE, "backspace"):
            self._kept.append(event)
        elif event.key == "backspace":  # takes back what waits here, and nothing of what stands in the answer already
            if self._kept and _is_text(self._kept[-1]):
                self._kept.pop()
        elif self._kept:  # else it is the key that began the sitting, pressed twice
            self._kept.append(event)

    def taken(self) -> list[Key | Paste]:
        """What was typed, in its order; keys are kept no longer."""
        self.waiting = False
        kept, self._kept = self._kept, []
        return kept

    def dropped(self) -> None:
        """There will be no answer to type into."""
        self.taken()


def _is_text(event: Key | Paste) -> bool:
    return isinstance(event, Key) and (event.is_printable or event.key in NEW_LINE)
