"""Text of several lines that is wrapped to its width, also after that has changed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets import TextArea

ENDS: list[Binding] = [
    Binding("ctrl+home", "cursor_text_end(-1)", show=False),
    Binding("ctrl+end", "cursor_text_end(1)", show=False),
    Binding("ctrl+shift+home", "cursor_text_end(-1, True)", show=False),
    Binding("ctrl+shift+end", "cursor_text_end(1, True)", show=False),
]


class WrappedText(TextArea):
    """Textual wraps again on a resize, but paints again only if that makes the text higher or lower.

    And it lays a shortened text out before it moves the caret (undo and redo do so): where that takes the scrollbar away, it
    looks for a caret beyond the last line, and fails.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*ENDS]

    def action_cursor_text_end(self, step: int, select: bool = False) -> None:
        """To the beginning (-1) or the end (1) of the whole text: Textual knows these of a line only."""
        self.move_cursor(self.document.start if step < 0 else self.document.end, select=select)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """A caret that has yet to come back into the text has no place; once it has, it is shown as after any move."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def on_resize(self) -> None:
        self.refresh()
        self.call_after_refresh(self.show_place)

    def show_place(self) -> None:
        """Keeps the cursor in view: what is around it has moved."""
        self.scroll_cursor_visible()
