"""Lines that an editor broke in the middle of a sentence, put together for display. No character moves: spans still fit."""

from __future__ import annotations

import re
from functools import lru_cache

from interviewcoach.scoring.document import broken_for_room

WRAPPED = 55  # characters; a shorter line ends where its writer wanted it to, unless its last word leads on
_ITEM = re.compile(r"\s*(?:[-*+•–—#>|]|`{3}|\(?\d{1,2}[.)]\s|[a-z][.)]\s)")
_BEGINS_SMALL = re.compile(r"\s*[a-z\d(`'\"]")
_ENDS = (*".:;!?|", "```")
_LEADS_ON = re.compile(r"(?:[,(&+→]|->|\b(?:and|or|but|the|an?|of|to|for|with|from|because|that|which|than|per|via|by|into))\s*$")


@lru_cache(maxsize=4)
def joined(answer: str) -> str:
    """The answer with a blank for each line end that stands inside a sentence."""
    rows = answer.split("\n")
    parts = []
    for above, below, broken in zip(rows, [*rows[1:], ""], [*broken_for_room(rows)[1:], False], strict=True):
        parts += [above, " " if _goes_on(above, below, broken) else "\n"]
    return "".join(parts[:-1])


def _goes_on(above: str, below: str, broken: bool) -> bool:
    """Whether a sentence goes on in the next line: the one above ends openly, for want of room or with a word that leads on, and
    no item or heading begins."""
    if not below.strip() or above.rstrip().endswith(_ENDS) or above.lstrip().startswith("#") or _ITEM.match(below):
        return False
    return bool(_LEADS_ON.search(above) or (broken and len(above) >= WRAPPED and _BEGINS_SMALL.match(below)))
