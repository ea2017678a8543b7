"""The folder that a person chose for all that the program keeps."""

from __future__ import annotations

import os
from pathlib import Path

from interviewcoach.errors import UsageError


def chosen_home() -> Path | None:
    """`INTERVIEWCOACH_HOME` if it is set. It need not exist."""
    chosen = os.environ.get("INTERVIEWCOACH_HOME", "").strip()
    return expanded(chosen) if chosen else None


def expanded(name: str) -> Path:
    """A path as a person writes it, in which `~` is a home folder; UsageError where there is none."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        raise UsageError("there is no such home folder", where=name, mend="write the path in full") from None
