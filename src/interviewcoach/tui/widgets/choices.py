"""A list to choose from. The row that a key acts on has a sign before it, as a colour alone is not seen by everybody."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import OptionList


class Choices(OptionList):
    SIGN: ClassVar[str] = "›"

    def render_line(self, y: int) -> Strip:
        """The sign takes the blank that every row has at its left."""
        strip = super().render_line(y)
        if self.highlighted is None or self.scroll_offset.y + y != self._index_to_line.get(self.highlighted):
            return strip
        first, rest = strip.divide([1, strip.cell_length])
        style = next(iter(first)).style if first.cell_length else None
        return Strip([Segment(self.SIGN, style), *rest], strip.cell_length)


class Doors(Choices):
    """A list whose rows lead into a sitting: enter acts at once, so that what is typed right behind it is typed there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.open", show=False, priority=True)]

    def scroll_to_highlight(self, top: bool = False) -> None:
        """With the first row the heading above it is seen, too: no key leads there."""
        super().scroll_to_highlight(top)
        if self.highlighted is not None and all(option.disabled for option in self.options[: self.highlighted]):
            self.scroll_to(y=0, animate=False, immediate=True, force=True)
