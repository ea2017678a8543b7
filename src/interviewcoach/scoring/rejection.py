"""Which words of a sentence are declined: "no cache", "instead of a queue", "sharding is overkill here".

Precision first. A sentence that says what would happen without a thing asserts the thing; a component that "never waits"
declines nothing; "not only" and "no more than" are no rejections at all.
"""

from __future__ import annotations

from interviewcoach.scoring.words import Row, stem


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


_NEGATORS = frozenset({"not", "never", "dont", "cannot"}) | {
    f"{verb}n't" for verb in "do does did wo would should could ca is are was need must have has".split()
}
_OF_USE = _stems(
    "use need want require add introduce do store take choose pick go rely depend implement support apply put bother build "
    "adopt include consider employ deploy have keep plan care worry spend go run call set shard cache see think believ "
    "necessary needed worth"
)
_SPARED = _OF_USE | _stems("write check handle deal know remember make track")  # "teams needn't write idempotent jobs"
_WE = frozenset({"we", "i", "we'd", "we'll", "i'd", "i'll"})
_ALL = _stems("all every everyone everybody everything each")
_NOT_BUT = _stems("only just yet in found enough exist exceed more less matter longer later until afford lose simply")
_NO_BUT = _stems("more less longer matter later need one doubt wonder other loss lose problem point single free")
_DROP = _stems("skip avoid omit forgo forego unnecessary needless drop exclude leave")
_AFTER = _stems("overkill unnecessary superfluous pointless needless unneeded redundant irrelevant useless")
_AFTER_NOT = _stems("need needed necessary require worth relevant useful important help want matter concern justify")
_BREAK_WORDS = _stems("because so but when since then while although though whereas unless if as otherwise which that")
_WOULD = _stems("would could might will won't die otherwise'd we'd they'd it'd")
_NEEDED = _stems("need require want matter")
_PREFER = _stems("prefer choose pick favor take go select want use like")
_COUNTERFACTUAL = _stems("if unless when whenever")
_IMAGINED = _WOULD | _COUNTERFACTUAL
CUES = (
    _NEGATORS | _DROP | _AFTER | _stems("instead rather lieu place opposed") | {"no", "without", "over", "nor", "neither", "out"}
)


def rejected_tokens(text: str, row: Row) -> dict[int, int]:
    """Indices into `row` of the words that are declined, each with that of the word that declines it."""
    keys = row.keys
    if CUES.isdisjoint(keys):
        return {}
    breaks = _soft_breaks(text, row)
    imagined = next((i for i, key in enumerate(keys) if key in _IMAGINED), len(keys))
    out: dict[int, int] = {}
    for i, key in enumerate(keys):
        if key in CUES:
            for declined in _declined_by(i, key, keys, breaks, imagined):
                out.setdefault(declined, i)
    return out


def _soft_breaks(text: str, row: Row) -> set[int]:
    """Indices of tokens before which a comma, colon, bracket or dash stands."""
    found: set[int] = set()
    for i, (end, start) in enumerate(zip(row.ends, row.starts[1:], strict=False), 1):
        between = text[end:start]
        if (
            (len(between) > 1 and any(char in between for char in ",:()[]|–—→"))
            or " - " in between
            or "->" in between
            or "=>" in between
        ):
            found.add(i)
    return found


def _scope(start: int, keys: list[str], breaks: set[int], most: int = 8) -> range:
    """From `start` on, up to a break: a list with or/nor/and goes on over its commas."""
    end = start
    while end < len(keys) and end - start < most:
        if end > start:
            if keys[end] in _BREAK_WORDS:
                break
            if end in breaks and not (keys[end] in ("or", "nor") or _in_list(end, keys)):
                break
        end += 1
    return range(start, end)


def _in_list(index: int, keys: list[str]) -> bool:
    """`no queue, cache or shards`: the comma belongs to a list if or/nor comes within three words and a comma."""
    return any(keys[j] in ("or", "nor") for j in range(index, min(index + 4, len(keys))))


def _declined_by(i: int, key: str, keys: list[str], breaks: set[int], imagined: int) -> range | set[int]:
    """`imagined`: where the first word stands that tells of what would be. "Without a cache the database would die", "if we had
    no queue": what is spoken of is wanted."""
    following = keys[i + 1] if i + 1 < len(keys) else ""
    none: set[int] = set()
    if key in _NEGATORS:
        return _after_negator(i, keys, breaks, following)
    if key == "no":
        if i and keys[i - 1] in _SAYING:
            return none
        return none if following in _NO_BUT and following != "need" else _after_no(i, keys, breaks, following)
    if key == "without":
        return none if imagined < len(keys) else _scope(i + 1, keys, breaks, 5)
    if key in _INSTEAD:
        return _after_instead(i, key, keys, breaks, following)
    if key == "over":
        chosen = any(k in _PREFER for k in keys[max(0, i - 6) : max(0, i - 1)])  # "goes over the wire" prefers nothing
        return _scope(i + 1, keys, breaks, 5) if chosen and following not in _OVER_OTHER else none
    if key in ("nor", "neither"):
        return _scope(i + 1, keys, breaks, 5)
    if key in _AFTER:
        return _before(i, keys, breaks)
    if key in _DROP and i and keys[i - 1] == "be":
        kept = not _NEGATORS.isdisjoint(keys[max(0, i - 3) : i - 1])  # "must not be left out"
        return none if kept else _before(i, keys, breaks)
    if key == _LEAVE and following != "out":
        return none
    if key == _FALL and not (i and keys[i - 1] in _DECIDING):  # "the drop opens at noon" is a sale
        return none
    if key in _DROP:
        return none if imagined < i else _scope(i + 1, keys, breaks, 6)
    if key == "out" and keys[i + 1 : i + 3] == ["of", stem("scope")]:
        return _before(i, keys, breaks)
    return none


_LEAVE = stem("leave")
_FALL = stem("drop")
_DECIDING = _WE | {"to", "can", "could", "would", "will", "let's"}
_SAYING = _stems("say answer reply respond vote hear tell")
_INSTEAD = _stems("instead lieu place opposed rather")
_OVER_OTHER = _stems("http https tcp udp time network wire websocket grpc all tls year month day")


def _after_negator(i: int, keys: list[str], breaks: set[int], following: str) -> range | set[int]:
    if following in _ALL and not (i and keys[i - 1] in _WE):
        return range(i + 1, min(i + 3, len(keys)))  # "not all devices have it" leaves the having alone
    if following in _NOT_BUT or any(k in _COUNTERFACTUAL for k in keys[max(0, i - 4) : i]):
        return set()
    if following in _AFTER_NOT and i and keys[i - 1] not in _WE:
        # "views need not be exact" and "it doesn't need to be exact" decline the exactness, not the views
        to_do = following in _NEEDED and keys[i + 2 : i + 3] == ["to"]
        back = () if to_do else _before(i, keys, breaks)
        ahead = _scope(i + 2, keys, breaks, 6) if following in _NEEDED else range(0)
        return set(back) | set(ahead)
    near = list(_scope(i + 1, keys, breaks, 3))
    if (i and keys[i - 1] in _WE) or any(k in _WE for k in keys[max(0, i - 2) : i]):
        return _scope(i + 1, keys, breaks, 9)
    of_use = _SPARED if keys[i] == "needn't" else _OF_USE
    for index in near:
        if keys[index] in of_use:
            return _scope(index, keys, breaks, 8)
    end = i + 2
    while end <= len(keys) and keys[end - 1].endswith("ly"):  # "never silently dropped"
        end += 1
    return range(i + 1, min(end, len(keys)))


def _after_no(i: int, keys: list[str], breaks: set[int], following: str) -> range | set[int]:
    if any(k in _COUNTERFACTUAL for k in keys[max(0, i - 4) : i]):
        return set()
    if following == "need":
        return _scope(i + 2, keys, breaks, 7)
    return _scope(i + 1, keys, breaks, 4)


def _after_instead(i: int, key: str, keys: list[str], breaks: set[int], following: str) -> range | set[int]:
    if (key == "rather" and following == "than") or (key in _INSTEAD and following == "of"):
        return _scope(i + 2, keys, breaks, 5)
    if key == stem("opposed") and following == "to":
        return _scope(i + 2, keys, breaks, 5)
    return set()


def _before(i: int, keys: list[str], breaks: set[int]) -> range:
    """The clause that ends at a verdict such as `is overkill`."""
    start = i
    while start > 0 and start not in breaks and keys[start - 1] not in _BREAK_WORDS and i - start < 8:
        start -= 1
    return range(start, i)
