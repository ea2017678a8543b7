"""What the worksheet language reads and how it answers."""

from __future__ import annotations

import pickle

import pytest

from interviewcoach.estimation import evaluate_sheet


def last(*lines: str):
    return evaluate_sheet("\n".join(lines))[-1]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("four nines", "99.99%"),
        ("four nines to min/month", "4.38 min/month"),
        ("99.9% to hours/year", "8.76 hours/year"),
        ("3 nines to s/day", "86.4 s/day"),
        ("99.95% * 99.99% to %", "99.94%"),
        ("$0.023/GB/month", "$0.023/GB/month"),
        ("13.7 PB * $0.023/GB/month", "$315k/month"),
        ("13.7 PB * $0.023/GB/month to $/year", "$3.78M/year"),
        ("10 Gbps", "1.25 GB/s"),
        ("10 Gbps to MB/s", "1,250 MB/s"),
        ("10 TB/day to Gbps", "0.926 Gbps"),
        ("1 GiB to MiB", "1,024 MiB"),
        ("8 bits", "1 B"),
        ("10gb", "10 GB"),
        ("64B", "64 B"),
        ("2B users", "2B users"),
        ("2 bn users", "2B users"),
        ("2 billion users", "2B users"),
        ("10k rps", "10k requests/s"),
        ("10krps", "10k requests/s"),
        ("500M DAU * 2 posts/user/day", "11.6k posts/s"),
        ("5 posts per user per day * 10M users", "579 posts/s"),
        ("5 posts / user / day * 10M users", "579 posts/s"),
        ("1 job/day", "1 job/day"),
        ("500M tweets/day to tweets/s", "5,787 tweets/s"),
        ("38 links/s to /day", "3.28M links/day"),
        ("38 links/s to per month", "99.9M links/month"),
        ("2^41 ms", "69.7 years"),
        ("10⁹ * 3 users", "3B users"),
        ("-2^2", "-4"),
        ("2^3^2", "512"),
        ("3 - -2", "5"),
        ("1,000,000 * 2", "2M"),
        ("1_000 users", "1k users"),
        ("5 × 10 ÷ 2 − 1", "24"),
        ("20% of 50 GB", "10 GB"),
        ("3 times 5 users", "15 users"),
        ("7 x", "7"),
        ("max(100,200)", "200"),
        ("min(5 GB, 1 TB)", "5 GB"),
        ("ceil(11 TB / 2 TB)", "6"),
        ("ceil(0.3 / 0.1)", "3"),
        ("floor(7.9)", "7"),
        ("round(2.5)", "3"),
        ("sqrt(16 users^2)", "16 users"),
        ("log2(1024)", "10"),
        ("log10(1e9)", "9"),
        ("(2 + 3) users", "5 users"),
        ("5 TB  # a remark", "5 TB"),
        ("5 TB // a remark", "5 TB"),
        ("999.99 KB", "1 MB"),
        ("999.9 users", "1k users"),
        ("30 days", "30 days"),
        ("0", "0"),
        ("queries = 3 queries", "3 queries"),
        ("12 boxes / 4 caches", "3 boxes/cache"),
    ],
)
def test_line_shows(line: str, text: str) -> None:
    result = last(line)
    assert (result.error, result.text) == (None, text)


@pytest.mark.parametrize(
    ("lines", "part", "column"),
    [
        (["5 +"], "a value is missing after '+'", 4),
        (["(5 + 3"], "')' is missing", 7),
        (["5)"], "no '(' before it", 2),
        (["5 feed reads/s"], "write one word (feed_reads)", 8),
        (["a = a + 1"], "'a' can't use itself", 5),
        (["x = 5"], "is a unit or a keyword", 1),
        (["max = 5"], "is a unit or a keyword", 1),
        (["GB = 5"], "is a unit or a keyword", 1),
        (["a = 5", "a = 6"], "already defined on line 1", 1),
        (["a = 1 /", "b = a * 2"], "'a' has an error on line 1: mend that line first", 5),
        (["5 b"], "bit, B (bytes) or bn", 3),
        (["max(1,000, 5)"], "without commas", 7),
        (["foo(3)"], "isn't a function: there are max, min", 1),
        (["ceil(5.5 GB)"], "divide by one unit first", 1),
        (["2 ^ (3 users)"], "an exponent must be a plain number", 3),
        (["log2(5 users)"], "needs a plain number", 1),
        (["sqrt(4 users)"], "there is no such root", 1),
        (["max(1 GB, 5 users)"], "can't compare bytes and users", 1),
        (["5 users to GB"], "can't show users in GB", 12),
        (["5 users to %"], "in percent", 12),
        (["5 GB to"], "a unit is missing after 'to'", 8),
        (["cpy * 2"], "'cpy' isn't defined: define it", 1),
        (["99 nines"], "nines are counted from 1 to 12", 1),
        (["5 = 5"], "a line can't be named", 1),
        (["1e400"], "too large", 1),
        (["(0 - 8)^0.5"], "no such root", 8),
        (["0^-1"], "division by zero", 2),
        (["(5 users)^12"], "can't be meant", 10),
    ],
)
def test_fault_names_the_place_and_the_way_out(lines: list[str], part: str, column: int) -> None:
    result = last(*lines)
    assert part in (result.error or "")
    assert result.column == column


def test_a_cycle_is_told_on_both_lines_and_a_later_line_on_one() -> None:
    first, second = evaluate_sheet("a = b\nb = a")
    assert first.error == "'a' and 'b' need each other: give one of them a value of its own"
    assert second.error == "'b' and 'a' need each other: give one of them a value of its own"
    early, late = evaluate_sheet("a = c * 2\nc = 3")
    assert early.error == "'c' is defined below, on line 2: move it up"
    assert late.text == "3"


def test_a_line_may_be_called_like_a_multiplier_or_a_noun() -> None:
    results = evaluate_sheet("replicas = 3\nreads = 5 TB * replicas\nusers = 2 users\nx = 1")
    assert [result.text for result in results[:3]] == ["3", "15 TB", "2 users"]


def test_every_line_has_a_result_and_blank_ones_are_silent() -> None:
    results = evaluate_sheet("a = 5 TB\n\n# only a remark\nb = a * 2\n")
    assert [(result.line, result.text, result.error) for result in results] == [
        (1, "5 TB", None), (2, "", None), (3, "", None), (4, "10 TB", None),
    ]  # fmt: skip
    assert evaluate_sheet("") == []


def test_a_result_can_be_put_into_an_answer_and_sent_to_another_process() -> None:
    result = last("new = 100M links/month", "store = new * 5 years * 500 bytes/link")
    assert result.insertable == "store ≈ 3 TB"
    assert last("2^10").insertable == "1.02k"
    assert pickle.loads(pickle.dumps(result)) == result
