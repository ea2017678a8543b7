"""The built-in content, loaded once for all tests of scoring."""

from __future__ import annotations

from pathlib import Path

from one_assessor import assessor, catalogue

from interviewcoach.scoring.compiled import CompiledRubric
from interviewcoach.scoring.evidence import Evidence, gather

CALIBRATION = Path(__file__).resolve().parents[1] / "calibration"


def slugs() -> list[str]:
    """The problems that can be scored."""
    found = catalogue()
    return [slug for slug in found.entries if found.rubric_path(slug).exists() and found.model_answer_path(slug).exists()]


def rubric(slug: str = "url-shortener") -> CompiledRubric:
    return assessor().compiled(slug)


def shown(text: str, slug: str = "url-shortener") -> dict[str, int]:
    """Tier by criterion, for what is shown at all."""
    return {name: one.tier for name, one in evidence(text, slug).shown.items() if one.tier}


def evidence(text: str, slug: str = "url-shortener") -> Evidence:
    return gather(rubric(slug), text)


def overall(slug: str, text: str) -> float:
    return assessor().score(slug, text).overall
