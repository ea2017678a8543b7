"""Understands a clarifying question well enough to answer it or to say honestly that it does not.

Every topic offers wordings. A wording is a row of words, compared by the weight of what it shares with the question (rare
words weigh more), or a clause as in rubrics, which holds or does not. Besides, a topic is known by all words of its
wordings, its name and its answer. What speaks for each topic is added up and set against the others and against "none of
these", for which words speak that nobody in this problem uses. The best is answered if it is sure enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log, sqrt

from interviewcoach.content.models import Concept, Known, Unknown
from interviewcoach.interview.everyday import EMPTY, kin_of, root, spelled_out
from interviewcoach.interview.lines import asks_yes_or_no
from interviewcoach.scoring.clauses import ClauseError, is_clause
from interviewcoach.scoring.phrasebook import CompiledClause, PhrasebookMaker
from interviewcoach.scoring.reading import Reader
from interviewcoach.scoring.typos import Speller
from interviewcoach.scoring.words import tokens

SURE = 0.6  # from which a topic is answered
VERY_SURE = 0.85  # from which a part of a line needs no help of the part before it

# what speaks for a topic, on a scale of logarithms of odds; fitted on half of the problems and seen on the other half
ROW = 1.7  # a wording like the question
CLAUSE, CLAUSES = 1.0, 1.8  # a clause that holds, by its terms, and how many hold
ASKED = 1.8  # share of the question that the topic's wordings know
KNOWN = 4.1  # share that anything of the topic knows
# what speaks for "none of these"
NONE = 2.0
NONE_ALIEN, NONE_ALIENS = 0.3, 1.2  # words that nobody uses here, as a share and as such
NONE_WISH = 2.1  # "should it ...", "do we need ...": such questions wander off where the brief ends
TERMS = {1: 0.62, 2: 0.72}  # what a clause says, by its terms
MOST_TERMS = 0.82
MOST_CLAUSES = 4

KIN = 0.6  # of the weight of a word that only stands for its kin
HEARD = 0.3  # of a word that the statement has and no topic
ALIEN = 0.6  # of a word that nobody uses
_SIGNS = re.compile(r"[+|@#&>!?]")


@dataclass(frozen=True)
class Topic:
    """Something that can be asked about; `source` is what the problem says on it."""

    source: Known | Unknown
    rows: tuple[frozenset[str], ...]
    clauses: tuple[CompiledClause, ...]
    asked: frozenset[str]  # words of its wordings
    known: frozenset[str]  # those of its name and its answer, too


@dataclass(frozen=True)
class Heard:
    """A question as words: their weights, and which words of the problem each of them stands for."""

    weights: dict[str, float]
    means: dict[str, frozenset[str]]
    atoms: frozenset[int]
    whole: float
    alien: float

    def shared(self, words: frozenset[str]) -> float:
        return sum(weight for word, weight in self.weights.items() if not self.means[word].isdisjoint(words))


class QuestionReader:
    """Finds the topic of a question among those of one problem. Pure."""

    def __init__(self, topics: Iterable[Known | Unknown], lexicon: Mapping[str, Concept], statement: str = "") -> None:
        sources = list(topics)
        self._maker = PhrasebookMaker(dict(lexicon))
        for name in sorted(_concepts_of(sources, lexicon)):
            self._maker.clause(f"@{name}")
        split = [self._wordings(source) for source in sources]
        words = {word for rows, _ in split for row in rows for word, _, _ in tokens(row.lower())}
        self.book = self._maker.make()
        self.reader = Reader(self.book, Speller(self.book.known | words))
        self.names = self.book.names
        self.topics = [self._topic(source, *wordings) for source, wordings in zip(sources, split, strict=True)]
        self._statement = self._features(statement)
        self._weight = self._rarity()
        self._roots = _root_among(self._weight)
        self._kin = _kin_among(self._weight)
        self._new = log(1 + len(self.topics))

    def _wordings(self, source: Known | Unknown) -> tuple[list[str], list[CompiledClause]]:
        """A topic's name is for us; only where nobody says how it is asked about does it serve as a wording."""
        rows: list[str] = [] if source.ask else [source.topic.replace("-", " ").replace("_", " ")]
        clauses = []
        for ask in source.ask:
            if is_clause(ask):
                try:
                    clauses.append(self._maker.clause(ask, either=True))
                except ClauseError:
                    rows.append(ask)
            else:
                rows.append(ask)
        return rows, clauses

    def _topic(self, source: Known | Unknown, rows: list[str], clauses: list[CompiledClause]) -> Topic:
        asked = self._features(_SIGNS.sub(" ", " ".join(source.ask)))
        told = self._features(f"{source.topic} {source.answer}")
        return Topic(source, tuple(self._features(row) for row in rows), tuple(clauses), asked, asked | told)

    def _features(self, text: str) -> frozenset[str]:
        """Stems of the words that carry meaning, and the concepts they say."""
        found: set[str] = set()
        reading = self.reader.read(text)
        fixed = {start: word for start, _, word in reading.corrections}
        for word, start, _ in tokens(text, self.book.known):
            word = fixed.get(start, word)
            if word not in EMPTY:
                found.add(word)
        for sentence in reading.sentences:
            for atom in sentence.found:
                name = self.names[atom if atom >= 0 else ~atom]
                if name.startswith("@"):
                    found.add(name)
        return frozenset(found)

    def _rarity(self) -> dict[str, float]:
        n = len(self.topics)
        counts: dict[str, int] = {}
        for topic in self.topics:
            for word in topic.known:
                counts[word] = counts.get(word, 0) + 1
        return {word: log(1 + n / count) for word, count in counts.items()}

    def find(self, question: str) -> Topic | None:
        topic, sureness = self.best(question)
        return topic if sureness >= SURE else None

    def best(self, question: str) -> tuple[Topic | None, float]:
        """The likeliest topic and how sure it is that the question is about it."""
        heard = self._hear(spelled_out(question))
        if not heard.weights or not self.topics:
            return None, 0.0
        odds = [exp(self._speaks_for(topic, heard)) for topic in self.topics]
        alien = NONE_ALIEN * heard.alien / heard.whole + NONE_ALIENS * heard.alien / self._new
        none = exp(NONE + alien + (NONE_WISH if asks_yes_or_no(question) else 0.0))
        top = max(range(len(odds)), key=lambda i: (odds[i], -i))
        return self.topics[top], odds[top] / (sum(odds) + none)

    def _hear(self, question: str) -> Heard:
        weights: dict[str, float] = {}
        means: dict[str, frozenset[str]] = {}
        alien = 0.0
        for word in sorted(self._features(question)):
            if word in self._weight:
                weights[word], means[word] = self._weight[word], frozenset({word})
                continue
            same_root = self._roots.get(root(word), frozenset())
            stands_for = same_root or self._kin.get(word, frozenset())
            means[word] = stands_for
            if stands_for:
                weights[word] = (1.0 if same_root else KIN) * min(self._weight[kin] for kin in stands_for)
            elif word in self._statement:
                weights[word] = HEARD * self._new
            else:
                weights[word] = ALIEN * self._new
                alien += weights[word]
        atoms = frozenset(atom for sentence in self.reader.read(question).sentences for atom in sentence.found)
        return Heard(weights, means, atoms, sum(weights.values()) or 1.0, alien)

    def _speaks_for(self, topic: Topic, heard: Heard) -> float:
        weight = self._weight
        row = 0.0
        for words in topic.rows:
            size = sum(weight.get(word, 0.0) for word in words) or 1.0
            row = max(row, heard.shared(words) / sqrt(size * heard.whole))
        holding = [_terms(clause) for clause in topic.clauses if _holds(clause, heard.atoms)]
        clause = TERMS.get(max(holding), MOST_TERMS) if holding else 0.0
        return (
            ROW * row
            + CLAUSE * clause
            + CLAUSES * sqrt(min(len(holding), MOST_CLAUSES))
            + ASKED * heard.shared(topic.asked) / heard.whole
            + KNOWN * heard.shared(topic.known) / heard.whole
        )


def _terms(clause: CompiledClause) -> int:
    return sum(len(part) for part in clause.parts)


def _holds(clause: CompiledClause, atoms: frozenset[int]) -> bool:
    return all(not term.isdisjoint(atoms) for part in clause.parts for term in part)


def _root_among(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """The words of each root."""
    found: dict[str, set[str]] = {}
    for word in words:
        if not word.startswith("@"):
            found.setdefault(root(word), set()).add(word)
    return {name: frozenset(group) for name, group in found.items()}


def _kin_among(words: Mapping[str, float]) -> dict[str, frozenset[str]]:
    """For each word with kin among `words`: those."""
    found: dict[str, set[str]] = {}
    for word in words:
        for kin in kin_of(word):
            found.setdefault(kin, set()).add(word)
    return {word: frozenset(kin) for word, kin in found.items()}


def _concepts_of(sources: list[Known | Unknown], lexicon: Mapping[str, Concept]) -> set[str]:
    """The general concepts that questions turn on."""
    wanted = {
        "daily-active-users", "read-write-ratio", "peak-factor", "latency-target", "availability-target", "retention",
        "availability", "latency", "p99", "consistency-over-availability", "eventual-consistency", "strong-consistency",
        "throughput", "multi-region", "authentication", "abuse", "rate-limit", "privacy", "gdpr", "encryption", "durability",
        "out-of-scope", "bandwidth", "cost", "storage-growth", "ttl", "analytics", "ordering", "data-loss",
    }  # fmt: skip
    return {name for name in wanted if name in lexicon}
