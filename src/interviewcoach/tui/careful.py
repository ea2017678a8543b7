"""What goes wrong on the way to a screen ends neither it nor the program: it becomes a sentence, and is logged."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from interviewcoach.errors import as_fault


class Speaks(Protocol):
    def say(self, sentence: str, *, trouble: bool = False) -> None: ...


Who = TypeVar("Who", bound=Speaks)
More = ParamSpec("More")
Result = TypeVar("Result")


def careful(method: Callable[Concatenate[Who, More], Result]) -> Callable[Concatenate[Who, More], Result | None]:
    """For what a screen or the app reads or does at a key; None where it failed."""

    @wraps(method)
    def guarded(who: Who, /, *args: More.args, **more: More.kwargs) -> Result | None:
        try:
            return method(who, *args, **more)
        except Exception as error:
            who.say(str(as_fault(error)), trouble=True)
            return None

    return guarded
