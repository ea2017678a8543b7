"""What a problem keeps for afterwards, as one page to read: what was to be scoped, the reference estimate, a picture, what
each level shows, a strong answer. All of it spoils the problem, so whoever shows it sees to it that an attempt is over.
"""

from __future__ import annotations

from interviewcoach.content.models import Estimate, Problem
from interviewcoach.estimation import Expectation, Judgement, evaluate_sheet, judge_estimates
from interviewcoach.reports.wrapping import cells

INDENT = "    "  # what stands line by line, also for a reader of Markdown
ROOM = 76  # columns of such a line in a terminal of 80


def reference_text(problem: Problem, model_answer: str, room: int = ROOM, worksheet: str = "") -> str:
    """Markdown that reads as it stands; a section each, the strong answer last. Paragraphs are left to whoever shows them.
    `worksheet`: what the candidate estimated."""
    sections = {
        "What was to be scoped": _scope(problem),
        "The estimate": _estimate(problem.estimate, room, worksheet),
        "One picture of it": "\n".join(_chain(line, room) for line in problem.diagram.strip().split("\n")),
        "What each level shows": "\n".join(f"- {level}: {shows}" for level, shows in problem.expectations),
        "A strong answer": model_answer.strip(),
    }
    return "\n\n".join(f"# {title}\n\n{text}" for title, text in sections.items()) + "\n"


def _scope(problem: Problem) -> str:
    wanted = problem.requirements
    lists = {"What it does": wanted.functional, "How well": wanted.non_functional, "Left out": wanted.out_of_scope}
    return "\n\n".join("\n".join([f"{title}:", *(f"- {one}" for one in lines)]) for title, lines in lists.items())


def _estimate(estimate: Estimate, room: int, worksheet: str) -> str:
    """Each line beside what it comes to, and then what the results decide, and what the candidate came to."""
    rows = evaluate_sheet("\n".join(estimate.lines))
    most = room - len(INDENT) - 2 - max(cells(row.text) for row in rows)
    column = max([cells(row.input) for row in rows if cells(row.input) <= most], default=0)
    sums = [_beside(row.input, row.text, column) for row in rows]
    wanted = [Expectation(one.id, one.line, one.within, one.why) for one in estimate.judge]
    judged = judge_estimates(worksheet, estimate.lines, wanted)
    return "\n".join([*sums, "", *(f"- {one.line}: {one.why}{_yours(one)}" for one in judged)])


def _yours(judged: Judgement) -> str:
    """Nothing where the calculator holds no such result: it may stand in the answer."""
    if judged.found is None:
        return ""
    return f"; yours: {judged.found}{f' ({judged.hint})' if judged.hint else ''}"


def _beside(typed: str, result: str, column: int) -> str:
    """The results stand under each other; that of a sum too long for it on the next line."""
    gap = "" if cells(typed) <= column else f"\n{INDENT}{'':<{column}}"
    return f"{INDENT}{typed:<{column}}{gap}  {result}".rstrip()


def _chain(line: str, room: int) -> str:
    """A line of the picture; one too long goes on at an arrow, further in, so that it is not taken for the next."""
    first, *others = line.split(" -> ")
    rows = [INDENT + first]
    for part in others:
        if cells(f"{rows[-1]} -> {part}") <= room:
            rows[-1] += f" -> {part}"
        else:
            rows.append(f"{INDENT * 2}-> {part}")
    return "\n".join(rows)
