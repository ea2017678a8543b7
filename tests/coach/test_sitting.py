"""Whole sittings without a screen: typing, time, the interviewer, crashes and other windows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from world import Talker, World, whole

from interviewcoach.errors import CoachError, UsageError
from interviewcoach.interview import commands as cmd
from interviewcoach.interview import events as ev
from interviewcoach.interview.protocol import Mode
from interviewcoach.interview.state import situation
from interviewcoach.interview.transcript import document, timeline
from interviewcoach.sitting import Sitting


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


@pytest.mark.parametrize("mode", ["practice", "mock"])
def test_a_sitting_that_nobody_touched_leaves_no_trace(world: World, mode: Mode) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener", mode=mode)
    sitting.do(cmd.Begin())
    world.wait(sitting, 5)
    sitting.do(cmd.Next())
    assert not sitting.leave() and coach.records.flush()
    assert coach.records.sittings() == [] and coach.unfinished() == []
    with closing(sqlite3.connect(coach.records.path)) as db:
        assert db.execute("SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM leases)").fetchone() == (0,)


TOUCHES: dict[str, Callable[[Sitting], object]] = {
    "a character": lambda sitting: sitting.draft("requirements", "x"),
    "a blank": lambda sitting: sitting.draft("requirements", " "),
    "what was taken back": lambda sitting: (sitting.draft("notes", "x"), sitting.tick(), sitting.draft("notes", "")),
    "notes": lambda sitting: sitting.draft("notes", "x"),
    "the worksheet": lambda sitting: sitting.draft("worksheet", "x = 1"),
    "a question not sent": lambda sitting: sitting.draft("saying", "how"),
    "a question": lambda sitting: sitting.ask("how many?"),
    "a hint": lambda sitting: sitting.hint(),
    "a why": lambda sitting: (sitting.do(cmd.Next()), sitting.why()),
    "a probe": lambda sitting: (sitting.do(cmd.Next()), sitting.probe()),
}


@pytest.mark.parametrize("touch", TOUCHES)
def test_a_sitting_that_was_touched_is_kept(world: World, touch: str) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener")
    sitting.do(cmd.Begin())
    TOUCHES[touch](sitting)
    assert sitting.leave() and coach.records.flush()
    assert [row.id for row in coach.unfinished()] == [sitting.id]


def test_what_somebody_has_named_or_remarked_on_or_taken_over_is_kept(world: World) -> None:
    coach, other = world.coach(), world.coach()
    named, tagged, remarked, taken = (coach.start("url-shortener") for _ in range(4))
    coach.records.flush()
    other.records.rename(named.id, "for later")
    other.records.set_tags(tagged.id, ["later"])
    other.records.put_remark(remarked.id, "begin here")
    with closing(sqlite3.connect(coach.records.path)) as db, db:
        db.execute("UPDATE leases SET token = 'another' WHERE sitting = ?", (taken.id,))
    other.records.flush()
    for sitting in (named, tagged, remarked, taken):
        sitting.leave()
    assert coach.records.flush() and not coach.records.trouble
    assert len(coach.unfinished()) == 4


def test_a_sitting_that_nobody_touched_is_there_after_a_crash(world: World) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener")
    sitting.do(cmd.Begin())
    world.wait(sitting, 5)
    world.kill(coach)
    again = world.coach()
    taken_up = again.resume(sitting.id)
    assert taken_up.state.status == "running" and not taken_up.leave()
    assert again.records.flush() and again.unfinished() == []


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
    saved = (tmp_path / "answer.md").read_text("utf-8")
    assert "typed before anybody knew" in saved and "## Notes\n\nand after" in saved


def test_words_of_a_sitting_that_was_lost_stay_until_they_are_saved(world: World, tmp_path: Path) -> None:
    first = world.coach()
    sitting = first.start("url-shortener")
    sitting.do(cmd.Begin())
    first.records.flush()
    with closing(sqlite3.connect(first.records.path)) as db, db:
        db.execute("UPDATE leases SET beat = 0, host = 'asleep'")
    world.coach().resume()
    sitting.draft("requirements", "words that stand only here")
    first.records.flush()
    assert sitting.read_only
    for _ in range(3):
        world.now += 0.5
        sitting.refresh()
        sitting.tick()
    sitting.save_elsewhere(tmp_path / "answer.md")
    assert "words that stand only here" in (tmp_path / "answer.md").read_text("utf-8")


def test_a_sitting_deleted_under_a_reader_is_told_and_still_shown(world: World) -> None:
    first = world.coach()
    sitting = first.start("url-shortener")
    sitting.do(cmd.Begin())
    sitting.draft("requirements", "soon gone")
    world.wait(sitting, 1)
    first.records.flush()
    watching = world.coach().resume()
    first.records.delete(sitting.id)
    first.records.flush()
    watching.refresh()
    assert "deleted in another window" in watching.read_only and watching.text("requirements") == "soon gone"


def test_while_the_clock_stands_still_a_beat_now_and_then_is_enough(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    coach = world.coach()
    sitting = coach.start("url-shortener")
    sitting.do(cmd.Begin())
    beats: list[int] = []
    monkeypatch.setattr(coach.records, "beat", lambda sitting, seen, active, failed: beats.append(seen))
    world.wait(sitting, 60)
    assert len(beats) >= 55
    sitting.do(cmd.Pause())
    beats.clear()
    world.wait(sitting, 120)
    assert 3 <= len(beats) <= 5


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
