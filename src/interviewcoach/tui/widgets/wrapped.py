"""Text of several lines that is wrapped to its width, also after that has changed."""

from __future__ import annotations

from textual.widgets import TextArea


class WrappedText(TextArea):
    """Textual wraps again on a resize, but paints again only if that makes the text higher or lower."""

    def on_resize(self) -> None:
        self.refresh()
        self.call_after_refresh(self.show_place)

    def show_place(self) -> None:
        """Keeps the cursor in view: what is around it has moved."""
        self.scroll_cursor_visible()
