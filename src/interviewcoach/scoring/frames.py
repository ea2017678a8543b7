"""What is left of a sentence when its middle, its beginning or its end is taken out: its frame.

Whoever fills terms into a template writes the same frame again and again. People hardly ever do: among 2,176 answers of all
kinds, the good and the bad, no more than four sentences shared a frame, save one that began five with "it should be".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

Frame = tuple[str, ...]

TOO_MANY = 5  # sentences of one frame
LONGEST = 20  # words that count: what stands in a template is short
SHORT = 9  # of so few words, two tell a frame
_GAP = "…"


def frames_of(keys: Sequence[str]) -> tuple[Frame, ...]:
    """`keys` are the stems of the words of a sentence."""
    size = len(keys)
    if not 3 <= size <= LONGEST:
        return ()
    first, second, *_, last = keys
    brief = ((first, second, _GAP), (_GAP, keys[-2], last)) if size <= SHORT else ()
    if size == 3:
        return brief
    return (
        *brief,
        (first, _GAP, keys[-2], last),
        (first, second, _GAP, last),
        (first, second, keys[2], _GAP),
        (_GAP, keys[-3], keys[-2], last),
    )


def templates_among(sentences: Iterable[tuple[Frame, ...]]) -> frozenset[Frame]:
    """The frames that too many of the sentences share."""
    counts = Counter(chain.from_iterable(sentences))
    return frozenset(frame for frame, count in counts.items() if count >= TOO_MANY)
