"""Which input moves a result most, and what moves with a change."""

from __future__ import annotations

import pytest

from interviewcoach.estimation import SheetError, sensitivity, what_if

SHEET = """\
new = 100M links/month
reads = new * 100 reads/link
peak = reads * 3
keys = 62^7
store = new * 5 years * 500 bytes/link + 10 GB"""


def test_the_input_that_moves_a_result_most_comes_first() -> None:
    found = sensitivity(SHEET, "store")
    assert [(i.line, i.source) for i in found] == [
        (1, "100M links/month"), (5, "5 years"), (5, "500 bytes/link"), (5, "10 GB"),
    ]  # fmt: skip
    assert found[0].elasticity == pytest.approx(0.9967, abs=1e-3)
    assert (found[0].halved, found[0].doubled) == ("1.51 TB", "6.01 TB")
    assert found[-1].elasticity == pytest.approx(0.0033, abs=1e-3)


def test_an_exponent_moves_more_than_its_base() -> None:
    base_last = [(i.source, round(i.elasticity)) for i in sensitivity(SHEET, "keys")]
    assert base_last == [("7", 29), ("62", 7)]


def test_the_last_result_is_meant_unless_another_is_named() -> None:
    assert {i.source for i in sensitivity(SHEET)} == {i.source for i in sensitivity(SHEET, 5)}
    assert [i.source for i in sensitivity("a = 100M users / 86400 s", "a")] == ["100M users", "86400 s"]
    assert [i.source for i in sensitivity("a = 100M / 86400", "a")] == ["100M"]


def test_a_divisor_moves_the_other_way() -> None:
    by_source = {i.source: i.elasticity for i in sensitivity("a = 10 TB / 2 TB")}
    assert by_source["10 TB"] == pytest.approx(1)
    assert by_source["2 TB"] == pytest.approx(-1, rel=1e-3)


@pytest.mark.parametrize(
    ("change", "text", "ratio"),
    [("x3", "114 links/s", 3), ("*0.5", "19 links/s", 0.5), ("/ 2", "19 links/s", 0.5), ("+20%", "45.7 links/s", 1.2),
     ("-50%", "19 links/s", 0.5), ("300M links/month", "114 links/s", 3), ("new = 300M links/month", "114 links/s", 3)],
)  # fmt: skip
def test_a_change_moves_the_lines_that_depend_on_it(change: str, text: str, ratio: float) -> None:
    changed, moves = what_if(SHEET, "new", change)
    assert changed.text == text
    assert [move.name for move in moves] == ["new", "reads", "peak", "store"]
    assert [move.ratio for move in moves[:3]] == pytest.approx([ratio] * 3)


def test_peak_factor_leaves_what_is_above_alone() -> None:
    _, moves = what_if(SHEET, "reads", "x3")
    assert [(move.name, move.before, move.after) for move in moves] == [
        ("reads", "3.81k reads/s", "11.4k reads/s"),
        ("peak", "11.4k reads/s", "34.2k reads/s"),
    ]


def test_a_percentage_that_is_changed_stays_one() -> None:
    growth = "growth = 20%\nusers = 5M users + growth"
    assert [move.after for move in what_if(growth, "growth", "x2").moves] == ["0.4", "7M users"]
    assert [(i.source, i.doubled) for i in sensitivity(growth)] == [("5M users", "12M users"), ("20%", "7M users")]


def test_a_change_that_breaks_a_line_says_so() -> None:
    _, moves = what_if(SHEET, "new", "5 users")
    assert moves[-1].error == "can't add bytes*users*time/link and bytes: convert one side first"


@pytest.mark.parametrize("ask", [lambda: sensitivity(SHEET, "stroe"), lambda: what_if(SHEET, "stroe", "x2")])
def test_an_unknown_line_is_named(ask) -> None:
    with pytest.raises(SheetError, match="did you mean 'store'"):
        ask()


def test_a_sheet_without_a_result_is_refused() -> None:
    with pytest.raises(SheetError, match="no line"):
        sensitivity("# nothing")
    with pytest.raises(SheetError, match="has no value"):
        what_if("a = 5 +", "a", "x2")


def test_more_than_can_be_calculated_is_refused() -> None:
    with pytest.raises(SheetError, match="too large"):
        what_if("a = 1e308 GB / 1 GB * 1", "a", "x9")
    assert [found.source for found in sensitivity("a = 9e307 users")] == []
