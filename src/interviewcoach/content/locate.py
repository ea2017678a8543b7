"""Where content lives: beside the checkout in an editable install, inside the package in a wheel; and personal packs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from interviewcoach.home import expanded

PACKS_VARIABLE = "INTERVIEWCOACH_PACKS"


@dataclass(frozen=True)
class Shelf:
    """A folder with `problems/` and `rubrics/` in it."""

    root: Path
    built_in: bool

    @property
    def problems(self) -> Path:
        return self.root / "problems"

    @property
    def rubrics(self) -> Path:
        return self.root / "rubrics"

    @property
    def curriculum(self) -> Path:
        return self.problems / "curriculum.yaml"

    def name_of(self, path: Path) -> str:
        """How a file is called in messages: short for our own, in full for somebody's pack."""
        try:
            relative = path.relative_to(self.root).as_posix()
        except ValueError:
            return str(path)
        return relative if self.built_in else str(path)


def built_in_shelf() -> Shelf:
    package = Path(__file__).resolve().parent.parent
    packed = package / "_data"
    if packed.is_dir():
        return Shelf(packed, built_in=True)
    return Shelf(package.parent.parent, built_in=True)


def pack_shelves(folders: list[str] | None = None) -> list[Shelf]:
    """Folders that are named, then those of the environment variable, each once."""
    named = [*(folders or []), *os.environ.get(PACKS_VARIABLE, "").split(os.pathsep)]
    shelves: dict[Path, Shelf] = {}
    for folder in named:
        if folder.strip():
            root = expanded(folder.strip()).absolute()
            shelves[root] = Shelf(root, built_in=False)
    return list(shelves.values())
