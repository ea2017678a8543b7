"""Opens the screens, for bare `interviewcoach` and for the commands that lead to one. Without the command line: that is half
of what stands between a person and the first paint."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interviewcoach.coach import Coach
    from interviewcoach.tui.wish import Wish


def open_screens(wish: Wish | None = None) -> None:
    """Runs the screens until they are left; a fault that kept them from opening is raised as any other."""
    from interviewcoach.tui.terminal import plain_if_dumb, require_terminal

    require_terminal()
    plain_if_dumb()
    from interviewcoach.tui.app import CoachApp

    with ExitStack() as stack:

        def open_behind_the_first_paint() -> Coach:
            from interviewcoach.commands.desk import open_coach

            return stack.enter_context(open_coach(tell=False))

        app = CoachApp(open_behind_the_first_paint, wish)
        farewell = app.run()
    if app.fault:
        raise app.fault
    if farewell:
        from interviewcoach.commands.printing import say

        say(farewell)
    if app.return_code:
        raise SystemExit(app.return_code)
