"""What one may hold a candidate to: a sentence says by itself what a clause asks for, and as a claim of its own."""

from __future__ import annotations

from interviewcoach.scoring.blocks import Block
from interviewcoach.scoring.disowned import is_disowned, is_withdrawn
from interviewcoach.scoring.holding import holds_alone, stretch_of
from interviewcoach.scoring.phrasebook import CompiledClause
from interviewcoach.scoring.reading import Span
from interviewcoach.scoring.stuffing import Suspicion


def claimed_at(block: Block, i: int, clause: CompiledClause) -> Span | None:
    """Where the sentence claims it. A row of terms says nothing about them, nor does what others do, what was weighed and left,
    or what the next sentence takes back."""
    spot = block[i]
    if spot.doubt is not Suspicion.NONE or not holds_alone(block, i, clause):
        return None
    stretch = stretch_of(spot, [clause])
    return None if is_disowned(spot, stretch, clause.written) or is_withdrawn(block, i) else stretch
