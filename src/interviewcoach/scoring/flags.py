"""Red flags: well-known mistakes that a sentence asserts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interviewcoach.scoring.blocks import Block, Spot
from interviewcoach.scoring.compiled import CompiledFlag, CompiledRubric
from interviewcoach.scoring.disowned import BREAKS, is_disowned, is_withdrawn
from interviewcoach.scoring.holding import ITSELF, first, near
from interviewcoach.scoring.phrasebook import CompiledClause
from interviewcoach.scoring.reading import Span

Claims = dict[int, list[CompiledClause]]  # under the index of their flag


def raised_in(rubric: CompiledRubric, block: Block, claims: Claims) -> list[tuple[str, int, Span | None, str]]:
    """(flag, sentence, stretch, why) of each mistake that the block makes by itself."""
    raised = []
    for owner in sorted(claims):
        flag = rubric.flags[owner]
        for i, spot in enumerate(block):
            made = ((name, span) for name, span in _claimed(claims[owner], block, i) if not is_disowned(spot, span, name))
            name, span = next(made, ("", None))
            if (
                name
                and not any(near(flag.unless, block, j, ITSELF) for j in _same_breath(block, i))
                and not is_withdrawn(block, i)
            ):
                raised.append((flag.source.id, i, span, f"says: {name}"))
    return raised


def _claimed(clauses: list[CompiledClause], block: Block, i: int) -> Iterator[tuple[str, Span | None]]:
    """The clauses that the sentence makes in one go: words that stand breaks apart are several thoughts."""
    for clause in clauses:
        name, span = first((clause,), block, i, strict=True)
        if name and (span is None or _one_thought(block[i].text, span)):
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


def allowed_elsewhere(rubric: CompiledRubric, blocks: list[Block], raised: Iterable[str]) -> list[str]:
    """Those of the flags raised that something said in another place takes back."""
    names = set(raised)
    return [flag.source.id for flag in rubric.flags if flag.source.id in names and not _stands(flag, blocks)]


def _stands(flag: CompiledFlag, blocks: list[Block]) -> bool:
    def somewhere(clauses: tuple[CompiledClause, ...]) -> bool:
        return any(first((clause,), block, i)[0] for block in blocks for i in range(len(block)) for clause in clauses)

    if flag.anywhere and not somewhere(flag.anywhere):
        return False
    return not (flag.unless_anywhere and somewhere(flag.unless_anywhere))
