"""The settings that have a fixed choice of values: a file to import, or an older program, may have left any other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from interviewcoach.interview.protocol import LEVELS

LENGTHS = (45, 50, 35, 40)
CHOICES: Mapping[str, tuple[object, ...]] = {
    "theme": ("dark", "light"), "level": LEVELS, "minutes": LENGTHS, "whys": (True, False)
}  # fmt: skip
"""In the order in which the settings go through them."""


def is_sound(key: str, value: Any) -> bool:
    """Whether a setting can have this value; of one without fixed choices nothing is known."""
    return key not in CHOICES or any(value == choice and type(value) is type(choice) for choice in CHOICES[key])
