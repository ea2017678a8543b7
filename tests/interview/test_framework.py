from itertools import pairwise

import pytest

from interviewcoach import load_catalogue
from interviewcoach.errors import UsageError
from interviewcoach.interview.framework import FRAMEWORK, MINUTE, make_plan


def planned(minutes: int) -> list[int]:
    return [phase.planned // MINUTE for phase in make_plan(minutes).phases]


def test_the_usual_sitting_is_planned_as_published() -> None:
    assert planned(45) == [8, 13, 19, 5]


@pytest.mark.parametrize("minutes", range(35, 51))
def test_every_length_adds_up_and_stays_within_the_ranges(minutes: int) -> None:
    shares = planned(minutes)
    assert sum(shares) == minutes
    assert all(p.least <= share <= p.most for p, share in zip(FRAMEWORK, shares, strict=True))


def test_longer_sittings_never_shorten_a_phase() -> None:
    plans = [planned(minutes) for minutes in range(35, 51)]
    for shorter, longer in pairwise(plans):
        assert all(a <= b for a, b in zip(shorter, longer, strict=True))


@pytest.mark.parametrize("minutes", [0, -5, 34, 51, 10_000])
def test_a_length_outside_the_framework_is_refused_with_a_way_out(minutes: int) -> None:
    with pytest.raises(UsageError, match=r"35 to 50.*--untimed"):
        make_plan(minutes)


def test_the_content_tells_the_same_ranges() -> None:
    told = [(phase.id, phase.least, phase.most) for phase in load_catalogue().framework.phases]
    assert told == [(phase.id, phase.least, phase.most) for phase in FRAMEWORK]


def test_one_minute_is_one() -> None:
    with pytest.raises(UsageError, match="an interview of 1 minute does"):
        make_plan(1)
