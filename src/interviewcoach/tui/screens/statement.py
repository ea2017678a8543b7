"""The problem, read again in the middle of a sitting: the statement, what has come up, what the phase should cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.tui.screens.base import Dialog
from interviewcoach.tui.text import folded, line, paragraphs, said

if TYPE_CHECKING:
    from interviewcoach.content.models import Problem
    from interviewcoach.interview.protocol import PhaseId

WIDTH, FRAME = 76, 6  # as in dialogs.tcss; what border, padding and scrollbar take


class Statement(Dialog[None]):
    """Its own key closes it, too. The clock runs on behind it: reading is part of the work."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f12,enter,q", "close", show=False)]

    def __init__(self, title: str, problem: Problem, phase: PhaseId, came_up: str = "") -> None:
        """`came_up`: what the interviewer has thrown in since."""
        super().__init__()
        self._title, self._problem, self._phase, self._came_up = title, problem, phase, came_up

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog reading"):
            with VerticalScroll(id="read-again"):
                yield Static(Content("\n\n").join(self._told()), markup=False)
            yield Static(said("escape back     pgup pgdn scroll", "$text-muted"), classes="dialog-keys")

    def on_mount(self) -> None:
        self.query_one("#read-again").focus()

    def _told(self) -> list[Content]:
        checklist = self._problem.phases.of(self._phase).checklist
        items = [folded("  □ ", item, min(WIDTH, self.app.size.width * 96 // 100) - FRAME, sign_style="") for item in checklist]
        told = [line(self._title, "bold"), said(paragraphs(self._problem.statement))]
        if self._came_up:
            told.append(Content.styled("Something has come up. ", "bold $accent").append(said(self._came_up)))
        head = Content.assemble((PHASE_TITLES[self._phase], "bold"), ": cover, in any order")
        told.append(Content("\n").join([head, *items]))
        return told

    def action_close(self) -> None:
        self.dismiss()
