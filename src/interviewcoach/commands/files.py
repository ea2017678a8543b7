"""Files that a person names: what may be written, and how text is read."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import IO

from interviewcoach.errors import CoachError, UsageError, unwritable

MARKS = {
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
"""The longer ones first."""
STRANGE_AT_MOST = 0.1  # of the characters: a few odd bytes are an accent in an old encoding


def called(file: str) -> str:
    """How a file is named in a sentence."""
    return "standard input" if file == "-" else file


def refuse_to_replace(target: Path, overwrite: bool) -> None:
    if target.exists() and not overwrite:
        raise UsageError("this file exists already", where=str(target), mend="choose another name, or add --overwrite")


@contextmanager
def writing(target: Path) -> Iterator[IO[str]]:
    """The file, open for text; an EnvironmentFault names it where it can't be opened or filled.

    What is there already stays until the new one is whole; a new one grows as it is written, so that what came before a stop
    is kept.
    """
    from interviewcoach.whole_file import in_place_of

    try:
        with ExitStack() as stack:
            path = stack.enter_context(in_place_of(target)) if target.exists() else target
            yield stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))
    except OSError as error:
        raise unwritable(target, error) from None


def unreadable(what: str, file: str, error: OSError) -> UsageError:
    """The one sentence for a file that cannot be read, with what mends it."""
    why, mend = error.strerror or str(error), "check the path"
    if Path(file).is_dir():
        why, mend = "this is a folder", "name a text file"
    elif isinstance(error, PermissionError):
        mend = "check its permissions"
    return UsageError(f"{what} can't be read ({why})", where=file, mend=mend)


def read_text(file: str, what: str, most: int) -> str:
    """The text of a file, or of standard input where it is called `-`; a CoachError says why there is none, or too much."""
    where = called(file)
    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as stream:
            raw = stream.read(most + 1)
    except OSError as error:
        raise unreadable(what, where, error) from error
    if len(raw) > most:
        raise UsageError(f"{what} has more than {most:,} bytes", where=where, mend="shorten it")
    return text_of(raw, where)


def encoding_of(beginning: bytes) -> str:
    """By the byte order mark, which is taken away in reading; UTF-8 where there is none."""
    return next((name for mark, name in MARKS.items() if beginning.startswith(mark)), "utf-8-sig")


def text_of(raw: bytes, where: str) -> str:
    """The text of a file; a CoachError says where it is none."""
    text = raw.decode(encoding_of(raw), errors="replace")
    strange = sum(char == "\ufffd" or (char < " " and not char.isspace()) for char in text)
    if strange > STRANGE_AT_MOST * len(text):
        raise CoachError("this is no text, or not in UTF-8", where=where, mend="save it as plain text in UTF-8")
    return text


def text_stream(raw: IO[bytes]) -> TextIOWrapper:
    """The same for what is too long to be read at once."""
    buffered = raw if isinstance(raw, BufferedReader) else BufferedReader(raw)  # type: ignore[type-var]
    return TextIOWrapper(buffered, encoding=encoding_of(buffered.peek(4)), errors="replace")
