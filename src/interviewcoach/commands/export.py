"""`interviewcoach export`, `import` and `remark`: sittings leave and enter the data folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from interviewcoach.commands.files import refuse_to_replace, writing
from interviewcoach.errors import CoachError, UsageError

if TYPE_CHECKING:
    from interviewcoach.coach import Coach
    from interviewcoach.reports.dossier import Dossier


@click.command("export")
@click.argument("sitting", required=False)
@click.option("--format", "form", type=click.Choice(["md", "html", "json"]), help="Default md.")
@click.option("--out", type=click.Path(dir_okay=False), help="The file to write; default standard output.")
@click.option("--all", "everything", is_flag=True, help="Every sitting as one portable file, for `import` (needs --out).")
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
def export_command(sitting: str | None, form: str | None, out: str | None, everything: bool, overwrite: bool) -> None:
    """Write a SITTING (its id, or last) as Markdown, HTML or JSON."""
    from interviewcoach.commands.desk import open_coach

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
    with open_coach() as coach:
        if everything and target:
            count = coach.records.export_all(target, overwrite=overwrite)
            click.echo(f"{count} sittings written to {target}", err=True)
            return
        text = rendered(dossier_of(coach, sitting or "last"), form or "md")
    if target is None:
        click.echo(text, nl=False)
        return
    with writing(target) as file:
        file.write(text)


def rendered(dossier: Dossier, form: str) -> str:
    if form == "html":
        from interviewcoach.reports.html import html

        return html(dossier)
    if form == "json":
        return json.dumps(dossier.to_json(), ensure_ascii=False, indent=1) + "\n"
    from interviewcoach.reports.markdown import markdown

    return markdown(dossier)


def dossier_of(coach: Coach, sitting: str) -> Dossier:
    from interviewcoach.commands.desk import title_of
    from interviewcoach.interview.delivery import delivery_told
    from interviewcoach.interview.transcript import document
    from interviewcoach.reports.dossier import Dossier, Note, PhaseTime
    from interviewcoach.reports.scorecard_text import PHASES, WORDS
    from interviewcoach.reports.when import day

    past = coach.past(sitting)
    row, state = past.stored.row, past.state
    title = title_of(coach, row.problem)
    guess = state.prediction
    return Dossier(
        sitting=row.id, problem=row.problem, title=title, name=row.title or title, level=row.level, mode=row.mode,
        when=day(row.started), answer=past.stored.document or document(state), worksheet=state.texts.get("worksheet", ""),
        notes=state.texts.get("notes", ""),
        phases=tuple(PhaseTime(p, name, state.used_in(p), state.limits.get(p)) for p, name in PHASES.items()),  # type: ignore[arg-type, call-overload]
        exchanges=tuple(_exchanges(state)),
        remarks=tuple(Note(note.author, day(note.at), note.text) for note in past.stored.remarks),
        tags=row.tags, prediction=WORDS.get(guess.verdict, "") if guess else "",
        skill_titles=getattr(coach.catalogue, "skill_titles", {}),
        card=past.stored.card.body if past.stored.card else None,
        events=[{"at": event.at, "kind": event.kind, "body": event.body} for event in past.stored.events],
        delivery=delivery_told(state) if past.stored.card else "",
    )  # fmt: skip


def _exchanges(state: Any) -> list[Any]:
    from interviewcoach.reports.dossier import Exchange

    replies: dict[str, str] = {}
    for reply in state.replies:
        replies[reply.to] = f"{replies[reply.to]}\n{reply.text}" if reply.to in replies else reply.text
    found = [Exchange("question", asked.question, " ".join(a.answer for a in asked.answers)) for asked in state.questions]
    found += [Exchange("probe", probe.text, replies.get(probe.id, "")) for probe in state.probes]
    found += [Exchange("why", why.text, replies.get(why.id, "")) for _, why in state.whys]
    found += [Exchange("hint", hint.text) for hint in state.hints]
    if state.curveball:
        found.append(Exchange("curveball", state.curveball.says, replies.get(state.curveball.id, "")))
    return found


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False))
def import_command(file: str) -> None:
    """Take in a FILE that `export --all` wrote; what is here already stays as it is."""
    from interviewcoach.commands.desk import open_coach

    if Path(file).exists() and not Path(file).is_file():
        raise UsageError("this is no file to read sittings from", where=file, mend="name one that `export --all` wrote")
    if not Path(file).is_file():
        raise UsageError("there is no such file", where=file, mend="name one that `export --all` wrote")
    with open_coach() as coach:
        done = coach.import_all(Path(file))
    click.echo(
        f"{done.added} added, {done.extended} brought further, {done.unchanged} known already, {done.kept} left as they are"
    )


@click.command("remark")
@click.argument("sitting")
@click.argument("text")
@click.option("--author", default="", help="Whose remark it is, for a mentor's; empty for your own.")
def remark_command(sitting: str, text: str, author: str) -> None:
    """Add a note to a SITTING; it is exported with it."""
    from interviewcoach.commands.desk import open_coach

    if not text.strip():
        raise CoachError("the remark is empty", mend="write what you noticed")
    with open_coach() as coach:
        found = coach.records.find(sitting)
        coach.records.put_remark(found, text, author)
    click.echo(f"The remark is kept with sitting {found}.", err=True)
