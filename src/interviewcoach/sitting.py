"""A live sitting: the pure machine, a clock, an interviewer and the record, held together. No screen.

All methods belong to one thread (the screen's). None of them waits for the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from interviewcoach.errors import CoachError, UsageError
from interviewcoach.interview import commands as cmd
from interviewcoach.interview import events as ev
from interviewcoach.interview.clock import Clock, clock
from interviewcoach.interview.permission import why_not
from interviewcoach.interview.protocol import (
    Answer,
    Curveball,
    Hint,
    Interviewer,
    Probe,
    Reply,
    Situation,
    Verdict,
    Why,
)
from interviewcoach.interview.session import State, step
from interviewcoach.interview.state import evolve, situation
from interviewcoach.interview.transcript import document
from interviewcoach.keeping import past_of, progressed, stored, whole_text
from interviewcoach.records import Records, save_elsewhere

TYPING_PAUSE = 0.5
"""Text is handed to the record at most this many seconds after the last time, or with the next tick."""
IDLE_BEAT = 30_000


class Sitting:
    """Made by `Coach.start` and `Coach.resume`.

    state: what is true now, as of the last tick; id: its name in the record; read_only: "" while this window may
    write, else the sentence that says why not (another window has it, or took it over).
    """

    def __init__(
        self, sitting: str, state: State, records: Records, interviewer: Interviewer, now: Callable[[], float], *,
        read_only: str = "", recent_probes: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        self.id = sitting
        self.state = state
        self.read_only = read_only
        self._only_watched = bool(read_only)
        self._records = records
        self._interviewer = interviewer
        self._now = now
        self._recent_probes = recent_probes
        self._typed: dict[str, tuple[float, str]] = {}
        self._last_kept = 0.0
        self._last_beat = 0
        self._news: tuple[ev.Event, ...] = ()

    # --- time and commands ------------------------------------------------------------------------------

    def tick(self) -> tuple[ev.Event, ...]:
        """Call it about twice a second and after any silence. Returns what became due: warnings, phase ends.

        What was typed or worked since the last call is what a power cut can cost.
        """
        return self.do(cmd.Tick())

    def do(self, command: cmd.Command) -> tuple[ev.Event, ...]:
        """Lets time pass and follows the command if it is possible (see `why_not`).

        Returns all that happened since the last call of `do` or `tick`, so that a screen which looks at these
        events misses none. What was typed before is kept first, at the time it was typed.
        """
        self._keep_typed()
        if not self.read_only:
            self._step(command, self._now())
        news, self._news = self._news, ()
        return news

    def why_not(self, command: cmd.Command) -> str:
        """ "" if the command would be followed now, else a sentence for the candidate."""
        return self.read_only or why_not(self.state, command)

    def clock(self) -> Clock:
        """What the rail shows, as of the last tick."""
        return clock(self.state)

    # --- typing -----------------------------------------------------------------------------------------

    def draft(self, part: str, text: str) -> None:
        """The whole text of a part (a phase id, "worksheet", "notes", "saying") after each change.

        Cheap enough for every keystroke. What it may have set off (a phase's end) comes with the next `tick`.
        """
        now = self._now()
        self._typed[part] = (now, text)
        if not 0 <= now - self._last_kept < TYPING_PAUSE:
            self._keep_typed()

    def text(self, part: str) -> str:
        """The latest text of a part, kept or not."""
        return self._typed[part][1] if part in self._typed else self.state.texts.get(part, "")

    @property
    def saved(self) -> bool:
        """Whether everything typed is on the disk."""
        return not self._typed and not self.read_only and self._records.writer.waiting == 0

    def save_elsewhere(self, target: Path) -> None:
        """Everything written so far into a file of the candidate's choice; CoachError says why not."""
        self._keep_typed()
        save_elsewhere(target, whole_text(self.state))

    # --- the interviewer --------------------------------------------------------------------------------

    def situation(self) -> Situation:
        """What the interviewer may look at now."""
        self._keep_typed()
        return situation(self.state, document(self.state), self._recent_probes)

    def ask(self, question: str) -> tuple[Answer, ...]:
        """Puts a clarifying question; the answers come at once. Empty when nothing was asked or can be now."""
        if not question.strip() or self.why_not(cmd.RecordAnswers(question, ())):
            return ()
        answers = self._interviewer.ask(question, self.situation())
        self._note(cmd.RecordAnswers(question, answers))
        return answers

    def probe(self) -> Probe | None:
        """A question about the weak spot; None when there is nothing to ask, or five were asked."""
        if self.why_not(cmd.RecordProbe(Probe("", "", ""))):
            return None
        if probe := self._interviewer.probe(self.situation()):
            self._note(cmd.RecordProbe(probe))
        return probe

    def hint(self) -> Hint | None:
        """The next step of help in this phase (practice only); it lowers what the criterion can earn."""
        if self.why_not(cmd.RecordHint(Hint("", 1, "", 1.0))):
            return None
        if hint := self._interviewer.hint(self.situation()):
            self._note(cmd.RecordHint(hint))
        return hint

    @property
    def next_hint(self) -> Hint | None:
        """What `hint` would give now."""
        return self._interviewer.hint(self.situation())

    def curveball(self, leaving: bool = False) -> Curveball | None:
        """What comes up, once its time has come (mock only, once); at the latest before the phase is left that it belongs to."""
        if self.why_not(cmd.RecordCurveball(Curveball("", ""))):
            return None
        here = self.situation()
        if curveball := self._interviewer.curveball(replace(here, half_over=leaving or here.half_over)):
            self._note(cmd.RecordCurveball(curveball))
        return curveball

    def why(self) -> Why | None:
        """A question for a reason (practice only, once a phase, unless switched off)."""
        if self.why_not(cmd.RecordWhy(Why("", "", ""))):
            return None
        if why := self._interviewer.why(self.situation()):
            self._note(cmd.RecordWhy(why))
        return why

    def reply(self, to: str, text: str) -> None:
        """What the candidate says to the probe, why or curveball with the id `to`."""
        asked = {probe.id: probe.criterion for probe in self.state.probes}
        asked |= {why.id: why.criterion for _, why in self.state.whys}
        self._note(cmd.RecordReply(Reply(to, text, asked.get(to, ""))))

    def predict(self, verdict: Verdict, axes: Mapping[str, int] | None = None) -> None:
        """The candidate's guess, after the end and before the scorecard."""
        self.do(cmd.Predict(verdict, axes or {}))

    def _note(self, command: cmd.Command) -> None:
        """Follows a command; what else came due meanwhile is told by the next `do` or `tick`."""
        self._keep_typed()
        if not self.read_only:
            self._step(command, self._now())

    # --- leaving ----------------------------------------------------------------------------------------

    def stop(self) -> None:
        """The window closes: the sitting can be resumed. Safe to call more than once."""
        self.do(cmd.Stop())
        self.let_go("This window has left the sitting.")

    def leave(self) -> bool:
        """Left on purpose: as `stop`, but a sitting that nobody has touched leaves no trace. Whether it is kept."""
        self.do(cmd.Stop())
        kept = bool(self.read_only) or not self.state.unfinished or not self.untouched
        if not kept:
            self._records.forget(self.id)
        self.let_go("This window has left the sitting.")
        return kept

    @property
    def untouched(self) -> bool:
        """See `State.untouched`; what was typed a moment ago counts."""
        return not self._typed and self.state.untouched

    def abandon(self) -> None:
        """Gives the sitting up; its text stays readable, it is not scored."""
        self.do(cmd.Abandon())
        self.let_go("The sitting was given up.")

    def refresh(self) -> Sequence[ev.Event]:
        """In a window that only reads: takes over what the other window has done, and returns all that happened there.

        Not where the sitting was this window's own before: what stands only here must stay, to be saved to a file.
        """
        if not self._only_watched:
            return ()
        try:
            past = past_of(self._records.load(self.id))
        except UsageError:
            self.read_only = "this sitting was deleted in another window; what is still shown here is kept nowhere"
            return ()
        except CoachError:
            return ()  # what cannot be read now is shown by one of the next calls
        self.state = past.state
        return past.events

    @property
    def can_be_taken_up(self) -> bool:
        """Whether the other window, for whose sake this one could only read from the start, has left the sitting."""
        try:
            return self._only_watched and self.state.unfinished and self.id not in self._records.open_elsewhere()
        except CoachError:
            return False  # asked again with the next tick

    def let_go(self, why: str) -> None:
        """Gives the record to whoever comes next; from now on this sitting can only be read here."""
        if not self.read_only:
            self._records.let_go(self.id)
            self.read_only = why

    # --- the record -------------------------------------------------------------------------------------

    def _keep_typed(self) -> None:
        """Makes events of what was typed, each at its own time; in memory even when the record is not ours."""
        for part, (at, text) in sorted(self._typed.items(), key=lambda item: item[1][0]):
            del self._typed[part]
            self._step(cmd.Write(part, text), at)
            self._last_kept = at

    def _step(self, command: cmd.Command, now: float) -> None:
        before = self.state
        self.state, events = step(before, command, now)
        self._news += events
        if not self.read_only:
            self._record(before, events)

    def _record(self, state: State, events: tuple[ev.Event, ...]) -> None:
        """Each event in a transaction of its own, with what the sitting added up to right after it."""
        for event in events:
            seq, state = state.recorded, evolve(state, event)
            if isinstance(event, ev.Beat):
                self._beat(state)
                continue
            draft = (event.part, state.texts[event.part]) if isinstance(event, ev.Wrote) else None
            self._records.record(self.id, stored(event, seq), progressed(state), draft, failed=self.lost)

    def _beat(self, state: State) -> None:
        """Working time is kept to the second; while the clock stands still now and then is enough."""
        if state.status == "running" or state.at - self._last_beat >= IDLE_BEAT:
            self._last_beat = state.at
            self._records.beat(self.id, state.at, state.active, failed=self.lost)

    def lost(self, fault: CoachError) -> None:
        """From the writing thread: the record is not ours any more. The text stays here, and can be saved."""
        self.read_only = "; ".join(filter(None, (fault.what, fault.mend)))
