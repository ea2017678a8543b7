"""A pack per test; the built-in problems beside it are read once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from packs import make_pack
from pydantic import BaseModel

from interviewcoach.content import inspection
from interviewcoach.content.inspection import Read
from interviewcoach.content.locate import Shelf

_read_before: dict[tuple[Path, str], Read[Any]] = {}
_read = inspection._read


@pytest.fixture(autouse=True)
def built_in_problems_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(shelf: Shelf, path: Path, model: type[BaseModel]) -> Read[Any]:
        if not shelf.built_in:
            return _read(shelf, path, model)
        key = path, model.__name__
        if key not in _read_before:
            _read_before[key] = _read(shelf, path, model)
        return _read_before[key]

    monkeypatch.setattr(inspection, "_read", read)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return make_pack(tmp_path / "pack")
