"""Compiled rubrics kept between runs: the same grades, and never trusted further than they can be checked."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from interviewcoach import load_catalogue
from interviewcoach.assessment import Assessor
from interviewcoach.readymade import DIGEST, Readymade, cache_folder

SLUG = "url-shortener"
ANSWER = (Path(__file__).parent / "calibration" / SLUG / "strong.md").read_text("utf-8").replace("cache", "cahce", 1)


@pytest.fixture(scope="module")
def fresh() -> dict[str, object]:
    return Assessor(load_catalogue()).score(SLUG, ANSWER).to_json()


def kept_in(folder: Path) -> Path:
    (path,) = folder.glob("*.rubric")
    return path


def test_a_kept_rubric_gives_the_same_scorecard(tmp_path: Path, fresh: dict[str, object]) -> None:
    for _ in range(2):  # compiled and kept, then read
        assert Assessor(load_catalogue(), Readymade(tmp_path)).score(SLUG, ANSWER).to_json() == fresh
    assert [path.suffix for path in tmp_path.iterdir()] == [".rubric"]


def test_the_second_time_nothing_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Assessor(load_catalogue(), Readymade(tmp_path)).compiled(SLUG)
    monkeypatch.setattr(Assessor, "_compile", lambda self, slug: pytest.fail("compiled again"))
    assert Assessor(load_catalogue(), Readymade(tmp_path)).compiled(SLUG).problem == SLUG


def test_another_version_replaces_it(tmp_path: Path) -> None:
    rubric = Assessor(load_catalogue()).compiled(SLUG)
    ready = Readymade(tmp_path)
    ready.save(SLUG, "one", rubric)
    assert ready.load(SLUG, "two") is None
    ready.save(SLUG, "two", rubric)
    assert ready.load(SLUG, "one") is None and ready.load(SLUG, "two") is not None


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: str, fresh: dict[str, object]) -> None:
    Assessor(load_catalogue(), Readymade(tmp_path)).compiled(SLUG)
    path = kept_in(tmp_path)
    good = path.read_bytes()
    path.write_bytes(
        {"cut": good[:-1000], "changed": good[:5000] + b"x" + good[5001:], "empty": b"", "other": b"GIF89a" * 99}[damage]
    )
    assert Assessor(load_catalogue(), Readymade(tmp_path)).score(SLUG, ANSWER).to_json() == fresh


def test_what_is_kept_is_not_read_without_its_digest(tmp_path: Path) -> None:
    """Damage may leave what can be unpickled, and is another rubric."""
    ready = Readymade(tmp_path)
    rubric = Assessor(load_catalogue()).compiled(SLUG)
    ready.save(SLUG, "one", rubric)
    other = pickle.dumps(replace(rubric, statement="another one"), protocol=5)
    path = kept_in(tmp_path)
    path.write_bytes(path.read_bytes()[:DIGEST] + other)
    assert ready.load(SLUG, "one") is None
    path.write_bytes(sha256(other).digest() + other)
    found = ready.load(SLUG, "one")
    assert found and found.statement == "another one"


def test_a_full_disk_leaves_no_half_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> int:
        path.open("wb").close()
        raise OSError(28, "No space left on device")

    rubric = Assessor(load_catalogue()).compiled(SLUG)
    monkeypatch.setattr(Path, "write_bytes", full)
    Readymade(tmp_path).save(SLUG, "one", rubric)
    assert not list(tmp_path.iterdir())


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("evil",)


def test_a_file_from_somebody_else_does_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ready = Readymade(tmp_path)
    ready.save(SLUG, "one", Assessor(load_catalogue()).compiled(SLUG))
    packed = pickle.dumps(Evil())
    kept_in(tmp_path).write_bytes(sha256(packed).digest() + packed)
    assert ready.load(SLUG, "one") is None
    assert not (tmp_path / "evil").exists()


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path, fresh: dict[str, object]) -> None:
    (tmp_path / "file").write_text("here already", "utf-8", newline="\n")
    folder = tmp_path / "file" / "cache"
    assert Assessor(load_catalogue(), Readymade(folder)).score(SLUG, ANSWER).to_json() == fresh


def test_it_stays_in_the_chosen_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWCOACH_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "cache"
    monkeypatch.delenv("INTERVIEWCOACH_HOME")
    assert "interviewcoach" in cache_folder().parts
