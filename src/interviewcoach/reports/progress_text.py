"""Progress for a person: few figures, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from interviewcoach.reports.scorecard_text import PHASES, WORDS, bar
from interviewcoach.reports.tiers import EXPLAINED, MENTIONED, TO_WHAT
from interviewcoach.scoring.scorecard import figure

SCALE = f"1 {MENTIONED}, 2 {EXPLAINED}, 3 {TO_WHAT}"
TREND = {"up": "▲", "down": "▼", "level": "·", "new": " "}


def progress_text(
    figures: Mapping[str, Any],
    curriculum: Sequence[tuple[int, str, Sequence[str]]],
    titles: Mapping[str, str],
    suggestions: Iterable[tuple[str, str]],
) -> str:
    parts = [_head(figures), _levels(figures), _skills(figures, curriculum, titles), _verdicts(figures), _next(suggestions)]
    return "\n\n".join(part for part in parts if part)


def _head(figures: Mapping[str, Any]) -> str:
    count, problems = figures["sittings"], figures["problems"]
    if not count:
        return "No scored sittings yet. `interviewcoach practice url-shortener` starts one."
    return f"{count} scored sitting{'s' * (count != 1)} of {problems} problem{'s' * (problems != 1)}"


def _levels(figures: Mapping[str, Any]) -> str:
    lines = []
    for level in figures["levels"]:
        if level["verdict"]:
            lines.append(f"  {level['level']:<7} {WORDS[level['verdict']]} (middle of the last three of {level['sittings']})")
        elif level["sittings"]:
            lines.append(f"  {level['level']:<7} {too_few(level['missing'])}")
    return "\n".join(["Level", *lines]) if lines else ""


def too_few(missing: int) -> str:
    return f"your verdict at this level is told after {missing} more scored sitting{'s' * (missing != 1)}"


def _skills(figures: Mapping[str, Any], curriculum: Sequence[tuple[int, str, Sequence[str]]], titles: Mapping[str, str]) -> str:
    lines = []
    for phase, problem, skills in curriculum:
        for skill in skills:
            standing = figures["skills"].get(skill)
            if standing:
                level = standing["level"]
                sign = TREND[standing["trend"]]
                lines.append(
                    f"  {phase} {titles.get(skill, skill):<34.34} {bar(level / 3 * 100, 12)} {level:.1f} {sign}  {problem}"
                )
    return "\n".join([f"Skills: mean of the last three tries ({SCALE})", *lines]) if lines else ""


def _verdicts(figures: Mapping[str, Any]) -> str:
    points = figures["verdicts"][-10:]
    if not points:
        return ""
    lines = [f"  {point['problem']:<24} {bar(point['overall'], 20)} {figure(point['overall']):>4}" for point in points]
    pace = figures["pace"]
    spent = ", ".join(f"{PHASES[phase]} {share:.0%}" for phase, share in pace["by_phase"].items())
    return "\n".join(["Last sittings", *lines, *([f"  of the planned time: {spent}"] if spent else [])])


def _next(suggestions: Iterable[tuple[str, str]]) -> str:
    lines = [f"  {slug:<24} {why}" for slug, why in suggestions]
    return "\n".join(["Next", *lines]) if lines else ""
