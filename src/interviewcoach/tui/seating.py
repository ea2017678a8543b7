"""How a person is put into a sitting and seen out of it: it is made, or taken up again, and at the end scored."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import work
from textual.app import App
from textual.events import Key, Paste

from interviewcoach.errors import as_fault
from interviewcoach.tui.ahead import KeysAhead
from interviewcoach.tui.careful import careful
from interviewcoach.tui.key_order import keys_taken
from interviewcoach.tui.memory import settle_memory

if TYPE_CHECKING:
    from textual.screen import Screen

    from interviewcoach.sitting import Sitting
    from interviewcoach.tui.desk import Desk
    from interviewcoach.tui.wish import Wish


NOTHING_KEPT = "Nothing was written or asked, so nothing was kept."


@dataclass(frozen=True, eq=False)
class Request:
    """A sitting that is being made. No thread can be stopped: what nobody wants any more is made all the same, and put back."""

    make: Callable[[], Sitting]
    put_back: Callable[[Sitting], None]


class Seating(App[str]):
    """The half of the program that has to do with a sitting; the other half opens, shows and leaves."""

    desk: Desk
    live: Sitting | None = None
    _wish: Wish | None = None
    _wanted: Request | None = None
    panels_left: dict[str, str]
    """Which panel was open in a sitting that was left here, "" for none: it is taken up again as it was left."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead = KeysAhead()
        self.panels_left = {}

    if TYPE_CHECKING:

        @property
        def uppermost(self) -> Screen[Any]: ...
        def say(self, sentence: str, *, trouble: bool = False) -> None: ...
        def open_review(self, name: str, sought: str = "") -> None: ...
        def _stop_live(self, *, on_purpose: bool = True) -> str: ...
        def _go_home(self, left: Sitting | None = None) -> None: ...

    # --- asking for one ---------------------------------------------------------------------------------

    @careful
    def open_briefing(self, wish: Wish) -> None:
        """Before a new sitting; where one of this problem was left unfinished, that is offered first."""
        from interviewcoach.records.rows import to_resume
        from interviewcoach.tui.screens.dialogs import ResumeOrNew
        from interviewcoach.tui.standing import waiting_told

        title = self.desk.title(wish.problem)
        if not self.desk.practisable(wish.problem):
            self.say(f"{title} is in the curriculum, but cannot be practised yet.", trouble=True)
            return
        self.desk.coach.records.flush(1.0)
        waiting = to_resume(self.desk.coach.unfinished(), wish.problem)
        if waiting is None:
            self._brief(wish)
            return

        def answered(where: str | None) -> None:
            if where == "resume":
                self.resume(waiting.id)
            elif where == "new":
                self._brief(wish)

        elsewhere = waiting.id in self.desk.coach.records.open_elsewhere()
        told = waiting_told(waiting, title, round(time.time() * 1000), elsewhere=elsewhere)
        self.push_screen(ResumeOrNew(told), answered)

    def _brief(self, wish: Wish) -> None:
        from interviewcoach.tui.screens.briefing import BriefingScreen

        self.push_screen(BriefingScreen(wish))

    # --- making one -------------------------------------------------------------------------------------

    def start(self, wish: Wish) -> None:
        coach, whys = self.desk.coach, bool(self.desk.setting("whys"))

        def make() -> Sitting:
            return coach.start(
                wish.problem, mode="mock" if wish.mode == "mock" else "practice", level=wish.level,  # type: ignore[arg-type]
                minutes=wish.minutes, timed=wish.timed, whys=whys,
            )  # fmt: skip

        self._ask_for(Request(make, self._forget))

    def resume(self, name: str) -> None:
        self._ask_for(Request(lambda: self.desk.coach.resume(name), lambda sitting: sitting.stop()))

    def _forget(self, sitting: Sitting) -> None:
        """A new sitting that nobody has seen is none: no list is to show it."""
        sitting.let_go("Nobody waited for this sitting.")
        self.desk.coach.records.delete(sitting.id)

    def _ask_for(self, request: Request) -> None:
        self._wanted = request
        self._wait()
        self._make_sitting(request)

    def _wait(self, told: str = "Getting the interviewer ready … What you type goes into the answer.") -> None:
        from interviewcoach.tui.screens.opening import Opening

        self._ahead.wait()
        if isinstance(self.uppermost, Opening):
            self.uppermost.tell(told)
        else:
            self.push_screen(Opening(told))

    def key_while_waiting(self, event: Key | Paste) -> None:
        """Escape: whatever is being opened or made is not to be shown. All else waits for the answer."""
        if isinstance(event, Key) and event.key == "escape" and self._is_opening:
            self._wish = self._wanted = None
            self._wait_no_more()
        else:
            self._ahead.keep(event)

    @property
    def _is_opening(self) -> bool:
        from interviewcoach.tui.screens.opening import Opening

        return isinstance(self.uppermost, Opening)

    def _wait_no_more(self) -> None:
        """Nothing is being made any more; what was typed was meant for it alone."""
        self._ahead.dropped()
        if self._is_opening:
            self.pop_screen()

    def seated(self, then: Callable[[], None]) -> None:
        """The answer has the focus: it gets what was typed before it stood. `then` follows the last of these keys."""
        self.call_later(self._type_ahead, then)  # behind the keys that have come already: they are older than the next one

    async def _type_ahead(self, then: Callable[[], None]) -> None:
        for event in self._ahead.taken():
            await self.on_event(event)
        then()

    @work(thread=True, exclusive=True, group="sitting", exit_on_error=False)
    def _make_sitting(self, request: Request) -> None:
        """Compiling a rubric takes a moment. The sitting is handed to the screen's thread whole."""
        from interviewcoach.tui.talk import turns

        sitting = None
        try:
            sitting = request.make()
            past = self.desk.coach.past(sitting.id)
            self.desk.library.problem(sitting.state.setup.problem)
        except Exception as error:
            self.call_from_thread(self._not_made, request, sitting, str(as_fault(error)))
            return
        settle_memory()
        self.call_from_thread(self._sit_down, request, sitting, turns(past.events))  # type: ignore[arg-type]

    async def _sit_down(self, request: Request, sitting: Sitting, turns: Any) -> None:
        from interviewcoach.tui.screens.sitting import SittingScreen

        await keys_taken(self)  # escape may have come, too
        if request is not self._wanted:
            request.put_back(sitting)
            return
        self.live = sitting
        self._go_home()
        self.push_screen(SittingScreen(sitting, turns))

    def _not_made(self, request: Request, sitting: Sitting | None, why: str) -> None:
        """`sitting`: it was made, but cannot be shown."""
        if sitting:
            request.put_back(sitting)
        if request is self._wanted:
            self._wait_no_more()
            self.say(why, trouble=True)

    # --- its end ----------------------------------------------------------------------------------------

    def leave_sitting(self) -> None:
        """The window on the sitting closes; it can be resumed, if there is anything in it."""
        left = self.live
        told = self._stop_live()
        self._go_home(left)
        if told == NOTHING_KEPT:
            self.say(told)

    def sitting_over(self, sitting: Sitting) -> None:
        from interviewcoach.interview.protocol import PHASES
        from interviewcoach.tui.screens.prediction import PredictionScreen

        self.live = None
        self._go_home(sitting)
        if sitting.state.status != "ended" or sitting.read_only:
            return
        if any(sitting.text(phase).strip() for phase in PHASES):
            self.push_screen(PredictionScreen(sitting))
        else:  # the time of a mock was over; there is nothing to guess at
            self.score(sitting)

    @work(thread=True, exclusive=True, group="sitting", exit_on_error=False)
    def score(self, sitting: Sitting) -> None:
        """Scores what was handed in, in a thread; the answer is kept whatever happens here."""
        try:
            self.desk.coach.finish(sitting)
        except Exception as error:
            self.call_from_thread(self._not_scored, sitting.id, str(as_fault(error)))
            return
        self.call_from_thread(self._scored, sitting.id)

    def _scored(self, sitting: str) -> None:
        if self._is_waited_for(sitting):
            self._go_home()
            self.open_review(sitting)
        else:
            self.say("What was handed in before has been scored: r at home leads to it.")

    def _not_scored(self, sitting: str, why: str) -> None:
        if self._is_waited_for(sitting):
            self._go_home()
        self.say(f"The answer is kept, but could not be scored: {why}", trouble=True)

    def _is_waited_for(self, sitting: str) -> bool:
        """Whether the person is still where one waits for a grade: at the guess, or at home after a mock without a word."""
        from interviewcoach.tui.screens.home import HomeScreen
        from interviewcoach.tui.screens.prediction import PredictionScreen

        guesses = [one for one in self.screen_stack if isinstance(one, PredictionScreen)]
        return isinstance(self.uppermost, HomeScreen) or any(one.sitting.id == sitting for one in guesses)
