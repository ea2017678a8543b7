"""What is quoted of an answer: the words that something rests on, whole, with as much of their sentence as there is room for.
Nothing typed is trusted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from interviewcoach.reports.harmless import harmless
from interviewcoach.reports.joining import joined
from interviewcoach.reports.tiers import depth_of

MOST = 160  # characters; most sentences are no longer
BREAK = " / "  # stands for a line's end: what was written on two lines is not read as one phrase
FAR = 300  # characters; no farther is a sentence's end looked for
LONGEST_WORD = 40
SHORT = 40  # characters; a line no longer than that, with a colon behind it, tells nothing without what it leads

_STOP = re.compile(r"[.!?;](?=\s)|\n")
_MARKS = re.compile(r"\s*(?:[-*•–#>]+\s+|\d{1,2}[.)]\s+)?")


def plain(text: str) -> str:
    """Text that a terminal only prints: control characters become visible signs."""
    return harmless(text).replace("\n", "␊").replace("\t", " ")


def quote(answer: str, span: Mapping[str, Any], most: int = MOST) -> str:
    """The words of a span; a few words tell little alone, so what stands around them in the sentence is quoted with them."""
    answer = joined(answer)
    start, end = (min(span[edge], len(answer)) for edge in ("start", "end"))
    start, end = _word_start(answer, start), _word_end(answer, end)
    before, words, after = (
        answer[_sentence_start(answer, start) : start],
        answer[start:end],
        answer[end : _sentence_end(answer, end)],
    )
    room = most - len(words)
    whole = len(before) <= room  # a beginning tells more than an end
    left = before if whole else _tail(before, max(room // 2, room - len(after)))
    right = _head_of(after, room - len(left))
    told = _on_one_line(f"{left}{words}{right}")
    begins = "…" if len(left) < len(before) else ""
    if len(told) > most:
        return f"“{begins}{_head_of(told, most - 1) or told[: most - 1]}…”"
    return f"“{begins}{told}{'…' if len(right) < len(after) else ''}”"


def carrying(criterion: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The words that carry a criterion: those that say most of it, and where they go less deep, the deepest as well."""
    spans: list[Mapping[str, Any]] = list(criterion["spans"][:2])
    deeper = len(spans) == 2 and depth_of(spans[1]["why"]) > depth_of(spans[0]["why"])
    return spans if deeper else spans[:1]


def _on_one_line(text: str) -> str:
    rows = text.replace("**", "").replace("\r", " ").split("\n")
    told = BREAK.join(told for row in rows if (told := " ".join(plain(row[_bullet(row) :]).split())))
    return told.replace(f":{BREAK}", ": ")


def _bullet(row: str) -> int:
    """How many characters of a line are its indentation and the sign of its item."""
    marks = _MARKS.match(row)
    return marks.end() if marks else 0


def _word_start(answer: str, at: int) -> int:
    low = max(0, at - LONGEST_WORD)
    while at > low and not answer[at - 1].isspace():
        at -= 1
    return at


def _word_end(answer: str, at: int) -> int:
    """The end of the word; the comma or full stop behind it is left to the sentence."""
    if at and answer[at - 1].isspace():
        return at
    high, end = min(len(answer), at + LONGEST_WORD), at
    while end < high and not answer[end].isspace():
        end += 1
    while end > at and answer[end - 1] in ".,;:!?":
        end -= 1
    return end


def _sentence_start(answer: str, at: int) -> int:
    low = max(0, at - FAR)
    ends = [match.end() for match in _STOP.finditer(answer, low, at)]
    begin = ends[-1] if ends else low
    return min(begin + _bullet(answer[begin:at]), at)


def _sentence_end(answer: str, at: int) -> int:
    begin = answer.rfind("\n", 0, at) + 1
    led = _leads(answer[begin : _line_end(answer, at)])
    if at and answer[at - 1] in ".!?;\n":
        return at
    for match in _STOP.finditer(answer, at, at + FAR):
        if match.group() != "\n":
            return match.start() + (match.group() in ".!?")
        if not (led and _is_led(answer[match.end() : _line_end(answer, match.end())])):
            return match.start()
    return min(len(answer), at + FAR)


def _leads(row: str) -> bool:
    """Whether a line is but the name of what stands below it ("Out of scope:")."""
    told = row.strip()
    return told.endswith(":") and len(told) <= SHORT and not told.startswith("#")


def _is_led(row: str) -> bool:
    return bool(row.strip()) and not row.lstrip().startswith("#") and not _leads(row)


def _line_end(answer: str, at: int) -> int:
    end = answer.find("\n", at, at + FAR)
    return end if end >= 0 else min(len(answer), at + FAR)


def _tail(text: str, room: int) -> str:
    """As many whole words from its end as fit."""
    return text if len(text) <= room else text[len(text) - max(0, room) :].partition(" ")[2]


def _head_of(text: str, room: int) -> str:
    return text if len(text) <= room else text[: max(0, room)].rpartition(" ")[0]
