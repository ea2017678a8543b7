"""One side of a claim: a value in all its readings, and what is known about how it was written."""

from __future__ import annotations

from math import isfinite

from interviewcoach.estimation.claims.amounts import Amount
from interviewcoach.estimation.claims.vocabulary import PERIODS, Reading
from interviewcoach.estimation.units import find_unit

_MOST_READINGS = 16
# Numbers by which people change from one unit of time to another without naming it.
CLOCK_NUMBERS = frozenset(
    {7, 12, 24, 30, 31, 52, 60, 300, 360, 364, 365, 366, 1440, 3600, 4000, 8760, 80_000, 86_000, 86_400, 90_000,
     100_000, 2_500_000, 2_592_000, 2_600_000, 31_000_000, 31_500_000, 31_536_000, 30_000_000, 32_000_000}
)  # fmt: skip
SECONDS_A_DAY = frozenset({86_400.0, 86_000.0})
BITS_IN_A_BYTE = 8.0


class Side:
    """The value of one side in all its readings, and what is known about how it was written."""

    __slots__ = (
        "added",
        "all_day",
        "alone",
        "amount",
        "clock",
        "computed",
        "counts",
        "divided",
        "during",
        "end",
        "first",
        "implied",
        "in_bytes",
        "loose",
        "next",
        "per_day_divided",
        "per_noun",
        "readings",
        "sound",
        "start",
        "timed",
    )  # fmt: skip

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.readings: list[Reading] = [Reading(1.0, 0, 0, 1.0)]
        self.sound = True
        self.computed = False
        self.loose = False  # another way to combine the amounts is possible: only good for saying yes
        self.clock = False  # a bare 86400, 3600, 365 ... stands for a change of time unit
        self.per_day_divided = False  # divided by a bare 86400: the result is per second
        self.in_bytes = False  # divided by a bare 8: bits have become bytes
        self.implied = False  # multiplied by what is `each` or `of` so much: only sure when an equals sign follows
        self.divided = False  # among some: `200k/s / 10 servers`; dividing by a duration shares nothing out
        self.timed = False  # a unit of time was written somewhere
        self.per_noun = False
        self.alone = True  # nothing before it in its clause: `16 B` in `800 entries of 16 B` is not
        self.amount: Amount | None = None  # the amount, where it stands alone
        self.counts: tuple[float, ...] = ()  # plain numbers it was multiplied by, which may count days: `200 GB/day × 252`
        self.during: Side | None = None  # the duration in `5 TB in 2 years`
        self.all_day: tuple[Reading, ...] = ()  # `80% of 100M/day in 8 hours`: before the hours, in which all may come
        self.first: Side | None = None  # the first amount of an expression: `a * b = FIRST / 20 = c`
        self.added: tuple[Reading, ...] = ()  # what was added last: `700 MB + 8M * 60 B = 480 MB` may tell of that alone
        self.next = 0

    @classmethod
    def of(cls, amount: Amount) -> Side:
        side = cls(amount.start)
        side.end, side.next = amount.end, amount.next
        side.readings = list(amount.readings)
        side.sound = amount.sound
        side.timed = amount.has_time
        side.per_noun = any(find_unit(word) is None for word in amount.per)
        side.amount = amount
        return side

    @property
    def is_size(self) -> bool:
        return all(reading.data == 1 and not reading.time for reading in self.readings)

    @property
    def spread_readings(self) -> list[Reading]:
        """What `500 GB over five years` may come to as the result of a sum: so much in all, so that it only gets less a year."""
        in_all = self.during is not None and self.first is not None and self.first.is_size
        return [reading for reading in self.readings if reading.time <= 0] if in_all else self.readings

    @property
    def is_count(self) -> bool:
        return all(not reading.data and not reading.time for reading in self.readings)

    def combine(self, other: Side, sign: int) -> None:
        """Multiplies (1) or divides (-1) by the other side, in every pair of readings."""
        self.first = self.first or _copy(self)
        pairs = {_times(left, right, sign) for left in self.readings for right in other.readings}
        self.counts += (*_count_of_periods(self), *_count_of_periods(other)) if sign > 0 else ()
        factor = _plain_number(other)
        amount = other.amount
        bare = amount is not None and amount.is_bare and not amount.nouns and not amount.multiplier
        if factor == BITS_IN_A_BYTE and (sign < 0 or bare):  # `10 Gbit/s / 8 = 1.25 GB/s`, `2 GB x 8` only change the unit
            pairs |= {reading for reading in self.readings if reading.data}
        self.readings = [reading for reading in sorted(pairs) if isfinite(reading.strict) and reading.strict != 0]
        self._note(other)
        self.clock |= factor in CLOCK_NUMBERS or (other.amount is not None and other.amount.number in SECONDS_A_DAY)
        self.per_day_divided |= sign < 0 and factor in SECONDS_A_DAY
        self.in_bytes |= sign < 0 and factor == BITS_IN_A_BYTE
        # `1 ping / 4 s` is a ratio of what was told before
        self.loose |= (
            sign < 0 and self.first.amount is not None and self.first.amount.number == 1 and bool(self.first.amount.nouns)
        )
        self.divided |= (sign < 0 and not _lasts(other)) or other.divided
        self.loose |= 99 < factor < 100  # `4 x 99.99 = 99.96` speaks of availability, with the percent left out
        if len(self.readings) > _MOST_READINGS or not self.readings:
            self.sound = False
            self.readings = self.readings[:_MOST_READINGS]

    def combine_either(self, other: Side) -> None:
        """By product or by quotient: `5 TB at 100 MB/s` is a time, `200 users at 3/s` a rate."""
        inverse = _copy(self)
        inverse.combine(other, -1)
        self.combine(other, 1)
        kinds = {(reading.data, reading.time) for reading in self.readings}
        self.loose |= any((reading.data, reading.time) in kinds for reading in inverse.readings)
        self.readings = sorted({*self.readings, *inverse.readings})
        self.sound &= inverse.sound

    def add(self, other: Side, sign: int) -> None:
        self.first = self.first or _copy(self)
        sums = set()
        for left in self.readings:
            for right in other.readings:
                if (left.data, left.time) == (right.data, right.time):
                    strict, bare = left.strict + sign * right.strict, left.bare + sign * right.bare
                    if strict > 0:
                        sums.add(Reading(strict, left.data, left.time, bare))
        self._note(other)
        self.added = tuple(other.readings) if other.computed else ()
        self.readings = sorted(sums)[:_MOST_READINGS]
        if not sums or (self.timed and len(sums) > 1):
            self.sound = False

    def _note(self, other: Side) -> None:
        self.computed, self.amount = True, None
        self.sound &= other.sound
        self.loose |= other.loose
        self.clock |= other.clock
        self.implied |= other.implied
        self.timed |= other.timed
        self.per_day_divided |= other.per_day_divided
        self.per_noun |= other.per_noun
        self.end, self.next = other.end, other.next


def _copy(side: Side) -> Side:
    copy = Side(side.start)
    for slot in Side.__slots__:
        setattr(copy, slot, getattr(side, slot))
    return copy


def _lasts(side: Side) -> bool:
    return all(reading.time == 1 and not reading.data for reading in side.readings)


def _count_of_periods(side: Side) -> tuple[float, ...]:
    """The number of a factor that may count days or hours: it stands alone, or as `22 working days`."""
    amount, number = side.amount, _plain_number(side)
    if amount is None or not number or amount.per or amount.multiplier or amount.unit == "%":
        return ()
    return (number,) if not amount.nouns or not PERIODS.isdisjoint(amount.nouns) else ()


def _plain_number(side: Side) -> float:
    """The number, where the side is nothing else; else 0."""
    if side.amount is None or len(side.readings) != 1:
        return 0.0
    (only,) = side.readings
    return 0.0 if only.time or only.data else only.bare


def _times(left: Reading, right: Reading, sign: int) -> Reading:
    try:
        if sign > 0:
            return Reading(left.strict * right.strict, left.data + right.data, left.time + right.time,
                           left.bare * right.bare)  # fmt: skip
        return Reading(left.strict / right.strict, left.data - right.data, left.time - right.time,
                       left.bare / right.bare)  # fmt: skip
    except (OverflowError, ZeroDivisionError):
        return Reading(0.0, 0, 0, 0.0)
