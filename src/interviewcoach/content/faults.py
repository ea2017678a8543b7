"""A fault in the content: which file, which line, what is wrong and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from interviewcoach.errors import CoachError, ExitCode

TWICE = "merge the two, or give yours another name"


@dataclass(frozen=True, order=True)
class Fault:
    file: str
    line: int
    what: str
    mend: str = ""

    def __str__(self) -> str:
        way_out = f"; {self.mend}" if self.mend else ""
        return f"{self.file}:{self.line}: {self.what}{way_out}"


class ContentFaults(CoachError):
    """All faults of one reading, told together: an author mends them in one go."""

    exit_code = ExitCode.FOUND_PROBLEMS

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in sorted(set(faults))))
        self.faults = faults

    def __reduce__(self) -> tuple[object, ...]:
        return (ContentFaults, (self.faults,))
