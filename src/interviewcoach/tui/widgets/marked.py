"""A text to read, with the words marked that something rests on. The cursor goes through it by key and by mouse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from rich.style import Style
from rich.text import Text

from interviewcoach.tui.text import in_place
from interviewcoach.tui.widgets.wrapped import WrappedText

Span = tuple[int, int]
MARKED, CHOSEN = Style(underline=True), Style(reverse=True, bold=True)


class MarkedText(WrappedText):
    def __init__(self, text: str, marks: Iterable[Span] = (), *, id: str) -> None:
        self._starts: list[int] = [0]
        self._marks: list[Span] = []
        self._chosen: list[Span] = []
        super().__init__("", read_only=True, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False, id=id)
        self.cursor_blink = False
        self.put(text, marks)

    def put(self, text: str, marks: Iterable[Span] = ()) -> None:
        safe = in_place(text)
        self._starts = [0]
        for row in safe.split("\n"):
            self._starts.append(self._starts[-1] + len(row) + 1)
        self._marks, self._chosen = _joined(marks), []
        self.load_text(safe)

    def choose(self, spans: Iterable[Span], otherwise: int | None = None) -> None:
        """Shows these words above all, and goes to the first given, the best; without any, to an offset if there is one."""
        given = list(spans)
        self._chosen = _joined(given)
        place = given[0][0] if given else otherwise
        if place is not None:
            self.move_cursor(self._place(place))
            self.call_after_refresh(self.show_place)
        self.notify_style_update()
        self.refresh()

    def show_place(self) -> None:
        """In the middle, so that what stands around the words can be read."""
        self.scroll_cursor_visible(center=True)

    @property
    def at(self) -> int:
        """The offset of the cursor in the text."""
        row, column = self.cursor_location
        return self._starts[row] + column

    def _place(self, offset: int) -> tuple[int, int]:
        row = min(bisect_right(self._starts, offset) - 1, self.document.line_count - 1)
        return row, offset - self._starts[row]

    def get_line(self, line_index: int) -> Text:
        shown = super().get_line(line_index)
        start = self._starts[line_index] if line_index < len(self._starts) else 0
        for spans, style in ((self._marks, MARKED), (self._chosen, CHOSEN)):
            for begin, end in spans:
                if begin < start + len(shown) and end > start:
                    shown.stylize(style, max(0, begin - start), end - start)
        return shown


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Sorted, overlapping ones made one."""
    joined: list[Span] = []
    for start, end in sorted(set(spans)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
