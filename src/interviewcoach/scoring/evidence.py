"""What an answer shows: for each criterion the tier reached and the words it rests on; and the red flags raised.

The tier is found sentence by sentence: 1 it is mentioned, 2 with its mechanism beside it, 3 with a number, an alternative
or a consequence as well. Beside it means the same sentence or a neighbour in the same block. Each criterion takes its best
place, so saying a thing twice adds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from interviewcoach.scoring.compiled import DENIED, FLAG, SAY, SHOW, CompiledCriterion, CompiledFlag, CompiledRubric
from interviewcoach.scoring.cues import CAUSE, CHOICE, NUMBER, VAGUE
from interviewcoach.scoring.document import Line, lines_of
from interviewcoach.scoring.phrasebook import CompiledClause, Terms
from interviewcoach.scoring.reading import Found, Reading, Span
from interviewcoach.scoring.stuffing import Suspicion, doubt_of_all, repeated_skeletons, suspicion

Atoms = frozenset[int]

NEAR_EXPLAIN = 1
NEAR_DEEPEN = 2


@dataclass(slots=True)
class Spot:
    """A sentence in its place, with all that stands over it."""

    line: Line
    start: int  # offset in the answer
    end: int
    found: Found  # spans relative to the line
    atoms: Atoms  # of `found`
    label: Atoms
    cues: int
    doubt: Suspicion
    words: int = 0
    around: Atoms = frozenset()  # the label, and what the sentences beside it assert


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
    phases: set[str] = field(default_factory=set)
    by_phase: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Evidence:
    shown: dict[str, Shown]
    flags: dict[str, list[Hit]]
    corrections: list[tuple[int, int, str]]
    spots: list[Spot]
    words: int
    by_phase: dict[str, int] = field(default_factory=dict)  # words under each heading, "" before the first
    specific: int = 0  # sentences that bind something to a number


def gather(rubric: CompiledRubric, answer: str, masked: Sequence[Span] = ()) -> Evidence:
    """Read the whole answer with a rubric. Pure: the reader only remembers lines it has read."""
    blocks, corrections = _blocks(rubric, answer, masked)
    shown: dict[str, Shown] = {}
    flags: dict[str, list[Hit]] = {}
    for block in blocks:
        told, claims = _possible(rubric, block)
        _weigh_block(rubric, block, told, shown)
        _raise_flags(rubric, block, claims, flags)
    _drop_flags_allowed_elsewhere(rubric, blocks, flags)
    spots = [spot for block in blocks for spot in block]
    specific = sum(1 for spot in spots if spot.cues & NUMBER and spot.doubt is Suspicion.NONE and spot.words > 2)
    words: dict[str, int] = {}
    for spot in spots:
        words[spot.line.phase] = words.get(spot.line.phase, 0) + spot.words
    return Evidence(shown, flags, corrections, spots, sum(words.values()), words, specific)


def _blocks(rubric: CompiledRubric, answer: str, masked: Sequence[Span]) -> tuple[list[list[Spot]], list[tuple[int, int, str]]]:
    lines = lines_of(answer)
    readings: list[Reading] = [rubric.reader.read(line.text, line.heading) for line in lines]
    once = list({line.text: reading for line, reading in zip(lines, readings, strict=True)}.values())  # said twice is said once
    templates, overall = repeated_skeletons(once), doubt_of_all(once, answer)
    blocks: list[list[Spot]] = []
    corrections: list[tuple[int, int, str]] = []
    number, seen = -1, set[str]()
    over: Atoms = frozenset()
    lead: Atoms = frozenset()
    for line, reading in zip(lines, readings, strict=True):
        if line.block != number:
            blocks.append([])
            number, over, lead = line.block, frozenset(), frozenset()
        corrections += [(line.start + s, line.start + e, word) for s, e, word in reading.corrections]
        if line.heading:
            over = frozenset(reading.label)
            continue
        label = over.union(lead, reading.label) if reading.label else over | lead
        for sentence in reading.sentences:
            text = line.text[sentence.start : sentence.end]
            start = line.start + sentence.start
            if text in seen or any(a <= start < b for a, b in masked):
                continue
            if len(text) > 12:
                seen.add(text)
            doubt = overall or suspicion(sentence, text, templates)
            end = line.start + sentence.end
            spot = Spot(line, start, end, sentence.found, sentence.atoms, label, sentence.cues, doubt, sentence.words)
            blocks[-1].append(spot)
        if not lead and reading.sentences and len(line.text) < 90:
            if reading.label:
                lead = frozenset(reading.label)
            elif line.text.rstrip("*_ ").endswith(":"):
                lead = reading.sentences[0].atoms
    blocks = [block for block in blocks if block]
    for block in blocks:
        _lend_to_neighbours(block)
    return blocks, corrections


def _lend_to_neighbours(block: list[Spot]) -> None:
    """A thought is often told in two short sentences: each may lean on what the ones beside it assert."""
    if len(block) < 2:
        block[0].around = block[0].label
        return
    own = [frozenset(atom for atom in spot.atoms if atom >= 0) for spot in block]
    for i, spot in enumerate(block):
        around = own[i - 1] if i else spot.label
        after = own[i + 1] if i + 1 < len(block) else spot.label
        spot.around = spot.label.union(around, after)


# --- criteria -------------------------------------------------------------------------------------------------


Told = dict[int, tuple[list[CompiledClause], list[CompiledClause], list[CompiledClause]]]


def _possible(rubric: CompiledRubric, block: list[Spot]) -> tuple[Told, dict[int, list[CompiledClause]]]:
    """The clauses whose every term stands somewhere in the block: few, so that sentences need not try the others."""
    wide: Atoms = frozenset().union(*(spot.atoms for spot in block), *(spot.label for spot in block))
    entries, index = rubric.entries, rubric.index
    likely: set[int] = set()
    for atom in wide:
        if atom in index:
            likely.update(index[atom])
    told: Told = {}
    flags: dict[int, list[CompiledClause]] = {}
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


def _weigh_block(rubric: CompiledRubric, block: list[Spot], told: Told, shown: dict[str, Shown]) -> None:
    speaking = [i for i, spot in enumerate(block) if spot.words > 2 or len(block) == 1]
    for owner in sorted(told):
        clauses = told[owner]
        for i in speaking:
            _weigh(rubric.criteria[owner], clauses, block, i, shown)


def _weigh(
    criterion: CompiledCriterion,
    clauses: tuple[list[CompiledClause], list[CompiledClause], list[CompiledClause]],
    block: list[Spot],
    i: int,
    shown: dict[str, Shown],
) -> None:
    spot = block[i]
    said, span = _first(clauses[SAY], block, i)
    mechanism, wide = _first(clauses[SHOW], block, i) if clauses[SHOW] else ("", None)
    if not said and not mechanism:
        if clauses[DENIED]:
            no, where = _first(clauses[DENIED], block, i, strict=True)
            if no and not spot.cues & VAGUE:
                entry = shown.setdefault(criterion.source.id, Shown())
                entry.denied.append(_hit(spot, where, 0, "declined"))
        return
    if criterion.unless and _near(criterion.unless, block, i, NEAR_EXPLAIN):
        return
    tier, why = 1, f"mention: {said or mechanism}"
    explained = mechanism or _near(criterion.explain, block, i, NEAR_EXPLAIN)
    if explained and spot.doubt is Suspicion.NONE:
        tier, why = 2, f"mechanism: {explained}"
        deeper = _near(criterion.deepen, block, i, NEAR_DEEPEN) or _general_depth(block, i)
        if deeper:
            tier, why = 3, f"depth: {deeper}"
    if spot.doubt is Suspicion.LIST:
        why = f"listed: {said or mechanism}"
    entry = shown.setdefault(criterion.source.id, Shown())
    entry.tier = max(entry.tier, tier)
    entry.by_phase[spot.line.phase] = max(entry.by_phase.get(spot.line.phase, 0), tier)
    entry.hits.append(_hit(spot, _hull(span, wide), tier, why))


def _general_depth(block: list[Spot], i: int) -> str:
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


def _hull(a: Span | None, b: Span | None) -> Span | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])


def _first(clauses: Sequence[CompiledClause], block: list[Spot], i: int, strict: bool = False) -> tuple[str, Span | None]:
    """The first clause that holds here, with the stretch that all holding clauses cover. Strict: without neighbours."""
    name, hull = "", None
    spot = block[i]
    atoms, lent = spot.atoms, spot.label if strict else spot.around
    for clause in clauses:
        terms = clause.parts[0]
        if (
            _holds(terms, atoms, lent)
            and (not clause.after or _in_order(clause, spot.found))
            and (len(clause.parts) == 1 or _rest_holds(clause, block))
        ):
            name = name or clause.written
            hull = _hull(hull, _stretch(terms, spot))
    return name, hull


def _in_order(clause: CompiledClause, found: Found) -> bool:
    """Whether the terms that must follow another do: one begins only after a place where the other already stood."""
    terms = clause.parts[0]
    for i in clause.after:
        ahead = min((found[atom][0] for atom in terms[i - 1] if atom in found), default=None)
        behind = max((found[atom][1] for atom in terms[i] if atom in found), default=None)
        if ahead is None or behind is None or ahead >= behind:
            return False
    return True


def _rest_holds(clause: CompiledClause, block: list[Spot]) -> bool:
    return all(any(_holds(part, spot.atoms, spot.label) for spot in block) for part in clause.parts[1:])


def _near(clauses: tuple[CompiledClause, ...], block: list[Spot], i: int, reach: int) -> str:
    """The first clause that holds in this sentence or in a neighbour, this sentence first."""
    if not clauses:
        return ""
    for step in _NEAREST[reach]:
        if 0 <= i + step < len(block):
            spot = block[i + step]
            atoms, label = spot.atoms, spot.label
            for clause in clauses:
                if _holds(clause.parts[0], atoms, label) and (len(clause.parts) == 1 or _rest_holds(clause, block)):
                    return clause.written
    return ""


_NEAREST = {NEAR_EXPLAIN: (0, -1, 1), NEAR_DEEPEN: (0, -1, 1, -2, 2)}


def _holds(terms: Terms, atoms: Atoms, lent: Atoms) -> bool:
    """Whether the sentence meets the terms; a label or a neighbour may lend the lesser part of them."""
    missing = 0
    for term in terms:
        if atoms.isdisjoint(term):
            if lent.isdisjoint(term):
                return False
            missing += 1
    return not missing or (2 * missing <= len(terms) and missing < len(terms))


def _stretch(terms: Terms, spot: Spot) -> Span:
    """The stretch of the sentence that meets the terms."""
    found, atoms = spot.found, spot.atoms
    start, end = 1 << 60, 0
    for term in terms:
        for atom in term & atoms:
            first, last = found[atom]
            if first < start:
                start = first
            if last > end:
                end = last
    return start, end


# --- red flags ------------------------------------------------------------------------------------------------


def _raise_flags(
    rubric: CompiledRubric, block: list[Spot], claims: dict[int, list[CompiledClause]], raised: dict[str, list[Hit]]
) -> None:
    for owner in sorted(claims):
        flag = rubric.flags[owner]
        for i, spot in enumerate(block):
            name, span = _first(claims[owner], block, i, strict=True)
            if name and not _near(flag.unless, block, i, NEAR_DEEPEN) and not _imagined(spot):
                raised.setdefault(flag.source.id, []).append(_hit(spot, span, 0, f"says: {name}"))


def _drop_flags_allowed_elsewhere(rubric: CompiledRubric, blocks: list[list[Spot]], raised: dict[str, list[Hit]]) -> None:
    for flag in rubric.flags:
        if flag.source.id in raised and not _elsewhere_allows(flag, blocks):
            del raised[flag.source.id]


def _imagined(spot: Spot) -> bool:
    """A sentence that speaks of what others do wrong, or of what would happen, makes no claim of its own."""
    text = spot.line.text[spot.start - spot.line.start : spot.end - spot.line.start]
    return _IMAGINED.search(text) is not None


_IMAGINED = re.compile(
    r"\b(?:na[iï]ve(?:ly)?|otherwise|mistake|danger(?:ous)?|must not|mustn't|avoid(?:s|ed)?|risky|bad idea|the problem|"
    r"problem with|"
    r"we (?:never|don't|do not|cannot|can't|won't) (?!need|use|check|handle|want|have to|require|bother|keep|store|add)|"
    r"would (?:lose|be lost|break|kill|double|fail|mean|make|hammer|overload|block|collapse|die|hit|send|let|leave|move)|"
    r"could (?:lose|be lost)|if (?:we|you|one|it|they|someone) \w+[^.]{0,80}\bwould)\b",
    re.IGNORECASE,
)


def _elsewhere_allows(flag: CompiledFlag, blocks: list[list[Spot]]) -> bool:
    def somewhere(clauses: tuple[CompiledClause, ...]) -> bool:
        return any(_first((clause,), block, i)[0] for block in blocks for i in range(len(block)) for clause in clauses)

    if flag.anywhere and not somewhere(flag.anywhere):
        return False
    return not (flag.unless_anywhere and somewhere(flag.unless_anywhere))
