"""The name of a line: `dau = 500M users`, `DAU: 500M`; and what can be none."""

from __future__ import annotations

from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.lexer import MARK, WORD, Token
from interviewcoach.estimation.units import KEYWORDS, find_unit, is_reserved

NAMES = ("=", ":")  # what stands behind a name


def line_name(tokens: list[Token]) -> tuple[str | None, int]:
    """The name, if there is one, and the place where the expression begins."""
    first, second = tokens[0], tokens[min(1, len(tokens) - 1)]
    if first.text == "=" and second.text != "=":  # as a spreadsheet has it
        return None, 1
    if second.kind != MARK or second.text not in NAMES or (second.text == ":" and first.kind != WORD):
        _refuse_several_words(tokens)
        return None, 0
    if first.kind != WORD:
        raise SheetError(f"a line can't be named {first.text!r}", first.column, "begin with a letter")
    if is_reserved(first.text):
        raise SheetError(f"{first.text!r} is a unit or a keyword", first.column, "choose another name for this line")
    return first.text, 2


def _refuse_several_words(tokens: list[Token]) -> None:
    """`reads/s = ...`, `in flight = ...`, `peak rate: ...`"""
    end = next((at for at, token in enumerate(tokens) if token.text in NAMES and token.kind == MARK), 0)
    before = tokens[:end]
    words = [token.text for token in before if token.kind == WORD]
    if tokens[end].text == ":" and end and before[0].kind == WORD and len(words) == end:
        raise SheetError("the name of a line is one word", 1, f"write {'_'.join(words)} = ...")
    if len(words) == end and end > 1 and words[0] in KEYWORDS:
        raise SheetError("the name of a line is one word", 1, f"write {'_'.join(words)} = ...")
    slashed = [token.text for token in before[1::2]] == ["/"] and len(before) == 3 and len(words) == 2
    unit = find_unit(words[1]) if slashed and before[0].end == before[1].start else None
    if unit is not None and unit.dims == {"time": 1}:
        raise SheetError("the name of a line has no '/'", before[1].column, f"write {words[0]}_per_{words[1]} = ...")
