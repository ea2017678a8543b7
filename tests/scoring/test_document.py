"""The shape of an answer: which phase a line belongs to."""

from __future__ import annotations

from textwrap import fill

import pytest

from interviewcoach.scoring.document import lines_of, phase_of_heading


def phases(text: str) -> list[str]:
    return [line.phase for line in lines_of(text) if not line.heading]


@pytest.mark.parametrize(
    ("heading", "phase"),
    [
        ("# Requirements", "requirements"), ("### HLD", "high_level"), ("DEEP DIVE:", "deep_dive"), ("**Wrap-up**", "wrap_up"),
        ("2. High-level design", "high_level"), ("## Step 3: Deep dive into the cache", "deep_dive"), ("Summary", "wrap_up"),
    ],
)  # fmt: skip
def test_headings_are_known_by_many_names(heading: str, phase: str) -> None:
    assert phase_of_heading(heading) == phase


def test_a_lower_heading_stays_within_its_phase() -> None:
    assert phases("## Deep dive\none\n### Caching\ntwo\n### Trade-offs of it\nthree") == ["deep_dive"] * 3


@pytest.mark.parametrize(
    "label",
    ["Design:", "Summary", "### Design", "```\n# Requirements\n```", "~~~\n## Wrap-up\n~~~", "````\n```\n# Design\n```\n````"],
)
def test_a_label_with_the_name_of_another_phase_opens_none(label: str) -> None:
    text = f"## Requirements\none\n## Design\ntwo\n## Deep dive\n{label}\nthree\n## Wrap-up\nfour"
    found = phases(text)
    assert found[:2] == ["requirements", "high_level"] and found[-1] == "wrap_up"
    assert set(found[2:-1]) == {"deep_dive"}


@pytest.mark.parametrize("heading", ["Summary", "Wrap-up:", "### Wrap-up", "# Wrap-up"])
def test_a_phase_without_a_heading_of_its_own_is_opened_by_any(heading: str) -> None:
    title = "# System design: links"
    assert phases(f"{title}\n## Requirements\none\n## Design\ntwo\n{heading}\nthree")[-1] == "wrap_up"


def test_a_fence_that_is_never_closed_hides_nothing() -> None:
    assert phases("## Requirements\n```\none\n## Deep dive\ntwo")[-1] == "deep_dive"


def test_a_part_beside_the_phases_belongs_to_what_it_is_about_or_to_none() -> None:
    text = "## Requirements\none\n## Capacity estimation\ntwo\n## API design\nthree\n## The frontier\nfour\n## Bottlenecks\nfive"
    assert phases(text) == ["requirements", "requirements", "high_level", "", "wrap_up"]


def test_text_before_the_first_heading_and_without_any_is_nobodys() -> None:
    assert phases("one\n\ntwo\n\n## Wrap-up\nthree") == ["", "", "wrap_up"]


NOTES = """links are normalised (lower case host, no fragment, drop session ids)
if not seen before they go to the machine which owns that host, by a hash of its name
then we compute when to come back from what changed before
kafka between them"""
PARAGRAPH = """Links are normalised, with a lower case host and no fragment or session ids, and if they were not seen before
they go to the machine which owns that host by a hash of its name; then we compute when to come back from what changed."""


def test_wrapped_lines_are_one_and_notes_are_one_thought_a_line() -> None:
    assert [line.text for line in lines_of(NOTES)] == NOTES.split("\n")
    for width in (72, 80, 100):
        wrapped = fill(PARAGRAPH, width)
        assert [line.text for line in lines_of(wrapped)] == [wrapped]
        bullet = fill(PARAGRAPH, width, initial_indent="- ", subsequent_indent="  ")
        assert [line.text for line in lines_of(f"{bullet}\n- short\n{bullet}")] == [bullet, "- short", bullet]
