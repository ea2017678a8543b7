"""Opens what the commands work with: the catalogue, the records and the coach, wired together once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from interviewcoach import load_catalogue
from interviewcoach.coach import Coach
from interviewcoach.commands.content import tell_of_packs
from interviewcoach.errors import EnvironmentFault
from interviewcoach.readymade import quick_assessor
from interviewcoach.records import Records


@contextmanager
def open_coach(tell: bool = True) -> Iterator[Coach]:
    """A coach over the data folder, closed with everything written; EnvironmentFault where that was not possible.

    Without `tell` the packs that are left out are told at the end only, when no screen is in the way.
    """
    catalogue = load_catalogue()
    if tell:
        tell_of_packs(catalogue)
    assessor = quick_assessor(catalogue)
    records = Records()  # last: from here on there is something to close
    coach = Coach(catalogue, records, assess=assessor, interviewers=lambda slug, level, seed: assessor.interviewer(slug))
    try:
        coach.finish_waiting()
        yield coach
    except BaseException:
        coach.close()
        raise
    if not tell:
        tell_of_packs(catalogue)
    if coach.close():
        fault = records.fault or EnvironmentFault("the reason is not known", mend="see `interviewcoach doctor`")
        raise EnvironmentFault(f"not everything could be saved: {fault.what}", where=fault.where, mend=fault.mend)
