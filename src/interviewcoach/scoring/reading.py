"""One line of text, read: its sentences, and in each the atoms that are asserted or rejected, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviewcoach.scoring.cues import NUMBER, cues_of
from interviewcoach.scoring.numbers import SCALE_WORD, find_numbers
from interviewcoach.scoring.phrasebook import END, Phrasebook, Rule
from interviewcoach.scoring.rejection import may_reject, rejected_tokens
from interviewcoach.scoring.typos import Speller
from interviewcoach.scoring.words import Part, WordMemory, keyed, normalised, split_words

Span = tuple[int, int]
Found = dict[int, Span]

LONG = 20_000  # characters; a longer line is read each time and not remembered

_BREAK = re.compile(r"[.!?](?=[\s)\"'*_]|$)|;|\n\s*[-*•]\s|…")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|etc|approx|incl|resp|cf|ca|no|min|max|sec|st|dr|fig)|^\s*\(?\d{1,2}|\s\w)$", re.I
)
_LABEL = re.compile(
    r"\s*(?:[-*+•–—]\s+|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)?[*_`]{0,3}([^:.!?\n]{2,48}?)[*_`]{0,3}(?::(?!\d|//)|\s[–—]\s|\s-\s|[.!?](?=[\s*]))"
)

_GAPS = re.compile(r"_(?: _)+")
_LITTLE = re.compile(r"\b(?:the|an?|and|of|to|for|with|in|on|by)\b", re.IGNORECASE)
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|will|would|should|must|may|might|needs?|keeps?|kept|"
    r"uses?|used|using|gets?|makes?|go(?:es)?|takes?|puts?|gives?|lets?|wants?|says?)\b|n['’]t\b|['’](?:s|re|ll|d|ve)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Sentence:
    start: int
    end: int
    found: Found
    cues: int
    words: int
    covered: int
    skeleton: str  # its words with gaps where phrases of the rubric stand; a row of gaps is one
    atoms: frozenset[int]  # of `found`


@dataclass(slots=True)
class Reading:
    """What a line says. Shared between answers by its text, so never changed after it is made."""

    sentences: list[Sentence]
    label: dict[int, Span]
    corrections: list[tuple[int, int, str]]
    little: int = 0  # little words of prose, which notes leave out
    verbs: int = 0
    size: int = 0  # words, the dropped ones too


class Reader:
    """Reads lines with one phrasebook. Holds no state but a bounded memory of lines read before."""

    def __init__(self, book: Phrasebook, speller: Speller, keep: int = 4000) -> None:
        self.book = book
        self.speller = speller
        self.keep = keep
        self._memory: dict[str, Reading] = {}
        self.words = WordMemory(book.known, {"little": _LITTLE, "verb": VERB, "scale": SCALE_WORD})

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
        pieces = split_words(text)
        row = keyed(pieces, memory)
        words, of_class = pieces[1::2], memory.of_class
        corrections = self._correct(row, text)
        sentences: list[Sentence] = []
        begin = 0
        numbers = find_numbers(text, scaled=not of_class["scale"].isdisjoint(words))
        for end, stop in _sentence_ends(text):
            part = row[begin : _first_from(row, stop, begin)]
            begin += len(part)
            if part:
                here = [n for n in numbers if part[0][1] - 2 <= n[0] < stop]
                sentences.append(self._sentence(text, part, end, here))
        label = _label_of(text, sentences, heading)
        if offsets is not None:
            _shift_back(sentences, corrections, offsets)
        little, verbs = (sum(map(of_class[name].__contains__, words)) for name in ("little", "verb"))
        return Reading(sentences, label, corrections, little, verbs, len(text.split()))

    def _correct(self, row: list[tuple[str, int, int]], text: str) -> list[tuple[int, int, str]]:
        known = self.book.known
        changed: list[tuple[int, int, str]] = []
        for i, (key, start, end) in enumerate(row):
            if key not in known and len(key) > 3:
                better = self.speller.correct(key, text[start:end])
                if better:
                    row[i] = (better[0], start, end)
                    changed.append((start, end, better[1]))
        return changed

    def _sentence(
        self, text: str, row: list[tuple[str, int, int]], end: int, numbers: list[tuple[int, int, tuple[str, ...]]]
    ) -> Sentence:
        found: Found = {}
        keys = {key for key, _, _ in row}
        declined = rejected_tokens(text, row) if may_reject(keys) else ()
        covered = self._walk(row, declined, found)
        start, stop = row[0][1], end
        cues = cues_of(text[start:stop], keys)
        for first, last, kinds in numbers:
            for kind in kinds:
                _put(found, self.book.numbers[kind], first, last)
            if len(kinds) > 1:
                cues |= NUMBER
        self._apply_rules(found)
        told = covered.count(1)
        skeleton = _GAPS.sub("_", " ".join(["_" if hit else key for hit, (key, _, _) in zip(covered, row, strict=True)]))
        return Sentence(start, stop, found, cues, len(row), told, skeleton, frozenset(found))

    def _walk(self, row: list[Part], declined: set[int] | tuple[()], found: Found) -> bytearray:
        """Notes the phrases of the rubric in a sentence; tells which of its words they cover."""
        trie, hazards = self.book.trie, self.book.hazards
        keys = [key for key, _, _ in row]
        size = len(keys)
        covered = bytearray(size)
        for i, node in enumerate(map(trie.get, keys)):
            j = i
            while node is not None:
                atoms = node.get(END)  # type: ignore[attr-defined]
                if atoms is not None:
                    covered[i : j + 1] = b"\1" * (j + 1 - i)
                    no = bool(declined) and any(k in declined for k in range(i, j + 1))
                    start, end = row[i][1], row[j][2]
                    for atom in atoms:
                        here = ~atom if no and atom not in hazards else atom
                        before = found.get(here)  # begins no later: the walk goes forward
                        found[here] = (start, end) if before is None else (before[0], max(before[1], end))
                j += 1
                if j == size:
                    break
                node = node.get(keys[j])  # type: ignore[attr-defined]
        return covered

    def _apply_rules(self, found: Found) -> None:
        book = self.book
        by_atom, rules = book.rules_by_atom, book.rules
        waiting = list(found)
        present = {atom if atom >= 0 else ~atom for atom in waiting}
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
        if text[at] == "." and _ABBREVIATION.search(text, max(0, at - 8), at):
            continue
        ends.append((match.end() if text[at] in ".!?" else at, match.end()))
    if not ends or ends[-1][1] < len(text):
        ends.append((len(text.rstrip()), len(text) + 1))
    return ends


def _first_from(row: list[tuple[str, int, int]], stop: int, begin: int) -> int:
    for i in range(begin, len(row)):
        if row[i][1] >= stop:
            return i
    return len(row)


def _label_of(text: str, sentences: list[Sentence], heading: bool) -> dict[int, Span]:
    if not sentences:
        return {}
    if heading:
        return dict(sentences[0].found)
    match = _LABEL.match(text)
    if not match or len(match.group(1).split()) > 5:
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
