"""The settings behind the screens: whatever stands in the database, a screen gets a value that it can work with."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from interviewcoach.coach import Coach
from interviewcoach.tui.desk import DEFAULTS, Desk


def desk_with(**kept: Any) -> Desk:
    return Desk(cast(Coach, SimpleNamespace(catalogue=None, records=SimpleNamespace(settings=lambda: kept))))


@pytest.mark.parametrize(
    ("key", "value"), [("level", "guru"), ("minutes", 500), ("minutes", True), ("whys", 1), ("theme", "pink"), ("theme", {})]
)
def test_a_setting_that_is_none_of_the_choices_is_the_usual_one(key: str, value: Any) -> None:
    assert desk_with(**{key: value}).setting(key) == DEFAULTS[key]


@pytest.mark.parametrize(("key", "value"), [("level", "mid"), ("minutes", 35), ("whys", False), ("editor", "vim -n")])
def test_a_setting_that_was_made_is_kept(key: str, value: Any) -> None:
    assert desk_with(**{key: value}).setting(key) == value
