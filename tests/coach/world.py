"""A machine for the tests: a clock of its own, an interviewer and an assessor made of a few rules."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from interviewcoach.coach import Coach
from interviewcoach.errors import CoachError, UsageError
from interviewcoach.interview import commands as cmd
from interviewcoach.interview import events as ev
from interviewcoach.interview.protocol import Answer, Curveball, Hint, Probe, Situation, Submission, Why
from interviewcoach.records import Records
from interviewcoach.sitting import Sitting


@dataclass(frozen=True)
class Entry:
    slug: str
    phase: int
    skills: tuple[str, ...] = ("cache-first",)
    title: str = "A problem"


@dataclass
class Shelf:
    entries: dict[str, Entry] = field(
        default_factory=lambda: {s: Entry(s, p) for s, p in (("url-shortener", 1), ("chat-system", 2))}
    )
    edition: str = "v1"
    skill_titles: dict[str, str] = field(default_factory=dict)

    def entry(self, slug: str) -> Entry:
        if slug not in self.entries:
            raise UsageError(f"there is no problem called '{slug}'")
        return self.entries[slug]

    def version(self, slug: str) -> str:
        return self.edition


@dataclass(frozen=True)
class Talker:
    """Speaks by simple rules from the situation alone."""

    seed: int

    def ask(self, question: str, situation: Situation) -> tuple[Answer, ...]:
        return (Answer(question, f"answer {len(situation.questions)}", topic="traffic", facts={"new": "5M"}),)

    def probe(self, situation: Situation) -> Probe | None:
        left = [f"p{n}" for n in range(9) if f"p{n}" not in (*situation.probes, *situation.recent_probes)]
        return Probe(left[0], "hot-links", f"{self.seed}: {len(situation.answer)} characters?") if left else None

    def hint(self, situation: Situation) -> Hint | None:
        step = situation.hints.get("hot-links", 0) + 1
        return Hint("hot-links", step, "think", {1: 0.8, 2: 0.6, 3: 0.4}[step]) if step <= 3 else None

    def curveball(self, situation: Situation) -> Curveball | None:
        return Curveball("c1", "everything twice", ("hot-links",))

    def why(self, situation: Situation) -> Why | None:
        return Why("w1", "hot-links", "why?")


@dataclass
class World:
    """One machine: its clock, its data folder and the programs started on it."""

    folder: Path
    now: float = 1_700_000_000.0
    shelf: Shelf = field(default_factory=Shelf)
    handed_in: list[Submission] = field(default_factory=list)
    started: list[Coach] = field(default_factory=list)
    broken: bool = False

    def assess(self, submission: Submission) -> dict[str, Any]:
        if self.broken:
            raise CoachError("the rubric is broken")
        self.handed_in.append(submission)
        overall = float(min(100, len(submission.answer.split())))
        return {
            "problem": submission.problem, "level": submission.level, "overall": overall, "verdict": "lean_hire",
            "verdicts": {"mid": "hire", "senior": "lean_hire", "staff": "no_hire"},
            "axes": {"scoping": overall, "delivery": submission.delivery}, "phases": {}, "criteria": [],
            "red_flags": [], "arithmetic": [], "to_next_band": None, "about": "by counting words",
            "skills": {"cache-first": 1}, "content_version": self.shelf.edition,
        }  # fmt: skip

    def coach(self) -> Coach:
        """A program with a window, on the same data as all others."""
        coach = Coach(
            self.shelf, Records(self.folder), assess=self.assess, now=lambda: self.now, seeds=lambda: 7,
            interviewers=lambda problem, level, seed: Talker(seed),
        )  # fmt: skip
        self.started.append(coach)
        return coach

    def kill(self, coach: Coach) -> None:
        """What SIGKILL leaves behind: what was written is written, and the process is gone."""
        coach.records.flush()
        coach.records.writer.close()
        with closing(sqlite3.connect(coach.records.path)) as db, db:
            db.execute("UPDATE leases SET beat = 0")

    def wait(self, sitting: Sitting, seconds: int) -> list[ev.Event]:
        news: list[ev.Event] = []
        for _ in range(seconds):
            self.now += 1
            news += [event for event in sitting.tick() if not isinstance(event, ev.Beat)]
        return news


def type_in(world: World, sitting: Sitting, part: str, text: str, per_second: int = 10) -> None:
    """Letter by letter, with a tick each second."""
    for place in range(1, len(text) + 1):
        sitting.draft(part, text[:place])
        world.now += 1 / per_second
        if place % per_second == 0:
            sitting.tick()


def whole(world: World, coach: Coach, **how: Any) -> Sitting:
    """A sitting with words in every phase, handed in."""
    sitting = coach.start("url-shortener", **how)
    sitting.do(cmd.Begin())
    for phase in ("requirements", "high_level", "deep_dive", "wrap_up"):
        type_in(world, sitting, phase, f"words about {phase}")
        world.wait(sitting, 5)
        sitting.do(cmd.Next())
    sitting.do(cmd.End())
    return sitting
