"""Keeps the looking for garbage from stopping a key."""

from __future__ import annotations

import gc


def settle_memory() -> None:
    """Rubrics and lexicon stay for good: without this, looking through them for garbage stops a key for 0.2 s now and then."""
    gc.collect()
    gc.freeze()
    gc.enable()
