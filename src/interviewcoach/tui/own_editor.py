"""The candidate's own editor on a text, and the text that comes back."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from interviewcoach.errors import CoachError

USUAL = ("nano", "vim", "vi", "notepad")


def editor_command(chosen: str = "") -> list[str]:
    """From the settings, else VISUAL, EDITOR, else what the machine has; CoachError where there is none."""
    for wanted in (chosen, os.environ.get("VISUAL", ""), os.environ.get("EDITOR", "")):
        if wanted.strip():
            parts = _parts(wanted)
            if parts and shutil.which(parts[0]):
                return parts
            raise CoachError(f"the editor '{wanted.strip()}' was not found", mend="set EDITOR, or choose one in the settings")
    for name in USUAL:
        if shutil.which(name):
            return [name]
    raise CoachError("no editor was found", mend="set EDITOR, or choose one in the settings")


def _parts(wanted: str) -> list[str]:
    """Program and options; on Windows a backslash is part of a path, and quotes hold a path with blanks together. Empty where a
    quote is left open."""
    windows = sys.platform == "win32"
    try:
        parts = shlex.split(wanted, posix=not windows)
    except ValueError:
        return []
    return [part[1:-1] if windows and part[0] == part[-1] == '"' else part for part in parts]


def edit(text: str, command: list[str], name: str) -> str:
    """Runs the editor and waits for it. The terminal must have been handed over before."""
    try:
        with tempfile.TemporaryDirectory(prefix="interviewcoach-") as folder:
            path = Path(folder) / f"{name}.md"
            path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
            subprocess.run([*command, str(path)], check=False)
            return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:  # the temporary folder may be full or gone, too
        raise CoachError(f"the editor did not run ({error.strerror or error})", where=command[0]) from error
