"""Nobody gets a grade for words that were placed for the scorer."""

from __future__ import annotations

import pickle
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import scoring_attacks as attacks
import scoring_world as world

from interviewcoach.scoring.stuffing import Suspicion, doubt_of_all

LEAN_HIRE = 55.0
SLUGS = world.slugs()


@pytest.mark.parametrize(("slug", "every"), [*((slug, 9) for slug in SLUGS), *((slug, 1) for slug in SLUGS[::11])])
def test_lists_and_templates_earn_next_to_nothing(slug: str, every: int) -> None:
    """All wordings make megabytes, which takes a while: a ninth of them is tried on every problem."""
    phrases = attacks.phrases(slug)[::every]
    in_a_row, in_bullets, in_sentences = ", ".join(phrases), attacks.as_bullets(phrases), attacks.in_a_template(phrases)
    assert world.overall(slug, in_a_row) <= 15
    assert world.overall(slug, in_bullets) <= 15
    assert world.overall(slug, in_sentences) <= 25
    assert world.overall(slug, attacks.statement_echoed(slug)) <= 3
    if every > 1:
        assert world.overall(slug, attacks.under_each_heading(in_a_row)) <= 15
        assert world.overall(slug, attacks.under_each_heading(in_bullets)) <= 15
        assert world.overall(slug, attacks.under_each_heading(in_sentences)) <= 25


@pytest.mark.parametrize("slug", SLUGS)
def test_nor_do_the_very_wordings_of_each_criterion_where_they_count(slug: str) -> None:
    assert world.overall(slug, attacks.each_in_its_phase(slug, ", ".join)) <= 15
    assert world.overall(slug, attacks.each_in_its_phase(slug, attacks.in_threes)) <= 25
    assert world.overall(slug, attacks.each_in_its_phase(slug, attacks.in_templates_by_turns)) <= 25
    for template in attacks.TEMPLATES[:5]:
        told = attacks.each_in_its_phase(slug, lambda rows, one=template: "\n".join(one.format(row) for row in rows))
        assert world.overall(slug, told) <= 25, template


@pytest.mark.parametrize("slug", SLUGS)
def test_what_the_interviewer_told_is_no_design(slug: str) -> None:
    """Noted under Requirements it is what is wanted; copied into the other phases it is nothing of one's own."""
    told = [known.answer for known in world.catalogue().problem(slug).interviewer.knows]
    assert world.overall(slug, "## Requirements\n" + "\n".join(f"- {fact}" for fact in told)) < LEAN_HIRE
    headings = "High-level design", "Deep dive", "Wrap-up"
    spread = (f"## {heading}\n" + "\n".join(told[i::3]) for i, heading in enumerate(headings))
    assert world.overall(slug, "\n".join(spread)) <= 15


def test_a_wish_names_what_the_design_explains() -> None:
    mechanism = "- hot links are read through a Redis cache with a TTL of an hour, which on a miss is filled from the table"
    wished, designed = (world.shown(f"## {heading}\n{mechanism}") for heading in ("Requirements", "Deep dive"))
    assert {name for name, tier in wished.items() if tier > 1} < {name for name, tier in designed.items() if tier > 1}
    reckoned = "- 4,000 reads/s against one table at 1,000/s, so hot links come from a Redis cache with a TTL of an hour"
    assert max(world.shown(f"## Requirements\n{reckoned}").values()) > 1


def test_what_users_can_do_is_a_list_and_no_template() -> None:
    """Honest people say so many things in one frame; what they say counts as in other words."""
    can = ["Users can shorten a link", "Users can choose an alias", "Users can set an expiry", "Users can see click counts"]
    more = [*can, "Users can delete their links", "Users can report a bad link", "Users can edit a link"]
    few, many = (world.evidence("## Requirements\n" + "\n".join(f"- {row}" for row in rows)) for rows in (can, more))
    assert few.doubt is many.doubt is Suspicion.NONE
    assert all(many.shown[name].tier >= one.tier > 0 for name, one in few.shown.items() if one.tier)


def test_what_is_left_out_may_be_told_in_a_row() -> None:
    told = "## Requirements\n{}: login, billing, search, editing, moderation and ads."
    assert world.shown(told.format("Out of scope"))["scope-drawn"] == 2
    assert world.shown(told.format("Components")) == {}


def test_a_frame_that_returns_again_and_again_is_a_template_whatever_stands_beside_it() -> None:
    told = [f"Reads come from a cache in front of the table, because {word} are {i}:1." for i, word in enumerate(WORDS)]
    beside = [
        f"{name} sat by the window of the kitchen, dreaming of chapter {i}." for i, name in enumerate(["Ann", "Bob", "Eve"] * 20)
    ]
    few, many, among_others = (world.evidence("\n".join(rows)) for rows in (told[:14], told, [*told, *beside]))
    assert few.doubt is Suspicion.NONE and many.doubt is Suspicion.TEMPLATE
    explained = [max(one.tier for one in evidence.shown.values()) >= 2 for evidence in (few, many, among_others)]
    assert explained == [True, False, False]


WORDS = "reads opens clicks follows visits loads calls views hits taps lookups requests fetches jumps pulls".split()


HEAPS = sorted(world.CALIBRATION.rglob("stuffed.md"))


@pytest.mark.parametrize("path", HEAPS, ids=lambda path: f"{path.parent.parent.name}-{path.parent.name}")
def test_a_heap_of_right_terms_is_far_from_any_hire(path: Path) -> None:
    assert world.overall(path.parent.name, path.read_text(encoding="utf-8")) < 25


@pytest.mark.parametrize("kind", ["terse", "solid", "mid"])
@pytest.mark.parametrize("slug", SLUGS[:4])
def test_notes_in_few_words_are_no_heap(slug: str, kind: str) -> None:
    """Neither an answer nor one of its phases alone, as it stands in the middle of a sitting."""
    for path in world.CALIBRATION.rglob(f"{slug}/{kind}.md"):
        text = path.read_text(encoding="utf-8")
        for part in [text, *text.split("## ")[1:]]:
            readings = [world.rubric(slug).reader.read(row) for row in part.split("\n")[1:]]
            assert doubt_of_all(readings) is Suspicion.NONE


@pytest.mark.parametrize("slug", SLUGS)
def test_a_good_answer_spoilt_is_no_hire(slug: str) -> None:
    assert world.overall(slug, world.catalogue().model_answer(slug)) >= 85
    assert world.overall(slug, attacks.without_verbs(slug)) < LEAN_HIRE
    assert world.overall(slug, attacks.negated(slug)) < LEAN_HIRE


@pytest.mark.parametrize("slug", SLUGS)
def test_the_words_of_a_good_answer_in_disorder_are_none(slug: str) -> None:
    answer = world.catalogue().model_answer(slug)
    assert world.overall(slug, attacks.in_disorder(answer)) <= 15
    assert world.overall(slug, attacks.in_disorder(answer, backwards=True)) <= 15


def test_even_notes_in_few_words_seldom_hide_their_disorder() -> None:
    """They have few of the little words that tell it."""
    told = [(path.parent.name, path.read_text(encoding="utf-8")) for path in sorted(world.CALIBRATION.glob("*/*/terse.md"))]
    caught = [world.overall(slug, attacks.in_disorder(answer)) <= 15 for slug, answer in told[::4]]
    assert len(caught) > 40 and sum(caught) >= 0.7 * len(caught)


@pytest.mark.parametrize("slug", SLUGS)
def test_saying_everything_twice_changes_nothing(slug: str) -> None:
    answer = world.catalogue().model_answer(slug)
    once, twice = world.assessor().score(slug, answer), world.assessor().score(slug, f"{answer}\n\n{answer}")
    assert twice.overall == pytest.approx(once.overall, abs=0.1)
    assert {c.id: c.tier for c in twice.criteria} == {c.id: c.tier for c in once.criteria}


@pytest.mark.parametrize("name", attacks.NOISE)
def test_noise_earns_nothing_and_breaks_nothing(name: str) -> None:
    for slug in SLUGS[:4]:
        card = world.assessor().score(slug, attacks.NOISE[name])
        assert card.overall <= 3
        assert card.verdict == "no_hire"


SENTENCE = "Redirects are read from a cache with a ttl of 24 hours because reads are 100:1. "


def test_a_megabyte_is_read_in_linear_time() -> None:
    told = [f"- {i}: {SENTENCE}" for i in range(12_000)]
    started = time.process_time()
    world.overall("url-shortener", "\n".join(told[:600]))
    small = time.process_time() - started
    started = time.process_time()
    assert world.overall("url-shortener", "\n".join(told)) < LEAN_HIRE
    assert time.process_time() - started < 80 * max(small, 0.02)


def test_five_megabytes_are_no_more_than_what_they_say() -> None:
    page = "\n".join(f"- {i}: {SENTENCE}" for i in range(600))
    assert world.overall("url-shortener", "\n\n".join([page] * 100)[:5_000_000]) < LEAN_HIRE


def test_a_scorecard_travels_between_processes_and_threads() -> None:
    slug = "url-shortener"
    answer = world.catalogue().model_answer(slug)
    card = world.assessor().score(slug, answer)
    assert pickle.loads(pickle.dumps(card)) == card
    with ThreadPoolExecutor(8) as pool:
        answers = [f"{answer}\n- {i} more shards" for i in range(3)] * 4
        cards = list(pool.map(lambda text: world.assessor().score(slug, text), answers))
    assert cards[:3] * 4 == cards
