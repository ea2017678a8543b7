"""A problem's rubric, the framework and the lexicon made ready to score with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from interviewcoach.scoring.facts import CriterionFacts, MistakeFacts, facts_of, facts_of_mistake
from interviewcoach.scoring.phrasebook import Alternatives, CompiledClause, Phrasebook, PhrasebookMaker, alternatives
from interviewcoach.scoring.reading import Reader
from interviewcoach.scoring.typos import Speller

if TYPE_CHECKING:
    from interviewcoach.content.models import Concept, Criterion, Framework, RedFlag, Rubric


@dataclass(frozen=True)
class CompiledCriterion:
    source: CriterionFacts
    shared: bool  # from the framework, not from the problem
    say: tuple[CompiledClause, ...]
    show: tuple[CompiledClause, ...]
    explain: Alternatives
    deepen: Alternatives
    unless: Alternatives
    probe_said: tuple[CompiledClause, ...]  # what ties a probe to the candidate's words
    denied: tuple[CompiledClause, ...]  # for essential criteria: `say` with its first term rejected


@dataclass(frozen=True)
class CompiledFlag:
    source: MistakeFacts
    shared: bool
    say: tuple[CompiledClause, ...]
    anywhere: tuple[CompiledClause, ...]
    unless: Alternatives
    unless_anywhere: tuple[CompiledClause, ...]


SAY, SHOW, DENIED, FLAG = range(4)


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause and whose it is."""

    owner: int  # index of the criterion, or of the flag
    sort: int  # SAY, SHOW, DENIED or FLAG
    clause: CompiledClause


Index = dict[int, tuple[int, ...]]


@dataclass(frozen=True)
class CompiledRubric:
    problem: str
    book: Phrasebook
    reader: Reader
    criteria: tuple[CompiledCriterion, ...]
    flags: tuple[CompiledFlag, ...]
    entries: tuple[Entry, ...]  # every clause, in the order of the rubric
    index: Index  # ranks in `entries`, under the atoms of each clause's choosiest term
    groups: tuple[tuple[frozenset[str], int], ...]
    statement: str
    skills: tuple[str, ...]  # those that the problem trains
    weightiest: tuple[str, ...]  # ids of the criteria, those that weigh most first
    memory: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)  # blocks weighed before (evidence)

    def forget(self) -> None:
        """Lose what was read, as a fresh process would."""
        self.reader.forget()
        self.memory.clear()


def compile_rubric(
    rubric: Rubric, framework: Framework, lexicon: Mapping[str, Concept], statement: str = "", skills: tuple[str, ...] = ()
) -> CompiledRubric:
    maker = PhrasebookMaker(dict(lexicon))
    criteria = tuple(
        _criterion(maker, criterion, shared)
        for shared, source in ((False, rubric.criteria), (True, framework.criteria))
        for criterion in source
    )
    flags = tuple(
        _flag(maker, flag, shared)
        for shared, source in ((False, rubric.red_flags), (True, framework.red_flags))
        for flag in source
    )
    book = maker.make()
    entries = _entries(criteria, flags)
    return CompiledRubric(
        problem=rubric.problem,
        book=book,
        reader=Reader(book, Speller(book.known)),
        criteria=criteria,
        flags=flags,
        entries=entries,
        index=_index(entries),
        groups=tuple((frozenset(group.of), group.most) for group in rubric.groups),
        statement=statement,
        skills=skills,
        weightiest=tuple(c.source.id for c in sorted(criteria, key=lambda c: (c.shared, -c.source.weight, c.source.id))),
    )


def _criterion(maker: PhrasebookMaker, criterion: Criterion, shared: bool) -> CompiledCriterion:
    decides = criterion.kind == "decision"
    return CompiledCriterion(
        source=facts_of(criterion),
        shared=shared,
        say=maker.clauses(criterion.say, either=decides, plainly=True),
        show=maker.clauses(criterion.show, either=decides, plainly=True),
        explain=alternatives(maker.clauses(criterion.explain, either=True, plainly=True)),
        deepen=alternatives(maker.clauses(criterion.deepen, either=True, plainly=True)),
        unless=alternatives(maker.clauses(criterion.unless, either=True)),
        probe_said=maker.clauses(when.said for when in criterion.probe_when),
        denied=tuple(map(_denial, maker.clauses(criterion.say))) if criterion.essential else (),
    )


def _denial(clause: CompiledClause) -> CompiledClause:
    """The same clause with what stands in its first term declined."""
    (first, *others), *parts = clause.parts
    denied = frozenset(~atom for atom in first if atom >= 0)
    loose = tuple(frozenset(term | {~atom for atom in term if atom >= 0}) for term in others)
    return CompiledClause(((denied, *loose), *parts), clause.written)


def _flag(maker: PhrasebookMaker, flag: RedFlag, shared: bool) -> CompiledFlag:
    return CompiledFlag(
        source=facts_of_mistake(flag),
        shared=shared,
        say=maker.clauses(flag.say),
        anywhere=maker.clauses(flag.anywhere, either=True),
        unless=alternatives(maker.clauses(flag.unless, excuse=True)),
        unless_anywhere=maker.clauses(flag.unless_anywhere, excuse=True),
    )


def _entries(criteria: tuple[CompiledCriterion, ...], flags: tuple[CompiledFlag, ...]) -> tuple[Entry, ...]:
    told = [
        Entry(i, sort, clause)
        for i, c in enumerate(criteria)
        for sort, clauses in ((SAY, c.say), (SHOW, c.show), (DENIED, c.denied))
        for clause in clauses
    ]
    return (*told, *(Entry(i, FLAG, clause) for i, flag in enumerate(flags) for clause in flag.say))


def _index(entries: tuple[Entry, ...]) -> Index:
    """Each clause under the atoms of its choosiest term: those in which the rubric speaks least often."""
    spoken = Counter(atom for entry in entries for term in entry.clause.parts[0] for atom in term)
    found: dict[int, list[int]] = {}
    for rank, entry in enumerate(entries):
        for atom in min(entry.clause.parts[0], key=lambda term: sum(spoken[atom] for atom in term)):
            found.setdefault(atom, []).append(rank)
    return {atom: tuple(ranks) for atom, ranks in found.items()}
