"""The one door for text that was typed, pasted, read from a file or kept in a record.

Markup is never read from it, and nothing in it can steer the terminal: what is shown comes through `said` or
`line`, what is taken in comes through `tidy`.
"""

from __future__ import annotations

import re

from textual.content import Content

from interviewcoach.reports.harmless import STEERING
from interviewcoach.reports.wrapping import cells, wrapped

MOST_CHARACTERS = 200_000
MOST_IN_A_LINE = 5_000

_TABS = str.maketrans({"\t": "    ", "\r": None})
# a title for the window ends in its line, else only its beginning is left out: words without an end are words
_ESCAPES = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b\r\n]*(?:\x07|\x1b\\\\)|[^\r\n])?")


def tidy(text: str) -> str:
    """Text as it may go into an input: line ends made equal, tabs spread, control characters left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return STEERING.sub("", without_escapes(text).translate(_TABS))


def without_escapes(text: str) -> str:
    """Text without what would steer a terminal from an escape character on."""
    return _ESCAPES.sub("", text)


def broken_up(text: str) -> str:
    """Lines no longer than a terminal can wrap quickly: an endless one is cut into several."""
    if len(text) <= MOST_IN_A_LINE:
        return text
    lines = []
    for row in text.split("\n"):
        lines += [row[i : i + MOST_IN_A_LINE] for i in range(0, len(row), MOST_IN_A_LINE)] or [""]
    return "\n".join(lines)


def places(words: str, text: str) -> list[tuple[int, int]]:
    """Where any of the words stands, whatever its case, from top to bottom."""
    wanted = "|".join(re.escape(word) for word in words.split())
    return [found.span() for found in re.finditer(wanted, text, re.IGNORECASE)] if wanted else []


def said(text: str, style: str = "") -> Content:
    """Untrusted text to show, over several lines where it has them."""
    return Content.styled(_visible(text), style) if style else Content(_visible(text))


def line(text: str, style: str = "") -> Content:
    """Untrusted text to show on one line."""
    flat = " ".join(_visible(text).split())
    return Content.styled(flat, style) if style else Content(flat)


def _visible(text: str) -> str:
    return STEERING.sub("·", text.translate(_TABS))


def clipped(text: str, width: int) -> str:
    """At most `width` cells of one line, with an ellipsis where something was left out."""
    flat = " ".join(_visible(text).split())
    content = Content(flat)
    return flat if content.cell_length <= width else content.truncate(max(1, width), ellipsis=True).plain.rstrip()


def row(parts: list[tuple[str, int]], style: str = "") -> Content:
    """Cells of fixed width in one line; a negative width aligns to the right."""
    shown = []
    for text, width in parts:
        if not width:
            continue
        cell = clipped(text, abs(width))
        blank = " " * (abs(width) - Content(cell).cell_length)
        shown.append(blank + cell if width < 0 else cell + blank)
    return Content.styled("".join(shown), style) if style else Content("".join(shown))


def folded(sign: str, text: str, width: int, *, style: str = "", sign_style: str = "$accent", figure: str = "") -> Content:
    """Untrusted text behind a sign, over as many lines as it takes; a figure stands at the right end of the first."""
    flat = " ".join(_visible(text).split())
    first, *others = wrapped(sign + flat, width - (cells(figure) + 2 if figure else 0), cells(sign)).split("\n")
    if figure:
        first += " " * max(2, width - cells(first) - cells(figure)) + figure
    told = Content.styled("\n".join([first, *others]), style) if style else Content("\n".join([first, *others]))
    return told.stylize(sign_style, 0, len(sign)) if sign.strip() else told


def in_place(text: str) -> str:
    """Harmless text of exactly the same length, so that marks made on the original still fit."""
    return STEERING.sub("·", text.replace("\t", " ").replace("\r", " ").replace("\u2028", " ").replace("\u2029", " "))


def paragraphs(text: str) -> str:
    """Lines that were broken by hand joined again, so that they wrap to the screen; lists and blank lines stay."""
    return re.sub(r"(?<=\S)\n(?=[^\s\-*#|`>\d])", " ", text.strip())
