"""A tree into a quantity. Only arithmetic can happen here: there is nothing else in the tree."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from interviewcoach.estimation import quantity as q
from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.quantity import PLAIN, Quantity
from interviewcoach.estimation.syntax import Call, Literal, Name, Negative, Node, Operation
from interviewcoach.estimation.units import CONSTANTS, PURE_MULTIPLIERS, find_unit
from interviewcoach.estimation.unitslips import known_or_noun, meant_unit

Lookup = Callable[[Name], Quantity | None]


def evaluate(node: Node, look_up: Lookup) -> Quantity:
    """The value of an expression. `look_up` gives the value of a line, or nothing for an unknown word."""
    if isinstance(node, Literal):
        return node.quantity
    if isinstance(node, Operation):
        left, right = evaluate(node.left, look_up), evaluate(node.right, look_up)
        try:
            return _OPERATIONS[node.mark](left, right)
        except SheetError as fault:
            raise _placed(fault, node.column) from None
    if isinstance(node, Name):
        return _named(node, look_up)
    if isinstance(node, Negative):
        operand = evaluate(node.operand, look_up)
        return operand._replace(value=-operand.value)
    arguments = [evaluate(argument, look_up) for argument in node.arguments]
    try:
        return _call(node, arguments)
    except SheetError as fault:
        raise _placed(fault, node.column) from None


def _placed(fault: SheetError, column: int) -> SheetError:
    return fault if fault.column else SheetError(fault.what, column, fault.mend)


def _named(name: Name, look_up: Lookup) -> Quantity:
    found = look_up(name)
    if found is not None:
        return found
    unit = None if name.word in PURE_MULTIPLIERS else find_unit(name.word)
    if unit is None and name.word in CONSTANTS:
        return Quantity(CONSTANTS[name.word], PLAIN)
    if unit is None and name.may_be_noun:
        unit = known_or_noun(name.word, name.column)
    if unit is None:
        meant = meant_unit(name.word)
        mend = f"did you mean {meant!r}?" if meant else "define it on a line above, or put a number before it"
        raise SheetError(f"{name.word!r} isn't defined", name.column, mend)
    return Quantity(unit.scale, unit.dims)


_OPERATIONS: Mapping[str, Callable[[Quantity, Quantity], Quantity]] = {
    "*": q.multiply,
    "/": q.divide,
    "+": q.add,
    "-": lambda left, right: q.add(left, right, -1),
    "^": q.power,
}


def _call(call: Call, arguments: list[Quantity]) -> Quantity:
    first = arguments[0]
    if call.function in ("max", "min"):
        for other in arguments[1:]:
            q.require_same(first.dims, other.dims, "compare")
        choose = max if call.function == "max" else min
        return Quantity(choose(argument.value for argument in arguments), first.dims)
    if call.function in ("sum", "avg"):
        return _total(arguments, 1 if call.function == "sum" else len(arguments))
    if call.function == "sqrt":
        if first.value < 0:
            raise SheetError("a negative number has no root")
        return Quantity(math.sqrt(first.value), q.raise_dims(first.dims, 0.5))
    if call.function in ("log2", "log10", "ln", "log"):
        return _logarithm(call.function, arguments)
    if call.function == "exp":
        return _exponential(first)
    return _rounded(call.function, first)


def _total(arguments: list[Quantity], shared: int) -> Quantity:
    total = arguments[0]
    for other in arguments[1:]:
        total = q.add(total, Quantity(*other))
    return Quantity(total.value / shared, total.dims)


def _logarithm(function: str, arguments: list[Quantity]) -> Quantity:
    if function == "log" and len(arguments) != 2:
        raise SheetError("log needs a base", mend="write ln(x), log2(x), log10(x) or log(x, base)")
    for operand in arguments:
        if operand.dims:
            raise SheetError(f"{function} needs a plain number, not {q.describe(operand.dims)}")
        if operand.value <= 0:
            raise SheetError(f"{function} needs a number above zero")
    if function == "log" and arguments[1].value == 1:
        raise SheetError("1 is no base of a logarithm")
    return Quantity(_LOGARITHMS[function](*(operand.value for operand in arguments)), PLAIN)


_LOGARITHMS: Mapping[str, Callable[..., float]] = {"log2": math.log2, "log10": math.log10, "ln": math.log, "log": math.log}


def _exponential(operand: Quantity) -> Quantity:
    if operand.dims:
        raise SheetError(f"exp needs a plain number, not {q.describe(operand.dims)}")
    return q.power(Quantity(math.e, PLAIN), operand)


def _rounded(function: str, operand: Quantity) -> Quantity:
    """Counts and rates per second have whole numbers; sizes and times have none until a unit is chosen."""
    if "byte" in operand.dims or operand.dims.get("time", 0) > 0:
        what = q.describe(operand.dims)
        raise SheetError(f"{function} can't know in which unit to round {what}", mend="divide by one unit first")
    nudge = 1e-9 * max(1.0, abs(operand.value)) if function != "round" else 0.0
    if function == "ceil":
        return Quantity(float(math.ceil(operand.value - nudge)), operand.dims)
    if function == "floor":
        return Quantity(float(math.floor(operand.value + nudge)), operand.dims)
    return Quantity(float(math.floor(operand.value + 0.5)), operand.dims)
