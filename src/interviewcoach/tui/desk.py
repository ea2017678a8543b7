"""What all screens share: the coach, the content behind it, and a person's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from interviewcoach.coach import Coach
    from interviewcoach.content.catalogue import Catalogue
    from interviewcoach.records.rows import SittingRow
    from interviewcoach.reports.reading_on import Link

DEFAULTS: dict[str, Any] = {"theme": "dark", "level": "senior", "minutes": 45, "whys": True, "editor": ""}


class Desk:
    """Made once the coach is open. Settings are read once and written as they change."""

    def __init__(self, coach: Coach) -> None:
        self.coach = coach
        self.library = cast("Catalogue", coach.catalogue)
        self._settings = DEFAULTS | {key: value for key, value in coach.records.settings().items() if key in DEFAULTS}

    def title(self, slug: str) -> str:
        return self.coach.title(slug)

    def named(self, row: SittingRow) -> str:
        """A sitting by the name it was given, if any, and its problem."""
        problem = self.title(row.problem)
        return f"{row.title} · {problem}" if row.title else problem

    def skill(self, skill: str) -> str:
        return self.library.skill_titles.get(skill, skill)

    def setting(self, key: str) -> Any:
        from interviewcoach.records.known_settings import is_sound

        value = self._settings[key]
        return value if isinstance(value, type(DEFAULTS[key])) and is_sound(key, value) else DEFAULTS[key]

    def put(self, key: str, value: Any) -> None:
        self._settings[key] = value
        self.coach.records.set_setting(key, value)

    def reading(self, slug: str) -> tuple[Link, ...]:
        from interviewcoach.reports.reading_on import reading_of

        return reading_of(self.library, slug)

    def has_model(self, slug: str) -> bool:
        """Whether a strong answer can be shown; not where the problem is gone."""
        from interviewcoach.errors import CoachError

        try:
            return self.library.model_answer_path(slug).exists()
        except CoachError:
            return False

    def practisable(self, slug: str) -> bool:
        """Whether a problem of the curriculum has its statement and its rubric."""
        return self.library.problem_path(slug).exists() and self.library.rubric_path(slug).exists()
