"""One line of text, read: its sentences, and in each the atoms that are asserted or rejected, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

from interviewcoach.scoring.bounds import amount_of
from interviewcoach.scoring.cues import NUMBER, cues_of
from interviewcoach.scoring.frames import Frame, frames_of
from interviewcoach.scoring.numbers import NUMBER_WORDS, find_numbers
from interviewcoach.scoring.phrasebook import Phrasebook, Rule
from interviewcoach.scoring.rejection import rejected_tokens
from interviewcoach.scoring.salad import out_of_place
from interviewcoach.scoring.typos import Speller
from interviewcoach.scoring.words import Row, WordMemory, normalised, row_of, split_words

Span = tuple[int, int]
Found = dict[int, Span]

LONG = 20_000  # characters; a longer line is read each time and not remembered

_BREAK = re.compile(r"(?:[.!]|(?<!=)(?<!= )\?)(?=[\s)\"'*_]|$)|;|\n\s*[-*•]\s|…")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|vs|approx|incl|resp|cf|ca|st|dr|fig)|^\s*\(?\d{1,2})$", re.I)
_MAYBE_ABBREVIATION = re.compile(r"(?:\b(?:etc|min|max|sec)|\s\w)$", re.I)  # or the last word of its sentence
_NUMERO = re.compile(r"\bno$", re.I)
_CAPITAL = re.compile(r"\s+[A-Z]")
_DIGIT = re.compile(r"\s*\d")
_WHY_NOT = re.compile(r"\W*why (?:not|no)\b", re.IGNORECASE)  # what is turned down heads nothing
_LABEL = re.compile(
    r"\s*(?:[-*+•–—]\s+|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)?[*_`]{0,3}([^:.!?\n]{2,48}?)[*_`]{0,3}(?::(?!\d|//)|\s[–—]\s|\s-\s|[.!?](?=[\s*]))"
)

_LITTLE = re.compile(r"\b(?:the|an?|and|of|to|for|with|in|on|by)\b", re.IGNORECASE)
# what joins terms to a statement, in notes too; figures do as well
JOINTS = (
    "is|are|be|has|have|do|does|can|will|would|should|must|to|on|in|if|when|by|from|with|for|so|because|per|then|as|at|of|until|"
    "after|before|not|no|it|we|i|they"
)
ARROWS = "[-─━]>|=>|=|→"
_JOINT = re.compile(rf"^(?:\d|(?:{JOINTS})$)", re.IGNORECASE)
ARROW = re.compile(ARROWS)
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|will|would|should|must|may|might|needs?|keeps?|kept|"
    r"uses?|used|using|gets?|makes?|go(?:es)?|takes?|puts?|gives?|lets?|wants?|says?)\b|n['’]t\b|['’](?:s|re|ll|d|ve)\b",
    re.IGNORECASE,
)


_WORD_CLASSES = {
    "little": _LITTLE,
    "verb": VERB,
    "joint": _JOINT,
    **NUMBER_WORDS,
}


@dataclass(slots=True)
class Sentence:
    start: int
    end: int
    found: Found
    cues: int
    words: int
    covered: int
    bare: tuple[str, ...]  # its words outside the phrases of the rubric
    frames: tuple[Frame, ...]
    atoms: frozenset[int]  # of `found`


class Tally(NamedTuple):
    """What is counted of a line to tell what no reader would take for an answer."""

    sentences: int
    declining: int  # sentences that turn something down
    terms_only: int  # sentences of nothing but the rubric's terms
    little: int  # little words of prose, which notes leave out
    verbs: int
    joints: int  # what makes a statement of terms: little words, arrows, figures
    words: int  # the dropped ones too
    leading: int  # little words that lead on to the next
    lost: int  # of these, and of signs: lead nowhere


@dataclass(slots=True)
class Reading:
    """What a line says. Shared between answers by its text, so never changed after it is made."""

    sentences: list[Sentence]
    texts: list[str]  # of the sentences
    label: dict[int, Span]
    corrections: list[tuple[int, int, str]]
    tally: Tally


class Reader:
    """Reads lines with one phrasebook. Holds no state but a bounded memory of lines read before."""

    def __init__(self, book: Phrasebook, speller: Speller, keep: int = 4000) -> None:
        self.book = book
        self.speller = speller
        self.keep = keep
        self._memory: dict[str, Reading] = {}
        self.words = WordMemory(book.known, _WORD_CLASSES)

    def __reduce__(self) -> tuple[type[Reader], tuple[Phrasebook, Speller, int]]:
        return Reader, (self.book, self.speller, self.keep)  # kept without what it remembers

    def read(self, line: str, heading: bool = False) -> Reading:
        key = "#" + line if heading else line
        known = self._memory.get(key)
        if known is None:
            known = self._read(line, heading)
            if len(self._memory) >= self.keep:
                self._memory.clear()
            if len(key) < LONG:
                self._memory[key] = known
        return known

    def forget(self) -> None:
        """Lose the memory, as a fresh process would; words stay known."""
        self._memory.clear()

    def _read(self, line: str, heading: bool) -> Reading:
        text, offsets = normalised(line)
        memory = self.words = self.words.roomy()
        words, starts, ends = split_words(text)
        row, of_class = row_of(words, starts, ends, memory), memory.of_class
        numbers = find_numbers(text, words, starts, of_class)
        corrections = self._correct(row, text)
        sentences: list[Sentence] = []
        begin, size = 0, len(row.keys)
        for end, stop in _sentence_ends(text):
            if begin == size:
                break
            last = bisect_left(row.starts, stop, begin)
            if last > begin:
                here = [n for n in numbers if row.starts[begin] - 2 <= n[0] < stop] if numbers else ()
                sentences.append(self._sentence(text, row.cut(begin, last), end, here))
                begin = last
        label = _label_of(text, sentences, heading)
        if offsets is not None:
            _shift_back(sentences, corrections, offsets)
        tally = Tally(
            len(sentences),
            sum(1 for one in sentences if one.found and min(one.found) < 0),
            sum(1 for one in sentences if one.covered == one.words),
            sum(map(of_class["little"].__contains__, words)),
            sum(map(of_class["verb"].__contains__, words)),
            sum(map(of_class["joint"].__contains__, words)) + len(ARROW.findall(text)),
            len(text.split()),
            *out_of_place(text, words, starts, ends),
        )
        texts = [line[one.start : one.end] for one in sentences]
        return Reading(sentences, texts, label, corrections, tally)

    def _correct(self, row: Row, text: str) -> list[tuple[int, int, str]]:
        known = self.book.known
        changed: list[tuple[int, int, str]] = []
        for i, key in enumerate(row.keys):
            if key not in known and len(key) > 3:
                start, end = row.starts[i], row.ends[i]
                better = self.speller.correct(key, text[start:end])
                if better:
                    row.keys[i] = better[0]
                    changed.append((start, end, better[1]))
        return changed

    def _sentence(self, text: str, row: Row, end: int, numbers: Iterable[tuple[int, int, tuple[str, ...]]]) -> Sentence:
        found: Found = {}
        bare = self._walk(row, rejected_tokens(text, row), found)
        start = row.starts[0]
        cues = cues_of(text[start:end], row.keys)
        for first, last, kinds in numbers:
            for kind in kinds:
                _put(found, self.book.numbers[kind], first, last)
            if len(kinds) > 1:
                cues |= NUMBER
                for atom in self._beyond(text[first:last], kinds):
                    _put(found, atom, first, last)
        self._apply_rules(found)
        size = len(row.keys)
        rest = tuple(compress(row.keys, bare))
        return Sentence(start, end, found, cues, size, size - len(rest), rest, frames_of(row.keys), frozenset(found))

    def _beyond(self, number: str, kinds: tuple[str, ...]) -> list[int]:
        """The bounds that a number passes."""
        bounds = [(bound, atom) for bound, atom in self.book.bounds.items() if bound.kind in kinds]
        amount = amount_of(number) if bounds else None
        return [atom for bound, atom in bounds if bound.is_passed_by(amount)] if amount is not None else []

    def _walk(self, row: Row, declined: dict[int, int], found: Found) -> bytearray:
        """Notes the phrases of the rubric in a sentence; marks which of its words none of them covers."""
        keys, starts, ends = row
        size = len(keys)
        bare = bytearray(b"\1") * size
        for i, node in enumerate(map(self.book.trie.get, keys)):
            if node is None:
                continue
            j, start = i, starts[i]
            while node is not None:
                atoms, further = node
                if atoms:
                    bare[i : j + 1] = bytes(j + 1 - i)
                    span = start, ends[j]
                    if declined and _is_declined(declined, i, j):
                        atoms = tuple([atom if atom in self.book.hazards else ~atom for atom in atoms])
                    for atom in atoms:
                        if atom in found:  # begins no later: the walk goes forward
                            begun, ended = found[atom]
                            found[atom] = begun, max(ended, span[1])
                        else:
                            found[atom] = span
                j += 1
                if not further or j == size:
                    break
                node = further.get(keys[j])
        return bare

    def _apply_rules(self, found: Found) -> None:
        book = self.book
        by_atom, rules = book.rules_by_atom, book.rules
        waiting = sorted(by_atom.keys() & found)
        if not waiting:
            return
        present = {atom if atom >= 0 else ~atom for atom in found}
        tried: set[int] = set()
        while waiting:
            for index in by_atom.get(waiting.pop(), ()):
                if index in tried:
                    continue
                rule = rules[index]
                for term in rule.terms:
                    if present.isdisjoint(term):
                        break
                else:
                    tried.add(index)
                    self._say(rule, found, waiting, present)

    def _say(self, rule: Rule, found: Found, waiting: list[int], present: set[int]) -> None:
        """What a rule whose terms are all there adds."""
        start, end, declined = _rule_hull(rule.terms, found)
        for concept in rule.says:
            atom = ~concept if declined and concept not in self.book.hazards else concept
            if atom not in found:
                waiting.append(atom)
                present.add(concept)
            _put(found, atom, start, end)


def _is_declined(declined: dict[int, int], first: int, last: int) -> bool:
    """What a phrase declines by itself, such as "no answer", is what it says."""
    return any(not first <= declined.get(i, first) <= last for i in range(first, last + 1))


def _rule_hull(terms: tuple[frozenset[int], ...], found: Found) -> tuple[int, int, bool]:
    """The stretch that all terms cover, and whether one of them is only there as rejected."""
    start, end, declined = 1 << 60, 0, False
    for term in terms:
        spans = [found[atom] for atom in term if atom in found]
        if not spans:
            spans = [found[~atom] for atom in term if ~atom in found]
            declined = True
        best = min(spans)
        start, end = min(start, best[0]), max(end, best[1])
    return start, end, declined


def _put(found: Found, atom: int, start: int, end: int) -> None:
    known = found.get(atom)
    found[atom] = (start, end) if known is None else (min(known[0], start), max(known[1], end))


def _sentence_ends(text: str) -> list[tuple[int, int]]:
    """(end, where the next begins) of each sentence."""
    ends: list[tuple[int, int]] = []
    for match in _BREAK.finditer(text):
        at = match.start()
        if text[at] == "." and _is_abbreviated(text, at):
            continue
        ends.append((match.end() if text[at] in ".!?" else at, match.end()))
    if not ends or ends[-1][1] < len(text):
        ends.append((len(text.rstrip()), len(text) + 1))
    return ends


def _is_abbreviated(text: str, at: int) -> bool:
    begin = max(0, at - 8)
    if _ABBREVIATION.search(text, begin, at):
        return True
    if _NUMERO.search(text, begin, at):
        return _DIGIT.match(text, at + 1) is not None
    return bool(_MAYBE_ABBREVIATION.search(text, begin, at)) and not _CAPITAL.match(text, at + 1)


def _label_of(text: str, sentences: list[Sentence], heading: bool) -> dict[int, Span]:
    if not sentences:
        return {}
    if heading:
        return dict(sentences[0].found)
    match = _LABEL.match(text)
    if not match or len(match.group(1).split()) > 5 or _WHY_NOT.match(text):
        return {}
    end = match.end(1)
    return {atom: span for atom, span in sentences[0].found.items() if span[1] <= end and atom >= 0}


def _shift_back(sentences: list[Sentence], corrections: list[tuple[int, int, str]], offsets: list[int]) -> None:
    """Offsets of the normalised text become those of the text as typed."""
    last = len(offsets) - 1
    for sentence in sentences:
        sentence.start, sentence.end = offsets[min(sentence.start, last)], offsets[min(sentence.end, last)]
        sentence.found = {a: (offsets[min(s, last)], offsets[min(e, last)]) for a, (s, e) in sentence.found.items()}
    corrections[:] = [(offsets[min(s, last)], offsets[min(e, last)], word) for s, e, word in corrections]
