"""`interviewcoach estimate`: the capacity calculator without a TUI: lines, a file, a pipe, or a small prompt."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interviewcoach.commands.files import read_text
from interviewcoach.commands.printing import echo
from interviewcoach.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from interviewcoach.estimation import LineResult

_MOST_BYTES = 1_000_000


@click.command("estimate")
@click.option("-e", "lines", multiple=True, metavar="LINE", help="A line to calculate; may be given many times.")
@click.argument("file", required=False, type=click.Path(readable=False))
@click.option("--json", "as_json", is_flag=True, help="One object for each line, values in bytes, seconds and counts.")
def estimate_command(lines: tuple[str, ...], file: str | None, as_json: bool) -> int:
    """Calculate in interview notation: `dau = 500M users`, `dau * 5 tweets/user/day`, `... to TB/day`.

    FILE holds a sheet (- for standard input); lines given with -e come after it and may use its names. Without
    either, a prompt opens, or standard input is read when it is no terminal.

    A line may end in what you think it comes to (`70k * 2 = 140k`): more than a tenth beside it is told, less is
    rounding.
    """
    if not lines and file is None and sys.stdin.isatty():
        from interviewcoach.commands.estimate_prompt import run_prompt

        run_prompt()
        return ExitCode.DONE
    from interviewcoach.estimation.sheet import evaluate_sheet, lines_of

    sheet = "" if file is None and lines else _read(file or "-")
    results = evaluate_sheet("\n".join([*lines_of(sheet), *lines]))
    said = [result for result in results if result.error is not None or result.value is not None]
    if as_json:
        click.echo(json.dumps([as_object(result) for result in said], ensure_ascii=False, indent=1))
    else:
        _print(said)
    if not said:
        click.echo("there is no line to calculate here", err=True)
    return ExitCode.FOUND_PROBLEMS if any(result.error for result in said) else ExitCode.DONE


def as_object(result: LineResult) -> dict[str, object]:
    """One line for other programs."""
    return {
        "line": result.line,
        "input": result.input,
        "name": result.name,
        "value": result.value,
        "dims": dict(result.dims),
        "text": result.text,
        "error": told(result),
    }


def told(result: LineResult) -> str | None:
    """The error of a line with its place in the line."""
    if result.error is None or not result.column:
        return result.error
    return f"column {result.column}: {result.error}"


def _print(results: list[LineResult]) -> None:
    """What was typed and what it comes to, side by side; on stderr faults with line and column, and advice."""
    width = min(max((len(result.input) for result in results), default=0), 60)
    for result in results:
        if result.error is None:
            echo(f"{result.input:<{width}}  {result.text}")
        if result.error or result.advice:
            echo(f"line {result.line}, {told(result)}" if result.error else f"line {result.line}: {result.advice}", err=True)


def _read(file: str) -> str:
    try:
        return read_text(file, "the sheet", _MOST_BYTES)
    except UsageError:
        if not Path(file).exists() and _is_line(file):  # "*" may be in no name on Windows: no file is missing there
            raise UsageError("there is no such file", where=file, mend="to calculate this line write -e before it") from None
        raise


def _is_line(text: str) -> bool:
    """Whether what stands in the place of a file is something to calculate."""
    from interviewcoach.estimation import evaluate_sheet

    return any(sign in text for sign in "*+=^") or evaluate_sheet(text)[0].error is None
