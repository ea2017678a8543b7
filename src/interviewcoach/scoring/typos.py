"""Reads a slip of the keyboard as the lexicon word it stands for: *replciation* as *replication*.

No similarity ratio tells typos from confusables (sharding and sharing are closer than most typos), so a word is only
rewritten when it is no word at all: neither in the phrasebook nor English. Then one edit is allowed at 5-8 letters, two
from 9 on, a transposition at 4; the first letter stays or swaps with the second; a tie leaves the word alone.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from importlib import resources

from interviewcoach.scoring.words import stem


@lru_cache(maxsize=1)
def english() -> frozenset[str]:
    """A list of common English words (see wordlist.LICENSE), read when the first unknown word needs it."""
    packed = resources.files("interviewcoach.scoring").joinpath("wordlist.z").read_bytes()
    return frozenset(zlib.decompress(packed).decode("ascii").split("\n"))


class Speller:
    """Corrects towards the words of one phrasebook."""

    def __init__(self, words: frozenset[str]) -> None:
        self.words = sorted(word for word in words if word.isalpha() and word.isascii() and len(word) >= 4)
        self._by_deletion: dict[str, set[str]] = {}
        for word in self.words:
            for shorter in _deletions(word, 2 if len(word) >= 8 else 1):
                self._by_deletion.setdefault(shorter, set()).add(word)
        self._longest = max(map(len, self.words), default=0)
        self._memory: dict[str, tuple[str, str] | None] = {}

    def correct(self, key: str, raw: str) -> tuple[str, str] | None:
        """(stem, word as it was understood) or None. `key` is the stem of the word, `raw` as it was typed."""
        if not raw.isascii() or not raw.isalpha() or (raw.isupper() and len(raw) < 7) or raw[1:] != raw[1:].lower():
            return None
        memory = self._memory  # never emptied, but left for another: a thread may be reading in it
        if raw in memory:
            return memory[raw]
        if len(memory) > 20_000:
            memory = self._memory = {}
        found = memory[raw] = self._find(key, raw.lower())
        return found

    def _find(self, key: str, low: str) -> tuple[str, str] | None:
        allowed = 2 if len(low) >= 9 else 1
        # beyond the longest word nothing is near, and the ways to shorten grow with the square of the length
        if len(low) < 4 or len(key) > self._longest + allowed:
            return None
        near: set[str] = set()
        for shorter in _deletions(key, allowed):
            near |= self._by_deletion.get(shorter, set())
        if not near:
            return None
        from rapidfuzz.distance import OSA  # only when a word is unknown and has a neighbour

        best: list[tuple[int, str]] = []
        for word in near:
            if word[0] != key[0] and not (len(key) > 1 and word[0] == key[1] and word[1:2] == key[0]):
                continue
            distance = OSA.distance(key, word)
            if distance > allowed or (len(key) <= 4 and not _is_swap(key, word)):
                continue
            best.append((distance, word))
        if not best:
            return None
        best.sort()
        if len(best) > 1 and best[0][0] == best[1][0]:
            return None
        if is_english(low):
            return None
        return best[0][1], _as_written(best[0][1])


def _as_written(key: str) -> str:
    """A word of this stem, to be shown: "availabl" is none."""
    ways = (key, f"{key}e", f"{key}s", f"{key}es", f"{key}ing", f"{key}ed", f"{key}{key[-1]}ing")
    return next((word for word in ways if word in english() and stem(word) == key), key)


# no slips, though the list of common English lacks them and other words are near
_RARER = frozenset(
    (
        "unacked lossy lossless struct bursty burstiness triers performant sqlite handover tokio blackhole playout "
        "facto onboarding decile quantile poisson uplink downlink scaler failback offsite onsite callee payback iter "
        "sched retriable refire interruptible middleware waitlist sqitch booker revertible contiguously subsea "
        "unsearchable virtualise unlink pari quantise tokenise wellbeing criss abend scrapy telly righto answerer "
        "underspend underspent overspend mutex rebase crontab europe european asian african australian german germany "
        "finnish french spanish indian london paris berlin brian murat telekom posties downside upside authn authz "
        "linter bitrate framerate hostname username subnet webhook tarball"
    ).split()
)


_PREFIX = re.compile(r"(?:un|re|non|pre|sub)(?=[a-z]{5})")


def is_english(low: str) -> bool:
    """Whether the word or its base stands in the list, or what is left of it without a prefix ("unordered")."""
    return _is_listed(low) or (_PREFIX.match(low) is not None and _is_listed(_PREFIX.sub("", low, count=1)))


def _is_listed(low: str) -> bool:
    """A stem may have lost its last e."""
    base = stem(low)
    return low in english() or base in english() or base + "e" in english() or low in _RARER or base in _rarer_stems()


@lru_cache(maxsize=1)
def _rarer_stems() -> frozenset[str]:
    return frozenset(map(stem, _RARER))


def _deletions(word: str, most: int) -> set[str]:
    found = {word}
    layer = {word}
    for _ in range(most):
        layer = {one[:i] + one[i + 1 :] for one in layer for i in range(len(one))}
        found |= layer
    return found


def _is_swap(a: str, b: str) -> bool:
    return len(a) == len(b) and sorted(a) == sorted(b)
