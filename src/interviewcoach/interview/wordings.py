"""The wordings that a problem lists for its topics, found again in a question whatever polite frame stands around them.

Words that say nothing on a topic by themselves ("how many", "what should it do") say what is asked when the whole question is
one of the wordings. So questions are looked up here before their words are weighed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from interviewcoach.scoring.words import stem, words_of

_FRAME = frozenset(
    stem(word)
    for word in (
        "is are be am was were been being can could will would should shall may might must has have had do we i you he she it "
        "they them him us me there one please ok okay so well and also then hi hey hello thanks expect assume talk tell know "
        "say think guess need want like get roughly approximately about around exactly currently today normally usually of "
        "in on for to at exist possible able allow support handle deal total overall altogether here let plan supposed meant"
    ).split()
)
_ASKING = frozenset(stem(word) for word in "how many much what which who whom whose where when why any some not no".split())
_SUBJECT = frozenset(stem(word) for word in "system service product app application thing tool platform software".split())
_DO = "do"
_HELPED = frozenset("i we you he she it they".split())
_NUMBER_OF = re.compile(
    r"\b(?:what(?:'s| is| are| would be)?\s+)?(?:the\s+)?(?:(?:total|rough|expected|approximate|overall|exact)\s+)?"
    r"(?:number|amount|count|quantity)\s+of\b",
    re.IGNORECASE,
)

Keys = Callable[[str], Sequence[str]]


class Wordings:
    """The wordings of several topics. `keys` gives the stems of a text, slips of the finger mended."""

    def __init__(self, listed: Iterable[tuple[int, str]], keys: Keys) -> None:
        self._keys = keys
        self._written: dict[str, set[int]] = {}
        self._bare: dict[frozenset[str], set[int]] = {}
        for topic, wording in listed:
            self._written.setdefault(as_written(wording), set()).add(topic)
            self._bare.setdefault(self._bare_words(wording), set()).add(topic)
        self._written.pop("", None)

    def written_for(self, question: str) -> frozenset[int]:
        """The topics that list a question word for word."""
        return frozenset(self._written.get(as_written(question), ()))

    def meant_for(self, question: str) -> frozenset[int]:
        """The topics that list a question but for its frame, its inflections and the order of its words."""
        words = self._bare_words(question)
        return frozenset(self._bare.get(words, ())) if words - _ASKING else frozenset()

    def _bare_words(self, text: str) -> frozenset[str]:
        keys = self._keys(_NUMBER_OF.sub("how many", text))
        words = frozenset(key for key in keys if key not in _FRAME)
        if not _ends_in_do(keys):
            return words
        return words - _SUBJECT | {_DO}


def as_written(text: str) -> str:
    """The words of a text and nothing else, for comparing two texts word for word."""
    return " ".join(words_of(text.lower()))


def _ends_in_do(keys: Sequence[str]) -> bool:
    """Whether "do" is what somebody does ("what should it do exactly"), and no help of another verb."""
    after = next((i for i, key in enumerate(reversed(keys)) if key not in _FRAME or key == _DO), len(keys))
    return after < len(keys) and keys[-1 - after] == _DO and _HELPED.isdisjoint(keys[len(keys) - after :])
