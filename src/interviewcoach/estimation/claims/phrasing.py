"""What was said, and the right value in the same words."""

from __future__ import annotations

from interviewcoach.estimation.claims.sides import Side
from interviewcoach.estimation.claims.verdicts import Verdict, in_bits
from interviewcoach.estimation.claims.vocabulary import Reading
from interviewcoach.estimation.display import number, percent, show
from interviewcoach.estimation.quantity import Quantity

_MONEY_SIGNS = ("$", "€", "£")


def said_span(line: str, side: Side) -> tuple[int, int]:
    """Where the quoted result stands."""
    start = side.start - 1 if line[side.start - 1 : side.start] in _MONEY_SIGNS else side.start
    return start, side.amount.said_end if side.amount is not None else side.end


def right_value(line: str, side: Side, verdict: Verdict) -> str:
    """The right value, with the unit, the noun and the `per day` that the candidate used."""
    start, _ = said_span(line, side)
    return line[start : side.start] + _in_words(line, side, verdict)


def _in_words(line: str, side: Side, verdict: Verdict) -> str:
    amount, reading, scale = side.amount, verdict.right, verdict.scale
    tail = line[amount.unit_end : amount.said_end] if amount is not None else ""
    if amount is None:
        return number(reading.bare * scale)
    if amount.unit == "%":
        return percent(reading.bare * scale) + tail
    if reading.data > 0:
        rate_in_unit = amount.unit.lower().endswith("bps") and not amount.per
        if _is_in_bits(amount.unit, reading, side.readings[0]):
            return _bits(reading.bare * scale * 8, rate_in_unit) + tail
        return show(Quantity(reading.bare * scale, {"byte": 1})) + ("/s" if rate_in_unit else "") + tail
    if reading.time > 0:
        return show(Quantity(reading.strict * scale, {"time": 1})) + tail
    return number(reading.bare * scale) + tail


def _is_in_bits(unit: str, reading: Reading, first: Reading) -> bool:
    """`Gb` and `Gbit` are bits; `gb` is whichever of its readings, bytes first, was the right one."""
    if unit in ("kb", "Kb", "mb", "gb", "tb"):
        return reading.bare != first.bare
    return in_bits(unit)


def _bits(value: float, per_second: bool) -> str:
    for unit, size in (("T", 1e12), ("G", 1e9), ("M", 1e6), ("k", 1e3)):
        if value >= size:
            return f"{number(value / size)} {unit}{'bps' if per_second else 'bit'}"
    return f"{number(value)} {'bps' if per_second else 'bit'}"
