"""`interviewcoach check`: all faults of all content in one run, each with its file and line."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import click

from interviewcoach.commands.printing import echo
from interviewcoach.errors import ExitCode

if TYPE_CHECKING:
    from interviewcoach.commands.check_choice import Choice
    from interviewcoach.content.faults import Fault
    from interviewcoach.content.inspection import Inspected, Shelfful
    from interviewcoach.scoring.subjects import Subjects


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(readable=False))
@click.option("--fast", is_flag=True, help="Only what needs no scoring.")
@click.option("--advice", "advised", is_flag=True, help="List the advice, too; under PATH it always is.")
@click.option("--strict", is_flag=True, help="Take advice for faults.")
def check_command(paths: tuple[str, ...], fast: bool, advised: bool, strict: bool) -> int:
    """Check problems and rubrics: all there are, or those under PATH (a file, a problem's folder, a pack)."""
    from interviewcoach.commands.check_choice import choose, demand_read
    from interviewcoach.content.catalogue import Catalogue
    from interviewcoach.content.checks import structural_faults
    from interviewcoach.content.inspection import inspect
    from interviewcoach.content.locate import built_in_shelf, pack_shelves

    choice = choose(paths, [built_in_shelf(), *pack_shelves()])
    found = inspect(choice.shelves)
    demand_read(paths, choice.shelves, found)
    faults = [*found.faults, *structural_faults(found), *_faults_within(found, choice)]
    advice: list[Fault] = []
    common = _common_files(found)
    unusable = not found.framework or any(fault.file in common for fault in faults)
    if unusable and not fast:  # without its words no rubric can be tried
        click.echo("a lexicon file or the framework has faults, so the rubrics were not tried", err=True)
    if not fast and not unusable:
        told = _behaviour(found, choice, {fault.file for fault in faults}, Catalogue(choice.shelves).subjects)
        faults += [fault for fault, gentle in told if strict or not gentle]
        advice = [fault for fault, gentle in told if gentle and not strict]
    told_elsewhere = {fault for file, fault in found.taken.items() if choice.wants(file)}
    shown = sorted({fault for fault in faults if choice.wants(fault.file) or fault.file in common} | told_elsewhere)
    for fault in shown:
        echo(str(fault))
    _tell_advice(sorted({fault for fault in advice if choice.wants(fault.file)}), advised or bool(paths))
    what = choice.summary(found)
    click.echo(f"{len(shown)} fault{'s' * (len(shown) != 1)} in {what}" if shown else f"{what}, no faults")
    return ExitCode.FOUND_PROBLEMS if shown else ExitCode.DONE


def _tell_advice(advice: list[Fault], whole: bool) -> None:
    if whole:
        for fault in advice:
            echo(f"advice: {fault}")
    elif advice:
        files = len({fault.file for fault in advice})
        where = f"{files} rubric{'s' * (files != 1)}"
        click.echo(f"{len(advice)} lines of advice on {where}, none of them a fault; `interviewcoach check --advice` lists them")


def _common_files(found: Shelfful) -> set[str]:
    """What every rubric is read with: a fault in one of them is everybody's, whatever was chosen."""
    files = {read.document.file for read in found.lexicon}
    return files | {found.framework.document.file} if found.framework else files


def _faults_within(found: Shelfful, choice: Choice) -> list[Fault]:
    """What is amiss inside of values, and in the shape of model answers: found without trying any."""
    from interviewcoach.commands.check_answer import shape_faults
    from interviewcoach.scoring.checks import clause_complaints, lexicon_complaints, question_complaints

    concepts = found.concepts()
    faults = []
    for read in found.lexicon:
        if read.model and choice.tries_all_of(read.document.file):
            faults += [read.fault(c.path, c.what, c.mend) for c in lexicon_complaints(read.model.concepts, concepts)]
    for inspected in filter(choice.tries, found.problems.values()):
        faults += shape_faults(inspected)
        rubric, problem = inspected.rubric, inspected.problem
        if problem.model:
            faults += [problem.fault(c.path, c.what, c.mend) for c in question_complaints(problem.model, concepts)]
        if rubric.model:
            faults += [rubric.fault(c.path, c.what, c.mend) for c in clause_complaints(rubric.model, concepts)]
    shared = found.framework
    if shared and shared.model and choice.tries_all_of(shared.document.file):
        faults += [shared.fault(c.path, c.what, c.mend) for c in clause_complaints(shared.model, concepts)]
    return faults


def _behaviour(found: Shelfful, choice: Choice, faulty: set[str], words: dict[str, Any]) -> list[tuple[Fault, bool]]:
    """Each fault, and whether it is advice only. Rubrics that have faults of another kind cannot be tried."""
    from interviewcoach.scoring.subjects import Subjects

    subjects = Subjects(**words)
    whole = {
        slug: one
        for slug, one in found.problems.items()
        if one.problem.model and one.rubric.model and one.rubric.document.file not in faulty
    }
    wanted = [one for one in whole.values() if choice.tries(one)]
    started = time.monotonic()
    faults: list[tuple[Fault, bool]] = []
    for i, inspected in enumerate(wanted):
        if sys.stderr.isatty() and time.monotonic() - started > 1:
            click.echo(f"\r{i} of {len(wanted)} problems checked", err=True, nl=False)
        faults += _behaviour_of(inspected, found, subjects)
    if sys.stderr.isatty() and time.monotonic() - started > 1:
        click.echo("\r" + " " * 40 + "\r", err=True, nl=False)
    return faults


def _behaviour_of(inspected: Inspected, found: Shelfful, subjects: Subjects) -> list[tuple[Fault, bool]]:
    from interviewcoach.commands.check_answer import length_told
    from interviewcoach.content.faults import Fault
    from interviewcoach.estimation import evaluate_sheet
    from interviewcoach.scoring.checks import behaviour_complaints

    problem, rubric = inspected.problem.model, inspected.rubric.model
    assert problem and rubric and found.framework and found.framework.model
    answer = inspected.answer or ""
    answers = ((slug, one.answer) for slug, one in found.problems.items() if one is not inspected)
    others = {slug: theirs for slug, theirs in answers if theirs and theirs.strip()}
    faults = [
        (inspected.rubric.fault(c.path, c.what, c.mend), c.advice)
        for c in behaviour_complaints(
            rubric, found.framework.model, found.concepts(), problem.statement, answer, others, subjects
        )
    ]
    if answer.strip() and (told := length_told(answer)):
        mend = "a strong candidate types 600 to 1,000 in 45 minutes"
        faults.append((Fault(inspected.answer_file, 1, told, mend), True))
    names = set()
    for i, line in enumerate(evaluate_sheet("\n".join(problem.estimate.lines))):
        names.add(line.name)
        if line.error:
            fault = inspected.problem.fault(("estimate", "lines", i), f"the estimate fails: {line.error}", "mend it")
            faults.append((fault, False))
    for i, judge in enumerate(problem.estimate.judge):
        if judge.line not in names:
            faults.append(
                (inspected.problem.fault(("estimate", "judge", i), f"there is no line '{judge.line}'", "name one"), False)
            )
    return faults
