"""A problem's rubric, the framework and the lexicon made ready to score with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from interviewcoach.scoring.facts import CriterionFacts, MistakeFacts, facts_of, facts_of_mistake
from interviewcoach.scoring.phrasebook import CompiledClause, Phrasebook, PhrasebookMaker
from interviewcoach.scoring.reading import Reader
from interviewcoach.scoring.sieve import Bits, Sieve, each
from interviewcoach.scoring.typos import Speller

if TYPE_CHECKING:
    from interviewcoach.content.models import Concept, Criterion, Framework, RedFlag, Rubric

_WATCHING = re.compile(r"\b(?:alert|alarm|dashboard|monitor)", re.IGNORECASE)


@dataclass(frozen=True)
class CompiledCriterion:
    source: CriterionFacts
    shared: bool  # from the framework, not from the problem
    say: Bits
    show: Bits
    explain: Bits
    deepen: Bits
    unless: Bits
    probe_said: tuple[CompiledClause, ...]  # what ties a probe to the candidate's words
    denied: Bits  # for essential criteria: `say` with its first term rejected

    @property
    def told(self) -> Bits:
        """What shows it, or its refusal."""
        return self.naming | self.denied

    @property
    def naming(self) -> Bits:
        """What tells that a sentence is about it."""
        return self.say | self.show

    @property
    def wordings(self) -> Bits:
        """All that speaks for it."""
        return self.naming | self.explain | self.deepen


@dataclass(frozen=True)
class CompiledFlag:
    source: MistakeFacts
    shared: bool
    say: Bits
    anywhere: Bits
    unless: Bits
    unless_anywhere: Bits


@dataclass(frozen=True)
class CompiledRubric:
    problem: str
    book: Phrasebook
    reader: Reader
    criteria: tuple[CompiledCriterion, ...]
    flags: tuple[CompiledFlag, ...]
    sieve: Sieve  # every clause, in the order of the rubric
    owners: tuple[int, ...]  # of each clause: the index of its criterion or of its flag
    told: Bits  # clauses that show a criterion, or its refusal
    mistakes: Bits  # clauses that make a mistake
    groups: tuple[tuple[frozenset[str], int], ...]
    statement: str
    facts: str  # what the interviewer tells if asked
    watching: bool  # to watch other systems is the task
    skills: tuple[str, ...]  # those that the problem trains
    weightiest: tuple[str, ...]  # ids of the criteria, those that weigh most first
    designed: frozenset[str]  # ids of those that ask how it works: who only wishes for it has not said
    memory: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)  # blocks weighed before (evidence)

    def owners_among(self, clauses: Bits) -> Iterator[int]:
        """Whose these are, each once for every clause."""
        return map(self.owners.__getitem__, each(clauses))

    def forget(self) -> None:
        """Lose what was read, as a fresh process would."""
        self.reader.forget()
        self.memory.clear()


def compile_rubric(
    rubric: Rubric,
    framework: Framework,
    lexicon: Mapping[str, Concept],
    statement: str = "",
    skills: tuple[str, ...] = (),
    facts: str = "",
) -> CompiledRubric:
    maker = PhrasebookMaker(dict(lexicon))
    row = _Row()
    criteria = tuple(
        _criterion(maker, row, criterion, shared)
        for shared, source in ((False, rubric.criteria), (True, framework.criteria))
        for criterion in source
    )
    flags = tuple(
        _flag(maker, row, flag, shared)
        for shared, source in ((False, rubric.red_flags), (True, framework.red_flags))
        for flag in source
    )
    book = maker.make()
    return CompiledRubric(
        problem=rubric.problem,
        book=book,
        reader=Reader(book, Speller(book.known)),
        criteria=criteria,
        flags=flags,
        sieve=Sieve(row.clauses),
        owners=_owners(len(row.clauses), criteria, flags),
        told=sum(criterion.told for criterion in criteria),
        mistakes=sum(flag.say for flag in flags),
        groups=tuple((frozenset(group.of), group.most) for group in rubric.groups),
        statement=statement,
        facts=facts,
        watching=_WATCHING.search(statement + facts) is not None,
        skills=skills,
        designed=frozenset(c.source.id for c in criteria if c.source.phase != "requirements"),
        weightiest=tuple(c.source.id for c in sorted(criteria, key=lambda c: (c.shared, -c.source.weight, c.source.id))),
    )


class _Row:
    """The clauses of a rubric in a row, each a bit."""

    def __init__(self) -> None:
        self.clauses: list[CompiledClause] = []

    def bits(self, clauses: Iterable[CompiledClause]) -> Bits:
        begin = len(self.clauses)
        self.clauses += clauses
        return (1 << len(self.clauses)) - (1 << begin)


def _criterion(maker: PhrasebookMaker, row: _Row, criterion: Criterion, shared: bool) -> CompiledCriterion:
    decides = criterion.kind == "decision"
    return CompiledCriterion(
        source=facts_of(criterion),
        shared=shared,
        say=row.bits(maker.clauses(criterion.say, either=decides, plainly=True)),
        show=row.bits(maker.clauses(criterion.show, either=decides, plainly=True)),
        explain=row.bits(maker.clauses(criterion.explain, either=True, plainly=True)),
        deepen=row.bits(maker.clauses(criterion.deepen, either=True, plainly=True)),
        unless=row.bits(maker.clauses(criterion.unless, either=True)),
        probe_said=maker.clauses(when.said for when in criterion.probe_when),
        denied=row.bits(map(_denial, maker.clauses(criterion.say))) if criterion.essential else 0,
    )


def _denial(clause: CompiledClause) -> CompiledClause:
    """The same clause with what stands in its first term declined."""
    (first, *others), *parts = clause.parts
    denied = frozenset(~atom for atom in first if atom >= 0)
    loose = tuple(frozenset(term | {~atom for atom in term if atom >= 0}) for term in others)
    return CompiledClause(((denied, *loose), *parts), clause.written)


def _flag(maker: PhrasebookMaker, row: _Row, flag: RedFlag, shared: bool) -> CompiledFlag:
    return CompiledFlag(
        source=facts_of_mistake(flag),
        shared=shared,
        say=row.bits(maker.clauses(flag.say)),
        anywhere=row.bits(maker.clauses(flag.anywhere, either=True)),
        unless=row.bits(maker.clauses(flag.unless, excuse=True)),
        unless_anywhere=row.bits(maker.clauses(flag.unless_anywhere, excuse=True)),
    )


def _owners(size: int, criteria: Sequence[CompiledCriterion], flags: Sequence[CompiledFlag]) -> tuple[int, ...]:
    owners = [0] * size
    for i, criterion in enumerate(criteria):
        for number in each(criterion.told):
            owners[number] = i
    for i, flag in enumerate(flags):
        for number in each(flag.say):
            owners[number] = i
    return tuple(owners)
