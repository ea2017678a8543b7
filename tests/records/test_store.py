from __future__ import annotations

import pytest
from making import DAY, NOON, begin, card, content, finish, progressed, wrote

from interviewcoach.errors import UsageError
from interviewcoach.records import Filter, Records, StoredEvent


@pytest.fixture
def four(records: Records) -> Records:
    """Three finished sittings and one that is not."""
    finish(records, "aaaa0001", "a Cache in front, 90% hits")
    finish(records, "aaab0002", "ÉCRITURES en file_d'attente", problem="chat-system", at=NOON + DAY, mode="mock",
           scored=card("strong_hire", 91.0), active=1000)  # fmt: skip
    finish(records, "aabb0003", "no cache at all", at=NOON + 2 * DAY, scored=card("no_hire", 12.0))
    begin(records, "abbb0004", at=NOON + 3 * DAY)
    records.flush()
    return records


def ids(rows: list) -> list[str]:
    return [row.id for row in rows]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), ["abbb0004", "aabb0003", "aaab0002", "aaaa0001"]),
        (Filter(problem="url-shortener"), ["abbb0004", "aabb0003", "aaaa0001"]),
        (Filter(verdict="strong_hire"), ["aaab0002"]),
        (Filter(mode="mock"), ["aaab0002"]),
        (Filter(status="unfinished"), ["abbb0004"]),
        (Filter(status="finished", sort="oldest"), ["aaaa0001", "aaab0002", "aabb0003"]),
        (Filter(since=NOON + DAY, until=NOON + 2 * DAY), ["aaab0002"]),
        (Filter(sort="best"), ["aaab0002", "aaaa0001", "aabb0003", "abbb0004"]),
        (Filter(sort="worst"), ["aabb0003", "aaaa0001", "aaab0002", "abbb0004"]),
        (Filter(sort="longest", limit=1), ["aabb0003"]),
        (Filter(text="CACHE front"), ["aaaa0001"]),
        (Filter(text="90%"), ["aaaa0001"]),
        (Filter(text="écritures file_d"), ["aaab0002"]),
        (Filter(text="chat-sys"), ["aaab0002"]),
        (Filter(text="'; DROP TABLE sittings; --"), []),
    ],
)
def test_sittings_are_filtered_sorted_and_searched(four: Records, wanted: Filter, found: list[str]) -> None:
    assert ids(four.sittings(wanted)) == found


def test_an_unknown_order_is_refused(four: Records) -> None:
    with pytest.raises(UsageError, match="sorted by 'colour'"):
        four.sittings(Filter(sort="colour"))


def test_a_sitting_is_found_by_the_beginning_of_its_name(four: Records) -> None:
    assert four.find("aabb") == "aabb0003" and four.find("last") == "aabb0003"
    for wrong in ("aa", "zzz", "", "%", "aaaa00012"):
        with pytest.raises(UsageError):
            four.find(wrong)


def test_last_needs_a_finished_sitting(records: Records) -> None:
    begin(records, "aaaa0001")
    records.flush()
    with pytest.raises(UsageError, match="no finished sitting"):
        records.find("last")


def test_a_loaded_sitting_has_all_its_parts(four: Records) -> None:
    four.put_remark("aaaa0001", "ask about deletes", author="Mona")
    mine = four.put_remark("aaaa0001", "mine")
    four.put_remark("aaaa0001", "", remark=mine)
    four.rename("aaaa0001", "  a   title\n")
    four.set_tags("aaaa0001", ["caching", " caching", "b\x1b[31m", ""])
    second = four.add_card("aaaa0001", card("lean_hire", 55.0, content_version="v2"))
    four.flush()
    sitting = four.load("aaaa0001")
    assert [c.body["verdict"] for c in sitting.cards] == ["hire", "lean_hire"]
    assert sitting.card is not None and sitting.card.id == second and sitting.card.content_version == "v2"
    assert sitting.row.verdict == "lean_hire" and sitting.row.title == "a title"
    assert sitting.row.tags == ("b[31m", "caching")
    assert [(r.author, r.text) for r in sitting.remarks] == [("Mona", "ask about deletes")]
    assert sitting.document == "## Requirements\n\na Cache in front, 90% hits\n"
    assert sitting.submission is not None and sitting.submission["problem"] == "url-shortener"
    assert sitting.drafts == {} and [e.kind for e in sitting.events] == ["started", "wrote", "ended"]
    assert ids(four.sittings(Filter(tag="caching"))) == ["aaaa0001"]
    assert ids(four.sittings(Filter(text="DELETES"))) == ["aaaa0001"]


def test_standings_name_the_best_verdict_of_each_problem(four: Records) -> None:
    standings = four.standings()
    assert {p: (s.sittings, s.best) for p, s in standings.items()} == {
        "url-shortener": (2, "hire"), "chat-system": (1, "strong_hire"),
    }  # fmt: skip
    assert standings["url-shortener"].last == NOON + 2 * DAY


def test_performances_are_the_scored_sittings_oldest_first(four: Records) -> None:
    rows = four.performances()
    assert [r.sitting for r in rows] == ["aaaa0001", "aaab0002", "aabb0003"]
    assert rows[0].skills == {"id-generation": 3, "cache-first": 1} and rows[0].axes["delivery"] is None


def test_the_sitting_seen_last_is_offered_first(records: Records) -> None:
    begin(records, "aaaa0001")
    begin(records, "aaaa0002", at=NOON + 1)
    records.beat("aaaa0001", NOON + 99_000, 99_000)
    records.flush()
    assert ids(records.unfinished()) == ["aaaa0001", "aaaa0002"]
    assert records.unfinished()[0].active == 99_000


def test_deleting_can_be_undone_until_the_end(four: Records) -> None:
    four.delete("aaaa0001", "aaab0002")
    four.undelete("aaab0002")
    four.flush()
    assert ids(four.sittings()) == ["abbb0004", "aabb0003", "aaab0002"]
    with pytest.raises(UsageError):
        four.find("aaaa0001")
    four.close()
    kept = content(four.path)
    assert sorted(row[0] for row in kept["sittings"]) == ["aaab0002", "aabb0003", "abbb0004"]
    assert "aaaa0001" not in {row[0] for t in ("events", "transcripts") for row in kept[t]}


def test_probes_of_the_last_sittings_are_remembered(records: Records) -> None:
    for number in range(5):
        name = f"aaaa000{number}"
        begin(records, name, at=NOON + number * DAY)
        probe = {"phase": "deep_dive", "probe": {"id": f"probe-{number}"}}
        records.record(name, StoredEvent(1, NOON + number * DAY, "probed", probe), progressed())
    records.flush()
    assert records.recent_probes("url-shortener", "aaaa0004") == ("probe-1", "probe-2", "probe-3")
    assert records.recent_probes("url-shortener", sittings=1) == ("probe-4",)
    assert records.recent_probes("chat-system") == ()


def test_settings_are_any_json_and_can_be_forgotten(records: Records) -> None:
    records.set_setting("packs", ["a", "b"])
    records.set_setting("reduced_motion", True)
    records.set_setting("theme", "dark")
    records.set_setting("theme", None)
    records.flush()
    assert records.settings() == {"packs": ["a", "b"], "reduced_motion": True}


@pytest.mark.parametrize("word", ["Straße", "STRASSE", "strasse", "ärger", "Ärger"])
@pytest.mark.parametrize("place", ["title", "tag", "remark", "draft"])
def test_a_word_is_found_whatever_its_case_in_any_alphabet(records: Records, word: str, place: str) -> None:
    begin(records, "aaaa0001")
    if place == "title":
        records.rename("aaaa0001", "Straße Ärger")
    elif place == "tag":
        records.set_tags("aaaa0001", ["Straße Ärger"])
    elif place == "remark":
        records.put_remark("aaaa0001", "Straße Ärger")
    else:
        records.record("aaaa0001", wrote(1, "x"), progressed(), ("requirements", "Straße Ärger"))
    records.flush()
    assert ids(records.sittings(Filter(text=word))) == ["aaaa0001"]


def test_what_stood_beside_the_answer_is_found_after_it_was_handed_in(records: Records) -> None:
    begin(records, "aaaa0001")
    for seq, part, text in ((1, "notes", "ask for the 2nd DC"), (2, "worksheet", "peak = 3k"), (3, "saying", "unsent")):
        records.record("aaaa0001", wrote(seq, text), progressed(), (part, text))
    records.hand_in("aaaa0001", "the answer", {})
    records.put_remark("aaaa0001", "say W before R", author="Mentor 先生")
    records.flush()
    for words in ("2nd dc", "PEAK", "mentor", "先生 before", "answer 2nd"):
        assert ids(records.sittings(Filter(text=words))) == ["aaaa0001"]
    assert not records.sittings(Filter(text="unsent"))


def test_half_characters_become_question_marks_and_hinder_nothing(records: Records) -> None:
    begin(records, "aaaa0001")
    records.rename("aaaa0001", "caf\udce9")
    records.set_tags("aaaa0001", ["caf\udce9"])
    records.put_remark("aaaa0001", "caf\udce9", author="\ud83d")
    assert records.flush() and records.writer.lost == 0
    kept = records.load("aaaa0001")
    assert (kept.row.title, kept.row.tags) == ("caf?", ("caf?",))
    assert [(r.author, r.text) for r in kept.remarks] == [("?", "caf?")]
    for wanted in (Filter(text="\ud83d"), Filter(problem="\ud83d"), Filter(tag="\ud83d")):
        assert records.sittings(wanted) in ([], [kept.row])
    with pytest.raises(UsageError):
        records.find("\ud83d")


def test_hostile_text_is_kept_as_it_is(records: Records) -> None:
    nasty = "[/x] [@click=app.quit] \x1b[2J \x00 after \N{PILE OF POO} \u202e"
    finish(records, "aaaa0001", nasty)
    records.rename("aaaa0001", "[/x]")
    records.flush()
    sitting = records.load("aaaa0001")
    assert nasty in (sitting.document or "") and sitting.events[1].body["put"] == nasty
    assert ids(records.sittings(Filter(text="after"))) == ["aaaa0001"]
