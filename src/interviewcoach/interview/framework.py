"""The four phases, how long each may take, and the plan of one sitting. All times are whole milliseconds."""

from __future__ import annotations

from dataclasses import dataclass

from interviewcoach.errors import UsageError
from interviewcoach.interview.protocol import PHASES, Mode, PhaseId

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
USUAL_MINUTES = 45


@dataclass(frozen=True)
class PhaseBudget:
    """A phase and the least and most minutes it may take."""

    id: PhaseId
    least: int
    most: int


# as rubrics/framework.yaml tells them; a sitting reads no file
FRAMEWORK: tuple[PhaseBudget, ...] = (
    PhaseBudget("requirements", 5, 10),
    PhaseBudget("high_level", 10, 15),
    PhaseBudget("deep_dive", 15, 20),
    PhaseBudget("wrap_up", 5, 5),
)


@dataclass(frozen=True)
class PhasePlan:
    """What one sitting plans for one phase, in milliseconds."""

    phase: PhaseId
    least: int
    planned: int
    most: int


@dataclass(frozen=True)
class Plan:
    """The budgets of a sitting. An untimed plan keeps them for comparison, but nothing is ever over."""

    phases: tuple[PhasePlan, ...]
    timed: bool = True

    def __post_init__(self) -> None:
        """A plan may come from anybody's file, and everything that is told of time divides by it."""
        if tuple(entry.phase for entry in self.phases) != PHASES:
            raise ValueError("a plan has the four phases in order")
        if not all(0 < entry.least <= entry.planned <= entry.most <= DAY for entry in self.phases):
            raise ValueError("a plan gives each phase some time, and less than a day")

    @property
    def total(self) -> int:
        return sum(phase.planned for phase in self.phases)

    def of(self, phase: PhaseId) -> PhasePlan:
        return next(entry for entry in self.phases if entry.phase == phase)


def make_plan(minutes: int = USUAL_MINUTES, *, timed: bool = True, mode: Mode = "practice") -> Plan:
    """Shares `minutes` out over the phases, every phase within its range and on a whole minute."""
    if mode == "mock" and not timed:
        raise UsageError("a mock interview is always timed", where="--untimed", mend="practise without --mock")
    least, most = sum(p.least for p in FRAMEWORK), sum(p.most for p in FRAMEWORK)
    if not least <= minutes <= most:
        raise UsageError(
            f"an interview of {minutes} minute{'s' * (minutes != 1)} does not fit the four phases",
            where="--minutes",
            mend=f"choose {least} to {most}, or use --untimed to work without limits",
        )
    shares = _whole_minutes(minutes, least, most)
    phases = tuple(
        PhasePlan(phase.id, phase.least * MINUTE, share * MINUTE, phase.most * MINUTE)
        for phase, share in zip(FRAMEWORK, shares, strict=True)
    )
    return Plan(phases, timed)


def _whole_minutes(minutes: int, least: int, most: int) -> list[int]:
    """Everybody gets the least, the rest goes by the width of the range, broken minutes to the longest phase."""
    span = max(most - least, 1)
    extra = [divmod((p.most - p.least) * (minutes - least), span) for p in FRAMEWORK]
    shares = [p.least + whole for p, (whole, _) in zip(FRAMEWORK, extra, strict=True)]
    by_claim = sorted(range(len(shares)), key=lambda i: (-extra[i][1], -FRAMEWORK[i].most, i))
    for i in by_claim[: minutes - sum(shares)]:
        shares[i] += 1
    return shares
