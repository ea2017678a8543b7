"""What if: which input moves a result most, and what moves when one line changes."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from interviewcoach.estimation.evaluator import evaluate
from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.quantity import Quantity, finite
from interviewcoach.estimation.sheet import NAMED, LineResult, Sheet, evaluate_lines, lines_of
from interviewcoach.estimation.spelling import nearest
from interviewcoach.estimation.syntax import Literal, literals_in, rebuilt

_NUDGE = 0.01
_SECONDS_A_DAY = 86_400.0  # a fact, not an assumption: nobody asks what if it changed
_FACTOR = re.compile(r"\s*(?P<sign>[x*×/+-])\s*(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?P<percent>%?)\s*$", re.IGNORECASE)


class Influence(NamedTuple):
    """What one typed number does to a result: 1% more of it gives `elasticity` % more of the result."""

    line: int
    name: str | None
    source: str
    elasticity: float
    halved: str
    doubled: str


class Move(NamedTuple):
    """A line before and after a change."""

    line: int
    name: str | None
    before: str
    after: str
    ratio: float | None
    error: str | None


class WhatIf(NamedTuple):
    changed: LineResult
    moves: list[Move]


def sensitivity(text: str, result: str | int | None = None) -> list[Influence]:
    """The inputs of a result (a name or a line number; else the last line), the most powerful first."""
    lines = lines_of(text)
    base = evaluate_lines(lines)
    target = _find(base, result)
    if target.quantity is None:
        raise SheetError(f"line {target.line} has no value", mend=target.error or "choose a line with a result")
    sheet = Sheet(lines)
    bench = _Bench(sheet, base, target.line)
    found = []
    for number in [*sheet.inputs_of(target.line), target.line]:
        for literal in literals_in(sheet.expression(number, bench.values)):
            if literal.end > literal.start and literal.quantity != (_SECONDS_A_DAY, {}):
                influence = _influence(bench, number, literal)
                found += [influence] if influence is not None else []
    return sorted(found, key=lambda influence: (-round(abs(influence.elasticity), 3), influence.line))


class _Bench:
    """A sheet in which one number of one line can be turned up and down."""

    def __init__(self, sheet: Sheet, base: list[LineResult], target: int) -> None:
        self.sheet = sheet
        self.target = target
        self.values = {row.name: row.quantity for row in base if row.name and row.quantity is not None}

    def result(self, line: int, literal: Literal, factor: float) -> LineResult:
        """The result when this number is multiplied by a factor."""
        scaled = literal._replace(quantity=_times(literal.quantity, factor))
        same = (literal.start, literal.end)
        meant = self.sheet.expression(line, self.values)
        expression = rebuilt(meant, lambda other: scaled if (other.start, other.end) == same else other)
        value = evaluate(expression, lambda name: self.values.get(name.word))
        return self.sheet.results({line: value})[self.target - 1]


def _times(quantity: Quantity, factor: float) -> Quantity:
    """As much more of it, still a share if it was one; what is too large to be calculated is refused."""
    return quantity._replace(value=finite(quantity.value * factor, quantity.dims).value)


def _influence(bench: _Bench, line: int, literal: Literal) -> Influence | None:
    try:
        low, high = (bench.result(line, literal, 1 + step) for step in (-_NUDGE, _NUDGE))
        halved, doubled = (bench.result(line, literal, factor) for factor in (0.5, 2.0))
    except SheetError:
        return None
    if low.value is None or high.value is None:
        return None
    source = bench.sheet.lines[line - 1][literal.start : literal.end]
    elasticity = _elasticity(low.value, high.value)
    return Influence(line, bench.sheet.statements[line].name, source, elasticity, halved.text or "–", doubled.text or "–")


def _elasticity(low: float, high: float) -> float:
    if low > 0 and high > 0:
        return math.log(high / low) / math.log((1 + _NUDGE) / (1 - _NUDGE))
    middle = (low + high) / 2
    return (high - low) / (2 * _NUDGE * abs(middle)) if middle else 0.0


def what_if(text: str, result: str | int, change: str) -> WhatIf:
    """Changes one line and tells every line that moves with it.

    The change is a factor (`x3` for a peak, `/2`, `+20%`) or a new expression (`800M users`).
    """
    lines = lines_of(text)
    base = evaluate_lines(lines)
    row = _find(base, result)
    factor = _factor(change)
    if factor is None:
        head = f"{row.name} = " if row.name else ""
        lines[row.line - 1] = change if "=" in change or NAMED.match(change) else head + change
        after = evaluate_lines(lines)
    elif row.quantity is None:
        raise SheetError(f"line {row.line} has no value", mend=row.error or "choose a line with a result")
    else:
        after = evaluate_lines(lines, {row.line: _times(row.quantity, factor)})
    moves = [_move(old, new) for old, new in zip(base, after, strict=True) if (old.value, old.error) != (new.value, new.error)]
    return WhatIf(after[row.line - 1], moves)


def _factor(change: str) -> float | None:
    found = _FACTOR.match(change)
    if found is None:
        return None
    sign, number = found["sign"].lower(), float(found["number"])
    if sign in "+-":
        return 1 + (number if sign == "+" else -number) / 100 if found["percent"] else None
    number = number / 100 if found["percent"] else number
    return number if sign != "/" else 1 / number if number else None


def _move(old: LineResult, new: LineResult) -> Move:
    ratio = new.value / old.value if old.value and new.value is not None else None
    return Move(new.line, new.name, old.text, new.text, ratio, new.error)


def _find(rows: list[LineResult], wanted: str | int | None) -> LineResult:
    if wanted is None:
        with_value = [row for row in rows if row.value is not None]
        if not with_value:
            raise SheetError("no line of this sheet has a value")
        return with_value[-1]
    for row in rows:
        if wanted in (row.line, row.name) and (row.name or row.value is not None or row.error):
            return row
    close = nearest(str(wanted), [row.name for row in rows if row.name])
    raise SheetError(f"there is no line {wanted!r}", mend=f"did you mean {close!r}?" if close else "")
