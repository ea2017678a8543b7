"""Opens what the commands work with: the catalogue, the records and the coach, wired together once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from interviewcoach import load_catalogue
from interviewcoach.assessment import Assessor
from interviewcoach.coach import Coach
from interviewcoach.records import Records


@contextmanager
def open_coach() -> Iterator[Coach]:
    """A coach over the data folder, closed with everything written."""
    records = Records()
    packs = records.settings().get("packs")
    catalogue = load_catalogue(packs if isinstance(packs, list) else None)
    assessor = Assessor(catalogue)
    coach = Coach(catalogue, records, assess=assessor, interviewers=lambda slug, level, seed: assessor.interviewer(slug))
    try:
        yield coach
    finally:
        coach.close()
