"""Reads the words after a number: magnitude, units and count nouns, per what; and the unit after `to`."""

from __future__ import annotations

from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.lexer import END, MARK, NUMBER, WORD, Token, is_money
from interviewcoach.estimation.quantity import PLAIN, Dims, combine
from interviewcoach.estimation.syntax import Target, UnitWord
from interviewcoach.estimation.units import (
    AMBIGUOUS,
    ARTICLES,
    AT,
    BILLION_OR_BYTES,
    HOUR,
    KEYWORDS,
    MAGNITUDES,
    OVER,
    TIMES_WORDS,
    Unit,
    find_unit,
    is_unit_and_name,
)
from interviewcoach.estimation.unitslips import known_or_noun

_ONE = Unit(1.0, PLAIN)


class UnitReader:
    """The half of the parser that knows units; it keeps the place in the tokens."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.unit_words: list[UnitWord] = []

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
        return unit is None or bool(unit.dims.keys() - {"byte"})

    def units(self, slash_too: bool = True) -> Unit:
        """All units after a number. A slash belongs to them only when it is glued between words."""
        here = self.here
        if self._per_here() or (slash_too and self._slash_before_known_unit()):
            return self._denominators(_ONE)
        if here.kind == WORD and not self._is_operator(here):
            return self._denominators(self._unit_of_number())
        return _ONE

    def _unit(self) -> Unit:
        """The unit or noun here."""
        word = self.advance()
        if word.text in AMBIGUOUS:
            raise SheetError(AMBIGUOUS[word.text], word.column)
        return known_or_noun(word.text, word.column)

    def _unit_of_number(self) -> Unit:
        """As `_unit`; one that a line may be called as well is noted."""
        word = self.here
        if is_unit_and_name(word.text):
            other = word.text.upper() if word.text.islower() else word.text.lower()
            mend = f"write {other!r} for the unit, '* {word.text}' or '/ {word.text}' for the line"
            self.unit_words.append(UnitWord(word.text, word.column, mend))
        return self._unit()

    def _per_here(self) -> bool:
        """`per month`, and `a month` behind an amount."""
        return (self.here.kind == WORD and self.here.text == "per" and self._word_at(1)) or self.article_here()

    def article_here(self, ahead: int = 0) -> bool:
        """`a month`; a line may be called `a`, but only an operator can follow its name."""
        if not self._word_at(ahead) or not self._word_at(ahead + 1):
            return False
        article, after = self.tokens[self.at + ahead : self.at + ahead + 2]
        return article.text in ARTICLES and after.text not in KEYWORDS

    def unit_after_article(self) -> bool:
        """Where a value is due, `a year` is one year."""
        return self.article_here() and bool((find_unit(self.tokens[self.at + 1].text) or _ONE).dims)

    def take_article(self) -> None:
        article = self.advance()
        mend = f"write '1 {self.here.text}' for the unit, '{article.text} *' for the line"
        self.unit_words.append(UnitWord(article.text, article.column, mend))

    def smaller_time_follows(self, unit: Unit) -> bool:
        """Is there a smaller unit of time to be added, as in `1h 30min`? After hours, m is understood."""
        number, word = self.here, self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        if number.kind != NUMBER or word.kind != WORD:
            return False
        smaller = self._part_of_time(word, unit)
        return smaller.dims == {"time": 1} and smaller.scale < unit.scale

    def added_times(self, value: float, unit: Unit) -> tuple[float, Unit]:
        """All parts of a time such as `1h30m`, in seconds, and what they are per."""
        seconds = value * unit.scale
        while self.smaller_time_follows(unit):
            amount, word = self.advance().value, self.advance()
            unit = self._part_of_time(word, unit)
            seconds += amount * unit.scale
        return seconds, self._denominators(Unit(1.0, unit.dims))

    def _part_of_time(self, word: Token, before: Unit) -> Unit:
        spelt = "min" if word.text == "m" and before.scale == HOUR else word.text
        return find_unit(spelt) or _ONE

    def units_after(self, noun: str) -> Unit:
        """Units after an amount of money, whose sign stood before the number."""
        return self._denominators(Unit(1.0, {noun: 1}))

    def _is_operator(self, token: Token) -> bool:
        if self.over_here(token) or self.at_here(token):
            return True
        if token.text not in TIMES_WORDS:
            return token.text in KEYWORDS
        if self.article_here(1):
            return False
        after = self.tokens[self.at + 1]
        starts_value = after.kind == NUMBER or after.text in ("(", "$", "€", "£", "-")
        return starts_value or (after.kind == WORD and after.text not in KEYWORDS)

    def over_here(self, token: Token) -> bool:
        """`1.4M requests over 10 s`; elsewhere `over` may be a noun or the name of a line."""
        return token.text == OVER and token is self.here and self.tokens[self.at + 1].kind == NUMBER

    def at_here(self, token: Token) -> bool:
        """`1 PB at $23/TB/month`, `10 servers @ 5k qps`; elsewhere `at` may be the name of a line."""
        if token.text not in AT or token is not self.here:
            return False
        after = self.tokens[self.at + 1]
        return after.kind == NUMBER or is_money(after)

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
            elif self._hyphen_here() or self._per_here():
                sign = -1
            else:
                return Unit(scale, dims)
            if self.tokens[self.at + 2].text == "(":
                return Unit(scale, dims)
            self.advance()
            part = self._of_many() if sign < 0 else self._unit_of_number()
            scale = scale * part.scale if sign > 0 else scale / part.scale
            dims = combine(dims, part.dims, sign)

    def _hyphen_here(self) -> bool:
        """`$0.023/GB-month`: behind a slash, the hyphen parts two units."""
        if self.here.text != "-" or not self._glued() or self.at < 2 or self.tokens[self.at - 2].text not in ("/", "per"):
            return False
        unit = find_unit(self.tokens[self.at + 1].text)
        return unit is not None and unit.dims == {"time": 1}

    def _of_many(self) -> Unit:
        """`per request`, `per million requests`, `per million`."""
        scale = MAGNITUDES.get(self.here.text, 1.0) if len(self.here.text) > 2 else 1.0
        if scale == 1.0:
            return self._unit_of_number()
        self.advance()
        if self.here.kind != WORD or self._is_operator(self.here):
            return Unit(scale, PLAIN)
        part = self._unit_of_number()
        return Unit(scale * part.scale, part.dims)

    def target(self) -> Target:
        """After `to` or `in`: `TB/day`, `%`, `/day`, `per month`."""
        first = self.here
        asked = self.tokens[self.at - 1].text
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
                raise self._no_unit(asked, first)
            into.append(self.here.text)
            part = self._unit()
            scale, dims = _joined(scale, dims, part, 1 if into is over else -1)

    def _no_unit(self, asked: str, first: Token) -> SheetError:
        if first is self.here and first.kind == NUMBER:
            mend = "to divide by a time write '/ 10 s'" if asked == "in" else "of a range give one value"
            return SheetError(f"behind {asked!r} stands a unit, not {first.text!r}", first.column, mend)
        return SheetError(f"a unit is missing after {asked!r}", self.here.column, f"as in: {asked} GB/day")


def _joined(scale: float, dims: Dims, part: Unit, sign: int) -> tuple[float, Dims]:
    return scale * part.scale**sign, combine(dims, part.dims, sign)
