"""A candidate's worksheet against the reference of a problem: right within a factor, or off, and in which step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from interviewcoach.estimation.display import number
from interviewcoach.estimation.faults import SheetError
from interviewcoach.estimation.likeness import alikeness
from interviewcoach.estimation.sheet import LineResult, Sheet, evaluate_lines, evaluate_sheet, lines_of

RIGHT, OFF, OTHER_KIND, MISSING = "right", "off", "other_kind", "missing"
_BY_NAME = 0.5
_SURELY_BY_NAME = 0.9
_THE_SAME = 1.05  # rounding apart
_SLIPS = (
    (8, "a factor of 8: bits against bytes"),
    (12, "a factor of 12: months against years"),
    (24, "a factor of 24: hours against days"),
    (30.4, "a factor of 30: days against months"),
    (60, "a factor of 60: seconds against minutes"),
    (365, "a factor of 365: days against years"),
    (1000, "a factor of a thousand: check the prefixes"),
    (3600, "a factor of 3,600: seconds against hours"),
    (86_400, "a factor of 86,400: per second against per day"),
    (1e6, "a factor of a million: check the prefixes"),
)  # fmt: skip


class Expectation(NamedTuple):
    """A result that a candidate should reach: a line of the reference, right within a factor."""

    id: str
    line: str
    within: float = 3.0
    why: str = ""


class Judgement(NamedTuple):
    """How a candidate did on one expectation. `step` is the line where the estimate left the reference."""

    id: str
    line: str
    why: str
    status: str
    expected: str
    found: str | None = None
    found_line: int | None = None
    off_by: float | None = None
    step: int | None = None
    hint: str = ""

    @property
    def ok(self) -> bool:
        return self.status == RIGHT


def judge_estimates(
    worksheet: str, reference: Sequence[str], judge: Iterable[Expectation | Mapping[str, Any]]
) -> list[Judgement]:
    """Judges each expectation in turn; a line of the worksheet answers only one of them."""
    lines = lines_of(worksheet)
    ours = [row for row in evaluate_lines(lines) if row.value is not None]
    theirs = {row.name: row for row in evaluate_sheet("\n".join(reference)) if row.name and row.value is not None}
    sheets = (Sheet(lines), Sheet(list(reference)))
    used: set[int] = set()
    found = []
    for entry in judge:
        expectation = entry if isinstance(entry, Expectation) else _expectation(entry)
        wanted = theirs.get(expectation.line)
        if wanted is None:
            raise SheetError(f"the reference has no line {expectation.line!r} with a value", mend="mend the problem")
        judgement = _judge(expectation, wanted, [row for row in ours if row.line not in used], ours, theirs, sheets)
        used |= {judgement.found_line} if judgement.found_line is not None else set()
        found.append(judgement)
    return found


def _expectation(entry: Mapping[str, Any]) -> Expectation:
    return Expectation(entry["id"], entry["line"], float(entry.get("within", 3)), entry.get("why", ""))


def _judge(
    expectation: Expectation,
    wanted: LineResult,
    free: list[LineResult],
    ours: list[LineResult],
    theirs: Mapping[str, LineResult],
    sheets: tuple[Sheet, Sheet],
) -> Judgement:
    row = _match(wanted, free, expectation.within, list(theirs.values()))
    base = Judgement(expectation.id, expectation.line, expectation.why, MISSING, wanted.text)
    if row is None:
        return base
    base = base._replace(found=row.text, found_line=row.line)
    if _kind(row) != _kind(wanted) and row.dims:
        return base._replace(status=OTHER_KIND, hint=f"{row.text} is not of the same kind as {wanted.text}")
    ratio = _ratio(row, wanted)
    if ratio is None:
        return base._replace(status=OFF)
    off_by = max(ratio, 1 / ratio)
    if off_by <= expectation.within:
        return base._replace(status=RIGHT, off_by=off_by)
    step = _first_step_off(row, wanted, expectation.within, ours, theirs, sheets)
    return base._replace(status=OFF, off_by=off_by, step=step.line, hint=_hint(step, row, off_by))


def _kind(row: LineResult) -> tuple[int, int, int]:
    """What a result is, whatever it counts: a size, a rate, a sum of money, a number."""
    dims = row.dims
    return dims.get("byte", 0), dims.get("time", 0), sum(dims.get(money, 0) for money in ("usd", "eur", "gbp"))


def _ratio(row: LineResult, wanted: LineResult) -> float | None:
    if not row.value or not wanted.value or (row.value > 0) != (wanted.value > 0):
        return None
    return row.value / wanted.value


def _within(row: LineResult, wanted: LineResult, factor: float) -> bool:
    ratio = _ratio(row, wanted)
    return ratio is not None and max(ratio, 1 / ratio) <= factor


def _match(wanted: LineResult, rows: list[LineResult], within: float, reference: list[LineResult]) -> LineResult | None:
    """The line that answers: by name and kind, else by value and kind, else the only one of its kind."""
    same = [row for row in rows if _kind(row) == _kind(wanted) and not _is_another(row, wanted, within, reference)]
    likeness = {row.line: alikeness(row.name, row.dims, wanted.name, wanted.dims) for row in rows}
    named = [row for row in same if likeness[row.line] >= _BY_NAME]
    close = [row for row in same if _within(row, wanted, within)]
    if named or close:
        pool = {row.line: row for row in (*named, *close)}.values()
        return max(pool, key=lambda row: (likeness[row.line] + 0.5 * (row in close), row.line))
    unmeasured = [row for row in rows if likeness[row.line] >= _SURELY_BY_NAME]
    if unmeasured:
        return max(unmeasured, key=lambda row: (likeness[row.line], row.line))
    alone = sum(_kind(row) == _kind(wanted) for row in reference) == 1 and any(_kind(wanted))
    return same[0] if len(same) == 1 and alone else None


def _is_another(row: LineResult, wanted: LineResult, within: float, reference: list[LineResult]) -> bool:
    """A result far off, but just what another line of the reference comes to, is that one: the exact set, not the filter."""
    alike = (line for line in reference if line.name != wanted.name and _kind(line) == _kind(wanted))
    return not _within(row, wanted, within) and any(_within(row, line, _THE_SAME) for line in alike)


def _first_step_off(
    row: LineResult,
    wanted: LineResult,
    within: float,
    ours: list[LineResult],
    theirs: Mapping[str, LineResult],
    sheets: tuple[Sheet, Sheet],
) -> LineResult:
    """The first line on the way to the result that is off itself; else the result's own line."""
    own, reference = sheets
    inputs = set(own.inputs_of(row.line))
    before = [line for line in ours if line.line in inputs]
    for number_ in reference.inputs_of(wanted.line):
        statement = reference.statements[number_]
        expected = theirs.get(statement.name or "")
        step = _match(expected, before, within, list(theirs.values())) if expected is not None else None
        if step is not None and expected is not None and _kind(step) == _kind(expected):
            ratio = _ratio(step, expected)
            if ratio is not None and max(ratio, 1 / ratio) > within:
                return step
    return row


def _hint(step: LineResult, row: LineResult, off_by: float) -> str:
    where = f"line {step.line}" + (f" ({step.name})" if step.name else "")
    slip = next((text for factor, text in _SLIPS if abs(off_by / factor - 1) < 0.08), "")
    what = slip or f"off by a factor of {number(off_by)}"
    return f"{what}, in {where}" if step.line == row.line else f"{what}, from {where}"
