"""A paste arrives whole and in order, whatever it holds.

Textual's parser looks for keys also within a marked paste: what it takes for the beginning of a key there, such as a
colour in a program's output, it takes out of the paste and types ahead of it, one key after the other. It offers no way
to switch that off, so escape sequences are left out of a paste before the parser sees it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

from interviewcoach.tui.text import without_escapes

DRIVERS = tuple(f"textual.drivers.{name}" for name in ("linux_driver", "linux_inline_driver", "web_driver", "win32"))


def keep_pastes_whole() -> None:
    """The drivers that are loaded make their parser by its name, in a method too long to write again: the name is ours."""
    for driver in DRIVERS:
        if hasattr(sys.modules.get(driver), "XTermParser"):
            sys.modules[driver].XTermParser = WholePastes  # type: ignore[attr-defined]


class WholePastes(XTermParser):
    """Holds a paste back until its end has come; what is typed goes on at once."""

    def __init__(self, debug: bool = False) -> None:
        self._before = ""  # the last of what was typed: the mark that begins a paste may come in two parts
        self._paste: str | None = None  # what has come so far of a paste that is arriving
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        ready = self._whole(data)
        if ready or not data:  # to hand on nothing would say that no more comes
            yield from super().feed(ready)

    def _whole(self, data: str) -> str:
        ready = ""
        while data:
            told, data = self._typed(data) if self._paste is None else self._pasted(self._paste, data)
            ready += told
        return ready

    def _typed(self, data: str) -> tuple[str, str]:
        """What may go on, and what comes after the mark that begins a paste."""
        read = self._before + data
        begin = read.find(BRACKETED_PASTE_START)
        if begin < 0:
            self._before = read[1 - len(BRACKETED_PASTE_START) :]
            return data, ""
        cut = begin + len(BRACKETED_PASTE_START) - len(self._before)
        self._before, self._paste = "", ""
        return data[:cut], data[cut:]

    def _pasted(self, before: str, data: str) -> tuple[str, str]:
        """The paste without its escape sequences once its end has come, and what comes after it."""
        read = before + data
        end = read.find(BRACKETED_PASTE_END, max(0, len(before) + 1 - len(BRACKETED_PASTE_END)))
        if end < 0:
            self._paste = read
            return "", ""
        self._paste = None
        return without_escapes(read[:end]) + BRACKETED_PASTE_END, read[end + len(BRACKETED_PASTE_END) :]
