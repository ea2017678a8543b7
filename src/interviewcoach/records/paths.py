"""Where a person's data live: one folder, theirs alone."""

from __future__ import annotations

from pathlib import Path

from interviewcoach.home import chosen_home

DATABASE = "interviewcoach.db"


def data_folder() -> Path:
    """`INTERVIEWCOACH_HOME` if it is set, else the platform's folder for a user's data. It need not exist."""
    if chosen := chosen_home():
        return chosen
    from platformdirs import user_data_dir

    return Path(user_data_dir("interviewcoach", appauthor=False))
