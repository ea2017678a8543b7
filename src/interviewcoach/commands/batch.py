"""Scoring many answers: JSON lines in, scorecards out in the same order, on all cores, in constant memory."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

import click

from interviewcoach.assessment import Assessor
from interviewcoach.commands.content import open_catalogue
from interviewcoach.commands.files import called, refuse_to_replace, text_of, text_stream, unreadable, writing
from interviewcoach.commands.pooled import in_order, processes, workers
from interviewcoach.content.ids import LEVEL_IDS
from interviewcoach.errors import CoachError, ExitCode, UsageError
from interviewcoach.readymade import own_assessor

CHUNK = 50
LONGEST_NUMBER = 1000  # digits
WORTH_A_SECOND_PROCESS = 400  # answers; below that starting processes costs more than it saves

Numbered = tuple[int, str]  # a line and its place in the file
Row = tuple[str, bool]  # what is written for it, and whether it is a scorecard


def run_batch(source: str, out: str | None, level: str, jobs: int | None, overwrite: bool) -> ExitCode:
    """FOUND_PROBLEMS where any line could not be scored; the others are."""
    if out:
        _spare(Path(out), source, overwrite)
    open_catalogue()  # each process has its own; here it is told once what is left out
    with ExitStack() as stack:
        lines = _lines(source, stack)
        target: IO[str] = stack.enter_context(writing(Path(out))) if out else sys.stdout
        progress = _Progress()
        try:
            for rows in _scored(lines, level, jobs):
                for row, _ in rows:
                    target.write(row + "\n")
                progress.add(rows)
        except KeyboardInterrupt:
            progress.stopped()
            raise
    progress.done(source, out)
    return ExitCode.FOUND_PROBLEMS if progress.failed else ExitCode.DONE


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
    except OSError as error:
        raise unreadable("the batch", source, error) from None
    stack.callback(text.detach)
    _refuse_what_is_no_text(text.buffer.peek(1), source)  # type: ignore[attr-defined]
    return iter(text)


def _refuse_what_is_no_text(beginning: bytes, source: str) -> None:
    """One sentence instead of an error for each "line" of a picture. Where a line may be JSON, each speaks for itself."""
    if not any(line.lstrip().startswith(b"{") for line in beginning.splitlines()):
        text_of(beginning, called(source))


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
    chunks, count = _chunks(lines), jobs or workers()
    held = list(islice(chunks, WORTH_A_SECOND_PROCESS // CHUNK)) if count > 1 else []
    if len(held) * CHUNK < WORTH_A_SECOND_PROCESS:
        for chunk in chain(held, chunks):
            yield score_chunk(chunk, level)
        return
    with processes(count) as pool:
        work = ((None, (chunk, level)) for chunk in chain(held, chunks))
        for _, rows in in_order(pool, score_chunk, work, 2 * count):
            yield rows


def score_chunk(lines: list[Numbered], level: str) -> list[Row]:
    """Runs in a worker process, which keeps its compiled rubrics between chunks."""
    assessor = own_assessor()
    return [_written(number, _one(number, line, level, assessor)) for number, line in lines]


def _written(number: int, row: dict[str, Any]) -> Row:
    """The row as JSON that every program can read, or what in it no program could."""
    try:
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        text.encode()
    except ValueError:  # 1e999, or half a character such as \ud800
        return _written(number, {"id": None, "error": f"line {number}: an 'id' like this can't be written as JSON"})
    return text, "error" not in row


def _one(number: int, line: str, level: str, assessor: Assessor) -> dict[str, Any]:
    name: Any = None
    try:
        row = _parsed(line)
        if not isinstance(row, dict):
            raise ValueError("a line must be a JSON object")
        name = _name_in(row, line)
        problem, answer = (_text_in(row, field) for field in ("problem", "answer"))
        return {"id": name, **assessor.score(problem, answer, _level_in(row, level)).to_json()}
    except (ValueError, CoachError) as error:
        return {"id": name, "error": f"line {number}: {error}"}
    except Exception as error:  # a fault of ours in one answer must not lose the others
        return {"id": name, "error": f"line {number}: this answer could not be scored ({type(error).__name__}: {error})"}


def _name_in(row: dict[str, Any], line: str) -> Any:
    """A stray byte in an answer is read as an odd sign; an id that came out otherwise than it was given would match nothing."""
    found = row.get("id")
    if "\ufffd" in line and "\ufffd" in json.dumps(found, ensure_ascii=False):
        raise ValueError("the 'id' is not in UTF-8")
    return found


def _text_in(row: dict[str, Any], field: str) -> str:
    found = row.get(field)
    if isinstance(found, str):
        return found
    raise ValueError(f"the field '{field}' must be a text" if field in row else f"the field '{field}' is missing")


def _level_in(row: dict[str, Any], otherwise: str) -> str:
    """A line may ask for a level of its own; null asks for none."""
    found = row.get("level")
    if found is not None and found not in LEVEL_IDS:
        raise ValueError(f"there is no level {json.dumps(found, ensure_ascii=False)}; choose {', '.join(LEVEL_IDS)}")
    return found or otherwise


def _parsed(line: str) -> Any:
    try:
        return json.loads(line.removeprefix("\ufeff"), parse_constant=_refuse_constant, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise ValueError(f"this is no JSON (column {error.pos + 1}: {error.msg})") from None
    except RecursionError:
        raise ValueError("this is nested too deeply") from None


def _whole(digits: str) -> int | str:
    """A number of thousands of digits, which Python refuses to read, matters to nobody: it is passed over as a text."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _refuse_constant(name: str) -> None:
    """Python reads and writes NaN and Infinity, most others stop there."""
    raise ValueError(f"this is no JSON ({name} is no value of it)")


class _Progress:
    """Talks on stderr: once a second to a person, at the end to all."""

    def __init__(self) -> None:
        self.scored = self.failed = 0
        self.started = self.last = time.monotonic()
        self.shown = sys.stderr.isatty()

    def add(self, rows: list[Row]) -> None:
        scored = sum(scored for _, scored in rows)
        self.scored += scored
        self.failed += len(rows) - scored
        now = time.monotonic()
        if self.shown and now - self.last > 1:
            self.last = now
            count = self.scored + self.failed
            click.echo(f"\r{self._counts()}, {count / (now - self.started):.0f} a second", err=True, nl=False)

    def stopped(self) -> None:
        click.echo(f"\nStopped. {self._counts()} so far", err=True)

    def done(self, source: str, out: str | None) -> None:
        told = self._counts()
        if not self.scored and not self.failed:
            told = f"{called(source)} holds no answers"
        elif self.failed:
            told += f": see {out}" if out else ": see 'error' in their lines"
        click.echo(f"\r{told}{' ' * 20}" if self.shown else told, err=True)

    def _counts(self) -> str:
        return f"{self.scored} scored" + (f", {self.failed} failed" if self.failed else "")
