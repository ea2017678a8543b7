"""Content checks that need no scoring: references, counts, shapes. Each returns faults; nothing is printed here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from interviewcoach.content.faults import TWICE, Fault
from interviewcoach.content.inspection import Inspected, Read, Shelfful
from interviewcoach.content.models import LexiconFile, Problem, Rubric

LEAST_CRITERIA, MOST_CRITERIA = 30, 45
LEAST_FLAGS, LEAST_KNOWN, LEAST_UNKNOWN, LEAST_CURVEBALLS = 4, 10, 1, 2
_WORD = re.compile(r"[a-z]{4,}")


def structural_faults(found: Shelfful) -> list[Fault]:
    faults = [*_lexicon_faults(found.lexicon), *_curriculum_faults(found)]
    for inspected in found.problems.values():
        named = inspected.problem.model.slug if inspected.problem.model else inspected.entry.slug
        if named != inspected.entry.slug:
            what = f"the problem says it is '{named}'"
            faults.append(inspected.problem.fault(("slug",), what, f"write {inspected.entry.slug}"))
        if inspected.problem.model and inspected.rubric.model:
            faults += _problem_faults(inspected.problem, inspected.problem.model, inspected.rubric.model)
            faults += _rubric_faults(inspected, inspected.rubric, inspected.rubric.model)
    return faults


# --- curriculum -------------------------------------------------------------------------------------------


def _curriculum_faults(found: Shelfful) -> Iterator[Fault]:
    titled = {skill for read in found.curricula if read.model for skill in read.model.skills}
    for read in found.curricula:
        phases = {phase.number for phase in read.model.phases} if read.model else set()
        for i, entry in enumerate(read.model.problems if read.model else ()):
            path = ("problems", i)
            if entry.phase not in phases:
                what = f"'{entry.slug}' is in phase {entry.phase}, which is none of `phases`, so no list shows it"
                yield read.fault((*path, "phase"), what, "add that phase, or correct the number")
            for slug in entry.prepares_for:
                if slug not in found.problems:
                    yield read.fault((*path, "prepares_for"), f"there is no problem called '{slug}'", "correct it")
            for skill in entry.skills:
                if skill not in titled:
                    yield read.fault((*path, "skills"), f"the skill '{skill}' has no title", "add it to `skills` at the end")


# --- lexicon ----------------------------------------------------------------------------------------------


def _lexicon_faults(files: list[Read[LexiconFile]]) -> Iterator[Fault]:
    homes: dict[str, str] = {}
    owners: dict[str, tuple[str, frozenset[str]]] = {}
    includes: dict[str, tuple[str, ...]] = {}
    for read in files:
        for name, concept in (read.model.concepts if read.model else {}).items():
            path = ("concepts", name)
            if name in homes:
                yield read.fault(path, f"the concept '{name}' is already in {homes[name]}", TWICE)
            homes.setdefault(name, read.document.file)
            includes[name] = concept.includes
            if not concept.say and not concept.includes:
                yield read.fault(path, f"the concept '{name}' has no wording", "add `say`")
            for wording in concept.say:
                key = " ".join(wording.lower().split())
                owner, shared = owners.setdefault(key, (name, frozenset(concept.shares)))
                if owner != name and name not in shared and owner not in concept.shares:
                    what = f"the wording '{wording}' belongs to '{owner}' already"
                    yield read.fault((*path, "say"), what, f"drop it, or declare `shares: [{owner}]`")
    for read in files:
        for name, concept in (read.model.concepts if read.model else {}).items():
            for other in (*concept.includes, *concept.shares):
                if other not in homes:
                    yield read.fault(("concepts", name), f"the concept '{other}' is unknown", "correct its name")
            if _reaches(name, name, includes):
                yield read.fault(("concepts", name), f"'{name}' includes itself in a circle", "break the circle")


def _reaches(start: str, goal: str, includes: dict[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    waiting = list(includes.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            waiting += includes.get(name, ())
    return False


# --- problem ----------------------------------------------------------------------------------------------


def _problem_faults(read: Read[Problem], problem: Problem, rubric: Rubric) -> Iterator[Fault]:
    known = {criterion.id for criterion in rubric.criteria}
    knows = problem.interviewer.knows
    if len(knows) < LEAST_KNOWN:
        yield read.fault(("interviewer", "knows"), f"the interviewer knows {len(knows)} things", f"{LEAST_KNOWN} or more")
    if len(problem.interviewer.unknown) < LEAST_UNKNOWN:
        mend = f"add `unknown`, {LEAST_UNKNOWN} or more"
        yield read.fault(("interviewer",), "the interviewer leaves nothing for the candidate to assume", mend)
    yield from _repeated(read, ("interviewer", "knows"), [one.topic for one in knows], "topic")
    if len(problem.curveballs) < LEAST_CURVEBALLS:
        yield read.fault(("curveballs",), f"{len(problem.curveballs)} curveballs", f"write {LEAST_CURVEBALLS} or more")
    for i, ball in enumerate(problem.curveballs):
        for name in ball.criteria:
            if name not in known:
                yield read.fault(("curveballs", i, "criteria"), f"the criterion '{name}' is unknown", "correct it")
    yield from _diagram_faults(read, problem)
    for i, link in enumerate(problem.reading):
        parts = urlsplit(link.url)
        if parts.scheme not in ("http", "https") or "." not in parts.netloc or " " in link.url:
            yield read.fault(("reading", i, "url"), f"'{link.url}' is no web address", "write https://...")
    sentences = [part for part in re.split(r"[.?!]\s", problem.statement.strip() + " ") if part.strip()]
    if not 2 <= len(sentences) <= 6:
        yield read.fault(("statement",), f"the statement has {len(sentences)} sentences", "two to five read best")


def _diagram_faults(read: Read[Problem], problem: Problem) -> Iterator[Fault]:
    nodes: set[str] = set()
    for row in problem.diagram.strip().split("\n"):
        ends = [part.strip() for part in row.split("->")]
        if not row.strip():
            continue
        if len(ends) < 2 or not all(ends):
            yield read.fault(("diagram",), f"'{row.strip()}' is no edge", "write `from -> to`")
        nodes |= {end.lower() for end in ends}
    for i, must in enumerate(problem.diagram_must):
        for item in must.path:
            names = [name.strip().lower() for name in item.split("|") if not name.strip().startswith("@")]
            if names and not any(name in node or node in name for name in names for node in nodes if node):
                what = f"no node of the diagram answers to '{item}'"
                yield read.fault(("diagram_must", i), what, "name one as the diagram does")


def _repeated(read: Read[Problem] | Read[Rubric], path: tuple[str, ...], names: list[str], what: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, name in enumerate(names):
        if name in seen:
            yield read.fault((*path, i), f"the {what} '{name}' stands here a second time", "rename one")
        seen.add(name)


# --- rubric -----------------------------------------------------------------------------------------------


def _rubric_faults(inspected: Inspected, read: Read[Rubric], rubric: Rubric) -> Iterator[Fault]:
    criteria = rubric.criteria
    ids = [criterion.id for criterion in criteria]
    if rubric.problem != inspected.entry.slug:
        yield read.fault(("problem",), f"the rubric says it is for '{rubric.problem}'", f"write {inspected.entry.slug}")
    if not LEAST_CRITERIA <= len(criteria) <= MOST_CRITERIA:
        yield read.fault(("criteria",), f"{len(criteria)} criteria", f"between {LEAST_CRITERIA} and {MOST_CRITERIA}")
    if len(rubric.red_flags) < LEAST_FLAGS:
        yield read.fault(("red_flags",), f"{len(rubric.red_flags)} red flags", f"write {LEAST_FLAGS} or more")
    yield from _repeated(read, ("criteria",), ids, "id")
    yield from _repeated(read, ("red_flags",), [flag.id for flag in rubric.red_flags], "id")
    total = sum(criterion.weight for criterion in criteria)
    for i, criterion in enumerate(criteria):
        path = ("criteria", i)
        if criterion.weight > total / 10:
            yield read.fault((*path, "weight"), f"'{criterion.id}' weighs more than a tenth of the rubric", "lower it")
        if len(criterion.yes) < 3 or len(criterion.no) < 2:
            yield read.fault(path, f"'{criterion.id}' has too few examples", "3 `yes` and 2 `no` at least")
        if criterion.skill and criterion.skill not in inspected.entry.skills:
            yield read.fault((*path, "skill"), f"'{criterion.skill}' is no skill of this problem", "correct it")
    for skill in inspected.entry.skills:
        own = [criterion for criterion in criteria if criterion.skill == skill]
        if len(own) < 2:
            yield read.fault(("criteria",), f"the skill '{skill}' has {len(own)} criteria", "two or more")
        elif not any(criterion.explain or criterion.show for criterion in own):
            yield read.fault(("criteria",), f"no criterion of '{skill}' can reach tier 3", "give one `explain`")
    for i, flag in enumerate(rubric.red_flags):
        if flag.skill and flag.skill not in inspected.entry.skills:
            yield read.fault(("red_flags", i, "skill"), f"'{flag.skill}' is no skill of this problem", "correct it")
        for name in flag.refutes:
            if name not in ids:
                yield read.fault(("red_flags", i, "refutes"), f"the criterion '{name}' is unknown", "correct it")
    for i, group in enumerate(rubric.groups):
        for name in group.of:
            if name not in ids:
                yield read.fault(("groups", i), f"the criterion '{name}' is unknown", "correct it")
