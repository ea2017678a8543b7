"""A worksheet line into tokens. Bounds are checked here, before anything is calculated."""

from __future__ import annotations

import re
from math import isinf
from typing import NamedTuple

from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.units import MONEY_SIGNS, PERCENT

LONGEST_LINE = 500

NUMBER, WORD, MARK, END = "number", "word", "mark", "end"
ARROW = "→"


class Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int
    value: float = 0.0

    @property
    def column(self) -> int:
        return self.start + 1


_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TOKEN = re.compile(
    r"(?P<like>~=|=+~|≈|≃|≅)"
    r"|(?P<arrow>-+>|=>|→|⇒)"
    r"|(?P<space>[ \t\u00a0\u202f~]+)"
    r"|(?P<grouped>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?)"
    r"|(?P<spaced>[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9.,]))"
    r"|(?P<number>(?:[0-9](?:_?[0-9])*(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    rf"|(?P<super>[{_SUPERSCRIPTS}]+)"
    r"|(?P<word>[^\W\d]\w*)"
    r"|(?P<comment>\#|//)"
    r"|(?P<mark>\*\*|[-+*/^()%=:,$€£@×·÷−–])"
)
_PARTING = re.compile(r"[,_ \u00a0\u202f]")
_SAME_MARK = {"**": "^", "×": "*", "÷": "/", "−": "-", "–": "-"}
_GLUED_RATE = re.compile(r"[kKM](?:qps|rps|tps|wps|iops)$", re.IGNORECASE)
_GLUED_TIME = re.compile(r"(?:y|d|h|hr|hrs|m|min|mins|s|sec|secs)(?=[0-9])")
_GLUED_TIMES = re.compile(r"[xX](?=[0-9])")
_HEXADECIMAL = re.compile(r"[xX][0-9a-fA-F]+\Z")


def tokenize(line: str) -> list[Token]:
    if len(line) > LONGEST_LINE:
        raise SheetError(
            f"this line is too long ({len(line)} characters; {LONGEST_LINE} is the most)",
            mend="split it into named lines",
        )
    return _Reader(line).read()


class _Reader:
    def __init__(self, line: str) -> None:
        self.line = line
        self.tokens: list[Token] = []
        self.brackets: list[bool] = []  # for each open bracket: are these the arguments of a function?

    def read(self) -> list[Token]:
        position, line = 0, self.line
        while position < len(line):
            found = _TOKEN.match(line, position)
            if found is None:
                raise SheetError(f"can't read {line[position]!r} here", position + 1)
            if found.lastgroup == "comment":
                break
            position = self._take(found)
        self.tokens.append(Token(END, "", len(line.rstrip()), len(line)))
        return self.tokens

    def _take(self, found: re.Match[str]) -> int:
        """Keeps what was found and tells where to go on."""
        kind, text, start, end = found.lastgroup, found.group(), found.start(), found.end()
        if kind == "grouped":
            if self.brackets and self.brackets[-1]:
                return self._number(text.split(",")[0], start)
            return self._number(text, start)
        if kind in ("number", "spaced"):
            return self._number(text, start)
        if kind == "word":
            self._refuse_hexadecimal(text, start)
            head = _GLUED_TIMES if self._follows_a_value() else None
            if head and head.match(text):
                self.tokens.append(Token(WORD, "x", start, start + 1))
                return start + 1
            glued = bool(self.tokens) and self.tokens[-1].kind == NUMBER and self.tokens[-1].end == start
            if glued and _GLUED_RATE.match(text):
                self.tokens.append(Token(WORD, text[0], start, start + 1))
                return start + 1
            if glued and (time := _GLUED_TIME.match(text)):
                self.tokens.append(Token(WORD, time.group(), start, start + time.end()))
                return start + time.end()
            percent = text.lower() in PERCENT and bool(self.tokens) and self.tokens[-1].kind == NUMBER
            self.tokens.append(Token(MARK, "%", start, end) if percent else Token(WORD, text, start, end))
        elif kind == "super":
            digits = "".join(str(_SUPERSCRIPTS.index(char)) for char in text)
            self.tokens.append(Token(MARK, "^", start, start))
            self.tokens.append(Token(NUMBER, text, start, end, float(digits)))
        elif kind in ("like", "arrow"):
            self.tokens.append(Token(MARK, "=" if kind == "like" else ARROW, start, end))
        elif kind == "mark":
            self._mark(_SAME_MARK.get(text, text), start, end)
        return end

    def _number(self, text: str, start: int) -> int:
        after_comma = bool(self.tokens) and self.tokens[-1].text == ","
        if after_comma and len(text) == 3 and text.startswith("0"):
            raise SheetError("write numbers between the brackets of a function without commas", start + 1)
        end = start + len(text)
        value = float(_PARTING.sub("", text))
        if isinf(value):
            raise SheetError("this number is too large", start + 1)
        if not value and any(digit in "123456789" for digit in text.lower().split("e")[0]):
            raise SheetError("this number is too small", start + 1)
        self.tokens.append(Token(NUMBER, text, start, end, value))
        return end

    def _refuse_hexadecimal(self, word: str, start: int) -> None:
        """Nobody means nought times ten by `0x10`."""
        last = self.tokens[-1] if self.tokens else None
        if last and last.kind == NUMBER and last.text == "0" and last.end == start and _HEXADECIMAL.match(word):
            number = self.line[last.start : start + len(word)]
            what = f"{number!r} can't be read: numbers are decimal here"
            raise SheetError(what, last.column, f"write {int(word[1:], 16)}")

    def _mark(self, text: str, start: int, end: int) -> None:
        if text == "(":
            self.brackets.append(bool(self.tokens) and self.tokens[-1].kind == WORD)
        elif text == ")" and self.brackets:
            self.brackets.pop()
        self.tokens.append(Token(MARK, text, start, end))

    def _follows_a_value(self) -> bool:
        """In `reads x3` and `2 x3` the x multiplies; in `= x3` it begins a name."""
        if not self.tokens:
            return False
        last = self.tokens[-1]
        return last.kind in (NUMBER, WORD) or last.text in (")", "%")


def is_money(token: Token) -> bool:
    return token.kind == MARK and token.text in MONEY_SIGNS
