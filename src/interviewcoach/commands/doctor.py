"""`interviewcoach doctor`: whether this machine, the data folder and the content are fit to practise with."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interviewcoach import __version__
from interviewcoach.commands.printing import echo
from interviewcoach.errors import CoachError, ExitCode

if TYPE_CHECKING:
    from interviewcoach.content.catalogue import Catalogue

Finding = tuple[str, str]  # its sign, and one sentence about it
SOUND, LOSS, BAD = "ok ", "!  ", "BAD"
LIBRARIES = ("textual", "pydantic", "pyyaml", "rapidfuzz", "jinja2", "click", "platformdirs")


@click.command("doctor")
@click.option("--repair", "wanted", is_flag=True, help="Rebuild a damaged database from all that can still be read of it.")
def doctor_command(wanted: bool) -> int:
    """Look over the terminal, the data folder, the database and the content; --repair mends a damaged database."""
    from interviewcoach.records.paths import data_folder

    folder = data_folder()
    sound = True
    for sign, told in _findings(folder, wanted):
        sound = sound and sign != BAD
        echo(f"{sign}  {told}")
    return ExitCode.DONE if sound else ExitCode.ENVIRONMENT


def _findings(folder: Path, wanted: bool) -> Iterator[Finding]:
    yield SOUND, f"interviewcoach {__version__}, Python {platform.python_version()} on {platform.system()}"
    yield _libraries()
    yield _terminal()
    yield _folder(folder)
    yield _database(folder, wanted)
    yield _content()


def _libraries() -> Finding:
    shown, missing = [], []
    for name in LIBRARIES:
        try:
            shown.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return BAD, f"libraries are missing: {', '.join(missing)}; install interviewcoach again"
    return SOUND, "libraries: " + ", ".join(shown)


def _terminal() -> Finding:
    from interviewcoach.tui.terminal import SMALLEST, is_too_small

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return SOUND, "terminal: none here, so only the commands that print will work"
    wide, high = shutil.get_terminal_size()
    name = os.environ.get("TERM", "unknown")
    if is_too_small(wide, high):
        return BAD, f"terminal: {wide}x{high} is too small; make the window at least {SMALLEST[0]}x{SMALLEST[1]}"
    return SOUND, f"terminal: {wide}x{high}, {name}, {sys.stdout.encoding}"


def _folder(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"can be written")
    except OSError as error:
        why = "this is a file, not a folder" if folder.is_file() else error.strerror or str(error)
        return BAD, f"data folder {folder}: can't be written ({why}); mend it or set INTERVIEWCOACH_HOME"
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < 20:
        return BAD, f"data folder {folder}: only {free} MB are free; make room on the disk"
    return SOUND, f"data folder {folder}: can be written, {free:,} MB free"


def _database(folder: Path, wanted: bool) -> Finding:
    from interviewcoach.records.faults import REPAIR
    from interviewcoach.records.paths import DATABASE
    from interviewcoach.records.repair import faults_in, repair

    try:
        if not folder.is_dir():
            return LOSS, "database: none, as the data folder can't be used"
        if not (folder / DATABASE).exists():
            return SOUND, "database: none yet; the first sitting makes it"
        faults = faults_in(folder)
        if not faults:
            return SOUND, "database: sound"
        if not wanted:
            advice = "" if REPAIR in faults[0] else f"; {REPAIR}"
            return BAD, f"database: {faults[0]}{advice}"
        mended = repair(folder)
    except CoachError as error:
        return BAD, f"database: {error}"
    except OSError as error:
        return BAD, f"database: can't be looked at ({error.strerror or error}); mend the data folder first"
    lost = f"; could not be read to their ends: {', '.join(mended.unread)}" if mended.unread else ""
    held = f"{mended.sittings} sitting{'s' * (mended.sittings != 1)}"
    rebuilt = f"database: rebuilt with {held}{lost}; the damaged one is kept as {mended.moved_to.name}"
    return LOSS if lost else SOUND, rebuilt


def _content() -> Finding:
    from interviewcoach import load_catalogue

    try:
        catalogue = load_catalogue()
        count = len(catalogue.entries)
        concepts = len(catalogue.lexicon)
        _ = catalogue.framework
    except CoachError as error:
        return BAD, f"content: {str(error).splitlines()[0]}; `interviewcoach check` tells all"
    if catalogue.set_aside:
        return BAD, f"content: {catalogue.set_aside[0]}"
    if without := [slug for slug in catalogue.entries if not _has_answer(catalogue, slug)]:
        return BAD, f"content: no model answer can be read of {', '.join(without)}; `interviewcoach check` tells why"
    return SOUND, f"content: {count} problems, {concepts} concepts"


def _has_answer(catalogue: Catalogue, slug: str) -> bool:
    try:
        return bool(catalogue.model_answer(slug).strip())
    except CoachError:
        return False
