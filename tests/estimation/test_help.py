"""Completion at the cursor, and the reference card."""

from __future__ import annotations

import pytest

from interviewcoach.estimation import complete, evaluate_sheet, reference_card
from interviewcoach.estimation.units import MONEY_SIGNS

SHEET = "new_links = 100M links/month\nreads = new_links * 100 reads/link\n"


@pytest.mark.parametrize(
    ("line", "first", "kind"),
    [
        ("store = ne", "new_links", "name"),
        ("store = ", "new_links", "name"),
        ("store = 2 * re", "reads", "name"),
        ("a = ce", "ceil(", "function"),
        ("5 ", "links", "noun"),
        ("5 mi", "min", "unit"),
        ("5 mil", "million", "magnitude"),
        ("5 G", "GB", "unit"),
        ("5 reads/li", "links", "noun"),
        ("store to T", "TB", "unit"),
        ("store to TB/d", "day", "unit"),
        ("ratio to ", "bytes", "unit"),
    ],
)
def test_what_fits_comes_first(line: str, first: str, kind: str) -> None:
    found = complete(line, SHEET)
    assert (found[0].word, found[0].kind) == (first, kind)
    assert line + found[0].rest == line[: len(line) - found[0].typed] + found[0].word


@pytest.mark.parametrize("line", ["", "store", "5 TB # re", "2 xyz"])
def test_nothing_is_proposed_where_nothing_fits(line: str) -> None:
    assert complete(line, "" if line == "store" else SHEET) == []


def test_a_name_is_shown_with_its_value() -> None:
    assert complete("a = new", SHEET)[0].hint == "38.1 links/s"


def test_every_number_of_the_card_can_be_put_into_a_sheet() -> None:
    for section in reference_card():
        for entry in section.entries:
            result = evaluate_sheet(entry.value)[0]
            assert result.error is None, entry
            assert not MONEY_SIGNS.keys() & set(entry.label)


def test_the_card_holds_what_an_interview_needs() -> None:
    card = {section.id: section for section in reference_card()}
    assert list(card) == ["latency", "powers", "time", "availability", "sizes", "machines"]
    assert all(entry.year for section in (card["latency"], card["machines"]) for entry in section.entries)
    latencies = [evaluate_sheet(entry.value)[0].value or 0 for entry in card["latency"].entries]
    assert latencies == sorted(latencies)
    downtime = {entry.value: entry.note for entry in card["availability"].entries}
    assert downtime["99.99%"] == "down 52.6 min a year, 4.38 min a month, 8.64 s a day"
    assert downtime["99.95%"] == "down 4.38 h a year, 21.9 min a month, 43.2 s a day"
