"""The program with its screens: opens the coach behind the first paint, moves between screens, leaves in order."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType

from interviewcoach.errors import CoachError, as_fault
from interviewcoach.tui.careful import careful
from interviewcoach.tui.commands import STRONG_KEYS
from interviewcoach.tui.desk import Desk
from interviewcoach.tui.key_order import keys_taken
from interviewcoach.tui.memory import settle_memory
from interviewcoach.tui.pastes import keep_pastes_whole
from interviewcoach.tui.terminal import SMALLEST, on_goodbye
from interviewcoach.tui.text import line
from interviewcoach.tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from interviewcoach.coach import Coach
    from interviewcoach.keeping import Past
    from interviewcoach.sitting import Sitting


SWITCH = 0.001
"""Seconds that a thread at work (scoring, writing) may hold the others up: a key must not wait for it."""


@dataclass(frozen=True)
class Wish:
    """What to open first: a briefing, or the last unfinished sitting of a problem."""

    problem: str = ""
    mode: str = "practice"
    level: str = ""
    minutes: int = 0
    timed: bool = True
    resume: str = ""
    review: str = ""


def _palette() -> Any:
    """Loaded when it is first opened."""
    from interviewcoach.tui.palette import TableCommands

    return TableCommands


class CoachApp(App[str]):
    """`run` returns a sentence to print after the screen is gone, or None. `fault` is what kept it from opening."""

    CSS_PATH = "coach.tcss"
    TITLE = "interviewcoach"
    COMMANDS: ClassVar[set[Any]] = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, open_coach: Callable[[], Coach], wish: Wish | None = None) -> None:
        super().__init__()
        keep_pastes_whole()
        self._open_coach = open_coach
        self._wish = wish
        self.desk: Desk
        self.live: Sitting | None = None
        sys.setswitchinterval(SWITCH)
        self.fault: CoachError | None = None
        self.animation_level = "none"
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = "dark"

    # --- opening ----------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether the catalogue and the records are there."""
        return hasattr(self, "desk")

    async def on_mount(self) -> None:
        from interviewcoach.tui.screens.home import HomeScreen

        on_goodbye(asyncio.get_running_loop(), self.leave_at_once)
        await self.push_screen(HomeScreen())
        if self._wish:
            self._wait("Opening …")  # keys pressed ahead are not meant for the home screen
        self.call_after_refresh(self._open)

    @work(thread=True, exit_on_error=False)
    def _open(self) -> None:
        """The catalogue and the records take a moment: the first screen is painted before."""
        try:
            desk = Desk(self._open_coach())
            desk.library.entries  # noqa: B018 - read here, and not on the screen's thread
        except Exception as error:
            self.fault = as_fault(error)
            self.call_from_thread(self.exit)
            return
        settle_memory()
        self.call_from_thread(self._opened, desk)

    def _opened(self, desk: Desk) -> None:
        from interviewcoach.tui.screens.home import HomeScreen

        self.desk = desk
        self.theme = "light" if desk.setting("theme") == "light" else "dark"
        home = self.screen_stack[1]
        assert isinstance(home, HomeScreen)
        home.fill()
        if self._wish:
            self.grant(self._wish)

    def grant(self, wish: Wish) -> None:
        if wish.resume:
            self.resume(wish.resume)
            return
        self._wait_no_more()
        if wish.review:
            self.open_review(wish.review)
        elif wish.problem:
            self.open_briefing(wish)

    # --- sittings ---------------------------------------------------------------------------------------

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

    def start(self, wish: Wish) -> None:
        coach, whys = self.desk.coach, bool(self.desk.setting("whys"))

        def make() -> Sitting:
            return coach.start(
                wish.problem, mode="mock" if wish.mode == "mock" else "practice", level=wish.level,  # type: ignore[arg-type]
                minutes=wish.minutes, timed=wish.timed, whys=whys,
            )  # fmt: skip

        self._wait()
        self._make_sitting(make)

    def resume(self, name: str) -> None:
        self._wait()
        self._make_sitting(lambda: self.desk.coach.resume(name))

    def _wait(self, told: str = "Getting the interviewer ready … What you type goes into the answer.") -> None:
        from interviewcoach.tui.screens.opening import Opening

        if not isinstance(self.screen, Opening):
            self.push_screen(Opening(told))
        else:
            self.screen.tell(told)

    def _wait_no_more(self) -> str:
        """What was typed while a sitting was being made."""
        from interviewcoach.tui.screens.opening import Opening

        opening = self.screen
        if not isinstance(opening, Opening):
            return ""
        self.pop_screen()
        return opening.typed

    @work(thread=True, exclusive=True, group="sitting", exit_on_error=False)
    def _make_sitting(self, make: Callable[[], Sitting]) -> None:
        """Compiling a rubric takes a moment. The sitting is handed to the screen's thread whole."""
        from interviewcoach.tui.talk import turns

        try:
            sitting = make()
            past = self.desk.coach.past(sitting.id)
            self.desk.library.problem(sitting.state.setup.problem)
        except Exception as error:
            self.call_from_thread(self._not_made, str(as_fault(error)))
            return
        settle_memory()
        self.call_from_thread(self._sit_down, sitting, turns(past.events))  # type: ignore[arg-type]

    async def _sit_down(self, sitting: Sitting, turns: Any) -> None:
        from interviewcoach.tui.screens.sitting import SittingScreen

        await keys_taken(self.screen)  # what was typed last may still wait
        self.live = sitting
        typed = self._wait_no_more()
        self._go_home()
        self.push_screen(SittingScreen(sitting, turns, typed))

    def _not_made(self, why: str) -> None:
        self._wait_no_more()
        self.say(why, trouble=True)

    def leave_sitting(self) -> None:
        """The window on the sitting closes; it can be resumed."""
        self._stop_live()
        self._go_home()

    def sitting_over(self, sitting: Sitting) -> None:
        from interviewcoach.interview.protocol import PHASES
        from interviewcoach.tui.screens.prediction import PredictionScreen

        self.live = None
        self._go_home()
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
            self.call_from_thread(self._not_scored, str(as_fault(error)))
            return
        self.call_from_thread(self._scored, sitting.id)

    def _scored(self, sitting: str) -> None:
        self._go_home()
        self.open_review(sitting)

    def _not_scored(self, why: str) -> None:
        self._go_home()
        self.say(f"The answer is kept, but could not be scored: {why}", trouble=True)

    # --- other screens ----------------------------------------------------------------------------------

    @careful
    def past(self, name: str) -> Past:
        """A kept sitting; where it cannot be read the person is told, and there is none."""
        return self.desk.coach.past(name)

    def open_review(self, name: str) -> None:
        from interviewcoach.tui.screens.scorecard import ScorecardScreen

        past = self.past(name)
        if past is None:
            return
        if past.stored.card is None:
            self.say("This sitting has no scorecard.")
            return
        self.push_screen(ScorecardScreen(past))

    def open_timeline(self, name: str) -> None:
        from interviewcoach.tui.screens.timeline import TimelineScreen

        past = self.past(name)
        if past is not None:
            self.push_screen(TimelineScreen(past))

    @careful
    def next_problem(self) -> None:
        """On to what is suggested first and can be practised."""
        for suggestion in self.desk.coach.suggest():
            if self.desk.practisable(suggestion.slug):
                self.open_briefing(Wish(suggestion.slug))
                return
        self.say("There is nothing to suggest.")

    def show_help(self, screen: str) -> None:
        from interviewcoach.tui.screens.help import HelpScreen

        if screen != HelpScreen.NAME:
            self.push_screen(HelpScreen(screen))

    def _go_home(self) -> None:
        """Closes everything above the home screen."""
        from interviewcoach.tui.screens.home import HomeScreen

        while len(self.screen_stack) > 2:
            self.pop_screen()
        home = self.screen
        if isinstance(home, HomeScreen):
            home.fill()

    def push_screen(self, *args: Any, **kwargs: Any) -> Any:
        """What was said on one screen does not cover the next."""
        self.clear_notifications()
        return super().push_screen(*args, **kwargs)

    def pop_screen(self) -> AwaitComplete:
        self.clear_notifications()
        return super().pop_screen()

    # --- speaking, size, theme --------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Every key comes by here first; one that nobody took comes by a second time, as forwarded."""
        from interviewcoach.tui.screens.base import CoachScreen

        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded and self.is_open:
            screen = self.screen
            if isinstance(screen, CoachScreen):
                if isinstance(event, events.Key) and event.key in STRONG_KEYS:
                    await keys_taken(screen.focused)
                screen.key_ahead()
        await super().on_event(event)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        self.notify(line(sentence).plain, markup=False, severity="warning" if trouble else "information", timeout=8)

    def on_resize(self, event: events.Resize) -> None:
        """A terminal that is too small says so; the screens wait behind it, and clocks run on."""
        from interviewcoach.tui.screens.dialogs import TooSmall

        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        shown = isinstance(self.screen, TooSmall)
        if small and not shown:
            self.push_screen(TooSmall())
        elif shown and not small:
            self.pop_screen()

    def action_command_palette(self) -> None:
        """Not over a dialog: it has keys of its own, and tells them."""
        if getattr(self.screen, "NAME", ""):
            super().action_command_palette()

    def action_switch_theme(self) -> None:
        self.theme = "light" if self.theme == "dark" else "dark"
        self.desk.put("theme", self.theme)

    # --- leaving ----------------------------------------------------------------------------------------

    def _stop_live(self) -> str:
        from interviewcoach.tui.screens.prediction import PredictionScreen
        from interviewcoach.tui.screens.sitting import SittingScreen

        for screen in self.screen_stack:
            if isinstance(screen, PredictionScreen):
                screen.sitting.let_go("The window was closed before the guess.")
                return "Handed in and kept. `interviewcoach review last` shows the scorecard."
        live, self.live = self.live, None
        if live is None or not live.state.unfinished:
            return ""
        for screen in self.screen_stack:
            if isinstance(screen, SittingScreen):
                screen.keep_all()
        problem = live.state.setup.problem
        live.stop()
        stopped = "Interrupted" if live.state.mock else "Stopped"
        return f"{stopped} and kept. `interviewcoach practice {problem} --resume` goes on where you left."

    async def action_quit(self) -> None:
        from interviewcoach.tui.screens.dialogs import LeaveMock

        if self.live and self.live.state.mock and not self.live.read_only and not isinstance(self.screen, LeaveMock):
            self.push_screen(LeaveMock(), self._quit_if)
        else:
            self._quit_if(True)

    def _quit_if(self, sure: bool | None) -> None:
        if sure:
            self.exit(self._stop_live() or None)

    def leave_at_once(self, code: int) -> None:
        """The system wants us to go: what was typed is handed to the record, the terminal is given back."""
        self._stop_live()
        self.exit(return_code=code)
