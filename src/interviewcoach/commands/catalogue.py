"""`interviewcoach list` and `show`: what can be practised, without spoilers."""

from __future__ import annotations

import json

import click

from interviewcoach.commands.completing import problems
from interviewcoach.commands.printing import say


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="The catalogue as JSON.")
def list_command(as_json: bool) -> None:
    """List the problems that can be practised."""
    from interviewcoach.commands.content import open_catalogue

    catalogue = open_catalogue()
    if as_json:
        rows = [entry.model_dump(mode="json") for entry in catalogue.entries.values()]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for _, curriculum in catalogue.curricula:
        for phase in curriculum.phases:
            say(f"{phase.number} {phase.title}: {phase.about}")
            for entry in curriculum.problems:
                if entry.phase == phase.number:
                    say(f"    {entry.slug:<24} {entry.title}")


@click.command("show")
@click.argument("slug", shell_complete=problems)
def show_command(slug: str) -> None:
    """Show the statement of the problem SLUG and what it trains."""
    from interviewcoach.commands.content import open_catalogue

    catalogue = open_catalogue()
    entry = catalogue.entry(slug)
    problem = catalogue.problem(slug)
    say(f"{entry.title}\n\n{problem.statement.strip()}\n")
    say("Trains: " + ", ".join(catalogue.skill_titles[skill] for skill in entry.skills))
    for phase in catalogue.framework.phases:
        minutes = f"{phase.least}" if phase.least == phase.most else f"{phase.least}-{phase.most}"
        say(f"\n{phase.title} ({minutes} min): {problem.phases.of(phase.id).prompt}")
