"""Red flags: well-known mistakes that a sentence asserts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interviewcoach.scoring.blocks import Block, Spot
from interviewcoach.scoring.compiled import CompiledFlag, CompiledRubric
from interviewcoach.scoring.disowned import BREAKS, is_disowned, is_withdrawn
from interviewcoach.scoring.holding import ITSELF, Held
from interviewcoach.scoring.reading import Span
from interviewcoach.scoring.sieve import Bits, each


def raised_in(rubric: CompiledRubric, held: Held) -> list[tuple[str, int, Span | None, str]]:
    """(flag, sentence, stretch, why) of each mistake that the block makes by itself."""
    raised = []
    suspected = {(owner, i) for i, bits in enumerate(held.labelled) for owner in rubric.owners_among(bits & rubric.mistakes)}
    for owner, i in sorted(suspected):
        flag = rubric.flags[owner]
        spot = held.block[i]
        made = ((name, span) for name, span in _claimed(held, i, flag.say) if not is_disowned(spot, span, name))
        name, span = next(made, ("", None))
        if (
            name
            and not any(held.near(j, flag.unless, ITSELF) for j in _same_breath(held.block, i))
            and not is_withdrawn(held.block, i)
        ):
            raised.append((flag.source.id, i, span, f"says: {name}"))
    return raised


def _claimed(held: Held, i: int, say: Bits) -> Iterator[tuple[str, Span | None]]:
    """The clauses that the sentence makes in one go: words that stand breaks apart are several thoughts."""
    for number in each(say & held.labelled[i]):
        name, span = held.first(i, 1 << number, strict=True)
        if name and (span is None or _one_thought(held.block[i].text, span)):
            yield name, span


def _one_thought(text: str, span: Span) -> bool:
    start, end = span
    return end - start <= LONG and len(BREAKS.findall(text, start, end)) < MANYBREAKS


def _same_breath(block: Block, i: int) -> Iterator[int]:
    """The sentence and those that semicolons join to it: what stands further away excuses no claim."""
    yield i
    if i and _goes_on(block[i - 1], block[i]):
        yield i - 1
    if i + 1 < len(block) and _goes_on(block[i], block[i + 1]):
        yield i + 1


def _goes_on(spot: Spot, following: Spot) -> bool:
    return spot.line == following.line and spot.text[spot.end : spot.end + 1] == ";"


MANYBREAKS = 2
LONG = 800  # characters: nobody takes so many for one claim


def allowed_elsewhere(rubric: CompiledRubric, said: Bits, raised: Iterable[str]) -> list[str]:
    """Those of the flags raised that something said in another place takes back."""
    names = set(raised)
    return [flag.source.id for flag in rubric.flags if flag.source.id in names and not _stands(flag, said)]


def _stands(flag: CompiledFlag, said: Bits) -> bool:
    return not (flag.anywhere and not flag.anywhere & said) and not flag.unless_anywhere & said
