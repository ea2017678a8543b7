"""How deeply something was shown: the dots, and the one set of words for them, on every screen and in every report."""

from __future__ import annotations

DOTS = ("○○○", "●○○", "●●○", "●●●")
MENTIONED, EXPLAINED, BOUND = "mentioned", "explained", "bound"
TO_WHAT = f"{BOUND} to a number or trade-off"
KEY = f"{DOTS[1]} {MENTIONED}, {DOTS[2]} {EXPLAINED}, {DOTS[3]} {TO_WHAT}"
_KINDS = {
    "mention": MENTIONED, "mechanism": EXPLAINED, "depth": BOUND, "listed": f"{MENTIONED} in a list",
    "crowded": f"{MENTIONED} in passing", "mistaken": "beside a mistake",
    "wished": "wanted, not yet designed",
}  # fmt: skip
_DEPTHS = ("mention", "mechanism", "depth")


def reason(why: str) -> str:
    """What a span shows, for a person; which of the rubric's wordings it met is the rubric's own business."""
    kind, _, rest = why.partition(": ")
    told = _KINDS.get(kind, kind)
    told_plainly = kind == "depth" and rest.replace(" ", "").isalpha()
    return f"{told}: {rest}" if told_plainly else told


def depth_of(why: str) -> int:
    kind = why.partition(": ")[0]
    return _DEPTHS.index(kind) if kind in _DEPTHS else 0
