"""From evidence to a grade: weights times tiers, mistakes off, gates on top. Pure sums, the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from interviewcoach.content.models import LEVEL_IDS, PHASE_IDS, Criterion, Severity
from interviewcoach.scoring.compiled import CompiledRubric
from interviewcoach.scoring.evidence import Evidence, Hit, Shown
from interviewcoach.scoring.scorecard import (
    BAND_STARTS,
    VERDICTS,
    CriterionShown,
    FlagShown,
    NextBand,
    Scorecard,
    SpanShown,
    SumShown,
    verdict_of,
)
from interviewcoach.scoring.shortest import Gate, Standing, Step, fewest, grade_with
from interviewcoach.scoring.weights import DEFAULT, Weights, on_curve

AXIS_OF_PHASE = {
    "requirements": "scoping",
    "high_level": "high_level",
    "deep_dive": "deep_dive",
    "wrap_up": "trade_offs",
}
AXES = ("scoping", "estimation", "high_level", "deep_dive", "trade_offs")
NEXT = {
    0: "say it, and how it works",
    1: "explain how it works: the mechanism, step by step",
    2: "bind it: a number, the alternative you turned down, or what happens when it fails",
    3: "",
}


@dataclass(frozen=True)
class Row:
    """One criterion with what was earned on it."""

    criterion: Criterion
    shared: bool
    weight: float
    tier: int
    earned: float  # 0..1 of the weight, wherever it was shown
    placed: float  # the same, less where it was shown in another phase than its own
    shown: Shown
    credit: float


@dataclass(frozen=True)
class Graded:
    """All that the scorecard is written from; `overall` for each level."""

    rows: tuple[Row, ...]
    overall: dict[str, float]
    gates: tuple[str, ...]
    cost: float
    cap: float
    bound: float


_NOTHING = Shown()
# below these shares (of the skills' criteria, of the deep dive, of what is named) the grade stays under a cap: an answer
# that hardly touches what is hard about this very problem could be one to another
GATE = Gate(hard=0.3, deep=0.12, explained=0.25, caps=(54.0, 64.0, 39.0))


def rows_of(
    rubric: CompiledRubric, evidence: Evidence, weights: Weights, credits: Mapping[str, float], extra: Mapping[str, int]
) -> tuple[Row, ...]:
    """`extra` are tiers newly shown in replies to the interviewer, earned at 0.8."""
    rows = []
    for compiled in rubric.criteria:
        criterion = compiled.source
        shown = evidence.shown.get(criterion.id, _NOTHING)
        earned = weights.ladder[shown.tier]
        tier = shown.tier
        if extra.get(criterion.id, 0) > tier:
            tier = extra[criterion.id]
            earned += 0.8 * (weights.ladder[tier] - earned)
        credit = credits.get(criterion.id, 1.0)
        weight = criterion.weight * (weights.shared_weight if compiled.shared else 1.0)
        here = weights.ladder[max(shown.by_phase.get(criterion.phase, 0), shown.by_phase.get("", 0))]
        placed = here + reached(evidence, criterion.phase, weights) * weights.elsewhere * max(0.0, earned - here)
        rows.append(Row(criterion, compiled.shared, weight, tier, earned * credit, placed * credit, shown, credit))
    return _capped(rubric, rows)


def reached(evidence: Evidence, phase: str, weights: Weights) -> float:
    """How far a phase was entered at all, 0..1: what belongs to it and was said elsewhere counts only so far."""
    if evidence.by_phase.get("", 0) >= 0.5 * evidence.words:
        return 1.0
    return min(1.0, evidence.by_phase.get(phase, 0) / weights.hardly)


def _capped(rubric: CompiledRubric, rows: list[Row]) -> tuple[Row, ...]:
    """Of a group only its best `most` members earn; the others neither earn nor are missed."""
    idle: set[str] = set()
    for members, most in rubric.groups:
        inside = sorted((r for r in rows if r.criterion.id in members), key=lambda r: (-r.earned * r.weight, r.criterion.id))
        idle |= {row.criterion.id for row in inside[most:]}
    return tuple(row for row in rows if row.criterion.id not in idle)


def share(rows: Iterable[Row]) -> float:
    weight = earned = 0.0
    for row in rows:
        weight += row.weight
        earned += row.weight * row.earned
    return earned / weight if weight else 0.0


def quality(rows: Iterable[Row], wide: float) -> float:
    """Breadth (is the mechanism there?) and depth (and its consequence?) of some rows, in the proportion of the level."""
    weight = earned = 0.0
    for row in rows:
        weight += row.weight
        earned += row.weight * _quality_of(row, wide)
    return earned / weight if weight else 0.0


def _quality_of(row: Row, wide: float) -> float:
    return wide * min(1.0, row.placed / 0.75) + (1 - wide) * max(0.0, (row.placed - 0.5) * 2)


def mistakes(rubric: CompiledRubric, evidence: Evidence, sums: Iterable[SumShown], weights: Weights) -> float:
    """What the mistakes cost together: red flags, needed things declined, sums off tenfold."""
    gravity = weights.gravity
    total = sum(gravity[flag.source.severity] for flag in rubric.flags if flag.source.id in evidence.flags)
    total += gravity["denial"] * sum(_is_denied(shown) for shown in evidence.shown.values())
    total += gravity["slip"] * min(3, sum(1 for one in sums if not one.ok and one.off_by >= 8))
    return on_curve(weights.mistakes, total)


def _is_denied(shown: Shown) -> bool:
    return bool(shown.denied) and shown.tier == 0


def grade(
    rubric: CompiledRubric,
    evidence: Evidence,
    sums: tuple[SumShown, ...] = (),
    weights: Weights = DEFAULT,
    credits: Mapping[str, float] | None = None,
    extra: Mapping[str, int] | None = None,
) -> Graded:
    rows = rows_of(rubric, evidence, weights, credits or {}, extra or {})
    cost = mistakes(rubric, evidence, sums, weights)
    gates, cap = gates_of(rows, evidence)
    bound = boundness(evidence, weights)
    overall: dict[str, float] = {level: grade_with_rows(rows, level, cost, cap, weights, bound) for level in LEVEL_IDS}
    return Graded(rows, overall, gates, cost, cap, bound)


def boundness(evidence: Evidence, weights: Weights) -> float:
    """A ramble is fluent and bound to nothing. What decides is how many sentences carry a number, not their share."""
    return weights.unbound + (1 - weights.unbound) * min(1.0, evidence.specific / weights.specific_enough)


def grade_with_rows(rows: tuple[Row, ...], level: str, cost: float, cap: float, weights: Weights, bound: float) -> float:
    wide = weights.breadth[level]
    expected = [row for row in rows if _expected(row, level)]
    total = 0.0
    for phase, worth in weights.phases.items():
        raw = quality((row for row in expected if row.criterion.phase == phase), wide)
        total += worth * on_curve(weights.curve, raw)
    return max(0.0, min(bound * total - cost, cap))


def _expected(row: Row, level: str) -> bool:
    return bool(row.earned) or LEVEL_IDS.index(row.criterion.level) <= LEVEL_IDS.index(level)


def _is_deep(row: Row) -> bool:
    return row.criterion.phase == "deep_dive" and not row.shared


def _is_hard(row: Row) -> bool:
    return bool(row.criterion.skill)


def gates_of(rows: tuple[Row, ...], evidence: Evidence) -> tuple[tuple[str, ...], float]:
    """What no sum can make up for: a deep dive that was never reached, or mentions and nothing else."""
    gates: list[str] = []
    cap = 100.0
    deep = [row for row in rows if _is_deep(row)]
    if deep and share(deep) < GATE.deep:
        gates.append("the deep dive was not reached")
        cap = min(cap, GATE.caps[1])
    hard = [row for row in rows if _is_hard(row)]
    if hard and share(hard) < GATE.hard:
        gates.append("what is hard about this very problem is hardly touched")
        cap = min(cap, GATE.caps[0])
    explained = sum(1 for row in rows if row.tier >= 2)
    mentioned = sum(1 for row in rows if row.tier >= 1)
    if mentioned and explained < GATE.explained * mentioned:
        gates.append("things are named but not explained")
        cap = min(cap, GATE.caps[2])
    return tuple(gates), cap


# --- the scorecard --------------------------------------------------------------------------------------------


def scorecard(
    rubric: CompiledRubric,
    evidence: Evidence,
    graded: Graded,
    *,
    level: str,
    version: str,
    skills: Iterable[str],
    sums: tuple[SumShown, ...] = (),
    delivery: float | None = None,
    weights: Weights = DEFAULT,
) -> Scorecard:
    overall = graded.overall[level]
    if delivery is not None:
        overall = min(overall * 0.95 + delivery * 0.05, graded.cap)
    disproved = _disproved(rubric, evidence)
    axes: dict[str, float | None] = {
        axis: _rounded(_scored([r for r in graded.rows if axis_of(r.criterion) == axis], weights)) for axis in AXES
    }
    axes["delivery"] = None if delivery is None else _rounded(delivery)
    return Scorecard(
        problem=rubric.problem,
        level=level,
        overall=_rounded(overall),
        verdict=verdict_of(_rounded(overall)),
        verdicts={name: verdict_of(_rounded(value)) for name, value in graded.overall.items()}
        | {level: verdict_of(_rounded(overall))},
        axes=axes,
        phases={phase: _rounded(phase_score(graded, phase, weights)) for phase in PHASE_IDS},
        skills={skill: skill_tier(graded, skill, disproved.get(skill), weights) for skill in skills},
        criteria=tuple(_criterion_shown(row) for row in graded.rows),
        red_flags=tuple(
            FlagShown(f.source.id, f.source.claim, f.source.why, f.source.severity, _spans(evidence.flags[f.source.id]))
            for f in rubric.flags
            if f.source.id in evidence.flags
        ),
        arithmetic=sums,
        to_next_band=to_next_band(graded, level, overall, weights, evidence, delivery),
        content_version=version,
        gates=graded.gates,
        corrections=tuple({"start": s, "end": e, "read_as": word} for s, e, word in evidence.corrections),
        words=evidence.words,
    )


def axis_of(criterion: Criterion) -> str:
    return criterion.axis or AXIS_OF_PHASE[criterion.phase]


def _scored(rows: list[Row], weights: Weights) -> float:
    return on_curve(weights.curve, quality(rows, weights.breadth["senior"]))


def phase_score(graded: Graded, phase: str, weights: Weights) -> float:
    """How the criteria of a phase came out."""
    rows = [row for row in graded.rows if row.criterion.phase == phase]
    return max(0.0, graded.bound * _scored(rows, weights) - graded.cost)


def skill_tier(graded: Graded, skill: str, disproved: Severity | None, weights: Weights) -> int:
    """How much of a skill was shown, seen in the light of the whole answer: what is right by accident among mistakes or
    generalities shows less. A mistake at the skill's own heart leaves it mentioned at most."""
    rows = [row for row in graded.rows if row.criterion.skill == skill]
    own = graded.bound * share(rows)
    if own == 0:
        return 0
    value = (1 - weights.whole_answer) * own + weights.whole_answer * graded.overall["senior"] / 100
    tier = sum(value >= start for start in weights.skill_starts)
    most = {None: 3, "minor": 2, "serious": 1, "fatal": 0}[disproved]
    return min(tier, most)


def _disproved(rubric: CompiledRubric, evidence: Evidence) -> dict[str, Severity]:
    """Skill to the gravest mistake made in it."""
    order: tuple[Severity, ...] = ("minor", "serious", "fatal")
    found: dict[str, Severity] = {}
    for flag in rubric.flags:
        skill, severity = flag.source.skill, flag.source.severity
        if skill and flag.source.id in evidence.flags:
            found[skill] = max(found.get(skill, severity), severity, key=order.index)
    return found


def _criterion_shown(row: Row) -> CriterionShown:
    c = row.criterion
    best = [hit for hit in row.shown.hits if hit.tier == row.shown.tier] if row.shown.tier else row.shown.denied
    others = [hit for hit in row.shown.hits if hit.tier != row.shown.tier]
    return CriterionShown(
        id=c.id, claim=c.claim, skill=c.skill, phase=c.phase, axis=axis_of(c), tier=row.tier,
        points=_rounded(row.weight * row.earned, 3), of=_rounded(row.weight, 3), spans=_spans([*best, *others]),
        next=NEXT[row.tier], probe=c.probe, learn=c.learn, credit=row.credit, rejected=_is_denied(row.shown),
    )  # fmt: skip


def _spans(hits: Iterable[Hit]) -> tuple[SpanShown, ...]:
    return tuple(SpanShown(hit.start, hit.end, hit.phase, hit.why) for hit in hits)


def _rounded(value: float, digits: int = 1) -> float:
    return round(value + 1e-9, digits)


def to_next_band(
    graded: Graded, level: str, overall: float, weights: Weights, evidence: Evidence, delivery: float | None = None
) -> NextBand | None:
    """The fewest criteria that lift the verdict by a band. What no criterion can mend is named beside them: mistakes that
    have to go first, or numbers that are missing throughout."""
    band = VERDICTS.index(verdict_of(_rounded(overall)))
    if band == len(VERDICTS) - 1:
        return None
    goal = BAND_STARTS[band + 1] if delivery is None else (BAND_STARTS[band + 1] - 0.05 * delivery) / 0.95
    now, steps = standing_of(graded, level, weights)
    flags: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    if grade_with(steps, now, GATE, weights) < goal:
        flags, now = tuple(sorted(evidence.flags)), now._replace(cost=0.0)
    if now.bound < LOOSE or grade_with(steps, now, GATE, weights) < goal:
        needs, now = (MORE_NUMBERS,), now._replace(bound=1.0)
    return NextBand(VERDICTS[band + 1], fewest(steps, now, GATE, weights, goal), flags, needs)


LOOSE = 0.75  # where less than this is left of the sum for want of numbers, numbers are asked for first
MORE_NUMBERS = "bind what you decide to numbers: few of your sentences hold one"


def standing_of(graded: Graded, level: str, weights: Weights) -> tuple[Standing, list[Step]]:
    wide = weights.breadth[level]
    rows = [row for row in graded.rows if _expected(row, level)]
    hard, deep = [r for r in graded.rows if _is_hard(r)], [r for r in graded.rows if _is_deep(r)]
    phases = {
        phase: (sum(r.weight * _quality_of(r, wide) for r in inside), sum(r.weight for r in inside))
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
        Step(r.criterion.id, r.criterion.phase, _is_hard(r), _is_deep(r), r.tier,
             r.weight * (1.0 - _quality_of(r, wide)), r.weight * (1.0 - r.earned))
        for r in rows
        if _quality_of(r, wide) < 1 and r.criterion.phase in weights.phases
    ]  # fmt: skip
    return now, steps
