"""The program with its screens: opens the coach behind the first paint, moves between screens, leaves in order."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import Screen

from interviewcoach.errors import CoachError, as_fault
from interviewcoach.tui.careful import careful
from interviewcoach.tui.commands import STRONG_KEYS
from interviewcoach.tui.desk import Desk
from interviewcoach.tui.key_order import keys_taken
from interviewcoach.tui.memory import settle_memory
from interviewcoach.tui.pastes import keep_pastes_whole
from interviewcoach.tui.seating import NOTHING_KEPT, Seating
from interviewcoach.tui.terminal import is_too_small, on_goodbye
from interviewcoach.tui.text import line
from interviewcoach.tui.themes import DARK, LIGHT
from interviewcoach.tui.wish import Wish

if TYPE_CHECKING:
    from interviewcoach.coach import Coach
    from interviewcoach.keeping import Past
    from interviewcoach.sitting import Sitting


SWITCH = 0.001
"""Seconds that a thread at work (scoring, writing) may hold the others up: a key must not wait for it."""

CTRL_C = "ctrl+c copies what is selected; ctrl+q quits."


def _palette() -> Any:
    """Loaded when it is first opened."""
    from interviewcoach.tui.palette import TableCommands

    return TableCommands


class CoachApp(Seating):
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
        for pack in desk.library.set_aside:
            home.say(str(pack), trouble=True)
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

    # --- other screens ----------------------------------------------------------------------------------

    @careful
    def past(self, name: str) -> Past:
        """A kept sitting; where it cannot be read the person is told, and there is none."""
        return self.desk.coach.past(name)

    def open_review(self, name: str, sought: str = "") -> None:
        """`sought`: the words it was found by, to be shown where they stand."""
        from interviewcoach.tui.screens.scorecard import ScorecardScreen

        past = self.past(name)
        if past is None:
            return
        if past.stored.card is None:
            self._show_timeline(past, from_the_end=True)
            self.say("This sitting has no scorecard. Here is what you wrote.")
            return
        self.push_screen(ScorecardScreen(past, sought))

    def open_timeline(self, name: str) -> None:
        past = self.past(name)
        if past is not None:
            self._show_timeline(past)

    def _show_timeline(self, past: Past, *, from_the_end: bool = False) -> None:
        from interviewcoach.tui.screens.timeline import TimelineScreen

        self.push_screen(TimelineScreen(past, from_the_end=from_the_end))

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

    def _go_home(self, left: Sitting | None = None) -> None:
        """Closes everything above the home screen, where the cursor is then on the sitting that was left, or its problem."""
        from interviewcoach.tui.screens.home import HomeScreen

        while not isinstance(self.uppermost, HomeScreen):
            self.pop_screen()
        self.uppermost.fill()
        if left:
            self.uppermost.stand_on(left.id, left.state.setup.problem)

    def push_screen(self, *args: Any, **kwargs: Any) -> Any:
        """What was said on one screen does not cover the next; that the terminal is too small covers them all."""
        self.clear_notifications()
        self._uncover()
        pushed = super().push_screen(*args, **kwargs)
        self._cover()
        return pushed

    def pop_screen(self) -> AwaitComplete:
        self.clear_notifications()
        self._uncover()
        popped = super().pop_screen()
        self._cover()
        return popped

    # --- speaking, size, theme --------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Every key comes by here first; one that nobody took comes by a second time, as forwarded."""
        from interviewcoach.tui.screens.base import CoachScreen

        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if self._ahead.waiting and getattr(event, "key", "") != "ctrl+q":
                self.key_while_waiting(event)
                return
            screen = self.screen
            if self.is_open and isinstance(screen, CoachScreen):
                if isinstance(event, events.Key) and event.key in STRONG_KEYS:
                    await keys_taken(screen.focused)
                screen.key_ahead()
        await super().on_event(event)

    def tell(self, sentence: str) -> None:
        """Something small, in the place of what was said before."""
        self.clear_notifications()
        self.say(sentence)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        self.notify(line(sentence).plain, markup=False, severity="warning" if trouble else "information", timeout=8)

    def on_resize(self, event: events.Resize) -> None:
        """A terminal that is too small says so; the screens wait behind it, and clocks run on."""
        if is_too_small(event.size.width, event.size.height):
            self._cover(event.size)
        else:
            self._uncover()

    @property
    def uppermost(self) -> Screen[Any]:
        """The screen that one is at, be it covered or not."""
        from interviewcoach.tui.screens.dialogs import TooSmall

        return self.screen_stack[-2] if isinstance(self.screen, TooSmall) else self.screen

    def _cover(self, size: Size | None = None) -> None:
        """In a terminal that is too small it is said over all screens, once; but a question about leaving has to be read."""
        from interviewcoach.tui.screens.dialogs import LeaveMock, TooSmall

        if is_too_small(*(size or self.size)) and not isinstance(self.screen, TooSmall | LeaveMock):
            super().push_screen(TooSmall())

    def _uncover(self) -> None:
        if self.uppermost is not self.screen:
            super().pop_screen()

    def action_help_quit(self) -> None:
        """ctrl+c where nothing is selected: Textual would stack its own words over the text."""
        from interviewcoach.tui.screens.base import CoachScreen

        (self.screen if isinstance(self.screen, CoachScreen) else self).tell(CTRL_C)

    def action_command_palette(self) -> None:
        """Not over a dialog: it has keys of its own, and tells them. Nor before there is anything to act on."""
        named = getattr(self.screen, "NAME", "")
        if named and self.is_open:
            super().action_command_palette()

    def action_switch_theme(self) -> None:
        self.theme = "light" if self.theme == "dark" else "dark"
        self.desk.put("theme", self.theme)

    # --- leaving ----------------------------------------------------------------------------------------

    def _stop_live(self, *, on_purpose: bool = True) -> str:
        """Sees a running sitting out and tells how; one that is cut off is kept even if nobody has touched it."""
        from interviewcoach.tui.screens.prediction import PredictionScreen

        for screen in self.screen_stack:
            if isinstance(screen, PredictionScreen):
                screen.sitting.let_go("The window was closed before the guess.")
                return "Handed in and kept. `interviewcoach review last` shows the scorecard."
        live, self.live = self.live, None
        if live is None or not live.state.unfinished:
            return ""
        self._keep_all()
        if not on_purpose:
            live.stop()
        elif not live.leave():
            return NOTHING_KEPT
        problem = live.state.setup.problem
        stopped = "Interrupted" if live.state.mock else "Stopped"
        return f"{stopped} and kept. `interviewcoach practice {problem} --resume` goes on where you left."

    def _keep_all(self) -> None:
        from interviewcoach.tui.screens.sitting import SittingScreen

        for screen in self.screen_stack:
            if isinstance(screen, SittingScreen) and screen.is_mounted:
                screen.keep_all()

    async def action_quit(self) -> None:
        from interviewcoach.tui.screens.dialogs import LeaveMock

        if self.live and self.live.state.mock and not self.live.read_only and not isinstance(self.uppermost, LeaveMock):
            self._keep_all()
            self.push_screen(LeaveMock(self.live.untouched), self._quit_if)
        else:
            self._quit_if(True)

    def _quit_if(self, sure: bool | None) -> None:
        if sure:
            self.exit(self._stop_live() or None)

    def leave_at_once(self, code: int) -> None:
        """The system wants us to go: what was typed is handed to the record, the terminal is given back."""
        self._stop_live(on_purpose=False)
        self.exit(return_code=code)
