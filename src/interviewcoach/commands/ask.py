"""`interviewcoach ask`: what the interviewer answers, for authors and the curious."""

from __future__ import annotations

import json

import click


@click.command("ask")
@click.argument("slug")
@click.argument("question")
@click.option("--json", "as_json", is_flag=True, help='{"topic", "answer", "facts"} of each question found, one a line.')
def ask_command(slug: str, question: str, as_json: bool) -> None:
    """Ask the interviewer of the problem SLUG a clarifying QUESTION."""
    from interviewcoach import load_catalogue
    from interviewcoach.assessment import Assessor

    catalogue = load_catalogue()
    catalogue.entry(slug)
    for answer in Assessor(catalogue).interviewer(slug).ask(question):
        if as_json:
            row = {"topic": answer.topic, "answer": answer.answer, "facts": dict(answer.facts)}
            click.echo(json.dumps(row, ensure_ascii=False))
            continue
        click.echo(answer.answer)
        for name, value in answer.facts.items():
            click.echo(f"    {name} = {value}")
