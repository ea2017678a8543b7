"""Ranges: `2k-5k`, `3-5x`, `20-30%`. A minus with blanks around it is a minus, and so is one behind the larger number."""

from __future__ import annotations

from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.lexer import MARK, NUMBER, WORD, Token
from interviewcoach.estimation.units import BILLION_OR_BYTES, MAGNITUDES, find_unit

_OPENS = frozenset({"(", "=", ",", "$", "€", "£"})


def refuse_range(tokens: list[Token], minus: int) -> None:
    """Raises where the minus at this place stands for `to`: nobody means to come out below zero by `2k-5k`."""
    first = _number_before(tokens, minus)
    if first is None or not _is_glued(tokens, minus) or tokens[minus + 1].kind != NUMBER:
        return
    alone = first == minus - 1  # the unit stands behind both: 5-10 ms
    low, high = _size(tokens, first, alone), _size(tokens, minus + 1, alone)
    share = tokens[_end(tokens, minus + 1) - 1].text == "%"
    if low >= high or (low == 1 and share):  # 1-99.9% is what is left of all
        return
    text = "".join(token.text for token in tokens[first : _end(tokens, minus + 1)])
    left, right = text.split(tokens[minus].text, 1)
    raise SheetError(f"{text!r} is a range", tokens[first].column, f"give one value, or blanks to subtract: {left} - {right}")


def _number_before(tokens: list[Token], minus: int) -> int | None:
    """The place of the number that stands before the minus, perhaps with its unit, and that no sign is tied to."""
    at = minus - 1
    while at > 0 and tokens[at].kind != NUMBER and _is_unit(tokens[at]) and tokens[at - 1].end == tokens[at].start:
        at -= 1
    if at < 0 or tokens[at].kind != NUMBER:
        return None
    before = tokens[at - 1] if at else None
    tied = before is not None and before.kind == MARK and before.end == tokens[at].start and before.text not in _OPENS
    return None if tied else at


def _is_unit(token: Token) -> bool:
    return token.kind == WORD or token.text == "%"


def _is_glued(tokens: list[Token], minus: int) -> bool:
    return tokens[minus - 1].end == tokens[minus].start and tokens[minus].end == tokens[minus + 1].start


def _end(tokens: list[Token], number: int) -> int:
    """The place behind the number and what is glued to it."""
    at = number + 1
    while _is_unit(tokens[at]) and tokens[at].start == tokens[at - 1].end:
        at += 1
    return at


def _size(tokens: list[Token], number: int, alone: bool) -> float:
    after = tokens[number + 1]
    if after.kind != WORD:
        return tokens[number].value
    unit = find_unit(after.text) if after.text != BILLION_OR_BYTES and not alone else None
    return tokens[number].value * MAGNITUDES.get(after.text, unit.scale if unit is not None else 1.0)
