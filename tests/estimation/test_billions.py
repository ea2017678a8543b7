"""`B` behind a number: bytes or billions, as the reader of answers has it; never in silence where both are likely."""

from __future__ import annotations

import pytest

from interviewcoach.estimation import check_line_claims, evaluate_sheet, sensitivity


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("viewers = 3B", "3B"),
        ("daily_plays = 6B/day", "69.4k/s"),
        ("DAU = 2B", "2B"),
        ("2.5B", "2.5B"),
        ("40B/month * 2 KB", "30.4 MB/s"),
        ("3B * 4 KB", "12 TB"),
        ("3B x 200 bytes to GB", "600 GB"),
        ("300 B * 2B * 365", "219 TB"),
        ("4B / 2000 * 50 ms", "1.16 days"),
        ("2B / 86400", "23.1k"),
        ("30% of 4B", "1.2B"),
        ("2B hours", "228k years"),
        ("viewers = 3B\nviewers * 2 KB", "6 TB"),
        ("20M * 200B", "4 GB"),
        ("row = 96B", "96 B"),
        ("8B + 24B", "32 B"),
        ("300B/s", "300 B/s"),
        ("6 B/day", "6 B/day"),
        ("5 B", "5 B"),
        ("1.37B/sample * 2M samples/s", "2.74 MB/s"),
    ],
)
def test_line_shows(lines: str, text: str) -> None:
    result = evaluate_sheet(lines)[-1]
    assert (result.error, result.text, result.advice) == (None, text, "")


@pytest.mark.parametrize(("line", "advised"), [("96B", "96bn"), ("population = 7B", "7bn"), ("row = 96B", ""), ("7 B", "")])
def test_a_few_bytes_alone_get_a_word_of_advice(line: str, advised: str) -> None:
    assert evaluate_sheet(line)[0].advice == (f"B is read as bytes here: for billions write {advised}" if advised else "")


@pytest.mark.parametrize("claim", ["3B * 4 KB = 12 TB", "300 B * 2B = 600 GB", "20M * 200B = 4 GB", "3B x 200 bytes = 600 GB"])
def test_the_reader_of_answers_agrees(claim: str) -> None:
    assert evaluate_sheet(claim)[0].error is None
    assert [found.ok for found in check_line_claims(claim)] == [True]


def test_what_moves_a_result_is_read_as_the_sheet_reads_it() -> None:
    assert [(moved.source, moved.doubled) for moved in sensitivity("3B * 4 KB")] == [("3B", "24 TB"), ("4 KB", "24 TB")]
