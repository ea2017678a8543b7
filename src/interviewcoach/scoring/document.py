"""The shape of an answer: which phase a line belongs to, which lines form a block, which label stands over them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

ALIASES = {
    "requirements": "requirements requirement scope scoping clarification clarifications|requirements clarification|"
    "functional requirements|non functional requirements|requirements and scope|requirements and estimates|"
    "requirements gathering|step 1 requirements|clarifying requirements|requirements estimation|problem and requirements",
    "high_level": "hld|high level design|high level|high level architecture|design|architecture|overall design|"
    "system design|high level system design|proposed design|basic design",
    "deep_dive": "deep dive|deep dives|deepdive|detailed design|design deep dive|low level design|lld|details|dive deeper|"
    "deep dive into components|deeper dive",
    "wrap_up": "wrap up|wrapup|wrap|summary|conclusion|conclusions|closing|recap|final thoughts|trade offs and wrap up|"
    "summary and trade offs",
}
_BY_NAME: dict[str, str] = {}
for _phase, _names in ALIASES.items():
    for _i, _name in enumerate(_names.split("|")):
        for _one in _name.split() if (_phase == "requirements" and _i == 0) else [_name]:
            _BY_NAME[_one] = _phase

# what write-ups call their parts; taken for a phase only where they stand as high as the phase before them
_PARTS = {
    "requirements": "capacity estimation|capacity estimates|capacity|back of the envelope|back of the envelope estimation|"
    "estimation|estimates|estimations|constraints|assumptions|goals|scale|scale estimates|traffic estimates|use cases|features|"
    "capacity planning|capacity estimation and constraints|requirements and goals of the system|storage estimates",
    "high_level": "api|apis|api design|system apis|interface|interfaces|data model|data schema|database design|database schema|"
    "database|schema|components|system components|system overview|overview|high level components|api endpoints|data flow",
    "deep_dive": "component design|detailed component design|component deep dive|core design|implementation|algorithm|algorithms|"
    "scaling|scalability|data partitioning|partitioning|sharding|replication|caching|cache|data partitioning and replication|"
    "load balancing|consistency|fault tolerance|scale the design|scaling the design",
    "wrap_up": "bottlenecks|trade offs|tradeoffs|future work|improvements|further improvements|monitoring|limitations|"
    "next steps|additional considerations|additional talking points|follow ups|operations|risks",
}
_PART_NAMES = {name: phase for phase, names in _PARTS.items() for name in names.split("|")}

HEADING = 80  # characters; a longer line opens no phase
WIDEST = 120  # characters; nobody wraps a line at more
LONG = 2000  # characters; what a longer line is is not remembered
BARE = 7  # what a line without signs counts as among headings
_FENCE = re.compile(r"\s*(?P<fence>`{3,}|~{3,})(?P<rest>.*\S)?")
_OPENERS = ("requirements", "hld")
_HEADING = re.compile(r"\s{0,3}(?P<hash>#{1,6}\s*)?(?:[*_]{1,3})?(?P<name>[^#*_\n]{2,60}?)(?:[*_]{1,3})?\s*#*\s*:?\s*$")
_NUMBERING = re.compile(r"^(?:step|phase|part)?\s*[\divx]{1,4}\s*[.):-]?\s+|^\(?\d\)\s*", re.IGNORECASE)
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+•–—·▪◦]\s+|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+|>\s*)?")


class Line(NamedTuple):
    """A logical line: a bullet or a paragraph, hard wraps joined. Offsets are those of the whole text."""

    text: str
    start: int
    phase: str  # "" before the first heading
    block: int
    heading: bool = False


def phase_of_heading(line: str) -> str | None:
    """The phase that a line opens, or None. Level, case, numbering and punctuation do not matter."""
    return _opened_by(line) if len(line) <= HEADING else None


def part_of_heading(line: str) -> str:
    """The phase to which a part of a write-up belongs by its name, "" where the name tells nothing."""
    return _PART_NAMES.get(_plain(line.strip(" #*_:")), "")


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", _NUMBERING.sub("", name.lower()).replace("&", " and ")).split())


def _opened_by(line: str) -> str | None:
    match = _HEADING.match(line)
    if not match:
        return None
    name = match.group("name").strip().rstrip(":").strip()
    plain = _plain(name)
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    if not match.group("hash"):
        return None
    plain = re.sub(r"\b(?:the|my|phase|step|section)\b", " ", plain)
    plain = " ".join(plain.split())
    for known, phase in _BY_NAME.items():
        if " " in known and plain.startswith(known):
            return phase
    return _BY_NAME.get(plain) or (_BY_NAME.get(plain.split(" ")[0]) if plain.startswith(_OPENERS) else None)


def phases_opened(text: str) -> frozenset[str]:
    """The phases that have a heading of their own, whether or not anything stands under it."""
    rows = text.split("\n")
    fenced = _fenced(rows)
    return frozenset(phase for i, line in enumerate(rows) if i not in fenced and (phase := _looked(line).opens))


class Look(NamedTuple):
    """What a line is by itself."""

    opens: str | None  # the phase whose heading it is
    signs: int  # of a heading, else 0
    indent: int
    bullet: bool


@lru_cache(maxsize=8000)
def _look(raw: str) -> Look:
    match = _BULLET.match(raw)
    assert match is not None
    return Look(phase_of_heading(raw), _signs(raw), len(match.group("indent").expandtabs(4)), bool(match.group("mark")))


def _looked(raw: str) -> Look:
    return _look(raw) if len(raw) < LONG else _look.__wrapped__(raw)


def lines_of(text: str) -> list[Line]:
    """All lines that hold something, hard-wrapped ones joined, each with its phase and block."""
    found: list[Line] = []
    phase, block = "", 0
    height = 0  # of the heading that opened the phase, in signs; 0: none did, or it had none
    outer = -1  # indent of the line that leads the block; -1: the next line opens a new one
    leads = 0  # 1 under a line that is no bullet itself: bullets of the same indent belong to it
    offset = 0
    previous: str | None = None  # the line that may still be continued
    wrapped: dict[int, int] = {}  # where those end that were
    rows = text.split("\n")
    fenced = _fenced(rows)
    highest = _highest(rows, fenced)
    wraps: list[bool] = []
    for i, raw in enumerate(rows):
        start, offset = offset, offset + len(raw) + 1
        if not raw or raw.isspace():
            outer, previous = -1, None
            continue
        opens, signs, indent, bullet = _looked(raw)
        if i in fenced:
            opens, signs = None, 0
        if opens and not _is_label(height, signs, highest.get(opens, BARE)):
            phase, outer, previous = opens, -1, None
            height = signs
            block += 1
            continue
        heading = signs > 0
        if heading and signs <= height:  # a part of its own beside the phases: what it is about, or nobody's
            phase = part_of_heading(raw)
        if previous and not bullet and not heading and _continues(previous, raw):
            wraps = wraps or broken_for_room(rows)
            if wraps[i]:
                wrapped[len(found) - 1] = start + len(raw)
                previous = raw
                continue
        if heading or outer < 0 or not (bullet and indent > outer - leads):
            if not (found and found[-1].heading and found[-1].block == block and not heading):
                block += 1
            outer, leads = indent, 0 if bullet else 1
        found.append(Line(raw, start, phase, block, heading))
        previous = raw
    for at, end in wrapped.items():
        found[at] = found[at]._replace(text=text[found[at].start : end])
    return found


def _signs(heading: str) -> int:
    bare = heading.lstrip()
    return len(bare) - len(bare.lstrip("#"))


def _fenced(rows: list[str]) -> set[int]:
    """The lines in fences of code that are closed again: nothing in there is a heading."""
    found: set[int] = set()
    begun, fence = -1, ""
    for i, row in enumerate(rows):
        mark = _FENCE.match(row)
        if mark and not fence:
            begun, fence = i, mark["fence"]
        elif mark and mark["fence"].startswith(fence) and not mark["rest"]:
            found.update(range(begun, i + 1))
            fence = ""
    return found


def _highest(rows: list[str], fenced: set[int]) -> dict[str, int]:
    """For each phase that has a heading with signs, the fewest of them."""
    found: dict[str, int] = {}
    for i, row in enumerate(rows):
        if row.lstrip()[:1] == "#" and i not in fenced and (phase := _looked(row).opens):
            found[phase] = min(_signs(row), found.get(phase, BARE))
    return found


def _is_label(height: int, signs: int, highest: int) -> bool:
    """Within a phase, a lower line with the name of another one that has its heading elsewhere is a label: "Design:" in the deep
    dive, say."""
    return 0 < height < (signs or BARE) and highest <= height


def broken_for_room(rows: list[str]) -> list[bool]:
    """For each line whether the one above it was broken for want of room. Whoever wraps a paragraph breaks a line where the next
    word goes too far, or behind a comma; notes, one thought a line, end anywhere."""
    found: list[bool] = []
    for blank, group in groupby(rows, lambda row: not row or row.isspace()):
        lines = [row.rstrip() for row in group]
        width = max((len(line) for line in lines if len(line) <= WIDEST), default=0)
        pairs = [not blank and not _looked(below).bullet for below in lines[1:]]
        full = [
            pair and len(above) + 1 + len(below.split(None, 1)[0]) > width
            for above, below, pair in zip(lines, lines[1:], pairs, strict=False)
        ]
        by_hand = 2 * sum(full) > sum(pairs)
        found += [False, *((one and by_hand) or above.endswith(",") for above, one in zip(lines, full, strict=False))]
    return found


def _continues(above: str, below: str) -> bool:
    """A paragraph wrapped by hand goes on: the line above is long, ends openly, and the next begins small."""
    head = below.lstrip()[:1]
    return len(above) >= 55 and above.rstrip()[-1:] not in ".:;!?|" and (head.islower() or head.isdigit() or head in "(`'\"")
