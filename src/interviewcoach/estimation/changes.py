"""Plain numbers that stand for a change of unit: `100 GB/day * 365`, `10bn/day / 86400`, `10 Gbps / 8`.

A plain number stays one, unless what is asked for leaves but one way to read it. A line is looked at here without being
worked out: what it is per, as typed, and which of its numbers count units of time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from interviewcoach.estimation.evaluator import evaluate
from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.quantity import PLAIN, Quantity, Share
from interviewcoach.estimation.syntax import Call, Literal, Name, Negative, Node, Operation, Statement, Target, names_in
from interviewcoach.estimation.units import ARTICLES, DAY, HOUR, MINUTE, MONTH, WEEK, YEAR, find_unit

TO_SHORTER, TO_LONGER, TO_BYTES, NOTHING = "/", "*", "8", ""
_SECOND = 1.0
# By how many of the shorter a longer unit of time is told, roughly too; in the order of the two units.
_COUNTS: Mapping[tuple[float, float], tuple[float, ...]] = {
    (_SECOND, MINUTE): (60,),
    (_SECOND, HOUR): (3600,),
    (_SECOND, DAY): (86_400, 86_000, 90_000, 100_000),
    (_SECOND, WEEK): (604_800, 600_000),
    (_SECOND, MONTH): (2_592_000, 2_628_000, 2_600_000, 2_500_000),
    (_SECOND, YEAR): (31_536_000, 31_500_000, 31_600_000, 31_000_000, 32_000_000, 30_000_000),
    (MINUTE, HOUR): (60,),
    (MINUTE, DAY): (1440,),
    (HOUR, DAY): (24,),
    (HOUR, WEEK): (168,),
    (HOUR, MONTH): (720, 730, 744),
    (HOUR, YEAR): (8760, 8766),
    (DAY, WEEK): (7,),
    (DAY, MONTH): (28, 30, 31, 30.4, 30.5),
    (DAY, YEAR): (360, 364, 365, 365.25, 366),
    (WEEK, MONTH): (4, 4.3),
    (WEEK, YEAR): (52,),
    (MONTH, YEAR): (12,),
}
_BITS_IN_A_BYTE = 8.0
_THOUSANDS = frozenset(1000.0**step for step in range(7))
_UNMISTAKABLE = 3600.0  # so many are seconds, and neither servers nor copies


class Count(NamedTuple):
    """A plain number of a line that may count units of time, or the bits of a byte."""

    value: float
    mark: str
    shorter: float
    longer: float


class Told(NamedTuple):
    """A part of a line, with such numbers read as changes of unit, and what is known of it as typed."""

    node: Node
    per: float = 0.0  # seconds: 86400 of what is so much a day; 0 of what is no rate
    size: str = ""  # "bits" or "bytes"
    counts: tuple[Count, ...] = ()
    factors: tuple[float, ...] = ()  # all plain numbers that it is multiplied or divided by

    @property
    def is_certain(self) -> bool:
        """`10bn/day / 86400`: so much a second."""
        return any(count.mark == "/" and count.shorter == _SECOND and count.value >= _UNMISTAKABLE for count in self.counts)


def look_at(node: Node, names: Mapping[str, Told], change: str = NOTHING, bits_named: bool = False) -> Told:
    """What a line tells; numbers that change its unit in one way are read as such a change."""
    return _Reader(names, change, bits_named).read(node)


def as_asked(statement: Statement, names: Mapping[str, Told]) -> Told:
    """The line as it is surely meant: as typed, or with its numbers as changes of unit where that is asked for."""
    plain = look_at(statement.expression, names)
    asked = per_of(statement.target) if statement.target is not None else 0.0
    for change in (TO_SHORTER, TO_LONGER):
        told = look_at(statement.expression, names, change)
        if told.is_certain or (told.counts and told.per == asked):
            return told
    return plain


def per_of(target: Target) -> float:
    """The seconds of the unit of time that a result is asked for in: 86400 of `to TB/day`, 1 of `to Gbps`."""
    return _per((*target.over, *(text for word in target.under for text in ("/", word))))


def shown_as(told: Told, target: Target) -> Told:
    """As lines below see what was asked for in a unit."""
    return told._replace(per=per_of(target), size=size_of(target))


def size_of(target: Target) -> str:
    return _size(target.over)


def names_bits(statement: Statement, names: Mapping[str, Told]) -> bool:
    """Does any part of the line, or what it is said to be, speak of bits?"""
    parts = [statement.expression, *([statement.claim] if statement.claim is not None else [])]
    asked = statement.target is not None and size_of(statement.target) == "bits"
    return asked or any(_mentions_bits(part, names) for part in parts)


def _mentions_bits(node: Node, names: Mapping[str, Told]) -> bool:
    if isinstance(node, Literal):
        return _size(node.unit) == "bits"
    if isinstance(node, Name):
        return node.word in names and names[node.word].size == "bits"
    if isinstance(node, Operation):
        return _mentions_bits(node.left, names) or _mentions_bits(node.right, names)
    return False


class _Reader:
    def __init__(self, names: Mapping[str, Told], change: str, bits_named: bool) -> None:
        self.names = names
        self.change = change
        self.bits_named = bits_named

    def read(self, node: Node) -> Told:
        if isinstance(node, Literal):
            return Told(node, _per(node.unit), _size(node.unit))
        if isinstance(node, Name):
            known = self.names.get(node.word)
            return Told(node, known.per, known.size) if known is not None else Told(node)
        if isinstance(node, Negative):
            inner = self.read(node.operand)
            return inner._replace(node=Negative(inner.node))
        return self._call(node) if isinstance(node, Call) else self._operation(node)

    def _call(self, call: Call) -> Told:
        parts = [self.read(argument) for argument in call.arguments]
        counts = tuple(count for part in parts for count in part.counts)
        per = parts[0].per if len({part.per for part in parts}) == 1 else 0.0
        return Told(call._replace(arguments=tuple(part.node for part in parts)), per, parts[0].size, counts)

    def _operation(self, node: Operation) -> Told:
        left, right = self.read(node.left), self.read(node.right)
        plain = Told(
            node._replace(left=left.node, right=right.node),
            _joined_per(node, left, right),
            left.size or right.size,
            left.counts + right.counts,
            left.factors + right.factors,
        )
        if node.mark not in "*/":
            return plain
        operand, number = left, _constant(node.right)
        if number is None and node.mark == "*":
            operand, number = right, _constant(node.left)
        if number is None:
            return plain
        plain = plain._replace(factors=(*plain.factors, number))
        return self._changed(operand, number, node) or plain

    def _changed(self, operand: Told, number: float, node: Operation) -> Told | None:
        if self.change == TO_BYTES:
            by_hand = operand.size == "bits" if node.mark == "/" else operand.size == "bytes" and self.bits_named
            if number != _BITS_IN_A_BYTE or not by_hand:
                return None
            return operand._replace(counts=(*operand.counts, Count(number, node.mark, 0, 0)))
        if self.change != node.mark or not operand.per:
            return None
        units = _units_counted(operand.per, number, node.mark)
        if units is None:
            return None
        shorter, longer = units
        factor = number * shorter / longer
        at = node.column
        told = operand.node
        if factor != 1:
            told = Operation(node.mark, told, Literal(Quantity(factor, PLAIN), at, at), at)
        per = longer if node.mark == "*" else shorter
        return operand._replace(node=told, per=per, counts=(*operand.counts, Count(number, node.mark, shorter, longer)))


def _units_counted(per: float, number: float, mark: str) -> tuple[float, float] | None:
    """Of which unit of time a number counts how many make the next: 365 days make a year."""
    for (shorter, longer), counts in _COUNTS.items():
        if per == (shorter if mark == "*" else longer) and number in counts:
            return shorter, longer
    return None


def _joined_per(node: Operation, left: Told, right: Told) -> float:
    if node.mark in "+-":
        return left.per if left.per == right.per else 0.0
    if node.mark == "*":
        return 0.0 if _span(node.left) or _span(node.right) or (left.per and right.per) else left.per or right.per
    if node.mark == "/":
        return _span(node.right) or (0.0 if right.per else left.per)
    return 0.0


def _span(node: Node) -> float:
    """The seconds of the unit that a time was typed in; 0 of all else."""
    word = node.word if isinstance(node, Name) else node.unit[0] if isinstance(node, Literal) and len(node.unit) == 1 else ""
    unit = find_unit(word) if word else None
    return unit.scale if unit is not None and unit.dims == {"time": 1} else 0.0


def _per(words: tuple[str, ...]) -> float:
    """The seconds of the unit of time behind a slash; of `qps` and `Gbps`, 1."""
    for before, word in zip(("", *words), words, strict=False):
        unit = find_unit(word)
        if unit is None:
            continue
        if unit.dims == {"time": 1} and (before in ("/", "per") or before in ARTICLES):
            return unit.scale
        if unit.dims.get("time") == -1:
            return _SECOND
    return 0.0


def _size(words: tuple[str, ...]) -> str:
    unit = find_unit(words[0]) if words else None
    if unit is None or unit.dims.get("byte") != 1:
        return ""
    return "bits" if unit.scale * _BITS_IN_A_BYTE in _THOUSANDS else "bytes"


def _constant(node: Node) -> float | None:
    """The value of what is typed as a plain number: `365`, `86.4k`, `(24 * 3600)`, `10^5`."""
    if isinstance(node, Literal):
        return None if node.unit or node.quantity.dims or isinstance(node.quantity, Share) else node.quantity.value
    if not isinstance(node, Operation) or names_in(node):
        return None
    if None in (_constant(node.left), _constant(node.right)):
        return None
    try:
        return evaluate(node, lambda _: None).value
    except SheetError:  # told where the line is worked out
        return None
