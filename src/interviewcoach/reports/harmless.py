"""Text that was typed, pasted or imported, made harmless: it says what it said, and steers neither a terminal nor a page."""

from __future__ import annotations

import re

# Control characters and what turns the direction of writing. A blank that does not break and the joiners inside an emoji or
# a Hindi word are part of the text, whatever `str.isprintable` says.
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_RETURN = re.compile(r"\r+(?=\n|\Z)")


def harmless(text: str, sign: str = "·") -> str:
    """Line ends, made equal, and tabs stay; `sign` stands for each character that steers."""
    return STEERING.sub(sign, _RETURN.sub("", text))
