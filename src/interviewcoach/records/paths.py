"""Where a person's data live: one folder, theirs alone."""

from __future__ import annotations

import os
from pathlib import Path

DATABASE = "interviewcoach.db"


def data_folder() -> Path:
    """`INTERVIEWCOACH_HOME` if it is set, else the platform's folder for a user's data. It need not exist."""
    if chosen := os.environ.get("INTERVIEWCOACH_HOME", "").strip():
        return Path(chosen).expanduser()
    from platformdirs import user_data_dir

    return Path(user_data_dir("interviewcoach", appauthor=False))
