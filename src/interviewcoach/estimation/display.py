"""A quantity as an interviewer would say it: three significant digits and the unit that fits.

What is printed here can be typed back into a sheet. The one exception is a plain number of billions,
whose `B` is read as bytes when no noun follows.
"""

from __future__ import annotations

import math

from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.nouns import DOERS, plural, singular
from interviewcoach.estimation.quantity import Dims, Quantity, Share, counted_per_time, describe, ordered
from interviewcoach.estimation.syntax import Target
from interviewcoach.estimation.units import DAY, HOUR, MINUTE, MONTH, REQUESTS, YEAR, find_unit

_SUFFIXES = (("", 1.0), ("k", 1e3), ("M", 1e6), ("B", 1e9), ("T", 1e12))
_SIZES = tuple((name, 1000.0**step) for step, name in enumerate(("B", "KB", "MB", "GB", "TB", "PB", "EB")))
_TIMES = (
    ("ns", 1e-9), ("us", 1e-6), ("ms", 1e-3), ("s", 1.0), ("min", MINUTE), ("h", HOUR), ("days", DAY), ("years", YEAR),
)  # fmt: skip
_SLOW_RATES = (("day", DAY), ("month", MONTH), ("year", YEAR))
_MONEY = {"usd": "$", "eur": "€", "gbp": "£"}
_KINDS = frozenset({"byte", "time", *_MONEY})  # what is measured and not counted
_SLOWEST_PER_SECOND = 0.1
_LARGEST_SUFFIX = 1e15
_MOST_DIGITS = 9
_HARDLY = 1e-12  # what binary fractions leave of 1 when they multiply to it


def significant(value: float, digits: int = 3) -> float:
    """Rounded half up, as people round; the nudge undoes what binary fractions do to 54.75."""
    if value == 0:
        return 0.0
    return float(f"{value * (1 + 1e-12):.{digits - 1}e}")


def _fixed(value: float) -> str:
    """A rounded number without exponent or idle zeros."""
    if value != 0 and not 1e-4 <= abs(value) < _LARGEST_SUFFIX:
        mantissa, exponent = f"{value:.2e}".split("e")
        return f"{mantissa.rstrip('0').rstrip('.')}e{int(exponent)}"
    return f"{value:.12f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def number(value: float, billion: str = "B", digits: int = 3) -> str:
    """`28.9k`, `4.29B`, `0.15`."""
    rounded = significant(value, digits)
    size = abs(rounded)
    if size >= _LARGEST_SUFFIX or size < 1000:
        return _fixed(rounded)
    name, scale = next((name, scale) for name, scale in reversed(_SUFFIXES) if size >= scale)
    return _fixed(significant(rounded / scale, digits)) + (billion if name == "B" else name)


def _in_unit(value: float, units: tuple[tuple[str, float], ...], digits: int) -> str:
    """The largest unit of which there is at least one, after rounding."""
    size = abs(significant(value, digits)) * (1 + 1e-12)
    name, scale = next(((name, scale) for name, scale in reversed(units) if size >= scale), units[0])
    shown = number(value / scale, "bn", digits)
    if shown in ("1", "-1") and name in ("days", "years"):
        name = name[:-1]
    return f"{shown} {name}"


def show_left(quantity: Quantity, share: Quantity) -> str:
    """As `show`, with so many digits that what is left of an amount does not look like all of it: 99.9% of 30 days."""
    lost = 1 - share.value
    digits = math.ceil(-math.log10(lost) - 1e-9) + 1 if 0 < lost < 1 else 0
    return show(quantity, min(max(digits, 3), _MOST_DIGITS))


def show(quantity: Quantity, digits: int = 3) -> str:
    """The text of a result."""
    value, dims = quantity
    over = [name for name, power in ordered(dims) if power > 0 for _ in range(power)]
    under = [name for name, power in ordered(dims) if power < 0 for _ in range(-power)]
    value, tail = _per(value, over, under)
    lead = over[0] if over else ""
    if not dims and 0.99 <= value < 1 - _HARDLY:
        return percent(value)
    if over.count(lead) == 1 and (lead == "byte" or over == ["time"]):
        head = _in_unit(value, _SIZES if lead == "byte" else _TIMES, digits)
        return head + "".join(f"·{_base(name)}" for name in over[1:]) + tail
    if lead in _MONEY:
        head = ("-" if value < 0 else "") + _MONEY[lead] + number(abs(value), "bn", digits)
        return head + "".join(f"·{_base(name)}" for name in over[1:]) + tail
    if not over:
        return number(value, "bn" if tail else "B", digits) + tail
    head = number(value, "bn" if lead in ("byte", "time") else "B", digits)
    nouns = [_base(name) for name in over]
    if head != "1" and over[-1] not in ("byte", "time"):
        nouns[-1] = plural(over[-1])
    return f"{head} {'·'.join(nouns)}{tail}"


def _base(name: str) -> str:
    return {"byte": "B", "time": "s"}.get(name, name)


def _per(value: float, over: list[str], under: list[str]) -> tuple[float, str]:
    """What stands behind the slashes, and the value that goes with it."""
    tail = ""
    for name in under:
        if name == "time" and under.count("time") == 1:
            unit, scale = _rate_unit(value, bool(over) and over[0] in _MONEY)
        elif name == "byte":
            unit, scale = "GB", 1e9
        else:
            unit, scale = _base(name), 1.0
        value *= scale
        tail += f"/{unit}"
    return value, tail


def _rate_unit(value: float, money: bool) -> tuple[str, float]:
    """Rates are said per second, unless that leaves almost nothing; money is said per month."""
    if money:
        return "month", MONTH
    if value == 0 or abs(value) >= _SLOWEST_PER_SECOND:
        return "s", 1.0
    return next(((name, scale) for name, scale in _SLOW_RATES if abs(value) * scale >= 1), _SLOW_RATES[-1])


def show_in(quantity: Quantity, target: Target) -> tuple[Quantity, str]:
    """The text of a result in the unit that `to` asked for, and the quantity that it states."""
    if target.is_percent:
        if quantity.dims:
            raise SheetError(f"can't show {describe(quantity.dims)} in percent", target.column)
        return Share(*quantity), percent(quantity.value)
    if _is_downtime(quantity, target):
        quantity = Quantity(1 - quantity.value, quantity.dims)
    over, dims = _missing_nouns(quantity.dims, target)
    if dims != quantity.dims and not _are_requests(quantity.dims, dims) and not _is_size_of_many(quantity.dims, dims):
        what, unit = describe(quantity.dims), _target_text(list(target.over), target, "2")
        mend = _mend(quantity.dims, dims) or f"it comes to {show(quantity)}"
        raise SheetError(f"can't show {what} in {unit.strip()}", target.column, mend)
    shown = _all_digits(quantity.value / target.scale)
    if target.over[:1] == ("$",):
        shown = "$" + shown
    return Quantity(quantity.value, dims), shown + _target_text(over, target, shown)


def percent(value: float) -> str:
    """Three digits; close to 100% the digits that tell one availability from the next."""
    share = value * 100
    if 99 <= share < 100:
        decimals = max(4, 2 - math.floor(math.log10(100 - share) + 1e-9)) if share < 100 else 0
        return f"{share:.{min(decimals, 12)}f}".rstrip("0").rstrip(".") + "%"
    return _fixed(significant(share, 3 if share < 90 else 4)) + "%"


def _is_downtime(quantity: Quantity, target: Target) -> bool:
    """`four nines to min/month` asks for the time that is lost, never for the time that is left."""
    between_times = not target.dims and target.scale < 1 and len(target.over) == len(target.under) == 1
    return between_times and not quantity.dims and 0.5 <= quantity.value < 1


def _are_requests(given: Dims, wanted: Dims) -> bool:
    """`5B searches/day to qps` asks to count by another name; between reads and writes nobody may."""
    noun, other = counted_per_time(given), counted_per_time(wanted)
    return noun is not None and bool(other) and (other in REQUESTS or noun in REQUESTS)


def _is_size_of_many(given: Dims, wanted: Dims) -> bool:
    """`10k requests/s * 2 KB to Gbps`: a size times a count of things is that many bytes, whatever the things are."""
    nouns = {name for name, power in given.items() if power > 0 and name not in wanted and name not in _KINDS}
    return bool(nouns) and "byte" in wanted and {name: given[name] for name in given if name not in nouns} == dict(wanted)


def better_written(quantity: Quantity) -> str:
    """How to write what is meant to be for each of something, so that it comes to what is wanted; else ""."""
    nouns = [name for name, power in quantity.dims.items() if name not in _KINDS and power > 0]
    if any(quantity.dims[name] != 1 for name in nouns):
        return ""
    if quantity.dims.get("byte") == 1 and len(nouns) == 1:
        return f"write the size per {nouns[0]} (bytes/{nouns[0]}), and it is {_without(nouns[0], quantity)}"
    return _rate_of_each(quantity, nouns)


def _rate_of_each(quantity: Quantity, nouns: list[str]) -> str:
    """`100M users * 10 requests/day` comes to request·users/s, and means the requests of each user."""
    order = list(quantity.dims)
    if len(nouns) != 2 or len(order) != 3 or quantity.dims.get("time") != -1:
        return ""
    deed = order[order.index("time") - 1]  # as typed: what is counted stands before the time
    (doer,) = (noun for noun in nouns if noun != deed)
    if doer not in DOERS or deed in DOERS:
        return ""
    return f"give the {plural(deed)} per {doer} ({plural(deed)}/{doer}/{DOERS[doer]}), and it is {_without(doer, quantity)}"


def _without(noun: str, quantity: Quantity) -> str:
    return show(Quantity(quantity.value, {name: power for name, power in quantity.dims.items() if name != noun}))


def _mend(given: Dims, wanted: Dims) -> str:
    """How to get from what there is to what is asked for."""
    per = next((name for name, power in given.items() if power < 0 and name != "time" and name not in wanted), None)
    if per is not None:
        return f"it is for each {per}: multiply by how many there are"
    without = {name: power for name, power in given.items() if name != "time"}
    if without == {name: power for name, power in wanted.items() if name != "time"}:
        return "divide by a time first" if wanted.get("time", 0) < given.get("time", 0) else "multiply by a time first"
    return ""


def _missing_nouns(dims: Dims, target: Target) -> tuple[list[str], Dims]:
    """`to /day` leaves out what is counted: take it from the quantity."""
    if target.over:
        return list(target.over), target.dims
    nouns = {name: power for name, power in dims.items() if power > 0 and name not in ("byte", "time")}
    return [name for name, power in nouns.items() for _ in range(power)], {**nouns, **target.dims}


def _all_digits(value: float) -> str:
    rounded = round(value)
    if 1000 <= abs(rounded) <= 9999:
        return f"{rounded:,}"
    return number(value, "bn")


def _target_text(over: list[str], target: Target, shown: str) -> str:
    words = list(over)
    if words[:1] == ["$"]:
        words = words[1:]
    if words and find_unit(words[-1]) is None:
        words[-1] = singular(words[-1]) if shown == "1" else plural(singular(words[-1]))
    head = f" {'·'.join(words)}" if words else ""
    return head + "".join(f"/{word}" for word in target.under)
