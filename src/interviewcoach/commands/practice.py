"""`interviewcoach practice SLUG`: one sitting, from the briefing to the scorecard."""

from __future__ import annotations

import click

from interviewcoach.errors import UsageError
from interviewcoach.interview.framework import USUAL_MINUTES


@click.command("practice")
@click.argument("slug")
@click.option("--mock", is_flag=True, help="As in an interview: the clock decides, no pause, no help.")
@click.option("--level", type=click.Choice(["mid", "senior", "staff"]), help="What to be graded as.")
@click.option("--minutes", type=int, help="How long, 35 to 50.")
@click.option("--untimed", is_flag=True, help="Without limits; the times are kept.")
@click.option("--resume", is_flag=True, help="Go on with the last unfinished sitting of this problem.")
def practice_command(slug: str, mock: bool, level: str | None, minutes: int | None, untimed: bool, resume: bool) -> None:
    """Practise the problem SLUG; `interviewcoach list` names them."""
    from interviewcoach import load_catalogue
    from interviewcoach.commands.screens import open_screens
    from interviewcoach.interview.framework import make_plan
    from interviewcoach.tui.app import Wish

    if mock and untimed:
        raise UsageError("a mock interview is always timed", where="--untimed", mend="practise without --mock")
    make_plan(USUAL_MINUTES if minutes is None else minutes, timed=not untimed)
    catalogue = load_catalogue()
    catalogue.entry(slug)
    if not resume:
        catalogue.problem(slug)
    mode = "mock" if mock else "practice"
    unfinished = _unfinished(slug) if resume else ""
    open_screens(Wish(slug, mode, level or "", minutes or 0, not untimed, unfinished))


def _unfinished(slug: str) -> str:
    from interviewcoach.records import Records
    from interviewcoach.records.rows import to_resume

    with Records() as records:
        found = to_resume(records.unfinished(), slug)
    if found is None:
        raise UsageError(f"there is no unfinished sitting of {slug}", where="--resume", mend="start one without --resume")
    return found.id
