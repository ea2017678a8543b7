"""What a worksheet line is once it is read: a small tree that knows where its parts stand in the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from interviewcoach.estimation.quantity import Dims, Quantity


class Literal(NamedTuple):
    """A number as typed, with its magnitude and units: `5 tweets/user/day`."""

    quantity: Quantity
    start: int
    end: int
    unit: tuple[str, ...] = ()  # the words of its unit: tweets / user / day


class Name(NamedTuple):
    """A word where a value is due: the name of another line, or a unit that stands for one of itself."""

    word: str
    column: int
    may_be_noun: bool = False


class Operation(NamedTuple):
    mark: str
    left: Node
    right: Node
    column: int


class Negative(NamedTuple):
    operand: Node


class Call(NamedTuple):
    function: str
    arguments: tuple[Node, ...]
    column: int


Node: TypeAlias = "Literal | Name | Operation | Negative | Call"


class Target(NamedTuple):
    """What stands after `to`: the unit in which a result is wanted."""

    over: tuple[str, ...]
    under: tuple[str, ...]
    scale: float
    dims: Dims
    column: int

    @property
    def is_percent(self) -> bool:
        return self.over == ("%",)


class UnitWord(NamedTuple):
    """A word that was read as a unit although a line may be called so."""

    word: str
    column: int
    mend: str


class Statement(NamedTuple):
    """One line of a sheet."""

    name: str | None
    expression: Node
    target: Target | None
    uses: tuple[str, ...]
    unit_words: tuple[UnitWord, ...]
    claim: Node | None = None  # what the line is said to come to


def names_in(node: Node) -> list[Name]:
    """Every name that an expression mentions, in the order of the line."""
    found: list[Name] = []
    waiting: list[Node] = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Name):
            found.append(part)
        else:
            waiting.extend(reversed(parts_of(part)))
    return found


def literals_in(node: Node) -> list[Literal]:
    """Every number that was typed, in the order of the line: the inputs that a what-if can move."""
    found: list[Literal] = []
    waiting: list[Node] = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Literal):
            found.append(part)
        else:
            waiting.extend(reversed(parts_of(part)))
    return found


def rebuilt(node: Node, change: Callable[[Literal], Node]) -> Node:
    """The same tree with every number changed."""
    if isinstance(node, Literal):
        return change(node)
    if isinstance(node, Operation):
        return node._replace(left=rebuilt(node.left, change), right=rebuilt(node.right, change))
    if isinstance(node, Negative):
        return Negative(rebuilt(node.operand, change))
    if isinstance(node, Call):
        return node._replace(arguments=tuple(rebuilt(argument, change) for argument in node.arguments))
    return node


def parts_of(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Operation):
        return (node.left, node.right)
    if isinstance(node, Negative):
        return (node.operand,)
    if isinstance(node, Call):
        return node.arguments
    return ()
