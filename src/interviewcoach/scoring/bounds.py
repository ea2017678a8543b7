"""Numbers beyond a bound: `#time>10s` in a clause is a time of more than ten seconds, `#pct<99` a share below 99 %."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNITS = {
    "ns": 1e-9, "nanosecond": 1e-9, "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "microsecond": 1e-6, "ms": 1e-3, "msec": 1e-3,
    "milli": 1e-3, "millisecond": 1e-3, "s": 1.0, "sec": 1.0, "second": 1.0, "m": 60.0, "min": 60.0, "minute": 60.0,
    "h": 3600.0, "hr": 3600.0, "hour": 3600.0, "d": 86400.0, "day": 86400.0, "week": 604800.0, "wk": 604800.0, "mo": 2.63e6,
    "month": 2.63e6, "y": 3.156e7, "yr": 3.156e7, "year": 3.156e7, "%": 1.0, "percent": 1.0, "pct": 1.0,
}  # fmt: skip
_WORDS = {
    "half": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "couple": 2, "few": 3, "three": 3, "four": 4, "several": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_BOUND = re.compile(r"(?P<kind>time|pct)(?P<sign>[<>])(?P<limit>\S+)\Z")
_AMOUNT = re.compile(
    rf"\s*(?:a (?=few|couple))?(?P<value>\d[\d,_]*(?:\.\d+)?|(?:{'|'.join(_WORDS)})\b)[\s-]*(?:(?:an?|of)\s+)?"
    rf"(?P<unit>{'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})s?(?![a-z])",
    re.IGNORECASE,
)


class Bound(NamedTuple):
    kind: str
    above: bool
    limit: float  # seconds, or per cent

    def is_passed_by(self, amount: float) -> bool:
        return amount > self.limit if self.above else amount < self.limit


def bound_of(written: str) -> Bound | None:
    """The bound that stands behind a # in a clause, if it is one."""
    match = _BOUND.match(written)
    limit = amount_of(match["limit"]) if match else None
    if match is None or limit is None:
        return None
    return Bound(match["kind"], match["sign"] == ">", limit)


def amount_of(number: str) -> float | None:
    """The seconds of a time or the per cent of a share as somebody wrote it; None if it is neither."""
    match = _AMOUNT.match(number)
    if match is None:
        return None
    value = match["value"].lower()
    return (_WORDS[value] if value in _WORDS else float(value.replace(",", "").replace("_", ""))) * _UNITS[match["unit"].lower()]
