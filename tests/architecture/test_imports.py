"""The house's import directions, read from the source; and what the quick commands may load."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "interviewcoach"

# who may import whom, among our own rooms; cli, commands, coach and assessment are meeting places
ALLOWED = {
    "content": set(),
    "scoring": {"content"},
    "estimation": set(),
    "interview": {"content", "scoring", "estimation"},
    "records": {"content", "scoring", "interview", "records"},
    "reports": {"content", "scoring"},
    "tui": {
        "content",
        "scoring",
        "estimation",
        "interview",
        "records",
        "coach",
        "sitting",
        "keeping",
        "assessment",
        "readymade",
        "exporting",
    }
    | {"commands", "reports"},
}
LEAVES = {"errors", "__init__", "home", "clock"}  # they import nothing of ours
PURE = {"scoring", "estimation", "interview"}
NOT_IN_PURE = {"sqlite3", "textual", "time", "random", "socket", "subprocess", "jinja2", "yaml", "click", "os"}
ONLY_IN = {"jinja2": {"reports"}, "yaml": {"content"}, "sqlite3": {"records"}, "rapidfuzz": {"scoring"}, "textual": {"tui"}}


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
    return names


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


FILES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    room = _room(path)
    ours = {name.split(".")[1] for name in _imports(path) if name.startswith("interviewcoach.") and "." in name}
    if room in ALLOWED:
        assert ours - {room, *LEAVES} <= ALLOWED[room], f"{room} must not import {ours - ALLOWED[room] - {room}}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_each_library_has_its_room(path: Path) -> None:
    room = _room(path)
    ours = {name.split(".")[1] for name in _imports(path) if name.startswith("interviewcoach.")}
    assert not ours & {"home", "clock"} or room not in PURE, f"{room} is pure: no folder, no clock"
    roots = {name.split(".")[0] for name in _imports(path)}
    if room in PURE:
        assert not roots & NOT_IN_PURE, f"{room} is pure: no {roots & NOT_IN_PURE}"
    for library, rooms in ONLY_IN.items():
        assert library not in roots or room in rooms, f"{library} belongs to {rooms}"


def test_no_file_outgrows_four_hundred_lines() -> None:
    root = SOURCE.parents[1]
    sources = [*FILES, *root.glob("tests/**/*.py"), *root.glob("benchmarks/**/*.py")]
    long = {path.name: n for path in sources if (n := len(path.read_text(encoding="utf-8").splitlines())) > 400}
    assert not long


def _loaded(*args: str) -> set[str]:
    code = (
        "import sys\n"
        "from interviewcoach.cli import main\n"
        f"try: main({list(args)!r})\n"
        "except SystemExit: pass\n"
        "sys.stderr.write(' '.join(m.partition('.')[0] for m in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("flag", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(flag: str) -> None:
    assert not _loaded(flag) & {"textual", "pydantic", "jinja2", "rapidfuzz", "yaml", "sqlite3"}


def test_list_loads_no_textual() -> None:
    assert "textual" not in _loaded("list")
