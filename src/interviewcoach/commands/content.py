"""The content for the commands: packs that had to be left out are told, once, on stderr."""

from __future__ import annotations

from interviewcoach import load_catalogue
from interviewcoach.commands.printing import echo
from interviewcoach.content.catalogue import Catalogue


def open_catalogue() -> Catalogue:
    catalogue = load_catalogue()
    tell_of_packs(catalogue)
    return catalogue


def tell_of_packs(catalogue: Catalogue) -> None:
    for pack in catalogue.set_aside:
        echo(f"interviewcoach: {pack}", err=True)
