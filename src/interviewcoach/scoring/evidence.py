"""What an answer shows: for each criterion the tier reached and the words it rests on; and the red flags raised.

The tier is found sentence by sentence: 1 it is mentioned, 2 with its mechanism beside it, 3 with what the criterion takes for
depth beside it, or an alternative, a price or a number with its consequence in the sentence itself. Beside it means the same
sentence or a neighbour in the same block. Each criterion takes its best place, so saying a thing twice adds nothing. What a
block shows is remembered by its words: while one types, only the block under the cursor is weighed anew.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from interviewcoach.scoring.blocks import Block, Passage, Spot, block_of, passages_of
from interviewcoach.scoring.compiled import CompiledCriterion, CompiledRubric
from interviewcoach.scoring.cues import CAUSE, CHOICE, NUMBER, VAGUE
from interviewcoach.scoring.document import phases_opened
from interviewcoach.scoring.flags import allowed_elsewhere, excuses_of, raised_in, said_elsewhere
from interviewcoach.scoring.holding import NEAR_DEEPEN, NEAR_EXPLAIN, Held, held_in
from interviewcoach.scoring.hollow import Voice, voice_in, voice_of_all
from interviewcoach.scoring.masking import NOTHING, Pasted
from interviewcoach.scoring.reading import ARROW, Span
from interviewcoach.scoring.room import placed, room_of
from interviewcoach.scoring.sieve import Bits
from interviewcoach.scoring.stuffing import Suspicion, doubt_of_most
from interviewcoach.scoring.voice import ASKED, UNOWNED

MANY_BLOCKS = 2000
SHOW, DENIED, FLAG = range(3)


class Hit(NamedTuple):
    tier: int  # of a mistake: how many of its wordings the sentence holds
    start: int
    end: int
    phase: str
    why: str
    sentence: int  # where the sentence begins
    room: int  # how many criteria it can carry
    strength: int = 0  # how much it says of the criterion by itself
    reckoned: bool = False  # the sentence draws a consequence or a choice from a number


@dataclass(slots=True)
class Shown:
    """What was found for one criterion."""

    tier: int = 0
    hits: list[Hit] = field(default_factory=list)
    denied: list[Hit] = field(default_factory=list)
    by_phase: dict[str, int] = field(default_factory=dict)
    place: int = -1  # the sentence that carries it
    crowded: bool = False  # the sentences that show more have no room left for it: named only

    @property
    def most(self) -> int:
        """The tier of its best sentence, whether or not that has room."""
        return max((hit.tier for hit in self.hits), default=0)


class Finding(NamedTuple):
    """What one sentence of a block shows, wherever the block may stand."""

    name: str  # of the criterion or flag
    sort: int  # SHOW, DENIED or FLAG
    start: int  # from the start of the passage
    end: int
    tier: int
    why: str
    sentence: int  # where it begins, from the start of the passage
    room: int  # how many criteria it can carry
    strength: int = 0  # how much it says of the criterion by itself
    reckoned: bool = False


class Noted(NamedTuple):
    """What a block shows of one criterion, or its mistakes of one kind, where it stands."""

    name: str
    sort: int  # SHOW, DENIED or FLAG
    tier: int  # the best
    hits: list[Hit]


@dataclass(slots=True)
class Weighed:
    """What a block shows and how it speaks, wherever it may stand; and what that was where it was met last."""

    held: Held
    findings: list[Finding]
    words: int
    size: int  # of it, in words; what a sketch says by arrows counts, too
    whole: int  # sentences of more than two words
    specific: int  # of these: bind something to a number
    vague: int  # of these: only hedge
    voice: Voice
    last: tuple[int, str, list[Noted]] | None = None  # start, phase and what was noted

    @property
    def block(self) -> Block:
        return self.held.block


@dataclass(slots=True)
class Evidence:
    shown: dict[str, Shown]
    flags: dict[str, list[Hit]]
    corrections: list[tuple[int, int, str]]
    blocks: list[tuple[int, Block]]  # each with where its passage starts
    words: int
    by_phase: dict[str, int] = field(default_factory=dict)  # what stands under each heading, in words, "" before the first
    opened: frozenset[str] = frozenset()  # phases that have a heading
    doubt: Suspicion = Suspicion.NONE  # about the text as a whole
    specific: int = 0  # sentences that bind something to a number
    vague: float = 0.0  # the share of sentences that only hedge
    voice: Voice = field(default_factory=Voice)
    phases: list[str] = field(default_factory=list)  # of each of the blocks

    def phase_at(self, place: int) -> str:
        """The phase under which something stands."""
        at = bisect_right(self.blocks, place, key=itemgetter(0))
        return self.phases[at - 1] if at else ""


def gather(rubric: CompiledRubric, answer: str, pasted: Pasted = NOTHING) -> Evidence:
    """Read the whole answer with a rubric. Pure: only lines and blocks read before are remembered."""
    passages = passages_of(rubric.reader, answer, pasted)
    shown: dict[str, Shown] = {}
    flags: dict[str, list[Hit]] = {}
    sizes: dict[str, int] = {}
    placed: list[tuple[int, Weighed]] = []
    phases: list[str] = []
    for passage in passages:
        weighed = _weighed(rubric, passage)
        if weighed.block:
            placed.append((passage.start, weighed))
            phases.append(passage.phase)
            sizes[passage.phase] = sizes.get(passage.phase, 0) + weighed.size
            wished = rubric.designed if passage.phase == "requirements" else frozenset[str]()
            _gather_up(_noted(weighed, passage.start, passage.phase, wished), passage.phase, shown, flags)
    _settle(rubric, shown)
    if flags:
        asked = excuses_of(rubric, flags)
        said = [(start + sentence, bits) for start, weighed in placed for sentence, bits in said_elsewhere(weighed.held, asked)]
        for name in allowed_elsewhere(rubric, said, flags):
            del flags[name]
    whole = max(1, sum([weighed.whole for _, weighed in placed]))
    return Evidence(
        shown,
        flags,
        [correction for passage in passages for correction in _corrections(passage)],
        [(start, weighed.block) for start, weighed in placed],
        sum([weighed.words for _, weighed in placed]),
        sizes,
        phases_opened(answer),
        doubt_of_most((spot.doubt, spot.words) for _, weighed in placed for spot in weighed.block),
        sum([weighed.specific for _, weighed in placed]),
        sum([weighed.vague for _, weighed in placed]) / whole,
        voice_of_all(weighed.voice for _, weighed in placed),
        phases,
    )


def _corrections(passage: Passage) -> list[tuple[int, int, str]]:
    return [
        (line.start + start, line.start + end, word)
        for line, reading in zip(passage.lines, passage.readings, strict=True)
        for start, end, word in reading.corrections
    ]


def _weighed(rubric: CompiledRubric, passage: Passage) -> Weighed:
    """What a passage shows; as remembered, if the same lines stood together before."""
    key = passage.key
    known: Weighed | None = rubric.memory.get(key)
    if known is not None:
        return known
    block = block_of(passage)
    held = held_in(rubric.sieve, block, leave_open=rubric.mistakes)
    found = _weigh_block(rubric, held)
    found += [_found(one.flag, FLAG, block[one.sentence], one.span, one.wordings, one.why) for one in raised_in(rubric, held)]
    whole = [spot for spot in block if spot.words > 2]
    weighed = Weighed(
        held,
        found,
        sum(spot.words for spot in block),
        sum(map(_size, block)),
        len(whole),
        sum(1 for spot in whole if spot.cues & NUMBER and spot.doubt is Suspicion.NONE),
        sum(1 for spot in whole if spot.cues & VAGUE),
        voice_in((spot.cues, spot.words) for spot in whole),
    )
    if len(rubric.memory) >= MANY_BLOCKS:
        rubric.memory.clear()
    rubric.memory[key] = weighed
    return weighed


def _size(spot: Spot) -> int:
    """An arrow of a sketch or a sum tells what becomes of what, as two words of a sentence do."""
    return spot.words + min(spot.words, 2 * len(ARROW.findall(spot.text, spot.start, spot.end)))


def _noted(weighed: Weighed, base: int, phase: str, wished: frozenset[str]) -> list[Noted]:
    """What a block shows in its place, of which some is only wished for there. While one types, the blocks before the cursor keep
    theirs."""
    last = weighed.last
    if last is not None and last[0] == base and last[1] == phase:
        return last[2]
    noted: dict[tuple[str, int], Noted] = {}
    for name, sort, start, end, tier, why, sentence, room, strength, reckoned in weighed.findings:
        hit = Hit(tier, base + start, base + end, phase, why, base + sentence, room, strength, reckoned)
        known = noted.get((name, sort))
        if known is None:
            noted[name, sort] = Noted(name, sort, tier, [hit])
            continue
        known.hits.append(hit)
        if tier > known.tier:
            noted[name, sort] = Noted(name, sort, tier, known.hits)
    here = [_wish(one) if one.sort == SHOW and one.tier > 1 and one.name in wished else one for one in noted.values()]
    weighed.last = base, phase, here  # in one go: another thread may be reading it
    return here


def _wish(one: Noted) -> Noted:
    """What is said under Requirements is wanted: it names how a thing is to be, and no more of how it works, unless a choice is
    drawn from a number."""
    hits = [_named(hit) for hit in one.hits]
    return one._replace(tier=max(hit.tier for hit in hits), hits=hits)


def _named(hit: Hit) -> Hit:
    return hit if hit.tier < 2 or hit.reckoned else hit._replace(tier=1, why=f"wished: {hit.why}")


def _gather_up(block: list[Noted], phase: str, shown: dict[str, Shown], flags: dict[str, list[Hit]]) -> None:
    for name, sort, tier, hits in block:
        if sort == FLAG:
            flags.setdefault(name, []).extend(hits)
            continue
        entry = shown.get(name)
        if entry is None:
            entry = shown[name] = Shown()
        if sort == DENIED:
            entry.denied += hits
            continue
        entry.hits += hits
        if tier > entry.tier:
            entry.tier = tier
        if tier > entry.by_phase.get(phase, 0):
            entry.by_phase[phase] = tier


def _settle(rubric: CompiledRubric, shown: dict[str, Shown]) -> None:
    """Finds each criterion a sentence that has room for it; those that find none are named, no more."""
    wanted = {name: shown[name].hits for name in rubric.weightiest if name in shown and shown[name].tier > 1}
    places = placed(wanted)
    for name in wanted:
        entry = shown[name]
        if name in places:
            entry.place = places[name]
        else:
            entry.crowded, entry.tier = True, 1
            entry.by_phase = dict.fromkeys(entry.by_phase, 1)


def _weigh_block(rubric: CompiledRubric, held: Held) -> list[Finding]:
    block = held.block
    speaking = [i for i, spot in enumerate(block) if spot.words > 2 or len(block) == 1]
    touched = {(owner, i) for i in speaking for owner in rubric.owners_among(held.around[i] & rubric.told)}
    found = []
    for owner, i in sorted(touched):
        finding = _weigh(rubric.criteria[owner], held, i)
        if finding:
            found.append(finding)
    return found


def _weigh(criterion: CompiledCriterion, held: Held, i: int) -> Finding | None:
    name, spot = criterion.source.id, held.block[i]
    named = criterion.naming & held.around[i]
    if not named:
        declined = 0 if spot.cues & VAGUE else criterion.denied & held.labelled[i]
        return _found(name, DENIED, spot, held.stretch(i, declined), 0, "declined") if declined else None
    said, mechanism = held.written(named & criterion.say), held.written(named & criterion.show)
    if criterion.unless and held.near(i, criterion.unless, NEAR_EXPLAIN):
        return None
    tier, why = 1, f"mention: {said or mechanism}"
    explained = mechanism or held.near(i, criterion.explain, NEAR_EXPLAIN)
    if explained and spot.doubt is Suspicion.NONE and _is_said(held.block, i):
        tier, why = 2, f"mechanism: {explained}"
        deeper = held.near(i, criterion.deepen, NEAR_DEEPEN) or _general_depth(spot)
        if deeper and held.labelled[i] & criterion.naming:  # depth is depth of this only where the sentence itself is about it
            tier, why = 3, f"depth: {deeper}"
    if spot.doubt is Suspicion.LIST:
        why = f"listed: {said or mechanism}"
    return _found(name, SHOW, spot, held.stretch(i, named), tier, why, _strength(criterion, held.labelled[i]))


def _is_said(block: Block, i: int) -> bool:
    """Whether the candidate says it. What is asked and answered in the next breath is said."""
    spot = block[i]
    if spot.cues & ASKED:
        answer = block[i + 1] if i + 1 < len(block) else spot
        return answer.line == spot.line and answer.words > 2 and not answer.cues & (ASKED | UNOWNED)
    return not spot.cues & UNOWNED


def _strength(criterion: CompiledCriterion, said: Bits) -> int:
    """Of two sentences the one says more of a criterion that holds more of its wordings, those that name it above all."""
    return (said & criterion.wordings).bit_count() + (said & criterion.naming).bit_count()


def _general_depth(spot: Spot) -> str:
    """A trade-off, or a number with what follows from it, in the sentence itself, whatever the topic."""
    cues = spot.cues
    if cues & VAGUE:
        return ""
    if cues & CHOICE:
        return "a choice or its price"
    return "a number with its consequence" if cues & NUMBER and cues & CAUSE else ""


def _found(name: str, sort: int, spot: Spot, span: Span | None, tier: int, why: str, strength: int = 0) -> Finding:
    start, end = span or (spot.start, spot.end)
    room = room_of(spot.words)
    reckoned = bool(spot.cues & NUMBER and spot.cues & (CAUSE | CHOICE))
    return Finding(name, sort, spot.line + start, spot.line + end, tier, why, spot.line + spot.start, room, strength, reckoned)
