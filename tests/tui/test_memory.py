"""What is set aside from the looking for garbage does not stay for good."""

from __future__ import annotations

import weakref

from interviewcoach.tui.memory import settle_memory


class Screen:
    def __init__(self) -> None:
        self.itself = self


def test_a_screen_that_was_alive_at_one_sitting_is_freed_at_the_next() -> None:
    screen = Screen()
    gone = weakref.ref(screen)
    settle_memory()
    del screen
    settle_memory()
    assert gone() is None
