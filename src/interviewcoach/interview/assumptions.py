"""Reads "can I assume 100k users?": which quantity is meant, and whether the figure is the one that is fixed."""

from __future__ import annotations

import re

_FIGURE = (
    r"(?:~|about |around |roughly |some |like |up to |at least |at most |approximately |only |maybe )*"
    r"(?:[$€£] ?)?(?P<number>\d[\d.,]*)\s?"
    r"(?P<size>k|m|mn|b|bn|t|thousand|million|billion|trillion|hundred)?\b\s*(?P<percent>%|percent)?"
)
_ASSUMES = re.compile(
    r"\W*(?:(?:so|ok|and|then|well|also|but|hm+)\W+)*"
    r"(?:(?:can|may|could|should|shall|do|would it be (?:ok|fine) to|is it (?:ok|okay|fine|safe|fair|reasonable) (?:to|if)|"
    r"let ?'?s|let me|let us|i(?:'d|'ll| will| would)?|we|we(?:'ll| will| can))\s+)*"
    r"(?:just |simply |also )?(?:assume|suppose|assuming|presume|say|take|plan (?:for|with)|reckon with|calculate with|work with|"
    r"go with|count on|expect|estimate)(?: that)?(?: (?:there (?:are|is|will be)|we (?:have|get|see|expect)|it is|it's))?\s+"
    r"(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_AMOUNT = re.compile(_FIGURE, re.IGNORECASE)
_SIZES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9, "t": 1e12,
          "trillion": 1e12, "hundred": 1e2}  # fmt: skip
_FIXED = re.compile(r"(?P<number>\d[\d.,]*)\s?(?P<size>[kKMBT](?![a-zA-Z])|bn)?\s*(?P<percent>%)?")
_UNITS = {
    word: words.split()[0]
    for words in ("ms millisecond milliseconds", "s sec secs second seconds", "min mins minute minutes", "h hour hours",
                  "day days", "week weeks", "month months", "year years", "byte bytes", "kb kilobyte kilobytes",
                  "mb megabyte megabytes",
                  "gb gigabyte gigabytes", "tb terabyte terabytes", "pb petabyte petabytes")
    for word in words.split()
}  # fmt: skip
_UNIT = re.compile(r"\W{0,2}([a-z]+)", re.IGNORECASE)
_PER = re.compile(r"(?:/|\bper |\ban? |\beach |\bevery )(?:\w+/)?([a-z]+)\b", re.IGNORECASE)
_NEAR = 1.02
YES, BETTER = "Yes: ", "Better: "


def quantity_assumed(question: str) -> tuple[str, ...]:
    """The questions that ask for the quantity which is assumed, the likeliest first; nothing where no figure is assumed."""
    found = _ASSUMES.fullmatch(question.strip(" ?.!"))
    amount = _AMOUNT.search(found["rest"]) if found else None
    if found is None or amount is None:
        return ()
    before, after = found["rest"][: amount.start()].strip(), found["rest"][amount.end() :].strip()
    what = " ".join(f"{before} {after}".split())
    if not any(char.isalpha() for char in what):
        return ()
    asked = (f"how many {after}",) if after and not before else ()
    return (*asked, f"how many {what}", f"what is the {what}", what)


def is_as_fixed(question: str, facts: dict[str, str]) -> bool:
    """Whether the figure is one that the facts name, in the same unit."""
    amount = _AMOUNT.search(question)
    if amount is None:
        return False
    return any(_agree(question, amount, text, fixed) for text in facts.values() for fixed in _FIXED.finditer(text))


def _agree(question: str, amount: re.Match[str], text: str, fixed: re.Match[str]) -> bool:
    one, other = _value(amount), _value(fixed)
    if not one or not other or max(one / other, other / one) > _NEAR or bool(amount["percent"]) != bool(fixed["percent"]):
        return False
    ours, theirs = question[amount.end() :], text[fixed.end() :]
    paces = _unit_in(_PER, ours), _unit_in(_PER, theirs)
    return _unit_in(_UNIT, ours) == _unit_in(_UNIT, theirs) and (None in paces or paces[0] == paces[1])


def _unit_in(form: re.Pattern[str], text: str) -> str | None:
    """The unit at the start of a text (of time or size, for a count has none), or what it is per."""
    found = form.match(text) if form is _UNIT else form.search(text)
    return _UNITS.get(found[1].lower()) if found else None


def _value(amount: re.Match[str]) -> float:
    digits = amount["number"].rstrip(".,")
    plain = digits.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits) else digits.replace(",", ".")
    try:
        return float(plain) * _SIZES.get((amount["size"] or "").lower(), 1.0)
    except ValueError:
        return 0.0


def put_right(answer: str, agrees: bool) -> str:
    return (YES if agrees else BETTER) + answer
