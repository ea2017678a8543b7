"""Sentences that promise: something is certain and here is why, or something is not needed at all.

Who is mistaken says so with certainty ("offsets are kept, so nothing can be lost", "no locks are necessary"); who is right names
a price. So a promise is read closely: its words may stand in another order, or partly in the sentence beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NEEDLESS = re.compile(
    r"\b(?:no need|not need(?:ed)?|n't need(?:ed)?|needn't|n't have to|not have to|unnecessary|not necessary|n't necessary|"
    r"superfluous|redundant|overkill|over-?engineer\w*|over-?complicat\w*|premature|pointless|n't requires?|not required|"
    r"(?:needs?|requires?) no|n't bother|makes? \w+ (?:unnecessary|redundant|obsolete))\b",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"\b(?:never|can't|cannot|can not|impossible|guarantee[sd]?|always|perfectly|by definition|automatically|for free|"
    r"free of charge|infinite|unlimited|nothing (?:is|gets|can be) lost|ensures?|practically zero|effectively zero|"
    r"no (?:data|messages?|events?|writes?|one|two|duplicates?|conflicts?) (?:can|is|are|ever)|no bottleneck|isn't a bottleneck|"
    r"there(?:'s| is| are| can be| will be) no "
    r"(?:race|conflict|loss|duplicate|overlap|hot ?spot|ambiguity|gap|risk|problem|danger)s?|"
    r"not a bottleneck|rules out|eliminates?|solves|no longer)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:so|because|since|as|therefore|hence|thus|which means|meaning|that's why|thanks to|due to)\b", re.IGNORECASE
)


@lru_cache(maxsize=512)  # asked for every clause that a sentence holds
def promises(sentence: str) -> bool:
    return bool(_NEEDLESS.search(sentence)) or bool(_CERTAIN.search(sentence) and _REASON.search(sentence))
