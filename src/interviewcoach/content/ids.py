"""The fixed names of phases, axes, levels, verdicts and severities. Plain, so that scoring needs no models of the content."""

from __future__ import annotations

from typing import Literal

PhaseId = Literal["requirements", "high_level", "deep_dive", "wrap_up"]
AxisId = Literal["scoping", "estimation", "high_level", "deep_dive", "trade_offs"]
LevelId = Literal["mid", "senior", "staff"]
VerdictId = Literal["no_hire", "lean_no_hire", "lean_hire", "hire", "strong_hire"]
Severity = Literal["fatal", "serious", "lapse", "minor"]

PHASE_IDS: tuple[PhaseId, ...] = ("requirements", "high_level", "deep_dive", "wrap_up")
PHASE_TITLES: dict[PhaseId, str] = {
    "requirements": "Requirements",
    "high_level": "High-level design",
    "deep_dive": "Deep dive",
    "wrap_up": "Wrap-up",
}
AXIS_IDS: tuple[AxisId, ...] = ("scoping", "estimation", "high_level", "deep_dive", "trade_offs")
LEVEL_IDS: tuple[LevelId, ...] = ("mid", "senior", "staff")
VERDICT_IDS: tuple[VerdictId, ...] = ("no_hire", "lean_no_hire", "lean_hire", "hire", "strong_hire")
