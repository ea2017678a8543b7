"""How much one sentence can carry: a line that touches eight criteria explains none of them.

Every criterion that is more than named needs room in a sentence that shows it, a few words each. Which find room does not
hang on the order of the text, and a further sentence can only make room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

WORDS_EACH = 5  # counted words of a sentence for one criterion; the tersest of good notes take no fewer


def room_of(words: int) -> int:
    return max(1, words // WORDS_EACH)


def placed(wanted: Mapping[str, Sequence[int]], room: Mapping[int, int]) -> dict[str, int]:
    """A place for each name, of those that it wants, no place with more names than it has room for. Names that come first
    go first; who has a place may move for another, but never loses it."""
    inside: dict[int, list[str]] = {}

    def settle(name: str, tried: set[int]) -> bool:
        for place in wanted[name]:
            if place in tried:
                continue
            tried.add(place)
            here = inside.setdefault(place, [])
            if len(here) < room[place]:
                here.append(name)
                return True
            for other in here:
                if settle(other, tried):
                    here.remove(other)
                    here.append(name)
                    return True
        return False

    for name in wanted:
        settle(name, set())
    return {name: place for place, names in inside.items() for name in names}
