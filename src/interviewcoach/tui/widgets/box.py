"""Text boxes: they take any text, keep it harmless and within a size that stays quick."""

from __future__ import annotations

import re

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from interviewcoach.tui.text import MOST_CHARACTERS, broken_up, tidy

_ITEM = re.compile(r"(?P<indent>\s*)(?P<mark>[-*+•]|(?P<number>\d{1,3})(?P<dot>[.)]))(?P<gap>\s+)(?P<tick>\[[ xX]\]\s+)?")


class Box(TextArea):
    """A text box for untrusted text, with soft wrap and undo, of at most `most` characters."""

    class Full(Message):
        """More was typed or pasted than fits; `left_out` characters were not taken."""

        def __init__(self, left_out: int) -> None:
            super().__init__()
            self.left_out = left_out

    def __init__(self, text: str = "", *, most: int = MOST_CHARACTERS, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            broken_up(tidy(text))[:most], soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False,
            placeholder="", id=id,
        )  # fmt: skip
        self.placeholder = placeholder
        self.cursor_blink = False
        self.most = most

    def put_all(self, text: str) -> None:
        """Replaces everything, undoably."""
        self.replace(broken_up(tidy(text))[: self.most], self.document.start, self.document.end)

    def put(self, text: str) -> None:
        """Inserts at the cursor what still fits."""
        text = broken_up(tidy(text))
        room = max(0, self.most - len(self.text) + len(self.selected_text))
        if len(text) > room:
            self.post_message(self.Full(len(text) - room))
        result = self.replace(text[:room], *sorted(self.selection))
        self.move_cursor(result.end_location)

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if not self.read_only:
            self.put(event.text)

    def on_key(self, event: events.Key) -> None:
        if self.read_only:
            return
        if (event.is_printable or event.key == "enter") and len(self.text) >= self.most and not self.selected_text:
            event.prevent_default()
            event.stop()
            self.post_message(self.Full(1))
        elif event.key == "enter":
            self.entered(event)

    def entered(self, event: events.Key) -> None:
        """Hook: enter was pressed. Prevent the event's default to keep the line whole."""


class AnswerBox(Box):
    """The answer of one phase. Lists go on when enter is pressed; a line that begins with `?` is asked."""

    class Asked(Message):
        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def __init__(self, phase: str, text: str, checklist: tuple[str, ...]) -> None:
        placeholder = "\n".join(["Cover, in any order:", *(f"  □ {item}" for item in checklist)])
        super().__init__(text, placeholder=tidy(placeholder), id=f"answer-{phase}")
        self.phase = phase

    @property
    def words(self) -> int:
        return len(self.text.split())

    def entered(self, event: events.Key) -> None:
        row, column = self.cursor_location
        written = self.document.get_line(row)
        if written.lstrip().startswith("?") and written.strip("? ") and column >= len(written.rstrip()):
            self.post_message(self.Asked(written.lstrip(" ?")))
            return
        item = _ITEM.match(written)
        if not item or column < item.end() or self.selected_text:
            return
        event.prevent_default()
        event.stop()
        if written[item.end() :].strip():
            self.insert("\n" + _following(item))
        else:
            self.replace("", (row, 0), (row, len(written)))


def _following(item: re.Match[str]) -> str:
    mark = f"{int(item['number']) + 1}{item['dot']}" if item["number"] else item["mark"]
    return item["indent"] + mark + item["gap"] + ("[ ] " if item["tick"] else "")


class SayBox(Box):
    """A small box in which enter sends what was written."""

    class Sent(Message):
        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, id: str) -> None:
        super().__init__(most=4_000, id=id)

    def entered(self, event: events.Key) -> None:
        event.prevent_default()
        event.stop()
        if self.text.strip():
            self.post_message(self.Sent(self.text.strip()))
            self.put_all("")
