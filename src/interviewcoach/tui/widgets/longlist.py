"""A list to read as much as to choose from: most of its lines cannot be chosen, and all of them must be seen.

Textual's list moves from choice to choice, past any number of lines between two of them, and at its ends goes round.
"""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message

from interviewcoach.tui.widgets.choices import Choices


class LongList(Choices):
    """Keys move the view first. A choice is highlighted where it can be seen; where none can be, none is."""

    SIGN: ClassVar[str] = "▸"  # what would lead on begins with the usual one

    class NothingChosen(Message):
        """Enter, and no choice is highlighted."""

    def action_select(self) -> None:
        if self.highlighted is None:
            self.post_message(self.NothingChosen())
        else:
            super().action_select()

    def action_cursor_down(self) -> None:
        self._step(1)

    def action_cursor_up(self) -> None:
        self._step(-1)

    def action_page_down(self) -> None:
        self._view_from(round(self.scroll_y) + self._page)

    def action_page_up(self) -> None:
        self._view_from(round(self.scroll_y) - self._page, last=True)

    def action_first(self) -> None:
        self._view_from(0)

    def action_last(self) -> None:
        self._view_from(len(self._lines), last=True)

    def choose_here(self) -> None:
        """The choice in sight; else the next one below, else the last."""
        able = [i for i, option in enumerate(self.options) if not option.disabled]
        below = [i for i in able if self._index_to_line[i] >= round(self.scroll_y)]
        if able and self.highlighted is None:
            self.highlighted = (below or able[-1:])[0]

    @property
    def _height(self) -> int:
        return max(1, self.scrollable_content_region.height)

    @property
    def _page(self) -> int:
        """One line of the page before stays in sight."""
        return max(1, self._height - 1)

    def _in_sight(self) -> list[int]:
        """The choices that can be seen whole; of one that is higher than the view, its beginning."""
        top, high = round(self.scroll_y), self._height
        whole = [
            i for i, begin in self._index_to_line.items() if top <= begin and begin + min(self._heights[i], high) <= top + high
        ]
        return [i for i in sorted(whole) if not self.options[i].disabled]

    def _step(self, way: int) -> None:
        """To the next choice if it is in sight; else the view moves by a line, so that what lies between is seen."""
        seen = self._in_sight()
        here = self.highlighted
        ahead = [i for i in seen if (i - here) * way > 0] if here is not None and here in seen else seen
        if ahead:
            self.highlighted = ahead[0] if way > 0 else ahead[-1]
        else:
            self._view_from(round(self.scroll_y) + way, last=way < 0, keep=True)

    def _view_from(self, top: int, *, last: bool = False, keep: bool = False) -> None:
        """Shows the lines from here on and highlights their first choice, or their last one. Keep: rather the one that is."""
        self.scroll_to(y=min(max(0, top), self.max_scroll_y), animate=False, immediate=True)
        seen = self._in_sight()
        if keep and (self.highlighted in seen or self.highlighted is None):
            return
        self.highlighted = None if not seen else seen[-1] if last else seen[0]
