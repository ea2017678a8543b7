"""Red flags: well-known mistakes that a sentence asserts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from interviewcoach.scoring.blocks import Block, Spot
from interviewcoach.scoring.clauses import declines
from interviewcoach.scoring.compiled import CompiledFlag, CompiledRubric
from interviewcoach.scoring.disowned import BREAKS, is_disowned, is_withdrawn
from interviewcoach.scoring.holding import Held
from interviewcoach.scoring.promises import promises
from interviewcoach.scoring.reading import Span
from interviewcoach.scoring.sieve import Bits, each


class Raised(NamedTuple):
    """A mistake that a sentence of a block makes by itself."""

    flag: str
    sentence: int
    span: Span | None
    wordings: int  # of the flag, that the sentence holds: one may be words taken amiss
    why: str


def raised_in(rubric: CompiledRubric, held: Held) -> list[Raised]:
    raised = []
    said = [_read_closely(held, i, rubric.mistakes) for i in range(len(held.block))]
    suspected = {(owner, i) for i, bits in enumerate(said) for owner in rubric.owners_among(bits)}
    for owner, i in sorted(suspected):
        flag = rubric.flags[owner]
        spot = held.block[i]
        if any(_is_excused(held, j, flag.unless) for j in _same_breath(held.block, i)):
            continue
        made = [(name, span) for name, span in _claimed(held, i, flag.say & said[i]) if not is_disowned(spot, span, name)]
        if made and not is_withdrawn(held.block, i):
            name, span = made[0]
            raised.append(Raised(flag.source.id, i, span, len(made), f"says: {name}"))
    return raised


def _read_closely(held: Held, i: int, mistakes: Bits) -> Bits:
    """Those mistakes whose terms a sentence holds: by itself, or for a promise also in part with what stands beside it."""
    own, wide = held.labelled[i] & mistakes, held.around[i] & mistakes
    if wide == own or not promises(held.block[i].told):
        return own
    return own | sum(1 << number for number in each(wide ^ own) if held.is_mostly_own(i, number))


def _claimed(held: Held, i: int, said: Bits) -> Iterator[tuple[str, Span | None]]:
    """The clauses that the sentence makes in one go: words that stand breaks apart are several thoughts. A promise is taken at
    its words, whatever their order."""
    spot = held.block[i]
    for number in each(said):
        written = held.sieve.clauses[number].written
        # in any order, "X, so no need for Y" would be "no need for X"
        if held.is_confirmed(i, number) or (
            not declines(written) and promises(spot.told) and held.is_confirmed(i, number, any_order=True)
        ):
            span = held.stretch(i, 1 << number)
            if _one_thought(spot.text, span):
                yield written, span


def _one_thought(text: str, span: Span) -> bool:
    start, end = span
    return end - start <= LONG and len(BREAKS.findall(text, start, end)) < MANYBREAKS


def _is_excused(held: Held, i: int, excuses: Bits) -> bool:
    """Whether a sentence says what makes the claim harmless. What would be otherwise only speaks for the claim: "so we take it as
    allowed, otherwise a slow site would cost us pages"."""
    said = excuses & held.labelled[i]
    if not said:
        return False
    spot = held.block[i]
    otherwise = _OTHERWISE.search(spot.text, spot.start, spot.end)
    return otherwise is None or held.stretch(i, said)[0] < otherwise.end()


def _same_breath(block: Block, i: int) -> Iterator[int]:
    """The sentence and those that semicolons join to it: what stands further away excuses no claim."""
    yield i
    if i and _goes_on(block[i - 1], block[i]):
        yield i - 1
    if i + 1 < len(block) and _goes_on(block[i], block[i + 1]):
        yield i + 1


def _goes_on(spot: Spot, following: Spot) -> bool:
    return spot.line == following.line and spot.text[spot.end : spot.end + 1] == ";"


_OTHERWISE = re.compile(r"\b(?:otherwise|or else)\b", re.IGNORECASE)
MANYBREAKS = 2
LONG = 800  # characters: nobody takes so many for one claim


def excuses_of(rubric: CompiledRubric, raised: Container[str]) -> Bits:
    """The clauses that may take one of the mistakes raised back, wherever they stand."""
    asked = 0
    for flag in rubric.flags:
        if flag.source.id in raised:
            asked |= flag.anywhere | flag.unless_anywhere
    return asked


def said_elsewhere(held: Held, asked: Bits) -> list[tuple[int, Bits]]:
    """Where the sentences of a block begin that say something of what is asked, and what they say."""
    block = held.block
    said = [(block[i].line + block[i].start, _own_words(held, i, asked)) for i, bits in enumerate(held.labelled) if bits & asked]
    return [(start, bits) for start, bits in said if bits]


def _own_words(held: Held, i: int, among: Bits) -> Bits:
    """Those clauses that a sentence holds and that the candidate stands by: what others do excuses nobody."""
    said = 0
    for number in each(among & held.labelled[i]):
        stands = held.stood_by.get((i, number))
        if stands is None:
            written = held.sieve.clauses[number].written
            stands = not is_disowned(held.block[i], held.stretch(i, 1 << number), written)
            held.stood_by[i, number] = stands
        if stands:
            said |= 1 << number
    return said


class Told(Protocol):
    """Where a mistake is made."""

    @property
    def sentence(self) -> int: ...


def allowed_elsewhere(
    rubric: CompiledRubric, said: Sequence[tuple[int, Bits]], raised: Mapping[str, Sequence[Told]]
) -> list[str]:
    """Those of the flags raised that something said in another place takes back."""
    return [
        flag.source.id for flag in rubric.flags if flag.source.id in raised and not _stands(flag, said, raised[flag.source.id])
    ]


def _stands(flag: CompiledFlag, said: Sequence[tuple[int, Bits]], hits: Sequence[Told]) -> bool:
    """What the very sentence says that makes the mistake takes nothing back: "no need to look into the cells around"."""
    if flag.anywhere and not any(flag.anywhere & bits for _, bits in said):
        return False
    own = {hit.sentence for hit in hits}
    return not any(flag.unless_anywhere & bits for start, bits in said if start not in own)
