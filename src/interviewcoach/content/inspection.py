"""Reading everything for `check`: every file is read to its end, every fault is kept, nothing stops at the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from interviewcoach.content.faults import Fault
from interviewcoach.content.locate import Shelf
from interviewcoach.content.models import (
    SLUG,
    Concept,
    Curriculum,
    CurriculumEntry,
    Framework,
    LexiconFile,
    Problem,
    Rubric,
)
from interviewcoach.content.validate import model_from
from interviewcoach.content.yaml_reading import Document, read_document, read_text

M = TypeVar("M", bound=BaseModel)


@dataclass
class Read(Generic[M]):
    """A file that was read, with its model where it has one."""

    document: Document
    model: M | None

    def fault(self, path: tuple[str | int, ...], what: str, mend: str = "") -> Fault:
        return Fault(self.document.file, self.document.line_of(path), what, mend)


@dataclass
class Inspected:
    """One problem with all its files."""

    entry: CurriculumEntry
    problem: Read[Problem]
    rubric: Read[Rubric]
    answer_file: str
    answer: str | None


@dataclass
class Shelfful:
    """All that the shelves hold."""

    problems: dict[str, Inspected] = field(default_factory=dict)
    lexicon: list[Read[LexiconFile]] = field(default_factory=list)
    framework: Read[Framework] | None = None
    curricula: list[Read[Curriculum]] = field(default_factory=list)
    strays: list[Read[Problem] | Read[Rubric]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    taken: dict[str, Fault] = field(default_factory=dict)  # files of problems that are left out, for another has their name

    def concepts(self) -> dict[str, Concept]:
        return {name: c for read in self.lexicon if read.model for name, c in read.model.concepts.items()}

    def reads(self) -> Iterator[Read[Problem] | Read[Rubric] | Read[LexiconFile] | Read[Curriculum] | Read[Framework]]:
        yield from self.curricula
        yield from self.lexicon
        if self.framework:
            yield self.framework
        for inspected in self.problems.values():
            yield inspected.problem
            yield inspected.rubric
        yield from self.strays

    def files(self) -> Iterator[str]:
        """The names of all files that were looked at, or missed."""
        yield from (read.document.file for read in self.reads())
        yield from (inspected.answer_file for inspected in self.problems.values())
        yield from (fault.file for fault in self.faults)
        yield from self.taken


def inspect(shelves: list[Shelf]) -> Shelfful:
    found = Shelfful()
    for shelf in shelves:
        _inspect_shelf(shelf, found)
    for shelf, curriculum in zip(shelves, found.curricula, strict=True):
        _inspect_strays(shelf, curriculum, found)
    for read in found.reads():
        found.faults += read.document.faults
    return found


def _read(shelf: Shelf, path: Path, model: type[M]) -> Read[M]:
    document = read_document(path, shelf.name_of(path))
    return Read(document, model_from(document, model))


def _inspect_shelf(shelf: Shelf, found: Shelfful) -> None:
    for path in sorted((shelf.rubrics / "lexicon").glob("*.yaml")):
        found.lexicon.append(_read(shelf, path, LexiconFile))
    if shelf.built_in:
        found.framework = _read(shelf, shelf.rubrics / "framework.yaml", Framework)
    curriculum = _read(shelf, shelf.curriculum, Curriculum)
    found.curricula.append(curriculum)
    for i, entry in enumerate(curriculum.model.problems if curriculum.model else ()):
        if entry.slug in found.problems:
            what = f"the problem '{entry.slug}' exists already"
            fault = curriculum.fault(("problems", i), what, "give yours another slug")
            found.faults.append(fault)
            _inspect_taken(shelf, entry.slug, fault, found)
            continue
        answer_path = shelf.problems / entry.slug / "model-answer.md"
        answer = Document(shelf.name_of(answer_path))
        text = read_text(answer_path, answer)
        found.faults += answer.faults
        found.problems[entry.slug] = Inspected(
            entry,
            _read(shelf, shelf.problems / entry.slug / "problem.yaml", Problem),
            _read(shelf, shelf.rubrics / f"{entry.slug}.yaml", Rubric),
            answer.file,
            text,
        )


def _inspect_taken(shelf: Shelf, slug: str, fault: Fault, found: Shelfful) -> None:
    """The files of a problem whose name another one has: what is wrong in them is told all the same."""
    problem, rubric = shelf.problems / slug / "problem.yaml", shelf.rubrics / f"{slug}.yaml"
    if problem.exists():
        found.strays.append(_read(shelf, problem, Problem))
    if rubric.exists():
        found.strays.append(_read(shelf, rubric, Rubric))
    found.taken |= {shelf.name_of(path): fault for path in (problem, rubric, problem.with_name("model-answer.md"))}


def _inspect_strays(shelf: Shelf, curriculum: Read[Curriculum], found: Shelfful) -> None:
    """Folders and rubrics that no curriculum names would never be practised; what they hold is read all the same."""
    for path in sorted(path for path in shelf.problems.glob("*") if path.is_dir()):
        if path.name not in found.problems:
            found.faults += _not_listed(shelf, path, curriculum)
            if (path / "problem.yaml").exists():
                found.strays.append(_read(shelf, path / "problem.yaml", Problem))
    for path in sorted(path for path in shelf.rubrics.glob("*.yaml") if path.stem != "framework"):
        if path.stem not in found.problems:
            found.faults += _not_listed(shelf, path, curriculum)
            found.strays.append(_read(shelf, path, Rubric))


def _not_listed(shelf: Shelf, path: Path, curriculum: Read[Curriculum]) -> list[Fault]:
    """Nothing where the curriculum cannot be read but seems to name it: its own fault is the one to mend."""
    if curriculum.model is None and path.stem in _slugs_written(curriculum.document.data, path.stem):
        return []
    return [Fault(shelf.name_of(path), 1, f"'{path.stem}' is in no curriculum", "add it to problems/curriculum.yaml")]


def _slugs_written(data: Any, otherwise: str) -> list[Any]:
    entries = data.get("problems") if isinstance(data, dict) else None
    slugs = [entry.get("slug") for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else [None]
    return slugs if all(isinstance(slug, str) and SLUG.match(slug) for slug in slugs) else [otherwise]  # nobody can tell
