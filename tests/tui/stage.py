"""A stage for the screens: real content, a data folder and a clock of the test's own, and the screen as text."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from interviewcoach.assessment import Assessor
from interviewcoach.coach import Coach
from interviewcoach.records import Records
from interviewcoach.tui.app import CoachApp
from interviewcoach.tui.screens.sitting import SittingScreen
from interviewcoach.tui.wish import Wish

PROBLEM = "payment-system"
ANSWER = {
    "requirements": "- Charge, full and partial refunds, payouts, books. Out of scope: currency conversion.\n"
    "- 10M payments/day = 116/s, peak x10 = 1,160/s\n- Correctness over availability: never charge twice",
    "high_level": "- POST /payments {order_id, amount} with an Idempotency-Key\n- Postgres: ACID transactions across both",
    "deep_dive": "Insert the key under a unique constraint in the same transaction as the payment; a duplicate gets the stored "
    "response.\nA timeout is neither success nor failure: the attempt is unknown and a worker asks the processor.",
    "wrap_up": "Trade-off: consistency over availability, 0.2% of buyers wait. Watch the ledger's imbalance.",
}


def shown(app: CoachApp) -> str:
    """What stands on the screen, line by line, without colours and without blanks at the ends."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def told(app: CoachApp) -> str:
    """The notifications; on the screen they stand beside other text."""
    return " ".join(str(one.message) for one in app._notifications)


async def until(pilot: Pilot[Any], holds: Callable[[], object], seconds: float = 60) -> None:
    """Waits for a named condition and for the screen to settle."""
    for _ in range(int(seconds * 50)):
        if holds():
            await pilot.pause()
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"this never happened: {holds.__name__ if hasattr(holds, '__name__') else holds}")


Opened = tuple[CoachApp, Pilot[Any]]


@dataclass
class Stage:
    """One machine: opens the program on it as often as a test needs."""

    folder: Path
    assessor: Assessor
    now: float = 1_700_000_000.0
    coaches: list[Coach] = field(default_factory=list)

    def coach(self) -> Coach:
        coach = Coach(
            self.assessor.catalogue, Records(self.folder), assess=self.assessor, now=lambda: self.now, seeds=lambda: 7,
            interviewers=lambda slug, level, seed: self.assessor.interviewer(slug),
        )  # fmt: skip
        self.coaches.append(coach)
        return coach

    @asynccontextmanager
    async def open(
        self, size: tuple[int, int] = (80, 24), wish: Wish | None = None
    ) -> AsyncIterator[tuple[CoachApp, Pilot[Any]]]:
        coach = self.coach()
        app = CoachApp(lambda: coach, wish)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await until(pilot, lambda: hasattr(app, "desk") and len(app.screen_stack) > 1)
            yield app, pilot
        coach.close()

    @asynccontextmanager
    async def sitting(self, size: tuple[int, int] = (80, 24), **how: Any) -> AsyncIterator[tuple[SittingScreen, Pilot[Any]]]:
        """A sitting that has just begun."""
        async with self.open(size, Wish(PROBLEM, **how)) as (app, pilot):
            await until(pilot, lambda: app.screen.__class__.__name__ == "BriefingScreen")
            await pilot.press("enter")
            yield await self.seated(app, pilot), pilot

    async def seated(self, app: CoachApp, pilot: Pilot[Any]) -> SittingScreen:
        await until(pilot, lambda: isinstance(app.screen, SittingScreen) and app.screen.is_mounted)
        assert isinstance(app.screen, SittingScreen)
        return app.screen

    async def pass_by(self, screen: SittingScreen, pilot: Pilot[Any], seconds: int) -> None:
        """Time passes as the sitting sees it, in steps that are no absence."""
        for left in range(seconds, 0, -30):
            self.now += min(30, left)
            screen.tick()
        await pilot.pause()
