"""What a phase should cover, in the lines there are for it. What does not fit ends in an ellipsis."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import Static

from interviewcoach.reports.wrapping import wrapped
from interviewcoach.tui.text import clipped, line, said

GLUE = "\x00"  # keeps a box and its first word on one line; no text that comes through `line` holds it


class Checklist(Static):
    """One line; two where the screen is wide, three where it is tall."""

    def __init__(self) -> None:
        super().__init__("", id="checklist", markup=False)
        self._items: Sequence[str] = ()
        self._shown: object = None

    def show(self, items: Sequence[str]) -> None:
        self._items = items
        self.fit()

    def on_resize(self) -> None:
        self.fit()

    def fit(self) -> None:
        width = self.size.width
        most = 3 if self.screen.has_class("tall") else 2 if self.screen.has_class("wide") else 1
        shown = (self._items, width, most)
        if width and shown != self._shown:
            self._shown = shown
            told = fitted(self._items, width, most)
            self.styles.height = told.count("\n") + 1  # an automatic one stays as it was when the text gets shorter
            self.update(said(told, "$text-muted"))


def fitted(items: Sequence[str], width: int, most: int) -> str:
    """The items in so many lines at most."""
    told = "  ".join(f"□{GLUE}{line(item).plain}" for item in items)
    rows = wrapped(told, width).replace(GLUE, " ").split("\n")
    if len(rows) > most:
        rows[most - 1 :] = [clipped(" ".join(rows[most - 1 :]), width)]
    return "\n".join(row.strip() for row in rows)
