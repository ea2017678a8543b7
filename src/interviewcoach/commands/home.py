"""Bare `interviewcoach`: the screens, at home."""

from __future__ import annotations

import click


@click.command("home")
def home_command() -> None:
    """Open the screens: your problems, where you stand, and what to do next."""
    from interviewcoach.commands.screens import open_screens

    open_screens()
