"""Tokens into a tree, by precedence climbing: sums, products, powers, and numbers with their units."""

from __future__ import annotations

from functools import lru_cache
from math import isfinite

from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.lexer import ARROW, END, MARK, NUMBER, WORD, Token, is_money, tokenize
from interviewcoach.estimation.naming import line_name
from interviewcoach.estimation.quantity import Quantity, Share
from interviewcoach.estimation.ranges import refuse_range
from interviewcoach.estimation.syntax import Call, Literal, Name, Negative, Node, Operation, Statement, names_in
from interviewcoach.estimation.units import (
    ARTICLES,
    AT,
    COUNT_WORDS,
    FUNCTIONS,
    KEYWORDS,
    MAGNITUDES,
    MONEY_SIGNS,
    OF_MANY,
    SHOW_WORDS,
    TIMES_WORDS,
    Unit,
    find_unit,
)
from interviewcoach.estimation.unitwords import UnitReader

DEEPEST = 40
_MOST_NINES = 12
_ONE = Unit(1.0, {})


@lru_cache(maxsize=1024)
def parse_line(line: str) -> Statement | None:
    """The statement of a line; nothing for an empty line or a mere comment. Raises only SheetError."""
    tokens = tokenize(line)
    if tokens[0].kind == END:
        return None
    return _Parser(tokens).statement()


class _Parser(UnitReader):
    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self.depth = 0

    def statement(self) -> Statement:
        name = self._line_name()
        expression = self._sum()
        target = None
        if self._is_shown_in():
            self.advance()
            target = self.target()
        claim = self._claim()
        if self.here.kind != END:
            raise self._unexpected()
        uses = tuple(dict.fromkeys(word.word for word in names_in(expression)))
        return Statement(name, expression, target, uses, tuple(self.unit_words), claim)

    def _is_shown_in(self) -> bool:
        """`to GB/day`, `-> GB/day`"""
        here = self.here
        return (here.kind == WORD and here.text in SHOW_WORDS) or (here.text == ARROW and self._word_at(1))

    def _claim(self) -> Node | None:
        """`1.4M / 10 = 140k`: what somebody thinks that the line comes to. An idle `=` at the end asks for the result."""
        if self.here.text not in ("=", ARROW) or self.at == 0:
            return None
        self.advance()
        return None if self.here.kind == END else self._sum()

    def _line_name(self) -> str | None:
        name, self.at = line_name(self.tokens)
        return name

    # precedence, loosest first

    def _sum(self) -> Node:
        left = self._product()
        while self.here.kind == MARK and self.here.text in "+-":
            if self.here.text == "-":
                refuse_range(self.tokens, self.at)
            mark = self.advance()
            left = Operation(mark.text, left, self._product(), mark.column)
        return left

    def _product(self) -> Node:
        left = self._signed()
        while True:
            here = self.here
            if here.kind == MARK and here.text in "*/·":
                noun = here.text == "/" and _is_quantity(left, glued=self._glued())
                self.advance()
                mark = "/" if here.text == "/" else "*"
                left = Operation(mark, left, self._signed(noun), here.column)
            elif (here.kind == WORD and (here.text in TIMES_WORDS or here.text == "of")) or self.at_here(here):
                self.advance()
                left = Operation("*", left, self._signed(), here.column)
            elif (here.kind == WORD and here.text == "per") or self.over_here(here) or self.article_here():
                self.advance()
                left = Operation("/", left, self._signed(True), here.column)
            else:
                return left

    def _signed(self, may_be_noun: bool = False) -> Node:
        negative = False
        while self.here.kind == MARK and self.here.text in "+-":
            negative ^= self.advance().text == "-"
        node = self._power(may_be_noun)
        return Negative(node) if negative else node

    def _power(self, may_be_noun: bool) -> Node:
        base = self._value(may_be_noun)
        if not (self.here.kind == MARK and self.here.text == "^"):
            return base
        mark = self.advance()
        return self._with_units(Operation("^", base, self._exponent(), mark.column))

    def _exponent(self) -> Node:
        """To the right of ^, numbers stand alone: in `2^30 bytes` the bytes belong to the whole power."""
        self._go_deeper()
        negative = False
        while self.here.kind == MARK and self.here.text in "+-":
            negative ^= self.advance().text == "-"
        if self.here.kind == NUMBER:
            token = self.advance()
            node: Node = self._typed(token.value, _ONE, token, self.at)
        else:
            node = self._value(False)
        if self.here.kind == MARK and self.here.text == "^":
            mark = self.advance()
            node = Operation("^", node, self._exponent(), mark.column)
        self.depth -= 1
        return Negative(node) if negative else node

    def _value(self, may_be_noun: bool) -> Node:
        here = self.here
        if here.kind == NUMBER:
            return self._literal()
        if here.kind == WORD:
            return self._word(may_be_noun)
        if is_money(here):
            return self._money()
        if here.text == "(":
            self.advance()
            self._go_deeper()
            node = self._sum()
            self.expect(")")
            self.depth -= 1
            return self._with_units(node)
        raise self._unexpected()

    # values

    def _literal(self) -> Node:
        token = self.advance()
        if self.here.text == "nines":
            self.advance()
            return _nines(token.value, token)
        if self.here.text == ":" and self.tokens[self.at + 1].kind == NUMBER:
            return self._ratio(token)
        if self.here.kind == MARK and self.here.text == "%":
            mark = self.advance()
            return Literal(Share(token.value / 100, {}), token.start, mark.end)
        value = token.value * self.magnitude()
        first = self.at
        unit = self.units()
        if unit.dims == {"time": 1} and self.smaller_time_follows(unit):
            value, unit = self.added_times(value, unit)
        return self._typed(value, unit, token, first)

    def _ratio(self, first: Token) -> Literal:
        """`100:1` is a hundred for each; `9:30` is something else."""
        colon, second = self.advance(), self.advance()
        if 1 not in (first.value, second.value) or not second.value:
            raise SheetError("':' stands in a ratio to 1, such as 100:1, and behind a name", colon.column)
        return Literal(Quantity(first.value / second.value, {}), first.start, second.end)

    def _money(self) -> Node:
        sign = self.advance()
        if self.here.kind != NUMBER:
            raise SheetError(f"an amount is missing after {sign.text}", sign.column)
        token = self.advance()
        value = token.value * self.magnitude()
        per = self.at
        unit = self.units_after(MONEY_SIGNS[sign.text])
        return self._typed(value, unit, sign, per)

    def _typed(self, value: float, unit: Unit, first: Token, unit_at: int) -> Literal:
        if not isfinite(value * unit.scale):
            raise SheetError("this number is too large", first.column)
        if value and not value * unit.scale:
            raise SheetError("this number is too small", first.column)
        quantity = Quantity(value * unit.scale, unit.dims)
        return Literal(quantity, first.start, self.tokens[self.at - 1].end, self._texts(unit_at))

    def _texts(self, first: int) -> tuple[str, ...]:
        return tuple(token.text for token in self.tokens[first : self.at])

    def _with_units(self, node: Node) -> Node:
        """Units may also follow a bracket or a power: `(2 + 3) users`, `2^30 bytes`."""
        start = self.at
        scale = self.magnitude()
        unit = self.units(slash_too=False)
        if self.at == start:
            return node
        first = self.tokens[start]
        one = Literal(Quantity(scale * unit.scale, unit.dims), first.start, first.start, self._texts(start))
        return Operation("*", node, one, first.column)

    def _word(self, may_be_noun: bool) -> Node:
        if self.unit_after_article():
            self.take_article()
        token = self.advance()
        if self.here.text == "nines" and token.text.lower() in COUNT_WORDS:
            self.advance()
            return _nines(COUNT_WORDS[token.text.lower()], token)
        if self.here.kind == MARK and self.here.text == "(":
            return self._call(token)
        if token.text in KEYWORDS or token.text in MAGNITUDES:
            mend = f"write 1 {token.text}, or more" if token.text in MAGNITUDES else ""
            raise SheetError(f"a value is missing before {token.text!r}", token.column, mend)
        return Name(token.text, token.column, may_be_noun)

    def _call(self, name: Token) -> Node:
        if name.text not in FUNCTIONS:
            known = ", ".join(FUNCTIONS)
            raise SheetError(f"{name.text!r} isn't a function", name.column, f"there are {known}")
        self.advance()
        self._go_deeper()
        arguments = [self._sum()]
        while self.here.kind == MARK and self.here.text == ",":
            self.advance()
            arguments.append(self._sum())
        self.expect(")")
        self.depth -= 1
        if len(arguments) > 1 and name.text not in OF_MANY:
            raise SheetError(f"{name.text} takes one value, not {len(arguments)}", name.column)
        return self._with_units(Call(name.text, tuple(arguments), name.column))

    # faults

    def _go_deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise SheetError("this line is nested too deeply", self.here.column, "split it into named lines")

    def _unexpected(self) -> SheetError:
        here, before = self.here, self.tokens[self.at - 1] if self.at else None
        if here.kind == END:
            after = f" after {before.text!r}" if before else ""
            return SheetError(f"a value is missing{after}", here.column)
        if before is not None and here.text in AT:
            return SheetError(f"an amount is missing after {here.text!r}", here.column, "as in: 1 PB at $23/TB/month")
        if before is not None and before.kind == WORD and here.kind == WORD:
            pair = f"{before.text} {here.text}"
            if find_unit(before.text) is not None:
                return SheetError(
                    f"two words in a row, {pair!r}", here.column, f"leave {here.text!r} out, or write * or / before it"
                )
            number = 1 if before.text in ARTICLES and here.text in MAGNITUDES else COUNT_WORDS.get(before.text.lower())
            mend = f"write {number} {here.text}" if number else f"write one word ({pair.replace(' ', '_')})"
            return SheetError(f"two words in a row, {pair!r}", here.column, mend)
        if here.text == "=":
            return SheetError("'=' stands after a name at the start of a line, and once before what it comes to", here.column)
        if here.text == ")" and before is not None and before.text in "(,+-*/^":
            return SheetError("a value is missing before ')'", here.column)
        if here.text == ")":
            return SheetError("')' has no '(' before it", here.column)
        if here.kind == NUMBER and self.at == 1 and before is not None and before.kind == WORD:
            what = f"an operator is missing before {here.text!r}"
            return SheetError(what, here.column, f"to name the line write '{before.text} = {here.text} ...'")
        if here.kind in (NUMBER, WORD) or is_money(here):
            return SheetError(f"an operator is missing before {here.text!r}", here.column)
        return SheetError(f"{here.text!r} can't stand here", here.column, self._mend_of_comma() if here.text == "," else "")

    def _mend_of_comma(self) -> str:
        """`3,8k` is three and eight tenths where decimals have a comma; `1,2,3` is nothing that could be guessed."""
        before, after = self.tokens[max(self.at - 1, 0)], self.tokens[self.at + 1]
        around = [token.text for token in self.tokens[max(self.at - 2, 0) : self.at + 3] if token is not self.here]
        glued = before.kind == after.kind == NUMBER and before.end + 1 == after.start
        if glued and (before.text + after.text).isdigit() and "," not in around:
            return f"write {before.text}.{after.text} for a fraction"
        return "commas part thousands (12,000) and the values of max and min"


def _is_quantity(node: Node, glued: bool) -> bool:
    """After `5 tweets`, a slash may be followed by any noun, also with spaces around it; after `5` only glued."""
    while isinstance(node, Operation) and isinstance(node.right, Name) and node.right.may_be_noun:
        node, glued = node.left, True
    if isinstance(node, Negative):
        node = node.operand
    return isinstance(node, Literal) and (glued or bool(node.quantity.dims))


def _nines(count: float, token: Token) -> Literal:
    if count != int(count) or not 1 <= count <= _MOST_NINES:
        raise SheetError(f"nines are counted from 1 to {_MOST_NINES}", token.column)
    return Literal(Quantity(1 - 10.0**-count, {}), token.start, token.end)
