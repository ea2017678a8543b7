"""What the keys of a sitting do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import SuspendNotSupported
from textual.widgets import ContentSwitcher

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.errors import CoachError
from interviewcoach.home import expanded
from interviewcoach.interview import commands as cmd
from interviewcoach.interview.clock import minutes, more_time
from interviewcoach.interview.framework import MINUTE
from interviewcoach.interview.permission import help_is_live, room_to_extend
from interviewcoach.interview.protocol import PHASES, Hint, PhaseId, Probe
from interviewcoach.tui.own_editor import edit, editor_command
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.screens.dialogs import Confirm, LeaveMock, OneLine, Paused
from interviewcoach.tui.screens.statement import Statement
from interviewcoach.tui.talk import Turn, facts_of, fresh_facts, helped, price_told
from interviewcoach.tui.widgets.box import Box
from interviewcoach.tui.widgets.calculator import CalculatorPanel
from interviewcoach.tui.widgets.coverage import CoveragePanel
from interviewcoach.tui.widgets.interviewer import InterviewerPanel
from interviewcoach.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from interviewcoach.content.models import Problem
    from interviewcoach.sitting import Sitting
    from interviewcoach.tui.widgets.box import AnswerBox

NO_HINT = "There is no hint left for this phase."


class SittingActions(CoachScreen[None]):
    """The half of the sitting's screen that acts; each action is one command of the table."""

    sitting: Sitting
    problem: Problem
    over: bool

    if TYPE_CHECKING:

        @property
        def answer(self) -> AnswerBox: ...
        @property
        def panel(self) -> str: ...
        def look(self) -> None: ...
        def cover(self) -> None: ...
        def keep_all(self) -> None: ...
        def hear(self, *turns: Turn) -> None: ...
        def hear_probe(self) -> bool: ...
        def hear_curveball(self, leaving: bool = False) -> bool: ...
        def show_panel(self, name: str) -> None: ...

    def tell(self, sentence: str, *, lasting: bool = False) -> None:
        """A sentence under the answer, for a while (see `StatusLine.say`)."""
        self.query_one(StatusLine).say(sentence, self.sitting.state.at / 1000, lasting=lasting)

    def key_ahead(self) -> None:
        for status in self.query(StatusLine):  # there is none while the screen is being put up
            status.key_pressed()

    def follow(self, command: cmd.Command) -> bool:
        """Does what is possible, else says why not."""
        if refused := self.sitting.why_not(command):
            self.tell(refused)
            return False
        self.sitting.do(command)
        self.look()
        return True

    # --- phases -----------------------------------------------------------------------------------------

    def action_next_phase(self) -> None:
        if self.sitting.state.phase == PHASES[-1]:
            self.action_hand_in()
        else:
            self._move(cmd.Next())

    def action_back_phase(self) -> None:
        self._move(cmd.Back())

    def _move(self, command: cmd.Command) -> None:
        """A mock has no way back: a phase that is empty, has just begun or was not heard to its end is not left by a slip."""
        self.keep_all()
        left = self.sitting.state.phase
        if self._moves_on(command) and self.hear_curveball(leaving=True):
            self.tell("Before you move on: something comes up.", lasting=True)
            return
        if left and (loss := self._loss_by(command, left)):

            def go_on(sure: bool | None) -> None:
                if sure and self.sitting.state.phase == left:  # its time may be over meanwhile, and the next one on
                    self._go(command)

            self.app.push_screen(Confirm(f"{loss}, and a mock has no way back.", "goes on"), go_on)
        else:
            self._go(command)

    def _go(self, command: cmd.Command) -> None:
        if self.follow(command):
            self.answer.focus()

    def _moves_on(self, command: cmd.Command) -> bool:
        stays = isinstance(command, cmd.Go) and command.phase == self.sitting.state.phase
        return not stays and not self.sitting.why_not(command)

    def _loss_by(self, command: cmd.Command, left: PhaseId) -> str:
        """What would be given up for good, "" for nothing much."""
        state = self.sitting.state
        if not state.mock or not self._moves_on(command):
            return ""
        if not self.sitting.text(left).strip():
            return f"Nothing is written under {PHASE_TITLES[left]}"
        limit = state.limits.get(left, 0)
        unused = limit - state.used_in(left)
        return f"{minutes(unused)} of this phase's {minutes(limit)} are left" if unused > limit / 2 else ""

    def action_extend(self) -> None:
        phase = self.sitting.state.phase or PHASES[0]
        before = self.sitting.state.limits.get(phase, 0)
        if self.follow(cmd.Extend()):
            state = self.sitting.state
            limit = state.limits[phase]
            longest = f": {limit // MINUTE} is the longest" if not room_to_extend(state, phase) else ""
            self.tell(f"{more_time(limit - before).capitalize()} for this phase{longest}.")

    def action_hand_in(self) -> None:
        if refused := self.sitting.why_not(cmd.End()):
            self.tell(refused)
            return
        self.keep_all()
        empty = [PHASE_TITLES[phase] for phase in PHASES if not self.sitting.text(phase).strip()]
        if len(empty) == len(PHASES):
            self.tell("Nothing is written yet, so there is nothing to grade. f9 leaves.")
            return
        told = f" Nothing is written yet under {', '.join(empty)}." if empty else ""
        self.app.push_screen(Confirm(f"Hand in?{told}", "hands in"), self._hand_in)

    def _hand_in(self, sure: bool | None) -> None:
        if sure and not self.over:
            self.keep_all()
            self.sitting.do(cmd.End())
            self.finish()

    def finish(self) -> None:
        """The sitting is over: on to the guess and the scorecard, or home."""
        if not self.over:
            self.over = True
            self.coach_app.sitting_over(self.sitting)

    # --- pausing and leaving ----------------------------------------------------------------------------

    def action_pause(self) -> None:
        if self.follow(cmd.Pause()):
            self.show_pause()

    def show_pause(self) -> None:
        told = "The answer waits. Read, think or rest: this time is not counted."
        self.app.push_screen(Paused(told), self._paused)

    def _paused(self, where: str | None) -> None:
        if where == "leave":
            self.action_leave()
        else:
            self.follow(cmd.Resume())
            self.answer.focus()

    def action_leave(self) -> None:
        if self.sitting.state.mock and not self.sitting.read_only:
            self.keep_all()
            self.app.push_screen(LeaveMock(self.sitting.untouched), self._leave_if)
        else:
            self._leave_if(True)

    def _leave_if(self, sure: bool | None) -> None:
        if sure and not self.over:
            self.keep_all()
            self.over = True
            self.coach_app.panels_left[self.sitting.id] = self.panel
            self.coach_app.leave_sitting()

    def action_take_up(self) -> None:
        """Enter comes here from a box that may only be read."""
        if self.sitting.can_be_taken_up and not self.over:
            self.coach_app.resume(self.sitting.id)

    def action_abandon(self) -> None:
        question = "Give this sitting up? What you wrote is kept, but it is not scored."
        self.app.push_screen(Confirm(question, "gives it up", only_y=True), self._abandon)

    def _abandon(self, sure: bool | None) -> None:
        if sure and not self.over:
            self.over = True
            self.sitting.abandon()
            self.coach_app.leave_sitting()

    # --- reading again ----------------------------------------------------------------------------------

    def action_problem(self) -> None:
        state = self.sitting.state
        came_up = state.curveball.says if state.curveball else ""
        title = self.desk.title(state.setup.problem)
        self.app.push_screen(Statement(title, self.problem, state.phase or PHASES[0], came_up))

    # --- panels -----------------------------------------------------------------------------------------

    def action_panel(self, name: str) -> None:
        """Opens a panel and goes there; once there, the same key closes it and goes back to the answer."""
        if name == "coverage" and not help_is_live(self.sitting.state):
            self.tell("A mock interview shows no coverage.")
            return
        panels = self.query_one("#panels", ContentSwitcher)
        if name == "coverage" == self.panel and self.query_one(CoveragePanel).page_on():
            return
        if self.panel == name and (panels.has_focus_within or name == "coverage"):
            panels.display = self.has_class("wide") and name != "interviewer"
            panels.current = "interviewer"
            self.answer.focus()
            return
        self.show_panel(name)
        if name == "coverage":
            self.cover()
            return
        panel = self.query_one(f"#{name}")
        getattr(panel, "focus_me", panel.focus)()

    def action_to_answer(self) -> None:
        if self.query_one("#answers").has_focus_within and not self.has_class("wide"):
            self.query_one("#panels").display = False
        self.answer.focus()

    def action_insert(self) -> None:
        """What was worked out; where one speaks to the interviewer, what one said last."""
        if self.sitting.read_only:
            self.tell(self.sitting.read_only)
        elif self.query_one(InterviewerPanel).has_focus_within:
            self._insert_reply()
        else:
            self._insert_result()

    def _insert_reply(self) -> None:
        replies = self.sitting.state.replies
        if not replies:
            self.tell("You have not replied to anything yet.")
            return
        self.answer.put_below(replies[-1].text)
        self.tell("Your reply is in the answer.")

    def _insert_result(self) -> None:
        result = self.query_one(CalculatorPanel).result()
        if result is None:
            self.tell("The calculator has no result yet: f3 opens it.")
            return
        self.answer.put_apart(result.insertable)
        self.tell(f"“{result.insertable}” is in the answer.")

    def action_take_facts(self) -> None:
        calculator = self.query_one(CalculatorPanel)
        fresh = fresh_facts(facts_of(self.sitting.state), self.sitting.text("worksheet"))
        if not fresh:
            self.tell("The interviewer has given no numbers that the calculator lacks.")
            return
        self.show_panel("calculator")
        calculator.take(fresh)
        calculator.focus_me()

    # --- help from the other side -----------------------------------------------------------------------

    def action_probe(self) -> None:
        if self.sitting.state.phase == PHASES[0]:
            self.tell("The interviewer asks once there is a design: from the high-level phase on.")
        elif refused := self.sitting.why_not(cmd.RecordProbe(Probe("", "", ""))):
            self.tell(refused)
        elif self.hear_probe():
            self.query_one(InterviewerPanel).focus_me()
        else:
            self.tell("The interviewer has nothing to ask at the moment.")

    def action_hint(self) -> None:
        """Each tells its price before it is taken; nobody is told a price for nothing."""
        if refused := self.sitting.why_not(cmd.RecordHint(Hint("", 1, "", 1.0))):
            self.tell(refused)
        elif (coming := self.sitting.next_hint) is None:
            self.tell(NO_HINT)
        else:
            self.app.push_screen(Confirm(price_told(coming, self.sitting.state.hints), "takes it"), self._hint)

    def _hint(self, sure: bool | None) -> None:
        if not sure:
            return
        if hint := self.sitting.hint():
            self.hear(helped(hint))
            self.tell(f"That criterion can still earn {hint.credit:.0%}.")
        else:
            self.tell(NO_HINT)

    # --- saving and the own editor ----------------------------------------------------------------------

    def action_save(self) -> None:
        trouble = self.sitting.read_only or self.desk.coach.records.trouble
        if trouble:
            self._save_elsewhere(f"~/{self.sitting.state.setup.problem}-answer.md")
            return
        self.keep_all()
        self.sitting.tick()
        self._flush()

    @work(thread=True, exclusive=True, group="flush", exit_on_error=False)
    def _flush(self) -> None:
        kept = self.desk.coach.records.flush()
        sentence = "Everything is on the disk." if kept else "The disk is slow; saving goes on in the background."
        self.app.call_from_thread(self.tell, sentence)

    def _save_elsewhere(self, name: str) -> None:
        """Asks for a file until it could be written, or until it is left; under the answer stands why saving fails."""

        def answered(target: str | None) -> None:
            if not target:
                return
            try:
                self.sitting.save_elsewhere(expanded(target))
                self.say(f"Saved to {target}.")
            except CoachError as error:
                self._save_elsewhere(target)
                self.say(str(error), trouble=True)

        self.app.push_screen(OneLine("Saving fails. Save everything you wrote to this file:", name), answered)

    def action_editor(self) -> None:
        if refused := self.sitting.why_not(cmd.OpenEditor()):
            self.tell(refused)
        else:  # a strong key overtakes letters that the box has yet to take: they come first
            self.answer.call_later(self._edit, self.answer)

    def _edit(self, box: AnswerBox) -> None:
        self.sitting.do(cmd.OpenEditor())
        try:
            command = editor_command(self.desk.setting("editor"))
            with self.app.suspend():
                written = edit(box.text, command, box.phase)
        except (CoachError, SuspendNotSupported) as error:
            self.tell(str(error))
            return
        finally:
            self.sitting.do(cmd.CloseEditor())
        self.look()  # first, as the sentence on another phase would cover the one on what came too late for it
        if written.rstrip("\n") != box.text.rstrip("\n"):
            self._take_back(box, written.rstrip("\n"))

    def _take_back(self, box: AnswerBox, written: str) -> None:
        """In a mock the phase may be over by now: what came too late goes to the notes, it is not lost."""
        late = self.sitting.why_not(cmd.Write(box.phase, written))
        if late:
            notes = self.query_one("#notes", Box)
            notes.put_all("\n".join([notes.text, f"Written after the bell ({box.phase}):", written]).strip())
            self.tell(f"{late} What you wrote is in your notes (f4).", lasting=True)
        else:
            box.put_all(written)
