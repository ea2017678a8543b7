"""What a line could be told about its writing: one sentence, with what the line then comes to."""

from __future__ import annotations

from collections.abc import Mapping

from interviewcoach.estimation.changes import TO_BYTES, TO_LONGER, TO_SHORTER, Told, look_at, names_bits, per_of
from interviewcoach.estimation.display import better_written, show, show_in
from interviewcoach.estimation.evaluator import Lookup, evaluate
from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.parser import parse_line
from interviewcoach.estimation.quantity import Quantity, finite
from interviewcoach.estimation.syntax import Statement
from interviewcoach.estimation.units import DAY, HOUR, MINUTE, MONTH, WEEK, YEAR

_UNITS = {1.0: "second", MINUTE: "minute", HOUR: "hour", DAY: "day", WEEK: "week", MONTH: "month", YEAR: "year"}
_MONEY = {"usd": "$", "eur": "eur", "gbp": "gbp"}


def hint(statement: Statement, told: Told, names: Mapping[str, Told], quantity: Quantity, look_up: Lookup) -> str:
    """How the line were better written, where it comes to something that its writer can hardly mean; else ""."""
    try:
        counted = "" if statement.claim is not None or told.counts else _of_numbers(statement, told, names, quantity, look_up)
    except SheetError:
        counted = ""
    return counted or better_written(quantity)


def _of_numbers(statement: Statement, told: Told, names: Mapping[str, Told], quantity: Quantity, look_up: Lookup) -> str:
    """Of plain numbers that may count days, or the bits of a byte."""
    expression = statement.expression
    asked = per_of(statement.target) if statement.target is not None else 0.0
    if quantity.dims.get("time") == -1 and asked != told.per:
        longer = look_at(expression, names, TO_LONGER)
        if longer.counts:
            return _lasting(longer, in_all(quantity, told.per))
        shorter = look_at(expression, names, TO_SHORTER)
        if shorter.counts:
            return _shared_out(shorter, evaluate(shorter.node, look_up))
    eights = look_at(expression, names, TO_BYTES, names_bits(statement, names))
    if eights.counts:
        return _done_already(eights, _shown(evaluate(eights.node, look_up), statement))
    return ""


def in_all(quantity: Quantity, per: float) -> Quantity:
    """What a rate comes to once the numbers behind it have counted the time."""
    return finite(quantity.value * per, {name: power for name, power in quantity.dims.items() if name != "time"})


def _lasting(told: Told, total: Quantity) -> str:
    count = told.counts[0]
    units = f"{_UNITS[count.shorter]}s"
    return f"for {count.value:g} {units} write * {count.value:g} {units}, and it is {show(total)}"


def _shared_out(told: Told, rate: Quantity) -> str:
    count = told.counts[-1]
    unit = f"{_head(rate)}/{_UNITS[told.per]}"
    statement = parse_line(f"1 to {unit}")
    text = show_in(rate, statement.target)[1] if statement is not None and statement.target is not None else show(rate)
    return f"for what a {_UNITS[told.per]} brings write to {unit}, not / {count.value:g}: {text}"


def _head(rate: Quantity) -> str:
    """What stands before the slash in `to GB/day`; counts need nothing."""
    money = next((_MONEY[name] for name in rate.dims if name in _MONEY), "")
    return money or ("GB" if "byte" in rate.dims else "")


def _done_already(told: Told, text: str) -> str:
    count = told.counts[0]
    return f"bits are told from bytes: leave out {count.mark} {count.value:g}, and it is {text}"


def _shown(quantity: Quantity, statement: Statement) -> str:
    if statement.target is None:
        return show(quantity)
    try:
        return show_in(quantity, statement.target)[1]
    except SheetError:
        return show(quantity)
