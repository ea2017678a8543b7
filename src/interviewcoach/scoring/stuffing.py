"""Signs that words were placed for the scorer and not for a reader: lists of terms, templates, echoes of the task."""

from __future__ import annotations

import re
from collections import Counter
from enum import IntEnum

from interviewcoach.scoring.reading import Reading, Sentence

SPELT_OUT = 3  # words that a template has besides its gaps; "_ and _" or "_ for _" is everybody's


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


def doubt_of_all(readings: list[Reading]) -> Suspicion:
    """What no reader would take for an answer as a whole. Real ones, notes and prose, stay far below each bound: at most a
    third of their sentences decline something, two thirds are bare terms, and prose has a verb to every five little words."""
    sentences = [sentence for reading in readings for sentence in reading.sentences]
    count = len(sentences)
    if count >= 8 and sum(1 for one in sentences if one.found and min(one.found) < 0) > 0.6 * count:
        return Suspicion.TEMPLATE
    if count >= 20 and sum(1 for one in sentences if one.covered == one.words) > 0.85 * count:
        return Suspicion.LIST
    return Suspicion.TEMPLATE if _without_verbs(readings) else Suspicion.NONE


def _without_verbs(readings: list[Reading]) -> bool:
    """Prose, by its little words, from which the verbs were taken; notes leave out both."""
    little = sum(reading.little for reading in readings)
    if little < 30 or little < 0.12 * sum(reading.size for reading in readings):
        return False
    return sum(reading.verbs for reading in readings) < 0.08 * little


# a table, a record or an interface in notes: `links(code PK, long_url, owner)`, `POST /links, GET /{code}`
_NOTATION = re.compile(r"\b(?:GET|POST|PUT|DELETE|PATCH|PK|FK)\b|\b[a-z]+_[a-z_]+\b|\b\w+\((?:\w+,\s*)+\w+\)|\{\w+[,:}]")


def is_notation(text: str) -> bool:
    return len(_NOTATION.findall(text)) >= 2


def suspicion(sentence: Sentence, text: str, templates: frozenset[str]) -> Suspicion:
    if sentence.skeleton in templates:
        return Suspicion.TEMPLATE
    if sentence.words >= 5 and sentence.covered >= 0.5 * sentence.words:
        items = len(_SEPARATORS.findall(text)) + 1
        if items >= 5 and sentence.words <= 3 * items and len(_SPEAKS.findall(text)) <= items * 0.34:
            return Suspicion.NONE if items <= 12 and is_notation(text) else Suspicion.LIST
    return Suspicion.NONE


def repeated_skeletons(readings: list[Reading]) -> frozenset[str]:
    """Skeletons that stand three times or more with different terms in them."""
    counts: Counter[str] = Counter()
    for reading in readings:
        for sentence in reading.sentences:
            if sentence.covered and len(sentence.skeleton.replace("_", "").split()) >= SPELT_OUT:
                counts[sentence.skeleton] += 1
    return frozenset(skeleton for skeleton, count in counts.items() if count >= 3)
