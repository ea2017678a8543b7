from __future__ import annotations

import pytest
from sittings import NOON, Candidate, at

from interviewcoach.interview import commands as cmd
from interviewcoach.interview import events as ev
from interviewcoach.interview.clock import clock
from interviewcoach.interview.protocol import Answer, Curveball, Hint, Probe, Reply, Why
from interviewcoach.interview.session import start, step, why_not


def kinds(events: list[ev.Event] | tuple[ev.Event, ...]) -> list[str]:
    return [type(event).__name__ for event in events if not isinstance(event, ev.Beat)]


def test_nothing_runs_during_the_briefing() -> None:
    who = Candidate("mock")
    assert who.wait(3600, every=600) == []
    assert who.state.active == 0 and who.state.status == "briefing"


def test_a_practice_moves_only_when_asked_and_records_overtime_at_its_true_time() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    seen = who.wait(10 * 60)
    assert [(type(e).__name__, at(e)) for e in seen] == [("Warned", 420), ("Overran", 480)]
    assert who.state.phase == "requirements" and who.state.used_in("requirements") == 600_000
    assert clock(who.state).words == "over by 2:00"


def test_a_mock_moves_on_by_itself_and_ends_on_the_second() -> None:
    who = Candidate("mock")
    who.do(cmd.Begin())
    seen = who.wait(46 * 60, every=7)
    moves = [(type(e).__name__, at(e)) for e in seen]
    assert moves == [
        ("Warned", 420), ("Warned", 470), ("Entered", 480),
        ("Warned", 1200), ("Warned", 1250), ("Entered", 1260),
        ("Warned", 2340), ("Warned", 2390), ("Entered", 2400),
        ("Warned", 2640), ("Warned", 2690), ("Ended", 2700),
    ]  # fmt: skip
    assert who.state.active == 45 * 60_000 and who.state.ending == "time"


def test_one_tick_may_cross_everything_and_each_end_has_its_true_time() -> None:
    every_second, asleep = Candidate("mock"), Candidate("mock")
    for who in (every_second, asleep):
        who.do(cmd.Begin())
    every_second.wait(3 * 3600)
    asleep.do(cmd.Tick(), after=3 * 3600)
    crossed = [e for e in every_second.events if not isinstance(e, ev.Beat)]
    assert [e for e in asleep.events if not isinstance(e, ev.Beat)] == crossed


def test_a_closed_lid_is_a_pause_in_practice() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    who.wait(60)
    assert kinds(who.do(cmd.Tick(), after=3 * 3600)) == ["Paused", "Resumed"]
    assert who.state.active == 60_000
    (gap,) = who.state.breaks
    assert (gap.why, gap.end - gap.start) == ("away", 3 * 3600 * 1000)
    who.wait(5)
    assert who.state.active == 65_000


def test_ninety_quiet_seconds_are_still_work() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    who.do(cmd.Tick(), after=90)
    assert who.state.active == 90_000 and who.state.breaks == ()


def test_an_editor_of_ones_own_is_work_and_not_an_absence() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    who.do(cmd.OpenEditor())
    who.do(cmd.CloseEditor(), after=600)
    assert who.state.active == 600_000
    assert [at(e) for e in who.events if isinstance(e, ev.Overran)] == [480]


def test_pauses_stop_the_clock_and_are_refused_in_a_mock() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    who.do(cmd.Pause(), after=30)
    who.do(cmd.Resume(), after=5000)
    who.do(cmd.Tick(), after=10)
    assert who.state.active == 40_000
    mock = Candidate("mock")
    mock.do(cmd.Begin())
    assert "cannot be paused" in why_not(mock.state, cmd.Pause())
    assert kinds(mock.do(cmd.Pause(), after=3)) == []
    assert mock.state.status == "running" and mock.state.active == 3000


def test_going_back_and_forth_adds_to_the_phase_it_belongs_to() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    who.do(cmd.Next(), after=80)
    who.do(cmd.Back(), after=20)
    who.do(cmd.Go("wrap_up"), after=7)
    who.do(cmd.Tick(), after=3)
    used = {phase: who.state.used_in(phase) for phase in ("requirements", "high_level", "deep_dive", "wrap_up")}
    assert used == {"requirements": 87_000, "high_level": 20_000, "deep_dive": 0, "wrap_up": 3000}
    assert "last phase" in why_not(who.state, cmd.Next())


def test_a_mock_has_no_way_back_and_no_jumps() -> None:
    who = Candidate("mock")
    who.do(cmd.Begin())
    who.do(cmd.Next(), after=60)
    assert who.state.phase == "high_level"
    for command in (cmd.Back(), cmd.Go("requirements"), cmd.Go("wrap_up")):
        assert why_not(who.state, command)
        assert kinds(who.do(command)) == []


def test_extending_gives_time_and_a_new_warning_until_the_range_is_used_up() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    who.wait(500)
    who.do(cmd.Extend())
    assert who.state.limits["requirements"] == 600_000 and who.state.overran == ()
    assert [(type(e).__name__, at(e)) for e in who.wait(120)] == [("Warned", 540), ("Overran", 600)]
    assert "at its longest, 10 minutes" in why_not(who.state, cmd.Extend())


def test_an_untimed_sitting_keeps_times_and_never_warns() -> None:
    who = Candidate(timed=False)
    who.do(cmd.Begin())
    assert who.wait(7200, every=60) == []
    assert who.state.active == 7200_000
    assert clock(who.state).words == "untimed"


def test_a_clock_set_back_costs_nothing_and_never_runs_backwards() -> None:
    who = Candidate("mock")
    who.do(cmd.Begin())
    who.wait(100)
    assert kinds(who.do(cmd.Tick(), after=-3600)) == ["ClockSet"]
    assert who.state.active == 100_000
    who.wait(50)
    assert who.state.active == 150_000
    assert kinds(who.events[-1:]) == []


def test_a_window_that_died_costs_no_working_time_in_either_mode() -> None:
    for mode in ("practice", "mock"):
        who = Candidate(mode)
        who.do(cmd.Begin())
        who.wait(100)
        assert kinds(who.do(cmd.Reopen(), after=5000)) == ["Paused"]
        who.do(cmd.Resume(), after=10)
        who.wait(5)
        assert who.state.active == 105_000
        assert who.state.breaks[0].why == "stopped"


def test_a_window_that_closed_in_order_reopens_without_another_break() -> None:
    who = Candidate("mock")
    who.do(cmd.Begin())
    who.do(cmd.Stop(), after=30)
    assert who.do(cmd.Reopen(), after=9999) and len(who.state.breaks) == 1
    who.do(cmd.Resume())
    assert who.state.active == 30_000 and who.state.breaks[0].end is not None


def test_text_is_kept_as_changes_and_read_back_whole() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    for text in ("a cache", "a write-back cache", "a cache [/x] \x00 \N{GRINNING FACE}", ""):
        who.do(cmd.Write("requirements", text), after=1)
        assert who.state.texts["requirements"] == text
    assert who.events[2].put == "a cache" and who.events[3].put == "write-back "
    assert who.state.first_words == {"requirements": 1000}
    who.do(cmd.Write("requirements", "half a character: \ud83d"))
    assert who.state.texts["requirements"] == "half a character: ?"


def test_writing_is_possible_in_a_pause_but_in_a_mock_only_to_the_current_phase() -> None:
    who = Candidate()
    assert kinds(who.do(cmd.Write("requirements", "too early"))) == []
    who.do(cmd.Begin())
    who.do(cmd.Pause())
    assert kinds(who.do(cmd.Write("deep_dive", "an idea"))) == ["Wrote"]
    assert "more than 1,000,000" in why_not(who.state, cmd.Write("notes", "x" * 1_000_001))
    assert "no part" in why_not(who.state, cmd.Write("poem", "x"))
    mock = Candidate("mock")
    mock.do(cmd.Begin())
    assert kinds(mock.do(cmd.Write("wrap_up", "early"))) == []
    assert kinds(mock.do(cmd.Write("worksheet", "dau = 5M"))) == ["Wrote"]


PROBE = cmd.RecordProbe(Probe("p1", "hot-links", "A link goes viral.", "a cache"))
HINT = cmd.RecordHint(Hint("hot-links", 1, "Think of a miss.", 0.8))
TWIST = cmd.RecordCurveball(Curveball("c1", "Legal wants links deletable.", ("deletes",)))
WHY = cmd.RecordWhy(Why("w1", "hot-links", "Why a cache?"))


def test_the_exchange_is_recorded_with_its_words() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    answer = Answer("how many?", "A hundred million.", "known", "traffic", {"new": "100M links/month"})
    who.do(cmd.RecordAnswers("how many?", (answer,)))
    who.do(PROBE)
    who.do(cmd.RecordReply(Reply("p1", "One request goes through.", "hot-links")))
    who.do(HINT)
    who.do(WHY)
    state = who.state
    assert state.questions[0].answers == (answer,) and state.probes == (PROBE.probe,)
    assert state.replies[0].text == "One request goes through." and state.hints == (HINT.hint,)
    assert state.whys == (("requirements", WHY.why),)


def test_each_mode_has_its_own_help() -> None:
    practice, mock = Candidate(), Candidate("mock")
    for who in (practice, mock):
        who.do(cmd.Begin())
    assert why_not(mock.state, HINT) and why_not(mock.state, WHY) and not why_not(mock.state, TWIST)
    assert not why_not(practice.state, HINT) and why_not(practice.state, TWIST)
    mock.do(TWIST)
    assert "already" in why_not(mock.state, TWIST)
    practice.do(WHY)
    assert why_not(practice.state, WHY)
    practice.do(cmd.Next())
    assert not why_not(practice.state, WHY)


def test_five_probes_are_enough() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    for number in range(7):
        who.do(cmd.RecordProbe(Probe(f"p{number}", "c", "And then?")))
    assert len(who.state.probes) == 5


def test_a_guess_is_taken_once_and_only_at_the_end() -> None:
    who = Candidate()
    guess = cmd.Predict("hire", {"scoping": 70})
    who.do(cmd.Begin())
    assert kinds(who.do(guess)) == []
    who.do(cmd.End(), after=60)
    assert kinds(who.do(guess, after=5)) == ["Predicted"]
    assert "already" in why_not(who.state, guess)
    assert who.state.active == 60_000


def test_after_the_end_nothing_changes_any_more() -> None:
    for ending in (cmd.End(), cmd.Abandon()):
        who = Candidate()
        who.do(cmd.Begin())
        who.do(ending, after=9)
        before = who.state
        for command in (cmd.Tick(), cmd.Next(), cmd.Write("notes", "x"), cmd.Resume(), PROBE, cmd.Stop()):
            assert who.do(command, after=-50) == ()
        assert who.state == before


def test_only_a_practice_asks_for_reasons() -> None:
    plan = Candidate().state.setup.plan
    state, _ = start("x", plan, NOON, mode="mock", whys=True)
    assert state.setup.whys is False
    state, _ = step(state, cmd.Begin(), NOON)
    assert "switched off" in why_not(state, WHY)


@pytest.mark.parametrize(
    ("kind", "body", "says"),
    [
        ("sang", {}, "no event is called 'sang'"),
        ("resumed", {"loud": 1}, "a field 'loud'"),
        ("paused", {}, "lacks 'why'"),
        ("paused", {"why": "bored"}, "why is not one of"),
        ("wrote", {"part": "notes", "start": True, "cut": 0, "put": ""}, "start is not a whole number"),
        ("warned", {"phase": "requirements", "left": 2**80}, "left is not a whole number"),
        ("predicted", {"verdict": "hire", "axes": [1]}, "axes is not an object"),
        ("hinted", {"phase": "wrap_up", "hint": {"criterion": "c", "step": 1, "text": "t", "credit": "much"}},
         "hint.credit is not a number"),
    ],
)  # fmt: skip
def test_a_record_that_does_not_fit_is_refused_by_name(kind: str, body: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says.replace("(", r"\(")):
        ev.decode(kind, 5, body)


def test_words_being_typed_at_the_bell_of_a_mock_still_count() -> None:
    who = Candidate("mock")
    who.do(cmd.Begin())
    who.wait(478)
    events = who.do(cmd.Write("requirements", "the last words"), after=4)
    assert kinds(events) == ["Entered", "Wrote"]
    assert who.state.phase == "high_level" and who.state.texts["requirements"] == "the last words"
    who.do(cmd.Write("requirements", "much too late"), after=4)
    assert who.state.texts["requirements"] == "the last words"
    who.wait(2700)
    before = who.state.active
    who.state, events = step(who.state, cmd.Write("wrap_up", "at the very end"), NOON + 2701)
    assert kinds(events) == ["Wrote"] and who.state.active == before == 2_700_000
    assert step(who.state, cmd.Write("wrap_up", "an hour later"), NOON + 6301)[1] == ()
