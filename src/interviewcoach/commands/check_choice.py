"""What `check` is asked to look at: everything, or the packs, problems and files that are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from interviewcoach.content.locate import Shelf
from interviewcoach.errors import UsageError

if TYPE_CHECKING:
    from interviewcoach.content.inspection import Inspected, Shelfful

MEND = "name a pack (a folder with problems/ and rubrics/), a problem's folder or a file in one"


@dataclass(frozen=True)
class Choice:
    """The shelves to read, and the paths of which faults are told; no paths means all."""

    shelves: list[Shelf]
    paths: tuple[Path, ...] = ()

    def wants(self, file: str) -> bool:
        """Whether the faults of a file are told, by its name in messages."""
        path = self.shelves[0].root / file
        return not self.paths or any(path.is_relative_to(one) for one in self.paths)

    def tries_all_of(self, file: str) -> bool:
        """Whether anything of the pack that holds a file is asked for: what its problems share is tried then."""
        path = self.shelves[0].root / file
        asked = [shelf.root for shelf in self.shelves if any(one.is_relative_to(shelf.root) for one in self.paths)]
        return not self.paths or any(path.is_relative_to(root) for root in asked)

    def tries(self, one: Inspected) -> bool:
        return any(self.wants(file) for file in files_of(one))

    def summary(self, found: Shelfful) -> str:
        """What was checked: whole problems, or else single files."""
        problems = sum(all(self.wants(file) for file in files_of(one)) for one in found.problems.values())
        files = len({file for file in found.files() if self.wants(file)})
        return _counted(problems, "problem") if problems else _counted(files, "file")


def files_of(one: Inspected) -> tuple[str, str, str]:
    return one.problem.document.file, one.rubric.document.file, one.answer_file


def choose(named: Sequence[str], shelves: list[Shelf]) -> Choice:
    """The shelves, with those of the named paths; UsageError for a path that belongs to none."""
    paths: list[Path] = []
    for name in named:
        shelf, path = _located(name, shelves)
        if shelf not in shelves:
            shelves = [*shelves, shelf]
        paths += _with_rubric(shelf, path)
    return Choice(shelves, tuple(paths))


def demand_read(named: Iterable[str], shelves: list[Shelf], found: Shelfful) -> None:
    """UsageError where a named path holds nothing that was read: to call that sound would be a lie."""
    for name in named:
        choice = choose([name], shelves)
        if not any(choice.wants(file) for file in found.files()):
            raise UsageError("nothing here is part of a problem or a rubric", where=name, mend=MEND)


def _located(name: str, shelves: list[Shelf]) -> tuple[Shelf, Path]:
    path = Path(name).absolute()
    if not path.exists():
        for shelf in shelves:
            if name and (shelf.problems / name).is_dir():
                return shelf, shelf.problems / name
        raise UsageError("there is no such file, folder or problem", where=name, mend=MEND)
    for root in (path, *path.parents):
        inside = path == root or path.relative_to(root).parts[0] in ("problems", "rubrics")
        if inside and (root / "problems").is_dir():
            own = next((shelf for shelf in shelves if shelf.root.resolve() == root.resolve()), Shelf(root, built_in=False))
            return own, own.root / path.relative_to(root)
    raise UsageError("this is no part of a pack", where=name, mend=MEND)


def _with_rubric(shelf: Shelf, path: Path) -> list[Path]:
    """A problem's folder stands for its rubric, too."""
    return [path, shelf.rubrics / f"{path.name}.yaml"] if path.parent == shelf.problems and path.is_dir() else [path]


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
