"""Count nouns: any word can be counted, so all that is known here is how English makes plurals."""

from __future__ import annotations

from functools import lru_cache

# Words that mean the same thing to a candidate; without them `dau` and `user` would not cancel.
_SAME = {
    "dau": "user", "mau": "user", "people": "person", "persons": "person", "req": "request",
    "reqs": "request", "msg": "message", "msgs": "message", "txn": "transaction", "txns": "transaction",
    "tx": "transaction", "ops": "operation", "op": "operation", "indices": "index", "vertices": "vertex",
    "children": "child", "mice": "mouse", "halves": "half",
}  # fmt: skip
# Those of whom each does something so many times, and in what time that is usually told.
DOERS = {
    **dict.fromkeys("user person customer member viewer player driver rider seller buyer account team".split(), "day"),
    **dict.fromkeys("client device phone machine server node host shard sensor worker".split(), "s"),
}
_PLURALS = {"person": "people", "child": "children", "mouse": "mice", "half": "halves"}
_UNCHANGED = frozenset({"sms", "dns", "news", "series", "https", "gps", "aws", "species", "tls", "s3s"})
_ENDING_IN_E = frozenset(
    "cache niche ache size prize movie cookie zombie selfie pie tie calorie database response house clause "
    "pause cause use case phase base release purchase expense license lease horse nurse course purse verse "
    "response increase axe maze gaze breeze freeze headache avalanche quiche".split()
)
_ES = ("ss", "sh", "ch", "x", "z")


@lru_cache(maxsize=2048)
def singular(word: str) -> str:
    """`Queries` and `query` are one noun; the result is what dimensions are called."""
    low = word.lower()
    if low in _SAME:
        return _SAME[low]
    if low in _UNCHANGED or len(low) < 3 or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return low
    if low[:-1] in _ENDING_IN_E or not low.endswith("es"):
        return low[:-1]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    stem = low[:-2]
    if stem.endswith(_ES) or (stem.endswith("us") and len(stem) > 3):
        return stem
    return low[:-1]


@lru_cache(maxsize=2048)
def plural(noun: str) -> str:
    """The plural of a singular noun, such that `singular` leads back to it."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun in _UNCHANGED:
        return noun
    if noun.endswith("y") and len(noun) > 2 and noun[-2] not in "aeiou":
        made = noun[:-1] + "ies"
    elif noun.endswith((*_ES, "us")):
        made = noun + "es"
    else:
        made = noun + "s"
    return made if singular(made) == noun else noun
