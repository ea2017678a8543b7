"""The scorecard, written from a grade: axes, phases, skills, each criterion with its words, and the way on."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from interviewcoach.content.ids import AXIS_IDS, PHASE_IDS, Severity
from interviewcoach.scoring.compiled import CompiledRubric
from interviewcoach.scoring.evidence import Evidence, Hit
from interviewcoach.scoring.facts import CriterionFacts, MistakeFacts
from interviewcoach.scoring.grading import (
    Graded,
    Row,
    hardly_entered,
    is_deep,
    is_expected,
    is_hard,
    quality,
    quality_of,
    share,
    thin_phases,
)
from interviewcoach.scoring.mistakes import is_denied
from interviewcoach.scoring.scorecard import (
    BAND_STARTS,
    MORE_NUMBERS,
    VERDICTS,
    CriterionShown,
    FlagShown,
    NextBand,
    Scorecard,
    SpanShown,
    SumShown,
    rounded,
    verdict_of,
)
from interviewcoach.scoring.shortest import Standing, Step, fewest, grade_with
from interviewcoach.scoring.weights import DEFAULT, DELIVERY, GATE, Weights, on_curve

AXIS_OF_PHASE = {
    "requirements": "scoping",
    "high_level": "high_level",
    "deep_dive": "deep_dive",
    "wrap_up": "trade_offs",
}
NEXT = {
    0: "say it, and how it works",
    1: "explain how it works: the mechanism, step by step",
    2: "bind it: a number, the alternative you turned down, or what happens when it fails",
    3: "",
}


def scorecard(
    rubric: CompiledRubric,
    evidence: Evidence,
    graded: Graded,
    *,
    level: str,
    version: str,
    sums: tuple[SumShown, ...] = (),
    delivery: float | None = None,
    weights: Weights = DEFAULT,
    replied: Mapping[str, str] | None = None,
) -> Scorecard:
    """`replied`: by criterion, the words said to the interviewer that show it."""
    grades = graded.overall
    if delivery is not None:
        grades = {name: min(grade * (1 - DELIVERY) + delivery * DELIVERY, graded.cap) for name, grade in grades.items()}
    overall = grades[level]
    disproved = _disproved(rubric, graded.sure)
    axes: dict[str, float | None] = {
        axis: rounded(axis_score(graded, [r for r in graded.rows if axis_of(r.criterion) == axis], weights)) for axis in AXIS_IDS
    }
    axes["delivery"] = None if delivery is None else rounded(delivery)
    return Scorecard(
        problem=rubric.problem,
        level=level,
        overall=rounded(overall),
        verdict=verdict_of(rounded(overall)),
        verdicts={name: verdict_of(rounded(grade)) for name, grade in grades.items()},
        axes=axes,
        phases={phase: rounded(phase_score(graded, phase, weights)) for phase in PHASE_IDS},
        skills={skill: skill_tier(graded, skill, disproved.get(skill), weights) for skill in rubric.skills},
        criteria=tuple(_criterion_shown(row, replied or {}) for row in graded.rows),
        red_flags=tuple(_flag_shown(f.source, evidence, graded.sure) for f in rubric.flags if f.source.id in evidence.flags),
        arithmetic=sums,
        to_next_band=to_next_band(graded, level, overall, weights, evidence, delivery),
        content_version=version,
        gates=graded.gates,
        corrections=tuple({"start": s, "end": e, "read_as": word} for s, e, word in evidence.corrections),
        words=evidence.words,
    )


def axis_of(criterion: CriterionFacts) -> str:
    return criterion.axis or AXIS_OF_PHASE[criterion.phase]


def part_score(graded: Graded, rows: list[Row], weights: Weights) -> float:
    """How the criteria of a phase or an axis came out, before what mistakes take that are told there."""
    scored = graded.bound * on_curve(weights.curve, quality(rows, weights.breadth["senior"]))
    spoilt = _by_weight(rows, lambda phase: graded.spoilt[phase].by_all)
    return max(0.0, min(scored - spoilt, _by_weight(rows, graded.most.__getitem__)))


def _by_weight(rows: list[Row], of_phase: Callable[[str], float]) -> float:
    """The mean of what holds for the phases of some criteria."""
    worth = sum(row.weight for row in rows) or 1.0
    return sum(row.weight * of_phase(row.criterion.phase) for row in rows) / worth


def axis_score(graded: Graded, rows: list[Row], weights: Weights) -> float:
    """How the criteria of an axis came out."""
    told_there = _by_weight(rows, lambda phase: graded.spoilt[phase].by_its_own)
    return max(0.0, part_score(graded, rows, weights) - told_there)


def phase_score(graded: Graded, phase: str, weights: Weights) -> float:
    """How a phase came out by its own criteria; but these are few, and who designs well also sums up well in words that they
    do not know, so the whole answer colours it. What is told wrong there is the phase's own."""
    own = part_score(graded, [row for row in graded.rows if row.criterion.phase == phase], weights)
    if phase in graded.entered:
        own = min(own + weights.coloured[phase] * (graded.overall["senior"] - own), graded.most[phase])
    return max(0.0, own - graded.spoilt[phase].by_its_own)


def skill_tier(graded: Graded, skill: str, disproved: Severity | None, weights: Weights) -> int:
    """How much of a skill was shown, seen in the light of the whole answer: what is right by accident among mistakes or
    generalities shows less. A mistake at the skill's own heart leaves it mentioned at most; among many, not even that."""
    rows = [row for row in graded.rows if row.criterion.skill == skill]
    own = graded.bound * share(rows)
    if own == 0:
        return 0
    value = (1 - weights.whole_answer) * own + weights.whole_answer * graded.overall["senior"] / 100
    tier = sum(value >= start for start in weights.skill_starts)
    if graded.cost < weights.unspoilt:  # an answer that breaks off early may still have shown this in full
        tier = max(tier, 1 + sum(own >= start for start in weights.by_itself))
    most = {None: 3, "minor": 2, "lapse": 2, "serious": 0 if graded.cost >= weights.many_mistakes else 1, "fatal": 0}[disproved]
    return min(tier, most)


def _disproved(rubric: CompiledRubric, sure: Container[str]) -> dict[str, Severity]:
    """Skill to the gravest mistake made in it for sure."""
    order: tuple[Severity, ...] = ("minor", "lapse", "serious", "fatal")
    found: dict[str, Severity] = {}
    for flag in rubric.flags:
        skill, severity = flag.source.skill, flag.source.severity
        if skill and flag.source.id in sure:
            found[skill] = max(found.get(skill, severity), severity, key=order.index)
    return found


def _flag_shown(flag: MistakeFacts, evidence: Evidence, sure: Container[str]) -> FlagShown:
    words = tuple(map(_span, evidence.flags[flag.id]))
    return FlagShown(flag.id, flag.claim, flag.why, flag.severity, flag.id in sure, words)


def _next(row: Row) -> str:
    reckoned = row.tier == 2 and axis_of(row.criterion) == "estimation"
    return "say what follows from the figure: what it decides, or what it rules out" if reckoned else NEXT[row.tier]


def _criterion_shown(row: Row, replied: Mapping[str, str]) -> CriterionShown:
    c = row.criterion
    shown = row.shown
    ranked = _most_telling_first(row)
    sign = "crowded: " if shown.crowded else ""
    spans = tuple(_span(hit, "mistaken: " if hit in row.spoilt else sign) for hit in ranked or shown.denied)
    return CriterionShown(
        id=c.id, claim=c.claim, skill=c.skill, phase=c.phase, axis=axis_of(c), tier=row.tier,
        points=rounded(row.weight * row.earned, 3), of=rounded(row.weight, 3), spans=spans,
        next=_next(row), probe=c.probe, learn=c.learn, credit=row.credit, rejected=is_denied(shown),
        replied=replied.get(c.id, "") if row.tier > shown.tier else "",
    )  # fmt: skip


def _most_telling_first(row: Row) -> list[Hit]:
    """First the sentence that says most of it: one that only leans on its neighbours may be the deepest, and yet nobody would see
    in it what the criterion asks for. It stands second then."""

    def worth(hit: Hit) -> int:
        return hit.strength + 2 * hit.tier + (hit.phase == row.criterion.phase)

    ranked = sorted(row.shown.hits, key=lambda hit: (hit in row.spoilt, -worth(hit), hit.sentence != row.shown.place))
    deepest = max((hit for hit in ranked if hit not in row.spoilt), key=lambda hit: hit.tier, default=None)
    if deepest is not None and deepest.tier > ranked[0].tier:
        ranked.remove(deepest)
        ranked.insert(1, deepest)
    return ranked


def _span(hit: Hit, sign: str = "") -> SpanShown:
    return SpanShown(hit.start, hit.end, hit.phase, sign + hit.why)


def to_next_band(
    graded: Graded, level: str, overall: float, weights: Weights, evidence: Evidence, delivery: float | None = None
) -> NextBand | None:
    """The fewest criteria that lift the verdict by a band. What no criterion can mend is named beside them: steps hardly taken,
    mistakes that have to go first, or numbers that are missing throughout."""
    band = VERDICTS.index(verdict_of(rounded(overall)))
    if band == len(VERDICTS) - 1:
        return None
    goal = BAND_STARTS[band + 1] if delivery is None else (BAND_STARTS[band + 1] - DELIVERY * delivery) / (1 - DELIVERY)
    now, steps = standing_of(graded, level, weights)
    flags: tuple[str, ...] = ()
    needs: tuple[str, ...] = tuple(gate.mend for gate in graded.firm if gate.cap < goal)
    if thin := hardly_entered(graded.most):
        needs = (*needs, f"write out {thin}: hardly anything stands there")
    if grade_with(steps, now, GATE, weights) < goal:
        flags, now = tuple(sorted(evidence.flags)), now._replace(cost=0.0)
    if now.bound < LOOSE or grade_with(steps, now, GATE, weights) < goal:
        needs, now = (*needs, MORE_NUMBERS), now._replace(bound=1.0)
    way = fewest(steps, now, GATE, weights, goal) or _to_write_out(steps, thin_phases(graded.most))
    return NextBand(VERDICTS[band + 1], way, flags, needs)


def _to_write_out(steps: list[Step], thin: Container[str]) -> tuple[str, ...]:
    """What is worth most where hardly anything stands: to hear that one should write there helps nobody."""
    own = sorted((one for one in steps if one.phase in thin), key=lambda one: (-one.quality, one.id))
    return tuple(one.id for one in own[:WORTH_NAMING])


WORTH_NAMING = 3
LOOSE = 0.75  # where less than this is left of the sum for want of numbers, numbers are asked for first


def standing_of(graded: Graded, level: str, weights: Weights) -> tuple[Standing, list[Step]]:
    wide = weights.breadth[level]
    rows = [row for row in graded.rows if is_expected(row, level)]
    hard, deep = [r for r in graded.rows if is_hard(r)], [r for r in graded.rows if is_deep(r)]
    phases = {
        phase: (sum(r.weight * quality_of(r, wide) for r in inside), sum(r.weight for r in inside))
        for phase in weights.phases
        for inside in [[r for r in rows if r.criterion.phase == phase]]
    }
    now = Standing(
        phases,
        (sum(r.weight * r.earned for r in hard), sum(r.weight for r in hard)),
        (sum(r.weight * r.earned for r in deep), sum(r.weight for r in deep)),
        sum(r.tier >= 2 for r in graded.rows),
        sum(r.tier >= 1 for r in graded.rows),
        graded.bound,
        graded.cost,
    )
    steps = [
        Step(r.criterion.id, r.criterion.phase, is_hard(r), is_deep(r), r.tier,
             r.weight * (1.0 - quality_of(r, wide)), r.weight * (1.0 - r.earned))
        for r in rows
        if quality_of(r, wide) < 1 and r.criterion.phase in weights.phases
    ]  # fmt: skip
    return now, steps
