"""Agreement figures, in plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt


def weighted_kappa(a: Sequence[int], b: Sequence[int], classes: int) -> float:
    """Cohen's kappa with quadratic weights."""
    n = len(a)
    seen = sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) / n
    counts_a = [list(a).count(k) for k in range(classes)]
    counts_b = [list(b).count(k) for k in range(classes)]
    chance = sum(counts_a[i] * counts_b[j] * (i - j) ** 2 for i in range(classes) for j in range(classes)) / (n * n)
    return 1 - seen / chance if chance else 1.0


def pearson(a: Sequence[float], b: Sequence[float]) -> float:
    n = len(a)
    ma, mb = sum(a) / n, sum(b) / n
    cov = sum((x - ma) * (y - mb) for x, y in zip(a, b, strict=True))
    va, vb = sum((x - ma) ** 2 for x in a), sum((y - mb) ** 2 for y in b)
    return cov / sqrt(va * vb) if va and vb else 0.0


def mean_error(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)


def band(score: float) -> int:
    return sum(score >= start for start in (40, 55, 70, 85))
