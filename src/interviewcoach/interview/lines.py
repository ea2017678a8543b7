"""Takes a typed line apart into its single questions."""

from __future__ import annotations

import re

_ASKS = (
    r"(?:how|what|which|who|whose|when|where|why|is|are|do|does|did|can|could|should|shall|will|would|may|must|has|have|any|if)"
)
_SUBJECT = r"(?:i|we|you|they|it|there|that|this|these|those|the|a|an|all|each|every|our|any|some|people|users|somebody)"
_SPLIT = re.compile(
    r"\?+|;|\n|"
    rf",?\s+(?:and|plus)\s+(?:also\s+|then\s+|if so,?\s+)?(?={_ASKS}\b)|,\s*also,?\s+(?={_ASKS}\b)|"
    rf"(?<=[.!])\s+(?=(?:and |also |plus |so )?{_ASKS}\b)|"
    rf",\s+(?=(?:how (?:many|much|long|big|large|often|fast|quick|soon)|what|(?:is|are|do|does|can|should|will) {_SUBJECT})\b)",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[^\S\n]+")
_CONDITION = re.compile(
    r"\s*(?:and |but |so |also )?(?:if|when|once|after|suppose|assuming|say|given|while|as soon as|"
    r"in case)\b[^,]*\Z",
    re.I,
)
_LEADS = re.compile(
    rf"\s*(?:(?:ok|hi|hey|hello|so|well|and|also|but|then|please|pls)\W+)*(?:{_ASKS}\b|number of|"
    rf"amount of)",
    re.I,
)
_ASKING = re.compile(
    rf"\A\W*(?:(?:ok|hi|so|well|and|also|but|then|or|please|pls|for|in|to|from|at|up to|until|by|with|"
    rf"of)\W+)*{_ASKS}\b",
    re.I,
)
_POINTING = re.compile(
    r"\b(?:it|its|that|this|them|they|their|those|these|one|ones|each|he|she|then|else|there|both|either|"
    r"same)\b",
    re.I,
)


_YES_OR_NO = re.compile(
    r"\W*(?:(?:and|so|ok|hi|also|but|well|then|please|pls|hello|or|if \w+)\W+)*(?:is|are|was|do|does|did|can|could|will|would|"
    r"should|shall|may|might|must|has|have|any|need|am)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:how|what|why)\b", re.IGNORECASE)  # "which", "who", "when" and "where" may just join a clause


def questions_in(line: str) -> list[str]:
    """The single questions of a line, in order."""
    line = _BLANKS.sub(" ", line)  # a long run of them would be tried from each of its places
    parts: list[str] = []
    start = 0
    for match in _SPLIT.finditer(line):
        if match[0].startswith(",") and match[0].strip() == "," and not _may_end(line[start : match.start()]):
            continue
        parts.append(line[start : match.start()])
        start = match.end()
    parts.append(line[start:])
    parts = [part.strip(" ?\t-*>,.") for part in parts]
    return [part for part in parts if any(char.isalnum() for char in part)]


def _may_end(before: str) -> bool:
    """Whether a comma may end a question: what stands before it is one, and no mere condition of what follows."""
    return bool(_LEADS.match(before)) and not is_condition(before)


def is_condition(before: str) -> bool:
    """Whether what stands before a comma only says when the rest is asked."""
    return bool(_CONDITION.match(before))


def is_question(part: str) -> bool:
    return bool(_ASKING.match(part))


def points_back(part: str) -> bool:
    """Whether a part speaks of something that was named before."""
    return bool(_POINTING.search(part))


def asks_yes_or_no(part: str) -> bool:
    return bool(_YES_OR_NO.match(part)) and not _OPEN.search(part)
