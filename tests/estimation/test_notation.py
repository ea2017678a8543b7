"""The notation of papers, price sheets and other calculators."""

from __future__ import annotations

import pytest

from interviewcoach.commands.estimate_prompt import Pad
from interviewcoach.estimation import evaluate_sheet


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("MAU: 80M", "80M"),
        ("plays: 60/s\nviews: 50:1 * plays", "3k/s"),
        ("share = 1:4", "0.25"),
        ("$0.03/GB-month * 40 TB", "$1.2k/month"),
        ("40 TB * $0.03 per GB-month", "$1.2k/month"),
        ("$0.04/node-hour * 50 nodes to $/hour", "$2/hour"),
        ("$4 per million calls * 3bn calls", "$12k"),
        ("$4/million calls * 3bn calls", "$12k"),
        ("ln(exp(3))", "3"),
        ("log(81, 3)", "4"),
        ("avg(3 ms, 5 ms, 10 ms)", "6 ms"),
        ("sum(2 KB, 3 KB)", "5 KB"),
        ("sum = 2 TB\nsum * 2", "4 TB"),
        ("log = 2 KB\nlog * 3", "6 KB"),
        ("pi * 10^2", "314"),
        ("pi = 3\npi * 2", "6"),
        ("users ≈ 80M", "80M"),
        ("80M * 3 ≈ 240M", "240M"),
        ("2.4M / 10 → 240k", "240k"),
        ("2.4M / 10 => 240k", "240k"),
        ("7k/s * 3 -> rps", "21k rps"),
        ("7 MB/s * 3 -> TB/day", "1.81 TB/day"),
        ("700*86400=", "60.5M"),
        ("600 rpm", "10 requests/s"),
        ("3 wks / 7 days", "3"),
        ("6 mths to days", "183 days"),
        ("8 millis * 5", "40 ms"),
        ("3 dozen boxes", "36 boxes"),
        ("40GbE", "5 GB/s"),
        ("20 us * 50k/s", "1"),
        ("=700*86400", "60.5M"),
    ],
)
def test_is_read(lines: str, text: str) -> None:
    result = evaluate_sheet(lines)[-1]
    assert (result.error, result.text) == (None, text)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("9:30", "':' stands in a ratio to 1, such as 100:1, and behind a name"),
        ("peak rate: 5k/s", "the name of a line is one word: write peak_rate = ..."),
        ("writes/s = 80M / 86400", "the name of a line has no '/': write writes_per_s = ..."),
        ("in flight = 3k rps * 50 ms", "the name of a line is one word: write in_flight = ..."),
        ("per year = 7 TB", "the name of a line is one word: write per_year = ..."),
        ("3+4+5 ms", "can't add a plain number and time: give each number its unit"),
        ("9 + 20 + 3 bytes", "can't add a plain number and bytes: give each number its unit"),
        ("log(7)", "log needs a base: write ln(x), log2(x), log10(x) or log(x, base)"),
        ("log(7, 1)", "1 is no base of a logarithm"),
        ("exp(3 GB)", "exp needs a plain number, not bytes"),
        ("exp(1e9)", "the result is too large to calculate: check the powers in this line"),
        ("40G", "G is ambiguous: write GB, Gbit or bn (billion)"),
        ("2 gigs * 5", "gigs is ambiguous: write GB or Gbit"),
        ("min: 5", "'min' is a unit or a keyword: choose another name for this line"),
        ("2.4M / 10 ≈ 24k", "the sum is off: the line comes to 240k"),
    ],
)
def test_what_is_refused_says_how_to_write_it(line: str, error: str) -> None:
    assert evaluate_sheet(line)[0].error == error


def test_a_label_can_be_given_anew_at_the_prompt() -> None:
    pad = Pad()
    assert pad.enter("dau: 5M users") == "5M users"
    assert pad.enter("dau * 2") == "10M users"
    assert pad.enter("dau: 6M users") == "6M users\n  dau * 2: 10M users → 12M users"
