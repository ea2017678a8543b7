"""A candidate's worksheet against a problem's reference."""

from __future__ import annotations

import pytest

from interviewcoach.estimation import Expectation, SheetError, judge_estimates

REFERENCE = [
    "new = 100M links/month",
    "writes = new",
    "reads = writes * 100 reads/link",
    "store = new * 5 years * 500 bytes/link",
]
JUDGE = [
    {"id": "write-rate", "line": "writes", "within": 3, "why": "one primary can take the writes"},
    {"id": "read-rate", "line": "reads", "within": 3, "why": "reads decide on a cache"},
    Expectation("store", "store", 2),
]


def judged(*lines: str) -> dict[str, tuple]:
    return {j.id: (j.status, j.found, j.hint) for j in judge_estimates("\n".join(lines), REFERENCE, JUDGE)}


def test_other_names_and_nouns_are_matched() -> None:
    found = judged(
        "create_qps = 90M urls/month", "redirects = create_qps * 120 redirects/url", "storage_5y = 5.4B urls * 0.5 KB/url"
    )
    assert {status for status, _, _ in found.values()} == {"right"}
    assert found["store"] == ("right", "2.7 TB", "")


def test_the_step_that_left_the_reference_is_named() -> None:
    judgements = judge_estimates(
        "writes = 100M links/day\nreads = writes * 100 reads/link\nstore = 6B links * 500 KB/link", REFERENCE, JUDGE
    )
    writes, reads, store = judgements
    assert (writes.status, writes.step, writes.ok) == ("off", 1, False)
    assert writes.off_by == pytest.approx(30.4, rel=0.01)
    assert writes.hint == "a factor of 30: days against months, in line 1 (writes)"
    assert (reads.step, reads.hint) == (1, "a factor of 30: days against months, from line 1 (writes)")
    assert store.hint == "a factor of a thousand: check the prefixes, in line 3 (store)"
    assert (store.expected, store.found, store.found_line) == ("3 TB", "3 PB", 3)


def test_bare_numbers_are_compared_by_name() -> None:
    found = judged("writes = 100M / 30 / 86400", "reads = 3.3M * 100")
    assert found["write-rate"][:2] == ("right", "38.6")
    assert found["read-rate"] == (
        "off", "330M", "a factor of 86,400: per second against per day, in line 2 (reads)"
    )  # fmt: skip


def test_a_line_without_a_name_is_matched_by_kind_and_value() -> None:
    found = judged("100M links/month", "3.2 TB")
    assert found["write-rate"][0] == found["store"][0] == "right"
    assert found["read-rate"][0] == "missing"


def test_the_only_size_is_taken_for_the_size() -> None:
    assert judged("total = 3 GB")["store"] == ("off", "3 GB", "a factor of a thousand: check the prefixes, in line 1 (total)")


def test_a_peak_is_not_an_average() -> None:
    assert judged("peak_writes = 1M links/s")["write-rate"][0] == "missing"


def test_another_kind_is_said_to_be_one() -> None:
    assert judged("store = 3 GB/day")["store"][0] == "other_kind"


def test_nothing_written_is_missing_and_errors_do_not_count() -> None:
    assert {status for status, _, _ in judged("").values()} == {"missing"}
    assert judged("store = 3 TB +")["store"][0] == "missing"


def test_one_line_answers_one_expectation() -> None:
    found = judge_estimates("writes = 100M links/month", REFERENCE, [JUDGE[0], {"id": "again", "line": "writes"}])
    assert [judgement.status for judgement in found] == ["right", "missing"]


def test_a_judge_entry_for_an_unknown_line_is_a_fault_of_the_problem() -> None:
    with pytest.raises(SheetError, match="no line 'wirtes'"):
        judge_estimates("a = 1", REFERENCE, [Expectation("x", "wirtes")])


def test_what_another_line_of_the_reference_comes_to_is_not_off() -> None:
    reference = ["keys = 50B keys", "filter = keys * 10 bits/key", "exact = keys * 8 bytes/key"]
    wanted = [Expectation("f", "filter", 3.0)]
    (judged,) = judge_estimates("filtered set = 50B keys * 8 bytes/key", reference, wanted)
    assert judged.status == "missing"
    (judged,) = judge_estimates("filter = 50B keys * 10 bytes/key", reference, wanted)
    assert judged.status == "off"
