"""Makes computed claims in many phrasings, right ones and ones with a known slip. Used by estimation.py and its test."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

SLIPS = ("thousand", "bits", "clock", "forgotten", "power")
_NOUNS = ("posts", "links", "messages", "orders", "photos", "events", "trips", "searches", "payments", "uploads")
_TIMES = (" * ", " x ", " × ", "*", " times ")
_EQUALS = (" = ", " = ~", " ≈ ", " ~ ", " is about ", " is roughly ", " -> ", " → ", " => ", " which is ", ", that's about ",
           " comes to ", " makes ", " gives roughly ", " equals ", ", so about ", " so ", " is ")  # fmt: skip
_BEFORE = ("", "- ", "* ", "Scale: ", "I assume ", "Say ", "Storage: ", "so we have ", "Numbers, roughly. ", "The estimate is ",
           "2. ", "ok so ", "(back of the envelope) ", "Writes: ")  # fmt: skip
_AFTER = ("", ".", ", fine", ", so one machine isn't enough", " on average", ", p99 stays under 200 ms", ". We shard it",
          ", peak maybe 3x that", "; the cache takes most of it", ", which fits", ". With 3 AZs that's ok")  # fmt: skip


class Made(NamedTuple):
    text: str
    slip: str | None  # None: right within rounding
    right: float  # in the unit of what was said
    said: float


class _Sum(NamedTuple):
    """A sum before it is said: the left side, its value, how results of that kind are written."""

    left: str
    value: float
    write: Callable[[float, random.Random], str]
    slips: dict[str, float]  # slip -> what is said over what is right
    weak_relation: bool = True  # may `so` and the like tie it?


def make_claim(rng: random.Random, slip: str | None) -> Made:
    """One claim; with a slip, the result said is off by that slip, else within 20%."""
    while True:
        made = rng.choice(_SUMS)(rng)
        if slip is not None and slip not in made.slips:
            continue
        factor = made.slips[slip] if slip is not None else rng.uniform(0.84, 1.19)
        relation = rng.choice(_EQUALS if made.weak_relation else _EQUALS[:4])
        said = _rounded(made.value * factor, rng.choice((2, 3)))
        text = rng.choice(_BEFORE) + made.left + relation + made.write(said, rng) + rng.choice(_AFTER)
        return Made(text, slip, made.value, said)


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


def _count(value: float, rng: random.Random) -> str:
    """`1.2B`, `1.2 billion`, `1,200,000`."""
    for short, long, scale in (("T", "trillion", 1e12), ("B", "billion", 1e9), ("M", "million", 1e6), ("k", "thousand", 1e3)):
        if value >= scale:
            shown = f"{value / scale:.4g}" if value < 1e4 * scale else f"{value / scale:,.0f}"
            return rng.choice((f"{shown}{short}", f"{shown} {long}", shown + short))
    return _plain(value)


def _size(value: float, rng: random.Random) -> str:
    units = ("B", "KB", "MB", "GB", "TB", "PB", "EB")
    step = 0
    while value >= 1000 and step < len(units) - 1:
        value, step = value / 1000, step + 1
    return f"{value:.4g}{rng.choice((' ', ''))}{units[step]}"


def _bits(value: float, rng: random.Random) -> str:
    for unit, scale in (("Tbps", 1e12), ("Gbps", 1e9), ("Mbps", 1e6)):
        if value >= scale:
            return f"{value / scale:.4g} {unit}"
    return f"{value / 1e3:.4g} kbps"


def _per_second(value: float, rng: random.Random) -> str:
    return _count(value, rng) + rng.choice(("/s", " per second", " a second", " writes/s", " QPS"))


def _millions(rng: random.Random) -> float:
    return rng.choice((5, 10, 20, 50, 80, 100, 150, 200, 300, 500, 800)) * 1e6


def _daily_to_second(rng: random.Random) -> _Sum:
    daily = _millions(rng) * rng.choice((1, 2, 5, 10))
    noun = rng.choice((*_NOUNS, ""))
    left = _count(daily, rng) + (f" {noun}" if noun else "") + rng.choice(("/day", " per day", " a day"))
    return _Sum(left, daily / 86_400, _per_second, {"thousand": rng.choice((1e3, 1e-3)), "clock": 86_400})


def _divided_day(rng: random.Random) -> _Sum:
    users, each = _millions(rng), rng.choice((2, 5, 10, 20))
    left = f"{_count(users, rng)}{rng.choice(_TIMES)}{each} / {rng.choice(('86400', '86,400'))}"
    return _Sum(left, users * each / 86_400, _per_second, {"thousand": rng.choice((1e3, 1e-3, 100, 0.01))})


def _users_times(rng: random.Random) -> _Sum:
    users, each, noun = _millions(rng), rng.choice((2, 5, 10, 20)), rng.choice(_NOUNS)
    left = f"{_count(users, rng)} users{rng.choice(_TIMES)}{each} {noun}/user/day"
    return _Sum(left, users * each / 86_400, _per_second, {"clock": 86_400, "thousand": rng.choice((1e3, 1e-3))})


def _storage(rng: random.Random) -> _Sum:
    count, noun = _millions(rng), rng.choice(_NOUNS)
    size = rng.choice((100, 200, 500, 1000, 2000, 20_000, 300_000))
    copies = rng.choice((1, 1, 2, 3))
    left = f"{_count(count, rng)} {noun}{rng.choice(_TIMES)}{_size(size, rng)}"
    if copies > 1:
        left += rng.choice((f" x {copies} replicas", f" * {copies} copies", f" × {copies}", f" with {copies} replicas"))
    per = rng.choice(("", " per day", "/day", "/month"))
    slips = {"thousand": rng.choice((1e3, 1e-3))}
    if copies > 1:
        slips["forgotten"] = 1 / copies
    return _Sum(left, count * size * copies, lambda value, chance: _size(value, chance) + per, slips)


def _years(rng: random.Random) -> _Sum:
    daily, years = rng.choice((1, 5, 20, 80, 100, 600)) * 1e9, rng.choice((1, 3, 5, 10))
    left = f"{_size(daily, rng)}/day{rng.choice(_TIMES)}365{rng.choice(_TIMES)}{years}"
    return _Sum(left, daily * 365 * years, _size, {"thousand": rng.choice((1e3, 1e-3, 10, 0.1))})


def _bandwidth(rng: random.Random) -> _Sum:
    rate, size = rng.choice((1e3, 5e3, 20e3, 100e3)), rng.choice((1000, 2000, 10_000, 50_000))
    left = f"{_count(rate, rng)} {rng.choice(('req/s', 'reads/s', 'requests/s'))}{rng.choice(_TIMES)}{_size(size, rng)}"
    if rng.random() < 0.5:
        return _Sum(left, rate * size * 8, _bits, {"bits": 1 / 8, "thousand": rng.choice((1e3, 1e-3))})
    write = lambda value, chance: _size(value, chance) + "/s"  # noqa: E731
    return _Sum(left, rate * size, write, {"bits": 8, "thousand": rng.choice((1e3, 1e-3))})


def _line_speed(rng: random.Random) -> _Sum:
    gigabits = rng.choice((1, 10, 25, 40, 100))
    write = lambda value, chance: _size(value, chance) + "/s"  # noqa: E731
    return _Sum(f"{gigabits} Gbps", gigabits * 1e9 / 8, write, {"bits": 8}, weak_relation=False)


def _peak(rng: random.Random) -> _Sum:
    rate, factor = rng.choice((1e3, 4e3, 12e3, 35e3, 100e3)), rng.choice((3, 5, 10))
    shape = rng.choice(
        ("{r}/s avg, peak x{f}", "{r}/s average, peak {f}x", "{r}/s, peak factor {f}", "{f} x {r}/s", "{r}/s * {f}")
    )
    left = shape.format(r=_count(rate, rng), f=factor)
    return _Sum(left, rate * factor, _per_second_plain, {"forgotten": 1 / factor}, weak_relation=False)


def _per_second_plain(value: float, rng: random.Random) -> str:
    return _count(value, rng) + rng.choice(("/s", " per second", " QPS"))


def _power(rng: random.Random) -> _Sum:
    base, exponent = rng.choice(((62, 6), (62, 7), (62, 8), (16, 6), (2, 32), (2, 40), (36, 6), (64, 6), (26, 5)))
    left = f"{base}{rng.choice(('^', '^', '**'))}{exponent}"
    wrong = base ** rng.choice((1, -1)) if base > 2 else rng.choice((1e3, 1e-3))
    return _Sum(left, float(base**exponent), _count, {"power": wrong})


def _transfer(rng: random.Random) -> _Sum:
    size, rate = rng.choice((1e12, 2e12, 4e12, 5e11)), rng.choice((50e6, 100e6, 200e6, 1e9))
    left = f"{_size(size, rng)} {rng.choice(('at', '/', 'over'))} {_size(rate, rng)}/s"
    return _Sum(left, size / rate, _duration, {"thousand": rng.choice((1e3, 1e-3))})


def _duration(value: float, rng: random.Random) -> str:
    for unit, scale in ((" days", 86_400), (" hours", 3600), (" minutes", 60)):
        if value >= 2 * scale:
            return f"{value / scale:.4g}{unit}"
    return f"{value:.4g} s"


_SUMS = (
    _daily_to_second, _divided_day, _users_times, _storage, _years, _bandwidth, _line_speed, _peak, _power, _transfer,
)  # fmt: skip
