"""The numbers of the grade, in one place. Chosen on the calibration answers and on answers to the other problems by writers who
had not read the rubrics (benchmarks/agreement shows how well, also for problems that had no part in choosing them)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple


@dataclass(frozen=True)
class Weights:
    ladder: tuple[float, float, float, float] = (0.0, 0.25, 0.75, 1.0)
    # what share of a rubric's weight gives which score; nobody says everything in 45 minutes
    curve: tuple[tuple[float, float], ...] = (
        (0.0, 0.0), (0.06, 22.0), (0.15, 38.0), (0.30, 72.0), (0.45, 77.0), (0.60, 87.5), (0.75, 93.5), (0.90, 96.0), (1.0, 98.5),
    )  # fmt: skip
    # how grave each mistake is, and what their sum costs: one may be a slip of the tongue, or words taken amiss, and so may two
    # (in one of sixteen right answers met for the first time). Three stood in none of 178 such, and in 43 of 46 answers that
    # are wrong at the heart. A sum that is off by orders is one for sure
    gravity: dict[str, float] = field(
        default_factory=lambda: {"fatal": 1.5, "serious": 1.3, "lapse": 0.25, "minor": 0.25, "denial": 0.75, "slip": 2.0}
    )
    # by how much graver: what was told twice, or in words that two wordings know, was a mistake in 59 and 150 cases met for the
    # first time, and none in 0 and in 3
    repeated: float = 1.3
    mistakes: tuple[tuple[float, float], ...] = (
        (0.0, 0.0), (1.0, 3.0), (1.8, 6.0), (2.8, 11.0), (3.2, 16.0), (4.0, 58.0), (6.0, 62.0), (12.0, 68.0),
    )  # fmt: skip
    # what a good engineer gets half right costs by its number, but is no sign that nothing is understood
    lapses: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 5.0), (2.0, 11.0), (3.0, 16.0), (4.0, 20.0))
    # how far mistakes spoil each phase, wherever they are told, and what one at the heart takes from the phase that tells it:
    # who asks well and then designs wrongly has still asked well
    spoils: dict[str, float] = field(
        default_factory=lambda: {"requirements": 0.35, "high_level": 0.5, "deep_dive": 0.7, "wrap_up": 0.5}
    )
    spoils_here: float = 20.0
    pattern: float = 3.8  # gravity from which on mistakes are no slip of the tongue: three serious ones have it
    # how far the whole answer colours each phase, most where a rubric has fewest criteria
    coloured: dict[str, float] = field(
        default_factory=lambda: {"requirements": 0.1, "high_level": 0.4, "deep_dive": 0.1, "wrap_up": 0.6}
    )
    # what a phase of so few counted words was worth to the graders at most, also in the best of terse notes
    few_words: dict[str, tuple[tuple[float, float], ...]] = field(
        default_factory=lambda: {
            "requirements": ((0.0, 0.0), (8.0, 12.0), (20.0, 34.0), (34.0, 46.0), (42.0, 100.0)),
            "high_level": ((0.0, 0.0), (10.0, 18.0), (18.0, 38.0), (26.0, 46.0), (40.0, 100.0)),
            "deep_dive": ((0.0, 0.0), (20.0, 16.0), (50.0, 30.0), (80.0, 100.0)),
            "wrap_up": ((0.0, 0.0), (6.0, 6.0), (12.0, 22.0), (17.0, 40.0), (22.0, 100.0)),
        }
    )
    # and the whole of an answer without headings
    few_words_in_all: tuple[tuple[float, float], ...] = ((0.0, 0.0), (110.0, 30.0), (175.0, 100.0))
    # in a longer text (counted words) mistakes weigh by how thickly they stand: an article also tells what others do
    long: int = 1200
    # what each phase is worth, as the graders weighed them; a thing shown in another phase than its own counts in part
    phases: dict[str, float] = field(
        default_factory=lambda: {"requirements": 0.12, "high_level": 0.22, "deep_dive": 0.54, "wrap_up": 0.12}
    )
    elsewhere: float = 0.9
    # half an interview done very well is no failure: what a phase and the best beside it are worth by themselves (their mean).
    # Who only asked well and summed up well has designed nothing
    half: dict[str, tuple[tuple[float, float], ...]] = field(
        default_factory=lambda: {
            "requirements": ((45.0, 0.0), (88.0, 52.0), (95.0, 55.0)),
            "high_level": ((45.0, 0.0), (88.0, 67.5), (95.0, 70.0)),
            "deep_dive": ((45.0, 0.0), (88.0, 80.0), (95.0, 85.0)),
        }
    )
    # and what the deep dive is worth with nearly nothing beside it
    alone: tuple[tuple[float, float], ...] = ((60.0, 0.0), (74.0, 60.0), (84.0, 66.0), (95.0, 70.0))
    breadth: dict[str, float] = field(default_factory=lambda: {"mid": 0.8, "senior": 0.6, "staff": 0.4})
    # what an answer keeps by how many of its sentences are bound to a number, and loses by the share of those that hedge. Good
    # answers have 17 and more; borderline ones 8 to 14, and among them it makes no difference
    specific: tuple[tuple[float, float], ...] = (
        (0.0, 0.5), (3.0, 0.79), (9.0, 0.81), (12.0, 0.83), (15.0, 0.92), (18.0, 0.975), (22.0, 0.99), (30.0, 1.0),
    )  # fmt: skip
    vague: tuple[tuple[float, float], ...] = ((0.0, 0.0), (0.03, 0.04), (0.08, 0.1), (0.2, 0.13))
    # the share of a skill's criteria from which it counts as mentioned, explained, mastered; and how far the whole
    # answer colours it
    skill_starts: tuple[float, float, float] = (0.15, 0.5, 0.7)
    whole_answer: float = 0.75
    # without mistakes of more than this cost, a skill shown to these shares is explained, or mastered, whatever is missing else
    unspoilt: float = 5.5
    # where mistakes cost this much, a serious one leaves nothing of the skill it is made in
    many_mistakes: float = 46.0
    by_itself: tuple[float, float] = (0.5, 0.75)
    shared_weight: float = 0.5  # of the framework's criteria beside the problem's own


DEFAULT = Weights()
DELIVERY = 0.05  # of the grade of a timed sitting; `interview.delivery` tells it in words


class Gate(NamedTuple):
    """Shares below which the grade stays under a cap, whatever else was said."""

    hard: float  # of the skills' criteria: an answer below could be one to another problem
    deep: float  # of the deep dive
    explained: float  # of what is named
    caps: tuple[float, float, float]  # in the same order


GATE = Gate(hard=0.3, deep=0.12, explained=0.25, caps=(54.0, 64.0, 39.0))


def on_curve(curve: tuple[tuple[float, float], ...], x: float) -> float:
    """Piecewise linear, clamped at both ends."""
    if x <= curve[0][0]:
        return curve[0][1]
    for (x0, y0), (x1, y1) in pairwise(curve):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return curve[-1][1]
