"""Understands a clarifying question well enough to answer it or to say honestly that it does not.

Every topic offers wordings. A question that is one of them, whatever polite frame it stands in, belongs to the topic that lists
it (see `wordings`). Any other is weighed: a wording is a row of words, compared by the weight of what it shares with the
question (rare words weigh more), or a clause as in rubrics, which holds or does not. Besides, a topic is known by all words of
its wordings, its name and its answer. What speaks for each topic is added up and set against the others and against "none of
these", for which words speak that nobody in this problem uses. The best is answered if it is sure enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from math import exp, log, sqrt

from interviewcoach.content.models import Concept, Known, Unknown
from interviewcoach.interview.everyday import EMPTY, kin_of, root, spelled_out
from interviewcoach.interview.lines import asks_yes_or_no, is_question, points_back
from interviewcoach.interview.sorts import is_hypothetical
from interviewcoach.interview.wordings import Wordings
from interviewcoach.scoring.clauses import ClauseError, is_clause
from interviewcoach.scoring.phrasebook import CompiledClause, PhrasebookMaker
from interviewcoach.scoring.reading import Reader
from interviewcoach.scoring.typos import Speller
from interviewcoach.scoring.words import tokens

SURE = 0.85  # against "none of these", from which a topic is answered
VERY_SURE = 0.96  # from which a part of a line needs no help of the part before it
SURE_OF_CASE = 0.98  # from which a fact is taken to cover a "what if"; below, a word or two are shared by accident
WHOLE_CASE = 0.95  # of the words of a "what if"; who has them needs to be no surer than of other questions
AHEAD = 0.5  # least share of a topic among all topics
NEARLY_AHEAD = 0.45  # or this, if it is so many times as likely as the next one
LEAD = 1.15

# what speaks for a topic, on a scale of logarithms of odds; fitted on half of the problems and seen on the other half
ROW = 1.4  # a wording like the question
CLAUSES = 2.0  # clauses that hold
KNOWN = 1.56  # share of the question that the topic knows
WORDS = 0.58  # each word, by how much it is this topic's own among all topics
STRANGE = 0.02  # of a word that the topic does not know
MOST_CLAUSES = 4
# what speaks for "none of these"
NONE = 0.23
NONE_WORDS = 1.81  # the words of the question, which speak against each topic that does not know them
NONE_WISH = 1.53  # "should it ...", "do we need ...": such questions wander off where the brief ends

KIN = 0.6  # of the weight of a word that only stands for its kin
NAMED = 2  # how many wordings the name of a topic is worth
HEARD = 0.3  # of a word that the statement has and no topic
ALIEN = 0.6  # of a word that nobody uses
_NOUN_PHRASE = re.compile(r"(?:and )?which (?:\w+ )?\w+ (?P<head>\w+)", re.IGNORECASE)
_GENERAL = {
    "daily-active-users", "read-write-ratio", "peak-factor", "latency-target", "availability-target", "retention",
    "availability", "latency", "p99", "consistency-over-availability", "eventual-consistency", "strong-consistency",
    "throughput", "multi-region", "authentication", "abuse", "rate-limit", "privacy", "gdpr", "encryption", "durability",
    "out-of-scope", "bandwidth", "cost", "storage-growth", "ttl", "analytics", "ordering", "data-loss",
}  # fmt: skip
"""The concepts that questions turn on, whatever the problem."""
_SIGNS = re.compile(r"[+|@#&>!?]")


@dataclass(frozen=True)
class Topic:
    """Something that can be asked about; `source` is what the problem says on it."""

    source: Known | Unknown
    rows: tuple[frozenset[str], ...]
    clauses: tuple[CompiledClause, ...]
    known: Mapping[str, float]  # how often its wordings, its name and its answer say a word


@dataclass(frozen=True)
class Heard:
    """A question as words: their weights, and which words of the problem each of them stands for."""

    weights: dict[str, float]
    means: dict[str, frozenset[str]]
    atoms: frozenset[int]
    whole: float

    def shared(self, words: Set[str]) -> float:
        return sum(weight for word, weight in self.weights.items() if not self.means[word].isdisjoint(words))


class QuestionReader:
    """Finds the topic of a question among those of one problem. Pure."""

    def __init__(self, topics: Iterable[Known | Unknown], lexicon: Mapping[str, Concept], statement: str = "") -> None:
        sources = list(topics)
        self._maker = PhrasebookMaker(dict(lexicon))
        for name in sorted(_GENERAL & lexicon.keys()):
            self._maker.clause(f"@{name}")
        split = [self._wordings(source) for source in sources]
        words = {word for rows, _ in split for row in rows for word, _, _ in tokens(row.lower())}
        self.book = self._maker.make()
        self.reader = Reader(self.book, Speller(self.book.known | words))
        self.names = self.book.names
        self.topics = [self._topic(source, *wordings) for source, wordings in zip(sources, split, strict=True)]
        self._listed = Wordings(((i, row) for i, (rows, _) in enumerate(split) for row in rows), self._words)
        self._statement = self._features(statement)
        self._weight = self._rarity()
        self._own = self._shares()
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
        said: Counter[str] = Counter()
        for ask in source.ask:
            said.update(self._features(_SIGNS.sub(" ", ask)))
        said.update(self._features(source.answer))
        said.update(dict.fromkeys(self._features(source.topic), NAMED))
        return Topic(source, tuple(self._features(row) for row in rows), tuple(clauses), said)

    def _features(self, text: str) -> frozenset[str]:
        """Stems of the words that carry meaning, and the concepts they say."""
        found = {word for word in self._words(text) if word not in EMPTY}
        for sentence in self.reader.read(text).sentences:
            for atom in sentence.found:
                name = self.names[atom if atom >= 0 else ~atom]
                if name.startswith("@"):
                    found.add(name)
        return frozenset(found)

    def _words(self, text: str) -> list[str]:
        """The stems of a text, slips of the finger mended."""
        fixed = {start: word for start, _, word in self.reader.read(text).corrections}
        return [fixed.get(start, word) for word, start, _ in tokens(text, self.reader.words)]

    def _rarity(self) -> dict[str, float]:
        n = len(self.topics)
        counts = Counter(word for topic in self.topics for word in topic.known)
        return {word: log(1 + n / count) for word, count in counts.items()}

    def _shares(self) -> list[dict[str, float]]:
        """For each topic and word: how much the word is that topic's own."""
        total: Counter[str] = Counter()
        for topic in self.topics:
            total.update(topic.known)
        return [{word: said / total[word] for word, said in topic.known.items()} for topic in self.topics]

    def lists(self, question: str) -> bool:
        """Whether a topic offers just these words, so that they are meant to be answered."""
        return bool(self._listed.written_for(question))

    def find(self, question: str) -> Topic | None:
        topic, sureness = self.best(question)
        return topic if sureness >= SURE else None

    def best(self, question: str) -> tuple[Topic | None, float]:
        """The likeliest topic and how sure it is that the question is about it; 0 if another one is as likely."""
        plain = spelled_out(question)
        hypothetical = is_hypothetical(plain)
        heard = self._hear(plain, not hypothetical)
        odds = [exp(self._speaks_for(i, heard)) for i in range(len(self.topics))]
        likeliest = self._likeliest(odds, heard, question)
        written = self._listed.written_for(question)
        listed = written or self._listed.meant_for(plain)
        if not listed:
            beside = (hypothetical and not _covers(*likeliest, heard)) or self._is_headless(plain, heard, likeliest[0])
            return (likeliest[0], 0.0) if beside else likeliest
        topic = self.topics[max(listed, key=lambda i: (odds[i], -i))]
        if heard.weights and (written or (is_question(question) and not points_back(question))):
            return topic, 1.0
        return topic, max(SURE, likeliest[1]) if topic is likeliest[0] else SURE  # what was said before may change it

    def _likeliest(self, odds: list[float], heard: Heard, question: str) -> tuple[Topic | None, float]:
        if not (heard.weights or heard.atoms) or not odds:
            return None, 0.0
        none = exp(NONE - NONE_WORDS * heard.whole / self._new + (NONE_WISH if asks_yes_or_no(question) else 0.0))
        top = max(range(len(odds)), key=lambda i: (odds[i], -i))
        share, next_best = odds[top] / sum(odds), max((one for i, one in enumerate(odds) if i != top), default=0.0)
        if share <= (NEARLY_AHEAD if odds[top] > LEAD * next_best else AHEAD):
            return self.topics[top], 0.0
        return self.topics[top], odds[top] / (odds[top] + none)

    def _is_headless(self, question: str, heard: Heard, topic: Topic | None) -> bool:
        """ "Which card networks" asks for the last word: a fact that knows only the one before it has no answer."""
        asked = _NOUN_PHRASE.fullmatch(question.strip(" ?."))
        if asked is None or topic is None or not isinstance(topic.source, Known):
            return False
        means = [heard.means.get(word) for word in self._words(asked["head"])]
        return any(found is not None and found.isdisjoint(topic.known) for found in means)

    def _hear(self, question: str, by_kin: bool = True) -> Heard:
        """The words of a question. In a case that somebody paints ("what if a data centre burns") each word means itself."""
        weights: dict[str, float] = {}
        means: dict[str, frozenset[str]] = {}
        for word in sorted(self._features(question)):
            if word in self._weight:
                weights[word], means[word] = self._weight[word], frozenset({word})
                continue
            same_root = self._roots.get(root(word)) or self._roots.get(root(word).removeprefix("un"), frozenset())
            stands_for = same_root or (self._kin.get(word, frozenset()) if by_kin else frozenset())
            means[word] = stands_for
            if stands_for:
                weights[word] = (1.0 if same_root else KIN) * min(self._weight[kin] for kin in stands_for)
            elif word in self._statement:
                weights[word] = HEARD * self._new
            else:
                weights[word] = ALIEN * self._new
        atoms = frozenset(atom for sentence in self.reader.read(question).sentences for atom in sentence.found)
        return Heard(weights, means, atoms, sum(weights.values()) or 1.0)

    def _speaks_for(self, number: int, heard: Heard) -> float:
        topic, own, weight = self.topics[number], self._own[number], self._weight
        row = 0.0
        for words in topic.rows:
            size = sum(weight.get(word, 0.0) for word in words) or 1.0
            row = max(row, heard.shared(words) / sqrt(size * heard.whole))
        holding = sum(_holds(clause, heard.atoms) for clause in topic.clauses)
        spoken = sum(log(STRANGE + max((own.get(kin, 0.0) for kin in heard.means[word]), default=0.0)) for word in heard.weights)
        return (
            ROW * row
            + CLAUSES * sqrt(min(holding, MOST_CLAUSES))
            + KNOWN * heard.shared(own.keys()) / heard.whole
            + WORDS * spoken
        )


def _covers(topic: Topic | None, sureness: float, heard: Heard) -> bool:
    """Whether a fact speaks of the case that somebody paints: it has all its words, or all but certainly means it."""
    return sureness >= SURE_OF_CASE or (topic is not None and heard.shared(topic.known.keys()) >= WHOLE_CASE * heard.whole)


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
