"""Files that are there whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from interviewcoach.whole_file import in_place_of, new_file, whole_file


class Full(io.StringIO):
    """An open file on a disk without room."""

    def write(self, text: str, /) -> int:
        raise OSError(28, "No space left on device")


def test_a_new_file_on_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def cramped(self: Path, *how: str, **more: str) -> Full:
        real(self, *how, **more).close()
        return Full()

    monkeypatch.setattr(Path, "open", cramped)
    with pytest.raises(OSError, match="No space"):
        new_file(tmp_path / "sitting.md", "words")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_takes_no_others_place(tmp_path: Path) -> None:
    file = tmp_path / "sitting.md"
    new_file(file, "mine \ud83d\n")
    with pytest.raises(FileExistsError):
        new_file(file, "other")
    assert file.read_bytes() == b"mine ?\n"


def test_what_is_there_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_text("old", "utf-8", newline="\n")
    with pytest.raises(ZeroDivisionError), whole_file(file) as part:
        part.write_text("half of the n", "utf-8", newline="\n")
        raise ZeroDivisionError
    assert [(one.name, one.read_text("utf-8")) for one in tmp_path.iterdir()] == [("kept", "old")]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes, and links take rights")
def test_a_link_goes_on_to_lead_to_the_file_and_a_pipe_stays_one(tmp_path: Path) -> None:
    link, pipe = tmp_path / "link", tmp_path / "pipe"
    link.symlink_to(tmp_path / "file")
    for text in ("made", "changed"):
        with in_place_of(link) as place:
            place.write_text(text, "utf-8", newline="\n")
        assert link.is_symlink() and (tmp_path / "file").read_text("utf-8") == text
    os.mkfifo(pipe)
    read: list[str] = []
    reader = Thread(target=lambda: read.append(pipe.read_text("utf-8")))
    reader.start()
    with in_place_of(pipe) as place:
        place.write_text("through", "utf-8", newline="\n")
    reader.join(10)
    assert pipe.is_fifo() and read == ["through"]
