"""`interviewcoach ask`: what the interviewer answers, for authors and the curious."""

from __future__ import annotations

import json

import click

from interviewcoach.commands.completing import problems
from interviewcoach.commands.printing import echo, say
from interviewcoach.errors import CoachError


@click.command("ask")
@click.argument("slug", shell_complete=problems)
@click.argument("words", metavar="QUESTION", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help='{"topic", "answer", "facts"}; topic is null where it knows none.')
def ask_command(slug: str, words: tuple[str, ...], as_json: bool) -> None:
    """Ask the interviewer of the problem SLUG a clarifying QUESTION."""
    from interviewcoach.commands.content import open_catalogue
    from interviewcoach.readymade import quick_assessor

    question = " ".join(words)  # quoted or not
    catalogue = open_catalogue()
    catalogue.entry(slug)
    answers = quick_assessor(catalogue).interviewer(slug).ask(question)
    if not answers:
        raise CoachError("there is no question in this", where=repr(question), mend="ask in words")
    if as_json:
        known = next((answer for answer in answers if answer.topic), None)
        facts = {name: value for answer in answers for name, value in answer.facts.items()}
        told = " ".join(answer.answer for answer in answers)
        row = {"topic": known.topic if known else None, "answer": told, "facts": facts}
        click.echo(json.dumps(row, ensure_ascii=False))
        return
    for answer in answers:
        say(answer.answer)
        for name, value in answer.facts.items():
            echo(f"    {name} = {value}")
