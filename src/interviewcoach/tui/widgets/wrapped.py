"""Text of several lines that is wrapped to its width, also after that has changed."""

from __future__ import annotations

from textual.geometry import Offset
from textual.widgets import TextArea


class WrappedText(TextArea):
    """Textual wraps again on a resize, but paints again only if that makes the text higher or lower.

    And it lays a shortened text out before it moves the caret (undo and redo do so): where that takes the scrollbar away, it
    looks for a caret beyond the last line, and fails.
    """

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
