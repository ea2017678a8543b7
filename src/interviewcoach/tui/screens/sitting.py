"""The sitting: rail, prompt, answer and side panel. Calm for 45 minutes, and never a word lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import ContentSwitcher, Static, TextArea

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.interview import commands as cmd
from interviewcoach.interview.events import Event
from interviewcoach.interview.protocol import PHASES, Answer, PhaseId
from interviewcoach.interview.transcript import submission
from interviewcoach.sitting import Sitting
from interviewcoach.tui.commands import Command, bindings_of
from interviewcoach.tui.screens.sitting_actions import SittingActions
from interviewcoach.tui.talk import Turn, answered, asked_back, facts_of, fresh_facts, replied, turns, twisted
from interviewcoach.tui.terminal import WIDE
from interviewcoach.tui.text import said
from interviewcoach.tui.widgets.box import AnswerBox, Box, SayBox
from interviewcoach.tui.widgets.calculator import CalculatorPanel
from interviewcoach.tui.widgets.checklist import Checklist
from interviewcoach.tui.widgets.coverage import CoveragePanel
from interviewcoach.tui.widgets.interviewer import InterviewerPanel
from interviewcoach.tui.widgets.panels import SidePanels
from interviewcoach.tui.widgets.rail import Rail
from interviewcoach.tui.widgets.status import StatusLine

COVERAGE_EVERY, COVERAGE_REST, COVERAGE_MOST = 1.0, 700, 6
SILENT_DEEP, SILENT_ELSEWHERE = 120_000, 75_000
READ_AGAIN = Content.from_markup("[@click=screen.problem][bold $accent]f12[/] [$text-muted]problem[/][/]")
LEFT_FREE = "the other window has closed: enter goes on here"
READING = {f"panel-{name}" for name in ("interviewer", "calculator", "notes")} | {
    "problem", "answer", "save", "leave", "help", "palette", "dark", "quit",
}  # fmt: skip
_PARTS = {"notes": "notes", "say": "saying"}  # what is kept of the boxes beside the answer


class SittingScreen(SittingActions):
    NAME = "sitting"
    CSS_PATH = "sitting.tcss"
    BINDINGS = bindings_of("sitting")

    def __init__(self, sitting: Sitting, turns: Iterable[Turn]) -> None:
        super().__init__()
        self.sitting = sitting
        self.turns = list(turns)
        self.over = False
        self._phase: PhaseId | None = None
        self._typed_at = sitting.state.at
        self._unsaved = 0
        self._may_write = True  # as the footer has it
        self._left_free = False  # the other window, for whose sake this one may only read, has closed
        self._coverage_due, self._put_off = True, COVERAGE_MOST

    # --- what it is made of -----------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        state = self.sitting.state
        self.problem = self.desk.library.problem(state.setup.problem)
        title = self.desk.title(state.setup.problem)
        yield Rail(f"{title} · {'mock' if state.mock else 'practice'} · {state.setup.level}")
        with Vertical(id="brief"):
            yield Static("", id="prompt", markup=False)
            with Horizontal(id="covers"):
                yield Checklist()
                yield Static(READ_AGAIN, id="again")
        with Horizontal(id="desk"):
            with ContentSwitcher(id="answers"):
                for phase in PHASES:
                    yield AnswerBox(phase, self.sitting.text(phase), self.problem.phases.of(phase).checklist)
            with SidePanels(id="panels", initial="interviewer"):
                yield InterviewerPanel(self.turns, self.sitting.text("saying"))
                yield CalculatorPanel(self.sitting.text("worksheet"))
                yield Box(self.sitting.text("notes"), placeholder="Notes for yourself: kept, never scored.", id="notes")
                if not state.mock:
                    yield CoveragePanel(self.desk.skill)
        yield StatusLine()
        yield self.keys()

    def on_mount(self) -> None:
        if self.sitting.state.status == "briefing":
            self.sitting.do(cmd.Begin())
        self.set_class(self.app.size.width >= WIDE, "wide")
        self.query_one("#panels").display = self.app.size.width >= WIDE
        for box in self.query(Box):
            box.read_only = bool(self.sitting.read_only)
        self.look()
        self.look_at_questions()
        left = self.coach_app.panels_left.get(self.sitting.id, "interviewer" if self.asked else "")
        if left:
            self.show_panel(left)  # a sitting taken up again: what was asked last waits in sight, unless it was put away
        self.answer.focus()
        self.set_interval(0.5, self.tick)
        if not self.sitting.state.mock:
            self.set_interval(COVERAGE_EVERY, self.cover)
        self.coach_app.seated(self._pause_again)

    def _pause_again(self) -> None:
        """A sitting that was paused stays so; what was typed on the way here stands in the answer by now."""
        if self.sitting.state.status == "paused" and not self.sitting.read_only and self.coach_app.uppermost is self:
            self.show_pause()

    @property
    def answer(self) -> AnswerBox:
        return self.query_one(f"#answer-{self.sitting.state.phase or PHASES[0]}", AnswerBox)

    @property
    def panel(self) -> str:
        """Which panel is open, "" if none."""
        panels = self.query_one("#panels", ContentSwitcher)
        return str(panels.current) if panels.display else ""

    def offers(self, command: Command) -> bool:
        state = self.sitting.state
        if command.id == "take-up":
            return self._left_free
        if self.sitting.read_only and command.id not in READING:
            return False
        if command.id in ("pause", "back-phase", "hint", "panel-coverage", "extend") and state.mock:
            return False
        if command.id == "probe":
            return state.phase in ("high_level", "deep_dive", "wrap_up")
        return not (command.id == "back-phase" and state.phase == PHASES[0])

    def label(self, command: Command) -> str:
        return "hand in" if command.id == "next-phase" and self.sitting.state.phase == PHASES[-1] else command.label

    def on_resize(self) -> None:
        wide = self.app.size.width >= WIDE
        if wide != self.has_class("wide"):
            self.set_class(wide, "wide")
            self.query_one("#panels").display = wide or self.query_one("#panels").has_focus_within
        self.set_class(self.app.size.height >= 34, "tall")
        self.query_one(SidePanels).entitle()
        self.query_one(Checklist).fit()

    # --- time -------------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Twice a second: lets time pass, then shows what has changed."""
        if self.over:
            return
        if self.sitting.read_only:
            self._watch(self.sitting.refresh())
            self._left_free = self.sitting.can_be_taken_up
        self._unsaved = 0 if self.sitting.saved else self._unsaved + 1  # before the tick, which hands in something itself
        self.sitting.tick()
        self.look()
        if self.sitting.state.status in ("ended", "abandoned"):
            self.finish()
        elif self.sitting.state.status == "running":
            self.hear_curveball()
            self._break_silence()

    def _watch(self, events: Sequence[Event]) -> None:
        """Shows what was written and said in the window that writes."""
        if not events:
            return
        boxes = {box.phase: box for box in self.query(AnswerBox)} | {"worksheet": self.query_one(CalculatorPanel).sheet}
        for part, box in (boxes | {part: self.query_one(f"#{name}", Box) for name, part in _PARTS.items()}).items():
            box.follow(self.sitting.text(part))
        panel = self.query_one(InterviewerPanel)
        if fresh := turns(events)[len(panel.turns) :]:
            panel.add(*fresh)
            self.look_at_questions()

    def look(self) -> None:
        """Shows the sitting as it is now. Everything is read from its state, so that nothing can be missed."""
        state = self.sitting.state
        if state.phase and state.phase != self._phase:
            self._enter(state.phase)
        self.query_one(Rail).show(self.sitting.clock())
        trouble = LEFT_FREE if self._left_free else self.sitting.read_only or self.desk.coach.records.trouble
        kept = "read only" if self.sitting.read_only else "saved" if self._unsaved < 3 else "not saved" if trouble else "saving"
        self.query_one(StatusLine).tell(self.answer.words, kept, trouble, state.at / 1000)
        if self._may_write is not (may_write := not self.sitting.read_only):
            self._may_write = may_write
            self.fit_keys()

    def _enter(self, phase: PhaseId) -> None:
        """Another phase is on: by key, by click, or because the time of the last one is over."""
        before, self._phase = self._phase, phase
        self.query_one(StatusLine).forget()
        sheet = self.problem.phases.of(phase)
        self.query_one("#prompt", Static).update(said(sheet.prompt, "bold"))
        self.query_one(Checklist).show(sheet.checklist)
        held = self.query_one("#answers").has_focus_within
        self.query_one("#answers", ContentSwitcher).current = f"answer-{phase}"
        if held or before is None:
            self.answer.focus()
        self.fit_keys()
        self._typed_at = self.sitting.state.at
        if before is None or self.sitting.read_only:
            return
        if self.sitting.state.mock:
            self.tell(f"Now: {PHASE_TITLES[phase]}", lasting=True)
        # the interviewer has seen the outline: a question about it
        if phase == "deep_dive" and not self.sitting.state.probes and self.sitting.text("high_level").strip():
            self.hear_probe()
        self.hear_curveball()

    def _break_silence(self) -> None:
        state = self.sitting.state
        silent = state.at - self._typed_at
        if state.phase == "deep_dive" and silent >= SILENT_DEEP:
            self._typed_at = state.at
            if self.asked is None:
                self.hear_probe()
        elif state.phase in ("high_level", "wrap_up") and silent >= SILENT_ELSEWHERE and not state.mock:
            self._typed_at = state.at
            if self.asked is None and (why := self.sitting.why()):
                self.hear(asked_back(why))

    # --- typing -----------------------------------------------------------------------------------------

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        box = event.text_area
        part = box.phase if isinstance(box, AnswerBox) else _PARTS.get(box.id or "", "")
        if part and not self.over:
            self._keep(part, box.text)
            self.look()

    @on(CalculatorPanel.Changed)
    def _calculated(self, event: CalculatorPanel.Changed) -> None:
        self._keep("worksheet", event.text)
        self._offer_facts()

    def keep_all(self) -> None:
        """Takes over what stands in the boxes: a key can overtake the message that tells of a change."""
        if self.over:
            return
        for box in self.query(AnswerBox):
            self._keep(box.phase, box.text)
        for name, part in _PARTS.items():
            self._keep(part, self.query_one(f"#{name}", Box).text)
        self._keep("worksheet", self.query_one(CalculatorPanel).sheet.text)

    def _keep(self, part: str, text: str) -> None:
        if text == self.sitting.text(part):
            return
        self.sitting.draft(part, text)
        self._typed_at = self.sitting.state.at
        self._coverage_due = True

    @on(Box.Full)
    def _full(self, event: Box.Full) -> None:
        left_out = "1 character was" if event.left_out == 1 else f"{event.left_out:,} characters were"
        self.tell(f"This box is full: {left_out} left out.", lasting=True)

    # --- the interviewer --------------------------------------------------------------------------------

    @on(AnswerBox.Asked)
    def _asked(self, event: AnswerBox.Asked) -> None:
        if event.question not in {asked.question for asked in self.sitting.state.questions}:
            self.ask(event.question)

    @on(SayBox.Sent)
    def _sent(self, event: SayBox.Sent) -> None:
        if self.asked and not event.text.startswith("?"):
            self.sitting.reply(self.asked.asks, event.text)
            self.hear(*replied(event.text))
        else:
            self.ask(event.text.lstrip("? "))

    @property
    def asked(self) -> Turn | None:
        """The question that a reply goes to: the box names it."""
        return self.query_one(InterviewerPanel).question

    def ask(self, question: str) -> None:
        if refused := self.sitting.why_not(cmd.RecordAnswers(question, ())):
            self.tell(refused)
            return
        answers: tuple[Answer, ...] = self.sitting.ask(question)
        self._typed_at = self.sitting.state.at
        self.hear(*answered(question, answers))

    def hear(self, *turns: Turn) -> None:
        """Adds to the conversation and shows it, wherever the cursor is."""
        self.query_one(InterviewerPanel).add(*turns)
        self.show_panel("interviewer")
        self.look_at_questions()

    def hear_probe(self) -> bool:
        if probe := self.sitting.probe():
            self.hear(asked_back(probe))
        return probe is not None

    def hear_curveball(self, leaving: bool = False) -> bool:
        """In the deep dive of a mock something comes up."""
        if self.sitting.state.phase != "deep_dive" or not (curveball := self.sitting.curveball(leaving)):
            return False
        self.hear(twisted(curveball))
        return True

    def look_at_questions(self) -> None:
        self.query_one(InterviewerPanel).look_at(self.sitting.state)
        self._offer_facts()

    def _offer_facts(self) -> None:
        self.query_one(CalculatorPanel).offer(fresh_facts(facts_of(self.sitting.state), self.sitting.text("worksheet")))

    def show_panel(self, name: str) -> None:
        panels = self.query_one("#panels", SidePanels)
        panels.current, panels.display = name, True
        panels.entitle()
        self.look_at_questions()

    @on(Rail.Chosen)
    def _chosen(self, event: Rail.Chosen) -> None:
        self._move(cmd.Go(event.phase))

    # --- coverage ---------------------------------------------------------------------------------------

    def cover(self) -> None:
        """Reads the answer when there is something new, and rather in a pause than in the middle of a word."""
        if not self._coverage_due or self.panel != "coverage" or self.over:
            return
        self._put_off += 1
        resting = self.sitting.state.at - self._typed_at >= COVERAGE_REST
        if resting or self._put_off >= COVERAGE_MOST:
            self._coverage_due, self._put_off = False, 0
            self._read_so_far(self.sitting)

    @work(thread=True, exclusive=True, group="coverage", exit_on_error=False)
    def _read_so_far(self, sitting: Sitting) -> None:
        """Reads the answer so far in a thread; the state is frozen, so that this is safe."""
        try:
            card = self.desk.coach.assess(submission(sitting.state))
        except Exception:  # a broken rubric must not end a sitting; at the end it is told in full
            card = None
        self.app.call_from_thread(self._covered, card)

    def _covered(self, card: dict[str, object] | None) -> None:
        if self.is_attached and not self.over:
            self.query_one(CoveragePanel).show(card)
