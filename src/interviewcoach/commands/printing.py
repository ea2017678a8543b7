"""Text for a person's terminal, broken at words to its width; into a file or a pipe it goes as it is."""

from __future__ import annotations

import shutil
import sys

import click


def say(text: str, err: bool = False) -> None:
    stream = sys.stderr if err else sys.stdout
    if stream.isatty():
        from interviewcoach.reports.wrapping import wrapped

        text = wrapped(text, shutil.get_terminal_size().columns)
    click.echo(text, err=err)
