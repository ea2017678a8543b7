"""Whole sittings without a screen: a clock of our own, an interviewer and an assessor made of a few rules."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from interviewcoach.coach import Coach
from interviewcoach.errors import CoachError, UsageError
from interviewcoach.interview import commands as cmd
from interviewcoach.interview import events as ev
from interviewcoach.interview.protocol import Answer, Curveball, Hint, Probe, Situation, Submission, Why
from interviewcoach.interview.state import situation
from interviewcoach.interview.transcript import document, timeline
from interviewcoach.records import Filter, Records
from interviewcoach.records.repair import faults_in
from interviewcoach.sitting import Sitting


@dataclass(frozen=True)
class Entry:
    slug: str
    phase: int
    skills: tuple[str, ...] = ("cache-first",)


@dataclass
class Shelf:
    entries: dict[str, Entry] = field(
        default_factory=lambda: {s: Entry(s, p) for s, p in (("url-shortener", 1), ("chat-system", 2))}
    )
    edition: str = "v1"

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


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "data")
    yield made
    for coach in made.started:
        coach.close()


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


def test_a_whole_sitting_is_kept_scored_and_read_back_to_the_byte(world: World) -> None:
    coach = world.coach()
    sitting = whole(world, coach)
    sitting.predict("hire", {"scoping": 70})
    card = coach.finish(sitting)
    assert card["verdict"] == "lean_hire" and coach.records.flush()
    past = coach.past("last")
    assert past.id == sitting.id and past.state.dump() == sitting.state.dump()
    assert past.stored.document == document(sitting.state) and past.stored.card.body == card
    assert past.stored.row.words == 12 and past.stored.row.active == sitting.state.active > 0
    assert [m.state.texts.get("wrap_up", "") for m in timeline(past.events)][-1] == "words about wrap_up"
    (row,) = coach.records.performances()
    assert row.prediction == {"verdict": "hire", "axes": {"scoping": 70}} and row.pace["planned"]["wrap_up"] == 300_000
    assert coach.unfinished() == [] and world.handed_in[0].delivery is not None


def test_what_is_typed_is_on_the_disk_within_a_second(world: World) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener")
    sitting.do(cmd.Begin())
    text = "a sentence that somebody types without a rest, and then some more of it, quickly"
    for place in range(1, len(text) + 1):
        sitting.draft("requirements", text[:place])
        world.now += 0.08
        if place % 12 == 0:
            sitting.tick()
        coach.records.flush()
        kept = coach.records.load(sitting.id).drafts.get("requirements", "")
        assert len(kept) >= place - 1 / 0.08
    world.wait(sitting, 1)
    coach.records.flush()
    assert coach.records.load(sitting.id).drafts["requirements"] == text and sitting.saved


def test_a_keystroke_waits_for_no_disk_and_is_seen_at_once(world: World) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener")
    sitting.do(cmd.Begin())
    sitting.draft("notes", "one")
    sitting.draft("notes", "one two")
    assert sitting.text("notes") == "one two" and sitting.state.texts["notes"] == "one" and not sitting.saved
    sitting.do(cmd.Pause())
    assert sitting.state.texts["notes"] == "one two"


@pytest.mark.parametrize("mode", ["practice", "mock"])
def test_a_killed_sitting_goes_on_where_it_was(world: World, mode: str) -> None:
    first = world.coach()
    sitting = first.start("url-shortener", mode=mode)
    sitting.do(cmd.Begin())
    world.wait(sitting, 60)
    sitting.draft("requirements", "half a thought")
    sitting.draft("worksheet", "dau = 5M")
    world.wait(sitting, 40)
    world.kill(first)
    world.now += 7200
    again = world.coach().resume()
    assert again.id == sitting.id and again.state.active == 100_000 and again.state.status == "running"
    assert again.text("requirements") == "half a thought" and again.text("worksheet") == "dau = 5M"
    assert [(b.why, b.end - b.start) for b in again.state.breaks] == [("stopped", 7_200_000)]
    world.wait(again, 10)
    assert again.state.active == 110_000


def test_a_window_closed_in_order_resumes_and_a_pause_stays_a_pause(world: World) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener")
    sitting.do(cmd.Begin())
    world.wait(sitting, 10)
    sitting.draft("notes", "last word")
    sitting.stop()
    sitting.stop()
    world.now += 100
    again = coach.resume(sitting.id[:5])
    assert again.state.status == "running" and again.state.active == 10_000 and again.text("notes") == "last word"
    again.do(cmd.Pause())
    again.stop()
    assert coach.resume().state.status == "paused"


def test_a_briefing_can_be_resumed_too(world: World) -> None:
    coach = world.coach()
    coach.start("url-shortener").stop()
    again = coach.resume()
    assert again.state.status == "briefing" and again.why_not(cmd.Begin()) == ""


def test_only_unfinished_sittings_can_be_resumed(world: World) -> None:
    coach = world.coach()
    with pytest.raises(UsageError, match="no unfinished sitting"):
        coach.resume()
    sitting = coach.start("url-shortener")
    sitting.abandon()
    with pytest.raises(UsageError, match="is finished"):
        coach.resume(sitting.id)
    with pytest.raises(UsageError, match="no sitting 'zzz'"):
        coach.resume("zzz")


def test_a_second_window_reads_along(world: World) -> None:
    first = world.coach()
    sitting = first.start("url-shortener")
    sitting.do(cmd.Begin())
    sitting.draft("requirements", "typed in the first window")
    world.wait(sitting, 1)
    first.records.flush()
    second = world.coach()
    watching = second.resume()
    assert "another window" in watching.read_only and "another window" in watching.why_not(cmd.Next())
    assert watching.text("requirements") == "typed in the first window"
    watching.do(cmd.End())
    assert watching.state.status == "running"
    with pytest.raises(CoachError, match="only read"):
        second.finish(watching)
    sitting.draft("requirements", "and more")
    world.wait(sitting, 1)
    first.records.flush()
    watching.refresh()
    assert watching.text("requirements") == "and more"


def test_a_sitting_taken_over_keeps_its_text_and_can_save_it(world: World, tmp_path: Path) -> None:
    first = world.coach()
    sitting = first.start("url-shortener")
    sitting.do(cmd.Begin())
    first.records.flush()
    with closing(sqlite3.connect(first.records.path)) as db, db:
        db.execute("UPDATE leases SET beat = 0, host = 'asleep'")
    second = world.coach().resume()
    assert second.read_only == ""
    sitting.draft("requirements", "typed before anybody knew")
    first.records.flush()
    sitting.draft("notes", "and after")
    assert "taken over" in sitting.read_only and "taken over" in sitting.why_not(cmd.Next())
    sitting.save_elsewhere(tmp_path / "answer.md")
    saved = (tmp_path / "answer.md").read_text()
    assert "typed before anybody knew" in saved and "## Notes\n\nand after" in saved


def test_text_survives_a_locked_database(world: World) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener")
    sitting.do(cmd.Begin())
    coach.records.flush()
    with closing(sqlite3.connect(coach.records.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        sitting.draft("requirements", "typed in trouble")
        world.wait(sitting, 3)
        assert not sitting.saved and sitting.text("requirements") == "typed in trouble"
        other.execute("ROLLBACK")
    assert coach.records.flush() and sitting.saved
    assert coach.past(sitting.id).state.dump() == sitting.state.dump()


def test_a_mock_tells_each_phase_end_also_when_typing_found_it(world: World) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener", mode="mock")
    sitting.do(cmd.Begin())
    news = world.wait(sitting, 479)
    assert [type(e).__name__ for e in news] == ["Warned", "Warned"]
    world.now += 0.9
    sitting.draft("requirements", "almost")
    world.now += 0.6
    sitting.draft("requirements", "almost done")
    entered = [e for e in sitting.tick() if isinstance(e, ev.Entered)]
    assert [e.phase for e in entered] == ["high_level"] and sitting.text("requirements") == "almost done"
    world.now += 7200
    assert isinstance(sitting.tick()[-1], ev.Ended)
    assert coach.finish(sitting)["overall"] > 0
    assert coach.past("last").state.dump() == sitting.state.dump()


def test_the_interviewers_words_are_recorded_and_a_replay_gives_the_same(world: World) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener", mode="mock")
    assert sitting.ask("too early?") == () and sitting.probe() is None
    sitting.do(cmd.Begin())
    assert sitting.ask("how many?")[0].facts == {"new": "5M"} and sitting.ask("   ") == ()
    sitting.draft("requirements", "a cache in front")
    probe = sitting.probe()
    sitting.reply(probe.id, "one request goes through")
    sitting.do(cmd.Next())
    assert sitting.curveball().id == "c1" and sitting.curveball() is None
    assert sitting.hint() is None and sitting.why() is None
    while sitting.probe():
        pass
    assert [p.id for p in sitting.state.probes] == ["p0", "p1", "p2", "p3", "p4"]
    assert sitting.state.replies[0].criterion == "hot-links"
    coach.finish(sitting)
    asked = 0
    moments = timeline(coach.past("last").events)
    for before, after in pairwise(moments):
        then = situation(before.state, document(before.state))
        match after.event:
            case ev.Probed(probe=said):
                assert Talker(before.state.setup.seed).probe(then) == said
                asked += 1
            case ev.Asked(question=question, answers=answers):
                assert Talker(before.state.setup.seed).ask(question, then) == answers
                asked += 1
    assert asked == 6


def test_help_in_a_practice_is_recorded_and_handed_in(world: World) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener")
    sitting.do(cmd.Begin())
    assert [sitting.hint().step for _ in range(2)] == [1, 2]
    why = sitting.why()
    assert sitting.why() is None
    sitting.reply(why.id, "because reads dominate")
    assert sitting.curveball() is None
    coach.finish(sitting)
    assert world.handed_in[0].hints == {"hot-links": 2}
    assert world.handed_in[0].replies[0].text == "because reads dominate"


def test_questions_of_the_last_sittings_are_not_repeated(world: World) -> None:
    coach = world.coach()
    for number in range(3):
        sitting = coach.start("url-shortener")
        sitting.do(cmd.Begin())
        assert sitting.probe().id == f"p{number}"
        sitting.stop()
        coach.records.flush()
        world.now += 10


def test_an_answer_outlives_a_failure_to_score_it(world: World) -> None:
    coach = world.coach()
    sitting = whole(world, coach)
    world.broken = True
    with pytest.raises(CoachError, match="rubric is broken"):
        coach.finish(sitting)
    world.broken = False
    before, after = coach.rescore("last")
    assert before is None and after["verdict"] == "lean_hire"
    coach.records.flush()
    assert coach.records.load("last").row.verdict == "lean_hire"


def test_an_ended_sitting_whose_window_died_before_the_score_can_be_scored(world: World) -> None:
    first = world.coach()
    sitting = whole(world, first)
    world.kill(first)
    coach = world.coach()
    assert coach.unfinished() == []
    assert coach.rescore(sitting.id)[0] is None
    assert world.handed_in[0].answer == document(sitting.state)


def test_scoring_again_keeps_the_old_card_and_nothing_twice(world: World) -> None:
    coach = world.coach()
    coach.finish(whole(world, coach))
    before, after = coach.rescore("last")
    assert before == after
    coach.records.flush()
    assert len(coach.records.load("last").cards) == 1
    world.shelf.edition = "v2"
    before, after = coach.rescore("last")
    assert (before["content_version"], after["content_version"]) == ("v1", "v2")
    coach.records.flush()
    kept = coach.records.load("last")
    assert [card.content_version for card in kept.cards] == ["v1", "v2"] and kept.card.content_version == "v2"
    assert world.handed_in[0] == world.handed_in[-1]


def test_everything_moves_to_another_machine_and_a_forged_course_of_events_does_not(
    world: World, tmp_path: Path
) -> None:
    coach = world.coach()
    sitting = whole(world, coach)
    coach.finish(sitting)
    file = tmp_path / "all.jsonl"
    coach.records.export_all(file)
    other = World(tmp_path / "other").coach()
    assert other.import_all(file).added == 1
    assert other.past(sitting.id).state.dump() == sitting.state.dump()
    import hashlib
    import json

    lines = file.read_text().splitlines()
    line = json.loads(lines[1])
    line["sitting"]["id"] = "forged01"
    line["cards"][0]["id"] = line["sitting"]["card"] = "forged0card1"
    wrote = next(e for e in line["events"] if e["kind"] == "wrote")
    wrote["body"]["start"] = 999
    body = lines[0] + "\n" + json.dumps(line) + "\n"
    seal = json.dumps({"sittings": 1, "sha256": hashlib.sha256(body.encode()).hexdigest()})
    file.write_text(body + seal + "\n")
    with pytest.raises(CoachError, match="reaches beyond the text"):
        other.import_all(file)
    assert len(other.records.sittings()) == 1 and other.close() == 0
    assert faults_in(tmp_path / "other") == []


def test_what_to_do_next_follows_from_what_was_done(world: World) -> None:
    coach = world.coach()
    assert [s.slug for s in coach.suggest()] == ["url-shortener"]
    coach.finish(whole(world, coach))
    coach.records.flush()
    assert coach.suggest()[0].slug == "chat-system"
    with pytest.raises(UsageError, match=r"no phase 9.*1 to 2"):
        coach.suggest(phase=9)


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"problem": "url-shortner"}, "no problem called 'url-shortner'"),
        ({"problem": "url-shortener", "minutes": 20}, "20 minutes does not fit"),
        ({"problem": "url-shortener", "mode": "mock", "timed": False}, "always timed"),
    ],
)
def test_a_start_that_makes_no_sense_is_refused_and_leaves_nothing(world: World, how: dict[str, Any], says: str) -> None:
    coach = world.coach()
    with pytest.raises(UsageError, match=says):
        coach.start(**how)
    coach.records.flush()
    assert coach.records.sittings() == []


def test_an_unreadable_record_is_told_in_a_sentence(world: World) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener")
    sitting.do(cmd.Begin())
    sitting.stop()
    coach.records.flush()
    with closing(sqlite3.connect(coach.records.path)) as db, db:
        db.execute("UPDATE events SET kind = 'sang' WHERE seq = 1")
    for attempt in (lambda: coach.past(sitting.id), coach.resume):
        with pytest.raises(CoachError, match=r"cannot be read.*'sang'"):
            attempt()


def test_hostile_text_in_every_input_comes_back_as_typed(world: World) -> None:
    nasty = "[/x] [@click=app.quit] \x1b]0;x\x07 \x00 \N{GRINNING FACE} \u202e <script> {{ }} ]]>"
    coach = world.coach()
    sitting = coach.start("url-shortener")
    sitting.do(cmd.Begin())
    for part in ("requirements", "worksheet", "notes"):
        sitting.draft(part, nasty)
    sitting.ask(nasty + "\ud83d")
    sitting.reply(sitting.probe().id, nasty)
    coach.finish(sitting)
    kept = coach.past("last")
    assert kept.state.dump() == sitting.state.dump()
    assert {kept.state.texts[p] for p in ("requirements", "worksheet", "notes")} == {nasty}
    assert kept.state.questions[0].question == nasty + "?" and kept.state.replies[0].text == nasty
    assert [r.id for r in coach.records.sittings(Filter(text="<SCRIPT>"))] == [kept.id]
