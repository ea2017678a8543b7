"""A sitting as one HTML file that needs nothing else: no network, no script; prints well, light and dark."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from interviewcoach.reports.dossier import Dossier
from interviewcoach.reports.marks import printable, stretches
from interviewcoach.reports.scorecard_text import (
    AXES,
    PHASES,
    WORDS,
    gaps,
    how_grave,
    points_told,
    read_as,
    to_close,
    why_fewer,
)
from interviewcoach.reports.tiers import DOTS, EXPLAINED, KEY, MENTIONED, TO_WHAT
from interviewcoach.reports.unlike_rows import why_phases, why_skills
from interviewcoach.reports.when import minutes
from interviewcoach.scoring.scorecard import figure

RADIUS = 90


def html(dossier: Dossier) -> str:
    environment = Environment(
        loader=PackageLoader("interviewcoach.reports"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        figure=figure, printable=printable, minutes=minutes, how_grave=how_grave, points_told=points_told, why_fewer=why_fewer
    )
    card = dossier.card
    return environment.get_template("sitting.html.j2").render(
        d=dossier,
        card=card,
        words=WORDS,
        dots=DOTS,
        dots_key=KEY,
        tiers=(MENTIONED, EXPLAINED, TO_WHAT),
        axes=[(name, card["axes"].get(key)) for key, name in AXES.items()] if card else [],
        phase_names=PHASES,
        radar=_radar([card["axes"].get(key) or 0.0 for key in AXES if key != "delivery"]) if card else "",
        spokes=_spokes(),
        stretches=stretches(dossier.answer, card) if card else [],
        read_as=read_as(card, dossier.answer) if card else "",
        gaps=[(gap, to_close(gap, dossier.reading)) for gap in gaps(card)] if card else [],
        notes=[*why_phases(card), *filter(None, [why_skills(card)])] if card else [],
        timeline=_timeline(dossier),
    )


def _radar(values: list[float]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in (_at(i, len(values), v / 100) for i, v in enumerate(values)))


def _at(i: int, n: int, share: float) -> tuple[float, float]:
    angle = 2 * pi * i / n - pi / 2
    return 130 + RADIUS * share * cos(angle), 115 + RADIUS * share * sin(angle)


def _spokes() -> list[dict[str, Any]]:
    names = [name for key, name in AXES.items() if key != "delivery"]
    found = []
    for i, name in enumerate(names):
        x, y = _at(i, len(names), 1.0)
        tx, ty = _at(i, len(names), 1.16)
        anchor = "middle" if abs(tx - 130) < 8 else "start" if tx > 130 else "end"
        found.append(
            {"x": round(x, 1), "y": round(y, 1), "tx": round(tx, 1), "ty": round(ty + 4, 1), "name": name, "anchor": anchor}
        )
    return found


def _timeline(dossier: Dossier) -> list[dict[str, Any]]:
    whole = sum(phase.used for phase in dossier.phases) or 1
    x, rows = 0.0, []
    for phase in dossier.phases:
        width = 600 * phase.used / whole
        rows.append({"x": round(x, 1), "width": round(width, 1), "title": phase.title, "time": minutes(phase.used)})
        x += width
    return rows
