"""What happens around a sitting: scoring, scoring again, moving to another machine, what to do next."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from world import World, whole

from interviewcoach.errors import CoachError, UsageError
from interviewcoach.interview import commands as cmd
from interviewcoach.interview.protocol import Submission
from interviewcoach.interview.transcript import document
from interviewcoach.records import Filter
from interviewcoach.records.repair import faults_in


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


def test_everything_moves_to_another_machine_and_a_forged_course_of_events_does_not(world: World, tmp_path: Path) -> None:
    coach = world.coach()
    sitting = whole(world, coach)
    coach.finish(sitting)
    file = tmp_path / "all.jsonl"
    coach.records.export_all(file)
    other = World(tmp_path / "other").coach()
    assert other.import_all(file).added == 1
    assert other.past(sitting.id).state.dump() == sitting.state.dump()
    lines = file.read_text("utf-8").splitlines()
    line = json.loads(lines[1])
    line["sitting"]["id"] = "forged01"
    line["cards"][0]["id"] = line["sitting"]["card"] = "forged0card1"
    wrote = next(e for e in line["events"] if e["kind"] == "wrote")
    wrote["body"]["start"] = 999
    body = lines[0] + "\n" + json.dumps(line) + "\n"
    seal = json.dumps({"sittings": 1, "sha256": hashlib.sha256(body.encode()).hexdigest()})
    file.write_text(body + seal + "\n", "utf-8", newline="\n")
    with pytest.raises(CoachError, match="reaches beyond the text"):
        other.import_all(file)
    assert len(other.records.sittings()) == 1 and other.close() == 0
    assert faults_in(tmp_path / "other") == []


def without_phases(line: Any) -> None:
    line["events"][0]["body"]["plan"]["phases"] = []


def without_time(line: Any) -> None:
    line["events"][0]["body"]["plan"]["phases"][1]["least"] = 0


def with_a_hint_below_all(line: Any) -> None:
    hint = {"criterion": "hot-links", "step": -1, "text": "t", "credit": 1.0}
    place = next(i for i, event in enumerate(line["events"]) if event["kind"] == "ended")
    at = line["events"][place]["at"]
    line["events"].insert(place, {"at": at, "kind": "hinted", "body": {"phase": "wrap_up", "hint": hint}})


def paused_after(line: Any, place: int) -> None:
    at = line["events"][place]["at"]
    pause = [{"at": at, "kind": "paused", "body": {"why": "asked"}}, {"at": at, "kind": "resumed", "body": {}}]
    line["events"][place + 1 : place + 1] = pause


def with_a_pause_before_it_began(line: Any) -> None:
    paused_after(line, 0)


def with_an_end_that_is_none(line: Any) -> None:
    paused_after(line, 1)
    line["events"].append({"at": line["events"][-1]["at"], "kind": "resumed", "body": {}})


@pytest.mark.parametrize(
    "change", [without_phases, without_time, with_a_hint_below_all, with_a_pause_before_it_began, with_an_end_that_is_none]
)
def test_events_that_would_break_every_command_are_not_taken_in(world: World, tmp_path: Path, change: Any) -> None:
    coach = world.coach()
    coach.finish(whole(world, coach))
    file = tmp_path / "all.jsonl"
    coach.records.export_all(file)
    head, row, _ = file.read_text("utf-8").splitlines()
    line = json.loads(row)
    change(line)
    body = f"{head}\n{json.dumps(line)}\n"
    file.write_text(
        body + json.dumps({"sittings": 1, "sha256": hashlib.sha256(body.encode()).hexdigest()}) + "\n", "utf-8", newline="\n"
    )
    other = World(tmp_path / "other").coach()
    try:
        with pytest.raises(CoachError, match="nothing was imported"):
            other.import_all(file)
    finally:
        other.close()


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


def test_what_was_handed_in_and_never_scored_is_scored_when_next_looked_at(world: World) -> None:
    first = world.coach()
    sitting = whole(world, first)
    first.records.flush()
    second = world.coach()
    second.finish_waiting()
    assert second.past(sitting.id).stored.card is None, "the first window is about to do it"
    world.kill(first)
    world.broken = True
    second.finish_waiting()
    assert second.past(sitting.id).stored.card is None
    world.broken = False
    second.finish_waiting()
    second.finish_waiting()
    assert len(second.past(sitting.id).stored.cards) == 1


def test_a_sitting_that_breaks_the_scorer_keeps_nobody_from_the_others(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first = world.coach()
    bad, good = whole(world, first), whole(world, first)
    world.kill(first)
    second, assess = world.coach(), world.assess

    def breaks(submission: Submission) -> dict[str, Any]:
        if not world.handed_in:
            world.handed_in.append(submission)
            raise ZeroDivisionError
        return assess(submission)

    monkeypatch.setattr(second, "assess", breaks)
    second.finish_waiting()
    cards = [second.past(sitting.id).stored.card for sitting in (bad, good)]
    assert cards[0] is None and cards[1] is not None


@pytest.mark.parametrize("broken", [False, True])
def test_a_sitting_is_held_until_its_card_is_kept_and_no_longer(world: World, monkeypatch, broken: bool) -> None:
    first, second = world.coach(), world.coach()
    sitting = whole(world, first)
    assess, seen = world.assess, []

    def watched(submission: Submission) -> dict[str, Any]:
        first.records.flush()
        seen.append([row.id for row in second.records.unscored()])
        return assess(submission)

    monkeypatch.setattr(first, "assess", watched)
    world.broken = broken
    with suppress(CoachError):
        first.finish(sitting)
    first.records.flush()
    assert seen == [[]], "another window would score it, too"
    assert [row.id for row in second.records.unscored()] == ([sitting.id] if broken else [])
    with closing(sqlite3.connect(first.records.path)) as db:
        assert db.execute("SELECT count(*) FROM leases").fetchone() == (0,)
