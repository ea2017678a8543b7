"""What makes a text hollow: how much of it decides nothing, however fluently it names the right things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from interviewcoach.scoring.voice import ASKED, CIRCULAR, DECLINED, HANDED, LOOSE, UNDECIDED, UNOWNED, WATCHED


class Voice(NamedTuple):
    """How much of a text speaks so: words, and sentences."""

    words: int = 0
    undecided: int = 0  # words of sentences that decide nothing, or nothing of one's own
    sentences: int = 0
    handed: int = 0
    loose: int = 0
    circular: int = 0
    declined: int = 0
    watched: int = 0


def voice_in(sentences: Iterable[tuple[int, int]]) -> Voice:
    """`sentences`: the flags of each and its words."""
    told = list(sentences)
    return Voice(
        sum(words for _, words in told),
        sum(words for flags, words in told if flags & (UNDECIDED | UNOWNED | ASKED)),
        len(told),
        *(sum(1 for flags, _ in told if flags & sort) for sort in (HANDED, LOOSE, CIRCULAR, DECLINED, WATCHED)),
    )


def voice_of_all(voices: Iterable[Voice]) -> Voice:
    return Voice(*map(sum, zip(Voice(), *voices, strict=True)))


FEW_WORDS, FEW_SENTENCES = 100, 12  # of fewer, one would be a large share
# The largest shares among 2,234 answers, the bad ones too, are 0.21, 0.08, 0.25, 0.07, 0.45 and 0.20.
MOST_UNDECIDED, MOST_HANDED, MOST_LOOSE, MOST_CIRCULAR, MOST_DECLINED, MOST_WATCHED = 0.3, 0.25, 0.35, 0.11, 0.56, 0.32


def faults_of(voice: Voice, watching: bool = False) -> Iterator[tuple[str, str]]:
    """What no reader would take for a design, whatever it names: why, and what to do. `watching`: to watch is the task."""
    sentences = max(FEW_SENTENCES, voice.sentences)
    if voice.undecided > MOST_UNDECIDED * max(FEW_WORDS, voice.words):
        yield (
            "what could be done, asked or said is named, and little of it is decided",
            "choose: say what you do, in your own name, and why",
        )
    if voice.handed > MOST_HANDED * sentences:
        yield "what is hard is left to others", "say yourself how each part works, and what happens when it fails"
    if voice.loose > MOST_LOOSE * sentences:
        yield "figures stand side by side and decide nothing", "say what each figure follows from and what it decides"
    if voice.circular > MOST_CIRCULAR * sentences:
        yield "reasons only repeat what they explain", "say step by step what happens"
    if voice.declined > MOST_DECLINED * sentences:
        yield "what is not to be done is told, and hardly what is", "say what you build, and let each rejection stand beside it"
    if voice.watched > MOST_WATCHED * sentences and not watching:
        yield (
            "it is told how one sees that something goes wrong, and hardly what keeps it right",
            "say what the system does about it",
        )
