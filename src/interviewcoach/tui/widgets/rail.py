"""The rail: where the sitting stands and how much time is used and left, in signs and words."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from interviewcoach.interview.clock import Clock, PhaseClock, minutes
from interviewcoach.interview.framework import MINUTE
from interviewcoach.interview.protocol import PhaseId
from interviewcoach.tui.text import clipped

NAMES: dict[PhaseId, tuple[str, str]] = {
    "requirements": ("Requirements", "Req"),
    "high_level": ("High-level", "High"),
    "deep_dive": ("Deep dive", "Deep"),
    "wrap_up": ("Wrap-up", "Wrap"),
}
NUMBERS = "①②③④"
SIGNS = {"calm": ("", "$text-muted"), "behind": ("▾ ", "$text-warning"), "soon": ("▲ ", "$text-warning bold"),
         "over": ("! ", "$text-error bold"), "stopped": ("‖ ", "$text-muted")}  # fmt: skip


class Rail(Static):
    """Two lines; a click on a phase asks to go there."""

    class Chosen(Message):
        def __init__(self, phase: PhaseId) -> None:
            super().__init__()
            self.phase = phase

    def __init__(self, title: str) -> None:
        super().__init__(id="rail")
        self.heading = title
        self._clock: Clock | None = None
        self._shown: tuple[object, ...] = ()
        self._places: list[tuple[int, int, PhaseId]] = []

    def show(self, clock: Clock) -> None:
        """Repaints only when a shown second, word or width has changed."""
        self._clock = clock
        phases = tuple((phase.place, phase.limit, phase.written) for phase in clock.phases)
        shown = (clock.used // 1000, clock.signal, clock.words, self.size.width, phases)
        if shown != self._shown and self.size.width:
            self._shown = shown
            self.update(self._first(clock).append("\n").append(self._second(clock)), layout=False)

    def on_resize(self) -> None:
        if self._clock:
            self.show(self._clock)

    def _first(self, clock: Clock) -> Content:
        sign, style = SIGNS[clock.signal]
        total = minutes(clock.used) + (f" of {clock.planned // MINUTE}" if clock.planned else "")
        right = Content.assemble((f"{total} · ", "$text-muted"), (sign + clock.words, style))
        room = max(8, self.size.width - right.cell_length - 2)
        left = Content.styled(clipped(self.heading, room), "bold")
        blank = " " * max(1, self.size.width - left.cell_length - right.cell_length)
        return left.append(blank).append(right)

    def _second(self, clock: Clock) -> Content:
        """With whole names if they fit, else what is done is shortened first, and then loses its time."""
        for tightness in (0, 1, 2):
            told = self._row(clock, tightness)
            if told.cell_length <= self.size.width:
                return told
        return self._row(clock, 3)

    def _row(self, clock: Clock, tightness: int) -> Content:
        told = Content("")
        self._places = []
        for number, phase in zip(NUMBERS, clock.phases, strict=True):
            part = self._part(number, phase, tightness)
            if told.cell_length:
                told = told.append("  ")
            self._places.append((told.cell_length, told.cell_length + part.cell_length, phase.phase))
            told = told.append(part)
        return told

    def _part(self, number: str, phase: PhaseClock, tightness: int) -> Content:
        name = NAMES[phase.phase][tightness >= 2 or (tightness == 1 and phase.place == "done")]
        limit = f"{phase.limit // MINUTE}" if phase.limit is not None else ""
        if phase.place == "now":
            of = f" of {limit}" if limit else ""
            return Content.styled(f"{number} {name} ▸ {minutes(phase.used)}{of}", "bold $accent")
        if phase.place == "done":
            sign, style = ("✓", "$text-success") if phase.written else ("empty", "$text-muted")
            return Content.styled(f"{number} {name} {sign} {minutes(phase.used) if tightness < 3 else ''}".rstrip(), style)
        return Content.styled(f"{number} {name} {limit}".rstrip(), "$text-muted")

    def on_click(self, event: events.Click) -> None:
        if event.y == 1:
            for start, end, phase in self._places:
                if start <= event.x < end:
                    self.post_message(self.Chosen(phase))
