"""From evidence to a grade: weights times tiers, mistakes off, gates on top. Pure sums, the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from interviewcoach.content.ids import LEVEL_IDS, PHASE_IDS, PHASE_TITLES, PhaseId
from interviewcoach.scoring.compiled import CompiledRubric
from interviewcoach.scoring.evidence import Evidence, Hit, Shown
from interviewcoach.scoring.facts import CriterionFacts
from interviewcoach.scoring.hollow import faults_of
from interviewcoach.scoring.mistakes import Spoilt, cost_of, gravity_of, lapses_of, spoilt_by, sure_of
from interviewcoach.scoring.reading import Span
from interviewcoach.scoring.scorecard import ALL_PHASES, TOO_LITTLE, SumShown
from interviewcoach.scoring.stuffing import Suspicion
from interviewcoach.scoring.weights import DEFAULT, GATE, Gate, Weights, on_curve


@dataclass(frozen=True)
class Row:
    """One criterion with what was earned on it."""

    criterion: CriterionFacts
    shared: bool
    weight: float
    tier: int
    earned: float  # 0..1 of the weight, wherever it was shown
    placed: float  # the same, less where it was shown in another phase than its own
    shown: Shown
    credit: float
    spoilt: frozenset[Hit]  # what stands on a mistake or a sum that is off: named, no more


class FirmGate(NamedTuple):
    """What is wrong with the text as a whole, so that no criterion opens it."""

    why: str
    cap: float
    mend: str


@dataclass(frozen=True)
class Graded:
    """All that the scorecard is written from; `overall` for each level."""

    rows: tuple[Row, ...]
    overall: dict[str, float]
    gates: tuple[str, ...]
    cost: float
    cap: float
    bound: float
    spoilt: Mapping[str, Spoilt]  # what mistakes take from each phase
    most: Mapping[str, float]  # what each phase can score by the number of its words
    entered: frozenset[str]  # phases under which something stands
    firm: tuple[FirmGate, ...] = ()
    sure: frozenset[str] = frozenset()  # flags that are no words taken amiss


_NOTHING = Shown()
_UNSPOILT: frozenset[Hit] = frozenset()


def rows_of(
    rubric: CompiledRubric,
    evidence: Evidence,
    weights: Weights,
    credits: Mapping[str, float],
    extra: Mapping[str, int],
    sums: Iterable[SumShown] = (),
    sure: frozenset[str] = frozenset(),
) -> tuple[Row, ...]:
    """`extra` are tiers newly shown in replies to the interviewer, earned at 0.8; `sure` the mistakes that surely are some: these
    refute what other words show. The words of any mistake show nothing by themselves."""
    rows = []
    off = [(one.span["start"], one.span["end"]) for one in sums if not one.ok]
    mistaken = [(hit.start, hit.end) for hits in evidence.flags.values() for hit in hits]
    refuted = {name for flag in rubric.flags if flag.source.id in sure for name in flag.source.refutes}
    for compiled in rubric.criteria:
        criterion = compiled.source
        shown = evidence.shown.get(criterion.id, _NOTHING)
        sums_off = off if criterion.axis == "estimation" else ()
        spoilt = _UNSPOILT
        if criterion.id in refuted:
            spoilt = frozenset(shown.hits)
        elif sums_off or mistaken:
            spoilt = frozenset(hit for hit in shown.hits if _is_spoilt(hit, sums_off, mistaken))
        tier, own = _tiers(criterion, shown, spoilt)
        earned = weights.ladder[tier]
        if extra.get(criterion.id, 0) > tier:
            tier = extra[criterion.id]
            earned += 0.8 * (weights.ladder[tier] - earned)
        credit = credits.get(criterion.id, 1.0)
        weight = criterion.weight * (weights.shared_weight if compiled.shared else 1.0)
        here = weights.ladder[own]
        placed = here + weights.elsewhere * max(0.0, earned - here)
        rows.append(Row(criterion, compiled.shared, weight, tier, earned * credit, placed * credit, shown, credit, spoilt))
    return _capped(rubric, rows)


def _tiers(criterion: CriterionFacts, shown: Shown, spoilt: frozenset[Hit]) -> tuple[int, int]:
    """The tier shown anywhere, and in the criterion's own phase."""
    if not spoilt:
        return shown.tier, max(shown.by_phase.get(criterion.phase, 0), shown.by_phase.get("", 0))
    tiers = [(1 if shown.crowded or hit in spoilt else hit.tier, hit.phase) for hit in shown.hits]
    best = max((tier for tier, _ in tiers), default=0)
    return min(best, shown.tier), max((tier for tier, phase in tiers if phase in (criterion.phase, "")), default=0)


def _is_spoilt(hit: Hit, off: Sequence[Span], mistaken: Sequence[Span]) -> bool:
    """An estimate whose sum is off is named, no more, and so is what stands on the words of a mistake."""
    return any(start < hit.end and hit.sentence < end for start, end in off) or any(
        start < hit.end and hit.start < end for start, end in mistaken
    )


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
        earned += row.weight * quality_of(row, wide)
    return earned / weight if weight else 0.0


def quality_of(row: Row, wide: float) -> float:
    return wide * min(1.0, row.placed / 0.75) + (1 - wide) * max(0.0, (row.placed - 0.5) * 2)


def most_by_words(evidence: Evidence, weights: Weights) -> dict[str, float]:
    """What each phase can score at most: a step of one line was hardly taken, whatever that line names and whatever of it is
    said elsewhere. Who writes without headings has no places to be in, but needs as many words for all."""
    loose = evidence.by_phase.get("", 0)
    if loose >= 0.5 * evidence.words:
        return dict.fromkeys(PHASE_IDS, on_curve(weights.few_words_in_all, evidence.words))
    opened = PHASE_IDS if len(evidence.opened) >= len(PHASE_IDS) - 1 else evidence.opened  # one that has no heading was left out
    return {
        phase: on_curve(weights.few_words[phase], evidence.by_phase.get(phase, 0) + loose) if phase in opened else 100.0
        for phase in PHASE_IDS
    }


def entered(evidence: Evidence) -> frozenset[str]:
    return frozenset(phase for phase in PHASE_IDS if evidence.by_phase.get(phase) or evidence.by_phase.get(""))


def grade(
    rubric: CompiledRubric,
    evidence: Evidence,
    sums: tuple[SumShown, ...] = (),
    weights: Weights = DEFAULT,
    credits: Mapping[str, float] | None = None,
    extra: Mapping[str, int] | None = None,
    other: str = "",
) -> Graded:
    """`other`: the problem that the answer is about instead of this one."""
    gravity = gravity_of(rubric, evidence, sums, weights)
    sure = sure_of(evidence, gravity, weights)
    rows = rows_of(rubric, evidence, weights, credits or {}, extra or {}, sums, sure)
    firm = list(firm_gates(rubric, evidence, other))
    if firm:
        rows = tuple(_mentioned_at_most(row, weights) for row in rows)
    cost = cost_of(gravity, lapses_of(rubric, evidence, weights), weights)
    gates, cap = gates_of(rows)
    most = most_by_words(evidence, weights)
    gates = tuple(one.why for one in firm) or gates  # that things are hardly explained follows from these
    if thin := hardly_entered(most):
        gates = (*gates, f"{TOO_LITTLE} {thin} to count for much")
    cap = min((cap, *(one.cap for one in firm)))
    bound = boundness(evidence.specific, evidence.vague, weights)
    overall: dict[str, float] = {
        level: combined(qualities(rows, level, weights), cost, cap, weights, bound, most) for level in LEVEL_IDS
    }
    return Graded(
        rows,
        overall,
        gates,
        cost,
        cap,
        bound,
        spoilt_by(rubric, evidence, sums, cost, weights),
        most,
        entered(evidence),
        tuple(firm),
        sure,
    )


def _mentioned_at_most(row: Row, weights: Weights) -> Row:
    """In an answer to another problem a mechanism is that one's; in one that decides nothing it is nobody's."""
    most = weights.ladder[1] * row.credit
    return replace(row, tier=min(row.tier, 1), earned=min(row.earned, most), placed=min(row.placed, most))


THIN = 50.0  # a phase that can score less is told to be hardly taken


def hardly_entered(most: Mapping[str, float]) -> str:
    """The phases under which so little stands that it cannot be worth much, as a reader calls them."""
    thin = thin_phases(most)
    return ALL_PHASES if len(thin) == len(PHASE_IDS) else ", ".join(PHASE_TITLES[phase] for phase in thin)


def thin_phases(most: Mapping[str, float]) -> list[PhaseId]:
    return [phase for phase in PHASE_IDS if most[phase] < THIN]


def boundness(specific: int, vague: float, weights: Weights) -> float:
    """A ramble is fluent and bound to nothing. What decides is how many sentences hold a number, and how few only hedge."""
    return on_curve(weights.specific, specific) * (1.0 - on_curve(weights.vague, vague))


def qualities(rows: Iterable[Row], level: str, weights: Weights) -> dict[str, float]:
    """The quality of each phase, as the level expects it."""
    expected = [row for row in rows if is_expected(row, level)]
    return {
        phase: quality((row for row in expected if row.criterion.phase == phase), weights.breadth[level])
        for phase in weights.phases
    }


def combined(
    quality_of_phase: Mapping[str, float], cost: float, cap: float, weights: Weights, bound: float, most: Mapping[str, float]
) -> float:
    scored = {phase: min(most[phase], on_curve(weights.curve, quality_of_phase[phase])) for phase in weights.phases}
    return max(0.0, min(bound * together(scored, weights) - cost, cap))


def together(scored: Mapping[str, float], weights: Weights) -> float:
    """What the phases, each on the curve, are worth together. Half an interview done very well is worth something by itself,
    and more if that half holds a design; so is the deep dive alone."""
    everything = sum([worth * scored[phase] for phase, worth in weights.phases.items()])
    *_, second, best = sorted(scored.values())
    halves = [
        on_curve(curve, (scored[phase] + (best if scored[phase] < best else second)) / 2) for phase, curve in weights.half.items()
    ]
    return max(everything, *halves, on_curve(weights.alone, scored["deep_dive"]))


def is_expected(row: Row, level: str) -> bool:
    return bool(row.earned) or LEVEL_IDS.index(row.criterion.level) <= LEVEL_IDS.index(level)


def is_deep(row: Row) -> bool:
    return row.criterion.phase == "deep_dive" and not row.shared


def is_hard(row: Row) -> bool:
    return bool(row.criterion.skill)


def closed_gates(
    gate: Gate, hard: float | None, deep: float | None, explained: int, mentioned: int
) -> Iterator[tuple[str, float]]:
    """The gates that these shares leave closed, each with what it caps at; None: the rubric has nothing of the kind."""
    if deep is not None and deep < gate.deep:
        yield "the deep dive shows hardly anything", gate.caps[1]
    if hard is not None and hard < gate.hard:
        yield "what is hard about this very problem is hardly touched", gate.caps[0]
    if explained < gate.explained * mentioned:
        yield "things are named but not explained", gate.caps[2]


def firm_gates(rubric: CompiledRubric, evidence: Evidence, other: str) -> Iterator[FirmGate]:
    if other:
        why = f"this reads like an answer to another problem ({other})"
        yield FirmGate(why, 39.0, "answer this problem: what belongs to another one counts as mentioned at most")
    if evidence.doubt is not Suspicion.NONE:
        why = "terms one after the other, with hardly anything said about them"
        cap = 15.0 if evidence.doubt is Suspicion.LIST else 25.0
        yield FirmGate(why, cap, "write sentences: what each thing does here, and why")
    for why, instead in faults_of(evidence.voice, rubric.watching):
        yield FirmGate(why, 39.0, instead)


def gates_of(rows: tuple[Row, ...]) -> tuple[tuple[str, ...], float]:
    """What no sum can make up for: a deep dive that was never reached, or mentions and nothing else."""
    deep = [row for row in rows if is_deep(row)]
    hard = [row for row in rows if is_hard(row)]
    closed = list(
        closed_gates(
            GATE,
            share(hard) if hard else None,
            share(deep) if deep else None,
            sum(1 for row in rows if row.tier >= 2),
            sum(1 for row in rows if row.tier >= 1),
        )
    )
    return tuple(why for why, _ in closed), min((cap for _, cap in closed), default=100.0)
