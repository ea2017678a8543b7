"""`interviewcoach score`: one answer for a person or as JSON; many as JSON lines."""

from __future__ import annotations

import json
import sys

import click

from interviewcoach.assessment import MAX_CHARACTERS, plain_ends
from interviewcoach.commands.completing import problems
from interviewcoach.commands.files import called, read_text
from interviewcoach.commands.printing import say
from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.errors import CoachError, ExitCode, UsageError


@click.command("score")
@click.argument("slug", required=False, shell_complete=problems)
@click.argument("file", required=False, type=click.Path(readable=False))
@click.option("--level", type=click.Choice(["mid", "senior", "staff"]), default="senior", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The whole scorecard as JSON.")
@click.option("--batch", type=click.Path(readable=False), help="A JSON-lines file (or -) of answers, see above.")
@click.option("--out", type=click.Path(dir_okay=False), help="Where a batch writes its scorecards; default stdout.")
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
@click.option("--jobs", type=click.IntRange(1), help="Processes for a batch; default as many as help.")
def score_command(
    slug: str | None, file: str | None, level: str, as_json: bool, batch: str | None, out: str | None, overwrite: bool,
    jobs: int | None,
) -> int:  # fmt: skip
    """Score an answer to the problem SLUG from FILE (or - for standard input).

    A batch has one JSON object a line, {"id", "problem", "answer"}; "level" may stand there, too, and goes before
    --level. Other fields are passed over. An empty answer gets its card with nothing on it; a line that fails becomes
    {"id", "error"}, the others are scored, and the command ends with 1.
    """
    if batch is not None:
        from interviewcoach.commands.batch import run_batch

        if slug is not None:
            raise UsageError("a batch names its problems and answers itself", where="--batch", mend=f"leave '{slug}' out")
        return run_batch(batch, out, level, jobs, overwrite)
    if out or jobs or overwrite:
        raise UsageError("--out, --overwrite and --jobs go with --batch", mend="for one answer use `> FILE`")
    if slug is None or file is None:
        raise UsageError("score needs a problem and a file", mend="e.g. `interviewcoach score url-shortener answer.md`")
    from interviewcoach.commands.content import open_catalogue
    from interviewcoach.readymade import quick_assessor

    catalogue = open_catalogue()
    catalogue.shelf_of(slug)
    answer = read_answer(file)
    card = quick_assessor(catalogue).score(slug, answer, level)
    if as_json:
        sys.stdout.write(json.dumps(card.to_json(), ensure_ascii=False, indent=1) + "\n")
        return ExitCode.DONE
    from interviewcoach.reports.reading_on import reading_of
    from interviewcoach.reports.scorecard_text import scorecard_text
    from interviewcoach.scoring.document import phases_opened

    title, reading = catalogue.entry(slug).title, reading_of(catalogue, slug)
    say(scorecard_text(card.to_json(), answer, title, catalogue.skill_titles, reading=reading))
    opened = phases_opened(answer)
    if missing := [heading for phase, heading in PHASE_TITLES.items() if phase not in opened]:
        say(f"interviewcoach: {file}: {_without(missing)}", err=True)
    return ExitCode.DONE


def _without(missing: list[str]) -> str:
    """What headings that do not stand there mean for the grade, and what to write."""
    *first, last = (f"'## {title}'" for title in missing)
    if len(missing) == len(PHASE_TITLES):
        return (
            f"no heading of a phase stands there, so all was taken together; write {', '.join(first)} and {last} over the parts"
        )
    if not first:
        return f"no heading {last} stands there, so that phase counts as left out; write it over the part that it is"
    return f"no headings {', '.join(first)} and {last} stand there; write them over the parts that they are"


def read_answer(file: str) -> str:
    answer = read_text(file, "the answer", 4 * (MAX_CHARACTERS + 1))  # bytes: what that may take in any encoding, with its mark
    if not answer.strip():
        raise CoachError("the answer is empty", where=called(file), mend="write it under the four headings and save it")
    return plain_ends(answer)
