"""A whole worksheet: one statement a line, read from top to bottom, each line using those above it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from interviewcoach.estimation.billions import advice_on_bytes, can_be_no_bytes, in_billions, surely_billions
from interviewcoach.estimation.changes import TO_LONGER, Told, as_asked, look_at, shown_as
from interviewcoach.estimation.claimed import as_claimed
from interviewcoach.estimation.display import show, show_in, show_left
from interviewcoach.estimation.evaluator import evaluate
from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.hints import hint, in_all
from interviewcoach.estimation.nouns import singular
from interviewcoach.estimation.parser import parse_line
from interviewcoach.estimation.quantity import PLAIN, Dims, Quantity, Share
from interviewcoach.estimation.spelling import nearest
from interviewcoach.estimation.syntax import Name, Node, Operation, Statement
from interviewcoach.estimation.units import FUNCTIONS, UNITS

MOST_LINES = 200
NAMED = re.compile(r"\s*([^\W\d]\w*)\s*[=:≈]")


class LineResult(NamedTuple):
    """What one line of a sheet comes to. Blank lines and comments have neither value nor error."""

    line: int
    input: str
    name: str | None = None
    value: float | None = None
    dims: Dims = PLAIN
    text: str = ""
    error: str | None = None
    column: int = 0
    is_share: bool = False
    advice: str = ""  # how the line were better written, where it comes to something that its writer can hardly mean

    @property
    def quantity(self) -> Quantity | None:
        if self.value is None:
            return None
        return Share(self.value, self.dims) if self.is_share else Quantity(self.value, self.dims)

    @property
    def insertable(self) -> str:
        """What goes into an answer: `store ≈ 3 TB`."""
        return f"{self.name} ≈ {self.text}" if self.name else self.text


def evaluate_sheet(text: str) -> list[LineResult]:
    """One result for each line of the text, in order. Never raises: what is wrong stands in `error`."""
    return evaluate_lines(lines_of(text))


def lines_of(text: str) -> list[str]:
    """Only line feeds end a line, so that line numbers agree with those of every editor."""
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def evaluate_lines(lines: list[str], replaced: Mapping[int, Quantity] | None = None) -> list[LineResult]:
    """As evaluate_sheet; `replaced` gives the values of some lines (by number), as a what-if needs it."""
    if len(lines) > MOST_LINES:
        fault = f"this sheet has {len(lines)} lines: {MOST_LINES} is the most, split it"
        return [LineResult(MOST_LINES + 1, "", error=fault)]
    return Sheet(lines).results(replaced or {})


class Sheet:
    """The statements of a sheet and who uses whom."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.statements: dict[int, Statement] = {}
        self.faults: dict[int, SheetError] = {}
        self.line_of: dict[str, int] = {}
        self.unreadable: dict[int, str] = {}  # names of lines that can't be read
        self.told: dict[int, Told] = {}  # the lines as they are meant
        self.told_of: dict[str, Told] = {}
        for number, line in enumerate(lines, start=1):
            self._read(number, line)

    def _read(self, number: int, line: str) -> None:
        try:
            statement = parse_line(line)
        except SheetError as fault:
            self.faults[number] = fault
            named = NAMED.match(line)
            if named is not None and number == self.line_of.setdefault(named[1], number):
                self.unreadable[number] = named[1]
            return
        if statement is None:
            return
        statement = statement._replace(expression=surely_billions(statement, line))
        self.statements[number] = statement
        told = self.told[number] = as_asked(statement, self.told_of)
        if statement.name is None:
            return
        if statement.name in self.line_of:
            first = self.line_of[statement.name]
            self.faults[number] = SheetError(
                f"{statement.name!r} is already defined on line {first}", 1, "choose another name for this line"
            )
        else:
            self.line_of[statement.name] = number
            self.told_of[statement.name] = told if statement.target is None else shown_as(told, statement.target)

    def results(self, replaced: Mapping[int, Quantity]) -> list[LineResult]:
        values: dict[str, Quantity] = {}
        return [self._result(number, values, replaced) for number in range(1, len(self.lines) + 1)]

    def _result(self, number: int, values: dict[str, Quantity], replaced: Mapping[int, Quantity]) -> LineResult:
        line, statement = self.lines[number - 1], self.statements.get(number)
        fault = self.faults.get(number)
        name = statement.name if statement else self.unreadable.get(number)
        if fault is None and statement is not None:
            try:
                self._refuse_two_meanings(number, statement)
                meant = self.expression(number, values)
                quantity = replaced.get(number) or self._worked_out(meant, number, values)
                text = self._shown(quantity, meant, number, values)
                if statement.target is not None:
                    quantity, text = show_in(quantity, statement.target)
                told, look_up = self.told[number], self._lookup(number, values)
                quantity, text = as_claimed(statement, told, self.told_of, (quantity, text), look_up)
                if name is not None:
                    values[name] = quantity
                advice = advice_on_bytes(statement, line) or hint(statement, told, self.told_of, quantity, look_up)
                share = isinstance(quantity, Share)
                return LineResult(number, line, name, quantity.value, quantity.dims, text, is_share=share, advice=advice)
            except SheetError as raised:
                fault = raised
        if fault is None:
            return LineResult(number, line)
        return LineResult(number, line, name, error=fault.sentence, column=fault.column)

    def _refuse_two_meanings(self, number: int, statement: Statement) -> None:
        """With a line QPS above, `3 QPS` may be thrice that line or three queries a second."""
        for word, column, mend in statement.unit_words:
            line = self.line_of.get(word, number)
            if line < number:
                raise SheetError(f"{word!r} can mean line {line} or a unit here", column, mend)

    def _shown(self, quantity: Quantity, expression: Node, number: int, values: dict[str, Quantity]) -> str:
        """A share of an amount is shown so that it differs from the whole."""
        if isinstance(expression, Operation) and expression.mark == "*":
            left, right = (evaluate(side, self._lookup(number, values)) for side in (expression.left, expression.right))
            if isinstance(left, Share) != isinstance(right, Share):
                return show_left(quantity, left if isinstance(left, Share) else right)
        return show(quantity)

    def expression(self, number: int, values: Mapping[str, Quantity]) -> Node:
        """A line as it is meant, now that it is known what the names in it come to."""
        node = self.told[number].node
        billions = in_billions(node, self.lines[number - 1])
        look_up = self._lookup(number, values)
        return billions if billions != node and can_be_no_bytes(node, evaluate(node, look_up)) else node

    def _worked_out(self, meant: Node, number: int, values: dict[str, Quantity]) -> Quantity:
        told, target = self.told[number], self.statements[number].target
        quantity = evaluate(meant, self._lookup(number, values))
        if target is None or target.is_percent or "time" in target.dims or quantity.dims.get("time") != -1:
            return quantity
        counted = look_at(told.node, self.told_of, TO_LONGER).counts  # `100 GB/day * 365 to TB` can be meant in one way only
        return in_all(quantity, told.per) if counted else quantity

    def _lookup(self, number: int, values: Mapping[str, Quantity]) -> _Lookup:
        return _Lookup(self, number, values)

    def inputs_of(self, number: int) -> list[int]:
        """The lines that this one uses, directly or through others, in the order of the sheet."""
        wanted, found = [number], set()
        while wanted:
            statement = self.statements.get(wanted.pop())
            for name in statement.uses if statement else ():
                line = self.line_of.get(name)
                if line is not None and line not in found and line != number:
                    found.add(line)
                    wanted.append(line)
        return sorted(found)


class _Lookup:
    """Finds the value of a name for one line, or says why there is none."""

    def __init__(self, sheet: Sheet, number: int, values: Mapping[str, Quantity]) -> None:
        self.sheet = sheet
        self.number = number
        self.values = values

    def __call__(self, name: Name) -> Quantity | None:
        found = self.values.get(name.word)
        if found is not None:
            return found
        line = self.sheet.line_of.get(name.word)
        if line is not None:
            raise self._unavailable(name, line)
        if name.word in UNITS:
            return None
        close = nearest(name.word, self._other_words(name))
        if close is not None:
            raise SheetError(f"{name.word!r} isn't defined", name.column, f"did you mean {close!r}?")
        return None

    def _other_words(self, name: Name) -> list[str]:
        """What a mistyped name may have meant. `5 tweets / user` isn't a typo of the line `users`."""
        known = [*self.sheet.line_of, *FUNCTIONS]
        if not name.may_be_noun:
            return known
        return [word for word in known if singular(word) != singular(name.word)]

    def _unavailable(self, name: Name, line: int) -> SheetError:
        own = self.sheet.statements[self.number].name
        if line == self.number:
            return SheetError(f"{own!r} can't use itself", name.column, "give the new value another name")
        if own is not None and self.number in self.sheet.inputs_of(line):
            return SheetError(f"{own!r} and {name.word!r} need each other", name.column, "give one of them a value of its own")
        if line > self.number:
            return SheetError(f"{name.word!r} is defined below, on line {line}", name.column, "move it up")
        return SheetError(f"{name.word!r} has an error on line {line}", name.column, "mend that line first")
