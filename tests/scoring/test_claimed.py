"""Which sentences a candidate can be held to: those that say all of it, in order, and as their own claim."""

from __future__ import annotations

import pytest

from interviewcoach.scoring.blocks import block_of, passages_of
from interviewcoach.scoring.claimed import claimed_at
from interviewcoach.scoring.masking import NOTHING
from interviewcoach.scoring.phrasebook import PhrasebookMaker
from interviewcoach.scoring.reading import Reader
from interviewcoach.scoring.typos import Speller


def claimed(written: str, text: str) -> list[str]:
    """What is claimed of a clause, sentence by sentence."""
    maker = PhrasebookMaker({})
    clause = maker.clause(written)
    book = maker.make()
    found = []
    for passage in passages_of(Reader(book, Speller(book.known)), text, NOTHING):
        block = block_of(passage)
        spans = [(spot, claimed_at(block, i, clause)) for i, spot in enumerate(block)]
        found += [spot.text[span[0] : span[1]] for spot, span in spans if span]
    return found


def test_all_terms_stand_in_the_sentence_itself_in_order_and_the_rest_in_its_block() -> None:
    assert claimed("quagga > zebra", "The quagga feeds the zebra.") == ["quagga feeds the zebra"]
    assert not claimed("quagga > zebra", "The zebra feeds the quagga.")
    assert not claimed("quagga + zebra", "The quagga is fed. A zebra is not far.")
    assert claimed("quagga & zebra", "The quagga is fed. A zebra is near.") == ["quagga"]
    assert not claimed("quagga & zebra", "The quagga is fed.\n\n## Deep dive\nA zebra is near.")


@pytest.mark.parametrize(
    "text",
    [
        "No quagga is needed.",
        "Do we need a quagga?",
        "Alternatives:\n- quagga in each region",
        "Many teams use a quagga for that, which is wrong.",
        "If we used a quagga, it would break.",
        "A quagga in front is simple. But that doesn't scale.",
        "okapi, quagga, zebra, bongo, tapir, dodo, moa, auk, kakapo, takin, saola, eland",
    ],
)
def test_what_nobody_stands_by_is_no_claim(text: str) -> None:
    assert not claimed("quagga", text)
