"""An answer as blocks of sentences in their places: what stands over each, what its neighbours lend it, how far to trust it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from interviewcoach.scoring.document import Line, lines_of
from interviewcoach.scoring.masking import Pasted
from interviewcoach.scoring.reading import Found, Reader, Reading
from interviewcoach.scoring.stuffing import Suspicion, Template, doubt_of_all, repeated_skeletons, suspicion

Atoms = frozenset[int]
Block = list["Spot"]
MOSTLY = 0.6  # of a sentence
Place = tuple[int, int]  # which line of a passage, which sentence of the line

# what stands under such a line was weighed and not taken
_NOT_TAKEN = re.compile(
    r"[\W_]*(?:(?:the |some |other |possible |rejected )?alternatives?|(?:other|rejected) (?:options|ways|designs|ideas)|"
    r"(?:deliberately )?not (?:done|doing|taken|used|chosen|built)|"
    r"(?:considered (?:and|but) )?(?:rejected|turned down|left out|dropped)|"
    r"decided against|what (?:i|we)(?:'d| would| did| have)? (?:not|left out|rejected|leave out|turned down)|"
    r"(?:i|we) (?:don't|do not|won't|will not|wouldn't))\b[^.:]{0,40}[\W_]*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Spot:
    """A sentence in its block, with all that stands over it."""

    text: str  # of its line
    line: int  # where that begins, from the start of the passage
    start: int  # of the sentence, in the line
    end: int
    found: Found  # spans in the line
    atoms: Atoms  # of `found`
    label: Atoms
    cues: int
    doubt: Suspicion
    words: int = 0
    not_taken: bool = False  # stands in a list of what was weighed and left

    @property
    def told(self) -> str:
        """Its words, from the first that counts."""
        return self.text[self.start : self.end]


class Passage(NamedTuple):
    """The lines of one block and all that decides how they are weighed."""

    start: int
    phase: str
    lines: list[Line]
    readings: list[Reading]
    dropped: tuple[Place, ...]  # sentences that were said before, or are not the candidate's own
    overall: Suspicion
    templates: frozenset[Template]

    @property
    def key(self) -> object:
        """Equal for passages that are weighed alike, wherever they stand."""
        told = tuple([(line.text, line.start - self.start, line.heading) for line in self.lines])
        return told, self.dropped, self.overall, self.templates


def passages_of(reader: Reader, answer: str, pasted: Pasted) -> list[Passage]:
    """The passages of an answer. What is pasted are not the candidate's own words."""
    lines = lines_of(answer)
    readings = [reader.read(line.text, line.heading) for line in lines]
    once = list({line.text: reading for line, reading in zip(lines, readings, strict=True)}.values())  # said twice is said once
    templates, overall = repeated_skeletons(once), doubt_of_all(once)
    said = [text for line, reading in zip(lines, readings, strict=True) if not line.heading for text in reading.texts]
    fresh = not any(pasted) and len(set(said)) == len(said)
    found: list[Passage] = []
    seen: set[str] = set()
    begin = 0
    for _, group in groupby(lines, attrgetter("block")):
        own = list(group)
        read = readings[begin : begin + len(own)]
        begin += len(own)
        dropped = () if fresh else _dropped(own, read, seen, pasted)
        found.append(Passage(own[0].start, own[0].phase, own, read, dropped, overall, templates))
    return found


def _dropped(lines: list[Line], readings: list[Reading], seen: set[str], pasted: Pasted) -> tuple[Place, ...]:
    dropped: list[Place] = []
    for i, (line, reading) in enumerate(zip(lines, readings, strict=True)):
        if line.heading:
            continue
        for j, text in enumerate(reading.texts):
            sentence = reading.sentences[j]
            if text in seen or _is_pasted(line.start + sentence.start, line.start + sentence.end, line.phase, pasted):
                dropped.append((i, j))
            elif len(text) > 12 or sentence.words > 2:
                seen.add(text)
    return tuple(dropped)


def _is_pasted(start: int, end: int, phase: str, pasted: Pasted) -> bool:
    """What the interviewer told is rightly noted as a requirement; elsewhere it is no design, unless more is made of it."""
    if any(a <= start < b for a, b in pasted.statement):
        return True
    told = sum(max(0, min(b, end) - max(a, start)) for a, b in pasted.facts) if phase != "requirements" else 0
    return told > MOSTLY * (end - start)


def block_of(passage: Passage) -> Block:
    """The sentences of a passage, each with its label."""
    block: Block = []
    over: Atoms = frozenset()
    lead: Atoms = frozenset()
    not_taken = False
    for i, (line, reading) in enumerate(zip(passage.lines, passage.readings, strict=True)):
        if line.heading:
            over = frozenset(reading.label)
            not_taken = _NOT_TAKEN.match(line.text) is not None
            continue
        label = over.union(lead, reading.label) if reading.label else over | lead
        for j, one in enumerate(reading.sentences):
            if (i, j) in passage.dropped:
                continue
            doubt = passage.overall or suspicion(one, reading.texts[j], passage.templates)
            place = line.start - passage.start
            block.append(
                Spot(line.text, place, one.start, one.end, one.found, one.atoms, label, one.cues, doubt, one.words, not_taken)
            )
        if not lead and reading.sentences and len(line.text) < 90:
            if reading.label:
                lead = frozenset(reading.label)
            elif line.text.rstrip("*_ ").endswith(":"):
                lead = reading.sentences[0].atoms
        not_taken = not_taken or (line.text.rstrip()[-1:] in ":*_" and _NOT_TAKEN.match(line.text) is not None)
    return block
