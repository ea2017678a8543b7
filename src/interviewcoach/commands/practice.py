"""`interviewcoach practice SLUG`: one sitting, from the briefing to the scorecard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from interviewcoach.commands.completing import problems
from interviewcoach.errors import UsageError
from interviewcoach.interview.framework import MINUTE, USUAL_MINUTES

if TYPE_CHECKING:
    from interviewcoach.interview.protocol import Mode
    from interviewcoach.records.rows import SittingRow


@click.command("practice")
@click.argument("slug", shell_complete=problems)
@click.option("--mock", is_flag=True, help="As in an interview: the clock decides, no pause, no help.")
@click.option("--level", type=click.Choice(["mid", "senior", "staff"]), help="What to be graded as.")
@click.option("--minutes", type=int, help="How long, 35 to 50.")
@click.option("--untimed", is_flag=True, help="Without limits; the times are kept.")
@click.option("--resume", is_flag=True, help="Go on with the last unfinished sitting of this problem, as it began.")
def practice_command(slug: str, mock: bool, level: str | None, minutes: int | None, untimed: bool, resume: bool) -> None:
    """Practise the problem SLUG; `interviewcoach list` names them."""
    from interviewcoach import load_catalogue
    from interviewcoach.commands.screens import open_screens
    from interviewcoach.interview.framework import make_plan
    from interviewcoach.tui.wish import Wish

    if untimed and minutes is not None:
        raise UsageError("--untimed sets no limit", where="--minutes", mend="choose one of the two")
    mode: Mode = "mock" if mock else "practice"
    # what makes no plan is told before a screen opens
    make_plan(USUAL_MINUTES if minutes is None else minutes, timed=not untimed, mode=mode)
    catalogue = load_catalogue()
    catalogue.entry(slug)
    if not resume:
        catalogue.problem(slug)
    unfinished = ""
    if resume:
        waiting = _unfinished(slug)
        _refuse_to_change(waiting, mock, level, minutes, untimed)
        unfinished = waiting.id
    open_screens(Wish(slug, mode, level or "", minutes or 0, not untimed, unfinished))


def _unfinished(slug: str) -> SittingRow:
    from interviewcoach.records import Records
    from interviewcoach.records.rows import to_resume

    with Records() as records:
        found = to_resume(records.unfinished(), slug)
    if found is None:
        raise UsageError(f"there is no unfinished sitting of {slug}", where="--resume", mend="start one without --resume")
    return found


def _refuse_to_change(waiting: SittingRow, mock: bool, level: str | None, minutes: int | None, untimed: bool) -> None:
    """A sitting keeps what it began with; what is asked for otherwise is not passed over in silence."""
    length = f"{waiting.planned // MINUTE} minutes" if waiting.planned else "untimed"
    for option, differs, is_so in (
        ("--mock", mock and waiting.mode != "mock", waiting.mode),
        ("--level", level is not None and level != waiting.level, waiting.level),
        ("--minutes", minutes is not None and length != f"{minutes} minutes", length),
        ("--untimed", untimed and waiting.timed, length),
    ):
        if differs:
            what = f"an unfinished sitting goes on as it began ({is_so})"
            raise UsageError(what, where=option, mend=f"leave {option} or --resume out")
