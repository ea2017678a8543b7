"""`interviewcoach progress`: where the learner stands, honestly."""

from __future__ import annotations

import json

import click

from interviewcoach.commands.printing import say


@click.command("progress")
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
def progress_command(as_json: bool) -> None:
    """Where you stand: skills, verdicts, pace, and what to do next."""
    from interviewcoach.commands.desk import open_coach
    from interviewcoach.records.progress import progress
    from interviewcoach.reports.progress_text import progress_text

    with open_coach() as coach:
        figures = progress(coach.records.performances())
        suggestions = coach.suggest()[:3]
        titles = coach.catalogue.skill_titles
        curriculum = [(e.phase, e.title, e.skills) for e in coach.catalogue.entries.values()]
    if as_json:
        data = figures.to_dict()
        data["next"] = [{"problem": s.slug, "why": s.why} for s in suggestions]
        click.echo(json.dumps(data, ensure_ascii=False, indent=1, default=str))
        return
    say(progress_text(figures.to_dict(), curriculum, titles, [(s.slug, s.why) for s in suggestions]))
