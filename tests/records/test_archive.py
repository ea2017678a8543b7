"""Export and import: the same content again, twice is once, and a bad file is refused whole."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from making import NOON, accept, begin, card, content, finish, progressed, wrote

from interviewcoach.errors import CoachError, EnvironmentFault
from interviewcoach.records import Records, StoredEvent
from interviewcoach.records.importing import Imported

SPAN = {"start": 17, "end": 24, "phase": "requirements", "why": "mention"}
DETAILS: dict[str, Any] = {
    "criteria": [
        {"id": "hot-links", "claim": "Caches", "skill": None, "phase": "deep_dive", "axis": "deep_dive", "tier": 1, "points": 1,
         "of": 3.5, "spans": [SPAN], "next": "say how", "probe": "And then?", "of a later version": True},
    ],
    "red_flags": [{"id": "f", "claim": "No", "why": "because", "severity": "minor", "spans": [SPAN]}],
    "arithmetic": [{"span": {"start": 17, "end": 18}, "said": "1", "is": "2", "off_by": 2.0, "ok": False}],
    "corrections": [{"start": 17, "end": 24, "read_as": "cache"}],
    "to_next_band": {"band": "strong_hire", "criteria": ["hot-links"]},
}  # fmt: skip


@pytest.fixture
def full(records: Records) -> Records:
    """A bit of everything."""
    finish(records, "aaaa0001", "a cache \x00 [/x] \N{GRINNING FACE}", scored=card(**DETAILS))
    records.add_card("aaaa0001", card("lean_hire", 50.25, content_version="v2"))
    records.put_remark("aaaa0001", "ask about deletes", author="Mona")
    records.set_tags("aaaa0001", ["caching"])
    records.rename("aaaa0001", "first")
    begin(records, "aaaa0002", "chat-system", at=NOON + 5)
    probe = {"phase": "deep_dive", "probe": {"id": "p1", "criterion": "c", "text": "t", "quote": ""}}
    records.record("aaaa0002", StoredEvent(1, NOON + 9, "probed", probe), progressed(pace={"used": {}}))
    records.record("aaaa0002", wrote(2, "half", NOON + 9), progressed(words=1), ("requirements", "half"))
    records.let_go("aaaa0002")
    records.set_setting("theme", "dark")
    records.flush()
    return records


@pytest.mark.parametrize("name", ["all.jsonl", "all.jsonl.gz"])
def test_the_same_content_comes_back_and_twice_is_once(full: Records, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    assert full.export_all(file) == 2
    with Records(tmp_path / "other") as other:
        assert other.import_all(file, accept) == Imported(added=2)
        other.flush()
        once = content(other.path)
        assert once == content(full.path)
        assert other.import_all(file, accept) == Imported(unchanged=2)
        assert content(other.path) == once
        again = tmp_path / ("again-" + name)
        other.export_all(again)
    assert again.read_bytes() == file.read_bytes()


def test_an_export_never_overwrites_unasked(full: Records, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    file.write_text("mine", "utf-8", newline="\n")
    with pytest.raises(CoachError, match="already a file"):
        full.export_all(file)
    assert file.read_text("utf-8") == "mine"
    full.export_all(file, overwrite=True)
    with pytest.raises(EnvironmentFault):
        full.export_all(tmp_path / "nowhere" / "all.jsonl")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["all.jsonl", "data"]


def test_a_sitting_that_runs_here_stays_as_it_is(full: Records, tmp_path: Path) -> None:
    full.export_all(tmp_path / "early.jsonl")
    full.take("aaaa0002")
    full.record("aaaa0002", wrote(3, "more"), progressed(words=2), ("requirements", "more half"))
    full.export_all(tmp_path / "late.jsonl")
    with Records(tmp_path / "other") as other:
        other.import_all(tmp_path / "early.jsonl", accept)
        other.take("aaaa0002")
        assert other.import_all(tmp_path / "late.jsonl", accept).kept == 1
        assert len(other.load("aaaa0002").events) == 3
        other.let_go("aaaa0002")
        assert other.import_all(tmp_path / "late.jsonl", accept).extended == 1


def test_what_went_further_wins_and_what_differs_stays(full: Records, tmp_path: Path) -> None:
    file = tmp_path / "early.jsonl"
    full.export_all(file)
    with Records(tmp_path / "other") as other:
        other.import_all(file, accept)
        other.take("aaaa0002")
        other.record("aaaa0002", wrote(3, "more"), progressed(words=2), ("requirements", "more half"))
        other.let_go("aaaa0002")
        other.flush()
        further = content(other.path)
        assert other.import_all(file, accept) == Imported(unchanged=2)
        assert content(other.path) == further
        late = tmp_path / "late.jsonl"
        other.export_all(late)
    assert full.import_all(late, accept) == Imported(extended=1, unchanged=1)
    assert full.load("aaaa0002").drafts == {"requirements": "more half"}
    full.take("aaaa0001")
    full.record("aaaa0001", wrote(3, "x"), progressed("ended"))
    full.let_go("aaaa0001")
    full.flush()
    with Records(tmp_path / "third") as third:
        third.import_all(late, accept)
        third.take("aaaa0001")
        third.record("aaaa0001", wrote(3, "y"), progressed("ended"))
        third.let_go("aaaa0001")
        third.export_all(tmp_path / "forked.jsonl")
    assert full.import_all(tmp_path / "forked.jsonl", accept).kept == 1
    assert full.load("aaaa0001").events[3].body["put"] == "x"


def test_settings_made_here_stay_and_programs_are_never_taken_from_a_file(full: Records, tmp_path: Path) -> None:
    full.set_setting("editor", "vi")
    file = tmp_path / "all.jsonl"
    full.export_all(file)
    header = json.loads(file.read_text("utf-8").splitlines()[0])
    assert header["settings"] == {"theme": "dark"}

    def sneak(lines: list[Any]) -> None:
        lines[0]["settings"]["editor"] = "a program of theirs"

    with Records(tmp_path / "other") as other:
        other.set_setting("theme", "light")
        other.import_all(altered(file, sneak), accept)
        assert other.settings() == {"theme": "light"}


def altered(file: Path, change: Callable[[list[Any]], object], *, seal: bool = True) -> Path:
    """A copy of an export with something changed, sealed anew as a forger would."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    change(lines)
    body = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines[:-1])
    if seal and isinstance(lines[-1], dict) and "sha256" in lines[-1]:
        lines[-1] = {"sittings": len(lines) - 2, "sha256": sha256(body.encode()).hexdigest()}
    target = file.with_name("altered.jsonl")
    target.write_text(body + json.dumps(lines[-1]) + "\n", encoding="utf-8", newline="\n")
    return target


HOSTILE: dict[str, Callable[[list[Any]], object]] = {
    "no header": lambda lines: lines.pop(0),
    "other format": lambda lines: lines[0].update(format="recipes"),
    "newer version": lambda lines: lines[0].update(version=2),
    "unknown field": lambda lines: lines[1].update(evil=1),
    "missing part": lambda lines: lines[1].pop("events"),
    "no events": lambda lines: lines[1].update(events=[]),
    "text for a number": lambda lines: lines[1]["sitting"].update(seed="7"),
    "truth for a number": lambda lines: lines[1]["sitting"].update(words=True),
    "huge number": lambda lines: lines[1]["sitting"].update(started=2**70),
    "negative time": lambda lines: lines[1]["events"][0].update(at=-1),
    "endless number": lambda lines: lines[1]["cards"][0]["body"].update(overall=float("inf")),
    "no number": lambda lines: lines[1]["cards"][0]["body"].update(extra=float("nan")),
    "path for an id": lambda lines: lines[1]["sitting"].update(id="../../etc"),
    "odd slug": lambda lines: lines[1]["sitting"].update(problem="[@click=app.quit]x"),
    "unknown verdict": lambda lines: lines[1]["cards"][0]["body"].update(verdict="genius"),
    "score above all": lambda lines: lines[1]["cards"][0]["body"].update(overall=101),
    "skill of tier 9": lambda lines: lines[1]["cards"][0]["body"].update(skills={"x": 9}),
    "card of another problem": lambda lines: lines[1]["cards"][0]["body"].update(problem="chat-system"),
    "card that is not there": lambda lines: lines[1]["sitting"].update(card="zzzzzzzz"),
    "half a character": lambda lines: lines[1]["sitting"].update(title="\ud83d"),
    "long title": lambda lines: lines[1]["sitting"].update(title="x" * 201),
    "same sitting twice": lambda lines: lines.insert(2, {**lines[1], "sitting": {**lines[1]["sitting"], "seed": 1}}),
    "a draft twice": lambda lines: lines[2]["drafts"].append(lines[2]["drafts"][0]),
    "borrowed card": lambda lines: lines[2].update(
        cards=[{**lines[1]["cards"][0], "body": {**lines[1]["cards"][0]["body"], "problem": "chat-system"}}]
    ),
    "a start beyond all years": lambda lines: lines[1]["sitting"].update(started=2**53 - 1),
    "a remark beyond all years": lambda lines: lines[1]["remarks"][0].update(at=2**53 - 1),
    "a guess of no verdict": lambda lines: lines[1]["sitting"].update(prediction={"verdict": "banana", "axes": {}}),
    "a pace of a foreign phase": lambda lines: lines[1]["sitting"].update(pace={"used": {}, "planned": {"lunch": 5}}),
    "a delivery in words": lambda lines: lines[1]["sitting"].update(pace={"delivery": "good"}),
    "a submission without an answer": lambda lines: lines[1]["transcript"]["submission"].pop("answer"),
    "a submission about another problem": lambda lines: lines[1]["transcript"]["submission"].update(problem="chat-system"),
    "a hint of step -1": lambda lines: lines[1]["transcript"]["submission"].update(hints={"a": -1}),
    "events about another problem": lambda lines: lines[1]["events"][0]["body"].update(problem="../../etc"),
    **{
        f"a card without {name}": lambda lines, name=name: lines[1]["cards"][0]["body"].pop(name)
        for name in ("criteria", "red_flags", "arithmetic", "to_next_band", "about")
    },
    "a criterion of nothing": lambda lines: lines[1]["cards"][0]["body"].update(criteria=[{}]),
    "a criterion of tier 4": lambda lines: lines[1]["cards"][0]["body"]["criteria"][0].update(tier=4),
    "a mistake without a reason": lambda lines: lines[1]["cards"][0]["body"]["red_flags"][0].pop("why"),
    "a sum without a result": lambda lines: lines[1]["cards"][0]["body"]["arithmetic"][0].pop("is"),
    "a next band that is none": lambda lines: lines[1]["cards"][0]["body"].update(
        to_next_band={"band": "genius", "criteria": []}
    ),
    "a slip without its word": lambda lines: lines[1]["cards"][0]["body"]["corrections"][0].pop("read_as"),
    "a quote beyond the answer": lambda lines: lines[1]["cards"][0]["body"]["red_flags"][0]["spans"][0].update(end=9999),
    "a quote backwards": lambda lines: lines[1]["cards"][0]["body"]["red_flags"][0]["spans"][0].update(end=0),
    "a list": lambda lines: lines.insert(1, []),
    "a probe without a name": lambda lines: lines[2]["events"][1].update(body={"probe": {}}),
}


@pytest.mark.parametrize("kind", [k for k in HOSTILE if k != "same sitting twice"])
def test_a_hostile_file_is_refused_whole(full: Records, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "all.jsonl"
    full.export_all(file)
    with Records(tmp_path / "other") as other:
        before = content(other.path)
        with pytest.raises(CoachError) as told:
            other.import_all(altered(file, HOSTILE[kind]), accept)
        assert "altered.jsonl" in str(told.value) and "\n" not in str(told.value)
        assert content(other.path) == before


def test_a_sitting_twice_in_one_file_is_one(full: Records, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    full.export_all(file)
    with Records(tmp_path / "other") as other:
        result = other.import_all(altered(file, HOSTILE["same sitting twice"]), accept)
        assert (result.added, result.unchanged) == (2, 1)
        assert content(other.path) == content(full.path)


def damage(file: Path, how: str) -> bytes:
    raw = file.read_bytes()
    return {
        "empty": b"",
        "cut": raw[: len(raw) // 2],
        "last line gone": raw[: raw[:-1].rfind(b"\n") + 1],
        "one letter": raw.replace(b"cache", b"cachE", 1),
        "not text": raw.replace(b"cache", b"\xff\xfe", 1),
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(200),
        "packed and cut": gzip.compress(raw)[:-20],
        "packed and bent": bytes(b ^ 0x55 if 60 < i < 90 else b for i, b in enumerate(gzip.compress(raw))),
        "deep": b'{"format":' + b"[" * 100_000 + b"\n",
        "digits": b"9" * 10_000 + b"\n",
    }[how]


@pytest.mark.parametrize(
    "how", ["empty", "cut", "last line gone", "one letter", "not text", "a picture", "packed and cut",
            "packed and bent", "deep", "digits"],
)  # fmt: skip
def test_a_damaged_file_is_refused_whole(full: Records, tmp_path: Path, how: str) -> None:
    file = tmp_path / "all.jsonl"
    full.export_all(file)
    file.write_bytes(damage(file, how))
    with Records(tmp_path / "other") as other:
        before = content(other.path)
        with pytest.raises(CoachError, match="nothing was imported"):
            other.import_all(file, accept)
        assert content(other.path) == before


def test_a_bomb_is_refused_by_its_size(records: Records, tmp_path: Path, monkeypatch) -> None:
    from interviewcoach.records import importing

    monkeypatch.setattr(importing, "LONGEST_LINE", 100_000)
    file = tmp_path / "bomb.gz"
    file.write_bytes(gzip.compress(b" " * 5_000_000))
    with pytest.raises(CoachError, match="larger than any export"):
        records.import_all(file, accept)


def test_many_short_lines_are_refused_by_what_they_are_together(full: Records, tmp_path: Path, monkeypatch) -> None:
    from interviewcoach.records import importing

    file = tmp_path / "all.jsonl"
    full.export_all(file)
    monkeypatch.setattr(importing, "MOST_BYTES", file.stat().st_size - 1)
    with pytest.raises(CoachError, match="larger than any export"):
        full.import_all(file, accept)
    monkeypatch.setattr(importing, "MOST_BYTES", file.stat().st_size)
    assert full.import_all(file, accept).unchanged == 2


def test_settings_that_are_none_of_the_choices_are_passed_over(full: Records, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    full.export_all(file)
    odd = {"level": "guru", "minutes": 500, "whys": 1, "theme": {"name": "dark"}}

    def change(lines: list[Any]) -> None:
        lines[0]["settings"] = {**odd, "of a later version": [1]}

    with Records(tmp_path / "other") as other:
        other.import_all(altered(file, change), accept)
        assert other.settings() == {"of a later version": [1]}


def test_events_that_do_not_add_up_are_refused(full: Records, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    full.export_all(file)

    def strict(events: object) -> None:
        raise ValueError("an event is older than the one before it")

    with Records(tmp_path / "other") as other:
        with pytest.raises(CoachError, match="line 2: an event is older"):
            other.import_all(file, strict)
        assert other.sittings() == []


def test_a_file_that_is_not_there_is_told(records: Records, tmp_path: Path) -> None:
    for wrong in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(EnvironmentFault, match="cannot be read"):
            records.import_all(wrong, accept)
