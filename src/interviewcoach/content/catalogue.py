"""Everything that can be practised, as one object that reads each file when it is first asked for.

What checks and reads files is imported only then: to score with a rubric that is kept ready needs none of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from interviewcoach.content.faults import TWICE, ContentFaults, Fault
from interviewcoach.content.locate import PACKS_VARIABLE, Shelf, built_in_shelf, pack_shelves
from interviewcoach.errors import UsageError

if TYPE_CHECKING:
    from interviewcoach.content.models import Concept, Curriculum, CurriculumEntry, Framework, Frozen, Problem, Rubric
    from interviewcoach.content.yaml_reading import Document

M = TypeVar("M", bound="Frozen")


@dataclass(frozen=True)
class SetAside:
    """A pack that cannot be used: one faulty pack does not keep the other problems from their owner."""

    shelf: Shelf
    faults: list[Fault]

    def __str__(self) -> str:
        if not self.faults:
            why = "this is a file, not a folder" if self.shelf.root.is_file() else "there is no such folder"
            return f"the pack {self.shelf.root} is left out: {why}; correct {PACKS_VARIABLE}"
        more = f", and {len(self.faults) - 1} more" if len(self.faults) > 1 else ""
        mend = f"`interviewcoach check {self.shelf.root}` tells all"
        return f"the pack {self.shelf.root} is left out: {self.faults[0]}{more}; {mend}"


class Catalogue:
    """The built-in shelf and any personal packs behind it. Loaded once, safe to share between threads for reading."""

    def __init__(self, shelves: list[Shelf], set_aside: Sequence[SetAside] = ()) -> None:
        self.shelves = shelves
        self.set_aside = set_aside
        self._problems: dict[str, Problem] = {}
        self._rubrics: dict[str, Rubric] = {}
        self._versions: dict[str, str] = {}

    # --- what there is --------------------------------------------------------------------------------

    @cached_property
    def curricula(self) -> list[tuple[Shelf, Curriculum]]:
        from interviewcoach.content.models import Curriculum

        found: list[tuple[Shelf, Curriculum]] = []
        taken: dict[str, str] = {}
        faults: list[Fault] = []
        for shelf in self.shelves:
            document, curriculum = self._read(shelf.curriculum, Curriculum)
            faults += document.faults
            if curriculum is None:
                continue
            for i, entry in enumerate(curriculum.problems):
                if entry.slug in taken:
                    line = document.line_of(("problems", i, "slug"))
                    what = f"the problem '{entry.slug}' is already in {taken[entry.slug]}"
                    faults.append(Fault(document.file, line, what, "give yours another slug"))
                taken.setdefault(entry.slug, document.file)
            found.append((shelf, curriculum))
        if faults:
            raise ContentFaults(faults)
        return found

    @cached_property
    def entries(self) -> dict[str, CurriculumEntry]:
        """Slug to entry, in the order of the curriculum, packs last."""
        return {entry.slug: entry for _, curriculum in self.curricula for entry in curriculum.problems}

    @cached_property
    def _home(self) -> dict[str, Shelf]:
        return {entry.slug: shelf for shelf, curriculum in self.curricula for entry in curriculum.problems}

    @cached_property
    def skill_titles(self) -> dict[str, str]:
        titles: dict[str, str] = {}
        for _, curriculum in self.curricula:
            for entry in curriculum.problems:
                for skill in entry.skills:
                    titles.setdefault(skill, curriculum.skills.get(skill, skill.replace("-", " ").capitalize()))
        return titles

    def entry(self, slug: str) -> CurriculumEntry:
        if slug in self.entries:
            return self.entries[slug]
        for pack in self.set_aside:
            if pack.faults and _may_be_slug(slug) and (pack.shelf.problems / slug).is_dir():
                raise ContentFaults(pack.faults)
        meant = self._meant(slug)
        mend = f"did you mean '{meant}'?" if meant else "see `interviewcoach list` for all of them"
        raise UsageError(f"there is no problem called '{slug}'", mend=mend)

    def _meant(self, slug: str) -> str:
        """The problem that is like what was named (`twitter`), that alone has the word, or whose name is near; "" if none is."""
        from difflib import get_close_matches

        wanted = slug.lower()
        alike = [known for known, entry in self.entries.items() if wanted in map(str.lower, entry.like)]
        holding = [known for known in self.entries if wanted in known.split("-")]
        close = get_close_matches(wanted, list(self.entries), n=1, cutoff=0.8)
        return next((found[0] for found in (alike, holding, close) if len(found) == 1), "")

    # --- one problem ----------------------------------------------------------------------------------

    def shelf_of(self, slug: str) -> Shelf:
        """Found for our own problems without reading a list of them."""
        if _may_be_slug(slug) and (self.shelves[0].problems / slug / "problem.yaml").exists():
            return self.shelves[0]
        self.entry(slug)
        return self._home[slug]

    def problem_path(self, slug: str) -> Path:
        return self.shelf_of(slug).problems / slug / "problem.yaml"

    def rubric_path(self, slug: str) -> Path:
        return self.shelf_of(slug).rubrics / f"{slug}.yaml"

    def model_answer_path(self, slug: str) -> Path:
        return self.problem_path(slug).with_name("model-answer.md")

    def name_of(self, path: Path) -> str:
        for shelf in self.shelves:
            if path.is_relative_to(shelf.root):
                return shelf.name_of(path)
        return str(path)

    def problem(self, slug: str) -> Problem:
        from interviewcoach.content.models import Problem

        if slug not in self._problems:
            self._problems[slug] = self._load(self.problem_path(slug), Problem)
        return self._problems[slug]

    def rubric(self, slug: str) -> Rubric:
        from interviewcoach.content.models import Rubric

        if slug not in self._rubrics:
            self._rubrics[slug] = self._load(self.rubric_path(slug), Rubric)
        return self._rubrics[slug]

    def model_answer(self, slug: str) -> str:
        from interviewcoach.content.yaml_reading import Document, read_text

        path = self.model_answer_path(slug)
        document = Document(self.name_of(path))
        text = read_text(path, document)
        if text is None:
            raise ContentFaults(document.faults)
        return text

    def version(self, slug: str) -> str:
        """Names the content that a score rests on: problem, rubric, framework and lexicon together."""
        if slug not in self._versions:
            paths = [self.problem_path(slug), self.rubric_path(slug), self.framework_path, *self.lexicon_paths]
            self._versions[slug] = _digest([*paths, *([self.subjects_path] if self.subjects_path.exists() else [])])
        return self._versions[slug]

    def listing_version(self, slug: str) -> str:
        """Names the list in which the problem stands, with its title and skills."""
        return _digest([self.shelf_of(slug).curriculum])

    # --- what all share -------------------------------------------------------------------------------

    @property
    def framework_path(self) -> Path:
        return self.shelves[0].rubrics / "framework.yaml"

    @cached_property
    def framework(self) -> Framework:
        from interviewcoach.content.models import Framework

        return self._load(self.framework_path, Framework)

    @property
    def subjects_path(self) -> Path:
        return self.shelves[0].rubrics / "subjects.json"

    @cached_property
    def subjects(self) -> dict[str, Any]:
        """The words that set the problems apart, as `scoring.subjects` wants them; made from the content by a command."""
        try:
            found: dict[str, Any] = json.loads(self.subjects_path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {"rarity": {}, "vectors": {}}
        return found

    @cached_property
    def lexicon_paths(self) -> list[Path]:
        return [path for shelf in self.shelves for path in sorted((shelf.rubrics / "lexicon").glob("*.yaml"))]

    @cached_property
    def lexicon(self) -> dict[str, Concept]:
        from interviewcoach.content.models import LexiconFile

        concepts: dict[str, Concept] = {}
        faults: list[Fault] = []
        for path in self.lexicon_paths:
            document, file = self._read(path, LexiconFile)
            faults += document.faults
            for name, concept in (file.concepts if file else {}).items():
                if name in concepts:
                    line = document.line_of(("concepts", name))
                    faults.append(Fault(document.file, line, f"the concept '{name}' exists already", TWICE))
                concepts.setdefault(name, concept)
        if faults:
            raise ContentFaults(faults)
        return concepts

    def _load(self, path: Path, model: type[M]) -> M:
        document, loaded = self._read(path, model)
        if loaded is None or document.faults:
            raise ContentFaults(document.faults)
        return loaded

    def _read(self, path: Path, model: type[M]) -> tuple[Document, M | None]:
        from interviewcoach.content.validate import model_from
        from interviewcoach.content.yaml_reading import read_document

        document = read_document(path, self.name_of(path))
        return document, model_from(document, model)


def _may_be_slug(text: str) -> bool:
    return text.replace("-", "").isalnum()


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:12]


def load_catalogue(packs: list[str] | None = None) -> Catalogue:
    """The built-in problems, then the packs named by `packs` and by INTERVIEWCOACH_PACKS that can be used."""
    aside: list[SetAside] = []
    catalogue = Catalogue([built_in_shelf()], aside)
    for pack in pack_shelves(packs):
        wider = Catalogue([*catalogue.shelves, pack], aside)
        faults = _faults_of_last(wider)
        if faults or not pack.root.is_dir():
            aside.append(SetAside(pack, faults if pack.root.is_dir() else []))
        else:
            catalogue = wider
    return catalogue


def _faults_of_last(catalogue: Catalogue) -> list[Fault]:
    """What keeps the last shelf from standing beside the others: whatever of it cannot be read as what it should be. That its
    clauses hold what they promise is seen to by `check`, which takes longer."""
    last = catalogue.shelves[-1]
    faults = _faults_in(lambda: catalogue.curricula)
    if any(path.is_relative_to(last.root) for path in catalogue.lexicon_paths):
        faults += _faults_in(lambda: catalogue.lexicon)
    if not faults:
        for entry in catalogue.curricula[-1][1].problems:
            faults += _faults_in(partial(catalogue.problem, entry.slug)) + _faults_in(partial(catalogue.rubric, entry.slug))
    return sorted(fault for fault in set(faults) if Path(fault.file).is_relative_to(last.root))


def _faults_in(read: Callable[[], object]) -> list[Fault]:
    try:
        read()
    except ContentFaults as error:
        return error.faults
    return []
