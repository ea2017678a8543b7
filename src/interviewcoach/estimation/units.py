"""The words that the worksheet knows: units, magnitudes, keywords. All else after a number is a count noun."""

from __future__ import annotations

from functools import lru_cache
from math import pi
from typing import NamedTuple

from interviewcoach.estimation.quantity import Dims


class Unit(NamedTuple):
    scale: float
    dims: Dims


MINUTE, HOUR, DAY, YEAR = 60.0, 3600.0, 86400.0, 365 * 86400.0
WEEK = 7 * DAY
MONTH = YEAR / 12
FEWEST_PERIODS = 4  # days or hours that a plain number may count: x 2 and x 3 are mostly copies

MAGNITUDES = {
    "k": 1e3, "K": 1e3, "thousand": 1e3, "M": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "millions": 1e6,
    "mio": 1e6, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "bln": 1e9, "dozen": 12.0, "mrd": 1e9,
    "bn": 1e9, "Bn": 1e9, "BN": 1e9, "billion": 1e9, "billions": 1e9, "T": 1e12, "tn": 1e12,
    "trillion": 1e12, "trillions": 1e12, "hundred": 1e2,
}  # fmt: skip
BILLION_OR_BYTES = "B"

_TIMES = {
    1e-9: "ns nanosecond nanoseconds",
    1e-6: "us µs μs microsecond microseconds",
    1e-3: "ms millisecond milliseconds msec millis",
    1.0: "s sec secs second seconds",
    MINUTE: "min mins minute minutes",
    HOUR: "h hr hrs hour hours",
    DAY: "d day days",
    WEEK: "wk wks week weeks",
    MONTH: "mo mos mth mths month months",
    YEAR: "y yr yrs year years",
}
_PER_SECOND = {
    "qps": "query", "rps": "request", "tps": "transaction", "iops": "operation", "wps": "write", "fps": "frame",
}  # fmt: skip
_PER_MINUTE = {"qpm": "query", "rpm": "request", "tpm": "transaction"}
# What is asked of a system, whoever asks: `to qps` counts it under one name.
REQUESTS = frozenset({"query", "request", "transaction", "operation"})
_MONEY = {"usd": "usd USD dollar dollars", "eur": "eur EUR euro euros", "gbp": "gbp GBP"}
MONEY_SIGNS = {"$": "usd", "€": "eur", "£": "gbp"}
PURE_MULTIPLIERS = frozenset({"replica", "replicas", "copy", "copies", "factor", "factors", "time"})

_FUNCTIONS_ONLY = ("max", "min", "ceil", "floor", "round", "sqrt", "log2", "log10")
FUNCTIONS = (*_FUNCTIONS_ONLY, "ln", "log", "exp", "avg", "sum")  # the last may be names as well: log = 1 KB
OF_MANY = frozenset({"max", "min", "avg", "sum", "log"})
CONSTANTS = {"pi": pi}
TIMES_WORDS = frozenset({"x", "X", "times"})
SHOW_WORDS = frozenset({"to", "in"})
PERCENT = frozenset({"%", "percent", "pct"})
ARTICLES = frozenset({"a", "an"})
OVER = "over"  # divides where an amount follows: `10M requests over 10 min`
AT = frozenset({"at", "@"})  # multiplies where an amount follows: `1 PB at $23/TB/month`
KEYWORDS = TIMES_WORDS | SHOW_WORDS | {"per", "of", "nines"}
AMBIGUOUS = {
    "m": "m is ambiguous: write M (million), min, mo (month) or ms",
    "b": "b is ambiguous: write bit, B (bytes) or bn (billion)",
    "G": "G is ambiguous: write GB, Gbit or bn (billion)",
    "gig": "gig is ambiguous: write GB or Gbit",
    "gigs": "gigs is ambiguous: write GB or Gbit",
}
COUNT_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip


def _build() -> dict[str, Unit]:
    table = {word: Unit(1.0, {}) for word in (*PURE_MULTIPLIERS, *TIMES_WORDS)}
    for scale, words in _TIMES.items():
        table.update({word: Unit(scale, {"time": 1}) for word in words.split()})
    for noun, words in _MONEY.items():
        table.update({word: Unit(1.0, {noun: 1}) for word in words.split()})
    for word, noun in _PER_SECOND.items():
        table[word] = table[word.upper()] = Unit(1.0, {noun: 1, "time": -1})
    for word, noun in _PER_MINUTE.items():
        table[word] = table[word.upper()] = Unit(1 / MINUTE, {noun: 1, "time": -1})
    table.update(_sizes())
    return table


def _sizes() -> dict[str, Unit]:
    """SI and IEC, bytes and bits. In lower case `gb` is taken for bytes, `Gb` and all of `-bps` for bits."""
    size, rate = {"byte": 1}, {"byte": 1, "time": -1}
    table = {word: Unit(1.0, size) for word in ("B", "byte", "bytes")}
    table |= {word: Unit(0.125, size) for word in ("bit", "bits")}
    table["bps"] = Unit(0.125, rate)
    table["GbE"] = Unit(1e9 / 8, rate)
    for step, prefix in enumerate(("kilo", "mega", "giga", "tera", "peta", "exa"), start=1):
        si, low = 1000.0**step, prefix[0]
        letter = low.upper()
        table |= {prefix + word: Unit(si * table[word].scale, size) for word in ("byte", "bytes", "bit", "bits")}
        table |= {word: Unit(si, size) for word in (letter + "B", low + "B", low + "b")}
        table |= {word: Unit(1024.0**step, size) for word in (letter + "iB", low + "ib")}
        table |= {word: Unit(si / 8, size) for word in (letter + "b", letter + "bit", low + "bit")}
        table |= {word: Unit(si / 8, rate) for word in (letter + "bps", low + "bps")}
        table[letter + "Bps"] = Unit(si, rate)
    return table


UNITS = _build()


@lru_cache(maxsize=2048)
def find_unit(word: str) -> Unit | None:
    """A known unit, or nothing. Long words may be written in any case (`Bytes`, `DAYS`)."""
    found = UNITS.get(word)
    if found is None and len(word) > 2:
        found = UNITS.get(word.lower())
    return found


def is_reserved(name: str) -> bool:
    """Names that a line may not have. `replicas = 3` is allowed: after a number it still means the unit."""
    if name in PURE_MULTIPLIERS or name.lower() in _PER_SECOND or name.lower() in _PER_MINUTE:
        return False
    return name in UNITS or name in MAGNITUDES or name in KEYWORDS or name in _FUNCTIONS_ONLY or name == "m"


def is_unit_and_name(word: str) -> bool:
    """Units that a line may be called after none the less: `QPS`, and `Days` as opposed to `days`."""
    return find_unit(word) is not None and word not in PURE_MULTIPLIERS and not is_reserved(word)
