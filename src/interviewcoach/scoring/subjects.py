"""Which problem a text is about, by the words it uses: a good answer to another problem is no answer to this one.

Every problem has a vector of the words that set it apart (made by `python -m benchmarks.subjects` from its own content). Only
answers far nearer to another problem are turned down: plain words, other products and other designs stay well within.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log, sqrt

from interviewcoach.scoring.words import tokens, words_of

FAR = 0.5  # times the likeness to the nearest problem, below which a text is about that one
ALIKE = 0.18  # likeness from which a text is about a problem at all; the vaguest speak of none
ENOUGH_WORDS = 40  # counted words; a shorter text is about anything


@dataclass(frozen=True)
class Subjects:
    """rarity: how much a word sets problems apart; vectors: by problem, of length 1."""

    rarity: Mapping[str, float]
    vectors: Mapping[str, Mapping[str, float]]

    @cached_property
    def by_word(self) -> dict[str, list[tuple[str, float]]]:
        """Which problems a word speaks for, and how loudly."""
        found: dict[str, list[tuple[str, float]]] = {}
        for problem, vector in self.vectors.items():
            for word, weight in vector.items():
                found.setdefault(word, []).append((problem, weight))
        return found

    def likeness(self, text: str) -> dict[str, float]:
        """By problem, 0..1."""
        counts = Counter({word: n for word, n in counted(text).items() if word in self.rarity})
        if counts.total() < ENOUGH_WORDS:
            return {}
        weights = {word: (1 + log(n)) * self.rarity[word] for word, n in counts.items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        sums = dict.fromkeys(self.vectors, 0.0)
        for word, weight in weights.items():
            for problem, loud in self.by_word.get(word, ()):
                sums[problem] += weight * loud
        return {problem: value / length for problem, value in sums.items()}

    def other_than(self, problem: str, text: str) -> str:
        """The problem that the text is about instead; "" where it may well be about this one."""
        if problem not in self.vectors:
            return ""
        found = self.likeness(text)
        if not found:
            return ""
        nearest = max(sorted(found), key=lambda one: found[one])
        return nearest if found[nearest] >= ALIKE and found[problem] < FAR * found[nearest] else ""


NO_SUBJECTS = Subjects({}, {})


@lru_cache(maxsize=30_000)
def _keys_that_count(raw: str) -> tuple[str, ...]:
    return tuple(key for key, _, _ in tokens(raw) if len(key) > 2 and key.isalpha())


def counted(text: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for raw, n in Counter(words_of(text)).items():
        for key in _keys_that_count(raw):
            counts[key] += n
    return counts


def made_from(texts: Mapping[str, str], most: int = 400) -> Subjects:
    """Subjects from all that is written about each problem; each keeps its `most` telling words."""
    counts = {problem: counted(text) for problem, text in texts.items()}
    spread = Counter(word for count in counts.values() for word in count)
    rarity = {word: log((len(texts) + 1) / (n + 0.5)) for word, n in spread.items() if n < len(texts)}
    vectors = {problem: _telling(count, rarity, most) for problem, count in counts.items()}
    kept = {word for vector in vectors.values() for word in vector}
    return Subjects({word: round(rarity[word], 3) for word in sorted(kept)}, vectors)


def _telling(count: Counter[str], rarity: Mapping[str, float], most: int) -> dict[str, float]:
    weights = {word: (1 + log(n)) * rarity[word] for word, n in count.items() if word in rarity}
    best = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    length = sqrt(sum(weight * weight for _, weight in best)) or 1.0
    return {word: round(weight / length, 4) for word, weight in sorted(best)}


def to_plain(subjects: Subjects) -> dict[str, object]:
    return {"rarity": dict(subjects.rarity), "vectors": {name: dict(vector) for name, vector in subjects.vectors.items()}}
