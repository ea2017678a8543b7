"""Text files are the same on every platform: where nothing is said, Windows writes its own encoding and line ends."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
POSITION = {"read_text": 0, "write_text": 1}  # of the encoding


def careless(source: str) -> list[int]:
    """The lines on which a text file is read or written without its encoding, or written without its line ends."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in POSITION:
            named = {keyword.arg for keyword in node.keywords}
            encoded = "encoding" in named or len(node.args) > POSITION[node.func.attr]
            if not encoded or (node.func.attr == "write_text" and "newline" not in named):
                lines.append(node.lineno)
    return lines


@pytest.mark.parametrize("folder", ["src", "tests", "benchmarks"])
def test_text_files_say_their_encoding(folder: str) -> None:
    found = {str(path.relative_to(ROOT)): careless(path.read_text("utf-8")) for path in (ROOT / folder).rglob("*.py")}
    assert found and not {path: lines for path, lines in found.items() if lines}


@pytest.mark.parametrize("source", ["p.read_text()", 'p.write_text("x", "utf-8")', 'p.write_text("x", newline="\\n")'])
def test_what_is_careless_is_seen(source: str) -> None:
    assert careless(source) == [1]
