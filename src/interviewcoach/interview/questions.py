"""Understands a clarifying question well enough to answer it or to say honestly that it does not.

Every topic offers wordings. A wording is a row of words, compared by the weight of what it shares with the question (rare
words weigh more), or a clause as in rubrics, which holds or does not. Concepts of the lexicon count as words, too, so that
"dau?" and "how many people use it a day" meet. A topic is answered only if it is clearly ahead of the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from interviewcoach.content.models import Concept, Known, Unknown
from interviewcoach.scoring.clauses import ClauseError, is_clause
from interviewcoach.scoring.phrasebook import CompiledClause, PhrasebookMaker
from interviewcoach.scoring.reading import Reader
from interviewcoach.scoring.typos import Speller
from interviewcoach.scoring.words import stem, tokens

ENOUGH = 0.5  # of the cosine-like likeness at which a topic is answered
AHEAD = 1.12  # times the likeness of the next topic
CLAUSE_LIKENESS = {1: 0.62, 2: 0.72}  # of a clause that holds, by its terms; more terms say more
MOST_CLAUSE = 0.82

HONESTY = 0.35  # how far words that a topic has nothing to say on speak against it
_SIGNS = re.compile(r"[+|@#&>!?]")
_EMPTY = frozenset(
    stem(word)
    for word in (
        "is are be do does did can could will would should shall may might must have has had we i you he she it they them "
        "there here what which who whom when where how why any some of to in on at by for from with about as or and if "
        "so but not no yes please ok okay hi hello want need like get us me let know tell give say think assume system "
        "design also then than too more much many there's what's it's thing kind sort exactly roughly approximately "
        "should expect support handle"
    ).split()
)
_SOLUTION = re.compile(
    r"\b(?:"
    r"how (?:should|would|do|can) (?:i|we|you) (?:design|solve|build|implement|do (?:it|this|that)|store|shard|scale|handle|"
    r"generate|cache)|"
    r"what(?:'s| is) (?:the|your) (?:best|right|correct|ideal|expected|recommended)?\s?(?:solution|answer|design|approach|"
    r"architecture|algorithm|way)|"
    r"(?:give|tell|show) me (?:the |your )?(?:solution|answer|design|architecture|hint)|"
    r"which (?:database|db|algorithm|cache|queue|data ?structure|technology|tech|approach|design|framework) (?:should|would|"
    r"do|shall|is best)|"
    r"should (?:i|we) (?:use|choose|pick|go (?:with|for)|cache|shard|add|put|start with)|"
    r"is (?:redis|kafka|sql|nosql|postgres|cassandra|mongo\w*|dynamo\w*) (?:ok|fine|good|the right|enough|better)|"
    r"what (?:database|db|algorithm|cache|queue|approach|tech\w*|design) (?:should|would|do|shall|is best)|"
    r"what would you (?:do|use|choose|pick|build)|how (?:would you|you would|you'd)|"
    r"(?:whether )?you(?:'d| would) (?:use|choose|pick|partition|shard)|"
    r"would you (?:use|choose|pick|partition|shard|split|prefer|go)|"
    r"(?:what|which) (?:do|would) you (?:recommend|prefer|suggest)|"
    r"(?:do you|you) (?:want|expect|like) (?:me )?to (?:hear|name|say|list|draw)|"
    r"(?:just )?tell me (?:which|what you want|the steps|how)|just (?:tell|say|give)|walk me through|"
    r"(?:which|what)(?: one)? is (?:the )?(?:right|correct|better|best)|which one (?:do|would|should)|"
    r"reference solution|(?:give|need) (?:me )?(?:a |the )?(?:hint|formula)|good answer|"
    r"(?:get|score) me (?:the |more )?points|which protocol (?:should|do|would|is)|list them (?:for me|please)|"
    r"what are the steps|what should (?:i|we) (?:use|do|say|write|draw|build|choose))\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\?+|;|\n|,?\s+\b(?:and|also|plus)\b\s+(?=(?:how|what|which|who|when|where|is|are|do|does|can|should|will|any)\b)", re.I
)


@dataclass(frozen=True)
class Topic:
    """Something that can be asked about; `source` is what the problem says on it."""

    source: Known | Unknown
    rows: tuple[frozenset[str], ...]
    words: frozenset[str]  # all that its wordings say
    clauses: tuple[CompiledClause, ...]


class QuestionReader:
    """Finds the topic of a question among those of one problem. Pure."""

    def __init__(self, topics: Iterable[Known | Unknown], lexicon: Mapping[str, Concept]) -> None:
        sources = list(topics)
        self._maker = PhrasebookMaker(dict(lexicon))
        for name in sorted(_concepts_of(sources, lexicon)):
            self._maker.clause(f"@{name}")
        split = [self._wordings(source) for source in sources]
        words = {word for rows, _ in split for row in rows for word, _, _ in tokens(row.lower())}
        self.book = self._maker.make()
        self.reader = Reader(self.book, Speller(self.book.known | words))
        self.names = self.book.names
        self.topics = [
            Topic(source, tuple(self._features(row) for row in rows), self._words_of(source), tuple(clauses))
            for source, (rows, clauses) in zip(sources, split, strict=True)
        ]
        self._weight = self._rarity()

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

    def _words_of(self, source: Known | Unknown) -> frozenset[str]:
        """The words of a topic's wordings, clauses taken apart, its name and its answer."""
        return self._features(_SIGNS.sub(" ", " ".join((*source.ask, source.topic, source.answer))))

    def _features(self, text: str) -> frozenset[str]:
        """Stems of the words that carry meaning, and the concepts they say."""
        found: set[str] = set()
        reading = self.reader.read(text)
        fixed = {start: word for start, _, word in reading.corrections}
        for word, start, _ in tokens(text, self.reader.words):
            word = fixed.get(start, word)
            if word not in _EMPTY:
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
            for word in topic.words:
                counts[word] = counts.get(word, 0) + 1
        return {word: log(1 + n / count) for word, count in counts.items()}

    def find(self, question: str) -> Topic | None:
        features = self._features(question)
        held = [sentence.found.keys() for sentence in self.reader.read(question).sentences]
        scored = sorted(((self._likeness(topic, features, held), -i) for i, topic in enumerate(self.topics)), reverse=True)
        if not scored or scored[0][0] < ENOUGH:
            return None
        if len(scored) > 1 and scored[0][0] < AHEAD * scored[1][0] and scored[0][0] < 0.75:
            return None
        return self.topics[-scored[0][1]]

    def _likeness(self, topic: Topic, features: frozenset[str], held: Sequence[Iterable[int]]) -> float:
        weight = self._weight
        unknown = log(1 + len(self.topics))
        whole = sum(weight.get(word, unknown * 0.6) for word in features) or 1.0
        best = 0.0
        for row in topic.rows:
            common = sum(weight[word] for word in row & features)
            size = sum(weight[word] for word in row) or 1.0
            best = max(best, common / sqrt(size * whole))
        atoms = {atom for found in held for atom in found}
        holding = [_terms(clause) for clause in topic.clauses if _holds(clause, atoms)]
        if holding:
            best = max(best, CLAUSE_LIKENESS.get(max(holding), MOST_CLAUSE)) + 0.06 * len(holding)
        explained = sum(weight[word] for word in topic.words & features) / whole
        return best * (1 - HONESTY * (1 - min(1.0, explained))) + 0.15 * explained


def _terms(clause: CompiledClause) -> int:
    return sum(len(part) for part in clause.parts)


def _holds(clause: CompiledClause, atoms: set[int]) -> bool:
    return all(not term.isdisjoint(atoms) for part in clause.parts for term in part)


def _concepts_of(sources: list[Known | Unknown], lexicon: Mapping[str, Concept]) -> set[str]:
    """The general concepts that questions turn on."""
    wanted = {
        "daily-active-users", "read-write-ratio", "peak-factor", "latency-target", "availability-target", "retention",
        "availability", "latency", "p99", "consistency-over-availability", "eventual-consistency", "strong-consistency",
        "throughput", "multi-region", "authentication", "abuse", "rate-limit", "privacy", "gdpr", "encryption", "durability",
        "out-of-scope", "bandwidth", "cost", "storage-growth", "ttl", "analytics", "ordering", "data-loss",
    }  # fmt: skip
    return {name for name in wanted if name in lexicon}


def questions_in(line: str) -> list[str]:
    """The single questions of a line, in order."""
    parts = [part.strip(" ?\t-*>,.") for part in _SPLIT.split(line)]
    return [part for part in parts if any(char.isalnum() for char in part)]


def asks_for_solution(question: str) -> bool:
    return bool(_SOLUTION.search(question))
