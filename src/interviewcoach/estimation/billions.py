"""`B` glued to a number: bytes, or billions where bytes can't be meant. With a blank before it, it is bytes.

Numbers are read as in the answers of a candidate: `2B users` are billions and `400 B` are bytes there, too.
"""

from __future__ import annotations

import re

from interviewcoach.estimation.nouns import DOERS, singular
from interviewcoach.estimation.quantity import PLAIN, Quantity, combine
from interviewcoach.estimation.syntax import Literal, Node, Operation, Statement, rebuilt
from interviewcoach.estimation.units import find_unit

_BILLION = 1e9
_GLUED = re.compile(r"([0-9][0-9_,]*(?:\.[0-9]+)?|\.[0-9]+)B\b")
_FEW = 8  # bytes: less is no size that anything has
_SMALL = 10.0


def surely_billions(statement: Statement, line: str) -> Node:
    """The expression, its `B` read as billions where it is a fraction, per day, or alone under a name that counts."""

    def meant(literal: Literal) -> Literal:
        number = _glued(literal, line)
        alone = literal is statement.expression
        if number is None or not (number % 1 or _is_slow(literal) or (alone and _counts(statement.name))):
            return literal
        return _in_billions(literal)

    return rebuilt(statement.expression, meant)


def in_billions(node: Node, line: str) -> Node:
    """The expression with each glued `B` read as billions."""
    return rebuilt(node, lambda literal: literal if _glued(literal, line) is None else _in_billions(literal))


def can_be_no_bytes(node: Node, quantity: Quantity) -> bool:
    """`5B * 2 KB` would be in square bytes, and `1B * 0.1%` less than any size is."""
    size, time = quantity.dims.get("byte", 0), quantity.dims.get("time", 0)
    product = isinstance(node, Operation) and node.mark in "*/"
    return size > 1 or (size == 1 and time > 0) or (product and quantity.dims == {"byte": 1} and abs(quantity.value) < _FEW)


def advice_on_bytes(statement: Statement, line: str) -> str:
    """Of a few bytes that stand alone."""
    literal = statement.expression
    number = _glued(literal, line) if isinstance(literal, Literal) and literal.unit == ("B",) else None
    if number is None or (statement.name is not None and number > _SMALL):
        return ""
    return f"B is read as bytes here: for billions write {number:g}bn"


def _glued(literal: Literal, line: str) -> float | None:
    """The number before a glued `B` that was read as bytes, and not for each of something."""
    found = _GLUED.match(line, literal.start) if literal.unit[:1] == ("B",) else None
    if found is None or literal.quantity.dims.get("byte") != 1 or not literal.quantity.dims.keys() <= {"byte", "time"}:
        return None
    return float(re.sub("[_,]", "", found[1]))


def _is_slow(literal: Literal) -> bool:
    """A byte a second may be meant, a byte a day is not."""
    per = next((find_unit(word) for word in literal.unit[2:]), None)
    return per is not None and per.dims == {"time": 1} and per.scale > 1


def _counts(name: str | None) -> bool:
    """`users`, `daily_searches`, `DAU`: what a line is called after that tells how many there are."""
    last = (name or "").split("_")[-1]
    return bool(last) and find_unit(last) is None and (singular(last) != last.lower() or singular(last) in DOERS)


def _in_billions(literal: Literal) -> Literal:
    value, dims = literal.quantity
    return literal._replace(
        quantity=Quantity(value * _BILLION, combine(dims, {"byte": 1}, -1) or PLAIN), unit=("bn", *literal.unit[1:])
    )
