"""A number with its dimensions, and the arithmetic that keeps the dimensions honest.

Values are in bytes, seconds and counts. Dimensions map a name (`byte`, `time`, `usd` or any noun) to its
power; a power of zero is never stored, so that two quantities of one kind have equal mappings.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import NamedTuple

from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.nouns import plural

Dims = Mapping[str, int]

PLAIN: Dims = {}
HIGHEST_POWER = 9  # a tenth power of a unit is a slip of the pen, and would print as a paragraph


class Quantity(NamedTuple):
    value: float
    dims: Dims


class Share(Quantity):
    """A percentage. As a number it is a quantity like others; what it is added to, it is a part of."""


def finite(value: float, dims: Dims) -> Quantity:
    """Every result passes here, so that infinity never travels on and turns up somewhere else."""
    if not isfinite(value):
        raise SheetError("the result is too large to calculate", mend="numbers go up to 1e308")
    return Quantity(value, dims)


def combine(left: Dims, right: Dims, sign: int) -> Dims:
    """The dimensions of a product (sign 1) or of a quotient (sign -1)."""
    if not right:
        return left
    merged = dict(left)
    for name, power in right.items():
        total = merged.get(name, 0) + sign * power
        if abs(total) > HIGHEST_POWER:
            raise SheetError(f"{plural(name)} to the power {total} can't be meant")
        if total:
            merged[name] = total
        else:
            del merged[name]
    return merged


def multiply(left: Quantity, right: Quantity) -> Quantity:
    return finite(left.value * right.value, combine(left.dims, right.dims, 1))


def divide(left: Quantity, right: Quantity) -> Quantity:
    if right.value == 0:
        raise SheetError("division by zero", mend="what stands behind '/' comes to 0")
    if _is_count(left.dims) and counted_per_time(right.dims) is not None:
        return finite(left.value / right.value, {"time": 1})
    return finite(left.value / right.value, combine(left.dims, right.dims, -1))


def _is_count(dims: Dims) -> bool:
    """`10k orders / 500 charges/s` is a time, under whatever name both are counted."""
    return len(dims) == 1 and all(power_ == 1 and name not in _RANK for name, power_ in dims.items())


def add(left: Quantity, right: Quantity, sign: int = 1) -> Quantity:
    """`5 TB + 10%` is 5.5 TB and `100 - 10%` is 90, but shares add up, and `1 - 99.9%` is what is left of all."""
    if isinstance(right, Share) and not isinstance(left, Share) and (left.dims or abs(left.value) > 1):
        return finite(left.value * (1 + sign * right.value), left.dims)
    require_same(left.dims, right.dims, "add" if sign > 0 else "subtract")
    total = finite(left.value + sign * right.value, left.dims)
    return Share(*total) if isinstance(left, Share) and isinstance(right, Share) else total


def power(base: Quantity, exponent: Quantity) -> Quantity:
    if exponent.dims:
        raise SheetError(f"an exponent must be a plain number, not {describe(exponent.dims)}")
    if base.value == 0 and exponent.value < 0:
        raise SheetError("division by zero", mend="0 has no negative power")
    if base.value < 0 and exponent.value != int_or_zero(exponent.value):
        raise SheetError("a negative number has no such root")
    try:
        value = base.value**exponent.value
    except OverflowError:
        raise SheetError("the result is too large to calculate", mend="check the powers in this line") from None
    return finite(value, raise_dims(base.dims, exponent.value))


def int_or_zero(value: float) -> int:
    return int(value) if value == int(value) else 0


def raise_dims(dims: Dims, exponent: float) -> Dims:
    if not dims or exponent == 0:
        return PLAIN
    raised = {}
    for name, power_ in dims.items():
        total = power_ * exponent
        if total != int(total):
            raise SheetError(f"there is no such root of {describe(dims)}")
        if abs(total) > HIGHEST_POWER:
            raise SheetError(f"{plural(name)} to the power {total:g} can't be meant")
        raised[name] = int(total)
    return raised


def require_same(left: Dims, right: Dims, verb: str) -> None:
    """Adding, subtracting and comparing need one kind on both sides; say which kinds they are."""
    if left == right:
        return
    what = f"can't {verb} {describe(left)} and {describe(right)}"
    if not (left and right) and -1 not in (left.get("time"), right.get("time")):
        raise SheetError(what, mend="give each number its unit")
    if _without_time(left) == _without_time(right):
        raise SheetError(what, mend="one side is per unit of time; multiply it by a time first")
    if counted_per_time(left) is not None and counted_per_time(right) is not None:
        raise SheetError(what, mend="show each 'to qps' first, on lines of their own")
    raise SheetError(what, mend="convert one side first")


def counted_per_time(dims: Dims) -> str | None:
    """The noun of a rate such as searches/s, or no noun (1/s); nothing for sizes, money and all else."""
    if dims.get("time") != -1 or len(dims) > 2:
        return None
    noun = next((name for name in dims if name != "time"), "")
    return None if noun in _RANK or dims.get(noun, 1) != 1 else noun


def _without_time(dims: Dims) -> Dims:
    return {name: power_ for name, power_ in dims.items() if name != "time"}


def measured(dims: Dims) -> Dims:
    """Sizes, times and money, without what is counted."""
    return {name: power_ for name, power_ in dims.items() if name in _RANK}


def describe(dims: Dims) -> str:
    """Dimensions in words: `bytes`, `requests/time`, `a plain number`."""
    if not dims:
        return "a plain number"
    over = [_in_words(name) for name, power_ in ordered(dims) if power_ > 0 for _ in range(power_)]
    under = [name for name, power_ in ordered(dims) if power_ < 0 for _ in range(-power_)]
    return "/".join(["*".join(over) or "1", *under])


def _in_words(name: str) -> str:
    return name if name == "time" else plural(name)


def ordered(dims: Dims) -> list[tuple[str, int]]:
    """A stable order for people: sizes and money first, then nouns by name, time last."""
    return sorted(dims.items(), key=lambda item: (_RANK.get(item[0], 2), item[0]))


_RANK = {"byte": 0, "usd": 1, "eur": 1, "gbp": 1, "time": 3}
