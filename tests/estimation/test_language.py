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
        ("1e18 s", "31.7bn years"),
        ("5B searches/day to qps", "57.9k qps"),
        ("38 rps to qps", "38 qps"),
        ("100M/month in qps", "38.1 qps"),
        ("100 tps to queries/day", "8.64M queries/day"),
        ("100 qps to writes/s", "100 writes/s"),
        ("100M links a month", "38.1 links/s"),
        ("2bn a day", "23.1k/s"),
        ("$5 a month", "$5/month"),
        ("5 posts a user a day * 10M users", "579 posts/s"),
        ("(2 + 3) links an hour", "120 links/day"),
        ("3 times a day", "3/day"),
        ("(1 - 99.99%) * a year", "52.6 min"),
        ("99.99% of a year to days", "365 days"),
        ("40 qps per month", "1.52e-5 queries/s/s"),
        ("100 + 10%", "110"),
        ("2M users * 70 percent", "1.4M users"),
        ("100 - 10%", "90"),
        ("5 TB + 20%", "6 TB"),
        ("100 + (10% + 5%)", "115"),
        ("100 - -10%", "110"),
        ("50% + 20%", "0.7"),
        ("120% + 10%", "1.3"),
        ("99.9% - 0.1%", "99.8%"),
        ("four nines - 0.01%", "99.98%"),
        ("1 - 99.9%", "0.001"),
        ("0.5 + 10%", "0.6"),
        ("1h30m", "1.5 h"),
        ("1 h 30 min", "1.5 h"),
        ("2 days 4 hours to h", "52 h"),
        ("5 // 2", "5"),
        ("0e-400", "0"),
        ("60 fps * 2 MB/frame", "120 MB/s"),
        ("60 fps * 2 MB", "120 MB·frame/s"),
        ("12 seeks + 3 seeks", "15 seeks"),
        ("5 moths", "5 moths"),
        ("5 users/day1", "5 users/day1"),
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
        (["5 * 1e400%"], "too large", 5),
        (["(0 - 8)^0.5"], "no such root", 8),
        (["0^-1"], "division by zero", 2),
        (["(5 users)^12"], "can't be meant", 10),
        (["38 rps + 5 qps"], "show each 'to qps' first, on lines of their own", 8),
        (["5 reads/s + 3 writes/s"], "can't add reads/time and writes/time", 11),
        (["5 reads/s to writes/s"], "can't show reads/time in writes/s", 14),
        (["3 TB/day to qps"], "can't show bytes/time in qps", 13),
        (["5 users to qps"], "can't show users in qps", 12),
        (["20% + 5 GB"], "can't add a plain number and bytes", 5),
        (["1e-400"], "too small", 1),
        (["1e-320 ns"], "too small", 1),
        (["30m15s"], "m is ambiguous", 3),
        (["1 h 2 h"], "an operator is missing before '2'", 5),
        (["3 TB / 5 yers"], "'yers' isn't a known unit: did you mean 'years'?", 10),
        (["5 yearsz"], "did you mean 'years'?", 3),
        (["5 GB/secnod"], "did you mean 'second'?", 6),
        (["5 TB to mnths"], "did you mean 'months'?", 9),
        (["5 TB / yaer"], "did you mean 'year'?", 8),
        (["3 * yaers"], "'yaers' isn't defined: did you mean 'years'?", 5),
        (["100 GBs"], "did you mean 'GB'?", 5),
        (["5 kbytes"], "did you mean 'KB'?", 3),
        (["QPS = 60k requests/s", "3 QPS"], "write 'qps' for the unit, '* QPS' or '/ QPS' for the line", 3),
        (["qps = 60k requests/s", "100/qps"], "write 'QPS' for the unit", 5),
        (["a = 4", "99% of a year"], "write '1 year' for the unit, 'a *' for the line", 8),
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


def test_a_line_may_be_called_like_a_rate_or_like_a_unit_in_another_case() -> None:
    results = evaluate_sheet("QPS = 200M*5/day\nDays = 30\nQPS * Days\n100k / QPS\nQPS to qps\n5 days\npeak = 3 rps")
    assert [result.text for result in results] == [
        "11.6k/s", "30", "347k/s", "8.64 s", "11.6k qps", "5 days", "3 requests/s",
    ]  # fmt: skip
    assert last("qps = 38 qps").text == "38 queries/s"


def test_rates_that_are_shown_as_one_can_be_added() -> None:
    assert last("reads = 38 reads/s to qps", "writes = 5 tps to qps", "reads + writes").text == "43 queries/s"


def test_a_named_percentage_is_one() -> None:
    assert last("growth = 10% + 10%", "users = 5M users", "users + growth").text == "6M users"
    assert last("growth = 0.2 to %", "100 + growth").text == "120"


def test_a_line_called_a_is_no_article() -> None:
    assert [result.text for result in evaluate_sheet("a = 4\n2 x a to %\na / day\n3 times a\n5 GB a day")] == [
        "4", "800%", "4/day", "12", "57.9 KB/s",
    ]  # fmt: skip


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


# --- as people type -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("10k rps * 2KB to Gbps", "0.16 Gbps"),
        ("10k orders/day * 1KB * 3 years to GB", "11 GB"),
        ("10K tps * 1 KB to MB/s", "10 MB/s"),
        ("3 servers * 2 GB to GB", "6 GB"),
        ("10,000 orders / 500 per second", "20 s"),
        ("10k pieces / 500 charges/s", "20 s"),
        ("10k orders / 500/s", "20 s"),
        ("99.9% of 30 days", "29.97 days"),
        ("99.99% of a year", "364.96 days"),
        ("30 days * 99.95%", "29.985 days"),
        ("50% of 30 days", "15 days"),
        ("100 000 / s", "100k/s"),
        ("1 000 000 users", "1M users"),
        ("10M req over 10 min", "16.7k requests/s"),
        ("1.4M / 10 = 140k", "140k"),
        ("1.4M users / 10 s = 140k/s", "140k users/s"),
        ("reads = 100M reads/day = 1157/s", "1.16k reads/s"),
        ("2^10 = 1024", "1.02k"),
        ("1 PB at $23/TB/month", "$23k/month"),
        ("1PB@$23/TB/month", "$23k/month"),
        ("10 TB/day at $2/TB", "$608/month"),
        ("10k req/s at 50 ms", "500 requests"),
        ("(2 + 3) TB at $2/TB", "$10"),
        ("9k-4k", "5k"),
        ("4k - 9k", "-5k"),
        ("1-99.9%", "0.001"),
        ("(1-95%) * 400 rps", "20 requests/s"),
        ("2^3-5", "3"),
        ("10/2-5", "0"),
        ("5k-10", "4.99k"),
    ],
)
def test_plain_meaning_is_read(line: str, text: str) -> None:
    result = evaluate_sheet(line)[-1]
    assert result.error is None and result.text == text


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("2M users * 70% in 10s", "behind 'in' stands a unit, not '10': to divide by a time write '/ 10 s'"),
        ("10 GB in", "a unit is missing after 'in': as in: in GB/day"),
        ("avg 38/s peak x 5", "an operator is missing before '38': to name the line write 'avg = 38 ...'"),
        ("38/s peak x 5", "two words in a row, 's peak': leave 'peak' out, or write * or / before it"),
        ("1.4M / 10 = 14k", "the sum is off: the line comes to 140k"),
        ("5 TB = 5 days", "can't compare bytes and time: the line comes to 5 TB"),
        ("10 KB/user to GB", "can't show bytes/user in GB: it is for each user: multiply by how many there are"),
        ("10 MB/s to GB", "can't show bytes/time in GB: multiply by a time first"),
        ("10 GB to MB/s", "can't show bytes in MB/s: divide by a time first"),
        ("1 TB to seconds", "can't show bytes in seconds: it comes to 1 TB"),
        ("3,8k/s", "',' can't stand here: write 3.8 for a fraction"),
        ("3,8 + 2,5", "',' can't stand here: write 3.8 for a fraction"),
        ("1,2,3", "',' can't stand here: commas part thousands (12,000) and the values of max and min"),
        ("1 / 0", "division by zero: what stands behind '/' comes to 0"),
        ("1e308 * 10", "the result is too large to calculate: numbers go up to 1e308"),
        ("0x10", "'0x10' can't be read: numbers are decimal here: write 16"),
        ("500 milion users", "'milion' isn't a known unit: did you mean 'million'?"),
        ("500 bilions", "'bilions' isn't a known unit: did you mean 'billion'?"),
        ("ten million users / 86400", "two words in a row, 'ten million': write 10 million"),
        ("a million users", "two words in a row, 'a million': write 1 million"),
        ("10 TBB", "'TBB' isn't a known unit: did you mean 'TB'?"),
        ("5 TB per yer", "'yer' isn't a known unit: did you mean 'year'?"),
        ("10k req/s at peak", "an amount is missing after 'at': as in: 1 PB at $23/TB/month"),
        ("5 TB @", "an amount is missing after '@': as in: 1 PB at $23/TB/month"),
        ("1 PB $23/TB/month", "an operator is missing before '$'"),
        ("@ 3", "'@' can't stand here"),
        ("4k-9k", "'4k-9k' is a range: give one value, or blanks to subtract: 4k - 9k"),
        ("peak = 2-4x", "'2-4x' is a range: give one value, or blanks to subtract: 2 - 4x"),
        ("15-25% of 3M", "'15-25%' is a range: give one value, or blanks to subtract: 15 - 25%"),
        ("6k-8k * 3", "'6k-8k' is a range: give one value, or blanks to subtract: 6k - 8k"),
        ("3–4 KB", "'3-4' is a range: give one value, or blanks to subtract: 3 - 4"),
        ("7–9 ms", "'7-9' is a range: give one value, or blanks to subtract: 7 - 9"),
        ("800ms-2s", "'800ms-2s' is a range: give one value, or blanks to subtract: 800ms - 2s"),
        ("users = 40M users * 3-5 posts/user", "'3-5' is a range: give one value, or blanks to subtract: 3 - 5"),
        ("2k to 5k", "behind 'to' stands a unit, not '5': of a range give one value"),
    ],
)
def test_what_is_refused_says_how_to_write_it(line: str, error: str) -> None:
    assert evaluate_sheet(line)[-1].error == error


@pytest.mark.parametrize("line", ["5 minions", "5 bullions", "5 ebbs", "10x10", "0 x 10", "3 TB x2", "5 herds", "2 mobs"])
def test_a_noun_near_a_unit_is_still_a_noun(line: str) -> None:
    assert evaluate_sheet(line)[0].error is None


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("100M DAU * 10 req/day", "give the requests per user (requests/user/day), and it is 11.6k requests/s"),
        ("20 writes/day * 50M DAU", "give the writes per user (writes/user/day), and it is 11.6k writes/s"),
        ("100 servers at 5k qps", "give the queries per server (queries/server/s), and it is 500k queries/s"),
        ("5k QPS * 2KB", "write the size per query (bytes/query), and it is 10 MB/s"),
        ("100M users * 10 req/user/day", ""),
        ("10 users/day * 5 posts", ""),
        ("10 stamps * 5 posts/day", ""),
        ("3 users * 4 users * 5 posts/day", ""),
    ],
)
def test_what_each_does_is_to_be_given_per_each(line: str, advice: str) -> None:
    assert evaluate_sheet(line)[0].advice == advice


def test_a_line_may_still_be_called_at() -> None:
    assert [result.text for result in evaluate_sheet("at = 3\n4 * at\nat * 2\n4 at 2")] == ["3", "12", "6", "8"]


def test_a_line_may_still_be_called_over() -> None:
    assert [result.text for result in evaluate_sheet("over = 3\n4 * over\nover * 2\n4 over 2")] == ["3", "12", "6", "2"]
