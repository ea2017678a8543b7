"""Compares the two sides of a claim: right, wrong by how much, or not certain enough to say anything."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, log10
from typing import NamedTuple

from interviewcoach.estimation.claims.amounts import Amount
from interviewcoach.estimation.claims.availability import (
    holds_such_a_share,
    is_of_parallel_parts,
    lost_parts,
    shares_near_all,
)
from interviewcoach.estimation.claims.relations import COMMA, STRONG, WEAK, Relation
from interviewcoach.estimation.claims.scanning import WORD, Token
from interviewcoach.estimation.claims.sides import Side
from interviewcoach.estimation.claims.vocabulary import (
    CHANGE,
    CHANGING_WORDS,
    COME_WHOLE,
    MACHINES,
    PEAK_WORDS,
    PLAIN_NOUNS,
    ROLE_NOUNS,
    TIMES_WORDS,
    Reading,
    unit_readings,
)
from interviewcoach.estimation.units import FEWEST_PERIODS

WITHIN = 1.25  # rounding that an interviewer lets pass
SURELY = 1.03  # so near is no accident
_ROUNDED = 1.1  # both numbers were
WRONG = 1.5  # between the two, nothing is said
_PEAK_FACTOR = 30.0
_MOST_PERCENT = 200.0
_SMALL_RATE = 1000.0  # "each user posts 5 times a day" is not the traffic of a system
_UNNAMED_CLOCK = (24.0, 30.0, 60.0, 365.0, 3600.0, 86_400.0, 2_592_000.0, 31_536_000.0)
_FURTHEST = 1100.0  # a slip that is no clean prefix or clock is seldom worse: beyond, it was the reader who slipped
_PREFIXES = (1e4, 1e5, 1e6, 1e9)
_SLIPS = (8.0, 24.0, 60.0, 1000.0, 3600.0, 86_400.0, 1e6, 1e9)
_DIGITS = (10.0, 100.0)
_RATE_SLIPS = (*_DIGITS, 30.0, 365.0, 730.0)  # and a day, an hour taken for a month, a day for a year


class Verdict(NamedTuple):
    ok: bool
    off_by: float
    right: Reading  # the value that should have been said, as the reading of what was said
    scale: float  # what was said times this is right


class _Match(NamedTuple):
    factor: float  # right value over said value
    hard: bool
    said: Reading


def off_by(factor: float) -> float:
    return max(factor, 1 / factor) if factor > 0 else inf


def is_believable(factor: float, steps: tuple[float, ...]) -> bool:
    """Would somebody be so far off? What is left out of a sum ("20% of them type") looks like a slip of any size."""
    miss = off_by(factor)
    return miss <= _FURTHEST or any(abs(miss / step - 1) < 0.03 for step in steps)


def words_after(tokens: list[Token], at: int) -> set[str]:
    """The words that follow in the same clause."""
    found: set[str] = set()
    for token in tokens[at : at + 4]:
        if token.kind != WORD:
            break
        found.add(token.text.lower())
    return found


def judge_computed(left: Side, relation: Relation, right: Side, tokens: list[Token]) -> Verdict | None:
    """`100M * 500 B = 50 GB`: the left side was calculated, the right side is what was said."""
    said = right.first or right
    if not said.sound:
        return None
    if said.amount is not None and right.first is None and (shares := shares_near_all(left, said.amount)):
        return _judge_shares(left, shares, relation, said, said.amount, tokens)
    matches = _matches(left, left.readings, relation, said)
    if right.first is not None and right.sound:
        matches += _agreeing(_matches(left, left.readings, relation, right, right.spread_readings))
        # "makes 2,000 x 24", "24 h x 3 replicas = 17.3/5 x 3": a new sum, unless it says the same
        if not relation.equals or (left.timed and said.amount is not None and said.amount.is_bare):
            matches = _agreeing(matches)
    matches += _agreeing(_matches(left, left.added, relation, said))
    if left.during is not None and said.amount is not None and said.amount.has_time:
        # `50k/s over 6.5 h = 23,400 s`: the duration, said again
        matches += _agreeing(_matches(left, left.during.readings, relation, said))
    matches += _agreeing(_matches(left, left.all_day, relation, said))
    best = _likeliest(matches, said)
    if best is None:
        return None
    if left.per_day_divided and _said_per(said, "day", "hour", "month", "hr", "d", "h"):
        wrong = best.factor if off_by(best.factor) > WITHIN else 1.0
        return _wrong_clock(wrong, best)
    if off_by(best.factor) <= WITHIN:
        return Verdict(True, off_by(best.factor), best.said, best.factor)
    if any(_is_rounded_up(match, said) for match in matches):
        return Verdict(True, 1.0, best.said, 1.0)
    certain = [match for match in matches if match.hard]
    if not certain or left.loose or relation.soft or relation.kind == COMMA:
        return None
    best = _likeliest(certain, said) or best
    percent = said.amount is not None and said.amount.unit == "%"
    if relation.kind == WEAK and (percent or (left.implied and not _is_prefix(best.factor))):
        return None
    if off_by(best.factor) <= WRONG or not is_believable(best.factor, _SLIPS if left.timed or left.clock else _PREFIXES):
        return None
    if _explained(best.factor, left, said, tokens, right.next):
        return None
    return Verdict(False, off_by(best.factor), best.said, best.factor)


def _judge_shares(
    left: Side, shares: list[Reading], relation: Relation, said: Side, amount: Amount, tokens: list[Token]
) -> Verdict | None:
    """`99.9% × 99.9% = 99.8%`"""
    lost, ours = min(((off_by(lost_parts(share.strict, amount)), share) for share in shares), key=lambda pair: pair[0])
    scale = ours.strict * 100 / amount.number
    if lost <= WITHIN:
        return Verdict(True, lost, said.readings[0], scale)
    uncertain = (left.loose and not relation.equals) or relation.soft or relation.kind != STRONG
    if lost <= WRONG or uncertain or is_of_parallel_parts(left, amount) or not holds_such_a_share(left, tokens):
        return None
    return Verdict(False, lost, said.readings[0], scale)


def _likeliest(matches: list[_Match], said: Side) -> _Match | None:
    """The nearest; of two as near, `252B orders` as a count and `252 B values` as bytes."""
    bytes_first = said.amount is not None and said.amount.unit == "B" and said.amount.spaced
    return min(
        matches,
        key=lambda match: (round(off_by(match.factor), 9), -match.said.data if bytes_first else match.said.data),
        default=None,
    )


def _is_rounded_up(match: _Match, said: Side) -> bool:
    """`12 Gbps / 10 Gbps = 2 NICs`: of what comes only whole, one more than the sum makes."""
    amount = said.amount
    if amount is None or amount.per or match.said != (amount.number, 0, 0, amount.number) or amount.number % 1:
        return False
    return amount.number - 1 < match.factor * amount.number <= amount.number and not COME_WHOLE.isdisjoint(amount.nouns)


def _agreeing(matches: list[_Match]) -> list[_Match]:
    """Those that are good for saying yes."""
    return [match for match in matches if off_by(match.factor) <= WITHIN]


def _said_per(said: Side, *units: str) -> bool:
    return said.amount is not None and any(unit in said.amount.per for unit in units)


def _wrong_clock(factor: float, best: _Match) -> Verdict | None:
    """What was divided by 86,400 is per second; said per day it is far off, whatever the number."""
    seconds = best.said.bare / best.said.strict if best.said.strict else 1.0
    if seconds <= 1:
        return None
    return Verdict(False, seconds * off_by(factor), best.said, factor * seconds)


def _explained(factor: float, left: Side, said: Side, tokens: list[Token], at: int) -> bool:
    """Something beside the arithmetic may account for the difference: a peak, replicas, an unnamed day."""
    after = words_after(tokens, at)
    amount = said.amount
    if any(token.text.endswith(".000") for token in tokens):  # a dot that parts the thousands
        return True
    if _left_out(factor) and any(_is_by_the_thousand(token) for token in tokens):
        return True
    if amount is not None and amount.unit == "%" and factor * amount.number > _MOST_PERCENT:
        return True
    if amount is not None and amount.number < 1000 and amount.is_bare and _left_out(factor):
        return True
    nouns = set(amount.nouns) if amount is not None else set()
    if amount is not None and not (amount.unit or amount.nouns or amount.per) and off_by(factor * 1e6) < SURELY:
        return True  # `2M x 4 = 8T` on a line: of megabits that nobody named
    if (after | nouns) & CHANGING_WORDS:
        return True
    if nouns & CHANGE and off_by(factor * 100) <= WITHIN:  # the dollars or euros were left out
        return True
    if (after | nouns) & PEAK_WORDS and 1 < 1 / factor <= _PEAK_FACTOR:
        return True
    if said.per_noun and not left.per_noun and not left.divided and not (factor < 1 and _is_prefix(factor)):
        return True  # shared out among some, which makes it smaller
    return amount is not None and (amount.multiplier or amount.each)


def _is_prefix(factor: float) -> bool:
    """Off by nothing but thousands: a unit was mistaken for the next."""
    return _is_near(off_by(factor), (1e3, 1e6, 1e9), SURELY)


def _is_by_the_thousand(token: Token) -> bool:
    """A price for a thousand of something."""
    return token.text.lower() in ("cpm", "ecpm", "mille")


def _left_out(factor: float) -> bool:
    """`1.5 billion x 3 = 4.5`: the magnitude was meant and not repeated."""
    return any(off_by(factor / scale) <= WITHIN for scale in (1e3, 1e6, 1e9, 1e12))


def _matches(
    left: Side, readings: Iterable[Reading], relation: Relation, said: Side, said_as: Iterable[Reading] | None = None
) -> list[_Match]:
    found = []
    for ours in readings:
        for theirs in said.readings if said_as is None else said_as:
            found += _match(left, ours, relation, said, theirs)
    return found


def _match(left: Side, ours: Reading, relation: Relation, said: Side, theirs: Reading) -> list[_Match]:
    if theirs.strict <= 0 or theirs.bare <= 0 or ours.strict <= 0 or ours.bare <= 0:
        return []
    strict, bare = ours.strict / theirs.strict, ours.bare / theirs.bare
    if ours.data != theirs.data:
        unit_left_out = said.amount is not None and off_by(ours.bare / said.amount.number) < SURELY
        sure = left.in_bytes and not ours.data and not left.timed and not unit_left_out
        return [_Match(bare, sure, theirs)]  # a unit was left out: good only for saying yes
    if ours.time == theirs.time:
        of_hours = off_by(off_by(strict) / 24) < SURELY and off_by(bare) < SURELY  # `1.8 GB/h × 40M`, told to be hours
        same = [_Match(strict, not of_hours, theirs)]
        if _counts_periods(left, ours, theirs):
            same.append(_Match(bare, True, theirs))
        return [*same, _Match(bare, True, theirs)] if left.clock or not ours.time else same
    if not left.timed:
        return _said_with_time(bare, theirs)
    if left.clock or theirs.time == 0 or ours.time == 0:
        unnamed = any(off_by(bare * turn) <= WITHIN or off_by(bare / turn) <= WITHIN for turn in _UNNAMED_CLOCK)
        machines = said.amount is not None and bool(MACHINES.intersection(said.amount.nouns))
        sure = (relation.kind == STRONG or left.clock) and abs(ours.time) <= 1 and not machines and not unnamed
        return [_Match(bare, sure, theirs)]
    return []


def _counts_periods(left: Side, ours: Reading, theirs: Reading) -> bool:
    """`200 GB/day × 252 = 50 TB a year`: so many days a year; two or three may as well be copies."""
    if ours.time != -1 or not left.timed:
        return False
    periods = (theirs.bare / theirs.strict) / (ours.bare / ours.strict)
    return any(FEWEST_PERIODS <= count <= periods * SURELY for count in left.counts)


def _said_with_time(bare: float, theirs: Reading) -> list[_Match]:
    """No unit of time on the left: compare what is written, or what is written as a day or a month of it."""
    if abs(theirs.time) != 1:
        return []
    found = [_Match(bare, theirs.time < 0 or _is_near(off_by(bare), _DIGITS, SURELY), theirs)]
    if theirs.time < 0:  # what was multiplied may be per second ("100 bytes × 4,000 = 35 GB a day"), per day or per month
        seconds = theirs.bare / theirs.strict
        turns = [span / seconds for span in (86_400.0, 2_592_000.0, 1.0)]
        found += [_Match(bare / turn, False, theirs) for turn in turns if turn != 1]
    return found


def judge_conversion(left: Side, relation: Relation, right: Side, tokens: list[Token]) -> Verdict | None:
    """`3.5B/day so roughly 40k/s`: one amount said twice, in different units."""
    ours, theirs = left.amount, right.amount
    if ours is None or theirs is None or not (left.sound and right.sound) or ours.each or theirs.each:
        return None
    if ours.multiplier or theirs.multiplier or left.per_noun or right.per_noun or relation.soft:
        return None
    # `50B addresses = 50 GB`: how large one is was not said
    if (ours.counts_billions and right.is_size) or (theirs.counts_billions and left.is_size):
        return None
    best = _best_conversion(left, right)
    if best is None or not _same_nouns(ours, theirs, relation.kind == STRONG or off_by(best.factor) <= WITHIN):
        return None
    rate = best.said.time == -1
    if relation.kind == STRONG and _is_rewritten(ours, theirs):
        miss = off_by(best.factor)
        return Verdict(miss <= WITHIN, miss, best.said, best.factor)
    if _same_pace(ours, theirs) if rate else ours.unit == theirs.unit:
        return None  # two amounts in one unit are two amounts: nothing was converted
    if not rate and not (relation.equals and left.alone):
        return None
    if off_by(best.factor) <= WITHIN:
        return Verdict(True, off_by(best.factor), best.said, best.factor)
    after = words_after(tokens, right.next) | set(theirs.nouns)
    if off_by(best.factor) <= WRONG or after & (CHANGING_WORDS | PEAK_WORDS):
        return None
    far_too_small = rate and _is_digits_short(best.factor)
    if (
        (not rate or best.said.data)
        and not far_too_small
        and not _is_clean(off_by(best.factor), rate, best.said.time == 1, relation)
    ):
        return None  # "2.9 Mbit/s -> 8.7 TB a day" is of many uploads
    if not far_too_small and not is_believable(best.factor, _SLIPS):
        return None
    if rate and not _certain_rate(best, relation, ours, after - PLAIN_NOUNS):
        return None
    return Verdict(False, off_by(best.factor), best.said, best.factor)


def _is_rewritten(ours: Amount, theirs: Amount) -> bool:
    """`8,000,000 Mbit/s, that's 8 Gbit/s`: the same digits in a larger unit."""
    many, few = _units_said(ours), _units_said(theirs)
    return ours.unit != theirs.unit and many >= 1000 and few <= many / 10 and (log10(many / few) + 1e-6) % 1 < 2e-6


def _units_said(amount: Amount) -> float:
    """How many of its unit: 12 million in `12M Mbps`."""
    unit = unit_readings(amount.unit, glued=True)
    return amount.readings[0].bare / unit[0].bare if unit else 0.0


def _is_digits_short(factor: float) -> bool:
    """Whether what was said lacks so many digits that no part left out can account for it."""
    return factor > 5000 and off_by(factor / 10 ** round(log10(factor))) <= WITHIN


def _is_clean(miss: float, rate: bool, lasting: bool, relation: Relation) -> bool:
    """Whether somebody is off by a unit or a digit, and not by something that was left unsaid. Two rates side by side may be of
    different things: they have to miss by a digit, as rounded numbers do.
    Two sizes may be of all and of each; two durations are one."""
    if not rate:
        return _is_near(miss, (*_SLIPS, *_DIGITS) if lasting else _SLIPS, SURELY)
    if relation.kind == STRONG:
        return _is_near(miss, (*_SLIPS, *_RATE_SLIPS), WITHIN)
    return _is_near(miss, (*_SLIPS, *_DIGITS), _ROUNDED)


def _is_near(miss: float, steps: Iterable[float], within: float) -> bool:
    return any(off_by(miss / step) < within for step in steps)


def _best_conversion(left: Side, right: Side) -> _Match | None:
    found = [
        _Match(ours.strict / theirs.strict, True, theirs)
        for ours in left.readings
        for theirs in right.readings
        if (ours.data, ours.time) == (theirs.data, theirs.time) and (ours.data or ours.time) and theirs.strict > 0
        and ours.strict > 0
    ]  # fmt: skip
    if {ours.time for ours in left.readings} == {0, -1}:  # `8 Tbit`: a line's speed, or what a day brings
        pairs = ((ours, theirs) for ours in left.readings for theirs in right.readings if ours.data == theirs.data)
        found += _agreeing([_Match(ours.bare / theirs.bare, True, theirs) for ours, theirs in pairs if theirs.bare > 0])
    return min(found, key=lambda match: off_by(match.factor), default=None)


def _same_pace(ours: Amount, theirs: Amount) -> bool:
    """Are both per second, or both per day, and both in bytes, or both in bits?"""
    paces = [amount.readings[0].bare / amount.readings[0].strict for amount in (ours, theirs)]
    return off_by(paces[0] / paces[1]) < WITHIN and in_bits(ours.unit) == in_bits(theirs.unit)


def in_bits(unit: str) -> bool:
    return unit.endswith("b") or (unit.lower().endswith(("bit", "bits", "bps")) and unit[1:] != "Bps")


def _same_nouns(ours: Amount, theirs: Amount, role_too: bool) -> bool:
    """Do both count the same? Orders may come back as writes, but never reads as writes."""
    if role_too and bool(ours.counted <= ROLE_NOUNS) != bool(theirs.counted <= ROLE_NOUNS):
        return True
    return ours.may_count(theirs)


def _certain_rate(best: _Match, relation: Relation, ours: Amount, other_words: set[str]) -> bool:
    """A rate said loosely may be the peak, or that of something else; only a clear miss is called wrong."""
    if not best.said.data and ours.number * (ours.readings[0].bare / ours.number) < _SMALL_RATE:
        return False
    if TIMES_WORDS.intersection(ours.nouns):
        return False
    if relation.kind == STRONG:
        return True
    too_small = best.factor > WRONG
    if relation.kind == WEAK:
        return too_small or best.factor < 1 / 20
    return not other_words and (best.factor > 3 or best.factor < 1 / 100)
