"""How much one sentence can carry: a line that touches eight criteria explains none of them.

Every criterion that is more than named needs room in a sentence that shows it, a few words each. Which find room does not
hang on the order of the text, and a further sentence can only make room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

WORDS_EACH = 5  # counted words of a sentence for one criterion; the tersest of good notes take no fewer


def room_of(words: int) -> int:
    return max(1, words // WORDS_EACH)


class Showing(Protocol):
    """A sentence that shows a criterion."""

    @property
    def tier(self) -> int: ...

    @property
    def sentence(self) -> int: ...

    @property
    def room(self) -> int: ...


Places = dict[str, int]  # the sentence that carries each name


def placed(wanted: Mapping[str, Sequence[Showing]]) -> Places:
    """A sentence for each name, of those that show more than its mention; none carries more than it has room for. Names that
    come first go first; who has a place may move for another, but never loses it."""
    places: Places = {}
    load: dict[int, int] = {}
    for name, showings in wanted.items():
        for one in showings:
            if one.tier > 1 and load.get(one.sentence, 0) < one.room:
                places[name] = one.sentence
                load[one.sentence] = load.get(one.sentence, 0) + 1
                break
        else:
            _make_room(name, wanted, places, load, set())
    return places


def _make_room(name: str, wanted: Mapping[str, Sequence[Showing]], places: Places, load: dict[int, int], tried: set[int]) -> bool:
    """Whether the name finds a place, others moving aside where they can."""
    for one in wanted[name]:
        at = one.sentence
        if one.tier < 2 or at in tried:
            continue
        tried.add(at)
        if load.get(at, 0) < one.room:
            load[at] = load.get(at, 0) + 1
            places[name] = at
            return True
        for other in [who for who, place in places.items() if place == at]:
            if _make_room(other, wanted, places, load, tried):
                places[name] = at
                return True
    return False
