"""General signs of how a sentence speaks, whatever its topic: it decides, compares, gives a cause; or it only hedges.

A ramble is fluent and bound to nothing: it lists what exists ("several policies such as"), calls things important, suitable
or careful, and leaves the choice open. Terse notes are the opposite: numbers, arrows, causes, "not 301: need counts".
"""

from __future__ import annotations

import re

CAUSE = 1  # because, so, therefore, otherwise, ->
CHOICE = 2  # instead of, rather than, vs, price, at the cost of
VAGUE = 4  # several ... such as, suitable, depends, important
NUMBER = 8  # a number with a unit or a magnitude
ACTION = 16  # a condition or sequence: on, when, if, then, after, until

_CAUSE = re.compile(
    r"\b(?:because|so that|so|therefore|hence|thus|otherwise|since|due to|which means|means that|that way|this way|"
    r"as a result|leads? to|causing|to avoid|to prevent|to keep|in order to|else)\b|->|=>|→|⇒",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"\b(?:instead of|rather than|trade-?offs?|trade|at the (?:cost|price|expense)|the (?:price|cost|downside)|price|"
    r"downsides?|drawbacks?|cheaper|costs?|vs\.?|versus|compared (?:to|with)|over|prefer\w*|i (?:choose|chose|pick|take)|"
    r"we (?:choose|chose|pick|accept)|accept(?:ed|able)?|but|not|worse|better|unless|except|only if|fine|good enough|"
    r"give up|sacrifice|worth|alternative\w*|could have|considered|rejected|simpler)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:several|various|different (?:ways|types|kinds|strategies|approaches|options|techniques|methods|algorithms)|many ways|"
    r"multiple (?:ways|strategies|options|approaches|techniques)|suitable|appropriate\w*|proper(?:ly)?|careful\w*|"
    r"depend(?:s|ing) on|pros and cons|(?:dis)?advantages|such as|for instance|important\w*|crucial|essential|"
    r"critical to|best practices?|as needed|if needed|when needed|"
    r"well[- ]known|popular choice|widely used|industry|modern|robust|seamless\w*|efficient(?:ly)?|optimi[sz]ed?|"
    r"refers to|is (?:a|an|the) (?:process|technique|method|way|mechanism|concept|practice|component|system|service which|tool)|"
    r"known as|there are (?:two|three|several|many|various|different|multiple|some|a number)|some kind of|some sort of|"
    r"either .{3,60} or|could be (?:used|considered|chosen|added|valuable|improved)|can be (?:used|considered|chosen|applied)|"
    r"should be (?:considered|handled|designed|used|chosen|tested|monitored|taken)|we (?:should|could|might|may|can) (?:also )?(?:consider|"
    r"think|use some|add some|explore|look)|right (?:balance|choice|tool|one)|etc|and so on|in general|generally|typically|usually|"
    r"key (?:aspect|factor|challenge|consideration)|challenges?|considerations?|needs?\s+(?:and|of) the business|requirements? of)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"\b(?:on|when|if|then|after|before|until|once|every|each|per|first|next|while|as soon as|at most|at least|within|"
    r"only|again|back|from|into|to)\b",
    re.IGNORECASE,
)


def cues_of(sentence: str) -> int:
    """The general signs of one sentence, as flags."""
    found = 0
    if _CAUSE.search(sentence):
        found |= CAUSE
    if _CHOICE.search(sentence):
        found |= CHOICE
    if _VAGUE.search(sentence):
        found |= VAGUE
    if _ACTION.search(sentence):
        found |= ACTION
    return found
