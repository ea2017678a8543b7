"""A phase is graded by what stands under it: a single line is a step hardly taken, and a mistake weighs most where it is told."""

from __future__ import annotations

import pytest
import scoring_world as world

from interviewcoach.content.ids import PHASE_IDS
from interviewcoach.scoring.grading import together
from interviewcoach.scoring.scorecard import Scorecard, verdict_of
from interviewcoach.scoring.weights import DEFAULT

SLUG = "key-value-store"
HEADS = {"requirements": "Requirements", "high_level": "High-level design", "deep_dive": "Deep dive", "wrap_up": "Wrap-up"}


def parts(slug: str = SLUG, kind: str = "strong") -> dict[str, str]:
    text = (world.CALIBRATION / slug / f"{kind}.md").read_text("utf-8")
    found, phase = dict.fromkeys(HEADS, ""), ""
    for line in text.split("\n"):
        opened = [p for p, head in HEADS.items() if line.startswith("#") and head.lower() in line.lower()]
        phase = opened[0] if opened else phase
        if phase and not opened:
            found[phase] += line + "\n"
    assert all(found.values())
    return found


def card(sections: dict[str, str]) -> Scorecard:
    return world.assessor().score(SLUG, "\n\n".join(f"## {HEADS[p]}\n{text}" for p, text in sections.items()))


@pytest.mark.parametrize("phase", HEADS)
def test_a_phase_of_one_line_scores_little_though_all_of_it_is_said_elsewhere(phase: str) -> None:
    whole = parts()
    other = "deep_dive" if phase != "deep_dive" else "wrap_up"
    moved = {**whole, phase: "As told there.", other: whole[other] + "\n" + whole[phase]}
    scored = card(moved)
    assert card(whole).phases[phase] > 80
    assert scored.phases[phase] < 25
    assert any(HEADS[phase] in gate for gate in scored.gates)


def test_the_arrows_of_a_sketch_are_no_empty_space() -> None:
    boxes = "client gateway coordinator ring replicas memtable commit log sstables compaction disk hints peer tree repair".split()
    whole = parts()
    sketched, listed = (card({**whole, "high_level": between.join(boxes)}) for between in (" -> ", " "))
    assert not [gate for gate in sketched.gates if HEADS["high_level"] in gate]
    assert [gate for gate in listed.gates if HEADS["high_level"] in gate]


def test_a_text_without_headings_has_no_thin_phases() -> None:
    assert not [gate for gate in world.assessor().score(SLUG, "\n\n".join(parts().values())).gates if "too little" in gate]


def test_a_few_sentences_without_headings_are_no_answer() -> None:
    few = "\n\n".join(text.strip().split("\n")[0] for text in parts().values())
    scored = world.assessor().score(SLUG, few)
    assert len(few.split()) < 120
    assert scored.verdict == "no_hire"
    assert any("each of the four phases" in gate for gate in scored.gates)


@pytest.mark.parametrize(
    ("claim", "heard"),
    [
        (
            "Replication is asynchronous, but R + W > N still guarantees linearizable reads and no write is ever lost.",
            "red_flags",
        ),
        ("One day brings 20M writes x 1 KB = 20 TB.", "arithmetic"),
    ],
)
def test_a_mistake_weighs_most_in_the_phase_that_tells_it(claim: str, heard: str) -> None:
    whole = parts()
    right = card(whole)
    lost = {}
    for told in ("requirements", "wrap_up"):
        wrong = card({**whole, told: f"{whole[told]}\n{claim}\n"})
        assert len(getattr(wrong, heard)) > len(getattr(right, heard)), "the claim has to be heard for this to show anything"
        lost[told] = {phase: right.phases[phase] - wrong.phases[phase] for phase in HEADS}
    assert lost["requirements"]["requirements"] > lost["wrap_up"]["requirements"] + 5
    assert lost["wrap_up"]["wrap_up"] > lost["requirements"]["wrap_up"] + 5


def test_a_lone_mistake_may_be_a_slip_of_the_tongue_and_a_second_one_spoils_more_than_twice_as_much() -> None:
    whole = parts()
    right = card(whole).phases["wrap_up"]
    text = whole["wrap_up"] + "\n"
    told = []
    reads = "Replication is asynchronous, but R + W > N still guarantees linearizable reads."
    for claim in ("One day brings 20M writes x 1 KB = 20 TB.", reads):
        text += claim + "\n"
        told.append(right - card({**whole, "wrap_up": text}).phases["wrap_up"])
    assert told[0] > 5
    assert told[1] > 2 * told[0]


def test_half_an_interview_is_worth_what_it_designs() -> None:
    def worth(*taken: str) -> float:
        return together({phase: 93.0 if phase in taken else 8.0 for phase in PHASE_IDS}, DEFAULT)

    talk = worth("requirements", "wrap_up")
    outline = worth("requirements", "high_level")
    core = worth("deep_dive", "wrap_up")
    assert verdict_of(talk) == "lean_no_hire"
    assert verdict_of(outline) == "lean_hire"
    assert verdict_of(core) == "hire"
    assert verdict_of(worth("deep_dive")) == "lean_hire"
    assert verdict_of(worth("high_level")) == verdict_of(worth("wrap_up")) == "no_hire"


def test_what_stands_alone_in_one_wording_may_be_words_taken_amiss() -> None:
    whole = parts()
    once = "Replication is asynchronous, but R + W > N still guarantees linearizable reads."
    again = "With R + W > N a read is linearizable, so it always returns the newest value."
    others = (
        "Last write wins by the clock, so nothing is ever lost. We add more replicas, so writes become faster. "
        "One day brings 20M writes x 1 KB = 20 TB."
    )

    def sure(text: str) -> bool:
        flags = card({**whole, "wrap_up": f"{whole['wrap_up']}\n{text}\n"}).red_flags
        return next(flag.sure for flag in flags if flag.id == "quorum-taken-for-consensus")

    assert not sure(once)
    assert sure(f"{once} {again}")
    assert sure(f"{once} {others}")


def test_three_serious_mistakes_are_a_pattern_and_two_are_none() -> None:
    assert 3 * DEFAULT.gravity["serious"] > DEFAULT.pattern > 2 * DEFAULT.gravity["serious"] * DEFAULT.repeated


def test_a_deep_dive_of_a_few_words_is_not_said_to_be_missing() -> None:
    begun = card({"requirements": "Get.", "high_level": "A service.", "deep_dive": "Shard by key.", "wrap_up": "That is it."})
    assert "the deep dive shows hardly anything" in begun.gates


@pytest.mark.parametrize("phase", HEADS)
def test_a_phase_whose_heading_is_missing_was_left_out_like_one_with_nothing_under_it(phase: str) -> None:
    whole = parts()
    without = {name: text for name, text in whole.items() if name != phase}
    assert card(without).phases[phase] == card({**whole, phase: ""}).phases[phase]
