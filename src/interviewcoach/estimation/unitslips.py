"""Mistyped units: `5 yers` is asked about instead of being counted as a noun of that name."""

from __future__ import annotations

from functools import lru_cache

from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.nouns import singular
from interviewcoach.estimation.spelling import slips
from interviewcoach.estimation.units import UNITS, Unit, find_unit

# Next to shorter words and to abbreviations there are too many nouns: bins by mins, bids by bits, sets by secs.
_SHORTEST = 4
_SHORT_BUT_SPELT_OUT = frozenset({"days", "hour", "week", "year", "byte"})
_SPELT_OUT = tuple(
    word
    for word, unit in UNITS.items()
    if unit.dims in ({"time": 1}, {"byte": 1}) and word.islower() and (len(word) > _SHORTEST or word in _SHORT_BUT_SPELT_OUT)
)
_MAGNITUDES = ("hundred", "thousand", "million", "billion", "trillion")
# Slips that are no words, next to units too short to ask about every neighbour.
_KNOWN_SLIPS = {"yer": "year", "dya": "day", "hur": "hour", "wek": "week"}
_ABBREVIATED = {f"{letter}byte": f"{letter.upper()}B" for letter in "kmgtpe"}
# Words that are one letter away from a unit, and things or people none the less.
_REAL_NOUNS = frozenset(
    "bear dear ear fear gear pear rear tear wear yeah yea yeat bay dab dad dag dao dam dap daw dray hay jay lay may nay "
    "pay ray say way bate bite bye bytea four pour sour tour our your geek leek peek reek seek weed weep wee weak "
    "minuet minus moth mouth eb bullion pillion mullion ebb".split()
)


def known_or_noun(word: str, column: int) -> Unit:
    """What a word after a number or a slash stands for; an unknown one is a noun that can be counted."""
    unit = find_unit(word)
    if unit is not None:
        return unit
    meant = meant_unit(word)
    if meant is not None:
        raise SheetError(f"{word!r} isn't a known unit", column, f"did you mean {meant!r}?")
    return Unit(1.0, {singular(word): 1})


@lru_cache(maxsize=2048)
def meant_unit(word: str) -> str | None:
    """The unit that a word misses by one slip, unless the word is a noun in its own right."""
    low = word.lower()
    if singular(low) in _REAL_NOUNS:
        return None
    if low in _KNOWN_SLIPS:
        return _KNOWN_SLIPS[low]
    if singular(low) in _ABBREVIATED:
        return _ABBREVIATED[singular(low)]
    one = word.removesuffix("s")
    if one != word and _is_size(one):
        return one
    if one.lower().endswith("bb") and _is_size(one[:-1]):
        return one[:-1]
    if len(low) < _SHORTEST or not low.isalpha():
        return None
    magnitude = next((known for known in _MAGNITUDES if slips(singular(low), known) == 1), None)
    near = [known for known in _SPELT_OUT if abs(len(known) - len(low)) <= 1 and slips(low, known) == 1]
    return magnitude or max(near, key=len, default=None)


def _is_size(word: str) -> bool:
    return word in UNITS and UNITS[word].dims == {"byte": 1}
