"""`interviewcoach sessions`, `review`, `compare`: what was done, and what it shows."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import click

from interviewcoach.commands.completing import problems, sittings
from interviewcoach.commands.printing import say
from interviewcoach.errors import UsageError

if TYPE_CHECKING:
    from interviewcoach.coach import Coach
    from interviewcoach.content.catalogue import Catalogue
    from interviewcoach.keeping import Past
    from interviewcoach.records.rows import SittingRow

MOST_OF_TITLE, LEAST_OF_TITLE = 28, 10
WHOLE_ROW = 97  # columns, with the whole date and the longest title


@click.command("sessions")
@click.option("--json", "as_json", is_flag=True, help="All fields as JSON.")
@click.option("--problem", shell_complete=problems, help="Only sittings of this problem.")
@click.option("--text", "search", help="Only sittings whose text holds this.")
def sessions_command(as_json: bool, problem: str | None, search: str | None) -> None:
    """List the sittings that were kept, the latest first."""
    from interviewcoach.commands.desk import open_coach
    from interviewcoach.records import Filter

    with open_coach() as coach:
        rows = coach.records.sittings(Filter(problem=problem or "", text=search or ""))
        if problem and not rows:
            coach.catalogue.entry(problem)
        titles = {row.problem: coach.title(row.problem) for row in rows}
    if as_json:
        click.echo(json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=1))
        return
    if not rows and (problem or search):
        click.echo("No sitting fits; without --problem and --text all are listed.", err=True)
    elif not rows:
        click.echo("No sittings yet: `interviewcoach practice url-shortener` starts one.", err=True)
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else WHOLE_ROW
    for row in rows:
        say(_line(row, titles[row.problem], columns))


def _plain(row: SittingRow) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(row)


def _line(row: SittingRow, title: str, columns: int) -> str:
    """A row that fits the terminal: the date gives way first, then the title."""
    from interviewcoach.reports.quoting import plain
    from interviewcoach.reports.scorecard_text import WORDS
    from interviewcoach.reports.when import day, minutes, short_day
    from interviewcoach.scoring.scorecard import figure

    verdict = WORDS.get(row.verdict or "", row.told)
    score = "" if row.overall is None else str(figure(row.overall))
    name = plain(f"{row.title} · {title}" if row.title else title)
    when = day(row.started) if columns >= WHOLE_ROW else f"{short_day(row.started, time.time()):<11}"
    room = max(MOST_OF_TITLE - max(WHOLE_ROW - len(day(row.started)) + len(when) - columns, 0), LEAST_OF_TITLE)
    shown = name if len(name) <= room else f"{name[: room - 1]}…"
    how = f"{row.mode:<8} {row.level:<6} {minutes(row.active):>6}"
    return f"{row.id}  {when}  {shown:<{room}} {how}  {verdict:<12} {score:>3}".rstrip()


@click.command("review")
@click.argument("sitting", default="last", shell_complete=sittings)
@click.option("--text", "as_text", is_flag=True, help="Print it instead of opening the screen.")
@click.option("--reference", is_flag=True, help="Print what its problem was to show instead, with a strong answer; spoils it.")
def review_command(sitting: str, as_text: bool, reference: bool) -> None:
    """Show the scorecard and transcript of a SITTING (its id, or last)."""
    from interviewcoach.commands.desk import open_coach

    if reference:
        with open_coach() as coach:
            say(reference_of(coach, sitting))
        return
    if not as_text and sys.stdin.isatty() and sys.stdout.isatty():
        from interviewcoach.commands.screens import open_screens
        from interviewcoach.tui.wish import Wish

        with open_coach() as coach:
            found = coach.records.find(sitting)
        open_screens(Wish(review=found))
        return
    with open_coach() as coach:
        say(review_text(coach, sitting))


def review_text(coach: Coach, sitting: str) -> str:
    from interviewcoach.exporting import dossier_of
    from interviewcoach.reports.sitting_text import sitting_text

    past = coach.past(sitting)
    ended = past.state.status == "ended"
    way_out = f"`interviewcoach rescore {past.id}` makes one" if ended else "only a finished one gets it"
    title = coach.title(past.stored.row.problem)
    return sitting_text(dossier_of(coach, past.id), f"{title}: this sitting has no scorecard; {way_out}.")


def reference_of(coach: Coach, sitting: str) -> str:
    """What was looked for; a UsageError where the sitting is not over, as all of it is a spoiler."""
    from interviewcoach.exporting import reference_page
    from interviewcoach.records.rows import way_to_finish

    past = coach.past(sitting)
    if past.state.status != "ended":
        what = "what its problem was to show is told once a sitting is finished"
        raise UsageError(what, where=past.id, mend=way_to_finish(past.stored.row))
    return reference_page(cast("Catalogue", coach.catalogue), past.state)


def _card_of(past: Past) -> Mapping[str, Any]:
    """The scorecard that counts; a UsageError tells how to get one."""
    if past.stored.card:
        return past.stored.card.body
    from interviewcoach.records.rows import way_to_finish

    ended = past.state.status == "ended"
    mend = f"`interviewcoach rescore {past.id}` makes one" if ended else way_to_finish(past.stored.row)
    raise UsageError("this sitting has no scorecard", where=past.id, mend=mend)


@click.command("compare")
@click.argument("first", shell_complete=sittings)
@click.argument("second", shell_complete=sittings)
@click.option("--json", "as_json", is_flag=True, help="The differences as JSON.")
def compare_command(first: str, second: str, as_json: bool) -> None:
    """What was gained and lost between two sittings of one problem."""
    from interviewcoach.commands.desk import open_coach
    from interviewcoach.reports.comparison import compare, comparison_text

    with open_coach() as coach:
        bodies = [_card_of(coach.past(name)) for name in (first, second)]
    if bodies[0]["problem"] != bodies[1]["problem"]:
        raise UsageError("the two sittings are of different problems", mend="name two of one problem")
    difference = compare(bodies[0], bodies[1])
    if as_json:
        click.echo(json.dumps(difference, ensure_ascii=False, indent=1))
    else:
        say(comparison_text(difference))
