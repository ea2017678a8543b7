"""The folder that a person chose for all that the program keeps."""

from __future__ import annotations

import os
from pathlib import Path


def chosen_home() -> Path | None:
    """`INTERVIEWCOACH_HOME` if it is set. It need not exist."""
    chosen = os.environ.get("INTERVIEWCOACH_HOME", "").strip()
    return Path(chosen).expanduser() if chosen else None
