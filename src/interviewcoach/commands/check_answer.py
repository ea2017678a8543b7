"""What `check` says of a model answer by its shape, before any rubric reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from interviewcoach.content.ids import PHASE_TITLES

if TYPE_CHECKING:
    from interviewcoach.content.faults import Fault
    from interviewcoach.content.inspection import Inspected

SHORTEST_ANSWER, LONGEST_ANSWER = 600, 1_250  # words, as the sitting counts them


def shape_faults(one: Inspected) -> Iterator[Fault]:
    """Of an answer that is there: that a file is missing is told where it is read."""
    from interviewcoach.content.faults import Fault
    from interviewcoach.scoring.document import lines_of, phases_opened

    if one.answer is None:
        return
    if not one.answer.strip():
        headings = ", ".join(f"`## {title}`" for title in PHASE_TITLES.values())
        yield Fault(one.answer_file, 1, "the model answer is empty", f"write a strong one under {headings}")
        return
    opened, filled = phases_opened(one.answer), {line.phase for line in lines_of(one.answer) if not line.heading}
    for phase, title in PHASE_TITLES.items():
        if phase not in opened:
            yield Fault(one.answer_file, 1, f"no heading opens the phase '{title}'", f"write `## {title}` over that part")
        elif phase not in filled:
            yield Fault(one.answer_file, 1, f"nothing stands under '{title}'", "write that part")


def length_told(answer: str) -> str:
    """What is odd about its length; a few words more than a person types are nothing."""
    from interviewcoach.interview.plain import words_in

    words = words_in(answer)
    return "" if SHORTEST_ANSWER <= words <= LONGEST_ANSWER else f"the model answer has {words:,} words"
