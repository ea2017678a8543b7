"""Text boxes: they take any text, keep it harmless and within a size that stays quick."""

from __future__ import annotations

import re
from typing import Self

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

from interviewcoach.interview.plain import words_in
from interviewcoach.reports.wrapping import wrapped
from interviewcoach.tui.text import MOST_CHARACTERS, broken_up, tidy
from interviewcoach.tui.widgets.wrapped import ENDS, WrappedText

NEW_LINE = ("enter", "ctrl+j")
INDENT = "  "
# Left to Textual these act once the program has taken what was typed after them, too: a deletion would delete that.
_KNOWN = [*(one for one in TextArea.BINDINGS if isinstance(one, Binding)), *ENDS]
_EDITING = {key: binding.action for binding in _KNOWN for key in binding.key.split(",")}
_CLOSING = " .,;:!?)]}”"  # what stands behind a word without a blank
_MARK = re.compile(r"[-*+•]|(?P<number>\d{1,3})(?P<dot>[.)])")
_ITEM = re.compile(rf"(?P<indent>\s*)(?P<mark>{_MARK.pattern})(?P<gap>\s+)(?P<tick>\[[ xX]\]\s+)?")


class Box(WrappedText):
    """A text box for untrusted text, with soft wrap and undo, of at most `most` characters.

    Tab stays in it, and ctrl+j is a new line and nothing else: that is how a line feed arrives which was pasted into a
    terminal that does not mark pastes.
    """

    class Full(Message):
        """More was typed or pasted than fits; `left_out` characters were not taken."""

        def __init__(self, left_out: int) -> None:
            super().__init__()
            self.left_out = left_out

    def __init__(self, text: str = "", *, most: int = MOST_CHARACTERS, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            broken_up(tidy(text))[:most], soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False,
            placeholder="", id=id, tab_behavior="indent",
        )  # fmt: skip
        self.placeholder = placeholder
        self.cursor_blink = False
        self.most = most
        self._followed = text

    def on_mount(self) -> None:
        self.move_cursor(self.document.end)

    def focus(self, scroll_visible: bool = True) -> Self:
        """At once, and not behind the keys that wait already: what is typed right after the key that leads here belongs here."""
        if not self.is_attached:
            return super().focus(scroll_visible)
        self.screen.set_focus(self, scroll_visible)
        return self

    def put_all(self, text: str) -> None:
        """Replaces everything, undoably."""
        result = self.replace(broken_up(tidy(text))[: self.most], self.document.start, self.document.end)
        self.move_cursor(result.end_location)

    def put(self, text: str) -> None:
        """Inserts at the cursor what still fits."""
        text = broken_up(tidy(text))
        room = max(0, self.most - len(self.text) + len(self.selected_text))
        if len(text) > room:
            self.post_message(self.Full(len(text) - room))
        result = self.replace(text[:room], *sorted(self.selection))
        self.move_cursor(result.end_location)

    def put_apart(self, text: str) -> None:
        """Inserts at the cursor, with a blank on either side where a word stands there."""
        (first, start), (last, end) = sorted(self.selection)
        before, behind = self.document.get_line(first)[:start], self.document.get_line(last)[end:]
        lead = "" if not before or before.endswith((" ", "(")) else " "
        self.put(lead + text + ("" if behind[:1] in _CLOSING else " "))

    def follow(self, text: str) -> None:
        """Takes over what somebody else writes; the caret stays, but at the end it stays at the end."""
        if text == self._followed:
            return
        self._followed = text
        place = self.cursor_location
        at_end = place == self.document.end
        self.put_all(text)
        if not at_end:
            self.move_cursor(place)

    def put_below(self, text: str) -> None:
        """Adds a paragraph at the end."""
        self.move_cursor(self.document.end)
        self.put(text if not self.text or self.text.endswith("\n") else f"\n{text}")

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if not self.read_only:
            self.put(event.text)

    async def on_key(self, event: events.Key) -> None:
        if self.read_only:
            return
        if (event.is_printable or event.key in NEW_LINE) and len(self.text) >= self.most and not self.selected_text:
            event.prevent_default()
            event.stop()
            self.post_message(self.Full(1))
        elif event.key == "ctrl+j":
            event.prevent_default()
            event.stop()
            self.put("\n")
        elif event.key == "enter":
            self.entered(event)
        elif event.key in ("tab", "shift+tab"):
            self.tabbed(event)
        elif event.key == "space":
            self.spaced()
        elif event.key in _EDITING and await self.app.run_action(_EDITING[event.key], self):
            event.stop()

    def entered(self, event: events.Key) -> None:
        """Hook: enter was pressed. Prevent the event's default to keep the line whole."""

    def tabbed(self, event: events.Key) -> None:
        """Hook: tab or shift and tab was pressed. By default the first one fills up with blanks."""

    def spaced(self) -> None:
        """Hook: a blank was pressed, and is about to be written."""


class AnswerBox(Box):
    """The answer of one phase. Lists go on when enter is pressed; a line that begins with `?` is asked."""

    class Asked(Message):
        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def __init__(self, phase: str, text: str, checklist: tuple[str, ...]) -> None:
        self._covers = "\n".join(["Cover, in any order:", *(f"  □ {item}" for item in map(tidy, checklist))])
        super().__init__(text, placeholder=self._covers, id=f"answer-{phase}")
        self.phase = phase
        self._begun: int | None = None  # the line that enter has begun with the sign of a list

    def on_resize(self) -> None:
        super().on_resize()
        self.placeholder = wrapped(self._covers, self.wrap_width or self.size.width)

    @property
    def words(self) -> int:
        return words_in(self.text)

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
            self._begun = row + 1
        else:
            self.replace("", (row, 0), (row, len(written)))

    def spaced(self) -> None:
        """Who writes the sign of an item by hand, right behind the one that enter wrote, means this one alone."""
        row, column = self.cursor_location
        written = self.document.get_line(row)[:column]
        begun = self._sign_begun()
        if begun and _MARK.fullmatch(written, begun.end()):
            self.delete((row, begun.start("mark")), (row, begun.end()))
            self._begun = None

    def put(self, text: str) -> None:
        """So does who pastes a list there."""
        row, _ = self.cursor_location
        begun = self._sign_begun()
        if begun and _ITEM.match(text) and self.document.get_line(row) == begun[0]:
            self.delete((row, 0), (row, begun.end()))
            self._begun = None
        super().put(text)

    def _sign_begun(self) -> re.Match[str] | None:
        """The sign in the caret's line, if enter has written it."""
        row, _ = self.cursor_location
        return _ITEM.match(self.document.get_line(row)) if row == self._begun and not self.selected_text else None

    def tabbed(self, event: events.Key) -> None:
        """Moves an item of a list in or out."""
        row, _ = self.cursor_location
        item = _ITEM.match(self.document.get_line(row))
        if item or event.key == "shift+tab":
            event.prevent_default()
            event.stop()
        if item and event.key == "tab":
            self.insert(INDENT, (row, 0))
        elif item:
            self.delete((row, 0), (row, min(len(INDENT), len(item["indent"]))))


def _following(item: re.Match[str]) -> str:
    mark = f"{int(item['number']) + 1}{item['dot']}" if item["number"] else item["mark"]
    return item["indent"] + mark + item["gap"] + ("[ ] " if item["tick"] else "")


class SayBox(Box):
    """A small box in which enter sends what was written."""

    class Sent(Message):
        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Paged(Message):
        """What was said is to be read further back (-1) or further on (1); the box itself is too small to have pages."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, text: str, id: str) -> None:
        super().__init__(text, most=4_000, id=id)
        self.earlier: list[str] = []
        """What up brings back, the oldest first."""
        self._back = 0  # how far back: 0 is what was being written
        self._unsent = ""

    def action_cursor_page_up(self) -> None:
        self.post_message(self.Paged(-1))

    def action_cursor_page_down(self) -> None:
        self.post_message(self.Paged(1))

    def action_cursor_up(self, select: bool = False) -> None:
        at_edge = self.navigator.is_first_wrapped_line(self.cursor_location)
        if select or not self._bring(self._back + 1, at_edge):
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        at_edge = self.navigator.is_last_wrapped_line(self.cursor_location)
        if select or not self._bring(self._back - 1, at_edge):
            super().action_cursor_down(select)

    def _bring(self, back: int, at_edge: bool) -> bool:
        """Shows what was sent so many times ago, unless the key has yet to move the caret through what is being written."""
        unchanged = self._back and self.text == self.earlier[-self._back]
        if self.read_only or not 0 <= back <= len(self.earlier) or not (unchanged or at_edge):
            return False
        if not self._back:
            self._unsent = self.text
        self._back = back
        self.put_all(self.earlier[-back] if back else self._unsent)
        return True

    def entered(self, event: events.Key) -> None:
        event.prevent_default()
        event.stop()
        if self.text.strip():
            self.post_message(self.Sent(self.text.strip()))
            self.put_all("")
            self._back = 0
