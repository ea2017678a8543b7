"""YAML without its traps: one text in, plain data and the line of every value out, or all faults at once.

PyYAML's constructors are not used at all. The C parser composes a tree of nodes, and the walk below turns it into
data with YAML 1.2's idea of scalars (`no` is a word, `45:00` is text, `1e6` is a number, `010` is ten), refusing
duplicate keys, tags and aliases. A file is measured before it is read, so a huge or odd one costs nothing.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from interviewcoach.content.faults import Fault

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
MANY_BRACKETS = 1_000  # fewer cannot nest so deeply that it would do harm; a rubric has some hundreds

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Path_ = tuple[str | int, ...]

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*|0[0-9]+)\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_FAR_IN = re.compile(r"^[ \t?:-]{200}", re.MULTILINE)  # without brackets, values nest only by what a line begins with
_OPENING, _CLOSING = (
    (yaml.SequenceStartEvent, yaml.MappingStartEvent),
    (yaml.SequenceEndEvent, yaml.MappingEndEvent),
)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = {_CORE + kind for kind in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp", "merge", "value")}


@dataclass
class Document:
    """What a file says, and on which line it says it."""

    file: str
    data: Any = None
    lines: dict[Path_, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line_of(self, path: Path_) -> int:
        """The line of a value, or of the nearest thing around it that was written down."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return 1


def read_document(path: Path, name: str) -> Document:
    """Read one file. Never raises for what the file holds: faults are in the document."""
    document = Document(name)
    text = read_text(path, document)
    if text is not None:
        parse_into(document, text)
    return document


def read_text(path: Path, document: Document, limit: int = MAX_BYTES) -> str | None:
    """The file's text, or None with the reason among the document's faults."""

    def refuse(what: str, mend: str, line: int = 1) -> None:
        document.faults.append(Fault(document.file, line, what, mend))

    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            refuse("this is a folder where a file should be", "put the file in its place")
            return None
        if not stat.S_ISREG(info.st_mode):
            refuse("this is not an ordinary file", "put a plain text file in its place")
            return None
        if info.st_size > limit:
            refuse(f"the file has {info.st_size:,} bytes, more than {limit:,}", "split it or shorten it")
            return None
        raw = path.read_bytes()
    except FileNotFoundError:
        other = path.with_suffix(".yml")
        refuse("the file is missing", f"rename {other.name}" if path.suffix == ".yaml" and other.exists() else "create it")
        return None
    except OSError as error:
        refuse(f"the file can't be read ({error.strerror or error})", "mend its permissions")
        return None
    if raw.startswith(b"\xef\xbb\xbf"):
        refuse("the file begins with a byte order mark", "save it as UTF-8 without BOM")
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        refuse(f"byte {error.start} is not UTF-8", "save the file as UTF-8", line)
        return None
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        refuse("the line ends with a carriage return", "save the file with LF line ends", line)
        return None
    return text


def parse_into(document: Document, text: str) -> None:
    if line := _too_deep(text):
        document.faults.append(_nested(document.file, line))
        return
    loader = Loader(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        document.faults.append(_syntax_fault(document.file, error, text))
        return
    except yaml.YAMLError as error:
        document.faults.append(_reader_fault(document.file, error, text))
        return
    except RecursionError:
        document.faults.append(_nested(document.file, 1))
        return
    finally:
        loader.dispose()
    if node is None:
        document.faults.append(Fault(document.file, 1, "the file is empty", "write its fields"))
        return
    document.data = _Walk(document).value(node, (), 0)


def _too_deep(text: str) -> int:
    """The line on which values are nested too deeply, else 0: the C parser composes level in level until the stack is full,
    and then the interpreter is gone. Its events come one by one; only a text that may be deep is looked at so."""
    if text.count("[") + text.count("{") < MANY_BRACKETS and not _FAR_IN.search(text):
        return 0
    loader, depth = Loader(text), 0
    try:
        while (event := loader.get_event()) is not None:
            depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
            if depth > MAX_DEPTH + 1:
                return int(event.start_mark.line) + 1
    except yaml.YAMLError:
        return 0  # told when it is composed, which comes no farther
    finally:
        loader.dispose()
    return 0


def _nested(file: str, line: int) -> Fault:
    return Fault(file, line, "values are nested too deeply", "flatten them")


def _syntax_fault(file: str, error: yaml.MarkedYAMLError, text: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    line = (mark.line + 1) if mark else 1
    rows = text.split("\n")
    shown = rows[line - 1] if line <= len(rows) else ""
    what = " ".join(str(error.problem or error.context or error).split())
    if "\t" in shown:
        return Fault(file, line, "a tab is used where spaces are expected", "replace the tab with spaces")
    if "undefined alias" in what:
        return Fault(file, line, "an alias (*name) is used", "write the value out")
    return Fault(file, line, f"this is not valid YAML ({what})", "quote the value or mend its indentation")


def _reader_fault(file: str, error: yaml.YAMLError, text: str) -> Fault:
    position = getattr(error, "position", 0) or 0
    line = text.count("\n", 0, min(position, len(text))) + 1
    bad = next((i for i, char in enumerate(text) if ord(char) < 32 and char not in "\t\n"), None)
    if bad is not None:
        line = text.count("\n", 0, bad) + 1
        return Fault(file, line, f"control character {ord(text[bad]):#04x} in the text", "delete it")
    return Fault(file, line, "the text holds a character that YAML does not allow", "delete it")


class _Walk:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.seen: set[int] = set()

    def refuse(self, node: yaml.Node, what: str, mend: str) -> None:
        line = node.start_mark.line + 1
        self.document.faults.append(Fault(self.document.file, line, what, mend))

    def value(self, node: yaml.Node, path: Path_, depth: int) -> Any:
        self.document.lines[path] = node.start_mark.line + 1
        if id(node) in self.seen:
            self.refuse(node, "an anchor (&name) is used again by an alias", "write the value out")
            return None
        self.seen.add(id(node))
        if depth > MAX_DEPTH:
            self.document.faults.append(_nested(self.document.file, node.start_mark.line + 1))
            return None
        if node.tag not in _PLAIN_TAGS:
            self.refuse(node, f"the tag {_shown_tag(node.tag)} is not allowed", "remove the tag")
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, i), depth + 1) for i, child in enumerate(node.value)]
        return scalar(node)

    def mapping(self, node: yaml.MappingNode, path: Path_, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.refuse(key_node, "a field's name must be a word", "write it as `name: value`")
                continue
            key = str(key_node.value)
            if key in found:
                self.refuse(key_node, f"the field '{key}' stands here a second time", "keep one of the two")
                continue
            found[key] = self.value(value_node, (*path, key), depth + 1)
            self.document.lines[(*path, key)] = key_node.start_mark.line + 1
        return found


def _shown_tag(tag: str) -> str:
    return tag.replace(_CORE, "!!")


def scalar(node: yaml.Node) -> str | int | float | bool | None:
    """A scalar as YAML 1.2 means it; anything quoted or in a block is text."""
    text = str(node.value)
    if getattr(node, "style", None):
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INT.match(text):
        return int(text) if len(text) <= 30 else text
    if _FLOAT.match(text) and len(text) <= 30:
        return float(text)
    return text
