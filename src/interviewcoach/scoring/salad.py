"""Words thrown together, told by the little ones: "of is", "the per", a line that ends in "with". Nobody writes that, in notes
neither: among 2,178 answers of all kinds, some by writers whose language is another, at most one in sixty leads nowhere. In
disorder one in six does."""

from __future__ import annotations

import re
from collections.abc import Sequence

_JOINED = ("_", "-")  # to the next word: `the by_user index`, `the on-call`
_FIRM = "=>?|[-─]>|[→+×&/]"
_SIGN = rf"(?:{_FIRM}|[≈~<])"
_LAST_SIGN = re.compile(rf"\s{_SIGN}\s*$")
_TWO_SIGNS = re.compile(rf"(?:^|\s){_SIGN}\s+(?:{_FIRM})(?=\s|$)")

_PAIRS = (  # (words that lead on, words to which none of them leads)
    ("a an the", "and or but because so than then is are has have can may must should would we they i of to in on for with by "
     "at from per into a an the if it that which when as"),
    ("of for with by at from per into", "be to"),
    ("of to for with by at from per into", "and or but because so than then is are has can may must should would of per we they"),
    ("in on", "are be because has have is of per so than then they we"),
    ("can may must should would", "a an the is are of so to with for"),
    ("we i they", "a an the and as at by for from in is of on or so that to with"),
    ("than", "is if so and or of"),
    ("and", "and or but than"),
    ("or", "and or would than"),
    ("so", "and is are or than so"),
)  # fmt: skip
_NEVER_LAST = frozenset("a an the of for with by at from per into than and or because we i".split())
_CAPITALS_NAME = ("a", "i")  # "replica A is": a name


def _never() -> dict[str, frozenset[str]]:
    never: dict[str, frozenset[str]] = {}
    for leading, others in _PAIRS:
        for word in leading.split():
            never[word] = never.get(word, frozenset()).union(others.split())
    return never | {word.capitalize(): others for word, others in never.items() if word not in _CAPITALS_NAME}


_NEVER = _never()


def out_of_place(text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> tuple[int, int]:
    """How many words of a line lead on to the next, and how many of these, and of its signs, lead nowhere."""
    leading = lost = 0
    last = len(words) - 1
    for i, word in enumerate(words):
        never = _NEVER.get(word)
        if never is None:
            continue
        leading += 1
        if i == last:
            lost += word in _NEVER_LAST and not text[ends[i] :].strip()
        elif words[i + 1].lower() in never:
            lost += text[ends[i] : starts[i + 1]].isspace() and text[ends[i + 1] : ends[i + 1] + 1] not in _JOINED
    if _LAST_SIGN.search(text):
        lost += 1
    return leading, lost if "|" in text else lost + len(_TWO_SIGNS.findall(text))
