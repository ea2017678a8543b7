"""The calculator's panel: a worksheet, worked out as it is typed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static, TextArea

from interviewcoach.estimation import Influence, LineResult, SheetError, complete, evaluate_sheet, sensitivity
from interviewcoach.tui.text import clipped, line, said
from interviewcoach.tui.widgets.box import Box

MOST_SHEET = 20_000
LEAST_NAME = 8  # cells
LOW = 14  # lines; in fewer there is no room to write a result twice


class SheetBox(Box):
    """Proposes the rest of a word; the right arrow takes it."""

    def update_suggestion(self) -> None:
        row, column = self.cursor_location
        written = self.document.get_line(row)
        at_end = column == len(written) and len(written) < 200 and self.document.line_count <= 60
        above = "\n".join(self.document.get_line(i) for i in range(row)) if at_end else ""
        proposals = complete(written, above, 1) if at_end and len(written.split()) else []
        self.suggestion = proposals[0].rest if proposals and proposals[0].typed >= 2 else ""

    def on_resize(self) -> None:
        """What is told below may grow and take the caret's line out of sight."""
        self.call_after_refresh(self.scroll_cursor_visible)


class Results(VerticalScroll, can_focus=False):
    """Says when what it holds, or the room for it, has another size: only then is it known how far it scrolls."""

    class Laid(Message):
        pass

    def on_resize(self) -> None:
        self.post_message(self.Laid())

    def watch_virtual_size(self) -> None:
        self.post_message(self.Laid())


class CalculatorPanel(Vertical):
    class Changed(Message):
        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, text: str) -> None:
        super().__init__(id="calculator", classes="panel")
        self._text = text
        self._rows: list[LineResult] = []
        self._shown: list[tuple[int, Content]] = []  # the number of a line and what it comes to
        self._facts: list[str] = []

    def compose(self) -> ComposeResult:
        yield SheetBox(
            self._text, most=MOST_SHEET, id="sheet",
            placeholder="For example:\nnew = 100M links/month\npeak = new * 3\nstore = new * 500 bytes/link * 5 years",
        )  # fmt: skip
        with Results(id="results-scroll"):
            yield Static("", id="results", markup=False)
        yield Static("", id="sheet-help", markup=False)

    def on_mount(self) -> None:
        self.work_out()

    @on(TextArea.Changed, "#sheet")
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.text_area.text))
        self.work_out()

    @on(TextArea.SelectionChanged, "#sheet")
    def _moved(self) -> None:
        self._show_help()
        self._show_caret_row()

    @property
    def sheet(self) -> SheetBox:
        return self.query_one("#sheet", SheetBox)

    def focus_me(self) -> None:
        self.sheet.focus()

    def offer(self, facts: list[str]) -> None:
        """Lines of the interviewer's numbers that the sheet lacks."""
        if facts != self._facts:
            self._facts = facts
            self._show_help()

    def take(self, lines: list[str]) -> None:
        """Puts lines at the end of the sheet."""
        before = self.sheet.text.rstrip("\n")
        self.sheet.move_cursor(self.sheet.document.end)
        self.sheet.put_all("\n".join([*([before] if before else []), *lines]) + "\n")
        self.sheet.move_cursor(self.sheet.document.end)

    def result(self) -> LineResult | None:
        """The line that the cursor is on, or the last one above it that came to something."""
        worth = [row for row in self._rows if row.value is not None and row.line <= self.sheet.cursor_location[0] + 1]
        return worth[-1] if worth else None

    def work_out(self) -> None:
        self._rows = evaluate_sheet(self.sheet.text)
        width = max(16, self.size.width - 2)
        self._shown = [(row.line, _result(row, width)) for row in self._rows if row.value is not None or row.error]
        self.query_one("#results", Static).update(Content("\n").join(content for _, content in self._shown))
        self._show_help()
        self._show_caret_row()

    @on(Results.Laid)
    def _show_caret_row(self) -> None:
        """Scrolls to what the caret's line comes to, or the last line above it that comes to something."""
        width, caret = self.query_one("#results", Static).size.width, self.sheet.cursor_location[0] + 1
        if width:  # there is none while the panel is away
            heights = [content.get_height({}, width) for line, content in self._shown if line <= caret] or [1]
            region = Region(0, sum(heights[:-1]), 1, heights[-1])
            self.query_one(Results).scroll_to_region(region, animate=False)

    def on_resize(self) -> None:
        self.work_out()

    def _show_help(self) -> None:
        told: list[Content] = []
        if found := self.result():
            if found.advice:
                told.append(Content.styled("▲ ", "$text-warning").append(line(found.advice)))
            what = "it" if self.size.height < LOW else f"“{found.insertable}”"
            told.append(Content.styled("ctrl+f ", "bold $accent").append(line(f"puts {what} into the answer")))
            told += _movers(self.sheet.text, found)
        if self._facts:
            told.append(Content.styled("ctrl+r ", "bold $accent").append(line("takes over " + _counted(self._facts))))
        if not self._rows and not told:
            told.append(said("Each line: a name, = and what it is. Values work out as you type.", "$text-muted"))
        self.query_one("#sheet-help", Static).update(Content("\n").join(told))


def _result(row: LineResult, width: int) -> Content:
    """What a line comes to, behind its name or its own words: the sheet shows no numbers of lines."""
    if row.error:
        called = clipped(row.name or row.input.strip(), width // 2)
        return Content.styled("! ", "bold $text-error").append(line(f"{called}: {row.error}", "$text-error"))
    value = clipped(row.text, width)
    room = width - Content(value).cell_length
    name = clipped(row.name or row.input.strip(), width if row.name else max(room - 1, LEAST_NAME))
    between = room - Content(name).cell_length
    if between < 1:
        name, between = f"{name}\n", room
    return Content.styled(name + " " * between, "$text-muted").append(Content.styled(value, "bold"))


def _movers(text: str, found: LineResult) -> list[Content]:
    """What moves the result most, where it rests on numbers that don't all move it alike."""
    try:
        moved = [(one, f"{abs(one.elasticity):.2f}") for one in sensitivity(text, found.line)]
    except SheetError:
        return []
    if len({strength for _, strength in moved}) < 2:
        return []
    told = ", ".join(f"{_origin(one, found)} ×{strength}" for one, strength in moved[:3] if strength != "0.00")
    return [line(f"moved most by {told}", "$text-muted")]


def _origin(moved: Influence, found: LineResult) -> str:
    """A number of the line itself is named by how it is written, any other by its line."""
    return moved.source if moved.line == found.line or not moved.name else moved.name


def _counted(facts: list[str]) -> str:
    return facts[0] if len(facts) == 1 else f"{len(facts)} numbers of the interviewer"
