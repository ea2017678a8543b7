"""Text for a person's terminal: nothing in it steers the terminal, wherever it came from."""

from __future__ import annotations

import shutil
import sys

import click


def say(text: str, err: bool = False) -> None:
    """Broken at words to the terminal's width; into a file or a pipe it goes line by line."""
    from interviewcoach.reports.harmless import harmless

    stream = sys.stderr if err else sys.stdout
    if stream.isatty():
        from interviewcoach.reports.wrapping import wrapped

        text = wrapped(harmless(text), shutil.get_terminal_size().columns)
    echo(text, err)


def echo(text: str, err: bool = False) -> None:
    """Each line whole, as other programs may read it."""
    from interviewcoach.reports.harmless import harmless

    click.echo(harmless(text), err=err)
