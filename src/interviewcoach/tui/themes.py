"""Two quiet themes with one accent each."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dark", dark=True, primary="#6ea8d8", secondary="#8899aa", accent="#7fb4e6", foreground="#d6dbe0",
    background="#14181d", surface="#1a1f26", panel="#222932", success="#8fbf8f", warning="#e0b15a", error="#e2787a",
)  # fmt: skip
LIGHT = Theme(
    name="light", dark=False, primary="#1f5f99", secondary="#556677", accent="#14568f", foreground="#1d2329",
    background="#fbfbf9", surface="#f2f2ee", panel="#e6e7e3", success="#2f6b35", warning="#8a5a00", error="#a82a2d",
)  # fmt: skip
