"""Whatever stands in a line, reading its sums ends, and ends soon."""

from __future__ import annotations

import random
import time

import pytest

from interviewcoach.estimation import check_claims

PIECES = (
    "1 2 3.5 0 00 0x x * / = ~ ≈ -> ( ) + - , . % 1e-322 1e308 9e99 1e30 10^9 10^400 KB GB/day /s per day each 86,400 5M 1B "
    "users over in 5 years 30 s of at every 99.99% ^2 ² and so that's about 3x with replicas min h : ; 1/0 0.0 -5 million 8 bits"
).split()


@pytest.mark.parametrize(
    "line",
    ["2 * 3 = 60 * 0x and", f"2 * 3 = 60 * 1{'0' * 200}x and", "1e-322 GB/day = 5 GB/s", "1/0 ^2 KB bits = day in users 00 of"],
)
def test_numbers_beyond_all_measure_are_left_alone(line: str) -> None:
    assert all(claim.ok or claim.off_by > 1 for claim in check_claims(line))


def test_any_heap_of_numbers_and_signs_is_read() -> None:
    rng = random.Random("heap")
    for _ in range(3000):
        line = " ".join(rng.choice(PIECES) for _ in range(rng.randrange(3, 18)))
        assert all(0 <= claim.start < claim.end <= len(line) for claim in check_claims(line)), line


def seconds(text: str) -> float:
    started = time.process_time()
    check_claims(text)
    return time.process_time() - started


@pytest.mark.parametrize("sum_", ["2M x 3 KB = 6 TB ", "1 KB * 1M = 1 GB, ", "(1+", "1 "])
def test_time_grows_with_the_length_of_a_line(sum_: str) -> None:
    short, long = (sum_ * 2000)[:4001], (sum_ * 20_000)[:32_008]
    assert seconds(long) < 30 * max(seconds(short), 0.02)
