"""What the shell offers for names: problems and sittings. Nothing that goes wrong here may be heard on a half-typed line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from click import Context, Parameter
from click.shell_completion import CompletionItem

MOST_SITTINGS = 50


def problems(ctx: Context, param: Parameter, begun: str) -> list[CompletionItem]:
    with suppress(Exception):
        return list(_problems(begun))
    return []


def sittings(ctx: Context, param: Parameter, begun: str) -> list[CompletionItem]:
    """The latest, each with its problem beside it where the shell can show that."""
    with suppress(Exception):
        return list(_sittings(begun))
    return []


def _problems(begun: str) -> Iterator[CompletionItem]:
    from interviewcoach import load_catalogue

    for slug, entry in load_catalogue().entries.items():
        if slug.startswith(begun):
            yield CompletionItem(slug, help=entry.title)


def _sittings(begun: str) -> Iterator[CompletionItem]:
    from interviewcoach.records import Filter
    from interviewcoach.records.database import reading
    from interviewcoach.records.paths import DATABASE, data_folder
    from interviewcoach.records.read import rows

    path = data_folder() / DATABASE
    if not path.exists():  # to look must not make it
        return
    with reading(path) as db:
        found = rows(db, Filter())
    if found and "last".startswith(begun):
        yield CompletionItem("last", help=found[0].problem)
    fitting = [row for row in found if row.id.startswith(begun)]
    yield from (CompletionItem(row.id, help=row.problem) for row in fitting[:MOST_SITTINGS])
