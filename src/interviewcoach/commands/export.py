"""`interviewcoach export`, `import` and `remark`: sittings leave and enter the data folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from interviewcoach.commands.completing import sittings
from interviewcoach.commands.files import refuse_to_replace, unreadable, writing
from interviewcoach.errors import CoachError, UsageError
from interviewcoach.exporting import FORMS

if TYPE_CHECKING:
    from interviewcoach.coach import Coach


@click.command("export")
@click.argument("sitting", required=False, shell_complete=sittings)
@click.option("--format", "form", type=click.Choice(FORMS), help="Default: as the name of --out ends, else md.")
@click.option("--out", type=click.Path(dir_okay=False), help="The file to write; default standard output.")
@click.option("--all", "everything", is_flag=True, help="Every sitting as one portable file, for `import` (needs --out).")
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
def export_command(sitting: str | None, form: str | None, out: str | None, everything: bool, overwrite: bool) -> None:
    """Write a SITTING (its id, or last) as Markdown, HTML or JSON."""
    from interviewcoach.commands.desk import open_coach
    from interviewcoach.exporting import dossier_of, rendered

    if "" in (sitting, out):
        raise UsageError("a name is empty", where="--out" if out == "" else "SITTING", mend="write it, or leave it out")
    target = Path(out) if out else None
    if everything and sitting:
        raise UsageError("--all takes every sitting", where=sitting, mend="name one sitting or --all, not both")
    if everything and form in ("md", "html"):
        raise UsageError(
            "--all writes one file for `import`, in a form of its own", where=f"--format {form}", mend="leave --format out"
        )
    if target:
        refuse_to_replace(target, overwrite)
    if everything and target is None:
        raise UsageError("export --all needs a file", mend="add --out sittings.jsonl.gz")
    if overwrite and target is None:
        raise UsageError("--overwrite goes with --out", mend="add --out FILE, or leave --overwrite out")
    with open_coach() as coach:
        if everything and target:
            count = coach.records.export_all(target, overwrite=overwrite)
            click.echo(f"{count} sitting{'s' * (count != 1)} written to {target}", err=True)
            return
        text = rendered(dossier_of(coach, sitting or "last"), form or _form_of(target))
    if target is None:
        click.echo(text, nl=False)
        return
    with writing(target) as file:
        file.write(text)


def _form_of(target: Path | None) -> str:
    ending = target.suffix.lower().lstrip(".") if target else ""
    return {"htm": "html"}.get(ending, ending if ending in FORMS else "md")


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, readable=False))
def import_command(file: str) -> None:
    """Take in a FILE that `export --all` wrote; what is here already stays as it is."""
    from interviewcoach.commands.desk import open_coach

    if Path(file).exists() and not Path(file).is_file():
        raise UsageError("this is no file to read sittings from", where=file, mend="name one that `export --all` wrote")
    if not Path(file).is_file():
        raise UsageError("there is no such file", where=file, mend="name one that `export --all` wrote")
    try:
        Path(file).open("rb").close()
    except OSError as error:
        raise unreadable("the export", file, error) from None
    with open_coach() as coach:
        done = coach.import_all(Path(file))
    click.echo(
        f"{done.added} added, {done.extended} brought further, {done.unchanged} known already, {done.kept} left as they are"
    )


@click.command("remark")
@click.argument("sitting", shell_complete=sittings)
@click.argument("text")
@click.option("--author", default="", help="Whose remark it is, where the text does not begin with the name.")
@click.option("--instead-of", "number", type=int, help="Replace the remark of this number in `review`; an empty TEXT drops it.")
def remark_command(sitting: str, text: str, author: str, number: int | None) -> None:
    """Add a note to a SITTING; `review` and `export` tell it. In "Name: what a mentor says" it is the mentor's."""
    from interviewcoach.commands.desk import open_coach
    from interviewcoach.records.rows import signed

    dropped = not text.strip()
    if dropped and number is None:
        raise CoachError("the remark is empty", mend="write what you noticed")
    named, words = ("", text) if author else signed(text)
    with open_coach() as coach:
        found = coach.records.find(sitting)
        coach.records.put_remark(found, words, author or named, _numbered(coach, found, number))
    click.echo(f"The remark is {'gone from' if dropped else 'kept with'} sitting {found}.", err=True)


def _numbered(coach: Coach, sitting: str, number: int | None) -> str:
    """The id of a remark by its place; none of a new one."""
    if number is None:
        return ""
    remarks = coach.records.load(sitting).remarks
    if not 1 <= number <= len(remarks):
        mend = f"`interviewcoach review {sitting}` numbers them"
        raise UsageError(f"there is no remark {number}", where="--instead-of", mend=mend)
    return remarks[number - 1].id
