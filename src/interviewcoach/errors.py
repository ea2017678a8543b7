"""One tree of errors that a person may see: what went wrong, where, and how to mend it."""

from __future__ import annotations

from enum import IntEnum

LOG = "debug.log"


class ExitCode(IntEnum):
    """What the shell is told; other programs rely on these numbers."""

    DONE = 0
    FOUND_PROBLEMS = 1
    WRONG_USAGE = 2
    ENVIRONMENT = 3


class CoachError(Exception):
    """A fault that is told in one sentence and never as a traceback."""

    exit_code: ExitCode = ExitCode.FOUND_PROBLEMS

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        way_out = f"; {self.mend}" if self.mend else ""
        return f"{place}{self.what}{way_out}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.where, self.mend))


def _rebuild(kind: type[CoachError], what: str, where: str, mend: str) -> CoachError:
    """Keyword-only fields do not survive pickling by themselves; worker processes need them to. A kind may be made of other
    words than these, so its own way of being made is passed by."""
    fault = kind.__new__(kind, what)
    CoachError.__init__(fault, what, where=where, mend=mend)
    return fault


class UsageError(CoachError):
    """The command was asked for something it cannot mean."""

    exit_code = ExitCode.WRONG_USAGE


class EnvironmentFault(CoachError):
    """The machine is in the way: no terminal, a full disk, a newer database."""

    exit_code = ExitCode.ENVIRONMENT


def unwritable(where: object, error: OSError) -> EnvironmentFault:
    """The one sentence for a file that cannot be written, whichever command was to write it."""
    return EnvironmentFault(
        f"the file can't be written ({error.strerror or error})", where=str(where), mend="choose another place"
    )


def as_fault(error: Exception) -> CoachError:
    """Any exception as what may be told of it; one that nobody foresaw is logged in full."""
    if isinstance(error, CoachError):
        return error
    import logging

    logging.getLogger("interviewcoach").debug("a fault of the program", exc_info=error)
    what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return EnvironmentFault(f"this should not have happened ({what})", mend=f"run `interviewcoach --debug ...` and see {LOG}")
