"""Small windows: a question to confirm, the pause, a line to fill in, a terminal that is too small."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.widgets import Input, Static

from interviewcoach.tui.screens.base import Dialog, Result
from interviewcoach.tui.terminal import SMALLEST
from interviewcoach.tui.text import said, tidy
from interviewcoach.tui.widgets.box import NEW_LINE, Box

TYPING = 1.0  # seconds after a letter in which no key is an answer: it belongs to what is being written


class Unwritten(Dialog[Result]):
    """Comes up over somebody who may be writing: no letter is a key here, and that it went nowhere is said at the first one."""

    def __init__(self, missed: str, key: str = "enter") -> None:
        super().__init__()
        self._missed, self._key = missed, key
        self._typed = -TYPING

    def missed_line(self) -> Static:
        return Static("", id="missed", markup=False)

    @property
    def is_typed_into(self) -> bool:
        """Whether the key that comes now ends a line which somebody is writing: it is no answer."""
        return monotonic() - self._typed < TYPING

    def goes_nowhere(self, event: events.Key) -> bool:
        return event.is_printable or event.key in ("backspace", "tab", "ctrl+j")

    def on_key(self, event: events.Key) -> None:
        if self.goes_nowhere(event):
            event.stop()
            if event.key != self._key:
                self._typed = monotonic()
            self._miss()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._typed = monotonic()
        self._miss()

    def _miss(self) -> None:
        missed = self.query_one("#missed", Static)
        missed.display = True
        missed.update(said(self._missed, "bold $text-warning"))


class Confirm(Unwritten[bool]):
    """Enter says yes, escape says no. What takes something away asks for `only_y`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "yes", show=False),
        Binding("escape", "no", show=False),
    ]

    def __init__(self, question: str, yes: str, *, only_y: bool = False) -> None:
        key = "y" if only_y else "enter"
        super().__init__(f"Nothing is written here: {key} or escape first, then type.", key)
        self._question, self._yes = question, yes

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(said(self._question))
            yield self.missed_line()
            yield Static(said(f"{self._key} {self._yes}     escape not now", "$text-muted"), classes="dialog-keys")

    def goes_nowhere(self, event: events.Key) -> bool:
        """Only the key that the box tells is an answer; the one that says yes elsewhere is a letter, or the end of a line."""
        if event.key == self._key:
            return self.is_typed_into
        return event.key == "enter" or super().goes_nowhere(event)

    def action_yes(self) -> None:
        self.dismiss(True)

    def action_no(self) -> None:
        self.dismiss(False)


class LeaveMock(Confirm):
    """Leaving a mock stops its clock, because a closed window has to; it is no pause for all that, and is told as what it is."""

    def __init__(self, untouched: bool) -> None:
        resumed = "If you leave, it can be resumed, but the scorecard tells of the interruption."
        nothing = "Nothing is written or asked yet: if you leave, it is not kept."
        super().__init__(f"A mock interview has no pause. {nothing if untouched else resumed}", "leaves")


class ResumeOrNew(Dialog[str | None]):
    """An unfinished sitting waits: "resume" it, begin a "new" one beside it, or None for neither."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go('resume')", show=False, priority=True),  # what is typed behind it goes into the answer
        Binding("n", "go('new')", show=False),
        Binding("escape", "go('')", show=False),
    ]

    def __init__(self, waiting: str) -> None:
        super().__init__()
        self._waiting = waiting

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(said("A sitting of this problem waits to be resumed:"))
            yield Static(said(self._waiting, "bold"))
            yield Static(said("enter resumes it   n begins another   escape back", "$text-muted"), classes="dialog-keys")

    def action_go(self, where: str) -> None:
        self.dismiss(where or None)


class Paused(Unwritten[str]):
    """The clock stands still until the candidate goes on ("resume") or leaves ("leave"), by a key that is told here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+o", "go('resume')", show=False),
        Binding("f9", "go('leave')", show=False),
    ]

    def __init__(self, told: str) -> None:
        super().__init__("Nothing is written while the clock is stopped. Enter goes on, then type.")
        self._told = told

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(said("‖ The clock is stopped", "bold"))
            yield Static(said(self._told))
            yield self.missed_line()
            yield Static(said("enter or ctrl+o goes on     f9 leaves, to resume later", "$text-muted"), classes="dialog-keys")

    def goes_nowhere(self, event: events.Key) -> bool:
        return event.key == "escape" or super().goes_nowhere(event)

    def action_go(self, where: str) -> None:
        self.dismiss(where)


class OneLine(Dialog[str | None]):
    """A line to fill in; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self._question, self._value = question, value

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(said(self._question))
            yield Line(self._value, id="one-line")
            yield Static(said("enter accepts     escape leaves it as it is", "$text-muted"), classes="dialog-keys")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(tidy(event.value).strip())

    def action_leave(self) -> None:
        self.dismiss(None)


class Line(Input):
    """One line of untrusted text."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(_one_line(value), placeholder=placeholder, id=id, max_length=300, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        return _one_line(value)


def _one_line(text: str) -> str:
    return " ".join(tidy(text[:2000]).split("\n"))[:300]


class TooSmall(Dialog[None]):
    """Shown while the terminal is smaller than what the screens need; everything goes on behind it, what is typed too."""

    def compose(self) -> ComposeResult:
        yield Static("", id="too-small", markup=False)

    def on_mount(self) -> None:
        self._say(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        self._say(event.size)

    def on_key(self, event: events.Key) -> None:
        """Text goes into the box that has the cursor behind this; other keys would act unseen."""
        event.stop()
        event.prevent_default()
        if not (box := self._box()):
            return
        if event.key == "backspace":
            box.call_later(box.action_delete_left)  # after what was typed before it
        elif event.is_printable or event.key in NEW_LINE:
            box.post_message(events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if box := self._box():
            box.post_message(events.Paste(event.text))

    def _box(self) -> Box | None:
        behind = self.app.screen_stack[-2].focused
        return behind if isinstance(behind, Box) else None

    def _say(self, now: Size) -> None:
        wide, high = SMALLEST
        told = f"This terminal is {now.width}x{now.height}; interviewcoach needs {wide}x{high}."
        self.query_one(Static).update(said(f"{told} Make it larger: nothing is lost meanwhile."))
