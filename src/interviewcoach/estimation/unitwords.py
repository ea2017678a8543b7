"""Reads the words after a number: magnitude, units and count nouns, per what; and the unit after `to`."""

from __future__ import annotations

from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.lexer import END, MARK, NUMBER, WORD, Token
from interviewcoach.estimation.quantity import PLAIN, Dims, combine
from interviewcoach.estimation.syntax import Target
from interviewcoach.estimation.units import (
    AMBIGUOUS,
    BILLION_OR_BYTES,
    KEYWORDS,
    MAGNITUDES,
    TIMES_WORDS,
    Unit,
    find_unit,
    unit_or_noun,
)

_ONE = Unit(1.0, PLAIN)


class UnitReader:
    """The half of the parser that knows units; it keeps the place in the tokens."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    @property
    def here(self) -> Token:
        return self.tokens[self.at]

    def advance(self) -> Token:
        token = self.tokens[self.at]
        if token.kind != END:
            self.at += 1
        return token

    def expect(self, mark: str) -> None:
        if self.here.text != mark or self.here.kind != MARK:
            found = "the end of the line" if self.here.kind == END else repr(self.here.text)
            raise SheetError(f"{mark!r} is missing before {found}", self.here.column)
        self.advance()

    def magnitude(self) -> float:
        """`k`, `M`, `bn`, `million`; `B` counts billions only when a noun follows, and is bytes otherwise."""
        here = self.here
        if here.kind != WORD:
            return 1.0
        scale = MAGNITUDES.get(here.text)
        if scale is None and here.text.islower() and len(here.text) > 2:
            scale = MAGNITUDES.get(here.text.rstrip("s"))
        if scale is None and here.text == BILLION_OR_BYTES and self._noun_follows():
            scale = 1e9
        if scale is None:
            return 1.0
        self.advance()
        return scale

    def _noun_follows(self) -> bool:
        after = self.tokens[self.at + 1]
        if after.kind != WORD or after.text in KEYWORDS or after.text in MAGNITUDES:
            return False
        unit = find_unit(after.text)
        return unit is None or bool(unit.dims.keys() - {"byte", "time"})

    def units(self, slash_too: bool = True) -> Unit:
        """All units after a number. A slash belongs to them only when it is glued between words."""
        here = self.here
        if here.kind == WORD and not self._is_operator(here):
            self._refuse_ambiguous(here)
            self.advance()
            return self._denominators(unit_or_noun(here.text))
        if slash_too and self._slash_before_known_unit():
            return self._denominators(_ONE)
        if here.kind == WORD and here.text == "per" and self._word_at(1):
            return self._denominators(_ONE)
        return _ONE

    def units_after(self, noun: str) -> Unit:
        """Units after an amount of money, whose sign stood before the number."""
        return self._denominators(Unit(1.0, {noun: 1}))

    def _is_operator(self, token: Token) -> bool:
        if token.text not in TIMES_WORDS:
            return token.text in KEYWORDS
        after = self.tokens[self.at + 1]
        starts_value = after.kind == NUMBER or after.text in ("(", "$", "€", "£", "-")
        return starts_value or (after.kind == WORD and after.text not in KEYWORDS)

    def _refuse_ambiguous(self, token: Token) -> None:
        if token.text in AMBIGUOUS:
            raise SheetError(AMBIGUOUS[token.text], token.column)

    def _word_at(self, ahead: int) -> bool:
        place = self.at + ahead
        return place < len(self.tokens) and self.tokens[place].kind == WORD

    def _glued(self) -> bool:
        """Is the mark here glued between what stands before it and a word?"""
        here = self.here
        return self._word_at(1) and self.tokens[self.at - 1].end == here.start == self.tokens[self.at + 1].start - 1

    def _slash_before_known_unit(self) -> bool:
        """`100/s` is a rate at once; `100/writes` may divide by a line of that name."""
        if self.here.text != "/" or not self._glued():
            return False
        return find_unit(self.tokens[self.at + 1].text) is not None

    def _denominators(self, unit: Unit) -> Unit:
        scale, dims = unit
        while True:
            here = self.here
            if here.kind == MARK and here.text in "/·" and self._glued():
                sign = 1 if here.text == "·" else -1
            elif here.kind == WORD and here.text == "per" and self._word_at(1):
                sign = -1
            else:
                return Unit(scale, dims)
            if self.tokens[self.at + 2].text == "(":
                return Unit(scale, dims)
            self.advance()
            word = self.advance()
            self._refuse_ambiguous(word)
            part = unit_or_noun(word.text)
            scale = scale * part.scale if sign > 0 else scale / part.scale
            dims = combine(dims, part.dims, sign)

    def target(self) -> Target:
        """After `to`: `TB/day`, `%`, `/day`, `per month`."""
        first = self.here
        if first.text == "%":
            self.advance()
            return Target(("%",), (), 0.01, PLAIN, first.column)
        over: list[str] = []
        under: list[str] = []
        scale, dims = 1.0, PLAIN
        into = over
        while True:
            here = self.here
            if (here.kind == MARK and here.text == "/") or (here.kind == WORD and here.text == "per"):
                self.advance()
                into = under
            elif here.kind == MARK and here.text == "·" and over:
                self.advance()
            elif over or under:
                return Target(tuple(over), tuple(under), scale, dims, first.column)
            if self.here.text == "$" and not over:
                self.advance()
                into.append("$")
                dims = combine(dims, {"usd": 1}, 1)
                continue
            if self.here.kind != WORD:
                raise SheetError("a unit is missing after 'to'", self.here.column, "as in: to GB/day")
            word = self.advance()
            self._refuse_ambiguous(word)
            part = unit_or_noun(word.text)
            into.append(word.text)
            scale, dims = _joined(scale, dims, part, 1 if into is over else -1)


def _joined(scale: float, dims: Dims, part: Unit, sign: int) -> tuple[float, Dims]:
    return scale * part.scale**sign, combine(dims, part.dims, sign)
