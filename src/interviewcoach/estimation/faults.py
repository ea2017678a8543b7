"""The one error that a worksheet line can give: what is wrong, at which column, and the way out."""

from __future__ import annotations

from interviewcoach.errors import CoachError


class SheetError(CoachError):
    """A line that can't be calculated. The column counts from 1; 0 means the line as a whole."""

    def __init__(self, what: str, column: int = 0, mend: str = "") -> None:
        super().__init__(what, where=f"column {column}" if column else "", mend=mend)
        self.column = column

    @property
    def sentence(self) -> str:
        """What is wrong and how to mend it, without the place."""
        return f"{self.what}: {self.mend}" if self.mend else self.what

    def __reduce__(self) -> tuple[object, ...]:
        return (SheetError, (self.what, self.column, self.mend))
