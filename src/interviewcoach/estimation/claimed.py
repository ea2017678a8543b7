"""What a line is said to come to: `1.4M / 10 = 140k`. Where a line can be meant in two ways, this tells which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from interviewcoach.estimation.changes import TO_BYTES, Told, look_at, names_bits
from interviewcoach.estimation.display import show
from interviewcoach.estimation.evaluator import Lookup, evaluate
from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.hints import in_all
from interviewcoach.estimation.parser import parse_line
from interviewcoach.estimation.quantity import Quantity, describe, measured
from interviewcoach.estimation.syntax import Node, Statement
from interviewcoach.estimation.units import FEWEST_PERIODS

_NUMBER_SHOWN = re.compile(r"[\d.,]+(?:[kMT]|bn)?")
_WITHIN = 0.1  # people round
_ROUGHLY = 1.16  # 100k for the seconds of a day


def as_claimed(
    statement: Statement, told: Told, names: Mapping[str, Told], come_to: tuple[Quantity, str], look_up: Lookup
) -> tuple[Quantity, str]:
    """What a line comes to, and the text of it, in the way that agrees with its claim; where none does, says so."""
    quantity, text = come_to
    if statement.claim is None:
        return come_to
    said = evaluate(statement.claim, look_up)
    if _agree(quantity, said, text):
        return come_to
    comparable = _comparable(quantity, said)
    for meant in _otherwise(statement, statement.claim, told, names, quantity, look_up):
        if _agree(meant, said, show(meant)):
            return meant, show(meant)
        comparable |= _comparable(meant, said)
    if not comparable:
        what = f"can't compare {describe(quantity.dims)} and {describe(said.dims)}"
        raise SheetError(what, 0, f"the line comes to {text}")
    raise SheetError("the sum is off", 0, f"the line comes to {text}")


def _comparable(meant: Quantity, said: Quantity) -> bool:
    return not said.dims or measured(said.dims) == measured(meant.dims)


def _agree(meant: Quantity, said: Quantity, text: str) -> bool:
    """Is that what was said? The unit that is shown may be left out."""
    if not _comparable(meant, said):
        return False
    shown = _NUMBER_SHOWN.match(text) if not said.dims else None
    statement = parse_line(shown[0]) if shown else None
    right = [meant.value, *([evaluate(statement.expression, lambda _: None).value] if statement else [])]
    return any(abs(said.value - value) <= _WITHIN * abs(value) for value in right)


def _otherwise(
    statement: Statement, claim: Node, told: Told, names: Mapping[str, Told], quantity: Quantity, look_up: Lookup
) -> Iterator[Quantity]:
    """What else the line may be meant to come to: with its 8 for the bits of a byte, with its 365 for the days of a year."""
    eights = look_at(statement.expression, names, TO_BYTES, names_bits(statement, names))
    if eights.counts:
        yield evaluate(eights.node, look_up)
    if quantity.dims.get("time") != -1 or not told.per:
        return
    if any(factor >= FEWEST_PERIODS for factor in told.factors):
        yield in_all(quantity, told.per)
    said = look_at(claim, names).per
    if said and _count_periods(told.factors, max(said, told.per) / min(said, told.per)):
        yield Quantity(quantity.value * told.per / said, quantity.dims)


def _count_periods(factors: tuple[float, ...], periods: float) -> bool:
    return any(FEWEST_PERIODS <= factor <= periods * _ROUGHLY for factor in factors)
