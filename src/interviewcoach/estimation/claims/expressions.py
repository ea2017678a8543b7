"""Reads one side of a claim from its tokens: a single amount, or a sum of products of amounts."""

from __future__ import annotations

from interviewcoach.estimation.claims.amounts import Amount, read_amount, read_tail
from interviewcoach.estimation.claims.scanning import MARK, NUMBER, WORD, Token
from interviewcoach.estimation.claims.sides import Side
from interviewcoach.estimation.claims.vocabulary import CHANGE, TIMES_WORDS, Reading

_MOST_FACTORS = 24
_DEEPEST = 8
_LARGEST_EXPONENT = 300.0
_ROUGHLY = frozenset({"about", "some", "around", "roughly"})
_SKIPPED = _ROUGHLY | {"a", "an", "the", "one"}
_HEDGES = _ROUGHLY | {"up", "to", "on", "average", "at", "most"}
_THROUGH = frozenset({"over", "through", "via", "on"})
_DURING = frozenset({"over", "in", "within", "inside", "during", "for"})
_SPREAD = frozenset({"from", "across", "over", "by", "with"})
_WITH = frozenset({"with", "w", "and", "plus", "including", "incl"})


def read_side(tokens: list[Token], at: int) -> Side:
    """The side that begins here, at a number or an opening bracket. `next` always moves on."""
    return _Reader(tokens, at).side()


class _Reader:
    def __init__(self, tokens: list[Token], at: int) -> None:
        self.tokens = tokens
        self.at = at
        self.depth = 0
        self.factors = 0

    def side(self) -> Side:
        side = self._sum()
        side.next = self.at
        return side

    def _peek(self, ahead: int = 0) -> Token | None:
        place = self.at + ahead
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def _is_mark(self, text: str, ahead: int = 0) -> bool:
        token = self._peek(ahead)
        return token is not None and token.kind == MARK and token.text == text

    def _word(self, ahead: int = 0) -> str:
        token = self._peek(ahead)
        return token.text.lower() if token is not None and token.kind == WORD else ""

    def _value_follows(self, ahead: int) -> bool:
        """Does a value begin there, perhaps behind `~`, a sign of money, or `up to`?"""
        token = self._peek(ahead)
        while token is not None and (
            (token.kind == MARK and token.text in "~$€£") or (token.kind == WORD and token.text.lower() in _HEDGES)
        ):
            ahead += 1
            token = self._peek(ahead)
        return token is not None and (token.kind == NUMBER or (token.kind == MARK and token.text == "("))

    def _skip_to_value(self) -> None:
        while (token := self._peek()) is not None and token.kind != NUMBER and token.text != "(":
            self.at += 1

    # sums and products

    def _sum(self) -> Side:
        left = self._product()
        while left.sound:
            if self._is_mark("+") or self._word() == "plus":
                sign = 1
            elif self._is_mark("-") and self._is_spaced():
                sign, left.loose = -1, True
            else:
                return left
            if not self._value_follows(1):
                left.sound = False
                return left
            self.at += 1
            left.add(self._product(), sign)
        return left

    def _is_spaced(self) -> bool:
        before, mark, after = self._peek(-1), self._peek(), self._peek(1)
        return bool(before and mark and after and before.end < mark.start and mark.end < after.start)

    def _product(self) -> Side:
        left = self._factor()
        while left.sound:
            sign = self._operator(left)
            if sign is None:
                if not self._preposition(left):
                    return left
            elif sign == 0:
                left.sound = False
            else:
                start = self.at
                self._apply(left, sign)
                self._note_idiom(left, start)
        return left

    def _apply(self, left: Side, sign: int) -> None:
        left.loose |= left.during is not None  # `5,000 in 1 ms × 2 µs`
        left.combine(self._factor(), sign)
        self.factors += 1
        if self.factors > _MOST_FACTORS:
            left.sound = False

    def _operator(self, left: Side) -> int | None:
        """1 to multiply, -1 to divide, 0 where an operator has no number behind it, nothing elsewhere."""
        token = self._peek()
        if token is None:
            return None
        sign = None
        if token.kind == MARK and token.text in "*/":
            sign = 1 if token.text == "*" else -1
        elif token.kind == WORD:
            sign = self._operator_word(token, left)
        if sign is None:
            return None
        if not self._value_follows(1):
            return 0
        self.at += 1
        self._skip_to_value()
        return sign

    def _operator_word(self, token: Token, left: Side) -> int | None:
        low = token.text.lower()
        if token.text in TIMES_WORDS:
            return 1
        if low == "per" and self._value_follows(1):
            return -1
        if low == "of" and left.amount is not None and left.amount.unit == "%":
            return 1
        return None

    def _note_idiom(self, left: Side, start: int) -> None:
        """`80/20`, `24/7`, `9/10`: two small numbers around a glued slash are seldom a division."""
        slash, before = self.tokens[start - 1], self.tokens[start - 2]
        if slash.text == "/" and before.end == slash.start and self.tokens[start].start == slash.end:
            small = before.kind == NUMBER and before.value <= 100 and self.tokens[start].value <= 100
            left.loose |= small and self.at == start + 1

    # phrases that multiply or divide without an operator

    def _preposition(self, left: Side) -> bool:
        """`at 50 MB/s`, `over a 10 Gbit link`, `in 5 min`, `with 3 replicas`, `, 500 bytes each`, `rows of 1 KB`, `every 2 s`."""
        start = self.at
        word, comma = self._word(), self._is_mark(",")
        if not word and not comma:
            return False
        self.at += 1
        if comma and self._word() in (*_WITH, "each"):
            word = self._word()
            self.at += 1
        elif comma:
            word = ","
        while self._word() in _SKIPPED or self._is_mark("~") or self._is_mark("$"):
            self.at += 1
        token = self._peek()
        if token is None or token.kind != NUMBER:
            self.at = start
            return False
        if not self._join(left, word, comma, self._factor()):
            self.at = start
            return False
        return True

    def _join(self, left: Side, word: str, comma: bool, other: Side) -> bool:
        """Combines what the phrase says, or tells that the phrase says no such thing."""
        amount = other.amount
        if amount is None or not other.sound:
            return False
        times = {reading.time for reading in other.readings}
        if CHANGE.intersection(amount.nouns):
            other.readings = [Reading(r.strict / 100, r.data, r.time, r.bare / 100) for r in other.readings]
        if comma:
            return self._join_after_comma(left, word, amount, other)
        if word == "at" and -1 in times:
            left.combine_either(other)
        elif word == "at" and all(reading.data == -1 for reading in other.readings):  # a price
            left.combine(other, 1)
        elif word == "of" and other.is_size and not left.computed and left.is_count:
            left.combine(other, 1)
            left.implied = True
        elif (word == "every" and times == {1} and left.is_count) or (
            word in _THROUGH and -1 in times and any(reading.data for reading in other.readings)
        ):
            left.combine(other, -1)
        elif word == "at" and other.is_size and not all(reading.data for reading in left.readings):
            left.combine(other, 1)
        elif word in _DURING and times == {1} and not amount.per:
            self._within(left, other)
        elif word in _WITH and (amount.multiplier or amount.each):
            left.combine(other, 1)
            left.implied |= amount.each or len(amount.nouns) > 1  # `with 3x deleted stuff`
        elif word in _SPREAD and left.computed and times == {0} and amount.nouns:
            left.combine_either(other)
            left.loose = True
        else:
            return False
        return True

    def _within(self, left: Side, duration: Side) -> None:
        """`5 TB in 2 years`; of what comes in a day, all may come in eight hours of it, or what falls on them."""
        seconds = max(reading.strict for reading in duration.readings)
        if all(reading.time == -1 and reading.bare > 1.5 * seconds * reading.strict for reading in left.readings):
            left.all_day, left.loose = tuple(left.readings), True
        left.combine_either(duration)
        left.during = duration

    def _join_after_comma(self, left: Side, word: str, amount: Amount, other: Side) -> bool:
        if amount.each or word == "each" or (word in _WITH and amount.multiplier):
            left.combine(other, 1)
            left.implied = True
            return True
        return False

    # values

    def _factor(self) -> Side:
        self._skip_to_value()
        token = self._peek()
        if token is None:  # the line ends where a value should stand
            side = Side(self.tokens[-1].end)
            side.end, side.sound = self.tokens[-1].end, False
            return side
        return self._amount(token) if token.kind == NUMBER else self._bracket(token)

    def _amount(self, token: Token) -> Side:
        at = self.at
        after = self._peek(1)
        if after is not None and after.kind == MARK and after.text in ("^", "⁰"):
            return self._power(token, after)
        side = Side.of(read_amount(self.tokens, at))
        self.at = side.next
        return side

    def _power(self, base: Token, mark: Token) -> Side:
        side = Side(base.start)
        side.computed = True
        exponent, width = mark.value, 2
        if mark.text == "^":
            number = self._peek(2)
            exponent, width = (number.value, 3) if number is not None and number.kind == NUMBER else (-1.0, 2)
        self.at += width
        side.end = self.tokens[self.at - 1].end
        side.sound = read_amount(self.tokens, self.at - width, exponent).sound
        if not 0 <= exponent <= _LARGEST_EXPONENT or base.value > 1e6 or self._is_mark("^"):
            side.sound = False
            return side
        try:
            value = base.value**exponent
        except OverflowError:
            value = 0.0
        side.readings = [Reading(value, 0, 0, value)]
        side.sound &= value > 0
        self._tail(side)
        return side

    def _tail(self, side: Side) -> None:
        """Units and nouns behind a power or a bracket."""
        tail = read_tail(self.tokens, self.at, self.tokens[self.at - 1])
        if tail.next > self.at:
            side.combine(Side.of(tail), 1)
            side.first = None
            self.at = tail.next

    def _bracket(self, token: Token) -> Side:
        side = Side(token.start)
        before = self._peek(-1)
        glued = before is not None and before.kind != MARK and before.end == token.start
        self.at += 1
        self.depth += 1
        if glued or self.depth > _DEEPEST or not self._value_follows(0):
            side.sound = False
            return side
        inner = self._sum()
        self.depth -= 1
        inner.start = token.start
        if not self._is_mark(")") or not inner.sound:
            inner.sound = False
            return inner
        inner.end = self.tokens[self.at].end
        self.at += 1
        inner.amount, inner.first = None, None
        after = self._peek(1)
        if self._is_mark("^") and after is not None and after.kind == NUMBER:
            self.at += 2
            inner.readings = _raised(inner.readings, after.value)
            inner.sound = bool(inner.readings)
        self._tail(inner)
        return inner


def _raised(readings: list[Reading], exponent: float) -> list[Reading]:
    if not 0 < exponent <= 16:
        return []
    return [
        Reading(reading.strict**exponent, 0, 0, reading.bare**exponent)
        for reading in readings
        if not reading.data and not reading.time and reading.strict < 1e12
    ]
