"""The house's import directions, read from the source; and what the quick commands may load."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "interviewcoach"

# anybody may import them (a pure room only the errors), they import nothing of ours (but the errors)
LEAVES = {"errors", "home", "clock", "whole_file"}
# who imports whom else, among our own rooms and top files
ALLOWED = {
    **dict.fromkeys(LEAVES, ""),
    "content": "",
    "scoring": "content",
    "estimation": "",
    "interview": "content scoring",
    "records": "interview",
    "reports": "content scoring estimation",
    "assessment": "content scoring estimation interview readymade",
    "readymade": "__init__ content scoring assessment",
    "keeping": "interview records",
    "sitting": "interview keeping records",
    "coach": "interview keeping records sitting",
    "exporting": "content coach interview reports",
    "tui": "content scoring estimation interview records reports keeping sitting coach exporting",
    "commands": "__init__ content scoring estimation interview records reports assessment readymade keeping coach exporting tui",
    "cli": "__init__ commands records",
    "__init__": "content scoring readymade",
    "__main__": "cli commands",
}
PURE = {"scoring", "estimation", "interview"}
NOT_IN_PURE = {"sqlite3", "textual", "time", "random", "socket", "subprocess", "jinja2", "yaml", "click", "os"}
ONLY_IN = {"jinja2": {"reports"}, "yaml": {"content"}, "sqlite3": {"records"}, "rapidfuzz": {"scoring"}, "textual": {"tui"}}


def _imports(path: Path, source: Path = SOURCE) -> set[str]:
    """Every name that is imported, in full: of `from a import b` a.b, whether b is a module or stands in one."""
    names: set[str] = set()
    here = (source.name, *path.relative_to(source).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = here[: len(here) - node.level + 1] if node.level else ()
            names |= {".".join([*above, *filter(None, [node.module]), alias.name]) for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "import_module":
            names.add(_beginning(node.args[0], here))
    return names


def _beginning(name: ast.expr, here: tuple[str, ...]) -> str:
    """What is known of a name that is put together only when it is imported."""
    first = name.values[0] if isinstance(name, ast.JoinedStr) else name
    if isinstance(first, ast.FormattedValue) and ast.unparse(first.value) == "__name__":
        return ".".join(here)
    assert isinstance(first, ast.Constant) and isinstance(first.value, str), "what is imported here cannot be known"
    return first.value


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


FILES = sorted(SOURCE.rglob("*.py"))
ROOMS = {_room(path) for path in FILES}


def _rooms(names: set[str]) -> set[str]:
    """Those that the names belong to; what stands in the package itself is __init__'s."""
    ours = {(*name.split("."), "")[1] for name in names if name.split(".")[0] == SOURCE.name}
    return {room if room in ROOMS else "__init__" for room in ours}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    room = _room(path)
    others = _rooms(_imports(path)) - {room, "errors"} - (set() if room in LEAVES else LEAVES)
    assert others <= set(ALLOWED[room].split()), f"{room} must not import {others - set(ALLOWED[room].split())}"


def test_no_room_is_allowed_what_it_does_not_use() -> None:
    used: dict[str, set[str]] = {room: set() for room in ROOMS}
    for path in FILES:
        used[_room(path)] |= _rooms(_imports(path))
    assert set(ALLOWED) == ROOMS
    assert not {room: unused for room, others in ALLOWED.items() if (unused := set(others.split()) - used[room])}


def test_every_way_of_importing_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "interviewcoach" / "records" / "odd.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        "from interviewcoach import coach, load_catalogue\nfrom ..tui import app\nfrom . import rows\nimport interviewcoach.cli\n"
        "import_module(f'interviewcoach.commands.{name}')\nimportlib.import_module('interviewcoach.sitting')\n",
        "utf-8",
        newline="\n",
    )
    found = _rooms(_imports(file, tmp_path / "interviewcoach"))
    assert found == {"coach", "__init__", "tui", "records", "cli", "commands", "sitting"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_each_library_has_its_room(path: Path) -> None:
    room = _room(path)
    assert room not in PURE or not _rooms(_imports(path)) & (LEAVES - {"errors"}), f"{room} is pure: no folder, no file, no clock"
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
