"""Finds the stretches of a line that hold several numbers, and splits those into tokens.

Prose without numbers costs one search; only where numbers stand near each other is anything read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from interviewcoach.estimation.units import DAY, PERCENT

NUMBER, WORD, MARK = 0, 1, 2
_FARTHEST = 90  # characters between two numbers that may belong to one claim
_LONGEST = 2000  # characters of one stretch: nobody needs so many for a sum, and each is weighed beside all others of it
_BEFORE, _AFTER = 24, 60
_DEEPEST_BULLET = 16


class Token(NamedTuple):
    kind: int
    text: str
    start: int
    end: int
    value: float = 0.0


_DIGITS = re.compile(r"[0-9]+")
_SPELLED = {word: float(i) for i, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_TOKEN = re.compile(
    r"(?P<powered>(?<![\w.,^])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?\s?[×*·⋅x]\s?10(?:⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?:\^|\*\*)-?[0-9]{1,2}(?![\w.])))"
    r"|(?P<decimal>(?<![\w.,])[0-9]+,[0-9]{1,2}(?=\s?[A-Za-zµ%]|\s[/×*]\s))"
    r"|(?P<spaced>(?<![\w.,])[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})+(?![\w]|[.,][0-9]))"
    r"|(?P<number>(?:(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|(?<![\w.])\.[0-9]+)(?:[eE][+-]?[0-9]+(?![A-Za-z]))?)"
    r"|(?P<times>(?<![A-Za-z_])[xX](?=~?[0-9]))"
    r"|(?P<short>\b(?:[iI]\.e|[eE]\.g|approx|ca|vs|incl)\.,?)"
    r"|(?P<with>\bw/(?=[\s0-9~]))"
    r"|(?P<day>(?:the )?(?:number of )?seconds (?:in|of|per) (?:a|the|one|each) day\b)"
    r"|(?P<hedge>\b(?:somewhat|slightly|just|a (?:bit|little)) (?:over|under|above|below|more than|less than)\b)"
    rf"|(?P<spelled>\b(?:{'|'.join(_SPELLED)})(?= (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b))"
    r"|(?P<spoken>\b(?:[dD]ivided|[mM]ultiplied)\s+by\b)"
    r"|(?P<word>[A-Za-zµμ_][\w]*(?:['’][a-z]+)?)"
    r"|(?P<power>(?<=[0-9)])\*\*(?=[0-9(]))"
    r"|(?P<arrow>-+>|=>|→|⇒|⟶)"
    r"|(?P<unequal>!=|≠|>=|<=|≥|≤|:=|\+=|>>|<<)"
    r"|(?P<like>~=|=~|=+~?|≈|≃|≅|~)"
    r"|(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<skip>\*\*|[\s`\"“”_]+)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_SAME_MARK = {"×": "*", "·": "*", "⋅": "*", "÷": "/", "−": "-", "–": "-", "—": "—", "→": "→"}
_OPERATORS = frozenset("/×÷")
_SUPERSCRIPT = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_TIMES_TEN = re.compile(r"\s?[×*·⋅x]\s?10(?:\^|\*\*)?")


def stretches(line: str) -> Iterator[tuple[int, int]]:
    """Where two or more numbers stand near each other: start and end, with a little context."""
    first, last, count = -1, -1, 0
    for found in _DIGITS.finditer(line):
        start, end = found.span()
        if count and start - last <= _FARTHEST and start - first <= _LONGEST:
            count += 1
        else:
            if count > 1:
                yield _with_context(line, first, last)
            first, count = start, 1
        last = end
    if count > 1:
        yield _with_context(line, first, last)


def _with_context(line: str, first: int, last: int) -> tuple[int, int]:
    start = max(0, first - _BEFORE)
    while start > 0 and line[start - 1].isalnum() and start < first:
        start += 1
    return start, min(len(line), last + _AFTER)


def tokens_of(line: str, start: int, end: int) -> list[Token]:
    """The tokens of one stretch, with places that count from the start of the line."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(line, start, end):
        kind, text = found.lastgroup, found.group()
        if kind == "skip":
            continue
        if text == "*" and found.start() < _DEEPEST_BULLET and not line[: found.start()].strip():
            continue  # the bullet of a list
        if tokens and tokens[-1].text == "→" and text in _OPERATORS:  # `4 billion a day → / 86,400`
            tokens.pop()
        behind_number = tokens and tokens[-1].kind == NUMBER
        if behind_number and text.lower() in PERCENT:  # with or without a blank before it
            tokens.append(Token(MARK, "%", tokens[-1].end, found.end()))
        else:
            tokens.append(_token(kind or "", text, found.start(), found.end()))
    return tokens


def _token(kind: str, text: str, start: int, end: int) -> Token:
    if kind == "number":
        return Token(NUMBER, text, start, end, float(text.replace(",", "")))
    if kind == "spaced":  # 2 500, as in the calculator
        return Token(NUMBER, text, start, end, float("".join(text.split())))
    if kind == "powered":  # 2.6 × 10⁶ is one number, also behind a division
        mantissa, exponent = _TIMES_TEN.split(text, maxsplit=1)
        return Token(NUMBER, text, start, end, float(f"{mantissa.replace(',', '')}e{exponent.translate(_SUPERSCRIPT)}"))
    if kind == "decimal":  # as most of the world writes it: 1,3M
        return Token(NUMBER, text, start, end, float(text.replace(",", ".")))
    if kind == "spelled":  # `800,000 seconds, so about two hours`
        return Token(NUMBER, text, start, end, _SPELLED[text])
    if kind == "hedge":
        return Token(WORD, "about", start, end)
    if kind == "times":
        return Token(MARK, "*", start, end)
    if kind == "day":
        return Token(NUMBER, text, start, end, DAY)
    if kind == "spoken":
        return Token(MARK, "/" if text[0] in "dD" else "*", start, end)
    if kind == "word":
        return Token(WORD, text.replace("’", "'"), start, end)
    if kind == "short":
        return Token(WORD, text.lower().replace(".", "").rstrip(","), start, end)
    if kind == "with":
        return Token(WORD, "with", start, end)
    if kind == "power":
        return Token(MARK, "^", start, end)
    if kind == "arrow":
        return Token(MARK, "→", start, end)
    if kind == "unequal":
        return Token(MARK, "≠", start, end)
    if kind == "like":
        return Token(MARK, "~" if text == "~" else "≈" if "~" in text or text in "≈≃≅" else "=", start, end)
    if kind == "super":
        return Token(MARK, "⁰", start, end, float(text.translate(_SUPERSCRIPT)))
    return Token(MARK, _SAME_MARK.get(text, text), start, end)
