"""Red flags: well-known mistakes that a sentence asserts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from interviewcoach.scoring.blocks import Block, Spot
from interviewcoach.scoring.compiled import CompiledFlag, CompiledRubric
from interviewcoach.scoring.holding import ITSELF, first, near
from interviewcoach.scoring.phrasebook import CompiledClause
from interviewcoach.scoring.reading import VERB, Span
from interviewcoach.scoring.stuffing import is_notation

Claims = dict[int, list[CompiledClause]]  # under the index of their flag


def raised_in(rubric: CompiledRubric, block: Block, claims: Claims) -> list[tuple[str, int, Span | None, str]]:
    """(flag, sentence, stretch, why) of each mistake that the block makes by itself."""
    raised = []
    for owner in sorted(claims):
        flag = rubric.flags[owner]
        for i, spot in enumerate(block):
            name, span = _claimed(claims[owner], block, i)
            if (
                name
                and not any(near(flag.unless, block, j, ITSELF) for j in _same_breath(block, i))
                and not _imagined(spot, span, name)
                and not _withdrawn(block, i)
            ):
                raised.append((flag.source.id, i, span, f"says: {name}"))
    return raised


def _claimed(clauses: list[CompiledClause], block: Block, i: int) -> tuple[str, Span | None]:
    """The first clause that the sentence makes in one go: words that stand breaks apart are several thoughts."""
    for clause in clauses:
        name, span = first((clause,), block, i, strict=True)
        if name and not (span and len(_BREAKS.findall(block[i].text, *span)) >= MANY_BREAKS):
            return name, span
    return "", None


def _same_breath(block: Block, i: int) -> Iterator[int]:
    """The sentence and those that semicolons join to it: what stands further away excuses no claim."""
    yield i
    if i and _goes_on(block[i - 1], block[i]):
        yield i - 1
    if i + 1 < len(block) and _goes_on(block[i], block[i + 1]):
        yield i + 1


def _goes_on(spot: Spot, following: Spot) -> bool:
    return spot.line == following.line and spot.text[spot.end : spot.end + 1] == ";"


def _withdrawn(block: Block, i: int) -> bool:
    """Whether the next sentence puts something else in its place: "Asking each time is a hop. Instead we lease"."""
    return i + 1 < len(block) and _INSTEAD.match(block[i + 1].text, block[i + 1].start, block[i + 1].end) is not None


_INSTEAD = re.compile(r"[\s\-*•]*(?:so )?(?:instead|rather)\b", re.IGNORECASE)

MANY_BREAKS = 2
_BREAKS = re.compile(r"[;—–→]|:\s|(?<!\w)[(\[]|->|=>|\bbut\b")


def allowed_elsewhere(rubric: CompiledRubric, blocks: list[Block], raised: Iterable[str]) -> list[str]:
    """Those of the flags raised that something said in another place takes back."""
    names = set(raised)
    return [flag.source.id for flag in rubric.flags if flag.source.id in names and not _stands(flag, blocks)]


def _imagined(spot: Spot, span: Span | None, claim: str) -> bool:
    """A sentence that speaks of what others do wrong, or of what would happen, makes no claim of its own, nor does a table
    written down. What is declined, avoided or would happen must be the claim itself: "X, so we never lose a line" and
    "X, as otherwise it would break" both claim the X."""
    base = spot.start
    text = spot.text[base : spot.end]
    if text.endswith("?") or _CONDEMNED.search(text):
        return True
    if _OTHERS.search(text) or ("?" not in claim and _DISMISSED.search(text)) or (is_notation(text) and not VERB.search(text)):
        return True
    start, end = (span[0] - base, span[1] - base) if span else (0, len(text))
    if any(match.start() < start for match in _SHUNNED.finditer(text)):
        return True
    if any(match.start() >= start and not _elsewhere(text, start, match.start()) for match in _RULED_OUT.finditer(text)):
        return True
    if any(match.end() > start and not _BREAKS.search(text, start, match.start()) for match in _TURNED_DOWN.finditer(text)):
        return True
    if any(_IMAGINED.search(part) for part in _parts_around(text, start, end)):
        return True
    judged = _JUDGED.search(text)
    return judged is not None and not _REASON.search(text, min(end, judged.start()), judged.start())


def _elsewhere(text: str, start: int, at: int) -> bool:
    """Whether what stands at a place is said of something else than what begins at the start: "X, because Y is too slow"."""
    return bool(_BREAKS.search(text, start, at) or _JOINTS.search(text, start, at))


def _parts_around(text: str, start: int, end: int) -> Iterator[str]:
    """The parts of a sentence, between its reasons and consequences, that the stretch touches."""
    begin = 0
    for match in (*_JOINTS.finditer(text), None):
        stop = match.start() if match else len(text)
        if begin < end and stop > start:
            yield text[begin:stop]
        begin = stop


_JOINTS = re.compile(r"(?:,\s*|\s)(?:so|since|because|as|otherwise|therefore|hence|thus)\b|;|\s[—–-]\s", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:na[iï]ve(?:ly)?|mistake|the problem|problem with|if (?:we|you|one|it|they|someone) \w+[^.]{0,80}\bwould|"
    r"if (?:we|you|one|they|everyone|everybody|each) (?:only|just|simply|merely|always) )\b",
    re.I,
)
# to leave these undone is a claim ("we don't limit searches"); to leave others undone is a refusal ("we don't trust clocks")
_CARE = (
    "check|handle|keep|store|add|limit|propagate|sample|compress|encrypt|validate|verify|version|test|batch|shard|split|replicate|"
    "index|lock|log|mask|cache|expire|throttle|back up|backup|fence|dedup|retry|sign|monitor|alert|measure|track|record|persist|"
    "copy|sync|sort|order|queue|buffer|plan|care|worry|distinguish|separate|isolate|consider|count|authenticate|scan|clean|purge|"
    "compute|calculate|hash|send|filter|identify|block|shed|refuse|reject|turn|drain|wait|stop|write both|set|return an empty"
)
# a verdict on all that the sentence tells: "I looked at X and turned it down", "X takes two trips, so no"
_DISMISSED = re.compile(
    r"\b(?:(?:turn|vot|wav)(?:ed|es|ing)? (?:it|this|that|them|those|both) (?:down|away)|"
    r"(?:reject|dismiss|discard|drop)(?:ed)? (?:it|this|that|them)\b|"
    r"(?:what|which) (?:we|i) (?:have )?(?:rejected|turned down|refused)|"
    r"(?:rejected|turned down|dismissed|discarded|ruled out)\s*[:=]|decided against (?:it|this|that|them)\b|"
    r"(?:so|hence|therefore|thus),? (?:no|never|not)(?: (?:that|this|it|here|for us|like that|in ours))*\W*$|"
    r"(?<!why )not (?:here|for us|at (?:this|our) (?:scale|size|load))\W*$|(?:exactly|simply|plainly|just) wrong)",
    re.IGNORECASE,
)
# what nobody says of his own design
_CONDEMNED = re.compile(
    r"\b(?:nonsense|meaningless|nightmare|disastrous|(?:is|are) (?:the|a) trap|we(?:'re| are) dead|(?:nobody|no one) needs|"
    r"(?:refused|forbidden|rejected) by|(?:i|we) (?:thought of|thought about|was tempted|were tempted)|"
    r"can(?:not|'t) be (?:combined|averaged|added|summed|merged|trusted)|(?:nicer|better|easier|faster|cheaper) but then)\b",
    re.IGNORECASE,
)
_IMAGINED = re.compile(
    r"\b(?:otherwise|"
    rf"we (?:never|don't|do not|cannot|can't|won't) (?!{_CARE}|need|use|want|have to|require|bother)|"
    r"(?:would|they'd|it'd|that'd) (?:also |then |still )?"
    r"(?:lose|need|be lost|break|kill|double|fail|mean|make|hammer|overload|block|collapse|die|hit|send|let|leave|move|give|turn|"
    r"push|strand|bring|cause|delete|flood|starve|drown|eat|burn|grow|hide|punish)|"
    r"could (?:lose|be lost))\b",
    re.IGNORECASE,
)
_SHUNNED = re.compile(
    r"\b(?:must not|mustn't|(?:must|may|should|can) never|never happen|never(?=:)|avoid(?:s|ed)?)\b", re.IGNORECASE
)
# the same said after the claim: "X should not be done", "X is impossible at this rate"
_RULED_OUT = re.compile(
    r"\b(?:(?:should|must|may|can)(?: not|n't|not) be (?:used|done|put|kept|allowed|added|taken|there|in)|"
    r"(?:is|are|was) (?:impossible (?:in|at|here)|out of the question|no option|not an option|forbidden|not allowed|unacceptable|"
    r"too (?:slow|expensive|late|risky|dangerous|much|many|big)))\b",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(
    r"\b(?:simpl\w+|easi\w+|cheap\w*|tempting|attractive|obvious)\b[^.;]{0,30}\b(?:but|yet)\b", re.IGNORECASE
)
_JUDGED = re.compile(r"\b(?:danger(?:ous)?|risky|bad idea|(?:is|are) out(?=[:,;.]|$))", re.IGNORECASE)
_REASON = re.compile(r"\b(?:since|because|as|so|to)\b", re.IGNORECASE)


def _stands(flag: CompiledFlag, blocks: list[Block]) -> bool:
    def somewhere(clauses: tuple[CompiledClause, ...]) -> bool:
        return any(first((clause,), block, i)[0] for block in blocks for i in range(len(block)) for clause in clauses)

    if flag.anywhere and not somewhere(flag.anywhere):
        return False
    return not (flag.unless_anywhere and somewhere(flag.unless_anywhere))
