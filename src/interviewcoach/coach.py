"""The one meeting place: catalogue, record, clock, interviewer and assessor. A sitting needs nothing else, and no
screen, so that all of it can be driven from a test with a clock of its own.

    coach = Coach(catalogue, Records(), assess=Assessor(catalogue), interviewers=make_interviewer)
    sitting = coach.start("url-shortener", mode="practice", level="senior")
    sitting.do(Begin()); sitting.draft("requirements", "..."); sitting.tick(); ...
    sitting.do(End()); sitting.predict("hire"); card = coach.finish(sitting)
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from interviewcoach.clock import steady_clock
from interviewcoach.errors import CoachError, UsageError
from interviewcoach.interview import commands as cmd
from interviewcoach.interview.framework import USUAL_MINUTES, make_plan
from interviewcoach.interview.protocol import Assess, Interviewer, Level, Mode, Scorecard, Submission
from interviewcoach.interview.session import State, start
from interviewcoach.interview.transcript import submission
from interviewcoach.keeping import (
    Past,
    check_events,
    opening_of,
    past_of,
    progressed,
    stored,
    submission_from_dict,
    submission_to_dict,
)
from interviewcoach.records import LeaseTaken, Records, SittingRow
from interviewcoach.records.rows import dumps, way_to_finish
from interviewcoach.records.store import new_id
from interviewcoach.records.suggest import Entry, Suggestion, suggest
from interviewcoach.sitting import Sitting

if TYPE_CHECKING:
    from interviewcoach.records.importing import Imported

_log = logging.getLogger(__name__)
MakeInterviewer = Callable[[str, Level, int], Interviewer]
"""(problem, level, seed) -> the interviewer of one sitting."""


class Catalogue(Protocol):
    """What a coach needs to know of the content."""

    @property
    def entries(self) -> Mapping[str, Entry]: ...
    @property
    def skill_titles(self) -> Mapping[str, str]: ...
    def entry(self, slug: str, /) -> Entry: ...
    def version(self, slug: str, /) -> str: ...


class Coach:
    """Everything but the screen. `now` gives seconds since the epoch, `seeds` a whole number per sitting."""

    def __init__(
        self, catalogue: Catalogue, records: Records, *, assess: Assess, interviewers: MakeInterviewer,
        now: Callable[[], float] | None = None, seeds: Callable[[], int] = lambda: secrets.randbits(31),
    ) -> None:  # fmt: skip
        self.catalogue = catalogue
        self.records = records
        self.assess = assess
        self._interviewers = interviewers
        self._now = now or steady_clock()
        self._seeds = seeds

    # --- sittings ---------------------------------------------------------------------------------------

    def start(
        self, problem: str, *, mode: Mode = "practice", level: Level = "senior", minutes: int = USUAL_MINUTES,
        timed: bool = True, whys: bool = True,
    ) -> Sitting:  # fmt: skip
        """Opens the briefing of a new sitting; its clock waits for `Begin`.

        UsageError: no such problem (with a near miss), minutes outside 35-50, an untimed mock.
        """
        self.catalogue.entry(problem)
        plan = make_plan(minutes, timed=timed, mode=mode)
        state, events = start(
            problem, plan, self._now(), mode=mode, level=level, seed=self._seeds(), whys=whys,
            content_version=self.catalogue.version(problem),
        )  # fmt: skip
        sitting = new_id()
        self.records.create(opening_of(sitting, state.setup), stored(events[0], 0), progressed(state))
        return self._live(sitting, state)

    def make_ready(self, problem: str) -> None:
        """For a thread, while the statement is read: the first interviewer of a problem takes a moment to make.

        What is wrong with its content is told by `start`.
        """
        with suppress(Exception):
            self._interviewers(problem, "senior", 0)

    def resume(self, name: str = "") -> Sitting:
        """Takes up an unfinished sitting (the last seen, or the one meant by an id or its beginning).

        Text, clock and worksheet are as they were; the time between counts as an interruption. While another
        window runs it the sitting comes back with `read_only` set. A sitting that was paused stays paused.
        """
        self.records.flush()
        waiting = self.records.unfinished()
        if not name and not waiting:
            raise UsageError("there is no unfinished sitting", mend="start one with `interviewcoach practice url-shortener`")
        sitting = self.records.find(name) if name else waiting[0].id
        if sitting not in {row.id for row in waiting}:
            raise UsageError("this sitting is finished", where=sitting, mend="`interviewcoach review` shows it")
        read_only = ""
        try:
            self.records.take(sitting)
        except LeaseTaken as taken:
            read_only = taken.what
        try:
            live = self._live(sitting, past_of(self.records.load(sitting)).state, read_only)
        except CoachError:
            if not read_only:
                self.records.let_go(sitting)
            raise
        if not read_only:
            running = live.state.status == "running" or _was_stopped(live)
            live.do(cmd.Reopen())
            if running:
                live.do(cmd.Resume())
        return live

    def unfinished(self) -> list[SittingRow]:
        """Sittings that can be resumed, the last seen first."""
        return self.records.unfinished()

    def finish(self, sitting: Sitting) -> Scorecard:
        """Hands in if that has not happened, scores, keeps the scorecard and returns it.

        May take a moment the first time (the rubric is compiled): do `End` and the guess on the screen's thread,
        stop ticking, then call this from a worker. Whatever goes wrong while scoring, the answer is kept by then
        and `rescore` can be tried later.
        """
        sitting.do(cmd.End())
        if sitting.read_only:
            raise CoachError("this window may only read the sitting", where=sitting.id, mend=sitting.read_only)
        if sitting.state.status != "ended":
            raise CoachError("only a sitting that was handed in is scored", where=sitting.id)
        handed_in = submission(sitting.state)
        self.records.hand_in(sitting.id, handed_in.answer, submission_to_dict(handed_in))
        try:
            card = self.assess(handed_in)
            self.records.add_card(sitting.id, card)
        finally:  # not before: another window scores what nobody holds
            sitting.let_go("The sitting was handed in.")
        return card

    def finish_waiting(self) -> None:
        """Scores what was handed in and never scored, because its window was closed before the guess.

        Not what another window is about to score; what cannot be scored (its problem is gone, its text breaks the scorer)
        stays as it is and keeps nobody from the others.
        """
        waiting = self.records.unscored()
        for row in waiting:
            try:
                self.rescore(row.id)
            except Exception:
                _log.debug("%s could not be scored", row.id, exc_info=True)
        if waiting:
            self.records.flush()

    # --- what was done ----------------------------------------------------------------------------------

    def past(self, name: str) -> Past:
        """A kept sitting with its events and its state, by id, the beginning of one, or "last"."""
        self.records.flush()
        return past_of(self.records.load(name))

    def rescore(self, name: str) -> tuple[Scorecard | None, Scorecard]:
        """Scores what was handed in again, with today's content: (the card so far, the new one).

        The old card is kept. If the content is the same as then, nothing new is kept. This also scores a sitting
        that ended but was never scored, because the program died in between.
        """
        past = self.past(name)
        card = self.assess(self.handed_in(past))
        self.keep_card(past, card)
        return past.stored.card.body if past.stored.card else None, card

    def handed_in(self, past: Past) -> Submission:
        """What a finished sitting is scored from; it is made and kept now if the program died before."""
        if past.state.status != "ended":
            raise UsageError("only a finished sitting can be scored", where=past.id, mend=way_to_finish(past.stored.row))
        if past.stored.submission is not None:
            return submission_from_dict(past.stored.submission)
        made = submission(past.state)
        self.records.hand_in(past.id, made.answer, submission_to_dict(made))
        return made

    def keep_card(self, past: Past, card: Scorecard) -> bool:
        """Keeps a new scorecard beside the one so far, and tells whether: one that says the same is not kept twice."""
        before = past.stored.card
        differs = before is None or dumps(before.body) != dumps(card)
        if differs:
            self.records.add_card(past.id, card)
        return differs

    def title(self, problem: str) -> str:
        """Its slug where the problem is gone: a sitting outlives the pack that its problem came from."""
        entry = self.catalogue.entries.get(problem)
        return entry.title if entry else problem

    def suggest(self, phase: int | None = None) -> list[Suggestion]:
        """What to practise next and why, the most worthwhile first; `mock` takes the first."""
        entries: Sequence[Entry] = list(self.catalogue.entries.values())
        if phase is not None and phase not in {entry.phase for entry in entries}:
            known = sorted({entry.phase for entry in entries})
            raise UsageError(f"the curriculum has no phase {phase}", where="--phase", mend=f"choose {known[0]} to {known[-1]}")
        return suggest(entries, self.records.performances(), round(self._now() * 1000), phase=phase)

    def import_all(self, source: Path) -> Imported:
        """Takes an export in (see `Records.import_all`), after checking that every sitting's events add up."""
        return self.records.import_all(source, check_events)

    def close(self) -> int:
        """At the end of the program: everything to the disk; returns how many writes had to be left undone."""
        return self.records.close()

    def _live(self, sitting: str, state: State, read_only: str = "") -> Sitting:
        setup = state.setup
        return Sitting(
            sitting, state, self.records, self._interviewers(setup.problem, setup.level, setup.seed), self._now,
            read_only=read_only, recent_probes=self.records.recent_probes(setup.problem, sitting),
        )  # fmt: skip


def _was_stopped(sitting: Sitting) -> bool:
    """Whether the clock stands only because the window was closed, and not because the candidate paused."""
    state = sitting.state
    return state.status == "paused" and state.breaks[-1].why == "stopped"
