"""General signs of how a sentence speaks, whatever its topic: it decides, compares, gives a cause; or it only hedges.

A ramble is fluent and bound to nothing: it lists what exists ("several policies such as"), calls things important, suitable
or careful, and leaves the choice open. Terse notes are the opposite: numbers, arrows, causes, "not 301: need counts".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviewcoach.scoring.voice import voice_of
from interviewcoach.scoring.words import stem

CAUSE = 1  # because, so, therefore, otherwise, ->
CHOICE = 2  # instead of, rather than, vs, price, at the cost of
VAGUE = 4  # several ... such as, suitable, depends, important
NUMBER = 8  # a number with a unit or a magnitude


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


_CAUSE = _stems("because so therefore hence thus otherwise since due else avoid prevent lead cause means")
_CHOICE = _stems(
    "instead rather tradeoff trade-off downside drawback cheaper vs versus compared prefer chose worse unless "
    "sacrifice rejected simpler bargain slower"
)
_DEAR = _stems("price cost expense pay trade")
_VAGUE = _stems(
    "several various suitable appropriate appropriately proper properly careful carefully depends depending important "
    "crucial essential robust seamless seamlessly industry modern challenge consideration generally typically usually etc"
)
_MAYBE_VAGUE = _stems(
    "such instance pros advantages disadvantages best practice needed known popular widely refers either could can should "
    "might may right balance key many multiple different some kind sort way component general requirement business"
)
_VAGUE_PHRASE = re.compile(
    r"\b(?:(?:many|multiple|different) (?:ways|types|kinds|strategies|options|approaches|techniques|methods|algorithms)|"
    r"pros and cons|(?:dis)?advantages|such as|for instance|critical to|best practices?|(?:as|if|when) needed|"
    r"well[- ]known|popular choice|widely used|refers to|known as|"
    r"is (?:a|an|the) (?:process|technique|method|way|mechanism|concept|practice|component|system|service which|tool)|"
    r"there are (?:two|three|several|many|various|different|multiple|some|a number)|some (?:kind|sort) of|"
    r"could be (?:used|considered|chosen|added|valuable|improved)|can be (?:considered|chosen)|"
    r"should be (?:considered|handled|designed|chosen|tested|monitored|taken)|"
    r"we (?:should|could|might|may|can) (?:also )?(?:consider|think|use some|add some|explore|look)|"
    r"right (?:balance|choice|tool|one)|and so on|in general|key (?:aspect|factor)|(?:needs?|requirements?) of)\b",
    re.IGNORECASE,
)


# "price" and "cost" may be the topic itself, of an exchange or a shop
_PRICE = re.compile(
    r"\b(?:at the (?:price|cost|expense) of|(?:the|its|our|whose|this) (?:price|cost)(?: here)?(?: (?:is|of|for|we)\b|:)|"
    r"(?:we|i) pay (?:for|with|by|in)|costs? (?:us|more|extra|a|an|one|two|\d)|trade[- ]?offs?)\b",
    re.IGNORECASE,
)


_SIGNS = _CAUSE | _CHOICE | _DEAR | _VAGUE | _MAYBE_VAGUE


def cues_of(sentence: str, keys: Sequence[str]) -> int:
    """The general signs of one sentence, as flags; `keys` are the stems of its words."""
    said = frozenset(keys)
    found = voice_of(sentence, keys, said)
    signs = _SIGNS & said
    if not signs.isdisjoint(_CAUSE) or "->" in sentence or "=>" in sentence or "→" in sentence:
        found |= CAUSE
    if not signs:
        return found
    if not signs.isdisjoint(_CHOICE) or (not signs.isdisjoint(_DEAR) and _PRICE.search(sentence)):
        found |= CHOICE
    if not signs.isdisjoint(_VAGUE) or (not signs.isdisjoint(_MAYBE_VAGUE) and _VAGUE_PHRASE.search(sentence)):
        found |= VAGUE
    return found
