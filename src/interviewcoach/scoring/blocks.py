"""An answer as blocks of sentences in their places: what stands over each, what its neighbours lend it, how far to trust it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviewcoach.scoring.document import Line, lines_of
from interviewcoach.scoring.reading import Found, Reader, Reading, Span
from interviewcoach.scoring.stuffing import Suspicion, doubt_of_all, repeated_skeletons, suspicion

Atoms = frozenset[int]
Block = list["Spot"]


@dataclass(slots=True)
class Spot:
    """A sentence in its place, with all that stands over it."""

    line: Line
    start: int  # offset in the answer
    end: int
    found: Found  # spans relative to the line
    atoms: Atoms  # of `found`
    label: Atoms
    cues: int
    doubt: Suspicion
    words: int = 0
    around: Atoms = frozenset()  # the label, and what the sentences beside it assert


def blocks_of(reader: Reader, answer: str, masked: Sequence[Span]) -> tuple[list[Block], list[tuple[int, int, str]]]:
    """The blocks of an answer and its spelling corrections. `masked` stretches are not the candidate's own words."""
    lines = lines_of(answer)
    readings: list[Reading] = [reader.read(line.text, line.heading) for line in lines]
    once = list({line.text: reading for line, reading in zip(lines, readings, strict=True)}.values())  # said twice is said once
    templates, overall = repeated_skeletons(once), doubt_of_all(once)
    blocks: list[Block] = []
    corrections: list[tuple[int, int, str]] = []
    number, seen = -1, set[str]()
    over: Atoms = frozenset()
    lead: Atoms = frozenset()
    for line, reading in zip(lines, readings, strict=True):
        if line.block != number:
            blocks.append([])
            number, over, lead = line.block, frozenset(), frozenset()
        corrections += [(line.start + s, line.start + e, word) for s, e, word in reading.corrections]
        if line.heading:
            over = frozenset(reading.label)
            continue
        label = over.union(lead, reading.label) if reading.label else over | lead
        for sentence in reading.sentences:
            text = line.text[sentence.start : sentence.end]
            start = line.start + sentence.start
            if text in seen or any(a <= start < b for a, b in masked):
                continue
            if len(text) > 12:
                seen.add(text)
            doubt = overall or suspicion(sentence, text, templates)
            end = line.start + sentence.end
            spot = Spot(line, start, end, sentence.found, sentence.atoms, label, sentence.cues, doubt, sentence.words)
            blocks[-1].append(spot)
        if not lead and reading.sentences and len(line.text) < 90:
            if reading.label:
                lead = frozenset(reading.label)
            elif line.text.rstrip("*_ ").endswith(":"):
                lead = reading.sentences[0].atoms
    return [block for block in blocks if block], corrections


def lend_to_neighbours(block: Block) -> None:
    """A thought is often told in two short sentences: each may lean on what the ones beside it assert."""
    if len(block) < 2:
        block[0].around = block[0].label
        return
    own = [frozenset(atom for atom in spot.atoms if atom >= 0) for spot in block]
    for i, spot in enumerate(block):
        around = own[i - 1] if i else spot.label
        after = own[i + 1] if i + 1 < len(block) else spot.label
        spot.around = spot.label.union(around, after)
