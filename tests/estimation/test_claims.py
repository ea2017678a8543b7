"""Arithmetic in free text: what is wrong is found with its right value, what is right is never called wrong."""

from __future__ import annotations

import pickle
from pathlib import Path

import claims_of_periods as periods
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewcoach.estimation import check_claims, check_line_claims

_ANSWERS = Path(__file__).parents[1] / "calibration"

WRONG = [
    ("100M * 12 * 5 * 500 bytes = 500 GB over five years", "500 GB", "3 TB", 6),
    ("1.4M / 10 s, flattened over the window, gives 14,000 requests/s", "14,000 requests/s", "140k requests/s", 10.0),
    ("2M × 500 KB, all in all, makes 10 TB", "10 TB", "1 TB", 10.0),
    ("6B * 500 bytes = 600 GB in 5 years", "600 GB", "3 TB", 5),
    ("400M requests a day → / 86,400 ≈ 460 rps", "460 rps", "4.63k rps", 10.06),
    ("4M * 200 KB = 800 GB, over ten seconds that's 80 MB/s", "80 MB/s", "80 GB/s", 1000.0),
    ("400M rows at 4,000/s takes just under 3 hours", "3 hours", "1.16 days", 9.26),
    ("10 × 10⁹ / 2.6 × 10⁶ s is about 390 pages/s", "390 pages/s", "3.85k pages/s", 9.86),
    ("8 × 10^9 pages / 2 × 10^6 s = 400 pages/s", "400 pages/s", "4k pages/s", 10.0),
    ("8 Tbit/s = 1 TB a day", "1 TB a day", "86.4 PB a day", 86_400.0),
    ("60,000 customers × up to 1,000 entries × 16 bytes = 9.6 MB", "9.6 MB", "960 MB", 100.0),
    ("10e9 / 20,000 = 50,000 s for one pass", "50,000 s", "5.79 days", 10.0),
    ("2bn messages/day. Over 86,400 seconds this comes to 2,300/s", "2,300/s", "23.1k/s", 10.06),
    ("100 x 50 = 2 500 writes/s", "2 500 writes/s", "5k writes/s", 2.0),
    ("5 million visits a day, divided by the seconds in a day, is 580 per second", "580 per second", "57.9 per second", 10.02),
    ("6,000,000 Mbit/s, that's 6 Gbit/s", "6 Gbit/s", "6 Tbit/s", 1000.0),
    ("7M Mbps, i.e. 7 Gbps", "7 Gbps", "7 Tbps", 1000.0),
    ("40 MB/s. Over a day that's around 3.5 GB", "3.5 GB", "3.46 TB", 987.43),
    ("3 GB/s. Over a day that's 86,400 s, so about 26 TB/day", "26 TB/day", "259 TB/day", 9.97),
    ("2 GB/s, so roughly 17 GB per day", "17 GB per day", "173 TB per day", 10164.71),
    ("40M customers, 3 GB each, so 120 TB", "120 TB", "120 PB", 1000.0),
    ("300M rows of 2 KB, i.e. 60 GB", "60 GB", "600 GB", 10.0),
    ("At 1,000 rows/s the 90M rows are done in 2.5 hours", "2.5 hours", "1.04 days", 10.0),
    ("90M rows at 1,000/s need 2.5 hours", "2.5 hours", "1.04 days", 10.0),
    ("A month has 720 hours, 0.1% of that is 7.2 hours", "7.2 hours", "43.2 min", 10.0),
    ("70,000 customers × 100 bytes = 7 GB per window", "7 GB per window", "7 MB per window", 1000.0),
    ("40k × 86,400 s = 3.5 million events per day", "3.5 million events per day", "3.46B events per day", 987.43),
    ("4M phones pinging every 5 s → 80k req/s", "80k req/s", "800k req/s", 10.0),
    ("8 PB a day at 2 cents a GB comes to $160 a day", "$160 a day", "$160k a day", 1000.0),
    ("900 GB, over 10 seconds that's 90 MB/s", "90 MB/s", "90 GB/s", 1000.0),
    ("2M / 10 s = 20k/s", "20k/s", "200k/s", 10.0),
    ("3M / 10 s = 30k/s", "30k/s", "300k/s", 10.0),
    ("1.4M requests / 10 s = 14k requests/s", "14k requests/s", "140k requests/s", 10.0),
    ("10k pieces / 10 s = 100/s", "100/s", "1k/s", 10.0),
    ("1.4M presses in 10 seconds is 14k/s", "14k/s", "140k/s", 10.0),
    ("2M / 60 s = 2M/s", "2M/s", "33.3k/s", 60.0),
    ("10,000 orders at 500/s takes 200 s", "200 s", "20 s", 10.0),
    ("10 Gbit/s / 8 = 12.5 GB/s", "12.5 GB/s", "1.25 GB/s", 10.0),
    ("4 billion calls a day, divided by 86,400 that's around 4,600 per second", "4,600 per second", "46.3k per second", 10.06),
    ("we take in 3 GB/s... a day has 86,400 seconds, so we are at about 2.6 TB a day", "2.6 TB a day", "259 TB a day", 99.7),
    ("Together 500 MB/s. Over a day of 86,400 s that gives 43 GB", "43 GB", "43.2 TB", 1004.65),
    ("50 mln users x 40 messages = 20 bln/day", "20 bln/day", "2B/day", 10.0),
    ("2k files each = 40 G rows * 300 B = 12 GB", "12 GB", "12 TB", 1000.0),
    ("25k visitors. Ladder 4 GB/h = 100 TB/d", "100 TB/d", "96 GB/d", 1041.67),
    ("600 MB/s at 5x = 12 GB/s", "12 GB/s", "3 GB/s", 4.0),
    ("100M daily viewers × 40 min × 3 Mbps = 90 TB a day", "90 TB a day", "90 PB a day", 1000.0),
    ("500M x 200 x 10 / 86400 ~ 1.1B reads/s", "1.1B reads/s", "11.6M reads/s", 95.0),
    ("10 TB/day is about 10 MB/s", "10 MB/s", "116 MB/s", 11.57),
    ("62^7 = 56 billion", "56 billion", "3.52T", 62.9),
    ("0.2 billion * 10 * 20 = 4 billion, so 40,000/s", "4 billion", "40B", 10),
    ("500M users * 5 tweets/user/day = 2.5B tweets/s", "2.5B tweets/s", "28.9k tweets/s", 86_400),
    ("100M / 86400 = 1157/day", "1157/day", "100M/day", 86_400),
    ("100k req/s * 10 KB = 1 Gbps", "1 Gbps", "8 Gbps", 8),
    ("10 Gbps = 10 GB/s", "10 GB/s", "1.25 GB/s", 8),
    ("100 MB/s so 100 Mbps", "100 Mbps", "800 Mbps", 8),
    ("128 bits = 128 bytes", "128 bytes", "16 B", 8),
    ("5 TB x 3 replicas = 5 TB", "5 TB", "15 TB", 3),
    ("1 TB/day with 3 replicas = 1 TB/day", "1 TB/day", "3 TB/day", 3),
    ("peak = 3 * 5k/s = 5k/s", "5k/s", "15k/s", 3),
    ("36 TB/yr * 5 = 180 TB, x3 = 180 TB", "180 TB", "540 TB", 3),
    ("2^32 is 4.3 million", "4.3 million", "4.29B", 999),
    ("500 KB * 2M = 1 TB per day, 36 TB per year", "36 TB per year", "365 TB per year", 10.1),
    ("100 GB/day for 5 years is 18 TB", "18 TB", "183 TB", 10.1),
    ("3.5B/day so 4k/s", "4k/s", "40.5k/s", 10.1),
    ("1 TB at 1 Gbps is about 17 minutes", "17 minutes", "2.22 h", 7.84),
    ("50M rows at 10k inserts/s is 50 seconds", "50 seconds", "1.39 h", 100),
    ("100M runs/day. /86400 that's ~12/s", "12/s", "1.16k/s", 96.5),
    ("$0.023/GB * 10 TB = $23", "$23", "$230", 10),
    ("10% of 300M is 3M", "3M", "30M", 10),
    ("50e9 × 10 / 8 = 6.25 GB", "6.25 GB", "62.5 GB", 10),
    ("16 MB/s, or about 1.4 GB per day", "1.4 GB per day", "1.38 TB per day", 987),
    ("20M users * 10 posts/user/day = 200M QPS", "200M QPS", "2.31k QPS", 86_400),
    ("20GB/day × 365 × 3 -> 220 TB", "220 TB", "21.9 TB", 10.05),
    ("so 16^6 is about 16 billion codes", "16 billion codes", "16.8M codes", 954),
    ("4,5M events/s → 389 million/day", "389 million/day", "389B/day", 999.5),
    ("3 zones, 40 racks. 5 KB * 2M = 100 GB", "100 GB", "10 GB", 10),
]
RIGHT = [
    "10 × 10⁹ / 2.6 × 10⁶ s is about 3,850 pages/s",
    "3 × 10⁻³ s × 10 = 30 ms",
    "1.2·10^11 s × 3 Mbit = 3.6·10^11 Mbit = 45 PB/day",
    "8 Tbit = 1 TB a day",
    "A $1,000-a-day customer spends 1.2 cents a second, so ten seconds is 12 cents",
    "2bn messages a day. Over 86,400 seconds this comes to about 23,000 messages/s",
    "We move 8,000 orders a second, so 400M rows take 50,000 seconds",
    "2 500 reads/s x 400 KB = 1 GB/s",
    "90M rows at 1 000/s are 90 000 s, 25 h",
    "1/4 of it: 12 000 req/s x 2 KB = 24 MB/s",
    "40k/s over 6 h = 21,600 s -> 860M events",
    "Every call is kept, no sampling: 100 bytes × 4,000 = 35 GB a day",
    "18 million GB x 8 / 86,400 s = about 1.7 terabits a second",
    "5 million visits a day, divided by the seconds in a day, is about 58 per second",
    "6,000,000 Mbit/s, that's 6 Tbit/s",
    "40 MB/s. Over a day that's around 3.5 TB",
    "40M customers, 3 GB each, so 120 PB",
    "300M rows of 2 KB, i.e. 600 GB",
    "At 1,000 rows/s the 90M rows are done in 25 hours",
    "A month has 720 hours, 0.1% of that is 43 minutes",
    "4M phones pinging every 5 s → 800k req/s",
    "8 PB a day at 2 cents a GB comes to $160k a day",
    "500 GB, in 30 days that's 15 TB",
    "10,000 orders at 500/s takes 20 s",
    "2 GB set aside at 15 KB/s lasts 37 hours",
    "2M / 10 s / 10 shards = 20k/s",
    "10 TB at 1 GB/s takes 1 hour with 3 copies",
    "10 Gbit/s / 8 = 1.25 GB/s",
    "3 Mbit/s × 60 / 8 = 22.5 MB",
    "8 KB/s per machine, and multiplied by 10,000 it's 80 MB/s",
    "2 GB/s; a day has 86,400 s -> 173 TB",
    "62^6 = 56 billion",
    "100M links * 500 B = 50 GB/month",
    "3.5B/day so roughly 40k/s",
    "~10M*12=120M/yr",
    "40M creates/day, 460/s",
    "1B/day ≈ 12k/s",
    "500M users * 5 tweets/user/day = 28.9k tweets/s",
    "100M/day / 86400 = 1157/s",
    "100M / 100k = 1000/s",
    "100 GB/day * 365 * 5 = 180 TB",
    "100 GB/day, ~180 TB in 5 years",
    "5GB per day, so in 5 years about 9TB",
    "6B * 500 bytes = 3 TB over five years",
    "10 GB/day = 18 TB over 5 years",
    "1000/s * 500 B = 43 GB/day",
    "99.99% of 30 days = 4.3 min",
    "350k*5% = 17k point reads/s",
    "(480k reads*2 + 120k*3)/48 ≈ 27k replica ops/s/node",
    "4 TB over a 10 Gbit NIC = about 1 hour",
    "2.4TB at 50MB/s from 20 peers = 40min",
    "20M daily users and 5 notifications each is 100M/day",
    "100M recipients \"within 1h\" = 28k/s",
    "5m users * 200 bytes = 1gb",
    "1 year = 31.5M seconds",
    "4 GB, x2 overhead, x2 replica ≈ 16 GB",
    "10k/s * 3 for peak = 30k/s",
    "62⁷ ≈ 3.5 trillion",
    "3 thousand million × 10 bits = 4 GB",
    ".05%×28d=20.2min",
    "10M orders a day is roughly 120 writes/s",
    "20k buyers; ×1.5 dropout = 30k admitted",
    "10M active series. /15 s = 667k samples/s",
    "1 billion / 86400 is around 12k per second",
    "30,000 × 50 × 100 = 150 megabytes a second",
    "8M × 2 kilobytes = 16 gigabytes",
    "4,5M events/s → 389 billion/day",
    "2,5 KB × 40M = 100 GB",
    "90 primary shards, with 1 replica that's 180",
    "3M people x 40 percent / 20 s = 60k requests/s",
    "20,000 seats x 15 % = 3,000 seats",
    "base 300 MB + 5M rows × 20 × 3 B = 300 MB",
]  # fmt: skip
SILENT = [
    "We thin out: 30 s for two weeks, 5 min for three months, 1 h for one year",
    "40 workers x 16 cores, 10 Gbit each (=50 GB/s together)",
    "1,000 rows a batch, 1 batch a second: 100M rows need 100,000 seconds",
    "the spool holds 50 KB/s compressed ~8x → 6 KB/s",
    "a line dies at peak: 2M × 4 = 8T against the other's 5.6T",
    "10.6 Mbit/s over five renditions = 4.8 GB/h, 95 TB/day",
    "sum 8 Mbps = 60 MB/min → 60 TB/day",
    "an hour of 3 Mbit/s is 3,600 × 3 / 8 = 1,350 MB",
    "1M drivers online, 1 ping / 4 s → 250k writes/s",
    "route 10 x status 3 x 12 buckets = 360 of my 500",
    "3.6 drivers per cell, and 5x5 cells gives around 90 candidates",
    "say 1M callers incl. addresses x ~100 bytes = 100 MB",
    "5,000 in 1 ms × 2 µs = 10 ms of work",
    "A machine writes 100 lines a second, 200 letters each. Times 20,000 that's 2 million lines",
    "30 B per char, 100 kB doc with 3x deleted stuff → 12 MB",
    "hours watched: 1.8GB/h × 40M = 72 PB/day",
    "at 50 KB/s that's 22 h, at 5x about 4 h",
    "p50 100 ms, 1% is 1 s",
    "each page is 1 MB, so that's 1 GB",
    "10 nodes → 40 at peak, plus 40% = 56 spread over the regions",
    "20 nodes of 64 GB, so about 500 GB usable",
    "each of 64 shards of 40 GB, so 5 TB",
    "32 MB/s. In a day that compresses to 300 GB",
    "1,000 rows/s, 5 workers need 3 hours",
    "at 500 req/s, 20 servers take 5 minutes to start",
    "10 batches of 500 GB each take 3 hours",
    "5 GB per user for 90 days, 10% is hot = 500 MB",
    "2M / 10 s = 20k/s per shard",
    "600k / 10 s, every tenth kept = 6k/s",
    "2M users in 10 s at 10% = 20k/s",
    "50,000/s at 500/s takes 300 servers",
    "a watched hour: $200k / 40M h = 0.5 cents",
    "1,200 req/s, each 2 KB. The day has 86,400 seconds and we keep 30 of them: 6 TB",
    "own boxes inside the 10 biggest ISPs (saves their transit): 3 × 100 Gbit/s each = 3 Tbit/s",
    "for each upload 2.9 Mbit/s → 8.7 TB/day rather than 30",
    "Compressed 5:1, 24 h × 3 replicas ≈ 17.3/5 × 3 in all",
    "600 MB/s at 5x is 120 MB/s",
    "1M connected, 10% typing x 4 flush/s = 400k upd/s x 60B = 24MB/s",
    "each has 2×40G uplink, i.e. 80 Gbps",
    "Each host has 200 metrics each 30 s: 50.000 x 200 / 30 = ~330k points per second",
    "a day brings 100k clips, about 8,300 hours. All sizes take roughly 4 gigabytes per hour, so 33 terabytes a day",
    "14.4x burn in ~52s, + 15s scrape + 30s of rules = 100s",
    "300k clips a day, 25k h. Ladder 4 GB/h = 100 TB/d",
    "400 GB/day compressed 4x = 100 GB/day",
    "100M daily viewers × 40 min × 3 Mbps avg = 7.2e11 Mbit = 90 PB a day",
    "We need 3 replicas, 2 of 3 is a quorum",
    "N=3, W=2, R=2 so R+W=4 > 3",
    "the 80/20 rule is 5 times better",
    "p99 < 100 ms so 20 ms per hop",
    "between 9:00 and 17:00 = 8 hours",
    "2024/05/01 is 3 days later",
    "v1.2 is 3 times faster than v1.1",
    "10-20 nodes = 2 racks",
    "2 rows * 3 replicas + cache write = 7 writes",
    "writes * 5 = 100k",
    "log2(1000) = 3 levels",
    "each user posts 2 times/day so 7k/s",
    "each user makes 10 requests/day → 1k/s",
    "200 writes/s per node, so 100k/s needs 500 nodes",
    "timeout = 30 s = 3 retries * 10 s",
    "1k/s to 5M/day",
    "5k/s and 20k/s at peak",
    "10M/day = 5k/s at peak",
    "10M/day, call it 500/s",
    "100M reads/day, 20 writes/s",
    "40 TB x 3 → 8 TB per node",
    "1 KB * 1B = 3 TB with replication",
    "NVMe 8 TB, fill to 50% => 4 TB each => 30 nodes",
    "~800 entries of (post_id, author_id) 16B ≈ 13KB",
    "steps: (1) inbox ids (2) merge (3) filter",
    "20% of a day's 329M opens x 500 bytes = 33 GB",
    "1.5 billion x 3 = 4.5",
    "10M users - 5 posts each = 50M",
    "10M DAU, 10 GB free space each → 500 PB",
    "500 users/40 seats → ~90% aborts",
    "4 app opens with 10 refreshes each → 600M queries/day",
    "1-.99^40=33% see a slow one",
    "4 deps serial ×99.99 = 99.96",
    "2PC is 3x slower, 1 in 600 tries",
    "the source is 2.7 GB/h → 95 PB/day to store",
    "3M people at the opening, 40% of them in 6 s = 200k rps",
    "12k impressions/s x $2 CPM = $24/s",
    "9 million samples / 20 = 450.000 samples per second",
    "the lease (15 s) expires, its 60 partitions move",
    "at 36 km/h, 5 s = 50 m",
    "300 rows per device × 250 B → 60 billion rows",
    "a leader + 2 followers. It makes 500 × 24 = 12,000 files a day",
    "18k hours filmed a day; at 3 GB/h = 54 TB per day",
    "2M clips/d x 4min x 90MB = 180 TB/d",
    "mean 70 friends x 30 changes per user per day x 50M = 105B a day",
    "the filter has 1 bit per address, so 50B addresses = 50 GB total",
]


@pytest.mark.parametrize(("text", "said", "right", "off_by"), WRONG + periods.WRONG)
def test_slip_is_found_with_its_right_value(text: str, said: str, right: str, off_by: float) -> None:
    wrong = [claim for claim in check_line_claims(text) if not claim.ok]
    assert [(claim.said, claim.is_) for claim in wrong] == [(said, right)]
    assert wrong[0].off_by == pytest.approx(off_by, rel=0.01)
    assert text[wrong[0].start : wrong[0].end].endswith(said)


@pytest.mark.parametrize("text", RIGHT + periods.RIGHT)
def test_right_claim_is_listed_as_right(text: str) -> None:
    claims = check_line_claims(text)
    assert claims
    assert all(claim.ok and 1 <= claim.off_by <= 1.25 for claim in claims)


@pytest.mark.parametrize("text", SILENT + periods.SILENT)
def test_says_nothing_where_it_cannot_be_certain(text: str) -> None:
    assert [claim for claim in check_line_claims(text) if not claim.ok] == []


def test_a_line_that_ends_where_a_value_should_stand_is_no_claim() -> None:
    assert check_claims("rebuffer <0.4%, publish first rung <5min, $/h watched tracked. egress >> storage.") == []


def test_a_new_sentence_does_not_go_on_with_the_value_of_the_last() -> None:
    assert (
        check_claims("500,000 a day. Evening of a big sale maybe 100 per second. With 40 euro each it is 20 million euro daily.")
        == []
    )


def test_every_step_of_a_chain_starts_from_what_was_said() -> None:
    text = "100M new links per day -> 100M / 86400 = ~1,160 writes/s, peak x3 = ~3.5k/s"
    assert [(claim.said, claim.is_, claim.ok) for claim in check_line_claims(text)] == [
        ("1,160 writes/s", "1.16k writes/s", True),
        ("3.5k/s", "3.48k/s", True),
    ]
    text = "10M * 365 * 5 = 18B rows, 500 bytes each = 9TB"
    assert [claim.said for claim in check_line_claims(text)] == ["18B rows", "9TB"]


def test_flags_in_the_graded_answers_are_exactly_the_wrong_ones() -> None:
    flagged = {
        (path.parent.name, path.stem, claim.said, claim.is_)
        for path in sorted(_ANSWERS.glob("*/*.md"))
        if (_ANSWERS / "grades.json").exists() and path.parent.name in _GRADED
        for claim in check_claims(path.read_text(encoding="utf-8"))
        if not claim.ok
    }
    assert flagged == {
        ("key-value-store", "flawed", "30 seconds", "53.3 min"),
        ("notification-system", "flawed", "50 seconds", "1.39 h"),
        ("social-feed", "flawed", "14k timeline inserts/s", "1.4M timeline inserts/s"),
        ("task-scheduler", "flawed", "12/s", "1.16k/s"),
        ("url-shortener", "flawed", "50 MB per day", "50 GB per day"),
        ("url-shortener", "flawed", "16 billion codes", "16.8M codes"),
    }


_GRADED = (
    "key-value-store", "notification-system", "payment-system", "social-feed", "task-scheduler", "url-shortener",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        (
            "100k targets × 500 series / 10 s = 50M live series, 5M samples/s",
            "100k targets × 500 series / 10 s = 50M live series",
        ),
        ("160k calls come in. To the queue: 160 × 0.2 = 32k", "To the queue: 160 × 0.2 = 32k"),
        ("12k a second come in: 12 × 86,400 = 1B a day", "12 × 86,400 = 1B a day"),
    ],
)
def test_what_stands_beside_a_sum_may_account_for_it(text: str, slip: str) -> None:
    assert not [claim for claim in check_claims(text) if not claim.ok]
    assert [claim for claim in check_claims(slip) if not claim.ok], "by itself it is one"


def test_offsets_count_from_the_start_of_the_text() -> None:
    text = "Scale:\n- 100M * 500 B = 50 MB per day\r\n- 1B/day ≈ 12k/s\n"
    assert [text[claim.start : claim.end] for claim in check_claims(text)] == [
        "100M * 500 B = 50 MB per day",
        "1B/day ≈ 12k/s",
    ]


def test_claims_travel_between_processes() -> None:
    claims = check_claims("62^7 = 56 billion")
    assert pickle.loads(pickle.dumps(claims)) == claims


pieces = st.sampled_from(
    "100M * 500B = 50GB /day so about ( ) x3 - 5 each , . over at 10Gbps ^ % users / 86400 ~ → ** x for $ 1e9 : "
    "in years with replicas peak 0 0/s 1e999 2^999 ⁹ + per".split()
)
soup = st.lists(st.tuples(pieces, st.sampled_from(["", " "])), max_size=40).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=120), soup))
def test_any_text_is_read(text: str) -> None:
    for claim in check_claims(text):
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.said == text[claim.end - len(claim.said) : claim.end]
        assert claim.off_by >= 1
        assert claim.is_
        assert claim.ok == (claim.off_by <= 1.25)


def test_a_line_that_begins_with_a_sign_goes_on_with_the_line_above() -> None:
    text = "- 20,000 × 100 = 2M lines/s\n- × 250 B = 500 MB/s\n- × 86,400 s ≈ 430 GB/day raw"
    claims = check_claims(text)
    assert [(claim.said, claim.ok) for claim in claims] == [("2M lines/s", True), ("500 MB/s", True), ("430 GB/day", False)]
    assert claims[-1].is_ == "43.2 TB/day"
    assert all("\n" not in text[claim.start : claim.end] and text[: claim.end].endswith(claim.said) for claim in claims)
    assert [claim.ok for claim in check_claims("20 KB\nx 5,000/s = 100 MB/s\n/ 10 nodes = 1 MB/s")] == [True, False]


def test_a_bullet_is_no_sign_and_an_empty_line_parts_sums() -> None:
    assert not check_claims("7 racks\n* 3 rows = 9 lamps")
    assert not check_claims("7 racks\n\n× 3 rows = 9 lamps")
