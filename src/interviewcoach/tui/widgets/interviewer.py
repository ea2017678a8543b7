"""The interviewer's panel: what was said, and a box to ask or to reply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewcoach.tui.talk import Open, Turn
from interviewcoach.tui.text import said
from interviewcoach.tui.widgets.box import SayBox

SIGNS = {"you": ("you  ", "$text-muted"), "they": ("they ", "bold $accent"), "coach": ("hint ", "bold $text-warning")}


class InterviewerPanel(Vertical):
    """`focus_me` puts the cursor into the box, in which stands what was being said when the sitting was left."""

    def __init__(self, said_so_far: Iterable[Turn], saying: str = "") -> None:
        super().__init__(id="interviewer", classes="panel")
        self._turns = list(said_so_far)
        self._saying = saying
        self._open: Open | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="talk", can_focus=False):
            yield from (_shown(turn) for turn in self._turns)
            yield Static(
                "Ask what you would ask in the room: scope, scale, what may fail. A line of the answer that begins "
                "with ? is asked, too.", id="talk-help", markup=False,
            )  # fmt: skip
        yield Static("", id="say-label", markup=False)
        yield SayBox(self._saying, id="say")

    def on_mount(self) -> None:
        self.query_one("#talk-help").display = not self._turns
        self.query_one("#talk").anchor()  # the last words stay in view, also while the box below them grows

    def add(self, *new: Turn) -> None:
        self._turns += new
        talk = self.query_one("#talk")
        self.query_one("#talk-help").display = False
        talk.mount(*(_shown(turn) for turn in new))
        talk.anchor()

    def waits_for(self, question: Open | None, asked: Sequence[str]) -> None:
        """`asked`: what up brings back; while a reply is waited for, as what asks instead."""
        self._open = question
        self.query_one(SayBox).earlier = [f"? {one}" if question else one for one in asked]
        self._label()

    @on(SayBox.Paged)
    def _page(self, event: SayBox.Paged) -> None:
        """One line of what was read stays in sight."""
        talk = self.query_one("#talk")
        talk.scroll_relative(y=event.step * max(1, talk.size.height - 1), animate=False)

    def on_descendant_focus(self) -> None:
        self._label()

    def on_descendant_blur(self) -> None:
        self._label()

    def _label(self) -> None:
        """What the box is for, and how to get there: what is typed may still be going into the answer."""
        shown = self.query_one("#say-label", Static)
        if self._open is None:
            shown.update(Content.styled("Ask (enter sends)", "$text-muted"))
        elif self.has_focus_within:
            shown.update(Content.styled("▸ Your reply (enter sends; ? asks instead)", "bold $accent"))
        else:
            shown.update(Content.styled("▸ Your reply: press f2 to write it", "bold $accent"))

    def focus_me(self) -> None:
        self.query_one("#say").focus()


def _shown(turn: Turn) -> Static:
    sign, style = SIGNS[turn.who]
    return Static(Content.styled(sign, style).append(said(turn.text)), classes="turn")
