"""Plain numbers that stand for a change of unit: read so where nothing else can be meant, else a word of advice."""

from __future__ import annotations

import pytest

from interviewcoach.estimation import evaluate_sheet, sensitivity, what_if


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("40 GB/day * 365 to TB/year", "14.6 TB/year"),
        ("40 GB/day * 365 to TB", "14.6 TB"),
        ("$2/hr * 24 * 30 to $/month", "$1,440/month"),
        ("20 MB/s * 86,400 to TB/day", "1.73 TB/day"),
        ("30/s * 2 KB * 86400 * 365 * 3 to TB", "5.68 TB"),
        ("6bn/day / 86400", "69.4k/s"),
        ("6bn/day / 86.4k", "69.4k/s"),
        ("2M uploads / day / 86,400", "23.1 uploads/s"),
        ("600M pages/month / 30 / 86400", "231 pages/s"),
        ("4bn calls/day / (24 * 3600)", "46.3k calls/s"),
        ("2bn calls/day / 10^5", "20k calls/s"),
        ("200M * 3/day / 86400 = 7k/s", "6.94k/s"),
        ("ceil(6bn calls/day / 86400 / 5k)", "14 calls/s"),
        ("73 TB/year / 365 to GB/day", "200 GB/day"),
        ("40 GB/day * 365 = 14.6 TB/year", "463 KB/s"),
        ("40 GB/day * 252 = 10 TB/year", "320 KB/s"),
        ("40 GB/day * 365 = 14.6 TB", "14.6 TB"),
        ("$2/hr * 730 = $1,460", "$1.46k"),
        ("$60k/yr / 12 = $5k/month", "$5k/month"),
        ("40 Gbps / 8 = 5 GB/s", "5 GB/s"),
        ("5 GB/s * 8 = 40 Gbps", "5 GB/s"),
        ("40 Gbps / 8 bits/byte", "5 GB/s"),
    ],
)
def test_what_can_mean_but_one_thing_is_read_so(line: str, text: str) -> None:
    result = evaluate_sheet(line)[0]
    assert (result.error, result.text, result.advice) == (None, text, "")


@pytest.mark.parametrize(
    ("line", "text", "advice"),
    [
        ("40 GB/day * 365", "169 MB/s", "for 365 days write * 365 days, and it is 14.6 TB"),
        ("$2/hr * 24 * 30", "$1.05M/month", "for 24 hours write * 24 hours, and it is $1.44k"),
        ("7 TB/month * 12", "32 MB/s", "for 12 months write * 12 months, and it is 84 TB"),
        ("$60k/yr / 12", "$417/month",
         "for what a month brings write to $/month, not / 12: $5,000/month"),
        ("73 TB/year / 365", "6.34 KB/s",
         "for what a day brings write to GB/day, not / 365: 200 GB/day"),
        ("40 Gbps / 8", "625 MB/s", "bits are told from bytes: leave out / 8, and it is 5 GB/s"),
        ("5 GB/s * 8 to Gbps", "320 Gbps", "bits are told from bytes: leave out * 8, and it is 40 Gbps"),
        ("2 GB * 8 / 1 Gbps", "2.13 min", "bits are told from bytes: leave out * 8, and it is 16 s"),
    ],
)  # fmt: skip
def test_what_may_be_meant_otherwise_is_told(line: str, text: str, advice: str) -> None:
    result = evaluate_sheet(line)[0]
    assert (result.text, result.advice) == (text, advice)


@pytest.mark.parametrize(
    "line",
    ["40 GB/day * 365 days", "40 GB/day * 3", "6bn/day / 20 to /day", "100 * 365", "8 GB / 8", "900 rps / 8",
     "5/s + 7 * 24", "3 TB/day * 30 to TB/day", "2 months * 12", "40 GB/day * 365 copies"],
)  # fmt: skip
def test_other_numbers_are_numbers(line: str) -> None:
    assert evaluate_sheet(line)[0].advice == ""


def test_names_carry_what_they_are_per() -> None:
    rows = evaluate_sheet("new = 6bn/day\nnic = 40 Gbps\nn = 365\nnew / 86400\nnic / 8\nnew * n\nnew * 365 to /year")
    assert [row.text for row in rows[3:]] == ["69.4k/s", "625 MB/s", "25.3M/s", "2.19T/year"]
    assert [bool(row.advice) for row in rows[3:]] == [False, True, False, False]
    assert evaluate_sheet("new = 20k/s to /day\nnew / 86400")[-1].text == "20k/s"


@pytest.mark.parametrize(
    "line", ["40 GB/day * 365 = 15 PB", "40 GB/day = 40 GB", "40 GB/day * 3 = 120 GB/month", "5 GB/s / 8 = 5 GB/s"]
)
def test_a_wrong_result_is_wrong_in_every_reading(line: str) -> None:
    assert evaluate_sheet(line)[0].error


@pytest.mark.parametrize("line", ["5/day * (1/0)", "5/day / (10^400)", "1e300 GB/day * 365 * 1e9 to /s"])
def test_a_fault_beside_such_a_number_is_told_as_ever(line: str) -> None:
    assert evaluate_sheet(line)[0].error


def test_a_what_if_reads_the_line_as_the_sheet_does() -> None:
    sheet = "new = 6bn/day\nqps = new / 86400\npeak = qps * 3"
    assert [(i.source, i.halved) for i in sensitivity(sheet, "peak")] == [("6bn/day", "104k/s"), ("3", "104k/s")]
    assert [move.after for move in what_if(sheet, "new", "x2").moves] == ["139k/s", "139k/s", "417k/s"]
    assert [move.after for move in what_if(sheet, "qps", "x2").moves] == ["139k/s", "417k/s"]
