"""Reads "can I assume 100k users?": which quantity is meant, and whether the figure is the one that is fixed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from interviewcoach.interview.everyday import kin_of
from interviewcoach.scoring.words import stem, words_of

_FIGURE = (
    r"(?<![\w.])(?:~|about |around |roughly |some |like |up to |at least |at most |approximately |only |maybe )*"
    r"(?:[$€£] ?)?(?<![\w.])(?P<number>\d[\d.,]*)"
    r"(?:\s?(?P<size>k|m|mn|b|bn|t|thousand|million|billion|trillion|hundred)\b)?"
    r"(?:\s?(?P<ratio>x\b|times\b|:\s?1\b|to 1\b)|\s*(?P<percent>%|percent)|(?![a-z])|(?=(?:ms|s|secs?|mins?|h|hrs?|[kmgtp]b)\b))"
)
_BEFORE = (
    r"(?:can|may|could|should|shall|do|would it be (?:ok|fine) to|is it (?:ok|okay|fine|safe|fair|reasonable) (?:to|if)|"
    r"let ?'?s|let me|let us|(?:i am|i'm|im|we are|we're)(?: going to)?|i(?:'d|'ll| will| would)?|we|we(?:'ll| will| can))"
)
_VERB = (
    r"(?:assume|suppose|assuming|presume|say|take(?: it)?|plan (?:for|with)|(?:reckon|calculate|work|go) with|count on|expect|"
    r"estimate|guess|guessing|believe|think)"
)
_ASSUMES = re.compile(
    r"\W*(?:(?:so|ok|and|then|well|also|but|hm+)\W+)*"
    rf"(?:my (?:assumption|guess|estimate) is|(?:{_BEFORE}\s+)*(?:just |simply |also )?{_VERB})"
    r"(?: that)?(?: (?:there (?:are|is|will be)|we (?:have|get|see|expect)|it is|it's))?\s+"
    r"(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
# what only asks for a nod: it says nothing on the topic
_TAG = (
    r"(?:is (?:that|this|it) (?:about |roughly |more or less )?(?:right|correct|ok|okay|fine|true|fair|acceptable|realistic|"
    r"reasonable)|does that (?:sound|seem) (?:right|ok|okay|fine|reasonable)|sounds? (?:right|ok|okay|fine|good)|"
    r"(?:right|correct|fine|ok|okay|agreed|yes|true|fair(?: enough)?)(?: (?:for|with|by) you)?)"
)
_TAG_BEHIND = re.compile(rf"(?<![\s,;–-])[\s,;–-]+{_TAG}\W*\Z", re.IGNORECASE)
_TAG_ALONE = re.compile(rf"\W*(?:and )?{_TAG}\W*", re.IGNORECASE)
_AMOUNT = re.compile(_FIGURE, re.IGNORECASE)
_SIZES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9, "t": 1e12,
          "trillion": 1e12, "hundred": 1e2}  # fmt: skip
_FIXED = re.compile(r"(?P<number>\d[\d.,]*)\s?(?P<size>[kKMBT](?![a-zA-Z])|bn)?\s*(?P<percent>%)?")
_UNITS = {
    word: (measure, size)
    for measure, sizes in {
        "time": {"ms millisecond": 1e-3, "s sec second": 1.0, "min minute": 60.0, "h hour": 3600.0, "day": 86_400.0,
                 "week": 604_800.0, "month": 2_592_000.0, "year": 31_536_000.0},
        "size": {"byte": 1.0, "kb kilobyte": 1e3, "mb megabyte": 1e6, "gb gigabyte": 1e9, "tb terabyte": 1e12,
                 "pb petabyte": 1e15},
    }.items()
    for words, size in sizes.items()
    for name in words.split()
    for word in (name, f"{name}s")
}  # fmt: skip
_UNIT = re.compile(r"\W{0,2}([a-z]+)", re.IGNORECASE)
_PER = re.compile(r"(?:/|\bper |\ban? |\beach |\bevery )(?:\w+/)?([a-z]+)\b", re.IGNORECASE)
_NEAR = 1.02
_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)
YES, BETTER = "Yes: ", "Better: "


def assumed_in(part: str) -> str:
    """What somebody states and only wants a nod for, without the words around it; "" where nothing is assumed."""
    found = _ASSUMES.fullmatch(_TAG_BEHIND.sub("", part).strip(" ?.!"))
    return found["rest"] if found else ""


def is_nod(part: str) -> bool:
    """Whether a part of a line only asks to confirm what was stated before it ("is that right")."""
    return bool(_TAG_ALONE.fullmatch(part))


def quantity_assumed(question: str) -> tuple[str, ...]:
    """The questions that ask for the quantity which is assumed, the likeliest first; nothing where no figure is assumed."""
    rest = assumed_in(question)
    amount = _AMOUNT.search(rest)
    if amount is None:
        return ()
    before, after = rest[: amount.start()].strip(), rest[amount.end() :].strip()
    what = " ".join(f"{before} {after}".split())
    if not _WORD.search(what):
        return ()
    if amount["ratio"]:
        return f"what is the ratio of {what}", what
    asked = (f"how many {after}",) if after and not before else ()
    return (*asked, f"how many {what}", f"what is the {what}", what)


def put_right(question: str, facts: Mapping[str, str], answer: str) -> str:
    """The answer behind a yes where the figure that is assumed is one that it names, or behind a better one where it names
    another of the same thing. What cannot be compared is only told."""
    ours = _AMOUNT.search(assumed_in(question) or question)
    if ours is None:
        return answer
    about, said = _noun_behind(ours), {stem(word) for word in words_of(answer.lower())}
    is_about = bool(ours["ratio"]) or not about or not said.isdisjoint({about, *kin_of(about)})
    asked = {stem(word) for word in words_of(question.lower())}
    meant = {name: text for name, text in facts.items() if not asked.isdisjoint(map(stem, name.split("_")))}
    fixed = [one for text in (meant or facts).values() for one in _FIXED.finditer(text)]
    told = [] if meant else [one for one in _FIXED.finditer(answer) if _measure(one)[0] or is_about]
    comparable = [one for one in fixed if _measure(one)[0] == _measure(ours)[0]]
    agree = [one for one in (*fixed, *told) if _agree(ours, one)]
    if agree:  # of several figures it has to be the very one
        surely = all(_agree(ours, one) for one in comparable) or any(_word_before(one) == _word_before(ours) for one in agree)
        return (YES if surely else "") + answer
    return (BETTER if comparable and (is_about or _measure(ours)[0]) else "") + answer


def _agree(ours: re.Match[str], fixed: re.Match[str]) -> bool:
    (measure, size), (other_measure, other_size) = _measure(ours), _measure(fixed)
    one, other = _value(ours) * size, _value(fixed) * other_size
    if measure != other_measure or not one or not other or max(one / other, other / one) > _NEAR:
        return False
    paces = _pace(ours), _pace(fixed)
    return None in paces or paces[0] == paces[1]


def _measure(figure: re.Match[str]) -> tuple[str, float]:
    """What a figure measures ("" for a count), and in which unit."""
    if figure["percent"]:
        return "percent", 1.0
    found = _UNIT.match(figure.string[figure.end() :])
    return _UNITS.get(found[1].lower(), ("", 1.0)) if found else ("", 1.0)


def _pace(figure: re.Match[str]) -> float | None:
    """What a figure is per, in seconds."""
    found = _PER.search(figure.string[figure.end() :])
    measure, size = _UNITS.get(found[1].lower(), ("", 1.0)) if found else ("", 1.0)
    return size if measure == "time" else None


def _word_before(figure: re.Match[str]) -> str:
    """ "last" of "the last 24 hours"; a figure that begins its text has none, and is like no other."""
    words = words_of(figure.string[: figure.start()].lower())
    return words[-1] if words else figure.string


def _noun_behind(figure: re.Match[str]) -> str:
    """The stem of what is counted."""
    found = _UNIT.match(figure.string[figure.end() :])
    return stem(found[1].lower()) if found else ""


def _value(amount: re.Match[str]) -> float:
    digits = amount["number"].rstrip(".,")
    plain = digits.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits) else digits.replace(",", ".")
    try:
        return float(plain) * _SIZES.get((amount["size"] or "").lower(), 1.0)
    except ValueError:
        return 0.0
