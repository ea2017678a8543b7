"""Numbers in a candidate's text and what kind each is: a rate, a size, a time, a share, a ratio, money, a power."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from itertools import compress

KINDS = ("any", "count", "rate", "size", "time", "pct", "ratio", "money", "power")

_WORDS = (
    "one|two|hundreds?|thousands?|millions?|billions?|half[ ]an?|a[ ]few|an?|several|couple[ ]of"  # where a scale or unit follows
)
# numbers also without a unit; one and two are mostly none
_NUMERALS = "three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALE = r"(?:[kmbt]|bn|bln|mn|mln|mio|mrd|mm|(?:million|billion|thousand|trillion|hundred|lakh|crore)s?)"
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
    (?P<value>\d+(?:[,_]\d{{3}})*(?:\.\d+|,\d{{1,2}}(?=\s?(?:{_SCALE}|{_SIZE}|%)))?(?:e\d+)?|\b(?:{_WORDS})\b(?=[\s-]+(?:{_SCALE}\b|(?:second|minute|hour|day|week|month|year)s?\b|percent\b|nines\b|milli))|\b(?:{_NUMERALS})\b)
    (?P<power>\s?(?:\^|\*\*)\s?\d+)?
    (?P<ratio>\s?:\s?\d+\b|\s?(?:x\b|×|times\b))?
    (?P<scale>[\s-]?{_SCALE}(?:\b|(?=[qrt]ps\b)))?
    \+?
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
# classes of words, for a `WordMemory`: which may begin a number, and which may follow one that is written in words
NUMBER_WORDS = {
    "figure": re.compile(rf"^(?:\d|(?:{_NUMERALS})$)", re.I),
    "numeral": re.compile(rf"^(?:{_WORDS}|half|couple|few)$", re.I),
    "scale": re.compile(rf"^{_SCALE}$|second|minute|hour|day|week|month|year|percent|nines|milli", re.I),
}
_CODE_BEFORE = re.compile(r"(?:http|status|code|port|step|phase|rfc|version|chapter|option|v|#|no\.?)\s*$", re.I)
_HTTP = frozenset("200 201 202 204 206 301 302 303 304 307 308 400 401 402 403 404 409 410 412 413 422 429".split()) | {
    "500", "502", "503", "504",
}  # fmt: skip
_GOES_ON = frozenset(
    "and for per with from over across each typically normally slower even before after later until because when then than but "
    "are was while since without makes gives means nobody here there about late total most least".split()
)
_THINGS = re.compile(r"\s+[a-z]+s\Z", re.IGNORECASE)  # "500 nodes" is no status
_STATUS_SAYS = frozenset("errors responses statuses codes redirects is was as has means pages hits plus unless always".split())
_DECIMALS = re.compile(r"\.\d+|,\d{1,2}\Z")
_MONEY = "$€£"
_CURRENCIES = frozenset("dollar dollars usd cent cents euro euros eur pound pounds gbp".split())
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def find_numbers(
    text: str, words: Sequence[str], starts: Sequence[int], of_class: Mapping[str, Container[str]]
) -> list[tuple[int, int, tuple[str, ...]]]:
    """(start, end, kinds) of each number in a line; nothing for labels such as HTTP 301, port 443, step 2 or 2024. `words` of
    the line start at `starts`."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    end = 0
    for start in _begins(words, starts, of_class):
        if start < end:
            continue
        before = text[start - 1] if start else " "
        if before in _MONEY or (before == " " and start > 1 and text[start - 2] in _MONEY):
            start -= 1 + (before == " ")
        elif before.isalnum() or before in "_.":
            continue
        match = _NUMBER.match(text, start)
        if match:
            end = match.end()
            kinds = _kinds(match, text)
            if kinds:
                found.append((start, _end(match), kinds))
    return found


def _begins(words: Sequence[str], starts: Sequence[int], of_class: Mapping[str, Container[str]]) -> list[int]:
    """Where a number can begin: at a figure, or at a numeral with a scale or a unit behind it."""
    begins = list(compress(starts, map(of_class["figure"].__contains__, words)))
    scales = list(compress(range(len(words)), map(of_class["scale"].__contains__, words)))
    if scales:
        numeral = of_class["numeral"]
        begins += {starts[j] for i in scales for j in (i - 1, i - 2, i - 3) if j >= 0 and words[j] in numeral}
        begins.sort()
    return begins


def _kinds(match: re.Match[str], text: str) -> tuple[str, ...]:
    money, value, power, ratio, scale, pct, qps, size, sizeper, time, rate, noun = match.groups()
    money = money or _has_currency(rate or noun)
    plain = not (money or power or ratio or scale or pct or qps or size or time or rate)
    if plain:
        status = value in _HTTP and not (noun and _THINGS.match(noun) and noun.strip().lower() not in _STATUS_SAYS)
        if status or _YEAR.match(value) or _CODE_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            return ()
        if text[: match.start()].strip(" \t#*-") == "" and text[match.end("value") : match.end("value") + 1] in (
            ".",
            ")",
        ):
            return ()
    if time and noun and value.lower() in ("a", "an") and time.strip(" -") == "second" and noun.strip().lower() not in _GOES_ON:
        return ()  # "a second replica" is another one, "a second later" a time
    kinds = ["any"]
    if power:
        kinds.append("power")
    if ratio:
        kinds.append("ratio")
    if money:
        kinds.append("money")
    if pct:
        kinds.append("pct")
    if qps or rate or sizeper or (size and size.lower().endswith("bps")):
        kinds.append("rate")
    if size:
        kinds.append("size")
    elif time and not rate:
        kinds.append("time")
    in_figures = value[0].isdigit()
    if scale or (plain and (noun or not in_figures)) or (in_figures and len(_DECIMALS.sub("", value)) >= 4):
        kinds.append("count")
    return tuple(kinds)


def _has_currency(behind: str | None) -> bool:
    """Whether the word behind a number is a currency ("5 dollars", "2 cents a GB per month")."""
    return behind is not None and behind.lower().replace("/", " ").split(None, 1)[0] in _CURRENCIES


def _end(match: re.Match[str]) -> int:
    return match.start("noun") if match.group("noun") is not None else match.end()
