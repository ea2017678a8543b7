"""Signs that words were placed for the scorer and not for a reader: lists of terms, templates, echoes of the task."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import IntEnum

from interviewcoach.scoring.frames import templates_among
from interviewcoach.scoring.reading import ARROWS, JOINTS, Reading, Sentence

Template = tuple[str, ...]  # the words of a sentence outside the phrases of the rubric

MANY_LOST = 3  # little words that lead nowhere; one slips out of anybody's hand
HEAP = 100  # words from which on the joints between them tell
SPELT_OUT = 3  # words that a template has besides its terms; "_ and _" or "_ for _" is everybody's


class Suspicion(IntEnum):
    NONE = 0
    TEMPLATE = 1  # the same sentence again and again with other terms in it
    LIST = 2  # terms in a row with nothing said about them


_SEPARATORS = re.compile(r"[,|/•·]|\band\b")
_SPEAKS = re.compile(rf"\b(?:{JOINTS})\b|{ARROWS}|\d", re.IGNORECASE)


def doubt_of_all(readings: list[Reading]) -> Suspicion:
    """What no reader would take for an answer as a whole. Real ones, notes and prose, stay far from each bound: at most a
    third of their sentences decline something, two thirds are bare terms, prose has a verb to every five little words, and
    one word in six, in notes too, joins terms to a statement or is a figure. In heaps of terms one in eleven does at most.
    Hardly any of their little words leads nowhere; among words thrown together one in six does."""
    if not readings:
        return Suspicion.NONE
    tallies = [reading.tally for reading in readings]
    count, declining, terms_only, little, verbs, joints, size, leading, lost = map(sum, zip(*tallies, strict=True))
    if lost >= MANY_LOST and lost > 0.05 * leading:
        return Suspicion.LIST
    if count >= 8 and declining > 0.6 * count:
        return Suspicion.TEMPLATE
    if count >= 20 and terms_only > 0.85 * count and joints < 0.2 * size:
        return Suspicion.LIST
    if size >= HEAP and joints < 0.12 * size:
        return Suspicion.LIST
    from_prose = little >= 30 and little >= 0.12 * size  # notes leave out little words and verbs alike
    return Suspicion.TEMPLATE if from_prose and verbs < 0.08 * little else Suspicion.NONE


# a table, a record or an interface in notes: `links(code PK, long_url, owner)`, `POST /links, GET /{code}`
_NOTATION = re.compile(r"\b(?:GET|POST|PUT|DELETE|PATCH|PK|FK)\b|\b[a-z]+_[a-z_]+\b|\b\w+\((?:\w+,\s*)+\w+\)|\{\w+[,:}]")


def is_notation(text: str) -> bool:
    return len(_NOTATION.findall(text)) >= 2


# what is not built is told in a row, by everybody
_LEFT_OUT = re.compile(
    r"\W*(?:out of scope|not in scope|out\b|non-goals?|excluded|left out|not (?:now|today|in v1|building|doing))", re.IGNORECASE
)
_GLUED = re.compile(r"[A-Za-z][A-Za-z-]*\d+")  # SHA-256, LZ4, p99: a name, not a figure
MANY_ITEMS = 10
HEAP_OF_ITEMS = 30  # nobody tells so much in one sentence
ROW = 6  # items that are a list whether or not the rubric knows their words


def doubt_of_most(sentences: Iterable[tuple[Suspicion, int]]) -> Suspicion:
    """What most of a text is, by its sentences, each with its words. Of real answers no more than a sixth is doubtful."""
    words = Counter[Suspicion]()
    for doubt, size in sentences:
        words[doubt] += size
    if words[Suspicion.LIST] > 0.5 * words.total():
        return Suspicion.LIST
    return Suspicion.TEMPLATE if words[Suspicion.NONE] < 0.5 * words.total() else Suspicion.NONE


def suspicion(sentence: Sentence, text: str, templates: frozenset[Template]) -> Suspicion:
    if sentence.covered and (sentence.bare in templates or not templates.isdisjoint(sentence.frames)):
        return Suspicion.TEMPLATE
    if sentence.words >= 5:
        items = len(_SEPARATORS.findall(text)) + 1
        if items < ROW and sentence.covered < 0.5 * sentence.words:
            return Suspicion.NONE
        if items >= HEAP_OF_ITEMS and sentence.words <= 6 * items:
            return Suspicion.LIST
        told = _GLUED.sub("", text) if items >= MANY_ITEMS else text
        if items >= 5 and sentence.words <= 3 * items and len(_SPEAKS.findall(told)) <= items * 0.34:
            return Suspicion.NONE if items <= 12 and (is_notation(text) or _LEFT_OUT.match(text)) else Suspicion.LIST
    return Suspicion.NONE


def repeated_skeletons(readings: list[Reading]) -> frozenset[Template]:
    """What is left of sentences without the phrases of the rubric, where it stands three times or more with different
    phrases in it; and the frames of too many sentences."""
    said = [one for reading in readings for one in reading.sentences if one.covered]
    counts = Counter(one.bare for one in said if len(one.bare) >= SPELT_OUT)
    return templates_among([one.frames for one in said]).union(bare for bare, count in counts.items() if count >= 3)
