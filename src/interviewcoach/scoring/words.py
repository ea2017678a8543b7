"""Words as the scorer sees them: inflections folded together, little words dropped, offsets kept.

Only inflections are folded (caches, cached, caching). Derived forms (idempotent, idempotency) stay apart: merging them
by rule also merges custom with customer and content with contention, and costs more than listing them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

GLUE = frozenset(
    ("a an the its our my your his her their this that these those just also very really simply basically actually").split()
)

_IRREGULAR = {
    form: base
    for base, forms in {
        "send": "sent", "keep": "kept", "write": "wrote written", "lose": "lost", "choose": "chose chosen",
        "build": "built", "hold": "held", "take": "took taken", "give": "gave given", "go": "went gone goes going",
        "get": "got gotten", "fall": "fell fallen", "break": "broke broken", "know": "knew known", "tell": "told",
        "find": "found", "leave": "left", "make": "made", "pay": "paid", "run": "ran", "see": "saw seen",
        "throw": "threw thrown", "wake": "woke woken", "say": "said", "buy": "bought", "bring": "brought",
        "catch": "caught", "think": "thought", "begin": "began begun", "grow": "grew grown", "sell": "sold",
        "do": "did done does doing", "be": "is are was were been being am", "have": "has had having",
        "replica": "replicae", "index": "indices indexes indexed indexing", "vertex": "vertices", "shrink": "shrank shrunk",
        "come": "came", "become": "became", "drive": "drove driven", "draw": "drew drawn", "freeze": "froze frozen",
        "rewrite": "rewrote rewritten", "overwrite": "overwrote overwritten", "rebuild": "rebuilt", "resend": "resent",
        "child": "children", "person": "people", "datum": "data", "spend": "spent", "sleep": "slept", "steal": "stole stolen",
        "stick": "stuck", "swing": "swung", "seek": "sought", "feed": "fed", "bind": "bound", "shoot": "shot",
        "use": "used uses using", "die": "died dies dying", "lie": "lay lying lies", "tie": "tied ties tying",
        "redo": "redone redid", "undo": "undone undid", "withdraw": "withdrew withdrawn", "understand": "understood",
        "hide": "hid hidden", "forget": "forgot forgotten", "arise": "arose arisen", "deal": "dealt", "mean": "meant",
        "bus": "buses", "gas": "gases", "cookie": "cookies", "movie": "movies", "cache": "caching cached caches",
        "hash": "hashing hashed hashes", "page": "paging paged pages", "note": "noted notes noting",
        "queue": "queueing queuing queued queues",
    }.items()
    for form in forms.split()
}  # fmt: skip

_WHOLE = frozenset(
    (
        "note thing nothing something anything everything string spring ring king bring during being status always "
        "series less access process address redis business news analysis basis axis bus kubernetes plus minus "
        "thus this his us as need feed speed seed exceed proceed indeed embed bed red shed hundred sacred "
        "kindred aws gas dns tls https cors css sms os ios ops devops tps qps rps iops gps ms ns ecs eks gcs "
        "sqs sns kms iops sas hdfs nfs zfs efs ebs rds dbms ceiling morning evening wing sing sting timing "
        "late rating sterling canvas atlas chaos across towards perhaps consensus nexus corpus census focus radius "
        "previous continuous anonymous autonomous asynchronous synchronous various serious synchronous "
        "dangerous atlas alias bias pass class loss miss mass cross stress express progress compress"
    ).split()
)
_OUR = {"behaviour": "behavior", "favour": "favor", "colour": "color", "neighbour": "neighbor", "honour": "honor",
        "centre": "center", "catalogue": "catalog", "analyse": "analyze", "licence": "license", "grey": "gray",
        "dialogue": "dialog", "judgement": "judgment", "artefact": "artifact", "cheque": "check", "tyre": "tire"}  # fmt: skip
_ISE = re.compile(r"(?<=[a-z]{3})is(e|ed|es|er|ing|ation|ations|able)$")
_NOT_ISE = frozenset((
    "promise precise exercise otherwise likewise raise noise rise wise enterprise expertise advertise "
    "supervise surprise compromise concise premise franchise merchandise advise revise devise arise "
    "disguise praise cruise comprise improvise televise paradise"
).split())  # fmt: skip
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=60_000)
def stem(word: str) -> str:
    """The inflection stem of a lower-cased word. A name for a family of forms, not necessarily a word itself."""
    if len(word) < 3 or not word.isalpha():
        return word
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    word = _american(word)
    if word in _WHOLE:
        return word
    return _tidy(_strip(word))


def _american(word: str) -> str:
    if len(word) > 6 and _ISE.search(word) and stem_of_ise(word) not in _NOT_ISE:
        word = _ISE.sub(r"iz\1", word)
    for british, american in _OUR.items():
        if word.startswith(british):
            return american + word[len(british) :]
    return word


def stem_of_ise(word: str) -> str:
    return _ISE.sub("ise", word)


def _strip(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if word.endswith("ing") and len(word) > 5 and _VOWEL.search(word[:-3]):
        return word[:-3]
    if word.endswith("ed") and not word.endswith("eed") and len(word) > 4 and _VOWEL.search(word[:-2]):
        return word[:-2]
    return word


def _tidy(word: str) -> str:
    """Undouble a last consonant and drop a last e, so that cache, cached, plan and planning each meet themselves."""
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    if len(word) > 3 and word.endswith("e") and not word.endswith("ee"):
        word = word[:-1]
    return word


_SUFFIX = "t|s|re|ve|ll|d|m"
_WORD = re.compile(
    rf"([wW]/o(?:ut)?(?![^\W_])|[nN][oO]-(?:SQL|sql)(?![^\W_])|"
    rf"[^\W\d_]++(?:\d+[^\W_]*|['’](?:{_SUFFIX})(?![^\W_]))?|\d+(?:[.,]\d+)*[^\W_]*)"
)
_ASCII_WORD = re.compile(  # the same for plain text, a third faster
    rf"([wW]/o(?:ut)?(?![A-Za-z0-9])|[nN][oO]-(?:SQL|sql)(?![A-Za-z0-9])|"
    rf"[A-Za-z]++(?:\d+[A-Za-z0-9]*|'(?:{_SUFFIX})(?![A-Za-z0-9]))?|[0-9]+(?:[.,][0-9]+)*[A-Za-z0-9]*)"
)
_CAMEL = re.compile(r"[a-z]+|[A-Z][a-z]+|[A-Z]+(?![a-z])")
_HUMPS = "\0"  # stands for the key of a word that is several


Part = tuple[str, int, int]


class WordMemory:
    """Keys of the words met so far, since most words of a text have been met before; bounded. Words may be sorted into
    named classes while they are learnt, by patterns."""

    def __init__(
        self, known: frozenset[str] = frozenset(), classes: Mapping[str, re.Pattern[str]] | None = None, most: int = 30_000
    ) -> None:
        self.known = known
        self.classes = dict(classes or {})
        self.of_class: dict[str, set[str]] = {name: set() for name in self.classes}
        self.keys: dict[str, str] = {}
        self.parts: dict[str, list[Part]] = {}  # of words with humps
        self._most = most

    def roomy(self) -> WordMemory:
        """This one, or an empty one of its kind in its stead. None is ever emptied: another thread may be reading with it."""
        return self if len(self.keys) <= self._most else WordMemory(self.known, self.classes, self._most)

    def learn(self, raw: str) -> str:
        key = _key_of(raw, self.known)
        if not isinstance(key, str):
            self.parts[raw] = key
            key = _HUMPS
        self.keys[raw] = key
        for name, pattern in self.classes.items():
            if pattern.search(raw):
                self.of_class[name].add(raw)
        return key


class Row(NamedTuple):
    """The words of a text that count, in order: the key of each, where it starts and ends."""

    keys: list[str]
    starts: list[int]
    ends: list[int]

    def cut(self, begin: int, end: int) -> Row:
        return Row(self.keys[begin:end], self.starts[begin:end], self.ends[begin:end])


def tokens(text: str, memory: WordMemory | None = None) -> list[Part]:
    """(key, start, end) of each word or number that counts. CamelCase is split unless the memory knows the whole."""
    words, starts, ends = split_words(text)
    return list(zip(*row_of(words, starts, ends, memory or WordMemory()), strict=True))


def split_words(text: str) -> tuple[list[str], list[int], list[int]]:
    """The words of a text, as they are written, and where each starts and ends."""
    pieces = _word_pattern(text).split(text)  # what stands between words and the words, by turns
    places = list(accumulate(map(len, pieces)))
    return pieces[1::2], places[:-1:2], places[1::2]


def words_of(text: str) -> list[str]:
    """The words of a text, as they are written."""
    return _word_pattern(text).findall(text)


def _word_pattern(text: str) -> re.Pattern[str]:
    return _ASCII_WORD if text.isascii() else _WORD


def row_of(words: list[str], starts: list[int], ends: list[int], memory: WordMemory) -> Row:
    for raw in set(words).difference(memory.keys):
        memory.learn(raw)
    keys = list(map(memory.keys.__getitem__, words))
    if _HUMPS in keys:
        return _with_humps(keys, words, starts, ends, memory)
    if "" not in keys:
        return Row(keys, starts, ends)
    return Row([key for key in keys if key], list(compress(starts, keys)), list(compress(ends, keys)))


def _with_humps(keys: list[str], words: list[str], starts: list[int], ends: list[int], memory: WordMemory) -> Row:
    found: list[Part] = []
    for key, raw, start, end in zip(keys, words, starts, ends, strict=True):
        if key == _HUMPS:
            found += [(part, start + s, start + e) for part, s, e in memory.parts[raw]]
        elif key:
            found.append((key, start, end))
    return Row([key for key, _, _ in found], [start for _, start, _ in found], [end for _, _, end in found])


def _key_of(raw: str, known: frozenset[str]) -> str | list[Part]:
    """The stem of a word, "" for one that does not count, or the parts of a word with humps."""
    low = raw.lower()
    if low in ("nosql", "no-sql"):  # a kind of store, no refusal of one
        return "nosql"
    if raw is not low and not raw.isupper() and _has_hump(raw) and stem(low) not in known:
        parts = [(part.group().lower(), part.start(), part.end()) for part in _CAMEL.finditer(raw)]
        return [(stem(word), start, end) for word, start, end in parts if word not in GLUE]
    if low in GLUE:
        return ""
    if low.startswith("w/"):
        return "without"
    if "'" in low or "’" in low:
        low = low.replace("’", "'")
        if low.endswith("'s"):
            low = low[:-2]
    return stem(low)


def _has_hump(raw: str) -> bool:
    return raw[1:] != raw[1:].lower() and raw.isalpha()


_IN_PHRASES = WordMemory(most=100_000)  # rubrics say the same words again and again


@lru_cache(maxsize=40_000)
def phrase_key(phrase: str) -> tuple[str, ...]:
    """The row of stems that a phrase of a rubric stands for."""
    return tuple(key for key, _, _ in tokens(phrase.lower(), _IN_PHRASES))


def normalised(text: str) -> tuple[str, list[int] | None]:
    """NFKC where that changes anything, with the original offset of each character (None: unchanged)."""
    if text.isascii() or unicodedata.is_normalized("NFKC", text):
        return text, None
    out: list[str] = []
    offsets: list[int] = []
    for i, char in enumerate(text):
        plain = char if ord(char) < 128 else unicodedata.normalize("NFKC", char)
        out.append(plain)
        offsets.extend([i] * len(plain))
    joined = "".join(out)
    offsets.append(len(text))
    return joined, None if len(joined) == len(text) else offsets
