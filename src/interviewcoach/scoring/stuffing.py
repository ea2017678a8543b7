"""Signs that words were placed for the scorer and not for a reader: lists of terms, templates, echoes of the task."""

from __future__ import annotations

import re
from collections import Counter
from enum import IntEnum

from interviewcoach.scoring.reading import Reading, Sentence


class Suspicion(IntEnum):
    NONE = 0
    TEMPLATE = 1  # the same sentence again and again with other terms in it
    LIST = 2  # terms in a row with nothing said about them


_SEPARATORS = re.compile(r"[,|/•·]|\band\b")
_SPEAKS = re.compile(
    r"\b(?:is|are|be|has|have|do|does|can|will|would|should|must|to|on|in|if|when|by|from|with|for|so|because|per|then|"
    r"as|at|of|until|after|before|not|no|it|we|i|they)\b|->|=>|=|→|\d",
    re.IGNORECASE,
)


def suspicion(sentence: Sentence, text: str, templates: frozenset[str]) -> Suspicion:
    if sentence.skeleton in templates:
        return Suspicion.TEMPLATE
    if sentence.words >= 5 and sentence.covered >= 0.5 * sentence.words:
        items = len(_SEPARATORS.findall(text)) + 1
        if items >= 5 and sentence.words <= 3 * items and len(_SPEAKS.findall(text)) <= items * 0.34:
            return Suspicion.LIST
    return Suspicion.NONE


def repeated_skeletons(readings: list[Reading]) -> frozenset[str]:
    """Skeletons that stand three times or more with different terms in them."""
    counts: Counter[str] = Counter()
    for reading in readings:
        for sentence in reading.sentences:
            if sentence.words >= 3 and "_" in sentence.skeleton and not _mostly_gaps(sentence.skeleton):
                counts[_folded(sentence.skeleton)] += 1
    again = {skeleton for skeleton, count in counts.items() if count >= 3}
    return frozenset(
        sentence.skeleton for reading in readings for sentence in reading.sentences if _folded(sentence.skeleton) in again
    )


def _mostly_gaps(skeleton: str) -> bool:
    return all(word == "_" for word in skeleton.split())


def _folded(skeleton: str) -> str:
    """A row of gaps counts as one gap."""
    return re.sub(r"_(?: _)+", "_", skeleton)
