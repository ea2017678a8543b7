"""The interviewer's panel: what was said, and a box to ask or to reply."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewcoach.interview.state import State
from interviewcoach.tui.talk import Turn, open_question
from interviewcoach.tui.text import line, said
from interviewcoach.tui.widgets.box import SayBox

SIGNS = {"you": ("you  ", "$text-muted"), "they": ("they ", "bold $accent"), "coach": ("hint ", "bold $text-warning")}


class InterviewerPanel(Vertical):
    """`focus_me` puts the cursor into the box, in which stands what was being said when the sitting was left."""

    def __init__(self, said_so_far: Iterable[Turn], saying: str = "") -> None:
        super().__init__(id="interviewer", classes="panel")
        self.turns = list(said_so_far)
        self._saying = saying
        self.question: Turn | None = None
        """What enter replies to; none, and it asks."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="talk", can_focus=False):
            yield from (_shown(turn) for turn in self.turns)
            yield Static(
                "Ask what you would ask in the room: scope, scale, what may fail. A line of the answer that begins "
                "with ? is asked, too.", id="talk-help", markup=False,
            )  # fmt: skip
        yield Static("", id="say-label", markup=False)
        yield Static("", id="say-to", markup=False)
        yield SayBox(self._saying, id="say")

    def on_mount(self) -> None:
        self.query_one("#talk-help").display = not self.turns
        self.query_one("#talk").anchor()  # the last words stay in view, also while the box below them grows

    def add(self, *new: Turn) -> None:
        self.turns += new
        talk = self.query_one("#talk")
        self.query_one("#talk-help").display = False
        shown = [_shown(turn) for turn in new]
        talk.mount(*shown)
        talk.anchor()
        self.call_after_refresh(self._show_from, shown[0])

    def _show_from(self, first: Static) -> None:
        """Too much to be seen at once is read from where it begins."""
        if not (self.is_attached and first.is_attached):
            return  # the panel was closed meanwhile
        talk = self.query_one("#talk")
        if talk.size and not first.size:  # it has no place yet
            self.call_after_refresh(self._show_from, first)
        elif talk.virtual_size.height - first.virtual_region.y > talk.size.height:
            talk.anchor(False)
            talk.scroll_to_widget(first, top=True, animate=False)

    def look_at(self, state: State) -> None:
        """A reply that is being written stays one to the question that it was begun for, whatever is asked meanwhile."""
        box = self.query_one(SayBox)
        replied = {reply.to for reply in state.replies}
        if not (self.question and box.text.strip() and self.question.asks not in replied):
            self.question = open_question(self.turns, state)
        asked = [one.question for one in state.questions]
        box.earlier = [f"? {one}" if self.question else one for one in asked]  # up brings it back as what asks
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
        to = self.query_one("#say-to", Static)
        to.display = self.question is not None
        if self.question is None:
            shown.update(Content.styled("Ask (enter sends)", "$text-muted"))
            return
        how = "▸ Your reply (enter sends; ? asks instead)" if self.has_focus_within else "▸ Your reply: press f2 to write it"
        shown.update(Content.styled(how, "bold $accent"))
        to.update(line(f"to: {self.question.text}", "$text-muted"))

    def focus_me(self) -> None:
        self.query_one("#say").focus()


def _shown(turn: Turn) -> Static:
    sign, style = SIGNS[turn.who]
    return Static(Content.styled(sign, style).append(said(turn.text)), classes="turn")
