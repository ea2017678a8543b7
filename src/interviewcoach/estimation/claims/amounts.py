"""Reads one amount: a number, its magnitude and unit, what it counts, and per what."""

from __future__ import annotations

from interviewcoach.estimation.claims.scanning import MARK, NUMBER, WORD, Token
from interviewcoach.estimation.claims.vocabulary import (
    PLAIN_NOUNS,
    RATE_WORDS,
    STOP_WORDS,
    TIMES_WORDS,
    Reading,
    is_size_word,
    is_time_word,
    magnitude,
    time_scale,
    unit_readings,
)
from interviewcoach.estimation.nouns import singular
from interviewcoach.estimation.units import find_unit

_MOST_NOUNS = 4
_QUOTED_NOUNS = 2
_SMALLEST, _LARGEST = 1e-30, 1e30
DAILY = {"daily": "day", "hourly": "hour", "monthly": "month", "yearly": "year", "annually": "year", "weekly": "week"}
_ONE = (Reading(1.0, 0, 0, 1.0),)


class Amount:
    """What was read, where it stands, and whether it can be relied on."""

    __slots__ = (
        "each", "end", "multiplier", "next", "nouns", "number", "per", "readings", "said_end", "sound", "spaced",
        "start", "unit", "unit_end",
    )  # fmt: skip

    def __init__(self, token: Token) -> None:
        self.start = token.start
        self.end = self.unit_end = self.said_end = token.end  # the phrase, its unit, what is worth quoting
        self.number = token.value
        self.readings: tuple[Reading, ...] = _ONE
        self.unit = ""  # the size or time unit as written
        self.spaced = False  # a blank before the unit: `16 B keys` are of bytes, `16B keys` are billions
        self.nouns: list[str] = []
        self.per: list[str] = []  # what stands behind slashes, as written: "day", "user"
        self.each = False
        self.multiplier = False  # `3x`, `3 replicas`: a pure factor
        self.sound = True  # False for ranges, ratios, clock times and the like
        self.next = 0

    @property
    def is_bare(self) -> bool:
        """Is it nothing but a number?"""
        return self.readings == (Reading(self.number, 0, 0, self.number),) and not self.per

    @property
    def counted(self) -> set[str]:
        """What there is so much of, where that was said."""
        return {singular(noun) for noun in self.nouns if noun not in PLAIN_NOUNS}

    @property
    def counts_billions(self) -> bool:
        return self.unit == "B" and not self.spaced and bool(self.counted)

    def may_count(self, other: Amount) -> bool:
        """Do both count the same, as far as was said?"""
        one, two = self.counted, other.counted
        return not one or not two or bool(one & two)

    @property
    def has_time(self) -> bool:
        return any(reading.time for reading in self.readings)


def read_amount(tokens: list[Token], at: int, exponent: float | None = None) -> Amount:
    """The amount that begins with the number at this place; `next` tells where it ends."""
    amount = Amount(tokens[at])
    reader = _AmountReader(tokens, at + 1, amount)
    amount.sound = _SMALLEST < amount.number < _LARGEST and _stands_alone(tokens, at)
    if exponent is None:
        reader.magnitude_and_unit()
    reader.nouns_and_denominators()
    amount.next = reader.at
    _scale(amount, amount.number)
    if amount.multiplier and amount.nouns[:1] == ["replica"]:  # "with 1 replica" there are two
        amount.readings += (Reading(amount.number + 1, 0, 0, amount.number + 1),)
    return amount


def read_tail(tokens: list[Token], at: int, first: Token) -> Amount:
    """Units and nouns after a power or a bracket: `2^30 bytes`, `(3 + 4) GB`."""
    amount = Amount(Token(NUMBER, "1", first.start, tokens[at - 1].end, 1.0))
    reader = _AmountReader(tokens, at, amount)
    reader.magnitude_and_unit()
    reader.nouns_and_denominators()
    amount.next = reader.at
    return amount


def _scale(amount: Amount, factor: float) -> None:
    amount.readings = tuple(
        Reading(reading.strict * factor, reading.data, reading.time, reading.bare * factor) for reading in amount.readings
    )


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """Not the end of `2-3`, `00:30`, `v1.2`, `#4`, `< 5`."""
    if at == 0:
        return True
    before = tokens[at - 1]
    if before.kind != MARK:
        return True
    if before.text in "<>≠":
        return False
    glued = before.end == tokens[at].start
    tied = at > 1 and tokens[at - 2].end == before.start and tokens[at - 2].kind != MARK
    if glued and before.text in "#@&\\":
        return False
    return not (glued and tied and before.text in "-–:.'")


class _AmountReader:
    def __init__(self, tokens: list[Token], at: int, amount: Amount) -> None:
        self.tokens = tokens
        self.at = at
        self.amount = amount

    def _peek(self, ahead: int = 0) -> Token | None:
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else None

    def _glued(self, token: Token) -> bool:
        return token.start == self.tokens[self.at - 1].end

    def _take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        self.amount.end = token.end
        return token

    def magnitude_and_unit(self) -> None:
        amount, token = self.amount, self._peek()
        if token is None:
            return
        if token.kind == MARK:
            self._mark_after_number(token)
            return
        if token.kind != WORD:
            return
        scale = self._magnitudes()
        token = self._peek()
        if scale is not None:
            amount.readings = (Reading(scale, 0, 0, scale),)
            if token is not None and token.kind == MARK:
                self._mark_after_number(token)
        amount.unit_end = amount.said_end = amount.end
        if token is not None and token.kind == WORD:
            self._unit(token, scale)
            amount.said_end = amount.end

    def _magnitudes(self) -> float | None:
        """`k`, `million`, also `thousand million`."""
        scale = None
        while (token := self._peek()) is not None and token.kind == WORD:
            step = magnitude(token.text)
            if step is None:
                break
            scale = (scale or 1.0) * step
            self._take()
        return scale

    def _unit(self, token: Token, scale: float | None) -> None:
        amount, glued = self.amount, self._glued(token)
        if token.text in TIMES_WORDS:
            after = self._peek(1)
            if glued or after is None or after.kind != NUMBER:
                amount.multiplier = glued
                if glued:
                    self._take()
            return
        found = unit_readings(token.text, glued)
        if token.text == "B" and not glued and not self._counted(self._peek(1)):
            found = found[1:]  # "400 B" of nothing named are bytes
        if found and not (scale is not None and len(found) > 1):
            factor = scale or 1.0
            amount.readings = tuple(Reading(r.strict * factor, r.data, r.time, r.bare * factor) for r in found)
            amount.unit, amount.spaced = self._take().text, not glued
            if any(reading.data or reading.time > 0 for reading in found) or token.text in ("B", "m", "b", "G"):
                amount.unit_end = amount.end
            self._joined_by_hyphen()
        elif glued:
            amount.sound = False  # `2PC`, `99th`, `4xx`

    def _counted(self, after: Token | None) -> bool:
        return after is not None and after.kind == WORD and after.text.lower() not in STOP_WORDS

    def _mark_after_number(self, token: Token) -> None:
        amount, after = self.amount, self._peek(1)
        if not self._glued(token):
            return
        if token.text == "%":
            self._take()
            share = tuple(Reading(r.strict / 100, 0, 0, r.bare / 100) for r in amount.readings)
            rest = 1 - amount.number / 100
            if amount.number >= 80 and amount.number < 100:
                share += (Reading(rest / amount.number, 0, 0, rest / amount.number),)  # what a 95% hit rate leaves
            amount.readings = share
            amount.unit_end = amount.said_end = amount.end
            amount.unit = "%"
        elif token.text == "+" and not (after is not None and after.kind == NUMBER):
            self._take()
        elif token.text in "-–:" and after is not None and after.start == token.end and after.kind != MARK:
            amount.sound = False  # a range, a ratio, a time of day, `64-bit`

    def _joined_by_hyphen(self) -> None:
        token, after = self._peek(), self._peek(1)
        if token is None or after is None or token.kind != MARK or token.text not in "-–":
            return
        if self._glued(token) and after.start == token.end and after.kind != MARK:
            self.amount.sound = False  # `30d-active`, `5ms-10ms`

    def nouns_and_denominators(self) -> None:
        amount = self.amount
        for _ in range(_MOST_NOUNS * 2):
            token = self._peek()
            if token is None:
                return
            if token.kind == MARK:
                if token.text != "/" or not self._slash(token):
                    return
            elif token.kind == WORD:
                if not self._word(token):
                    return
            else:
                return
            if len(amount.nouns) > _MOST_NOUNS:
                return

    def _slash(self, slash: Token) -> bool:
        after = self._peek(1)
        if after is None or after.kind != WORD:
            return False
        word = after.text
        known = time_scale(word) is not None or find_unit(word) is not None
        if not known and (after.start != slash.end or not self._glued(slash)):
            return False
        self.at += 1
        self._take()
        self._per(word)
        return True

    def _word(self, token: Token) -> bool:
        """Takes one word of the noun phrase; False where the phrase ends."""
        low, after = token.text.lower(), self._peek(1)
        if low in DAILY:
            self._take()
            self._per(DAILY[low])
            return True
        if self._is_per(low, after):
            self.at += 1
            self._per(self._take().text)
            return True
        if low == "each":
            self._take()
            self.amount.each = True
            return True
        if low == "for" and after is not None and after.text.lower() in _PURPOSES:
            self.at += 1
            self._take()
            return True
        if low in STOP_WORDS or token.text in TIMES_WORDS:
            return False
        self._take()
        if low in _DISTANCES:
            self.amount.sound = False
        if low in RATE_WORDS and not self.amount.has_time:
            self._per_second()
            return True
        if not self.amount.unit and not self.amount.nouns and low in _FACTORS:
            self.amount.multiplier = True
        self.amount.nouns.append(low)
        if not self.amount.per and len(self.amount.nouns) <= _QUOTED_NOUNS:
            self.amount.said_end = token.end
        return True

    def _per_second(self) -> None:
        """`1.5B QPS`: behind a `B` that may also be bytes, the word decides that it is a count."""
        amount = self.amount
        counts = [reading for reading in amount.readings if not reading.data] or amount.readings
        amount.readings = tuple(reading._replace(time=-1) for reading in counts)
        amount.said_end = amount.end

    def _is_per(self, low: str, after: Token | None) -> bool:
        if after is None or after.kind != WORD or low not in ("per", "a", "an", "each", "every", "one"):
            return False
        return (
            is_time_word(after.text)
            or (low == "a" and is_size_word(after.text))
            or (low == "per" and after.text.lower() not in STOP_WORDS)
        )

    def _per(self, word: str) -> None:
        amount = self.amount
        amount.per.append(word.lower())
        amount.said_end = amount.end
        seconds = time_scale(word)
        unit = find_unit(word)
        if seconds is not None:
            amount.readings = tuple(Reading(r.strict / seconds, r.data, r.time - 1, r.bare) for r in amount.readings)
        elif unit is not None and unit.dims == {"byte": 1}:
            amount.readings = tuple(
                Reading(r.strict / unit.scale, r.data - 1, r.time, r.bare / unit.scale) for r in amount.readings
            )
        elif word in ("m", "M"):
            amount.sound = False  # a minute or a month


_DISTANCES = frozenset("km kms kilometer kilometers kilometre kilometres meter meters metre metres mile miles mi cm mm".split())
_PURPOSES = frozenset({"peak", "peaks", "replication", "redundancy", "safety", "headroom", "growth", "durability"})
_FACTORS = frozenset({"replica", "replicas", "copy", "copies", "times", "factor"})
