"""Everything that can be practised, as one object that reads each file when it is first asked for."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from interviewcoach.content.faults import ContentFaults, Fault
from interviewcoach.content.locate import Shelf, built_in_shelf, pack_shelves
from interviewcoach.content.models import (
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
from interviewcoach.errors import UsageError

M = TypeVar("M", bound=BaseModel)


class Catalogue:
    """The built-in shelf and any personal packs behind it. Loaded once, safe to share between threads for reading."""

    def __init__(self, shelves: list[Shelf]) -> None:
        self.shelves = shelves
        self._problems: dict[str, Problem] = {}
        self._rubrics: dict[str, Rubric] = {}
        self._versions: dict[str, str] = {}

    # --- what there is --------------------------------------------------------------------------------

    @cached_property
    def curricula(self) -> list[tuple[Shelf, Curriculum]]:
        found: list[tuple[Shelf, Curriculum]] = []
        taken: dict[str, str] = {}
        faults: list[Fault] = []
        for shelf in self.shelves:
            path = shelf.problems / "curriculum.yaml"
            document = read_document(path, shelf.name_of(path))
            curriculum = model_from(document, Curriculum)
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
                    titles[skill] = curriculum.skills.get(skill, skill.replace("-", " ").capitalize())
        return titles

    def entry(self, slug: str) -> CurriculumEntry:
        if slug in self.entries:
            return self.entries[slug]
        from difflib import get_close_matches

        close = get_close_matches(slug, list(self.entries), n=1, cutoff=0.5)
        mend = f"did you mean '{close[0]}'?" if close else "see `interviewcoach list` for all of them"
        raise UsageError(f"there is no problem called '{slug}'", mend=mend)

    # --- one problem ----------------------------------------------------------------------------------

    def problem_path(self, slug: str) -> Path:
        self.entry(slug)
        return self._home[slug].problems / slug / "problem.yaml"

    def rubric_path(self, slug: str) -> Path:
        self.entry(slug)
        return self._home[slug].rubrics / f"{slug}.yaml"

    def model_answer_path(self, slug: str) -> Path:
        return self.problem_path(slug).with_name("model-answer.md")

    def name_of(self, path: Path) -> str:
        for shelf in self.shelves:
            if path.is_relative_to(shelf.root):
                return shelf.name_of(path)
        return str(path)

    def problem(self, slug: str) -> Problem:
        if slug not in self._problems:
            self._problems[slug] = self._load(self.problem_path(slug), Problem)
        return self._problems[slug]

    def rubric(self, slug: str) -> Rubric:
        if slug not in self._rubrics:
            self._rubrics[slug] = self._load(self.rubric_path(slug), Rubric)
        return self._rubrics[slug]

    def model_answer(self, slug: str) -> str:
        path = self.model_answer_path(slug)
        document = Document(self.name_of(path))
        text = read_text(path, document)
        if text is None:
            raise ContentFaults(document.faults)
        return text

    def version(self, slug: str) -> str:
        """Names the content that a score rests on: problem, rubric, framework and lexicon together."""
        if slug not in self._versions:
            digest = hashlib.sha256()
            for path in [
                self.problem_path(slug),
                self.rubric_path(slug),
                self.framework_path,
                *self.lexicon_paths,
                *([self.subjects_path] if self.subjects_path.exists() else []),
            ]:
                digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
            self._versions[slug] = digest.hexdigest()[:12]
        return self._versions[slug]

    # --- what all share -------------------------------------------------------------------------------

    @property
    def framework_path(self) -> Path:
        return self.shelves[0].rubrics / "framework.yaml"

    @cached_property
    def framework(self) -> Framework:
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
        concepts: dict[str, Concept] = {}
        faults: list[Fault] = []
        for path in self.lexicon_paths:
            document = read_document(path, self.name_of(path))
            file = model_from(document, LexiconFile)
            faults += document.faults
            for name, concept in (file.concepts if file else {}).items():
                if name in concepts:
                    line = document.line_of(("concepts", name))
                    faults.append(Fault(document.file, line, f"the concept '{name}' exists already", "merge the two"))
                concepts.setdefault(name, concept)
        if faults:
            raise ContentFaults(faults)
        return concepts

    def _load(self, path: Path, model: type[M]) -> M:
        document = read_document(path, self.name_of(path))
        loaded = model_from(document, model)
        if loaded is None or document.faults:
            raise ContentFaults(document.faults)
        return loaded


def load_catalogue(packs: list[str] | None = None) -> Catalogue:
    """The built-in problems, then the packs named by `packs` and by INTERVIEWCOACH_PACKS."""
    return Catalogue([built_in_shelf(), *pack_shelves(packs)])
