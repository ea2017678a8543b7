"""What is left of a sentence when its middle, its beginning or its end is taken out: its frame.

Whoever fills terms into a template writes the same frame again and again. People do so in a list of what users can do and
what the system should be; among 2,176 answers of all kinds, the good and the bad, five sentences of one frame were the most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

Frame = tuple[str, ...]

TOO_MANY = 5  # sentences of one frame
MORE_THAN_A_LIST = 15  # sentences that share a frame with others
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


def templates_among(sentences: Sequence[tuple[Frame, ...]]) -> frozenset[Frame]:
    """The frames that too many of the sentences share, where such sentences are more than a list among others."""
    counts = Counter(chain.from_iterable(sentences))
    common = frozenset(frame for frame, count in counts.items() if count >= TOO_MANY)
    framed = sum(1 for frames in sentences if not common.isdisjoint(frames)) if common else 0
    return common if framed >= max(MORE_THAN_A_LIST, len(sentences) / 3) else frozenset()
