"""What an answer shows: for each criterion the tier reached and the words it rests on; and the red flags raised.

The tier is found sentence by sentence: 1 it is mentioned, 2 with its mechanism beside it, 3 with a number, an alternative
or a consequence as well. Beside it means the same sentence or a neighbour in the same block. Each criterion takes its best
place, so saying a thing twice adds nothing. What a block shows is remembered by its words: while one types, only the block
under the cursor is weighed anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from interviewcoach.scoring.blocks import Atoms, Block, Spot, blocks_of, lend_to_neighbours
from interviewcoach.scoring.compiled import DENIED, FLAG, SAY, SHOW, CompiledCriterion, CompiledRubric
from interviewcoach.scoring.cues import CAUSE, CHOICE, NUMBER, VAGUE
from interviewcoach.scoring.document import phases_opened
from interviewcoach.scoring.flags import Claims, allowed_elsewhere, raised_in
from interviewcoach.scoring.holding import NEAR_DEEPEN, NEAR_EXPLAIN, first, hull_of, near
from interviewcoach.scoring.phrasebook import CompiledClause
from interviewcoach.scoring.reading import Span
from interviewcoach.scoring.stuffing import Suspicion

MANY_BLOCKS = 2000


@dataclass(frozen=True, slots=True)
class Hit:
    tier: int
    start: int
    end: int
    phase: str
    why: str


@dataclass(slots=True)
class Shown:
    """What was found for one criterion."""

    tier: int = 0
    hits: list[Hit] = field(default_factory=list)
    denied: list[Hit] = field(default_factory=list)
    by_phase: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Evidence:
    shown: dict[str, Shown]
    flags: dict[str, list[Hit]]
    corrections: list[tuple[int, int, str]]
    spots: list[Spot]
    words: int
    by_phase: dict[str, int] = field(default_factory=dict)  # words under each heading, "" before the first
    opened: frozenset[str] = frozenset()  # phases that have a heading
    doubt: Suspicion = Suspicion.NONE  # about the text as a whole
    specific: int = 0  # sentences that bind something to a number
    vague: float = 0.0  # the share of sentences that only hedge


class Finding(NamedTuple):
    """What one sentence of a block shows, wherever the block may stand."""

    name: str  # of the criterion or flag
    sort: int  # SHOW, DENIED or FLAG
    sentence: int
    span: Span | None
    tier: int
    why: str


def gather(rubric: CompiledRubric, answer: str, masked: Sequence[Span] = ()) -> Evidence:
    """Read the whole answer with a rubric. Pure: only lines and blocks read before are remembered."""
    blocks, corrections = blocks_of(rubric.reader, answer, masked)
    shown: dict[str, Shown] = {}
    flags: dict[str, list[Hit]] = {}
    for block in blocks:
        for finding in _findings(rubric, block):
            _note(finding, block[finding.sentence], shown, flags)
    for name in allowed_elsewhere(rubric, blocks, flags):
        del flags[name]
    spots = [spot for block in blocks for spot in block]
    whole = [spot for spot in spots if spot.words > 2]
    whole_doubt = min((spot.doubt for spot in spots), default=Suspicion.NONE)
    specific = sum(1 for spot in whole if spot.cues & NUMBER and spot.doubt is Suspicion.NONE)
    vague = sum(1 for spot in whole if spot.cues & VAGUE) / max(1, len(whole))
    words: dict[str, int] = {}
    for spot in spots:
        words[spot.line.phase] = words.get(spot.line.phase, 0) + spot.words
    return Evidence(
        shown, flags, corrections, spots, sum(words.values()), words, phases_opened(answer), whole_doubt, specific, vague
    )


def _findings(rubric: CompiledRubric, block: Block) -> list[Finding]:
    """What a block shows; as remembered, if the same sentences stood together before."""
    first_line = block[0].line.start
    key = tuple([(spot.line.text, spot.start - spot.line.start, spot.doubt, spot.line.start - first_line) for spot in block])
    known: tuple[list[Finding], list[Atoms]] | None = rubric.memory.get((key, block[0].label))
    if known is not None:
        found, lent = known
        for spot, around in zip(block, lent, strict=True):
            spot.around = around
        return found
    lend_to_neighbours(block)
    told, claims = _possible(rubric, block)
    found = _weigh_block(rubric, block, told)
    found += [Finding(name, FLAG, i, span, 0, why) for name, i, span, why in raised_in(rubric, block, claims)]
    if len(rubric.memory) >= MANY_BLOCKS:
        rubric.memory.clear()
    rubric.memory[key, block[0].label] = found, [spot.around for spot in block]
    return found


def _note(finding: Finding, spot: Spot, shown: dict[str, Shown], flags: dict[str, list[Hit]]) -> None:
    hit = _hit(spot, finding.span, finding.tier, finding.why)
    if finding.sort == FLAG:
        flags.setdefault(finding.name, []).append(hit)
        return
    entry = shown.setdefault(finding.name, Shown())
    if finding.sort == DENIED:
        entry.denied.append(hit)
        return
    entry.tier = max(entry.tier, finding.tier)
    entry.by_phase[hit.phase] = max(entry.by_phase.get(hit.phase, 0), finding.tier)
    entry.hits.append(hit)


Told = dict[int, tuple[list[CompiledClause], list[CompiledClause], list[CompiledClause]]]


def _possible(rubric: CompiledRubric, block: Block) -> tuple[Told, Claims]:
    """The clauses whose every term stands somewhere in the block: few, so that sentences need not try the others."""
    wide: Atoms = frozenset().union(*(spot.atoms for spot in block), *(spot.label for spot in block))
    entries, index = rubric.entries, rubric.index
    likely: set[int] = set()
    for atom in wide:
        if atom in index:
            likely.update(index[atom])
    told: Told = {}
    flags: Claims = {}
    for rank in sorted(likely):
        entry = entries[rank]
        for term in entry.clause.parts[0]:
            if wide.isdisjoint(term):
                break
        else:
            if entry.sort == FLAG:
                flags.setdefault(entry.owner, []).append(entry.clause)
            else:
                told.setdefault(entry.owner, ([], [], []))[entry.sort].append(entry.clause)
    return told, flags


def _weigh_block(rubric: CompiledRubric, block: Block, told: Told) -> list[Finding]:
    speaking = [i for i, spot in enumerate(block) if spot.words > 2 or len(block) == 1]
    found = []
    for owner in sorted(told):
        criterion, clauses = rubric.criteria[owner], told[owner]
        for i in speaking:
            finding = _weigh(criterion, clauses, block, i)
            if finding:
                found.append(finding)
    return found


def _weigh(
    criterion: CompiledCriterion,
    clauses: tuple[list[CompiledClause], list[CompiledClause], list[CompiledClause]],
    block: Block,
    i: int,
) -> Finding | None:
    name, spot = criterion.source.id, block[i]
    said, span = first(clauses[SAY], block, i)
    mechanism, wide = first(clauses[SHOW], block, i) if clauses[SHOW] else ("", None)
    if not said and not mechanism:
        no, where = first(clauses[DENIED], block, i, strict=True) if clauses[DENIED] else ("", None)
        return Finding(name, DENIED, i, where, 0, "declined") if no and not spot.cues & VAGUE else None
    if criterion.unless and near(criterion.unless, block, i, NEAR_EXPLAIN):
        return None
    tier, why = 1, f"mention: {said or mechanism}"
    explained = mechanism or near(criterion.explain, block, i, NEAR_EXPLAIN)
    if explained and spot.doubt is Suspicion.NONE:
        tier, why = 2, f"mechanism: {explained}"
        deeper = near(criterion.deepen, block, i, NEAR_DEEPEN) or _general_depth(block, i)
        if deeper:
            tier, why = 3, f"depth: {deeper}"
    if spot.doubt is Suspicion.LIST:
        why = f"listed: {said or mechanism}"
    return Finding(name, SHOW, i, hull_of(span, wide), tier, why)


def _general_depth(block: Block, i: int) -> str:
    """A trade-off or a bound number in the sentence or beside it, whatever the topic."""
    spot = block[i]
    if spot.cues & VAGUE:
        return ""
    for j in range(max(0, i - 1), min(len(block), i + 2)):
        cues = block[j].cues
        if cues & CHOICE and not cues & VAGUE:
            return "a choice or its price"
        if cues & NUMBER and cues & CAUSE:
            return "a number with its consequence"
    return "a number" if spot.cues & NUMBER else ""


def _hit(spot: Spot, span: Span | None, tier: int, why: str) -> Hit:
    base = spot.line.start
    start, end = (base + span[0], base + span[1]) if span else (spot.start, spot.end)
    return Hit(tier, start, end, spot.line.phase, why)
