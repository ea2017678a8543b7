"""The content for the commands: packs that had to be left out are told, once, on stderr."""

from __future__ import annotations

import click

from interviewcoach import load_catalogue
from interviewcoach.content.catalogue import Catalogue


def open_catalogue() -> Catalogue:
    catalogue = load_catalogue()
    tell_of_packs(catalogue)
    return catalogue


def tell_of_packs(catalogue: Catalogue) -> None:
    for pack in catalogue.set_aside:
        click.echo(f"interviewcoach: {pack}", err=True)
