"""Keeps the looking for garbage from stopping a key."""

from __future__ import annotations

import gc


def settle_memory() -> None:
    """Rubrics and lexicon stay for good: without this, looking through them for garbage stops a key for 0.2 s now and then.

    What was set aside earlier is looked through once more: by now a screen or a sitting among it may be garbage.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.enable()
