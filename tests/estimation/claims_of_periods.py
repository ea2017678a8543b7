"""Claims of working days, whole machines, shares of a day and availabilities."""

from __future__ import annotations

WRONG = [
    ("30 GB/day × 250 = 750 GB a year", "750 GB a year", "7.5 TB a year", 10),
    ("2B trades/day × 250 trading days = 50B trades a year", "50B trades a year", "500B trades a year", 10),
    ("30 GB/day x 3 = 90 GB a month", "90 GB a month", "2.74 TB a month", 30.4),
    ("60 GB / 30 GB = 4 nodes", "4 nodes", "2 nodes", 2),
    ("7 GB / 8 GB per box = 2 boxes", "2 boxes", "0.875 boxes", 2.29),
    ("99.95% × 99.95% = 99.99%", "99.99%", "99.9%", 10),
    ("99.99% * 99.9% * 99.9% = 99.9%", "99.9%", "99.7901%", 2.1),
    ("0.9995^20 = 99.9%", "99.9%", "99.0047%", 9.95),
    ("300k s ≈ 35 days", "35 days", "3.47 days", 10.1),
    ("72,000 s = 2 hours", "2 hours", "20 h", 10),
    ("1 - 0.02^2 = 98%", "98%", "99.96%", 50),
]
RIGHT = [
    "30 GB/day × 250 = 7.5 TB a year",
    "40 TB a day x 21 working days = 840 TB a month",
    "$2/hr × 730 = $1,460/month",
    "720 × $2/hr = $1,440 a month",
    "$0.5/hour × 40 machines × 730 = $14.6k a month",
    "$4/hr * 9 * 21 = $756 a month",
    "20 MB/minute x 45 = 900 MB an hour",
    "3 GB/s × 23,400 = 70 TB a day",
    "3 drills a week × 50 = 150 a year",
    "11 GB / 10 GB = 2 disks",
    "130k/s / 100k/s per broker = 2 brokers",
    "50 GB / 20 GB per worker → 3 workers",
    "8/s x 150 ms = 2 threads",
    "70% of 200M/day in 6 hours = 140M / 21,600 = 6.5k/s",
    "99.95% × 99.95% = 99.9%",
    "99.9% × 99.95% × 99.95% = 99.8%",
    "1 - 0.02^2 = 99.96%",
    "23/24 = 96%",
    "300k s ≈ 3.5 days",
]
SILENT = [
    "It comes to $900/month. a day has 86,400 s, so 2M/day ≈ 23/s",
    "At 300 req/s. A day has 86,400 s, so 1M/day ≈ 12/s",
    "70% of 200M/day in 6 hours = 200M",
    "98% × 98% = 99.96%",
    "39M / 40M = 99%",
    "8 TB in total = 80 GB",
    "we poll each 30 s = 5 min at most",
]
