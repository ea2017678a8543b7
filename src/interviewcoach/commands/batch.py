"""Scoring many answers: JSON lines in, scorecards out in the same order, on all cores, in constant memory."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import IO, Any

import click

from interviewcoach.assessment import Assessor
from interviewcoach.commands.content import open_catalogue
from interviewcoach.commands.files import refuse_to_replace, text_stream
from interviewcoach.commands.pooled import in_order, workers
from interviewcoach.errors import CoachError, ExitCode, UsageError

CHUNK = 50
WORTH_A_SECOND_PROCESS = 400  # answers; below that starting processes costs more than it saves

Numbered = tuple[int, str]  # a line and its place in the file
Row = tuple[str, bool]  # what is written for it, and whether it is a scorecard

_assessor: Assessor | None = None


def run_batch(source: str, out: str | None, level: str, jobs: int | None, overwrite: bool) -> ExitCode:
    """FOUND_PROBLEMS where any line could not be scored; the others are."""
    if out:
        _spare(Path(out), source, overwrite)
    open_catalogue()  # each process has its own; here it is told once what is left out
    with ExitStack() as stack:
        lines = _lines(source, stack)
        target: IO[str] = stack.enter_context(Path(out).open("w", encoding="utf-8")) if out else sys.stdout
        progress, all_scored = _Progress(), True
        for rows in _scored(lines, level, jobs):
            for row, scored in rows:
                target.write(row + "\n")
                all_scored = all_scored and scored
            progress.add(len(rows))
        progress.done()
    return ExitCode.DONE if all_scored else ExitCode.FOUND_PROBLEMS


def _spare(out: Path, source: str, overwrite: bool) -> None:
    """UsageError where writing to `out` would destroy something: the answers themselves, or a file that is there."""
    if not out.is_file():
        return
    if source != "-" and Path(source).exists() and out.samefile(source):
        raise UsageError("this file holds the answers", where=str(out), mend="write the scorecards to another one")
    refuse_to_replace(out, overwrite)


def _lines(source: str, stack: ExitStack) -> Iterator[str]:
    try:
        text = text_stream(_opened(source, stack))
        stack.callback(text.detach)
        return iter(text)
    except OSError as error:
        raise UsageError(f"the batch can't be read ({error.strerror})", where=source, mend="check the path") from None


def _opened(source: str, stack: ExitStack) -> IO[bytes]:
    if source == "-":
        return sys.stdin.buffer
    return stack.enter_context(Path(source).open("rb"))


def _chunks(lines: Iterator[str]) -> Iterator[list[Numbered]]:
    chunk: list[Numbered] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            chunk.append((number, line))
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _scored(lines: Iterator[str], level: str, jobs: int | None) -> Iterator[list[Row]]:
    chunks = _chunks(lines)
    held: list[list[Numbered]] = []
    for chunk in chunks:
        held.append(chunk)
        if len(held) * CHUNK >= WORTH_A_SECOND_PROCESS:
            break
    count = jobs or workers()
    if count == 1 or len(held) * CHUNK < WORTH_A_SECOND_PROCESS:
        for chunk in [*held, *chunks]:
            yield score_chunk(chunk, level)
        return
    with ProcessPoolExecutor(count) as pool:
        work = ((None, (chunk, level)) for chunk in chain(held, chunks))
        for _, rows in in_order(pool, score_chunk, work, 2 * count):
            yield rows


def score_chunk(lines: list[Numbered], level: str) -> list[Row]:
    """Runs in a worker process, which keeps its compiled rubrics between chunks."""
    global _assessor
    if _assessor is None:
        from interviewcoach import load_catalogue
        from interviewcoach.readymade import quick_assessor

        _assessor = quick_assessor(load_catalogue())
    rows = [_one(number, line, level, _assessor) for number, line in lines]
    return [(json.dumps(row, ensure_ascii=False, separators=(",", ":")), "error" not in row) for row in rows]


def _one(number: int, line: str, level: str, assessor: Assessor) -> dict[str, Any]:
    name: Any = None
    try:
        row = _parsed(line)
        if not isinstance(row, dict):
            raise ValueError("a line must be a JSON object")
        name = row.get("id")
        problem, answer = row.get("problem"), row.get("answer")
        if not isinstance(problem, str) or not isinstance(answer, str):
            raise ValueError("a line needs the texts 'problem' and 'answer'")
        return {"id": name, **assessor.score(problem, answer, level).to_json()}
    except (ValueError, CoachError) as error:
        return {"id": name, "error": f"line {number}: {error}"}
    except Exception as error:  # a fault of ours in one answer must not lose the others
        return {"id": name, "error": f"line {number}: this answer could not be scored ({type(error).__name__}: {error})"}


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"this is no JSON (column {error.pos + 1}: {error.msg})") from None
    except RecursionError:
        raise ValueError("this is nested too deeply") from None


class _Progress:
    """Talks on stderr once a second, only to a person."""

    def __init__(self) -> None:
        self.count = 0
        self.started = self.last = time.monotonic()
        self.shown = sys.stderr.isatty()

    def add(self, count: int) -> None:
        self.count += count
        now = time.monotonic()
        if self.shown and now - self.last > 1:
            self.last = now
            click.echo(f"\r{self.count} scored, {self.count / (now - self.started):.0f} a second", err=True, nl=False)

    def done(self) -> None:
        if self.shown:
            click.echo(f"\r{self.count} scored{' ' * 20}", err=True)
