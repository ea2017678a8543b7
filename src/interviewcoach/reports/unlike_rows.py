"""Why a phase or a skill stands higher or lower than the criteria below it, where that would puzzle who adds up their points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.scoring.scorecard import ALL_PHASES, MORE_NUMBERS, TOO_LITTLE

FAR_ABOVE, FAR_BELOW = 15.0, -10.0  # of 100: less would puzzle nobody
WELL_SHOWN = 0.5  # of a skill's points
ENOUGH = "Nobody says everything in the time, so half of a phase's points are worth about 80; the whole answer counts in, too."
SKILLS = (
    "A skill is seen in the light of the whole answer: among much that is wrong or missing it stands lower than its criteria, "
    "in a strong answer higher."
)

Card = Mapping[str, Any]
Rows = list[Mapping[str, Any]]


def why_phases(card: Card) -> Iterator[str]:
    """A line for the phases that stand far above their points, and one for those below."""
    apart = {phase: card["phases"].get(phase, 0.0) - 100 * _share(_rows(card, "phase", phase)) for phase in PHASE_TITLES}
    if higher := _names(phase for phase, by in apart.items() if by >= FAR_ABOVE):
        yield f"Higher than its points: {higher}. {ENOUGH}"
    if lower := _names(phase for phase, by in apart.items() if by <= FAR_BELOW):
        yield f"Lower than its points: {lower} ({_what_lowers(card, lower)})."


def why_skills(card: Card) -> str:
    """ "" where each skill stands about where its criteria do."""
    return SKILLS if any(_is_unlike(tier, _rows(card, "skill", skill)) for skill, tier in card["skills"].items()) else ""


def _what_lowers(card: Card, names: str) -> str:
    thin = next((gate for gate in card.get("gates", ()) if gate.startswith(TOO_LITTLE)), "")
    is_thin = ALL_PHASES in thin or any(name in thin for name in names.split(", "))
    is_wrong = bool(card["red_flags"]) or any(not one["ok"] for one in card["arithmetic"])
    is_loose = MORE_NUMBERS in (card.get("to_next_band") or {}).get("needs", ())
    reasons = [
        *(["too little stands there"] if is_thin else []),
        *(["mistakes or sums that are off count against it"] if is_wrong else []),
        *(["few sentences hold a number"] if is_loose else []),
    ]
    return ", ".join(reasons) or "the whole answer counts in"


def _is_unlike(tier: int, rows: Rows) -> bool:
    well = _share(rows) >= WELL_SHOWN
    hidden = tier == 0 and any(row["tier"] >= 2 for row in rows)
    return hidden or (well and tier <= 1) or (not well and tier == 3)


def _rows(card: Card, field: str, value: str) -> Rows:
    return [criterion for criterion in card["criteria"] if criterion[field] == value]


def _share(rows: Rows) -> float:
    earned: float = sum(row["points"] for row in rows)
    return earned / (sum(row["of"] for row in rows) or 1.0)


def _names(phases: Iterable[str]) -> str:
    return ", ".join(PHASE_TITLES[phase] for phase in phases)  # type: ignore[index]
