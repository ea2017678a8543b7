"""`interviewcoach rescore`: old sittings under today's rubrics, many of them on all cores."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from interviewcoach.commands.completing import sittings
from interviewcoach.commands.pooled import in_order, processes, workers
from interviewcoach.commands.printing import echo, say
from interviewcoach.errors import UsageError, as_fault
from interviewcoach.readymade import own_assessor

if TYPE_CHECKING:
    from interviewcoach.coach import Coach
    from interviewcoach.interview.protocol import Assess, Submission
    from interviewcoach.keeping import Past
    from interviewcoach.records.rows import SittingRow

WORTH_MORE_PROCESSES = 200  # sittings; below that starting processes costs more than it saves


@click.command("rescore")
@click.argument("sitting", required=False, shell_complete=sittings)
@click.option("--all", "everything", is_flag=True, help="Every finished sitting that is graded otherwise today.")
def rescore_command(sitting: str | None, everything: bool) -> None:
    """Score an old SITTING again with today's rubrics; the old scorecard is kept."""
    from interviewcoach.commands.desk import open_coach
    from interviewcoach.reports.comparison import compare, comparison_text
    from interviewcoach.reports.scorecard_text import WORDS
    from interviewcoach.scoring.scorecard import figure

    if not sitting and not everything:
        raise UsageError("rescore needs a sitting", mend="give its id, `last`, or --all")
    if sitting and everything:
        raise UsageError("--all takes every sitting", where=sitting, mend="name one sitting or --all, not both")
    with open_coach() as coach:
        if everything:
            rescore_all(coach)
            return
        old, new = coach.rescore(sitting or "last")
        say(comparison_text(compare(old, new)) if old else f"{WORDS[new['verdict']]} {figure(new['overall'])}")


def rescore_all(coach: Coach) -> None:
    """Each scorecard is kept as it comes, so that nothing is lost of a run that is stopped. All are scored: whether a card still
    stands hangs on the rubric and on the scorer, and no version that is kept with it tells of both."""
    from interviewcoach.records import Filter
    from interviewcoach.scoring.scorecard import figure

    rows = [row for row in coach.records.sittings(Filter(status="finished")) if row.status == "ended"]
    done, skipped = 0, 0
    try:
        for count, (row, past, card) in enumerate(_cards(coach, rows), start=1):
            if sys.stderr.isatty():
                click.echo(f"\r{count} of {len(rows)}\r", err=True, nl=False)
            if past is None or isinstance(card, str):
                echo(f"{row.id}  {row.problem}  not scored: {card}", err=True)
                skipped += 1
                continue
            if not coach.keep_card(past, card):
                continue
            done += 1
            before = str(figure(past.stored.card.body["overall"])) if past.stored.card else "–"
            click.echo(f"{row.id}  {row.problem}  {before} → {figure(card['overall'])}")
    except KeyboardInterrupt:
        click.echo(f"\nStopped. {done} of {len(rows)} were scored again; the same command sees to the others.", err=True)
        raise
    click.echo(_outcome(len(rows), done, skipped), err=True)


def _outcome(sittings: int, done: int, skipped: int) -> str:
    """That nothing had to be done is no failure, and is said as what it is."""
    if not sittings:
        return "no sitting is finished yet"
    current = sittings - done - skipped
    if current == sittings:
        return f"all sittings ({sittings}) already stand as today's rubrics grade them"
    told = f"{done} of {sittings} sittings were scored again"
    told += f", {skipped} could not be" if skipped else ""
    return told + (f"; {current} already stood as today's rubrics grade them" if current else "")


def _cards(coach: Coach, rows: list[SittingRow]) -> Iterator[tuple[SittingRow, Past | None, Any]]:
    """(its row, the sitting if it can be read, its new scorecard or why there is none), in order."""
    from interviewcoach.keeping import submission_to_dict

    count = workers()
    read = ((row, *_read(coach, row)) for row in rows)
    if count == 1 or len(rows) < WORTH_MORE_PROCESSES:
        for row, past, handed_in in read:
            yield row, past, handed_in if isinstance(handed_in, str) else _told(coach.assess, handed_in)
        return
    work = (((row, past), (told if isinstance(told, str) else submission_to_dict(told),)) for row, past, told in read)
    with processes(count) as pool:
        for (row, past), card in in_order(pool, assess, work, 20 * count):
            yield row, past, card


def _read(coach: Coach, row: SittingRow) -> tuple[Past | None, Submission | str]:
    """The sitting and what was handed in, or why that can't be had: one of them must not keep the others waiting for good."""
    try:
        past = coach.past(row.id)
        return past, coach.handed_in(past)
    except Exception as error:
        return None, str(as_fault(error))


def assess(handed_in: dict[str, Any] | str) -> dict[str, Any] | str:
    """Runs in a worker process, which keeps its compiled rubrics; what could not be read goes through as it is."""
    from interviewcoach.keeping import submission_from_dict

    return handed_in if isinstance(handed_in, str) else _told(own_assessor(), submission_from_dict(handed_in))


def _told(assessor: Assess, handed_in: Submission) -> dict[str, Any] | str:
    """A fault of ours in one answer must not lose the others."""
    try:
        return dict(assessor(handed_in))
    except Exception as error:
        return str(as_fault(error))
