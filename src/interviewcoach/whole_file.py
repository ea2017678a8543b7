"""A file that is there whole or not at all, whatever stops the writing of it: a full disk, ctrl+c, a power cut."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copymode


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Where to write: it takes the place of `target` in one step once it is on the disk, and is gone if it never gets there."""
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        yield part
        with part.open("r+b") as written:
            os.fsync(written.fileno())
        if target.exists():
            copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def in_place_of(target: Path) -> Iterator[Path]:
    """The same for what a person names: a link goes on to lead to it, and a pipe or a device is written as it is."""
    place = target.resolve()
    if place.exists() and not place.is_file():
        yield target
        return
    with whole_file(place) as part:
        yield part


def new_file(target: Path, text: str) -> None:
    """A text as a file of its own; FileExistsError where there is one already. What can't be written whole leaves none behind."""
    file = target.open("x", encoding="utf-8", errors="replace", newline="\n")
    try:
        with file:
            file.write(text)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
