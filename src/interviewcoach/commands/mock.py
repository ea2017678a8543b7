"""`interviewcoach mock`: a timed interview of a problem that is picked for the learner."""

from __future__ import annotations

import click

from interviewcoach.errors import UsageError


@click.command("mock")
@click.option("--phase", type=int, help="Only problems of this phase of the curriculum.")
def mock_command(phase: int | None) -> None:
    """A mock interview of the problem that is due: weakest skills first, nothing done lately."""
    from interviewcoach.commands.desk import open_coach
    from interviewcoach.commands.screens import open_screens
    from interviewcoach.tui.desk import Desk
    from interviewcoach.tui.terminal import require_terminal
    from interviewcoach.tui.wish import Wish

    require_terminal()
    with open_coach() as coach:
        desk = Desk(coach)
        slug = next((s.slug for s in coach.suggest(phase) if desk.practisable(s.slug)), "")
    if not slug:
        raise UsageError("no problem of this phase can be practised yet", where="--phase", mend="choose another phase")
    open_screens(Wish(slug, "mock"))
