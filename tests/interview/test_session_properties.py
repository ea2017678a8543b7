"""What must hold for any sitting: a replay equals the live state, and no second is lost or invented."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from sittings import Candidate, kept

from interviewcoach.interview import commands as cmd
from interviewcoach.interview import events as ev
from interviewcoach.interview.plain import apply_change, least_change
from interviewcoach.interview.protocol import PHASES, Answer, Curveball, Hint, Probe, Reply, Why
from interviewcoach.interview.state import PARTS, replay

words = st.text(max_size=20)
commands = st.one_of(
    st.sampled_from([
        cmd.Begin(), cmd.Next(), cmd.Back(), cmd.Pause(), cmd.Resume(), cmd.Extend(), cmd.End(), cmd.Stop(),
        cmd.Reopen(), cmd.Tick(), cmd.Tick(), cmd.OpenEditor(), cmd.CloseEditor(), cmd.Abandon(),
    ]),
    st.builds(cmd.Go, st.sampled_from(PHASES)),
    st.builds(cmd.Write, st.sampled_from(PARTS), words),
    st.builds(lambda q, a, f: cmd.RecordAnswers(q, (Answer(q, a, facts=f),)), words, words,
              st.dictionaries(words, words, max_size=2)),
    st.builds(lambda i, t: cmd.RecordProbe(Probe(i, i, t)), words, words),
    st.builds(lambda i, t: cmd.RecordReply(Reply(i, t)), words, words),
    st.builds(lambda s, c: cmd.RecordHint(Hint("c", s, "t", c)), st.integers(1, 3), st.sampled_from([0.8, 1])),
    st.builds(lambda t: cmd.RecordCurveball(Curveball("c", t, (t,))), words),
    st.builds(lambda t: cmd.RecordWhy(Why("w", "c", t)), words),
    st.builds(cmd.Predict, st.just("hire"), st.dictionaries(st.just("scoping"), st.integers(0, 100))),
)  # fmt: skip
gaps = st.one_of(st.floats(0, 100), st.floats(-500, 4000), st.just(0.0))


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(["practice", "mock"]), st.booleans(), st.lists(st.tuples(commands, gaps), max_size=40))
def test_replaying_the_stored_events_gives_the_live_state_byte_for_byte(mode, begun, doings) -> None:
    who = Candidate(mode)
    if begun:
        who.do(cmd.Begin())
    for command, gap in doings:
        earlier = who.state
        who.do(command, after=gap)
        assert who.state.at >= earlier.at and who.state.active >= earlier.active
    assert replay(kept(who.events)).dump() == who.state.dump()
    assert who.state.recorded == sum(not isinstance(e, ev.Beat) for e in who.events)


stretches = st.lists(
    st.tuples(st.sampled_from(["work", "block", "sleep", "pause", "editor", "crash"]), st.integers(1, 900)),
    min_size=1, max_size=30,
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(stretches, st.integers(0, 999))
def test_the_timer_of_a_practice_is_exact_through_blocks_sleeps_pauses_and_crashes(doings, phase_shift) -> None:
    who = Candidate(now=1_700_000_000 + phase_shift / 1000)
    who.do(cmd.Begin())
    worked = 0
    for what, seconds in doings:
        match what:
            case "work":
                who.wait(seconds, every=5)
                worked += seconds
            case "block":
                who.do(cmd.Tick(), after=min(seconds, 90))
                worked += min(seconds, 90)
            case "sleep":
                who.do(cmd.Tick(), after=91 + seconds)
            case "pause":
                who.do(cmd.Pause())
                who.wait(seconds, every=60)
                who.do(cmd.Resume())
            case "editor":
                who.do(cmd.OpenEditor())
                who.do(cmd.CloseEditor(), after=seconds)
                worked += seconds
            case "crash":
                who.state = replay(kept(who.events))
                who.do(cmd.Reopen(), after=seconds)
                who.do(cmd.Resume())
    assert who.state.active == worked * 1000


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(st.floats(0.05, 2), st.floats(2, 600), st.floats(600, 4000)), min_size=1, max_size=60))
def test_a_mock_ends_its_phases_at_the_same_instants_however_the_ticks_fall(gaps) -> None:
    who = Candidate("mock")
    who.do(cmd.Begin())
    for gap in gaps:
        who.do(cmd.Tick(), after=gap)
    who.do(cmd.Tick(), after=2700)
    begun = who.events[1].at
    ends = [e.at - begun for e in who.events if isinstance(e, ev.Entered | ev.Ended)]
    assert ends == [0, 480_000, 1_260_000, 2_400_000, 2_700_000]
    assert who.state.active == 2_700_000


@settings(max_examples=300, deadline=None)
@given(st.text("ab\n", max_size=30), st.text("ab\n", max_size=30))
def test_a_change_leads_from_the_old_text_to_the_new_and_is_no_longer_than_needed(old, new) -> None:
    start, cut, put = least_change(old, new)
    assert apply_change(old, start, cut, put) == new
    assert cut <= len(old) and len(put) <= len(new)
    if cut and put:
        assert old[start] != put[0] and old[start + cut - 1] != put[-1]
