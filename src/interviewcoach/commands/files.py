"""Files that a person names: what may be written, and how text is read."""

from __future__ import annotations

from pathlib import Path

from interviewcoach.errors import UsageError


def refuse_to_replace(target: Path, overwrite: bool) -> None:
    if target.exists() and not overwrite:
        raise UsageError("this file exists already", where=str(target), mend="choose another name, or add --overwrite")
