"""Arithmetic in free text: finds computed claims and recomputes them. Silent wherever it can't be certain."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from interviewcoach.estimation.claims.amounts import DAILY, Amount, read_amount
from interviewcoach.estimation.claims.expressions import read_side
from interviewcoach.estimation.claims.phrasing import right_value, said_span
from interviewcoach.estimation.claims.relations import Relation, carry_on, find_relation, sum_over_time
from interviewcoach.estimation.claims.scanning import MARK, NUMBER, WORD, Token, stretches, tokens_of
from interviewcoach.estimation.claims.sides import Side
from interviewcoach.estimation.claims.verdicts import SURELY, WITHIN, Verdict, judge_computed, judge_conversion, off_by
from interviewcoach.estimation.claims.vocabulary import FRACTIONS, TIMES_SIGNS, TIMES_WORDS, WEAK_WORDS
from interviewcoach.estimation.units import DAY, UNITS

_LONGEST_CACHED = 4000
_BESIDE = 400  # characters


class Claim(NamedTuple):
    """One computed claim. Offsets count characters of the text that was checked."""

    start: int
    end: int
    said: str
    is_: str
    off_by: float
    ok: bool


def check_claims(text: str) -> list[Claim]:
    """Every computed claim in a text, right ones too, in order. A claim spans two lines only where the second goes on with a
    sign: `2M lines/s`, and below it `× 250 B = 500 MB/s`."""
    found: list[Claim] = []
    offset, above = 0, ""
    for line in text.split("\n"):
        sign = _GOES_ON.match(line) if above and len(above) < _LONGEST_ABOVE else None
        if sign is not None:
            found += _over_two_lines(above, line, sign.end(), offset)
        else:
            found += [claim._replace(start=claim.start + offset, end=claim.end + offset) for claim in check_line_claims(line)]
        offset += len(line) + 1
        above = line.rstrip()
    return found


def _over_two_lines(above: str, line: str, sign: int, offset: int) -> Iterator[Claim]:
    """The claims that end in a line, read from its sign on behind the line above."""
    begun = len(above) + 1
    moved = offset + sign - begun
    for claim in check_line_claims(f"{above} {line[sign:]}"):
        if claim.end > begun:
            yield claim._replace(start=max(claim.start + moved, offset + sign), end=claim.end + moved)


# no asterisk: that is a bullet
_GOES_ON = re.compile(r"\s*(?:[-+•]\s+)?(?=[×÷]\s?~?\d|[xX/]\s?~?\d)")
_LONGEST_ABOVE = 200


def check_line_claims(line: str) -> tuple[Claim, ...]:
    """The claims of one line; the same line is read only once."""
    return _cached(line) if len(line) <= _LONGEST_CACHED else _read_line(line)


def _read_line(line: str) -> tuple[Claim, ...]:
    found: list[Claim] = []
    for start, end in stretches(line):
        found += _Chain(line, tokens_of(line, start, end)).claims()
    return tuple(found)


_cached = lru_cache(maxsize=4096)(_read_line)
forget_lines = _cached.cache_clear


_BARE_PREFIX = re.compile(r"\d\s?[KMGT]\b")  # `2 x 40G uplink`: bits or bytes
_SPANS = {word: UNITS[unit].scale for word, unit in DAILY.items()}


def _is_common(value: float) -> bool:
    """Small numbers and the powers of ten by which one slips (a digit, a prefix) stand in every other line."""
    return (value <= 12 and value % 1 == 0) or value in (100, 1e3, 1e6, 1e9)


class _Chain:
    """Walks over `a * b = c = d/s, peak x3 = e`: each result is the start of the next step, as it was said."""

    def __init__(self, line: str, tokens: list[Token]) -> None:
        self.line = line
        self.tokens = tokens
        self.found: list[Claim] = []
        self._amounts: dict[int, Amount] = {}

    def claims(self) -> list[Claim]:
        at, count = 0, len(self.tokens)
        while at < count:
            if self._starts_value(at):
                at = max(self._follow(at), at + 1)
            else:
                at += 1
        return self.found

    def _starts_value(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == NUMBER:
            return True
        opens = token.kind == MARK and token.text == "("
        return opens and at + 1 < len(self.tokens) and self.tokens[at + 1].kind in (NUMBER, MARK)

    def _follow(self, at: int) -> int:
        """Follows one chain from a value onwards; tells where it ended."""
        left = read_side(self.tokens, at)
        left.sound &= not self._is_right_operand(at) and not self._is_share(at)
        left.alone = at == 0 or self.tokens[at - 1].kind == MARK
        while left.next < len(self.tokens):
            carried = carry_on(self.tokens, left) if left.sound else None
            relation = find_relation(self.tokens, carried.next) if carried is not None else None
            if carried is not None and relation is not None:
                left = carried
            else:
                relation = find_relation(self.tokens, left.next)
            if relation is None:
                return left.next
            right = read_side(self.tokens, relation.next)
            left.loose |= left is carried and self._is_example(right)
            if left.sound:
                self._compare(left, relation, right)
            left = right
        return left.next

    def _is_example(self, said: Side) -> bool:
        """`100 req/s. A day has 86,400 s, so 1M/day ≈ 12/s`: what follows starts anew."""
        onward = find_relation(self.tokens, said.next) if said.amount is not None else None
        return onward is not None and onward.equals

    def _compare(self, left: Side, relation: Relation, right: Side) -> None:
        if left.readings and all(reading.time > 1 for reading in left.readings):  # `30 s for two weeks`: kept so long, no product
            return
        over_time = sum_over_time(left, right)
        if over_time is not None:
            verdict = judge_computed(over_time, relation, right, self.tokens)
        elif left.computed:
            verdict = judge_computed(left, relation, right, self.tokens)
        else:
            verdict = judge_conversion(left, relation, right, self.tokens)
        if verdict is None:
            return
        if not verdict.ok and (
            self._is_explained_beside(verdict.scale, left.start, right.end) or self._comes_next(verdict, right)
        ):
            return
        start, end = said_span(self.line, right.first or right)
        is_ = right_value(self.line, right.first or right, verdict)
        self.found.append(Claim(left.start, end, self.line[start:end], is_, verdict.off_by, verdict.ok))

    def _is_explained_beside(self, miss: float, start: int, end: int) -> bool:
        """`25k hours a day; at 4 GB/h = 100 TB a day`: another amount of the line makes up for the difference. So does a
        duration in the sum itself that only describes: `1M videos/day x 6 min x 150 MB`, also as a word: `1M daily viewers x
        40 min`; a factor that makes smaller: `600 MB/s at 5x is 120 MB/s`; and hours that are no hours of the day: `25k h of film
        come in. 4 GB/h makes 100 TB a day`. What is so much `each` stands in as many places as were told before."""
        each = any(start <= token.start < end and token.text.lower() == "each" for token in self.tokens)
        of_many = each or self._starts_with_share(start)
        if off_by(off_by(miss) / 8) < SURELY and _BARE_PREFIX.search(self.line, start, end):
            return True
        for at in self._near(start, end):
            token = self.tokens[at]
            within = start <= token.start < end
            span = _SPANS.get(token.text.lower())
            if span and token.start < end and off_by(off_by(miss) / span) < SURELY:
                return True
            if token.kind != NUMBER:
                continue
            amount = self._amount_at(at)
            if not amount.sound:
                continue
            if not within and self._is_without_its_magnitude(amount, token, miss, start, end):
                return True
            if within and amount.multiplier and off_by(off_by(miss) / amount.number**2) < WITHIN:
                return True
            if within and not each and (self._divides(at) or not any(reading.time > 0 for reading in amount.readings)):
                continue
            values = {value for reading in amount.readings for value in (reading.strict, reading.bare)}
            values |= {reading.strict / DAY for reading in amount.readings if reading.time > 0}
            if any(
                (within or of_many or not _is_common(value)) and min(off_by(miss * value), off_by(miss / value)) < SURELY
                for value in values
                if value > 1
            ):
                return True
        return False

    def _comes_next(self, verdict: Verdict, said: Side) -> bool:
        """`100k × 500 / 10 s = 50M series, 5M samples/s`: what the sum makes is told behind a part of it."""
        at = said.next
        if at + 1 >= len(self.tokens) or self.tokens[at].text not in (",", "(") or self.tokens[at + 1].kind != NUMBER:
            return False
        right = verdict.right.strict * verdict.scale
        told = (value for one in self._amount_at(at + 1).readings for value in (one.strict, one.bare))
        return any(off_by(right / value) < SURELY for value in told if value > 0)

    def _is_without_its_magnitude(self, amount: Amount, token: Token, miss: float, start: int, end: int) -> bool:
        """`160k come in: 160 × 0.2 = 32k`: the thousands were told before."""
        magnitude = amount.readings[0].bare / amount.number if amount.number else 0.0
        if magnitude < 1000 or off_by(off_by(miss) / magnitude) > WITHIN:
            return False
        return any(one.kind == NUMBER and one.value == token.value and start <= one.start < end for one in self.tokens)

    def _amount_at(self, at: int) -> Amount:
        known = self._amounts.get(at)
        if known is None:
            known = self._amounts[at] = read_amount(self.tokens, at)
        return known

    def _near(self, start: int, end: int) -> range:
        """The tokens that stand so near that they may be meant; a line without an end is not read again for each of its sums."""
        return range(
            bisect_left(self.tokens, start - _BESIDE, key=attrgetter("start")),
            bisect_left(self.tokens, end + _BESIDE, key=attrgetter("start")),
        )

    def _divides(self, at: int) -> bool:
        """`2M / 10 s = 20k/s`: the duration is what was divided by. It describes nothing, so the digit was lost elsewhere."""
        before = self.tokens[at - 1] if at else None
        return before is not None and (before.text == "/" or before.text.lower() in ("by", "in", "over", "within"))

    def _starts_with_share(self, start: int) -> bool:
        """`1M connected, 10% typing x 4/s`: of what was told before."""
        return any(token.start == start and then.text == "%" for token, then in pairwise(self.tokens))

    def _is_share(self, at: int) -> bool:
        """`20% of a day's 300M opens`, `half of 1B`: the number is only a part of what is multiplied."""
        for place in range(at - 1, max(at - 6, 0), -1):
            token = self.tokens[place]
            if token.kind != WORD or token.text.lower() in WEAK_WORDS:
                return False
            if token.text.lower() == "of":
                before = self.tokens[place - 1]
                return before.text == "%" or before.kind == NUMBER or before.text.lower() in FRACTIONS
        return False

    def _is_right_operand(self, at: int) -> bool:
        """`writes * 5 = ...`, `log2(8) = ...`: what stands before belongs to the sum and can't be read."""
        while at and self.tokens[at - 1].text == "~":
            at -= 1
        if at == 0:
            return False
        before = self.tokens[at - 1]
        if before.kind == WORD:
            named = at > 1 and self.tokens[at - 2].text in TIMES_SIGNS  # `route 10 x status 3 = 30`
            return named or before.text in TIMES_WORDS or before.text.lower() in ("plus", "minus", "by", "than", "of")
        if before.kind != MARK or before.text not in "*/^+-":
            return False
        bullet = before.text in "-+" and (at == 1 or self.tokens[at - 2].text in (".:;" if before.text == "+" else ".:;,"))
        return not bullet
