"""What stands between a sum and its result (`=`, `~`, `that's about`, `so`) and what carries a result on."""

from __future__ import annotations

from typing import NamedTuple

from interviewcoach.estimation.claims.amounts import Amount, read_amount
from interviewcoach.estimation.claims.scanning import MARK, NUMBER, WORD, Token
from interviewcoach.estimation.claims.sides import SECONDS_A_DAY, Side
from interviewcoach.estimation.claims.vocabulary import (
    ARROW,
    CHOOSING_WORDS,
    LASTING_WORDS,
    RELATION_WORDS,
    STRONG_WORDS,
    TIMES_SIGNS,
    WEAK_WORDS,
    Reading,
    time_scale,
)
from interviewcoach.estimation.units import DAY

STRONG, WEAK, COMMA = "strong", "weak", "comma"
_LONGEST = 10
_APPROXIMATELY = frozenset(
    "about around roughly approximately approx ca circa nearly almost something some like somewhere".split()
)
_TELLS = frozenset("that's that is has of it's with there are there're".split())
_SHARING = frozenset({"so", "and", "then", "that", "of"})
_OVER = frozenset({"over", "in", "for", "within", "per"})
_REFERRING = frozenset("that this which it so thus hence that's thats it's".split())
_CARRYING_ON = frozenset(
    "and with w then plus at the a peak peaks replicated replication incl including factor of for stored kept keep "
    "over in after so but times on busy top of day days hours add adding now that is it it's per each has have there are".split()
)


class Relation(NamedTuple):
    kind: str
    next: int
    soft: bool  # a number that is chosen ("say", "call it") is no claim about arithmetic
    equals: bool  # written as `=` or `≈`


def find_relation(tokens: list[Token], at: int) -> Relation | None:
    """The relation that begins here and ends before a value, or nothing."""
    marks: list[str] = []
    words: list[str] = []
    at = _behind_aside(tokens, at)
    for place in range(at, min(at + _LONGEST, len(tokens))):
        token = tokens[place]
        if token.kind == NUMBER or (token.kind == MARK and token.text in "$€£"):
            if LASTING_WORDS.isdisjoint(words):
                return _relation(marks, words, place)
            return _relation(marks, [*words, "takes"], place) if _is_duration(tokens, place) else None
        if token.kind == MARK:
            if token.text == "(" and _number_at(tokens, place + 1) and ("=" in marks or "≈" in marks):
                return _relation(marks, words, place)
            if token.text == "." and not _refers(tokens, place + 1):
                return None
            if token.text not in _TYING:
                return None
            marks.append(token.text)
        else:
            low = token.text.lower()
            if low not in RELATION_WORDS and low not in CHOOSING_WORDS:
                return None
            words.append(low)
    return None


# `1.4M / 10 s, spread over the window, gives`: says nothing about the value
_ASIDES = frozenset(
    "spread spreading flattened flattening averaged averaging smoothed distributed divided evenly equally uniformly "
    "on average in total all altogether together overall over across the a whole entire full day month year hour "
    "window week night sale period time".split()
)


def _behind_aside(tokens: list[Token], at: int) -> int:
    """The comma that ends an aside which begins here, if one does."""
    place = at + 1
    while _low(tokens, place) in _ASIDES:
        place += 1
    closed = place < len(tokens) and tokens[at].text == tokens[place].text == ","
    return place if closed and place > at + 1 else at


_TYING = frozenset("=≈~,(.—") | {ARROW}


def _number_at(tokens: list[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].kind == NUMBER


def _is_duration(tokens: list[Token], place: int) -> bool:
    return tokens[place].kind == NUMBER and any(reading.time == 1 for reading in read_amount(tokens, place).readings)


def _refers(tokens: list[Token], place: int) -> bool:
    return _low(tokens, place) in _REFERRING


def _relation(marks: list[str], words: list[str], place: int) -> Relation | None:
    said = set(words)
    soft = bool(said & CHOOSING_WORDS) and said.isdisjoint(LASTING_WORDS)
    equals = "=" in marks or "≈" in marks
    if equals or said & STRONG_WORDS or (marks == ["~"] and not words):
        return Relation(STRONG, place, soft, equals or marks == ["~"])
    if ARROW in marks or said & WEAK_WORDS:
        return Relation(WEAK, place, soft, False)
    loose_words = said - _APPROXIMATELY - {"so", "or", "which"}
    if loose_words or (not marks and not said & _APPROXIMATELY) or (said == {"or"}):
        return None
    return Relation(COMMA if set(marks) & set(",—(") else WEAK, place, soft, False)


def carry_on(tokens: list[Token], value: Side) -> Side | None:
    """What a clause makes of the value before it: `, peak x3`, `with 3 replicas`, `, 30 days`, `. /86400`, `. A day has
    86,400 seconds`."""
    at, carried = value.next, None
    while (step := _step(tokens, at, carried or value)) is not None:
        carried, at = step, step.next
    return carried


def _step(tokens: list[Token], at: int, value: Side) -> Side | None:
    return _over_a_day(tokens, at, value) or _number_step(tokens, at, value)


def _over_a_day(tokens: list[Token], at: int, value: Side) -> Side | None:
    """`32 MB/s. Over a day that is ...`, `500 MB/s. Over a day that's 86,400 s, so ...`: a duration without its number."""
    while at < len(tokens) and tokens[at].kind == MARK and tokens[at].text in ",.;(—":
        at += 1
    if not _is_rate(value) or _low(tokens, at) not in _OVER:
        return None
    at += 1
    while _low(tokens, at) in ("a", "the", "one", "each", "full", "whole"):
        at += 1
    scale = time_scale(tokens[at].text) if at < len(tokens) and tokens[at].kind == WORD else None
    if scale is None:
        return None
    lasting = Side(tokens[at].start)
    lasting.readings = [Reading(scale, 0, 1, 1.0)]
    lasting.end, lasting.next, lasting.clock = tokens[at].end, _behind_seconds(tokens, at + 1), True
    return _joined(value, _duration(lasting, value), 1)


def _low(tokens: list[Token], at: int) -> str:
    return tokens[at].text.lower() if at < len(tokens) and tokens[at].kind == WORD else ""


def _behind_seconds(tokens: list[Token], at: int) -> int:
    """The place behind `that's 86,400 s`, if this stands here."""
    place = at
    while _low(tokens, place) in _TELLS or (place < len(tokens) and tokens[place].text in "(="):
        place += 1
    if not _number_at(tokens, place):
        return at
    amount = read_amount(tokens, place)
    multiplied = amount.next < len(tokens) and tokens[amount.next].text in TIMES_SIGNS
    return amount.next if amount.number in SECONDS_A_DAY and not multiplied else at


class _Way(NamedTuple):
    """What stands between a value and the number that goes on with it."""

    end: int  # the place of the number
    words: frozenset[str]
    sign: int  # 1 to multiply, -1 to divide, 0 where no sign stands
    stopped: bool  # a sentence ended


def _way_on(tokens: list[Token], at: int) -> _Way | None:
    words: list[str] = []
    sign, stopped = 0, False
    while at < len(tokens) and tokens[at].kind != NUMBER:
        token = tokens[at]
        stopped |= token.kind == MARK and token.text == "."
        if token.kind == WORD and token.text.lower() in ("x", "times") and _number_at(tokens, at + 1):
            sign = 1
        elif token.kind == WORD and token.text.lower() in _CARRYING_ON and len(words) < 6:
            words.append(token.text.lower())
        elif token.kind == MARK and token.text in "*/" and not sign:
            sign = 1 if token.text == "*" else -1
        elif token.kind != MARK or token.text not in ",;.(~—" or sign:
            return None
        at += 1
    return _Way(at, frozenset(words), sign, stopped) if at < len(tokens) else None


def _number_step(tokens: list[Token], at: int, value: Side) -> Side | None:
    way = _way_on(tokens, at)
    if way is None:
        return None
    amount = read_amount(tokens, way.end)
    # a new sentence goes on with the value only by a sign of its own
    if not amount.sound or (way.stopped and not way.sign and amount.number not in SECONDS_A_DAY):
        return None
    if not way.sign:
        step = _wordy_step(tokens, way, value, amount)
        if step is not None:
            return step
    if way.stopped and (value.implied or (value.amount is not None and value.amount.each)):
        return None  # "200 letters each. Times 20,000 ..." goes back to what there is of them
    factor = way.sign or amount.multiplier or (amount.is_bare and way.words >= {"peak", "factor"}) or amount.each
    if not factor or (not way.sign and not amount.multiplier and amount.has_time):
        return None
    return _joined(value, Side.of(amount), way.sign or 1)


def _wordy_step(tokens: list[Token], way: _Way, value: Side, amount: Amount) -> Side | None:
    """`, 30 days`, `. A day has 86,400 seconds`, `, 0.1% of that`, `the 200M rows take`: no sign, but what stands there tells."""
    other = Side.of(amount)
    rate = _is_rate(value)
    lasting = {reading.time for reading in amount.readings} == {1} and not amount.per
    if amount.number in SECONDS_A_DAY and "day" in way.words and rate and _is_per_less_than(value, DAY):
        return _joined(value, other, 1)
    if amount.number in SECONDS_A_DAY and "over" in way.words and value.amount is not None and value.amount.per == ["day"]:
        return _until(value.amount, amount.next)
    if rate and not way.stopped and _is_told_to_last(tokens, amount):
        return _worked_off(amount, value)
    if lasting and way.words & _OVER and value.is_size:
        return _joined(value, other, 0)
    if amount.unit == "%" and amount.number < 50 and not way.stopped and way.words <= _SHARING and _is_shared(value):
        return _joined(value, _past_of_that(tokens, other), 1)
    if lasting and rate and not way.words & {"peak", "peaks", "at", "every"}:
        return _joined(value, _duration(other, value), 1)
    return None


def sum_over_time(rate: Side, total: Side) -> Side | None:
    """`24 GB/day, 44 TB in 5 years`: what the rate adds up to in the time that follows the total."""
    said = total.first
    if total.during is None or said is None or not _is_rate(rate) or any(reading.time for reading in said.readings):
        return None
    return _joined(rate, _duration(total.during, rate), 1)


def _is_rate(value: Side) -> bool:
    return value.amount is not None and all(reading.time == -1 for reading in value.readings)


def _is_per_less_than(rate: Side, seconds: float) -> bool:
    return all(reading.bare < 0.99 * seconds * reading.strict for reading in rate.readings)


def _duration(other: Side, value: Side) -> Side:
    """The bare number of a duration must count in the unit of the rate: 5 years of 10 GB a day are 1825 days."""
    for strict in value.readings:
        seconds = strict.bare / strict.strict if strict.strict else 1.0
        other.readings = [Reading(r.strict, r.data, r.time, r.strict / seconds) for r in other.readings]
        break
    return other


def _is_told_to_last(tokens: list[Token], amount: Amount) -> bool:
    """`At 2,000 rows/s the 200M rows take ...`"""
    said = {_low(tokens, amount.next), _low(tokens, amount.next + 1)}
    return not amount.has_time and not amount.per and not LASTING_WORDS.isdisjoint(said)


def _until(amount: Amount, end: int) -> Side:
    """`2B a day. Over 86,400 seconds that's ...`: the same amount, with what stands behind it read."""
    side = Side.of(amount)
    side.next = end
    return side


def _worked_off(amount: Amount, rate: Side) -> Side:
    joined = _joined(Side.of(amount), rate, -1)
    joined.start, joined.next = rate.start, amount.next
    joined.loose |= rate.amount is not None and not amount.may_count(rate.amount)  # "1 batch a second, 100M rows take ..."
    return joined


def _is_shared(value: Side) -> bool:
    """A total; of a latency the percent are those that wait so long: `p50 100 ms, 1% is 1 s`."""
    return value.amount is not None and not any(reading.time == 1 and reading.strict < 3600 for reading in value.readings)


def _past_of_that(tokens: list[Token], share: Side) -> Side:
    """`0.05% of that`: says what it is a share of, once more."""
    if _low(tokens, share.next) == "of" and _low(tokens, share.next + 1) in ("that", "it", "this", "them", "these", "those"):
        share.next += 2
    return share


def _joined(value: Side, other: Side, sign: int) -> Side:
    """By product (1), by quotient (-1), or by either (0)."""
    joined = Side(value.start)
    joined.readings = list(value.readings)
    joined.sound, joined.timed, joined.end = value.sound, value.timed, value.end
    joined.clock, joined.loose, joined.computed = value.clock, value.loose, value.computed
    if sign:
        joined.combine(other, sign)
    else:
        joined.combine_either(other)
    joined.first = None
    return joined
