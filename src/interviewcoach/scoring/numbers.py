"""Numbers in a candidate's text and what kind each is: a rate, a size, a time, a share, a ratio, money, a power."""

from __future__ import annotations

import re
from collections.abc import Iterator

KINDS = ("any", "count", "rate", "size", "time", "pct", "ratio", "money", "power")

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|"
    "hundreds?|thousands?|millions?|billions?|half an?|an?|a few|several|couple of"
)
_SCALE = r"(?:[kmbt]|bn|mn|mm|(?:million|billion|thousand|trillion|hundred|lakh|crore)s?)"
_TIME = (
    r"ms|msecs?|millis(?:econds?)?|milliseconds?|us|µs|μs|ns|microseconds?|nanoseconds?|s|secs?|seconds?|"
    r"m(?:in)?s?|minutes?|h|hrs?|hours?|d|days?|weeks?|wks?|mo|months?|y|yrs?|years?"
)
_SIZE = r"[kmgtpe]i?bp?s?|bytes?|kilobytes?|megabytes?|gigabytes?|terabytes?|petabytes?|bits?|bps|[kmgt]bits?"
_PER = (
    r"(?:\s?/\s?|\s+per\s+|\s+an?\s+|\s+each\s+|\s+every\s+)"
    r"(?:ms|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|mo|months?|y|yrs?|years?)\b"
)
_QPS = r"[qrt]ps|iops|ops(?:/s)?|hz|req/s|r/s|w/s"
_NUMBER = re.compile(
    rf"""
    (?P<money>[$€£]\s?)?
    (?P<value>\d+(?:[,_]\d{{3}})*(?:\.\d+)?(?:e\d+)?|\b(?:{_WORDS})\b(?=[\s-]+(?:{_SCALE}\b|second|minute|hour|day|week|month|year|percent|nines\b|milli)))
    (?P<power>\s?(?:\^|\*\*)\s?\d+)?
    (?P<ratio>\s?:\s?\d+\b|\s?(?:x\b|×|times\b))?
    (?P<scale>[\s-]?{_SCALE}\b(?!/s))?
    (?:
        (?P<pct>\s?%|\s?percent\b|\s?pct\b|[\s-]nines\b)
      | (?P<qps>\s?(?:{_QPS})\b)
      | (?P<size>[\s-]?(?:{_SIZE})\b(?P<sizeper>{_PER})?)
      | (?P<time>[\s-]?(?:{_TIME})\b)
    )?
    (?P<rate>(?:\s+[a-z]+){{0,3}}?(?:{_PER}|\s+(?:{_QPS})\b|\s+daily\b|\s+hourly\b))?
    (?P<noun>\s+[a-z]{{3,}})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(r"[$€£\d]")
_DIGIT_OR_WORD = re.compile(rf"[$€£\d]|\b(?:{_WORDS})\b", re.I)
SCALE_WORD = re.compile(  # a number in words may stand before it; more words than `_SCALED` does no harm
    rf"^{_SCALE}$|second|minute|hour|day|week|month|year|percent|nines|milli", re.I
)
_SCALED = re.compile(rf"[\s-](?:{_SCALE}\b|second|minute|hour|day|week|month|year|percent|nines\b|milli)", re.I)
_CODE_BEFORE = re.compile(r"(?:http|status|code|port|step|phase|rfc|version|chapter|option|v|#|no\.?)\s*$", re.I)
_HTTP = frozenset("200 201 202 204 206 301 302 303 304 307 308 400 401 402 403 404 409 410 412 413 422 429".split()) | {
    "500", "502", "503", "504",
}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def find_numbers(text: str, scaled: bool) -> list[tuple[int, int, tuple[str, ...]]]:
    """(start, end, kinds) of each number in a line; nothing for labels such as HTTP 301, port 443, step 2 or 2024. `scaled`:
    one of its words is a `SCALE_WORD`."""
    if not scaled and not _DIGIT.search(text):
        return []
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for match in _matches(text, scaled):
        start = match.start()
        before = text[start - 1] if start else " "
        if (before.isalnum() or before in "_.") and match.group("money") is None:
            continue
        kinds = _kinds(match, text)
        if kinds:
            found.append((start, _end(match), kinds))
    return found


def _matches(text: str, scaled: bool) -> Iterator[re.Match[str]]:
    """What `_NUMBER.finditer` would find, tried only where a number can begin."""
    begins = _DIGIT_OR_WORD if scaled and _SCALED.search(text) else _DIGIT
    at = begins.search(text)
    while at:
        match = _NUMBER.match(text, at.start())
        if match:
            yield match
        at = begins.search(text, match.end() if match else at.start() + 1)


def _kinds(match: re.Match[str], text: str) -> tuple[str, ...]:
    group = match.group
    value = group("value")
    plain = not any(group(name) for name in ("money", "power", "ratio", "scale", "pct", "qps", "size", "time", "rate"))
    if plain:
        if value in _HTTP or _YEAR.match(value) or _CODE_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            return ()
        if text[: match.start()].strip(" \t#*-") == "" and text[match.end("value") : match.end("value") + 1] in (
            ".",
            ")",
        ):
            return ()
    kinds = ["any"]
    if group("power"):
        kinds.append("power")
    if group("ratio"):
        kinds.append("ratio")
    if group("money"):
        kinds.append("money")
    if group("pct"):
        kinds.append("pct")
    if group("qps") or group("rate") or group("sizeper"):
        kinds.append("rate")
    if group("size"):
        kinds.append("size")
    elif group("time") and not group("rate"):
        kinds.append("time")
    if group("scale") or (plain and group("noun")) or len(value.partition(".")[0]) >= 4:
        kinds.append("count")
    return tuple(kinds)


def _end(match: re.Match[str]) -> int:
    return match.start("noun") if match.group("noun") is not None else match.end()
