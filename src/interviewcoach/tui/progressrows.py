"""Progress as lines to read: verdicts over time, a calendar, skills as bars, pace, guesses. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from interviewcoach.reports.progress_text import SCALE, TREND, too_few
from interviewcoach.reports.scorecard_text import AXES, PHASES, WORDS, bar
from interviewcoach.scoring.scorecard import BAND_STARTS, VERDICTS
from interviewcoach.tui.text import line, row

if TYPE_CHECKING:
    from interviewcoach.records.progress import Calibration, Day, PaceSummary, Point, Progress, SkillStanding

Curriculum = Sequence[tuple[int, str, Sequence[str]]]  # phase, problem, its skills
LEVELS_OF_LINE = "▁▂▃▄▅▆▇█"
SHADES = "·░▒▓█"
SHADED_FROM = (1, 30, 60, 90)  # minutes on a day
WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")


def progress_rows(figures: Progress, curriculum: Curriculum, titles: Mapping[str, str], today: date, width: int) -> list[Content]:
    """The whole screen from top to bottom."""
    if not figures.sittings:
        return [line("Nothing scored yet. Practise a problem, and this page fills.", "$text-muted")]
    found = [*_levels(figures), *_over_time(figures.verdicts, width), *_calendar(figures.calendar, today, width)]
    found += [*_pace(figures.pace), *_guesses(figures.calibration)]
    return [*found, *_skills(figures.skills, curriculum, titles, width)]


def _head(text: str) -> Content:
    return Content.styled(text, "bold")


def _levels(figures: Progress) -> Iterator[Content]:
    sittings, problems = figures.sittings, figures.problems
    yield line(f"{sittings} scored sitting{'s' * (sittings != 1)} of {problems} problem{'s' * (problems != 1)}")
    for level in figures.levels:
        if level.verdict:
            rest = f" is where you stand: the middle of your last three of {level.sittings}"
            yield Content.assemble(f"{level.level:<7} ", (WORDS[level.verdict], "bold $accent"), (rest, "$text-muted"))
        elif level.sittings:
            yield Content.styled(f"{level.level:<7} {too_few(level.missing)}", "$text-muted")
    yield Content(" ")


def _over_time(points: Sequence[Point], width: int) -> Iterator[Content]:
    """One column a sitting, the latest on the right, a row for each verdict band."""
    shown = points[-max(10, min(60, width - 22)) :]
    yield _head(f"Verdicts over time (the last {len(shown)})" if len(shown) < len(points) else "Verdicts over time")
    for name, low, high in BANDS:
        cells = "".join(_cell(point.overall, low, high) for point in shown)
        yield Content.assemble(row([(WORDS[name], 14)]).append(" "), (cells, "$accent"))
    yield Content(" ")


BANDS = tuple(zip(reversed(VERDICTS), reversed(BAND_STARTS), (100.0, *reversed(BAND_STARTS[1:])), strict=True))


def _cell(overall: float, low: float, high: float) -> str:
    if overall >= high and high < 100:
        return "█"
    if overall < low:
        return " "
    return LEVELS_OF_LINE[min(7, int((overall - low) / (high - low) * 8))]


def _calendar(days: Mapping[date, Day], today: date, width: int) -> Iterator[Content]:
    """Weeks as columns, the current one on the right; how dark a day is says how long."""
    weeks = max(4, min(53, (width - 6) // 2))
    monday = today - timedelta(days=today.weekday()) - timedelta(weeks=weeks - 1)
    yield _head("When you practised")
    for weekday, name in enumerate(WEEKDAYS):
        cells = []
        for week in range(weeks):
            day = monday + timedelta(weeks=week, days=weekday)
            cells.append(" " if day > today else _shade(days.get(day)))
        yield Content.assemble((f"{name:<5}", "$text-muted"), (" ".join(cells), "$accent"))
    key = zip(SHADES, ("none", "some", "30 min", "an hour", "more"), strict=True)
    yield line("     " + "  ".join(f"{shade} {told}" for shade, told in key), "$text-muted")
    yield Content(" ")


def _shade(day: Day | None) -> str:
    return SHADES[0] if day is None else SHADES[max(1, sum(day.minutes >= start for start in SHADED_FROM))]


def _pace(pace: PaceSummary) -> Iterator[Content]:
    if not pace.sittings:
        return
    yield _head(f"Pace: how much of the planned time was used ({pace.sittings} timed)")
    for phase, share in pace.by_phase.items():
        sign = "  ▲ longer than planned" if share > 1.1 else "  ▾ much shorter than planned" if share < 0.7 else ""
        used = (bar(min(100.0, share * 66), 18), "$accent")
        yield Content.assemble(row([(PHASES.get(phase, phase), 20)]), used, f" {share:>4.0%} used{sign}")
    yield Content(" ")


def _guesses(calibration: Calibration) -> Iterator[Content]:
    if not calibration.guesses or calibration.bands is None:
        return
    yield _head("Your guesses")
    lean = "too hopeful" if calibration.bands > 0.2 else "too strict" if calibration.bands < -0.2 else "well calibrated"
    right = f"{calibration.right} of {calibration.guesses} verdicts guessed right"
    yield line(f"{right}; on the whole {lean} ({calibration.bands:+.1f} bands)")
    told = ", ".join(f"{AXES.get(axis, axis).lower()} {by:+.0f}" for axis, by in calibration.axes.items())
    if told:
        yield line(f"by axis, your guess against the grade in points (− too strict, + too hopeful): {told}", "$text-muted")
    yield Content(" ")


def _skills(
    skills: Mapping[str, SkillStanding], curriculum: Curriculum, titles: Mapping[str, str], width: int
) -> Iterator[Content]:
    yield _head(f"Skills: mean of the last three tries ({SCALE})")
    phase = 0
    for number, problem, wanted in curriculum:
        tried = [(skill, skills[skill]) for skill in wanted if skill in skills]
        if not tried:
            continue
        if number != phase:
            phase = number
            yield line(f"Phase {number}", "$text-muted")
        for skill, standing in tried:
            name = row([(titles.get(skill, skill), max(24, min(40, width - 47)))]).append(" ")
            figure = f" {standing.level:.1f} {TREND[standing.trend]} "
            yield (
                name.append(Content.styled(bar(standing.level / 3 * 100, 12), "$accent"))
                .append(figure)
                .append(line(problem if width >= 76 else "", "$text-muted"))
            )
