"""Sorts of questions that no fact answers, each with a reply of its own.

A what-if that the brief says nothing on asks for the design, a definition asks for what the candidate should know; only what
is left of a question may be assumed. The replies tell nothing of the problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from interviewcoach.content.models import Concept
from interviewcoach.interview.solutions import is_mechanism
from interviewcoach.interview.wordings import as_written
from interviewcoach.scoring.clauses import is_clause
from interviewcoach.scoring.typos import is_english
from interviewcoach.scoring.words import stem

NOT_KNOWN = "I have nothing fixed on that. Make an assumption, say it aloud, and go on."
YOURS = "That is yours to design: tell me what happens then, and what people see of it."
USE = "You may use what you can defend. Say what it does for you here, and what it costs you."
DEFINE = "That is for you to tell me: say in a sentence what you mean by it, and where you need it."
ENGLISH = "I only understand English. Ask me again in English, please."
GARBLED = "I did not get that. Ask me in a few plain words."

_HYPOTHETICAL = re.compile(
    r"\W*(?:(?:and|but|so|ok|also|then|well|or|hi|lol|hm+)\W+)*"
    r"(?:what (?:if|about|happens|would happen|should happen|do we do|must happen)|how about|suppose|imagine)\b",
    re.IGNORECASE,
)
_MAY_USE = re.compile(
    r"\b(?:can|may|could|shall|am i (?:allowed|free) to|is it (?:ok|okay|fine|allowed)(?: to| if)?)(?: (?:i|we|one))?"
    r"(?: just| simply| also)? (?:use|take|add|choose|pick|introduce|buy|run|rely on|go with|bring in|put in)\b",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"(?:what (?:is|are|does|do)|what s|define|explain|(?:what do )?you mean by)(?: to me)? (?P<article>an? )?(?P<term>.+?)"
    r"(?: (?:mean|means|exactly|please|again))*"
)
# words by which a question in another language gives itself away; none of them is English
_ELSEWHERE = frozenset(
    "wie viele wieviel wieviele welche welcher welches wann warum wo wer gibt es der ist sind und nicht ich wir muss kann "
    "soll darf combien quel quelle quels quelles quand pourquoi est ce que les des une il nous faut peut est-ce cuantos cuántos "
    "cuantas cuántas cual cuál cuando cuándo donde dónde qué hay las puede quanti quante quale quando dove perche perché "
    "gli sono della quantos quantas qual onde são hoeveel welke waar wanneer waarom het ile jest czy".split()
)  # fmt: skip
_ASKS = frozenset("how what which who when where why is are do does can should must the".split())
_MOST_GARBLED = 3  # words; who types more means something


def is_hypothetical(question: str) -> bool:
    """Whether a question paints a case, for which a shared word or two is no sign that a fact covers it."""
    return bool(_HYPOTHETICAL.match(question))


def reply_by_sort(question: str) -> str:
    """What to say to a question that no fact answers."""
    if is_hypothetical(question):
        return YOURS
    if _MAY_USE.search(question):
        return USE
    meant = _DEFINITION.fullmatch(as_written(question))
    if meant and meant["article"] and len(meant["term"].split()) <= 3:
        return DEFINE
    if is_mechanism(question):
        return USE
    words = as_written(question).split()
    return GARBLED if 0 < len(words) <= _MOST_GARBLED and not any(map(_is_english, words)) else NOT_KNOWN


def is_foreign(question: str) -> bool:
    """Whether a question is in another language, as far as its commonest words tell."""
    words = as_written(question).split()
    if not _ASKS.isdisjoint(words):
        return False
    foreign = [word for word in words if word in _ELSEWHERE or not _is_english(word)]
    surely = any(word in _ELSEWHERE and not _is_english(word) for word in words)
    return surely and len(words) >= 2 and 2 * len(foreign) >= len(words)


def _is_english(word: str) -> bool:
    return not word.isalpha() or is_english(word)


class Terms:
    """The names of mechanisms and hazards, for telling "what is sharding?" from "what is the latency?"."""

    def __init__(self, lexicon: Mapping[str, Concept]) -> None:
        self._lexicon = lexicon

    def reply_to(self, question: str) -> str:
        """What is said at once, whatever the facts are; "" to a question that is worth comparing with them."""
        if is_foreign(question):
            return ENGLISH
        meant = _DEFINITION.fullmatch(as_written(question))
        return DEFINE if meant is not None and _stems(meant["term"]) in self._names else ""

    @cached_property
    def _names(self) -> frozenset[tuple[str, ...]]:
        concepts = (concept for concept in self._lexicon.values() if concept.kind in ("solution", "hazard"))
        said: Iterable[str] = (say for concept in concepts for say in concept.say if not is_clause(say))
        return frozenset(_stems(say) for say in said)


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in as_written(text).split())
