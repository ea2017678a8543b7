from __future__ import annotations

import re
from dataclasses import replace

import pytest
from sittings import Candidate

from interviewcoach.interview import commands as cmd
from interviewcoach.interview.clock import clock, minutes
from interviewcoach.interview.delivery import _losses, conduct_told, delivery_told
from interviewcoach.interview.pace import pace
from interviewcoach.interview.protocol import PHASES, Curveball, Reply
from interviewcoach.interview.transcript import document, submission, timeline
from interviewcoach.scoring.scorecard import figure


def sit(*spent: int, first_after: int = 10, silent: tuple[str, ...] = ()) -> Candidate:
    """A practice with so many minutes in each phase, a word in each that is not silent."""
    who = Candidate()
    who.do(cmd.Begin())
    for phase, length in zip(PHASES, spent, strict=True):
        rest = length * 60
        if phase == "requirements":
            who.wait(min(first_after, rest), every=60)
            rest -= min(first_after, rest)
        if phase not in silent:
            who.do(cmd.Write(phase, f"words about {phase}"))
        who.wait(rest, every=60)
        who.do(cmd.Next())
    who.do(cmd.End())
    return who


def test_keeping_to_the_plan_is_full_marks() -> None:
    assert pace(sit(8, 13, 19, 5).state).delivery == 100
    assert pace(sit(6, 11, 16, 5).state).delivery == 100


def test_every_fault_costs_and_none_is_free() -> None:
    best = 100
    late = pace(sit(8, 13, 19, 5, first_after=300).state).delivery
    long = pace(sit(16, 13, 19, 5).state).delivery
    hasty = pace(sit(1, 3, 4, 1).state).delivery
    silent_end = pace(sit(8, 13, 19, 5, silent=("wrap_up",)).state).delivery
    skipped = pace(sit(8, 13, 0, 5, silent=("deep_dive",)).state).delivery
    assert all(figure is not None and 0 <= figure < best for figure in (late, long, hasty, silent_end, skipped))
    assert skipped < silent_end and hasty < long


def test_a_skipped_phase_is_named() -> None:
    result = pace(sit(8, 13, 0, 5, silent=("deep_dive",)).state)
    assert [p.phase for p in result.phases if p.skipped] == ["deep_dive"]


def test_overtime_and_pauses_are_facts_of_the_pace() -> None:
    who = sit(10, 13, 19, 5)
    assert pace(who.state).phases[0].over == 120_000
    who = Candidate()
    who.do(cmd.Begin())
    who.do(cmd.Pause(), after=5)
    who.do(cmd.Resume(), after=50)
    result = pace(who.state)
    assert (result.pauses, result.stopped, result.first_words) == (1, 50_000, None)


def test_untimed_and_unbegun_sittings_have_no_delivery() -> None:
    untimed = Candidate(timed=False)
    untimed.do(cmd.Begin())
    assert pace(untimed.state).delivery is None
    assert pace(Candidate().state).delivery is None


def test_the_document_has_the_four_headings_in_order() -> None:
    who = sit(8, 13, 19, 5, silent=("high_level",))
    lines = document(who.state).splitlines()
    assert [line for line in lines if line.startswith("##")] == [
        "## Requirements", "## High-level design", "## Deep dive", "## Wrap-up",
    ]  # fmt: skip
    assert lines[2] == "words about requirements" and "" not in document(who.state).split("\n\n")


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("# Scale\n## Who\n### How\n#tag", "### Scale\n#### Who\n### How\n#tag"),
        ("```\n# no heading\n```\n## Deep dive\nx", "```\n# no heading\n```\n#### Deep dive\nx"),
        ("## Requirements\nx\n## Deep dive\ny", "## Requirements\nx\n## Deep dive\ny"),
    ],
)
def test_headings_in_a_box_stay_within_its_phase_unless_a_whole_answer_is_pasted(written: str, stands: str) -> None:
    who = Candidate()
    who.do(cmd.Begin())
    who.do(cmd.Write("requirements", written))
    assert document(who.state).startswith(f"## Requirements\n\n{stands}\n")


def test_a_submission_carries_all_that_counts() -> None:
    who = sit(8, 13, 19, 5)
    state = who.state
    handed_in = submission(state)
    assert handed_in.delivery == 100 and handed_in.problem == "url-shortener" and handed_in.replies == ()
    who = Candidate()
    who.do(cmd.Begin())
    who.do(cmd.RecordReply(Reply("p", "so", "c")))
    assert submission(who.state).replies == (Reply("p", "so", "c"),)


def test_the_timeline_steps_through_the_text_as_it_was_typed() -> None:
    who = Candidate()
    who.do(cmd.Begin())
    for text in ("a", "ab", "abc"):
        who.do(cmd.Write("requirements", text), after=2)
    moments = timeline(who.events)
    assert [m.state.texts.get("requirements", "") for m in moments] == ["", "", "a", "ab", "abc"]
    assert [m.active for m in moments] == [0, 0, 2000, 4000, 6000]


def test_the_clock_says_in_words_what_its_colour_means() -> None:
    who = Candidate()
    assert clock(who.state).signal == "stopped" and clock(who.state).now is None
    who.do(cmd.Begin())
    assert (clock(who.state).signal, clock(who.state).words) == ("calm", "on pace")
    who.wait(430)
    assert (clock(who.state).signal, clock(who.state).words) == ("soon", "0:50 left")
    who.wait(170)
    who.do(cmd.Next())
    assert (clock(who.state).signal, clock(who.state).words) == ("behind", "2:00 behind plan")
    assert [p.place for p in clock(who.state).phases] == ["done", "now", "ahead", "ahead"]
    assert minutes(-61_000) == "1:01"


def test_what_lowered_the_delivery_is_told_dearest_first_with_its_mend() -> None:
    assert delivery_told(sit(8, 13, 19, 5).state).endswith("a twentieth of the grade: nothing was lost.")
    told = delivery_told(sit(8, 13, 4, 5, first_after=300, silent=("wrap_up",)).state)
    assert "Lowered by: Deep dive got only 4:00 of 19:00 (−20), the wrap-up holds no words (−15), the first words came" in told
    assert told.endswith("Next time: stay 12:00 or longer in Deep dive.")
    assert "Requirements took 16:00 (−9)" in delivery_told(sit(16, 13, 19, 5).state)
    assert "Deep dive was skipped" in delivery_told(sit(8, 13, 0, 5, silent=("deep_dive",)).state)


def test_the_losses_told_are_all_that_is_missing() -> None:
    state = sit(3, 20, 30, 1, first_after=200, silent=("wrap_up",)).state
    assert round(sum(loss.points for loss in _losses(state)) + (pace(state).delivery or 0)) == 100


def test_a_phase_that_was_given_more_is_told_with_all_that_it_had() -> None:
    who = Candidate()
    for command in (cmd.Begin(), cmd.Next(), cmd.Next(), cmd.Write("deep_dive", "words"), cmd.Extend()):
        who.do(command)
    who.wait(62, every=60)
    who.do(cmd.End())
    assert "Deep dive got only 1:02 of 20:00" in delivery_told(who.state)


@pytest.mark.parametrize("spent", [(3, 20, 30, 1), (1, 1, 1, 1), (12, 13, 19, 4), (11, 13, 19, 5), (0, 0, 1, 0)])
def test_what_is_told_adds_up_to_the_figure_beside_it(spent: tuple[int, ...]) -> None:
    state = sit(*spent, first_after=200, silent=("wrap_up",)).state
    told = [int(points) for points in re.findall(r"\(−(\d+)\)", delivery_told(state))]
    assert 100 - sum(told) == figure(pace(state).delivery or 0)
    assert len(told) <= 4 and told[:3] == sorted(told[:3], reverse=True)


def test_what_came_up_and_got_no_reply_is_told_with_how_far_the_answer_deals_with_it() -> None:
    up = Curveball("lost", "A rack is lost.", ("failover", "drain"))
    state = replace(sit(8, 13, 19, 5).state, curveball=up)
    card = {"criteria": [{"id": "failover", "tier": 2}, {"id": "drain", "tier": 0}, {"id": "other", "tier": 3}]}
    told = conduct_told(state, card)
    assert told.endswith("What came up got no reply: “A rack is lost.” Of its 2 criteria the answer shows 1.")
    assert "shows none." in conduct_told(state, {"criteria": [{"id": "failover", "tier": 0}]})
    assert "came up" not in conduct_told(replace(state, replies=(Reply("lost", "The others take over."),)), card)
    assert "came up" not in conduct_told(sit(8, 13, 19, 5).state, card)
