"""What a sentence tells without claiming it: what others do wrong, what would happen, what is turned down or ruled out.

Signs of grammar, whatever the topic. They decide whether a mistake that stands in the words is also made by who wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from interviewcoach.scoring.blocks import Block, Spot
from interviewcoach.scoring.clauses import declines
from interviewcoach.scoring.reading import VERB, Span
from interviewcoach.scoring.stuffing import is_notation

BREAKS = re.compile(r"[;—→]|(?<!\d)–|–(?!\d)|:\s|(?<!\w)[(\[]|->|=>|\bbut\b")
MANY_SENTENCES = 512


def is_withdrawn(block: Block, i: int) -> bool:
    """Whether the next sentence takes it back: "Asking each time is a hop. Instead we lease", "... That doesn't scale"; or the
    one after it does in two words: "Locks are simple. Nobody waits for lunch, though. So no"."""
    following = [_whole(block, j) for j in range(i + 1, min(i + 3, len(block))) if block[j].line == block[i].line]
    if following and (_TAKEN_BACK.match(following[0]) or (_HOWEVER.match(following[0]) and _PLAIN_WAY.search(_whole(block, i)))):
        return True
    if following and _TRAILS_OFF.search(block[i].text, 0, block[i].end + 1) and _SECOND_THOUGHT.match(following[0]):
        return True
    return any(_NO.fullmatch(text) for text in following) or _is_option(block, i)


def _is_option(block: Block, i: int) -> bool:
    """One of several that a sentence shortly before has announced, and not the one taken: "I looked at three ways. Phone clocks:
    ... Server clocks: ..." """
    before = [_whole(block, j) for j in range(max(0, i - 3), i) if block[j].line == block[i].line]
    if not any(_OPTIONS.search(text) for text in before) or not _LABEL.match(_whole(block, i)):
        return False
    return not any(_TAKEN.search(_whole(block, j)) for j in range(i, min(i + 2, len(block))) if block[j].line == block[i].line)


def _whole(block: Block, i: int) -> str:
    """A sentence from its first word on, also where that counts for nothing ("That", "So")."""
    spot, before = block[i], block[i - 1]
    return spot.text[before.end if i and before.line == spot.line else 0 : spot.end]


_TAKEN_BACK = re.compile(
    r"[\s\-*•]*(?:(?:so )?(?:instead|rather)\b|(?:(?:far|much|way) )?too (?:slow|expensive|much|risky|dangerous|big|late|many)\b|"
    r"(?:not (?:a|the) (?:trade|price|risk|deal)|that's how you|(?:my|our|the) answer (?:is|was) (?:no|never)|"
    r"we (?:don't|do not|won't)(?: do)?(?: that| so| it)?[:;,.])|dead on arrival|(?:a )?(?:non[- ]?starter|no[- ]go)\b|hopeless|"
    r"(?:sheer |pure )?madness|"
    r"not (?:efficient|scalable|good|enough|acceptable|ok)\b|(?:it's |it is |this is |that's )?(?:nice|simple|easy|cheap|fine|"
    r"tempting|works?)\b[^.]{0,40}\bbut\b|"
    r"(?:but )?(?:this|that|it) (?:(?:does(?:n't| not)|won't|will not|can(?:'t|not)) (?:work|scale|hold up|suffice|do\b)|"
    r"is(?:n't| not) (?:enough|acceptable|safe|good enough|an option)|(?:is|would be|gets) (?:far |much |way )?"
    r"(?:too |wasteful|dangerous|risky|wrong|unsafe)|would (?:not work|break|lose|kill|overload|flood|melt|block)|"
    r"breaks\b|fails\b)|(?:it's |it is |that's )?not worth\b|"
    r"(?:so|hence|therefore),? (?:it|this|that|they|both|the \w+) (?:(?:needs?|has|have) to|must) be (?:atomic|one |conditional|"
    r"avoided|prevented|guarded|protected|checked|seriali[sz]ed|fenced|done (?:atomically|in one)|bounded|limited|replaced))",
    re.IGNORECASE,
)
_TRAILS_OFF = re.compile(r"(?:\.\.|…)\s?$")  # "we take it as counted... no, the brief says the opposite"
_SECOND_THOUGHT = re.compile(r"\W*(?:(?:well|er|hmm|ah|oh|but|actually)\W+)?(?:no|wait|scratch that)\b[,.:;]", re.IGNORECASE)
_OPTIONS = re.compile(
    r"\b(?:look(?:ed)? at|consider(?:ed)?|compared?|weigh(?:ed)?|see|there are|have|had) (?:the )?"
    r"(?:two|three|four|five|several|some|[2-5]) (?:\w+ )?"
    r"(?:options|possibilities|alternatives|ways|choices|candidates|approaches)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[\s\-*•]*(?:\(?\w\)\s*)?(?:\w+[ \-]){0,4}\w+:\s")
_TAKEN = re.compile(
    r"\b(?:i|we)(?:'ll| will|'d| would)? (?:take|took|choose|chose|pick(?:ed)?|use|go (?:for|with)|prefer) "
    r"(?:this|it|that|the former)\b",
    re.IGNORECASE,
)
_WAY = (
    r"\b(?:simple|simplest|basic|easiest|obvious|straightforward|brute[- ]force) (?:way|approach|solution|idea|version|option)\b"
)
_PLAIN_WAY = re.compile(rf"{_WAY}|\b(?:we|you|one) (?:can|could|might)\b|\bone (?:option|way)\b", re.IGNORECASE)
_HOWEVER = re.compile(r"[\s\-*•]*(?:but|however|yet|the problem|problem)\b", re.IGNORECASE)
_NO = re.compile(
    r"[\s\-*•]*(?:(?:so|hence|therefore|thus),? (?:no|not that|not this|not for us)|(?:so )?we (?:won't|don't|do not|will not)|"
    r"(?:so )?(?:i|we)(?:'d| would)? (?:rather )?(?:not|won't|don't|skip|rejected?)(?: (?:do|use|take|want) (?:it|this|that))?|"
    r"rejected|dropped|discarded|no)\W*",
    re.IGNORECASE,
)


def is_disowned(spot: Spot, span: Span | None, claim: str) -> bool:
    """A sentence that speaks of what others do wrong, or of what would happen, makes no claim of its own, nor does a table
    written down. What is declined, avoided or would happen must be the claim itself: "X, so we never lose a line" and
    "X, as otherwise it would break" both claim the X."""
    base, text = spot.start, spot.told
    if _is_only_told(text) or ("?" not in claim and _is_dismissed(text)):
        return True
    declining = declines(claim)
    if spot.not_taken and not declining:
        return True
    start, end = (span[0] - base, span[1] - base) if span else (0, len(text))
    if any(match.start() < start for match in _SHUNNED.finditer(text)) or _is_beaten(text, start):
        return True
    if _UNEQUAL.search(text, start, end):
        return True
    if not declining and (_WEIGHED.search(text, 0, start) or _UNDONE.search(text, 0, start) or _IS_NOT.search(text, start, end)):
        return True
    after = [_RULED_OUT] if declining else [_RULED_OUT, _BLAMED]
    if any(
        match.start() >= start and not _elsewhere(text, start, match.start()) for sign in after for match in sign.finditer(text)
    ):
        return True
    if any(match.end() <= start and _ENDS.isdisjoint(text[match.end() : start]) for match in _PREVENTED.finditer(text)):
        return True
    if any(match.start() <= start and end <= match.end() for match in _CONDITION.finditer(text)):
        return True
    if any(match.end() > start and not BREAKS.search(text, start, match.start()) for match in _TURNED_DOWN.finditer(text)):
        return True
    if any(_IMAGINED.search(part) for part in _parts_around(text, start, end)):
        return True
    judged = _JUDGED.search(text)
    return judged is not None and not _REASON.search(text, min(end, judged.start()), judged.start())


def _is_beaten(text: str, start: int) -> bool:
    """Whether what begins here comes off worse than something before it. A reason for the preference is a claim."""
    beaten = _BEATEN.search(text, 0, start)
    return beaten is not None and not _REASON.search(text, beaten.end(), start)


@lru_cache(maxsize=MANY_SENTENCES)
def _is_only_told(text: str) -> bool:
    """Whether the whole sentence speaks of others, or is a question or a table."""
    if (text.endswith("?") and not _PLACEHOLDER.search(text)) or _CONDEMNED.search(text) or _OTHERS.search(text):
        return True
    return is_notation(text) and not VERB.search(text)


@lru_cache(maxsize=MANY_SENTENCES)
def _is_dismissed(text: str) -> bool:
    return _DISMISSED.search(text) is not None


def _elsewhere(text: str, start: int, at: int) -> bool:
    """Whether what stands at a place is said of something else than what begins at the start: "X, because Y is too slow"."""
    return bool(BREAKS.search(text, start, at) or _JOINTS.search(text, start, at))


def _parts_around(text: str, start: int, end: int) -> Iterator[str]:
    """The parts of a sentence, between its reasons and consequences, that the stretch touches."""
    begin = 0
    for match in (*_JOINTS.finditer(text), None):
        stop = match.start() if match else len(text)
        if begin < end and stop > start:
            yield text[begin:stop]
        begin = stop


_JOINTS = re.compile(
    r"(?:,\s*|\s)(?:so|since|because|(?<!such )(?<!known )(?<!well )as(?! well)|otherwise|therefore|hence|thus)\b|;|\s[—–-]\s",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"(?:=|<|>|\bbetween|\blike|[(,])\s?\?$", re.IGNORECASE)  # `set owner = ?`
_OTHERS = re.compile(
    r"\b(?:careful(?:,| here)? (?:about|with|which|what|not to|because|since)|"
    r"na[iï]ve(?:ly)?|(?<!by )mistake|the problem|problem with|if (?:we|you|one|it|they|someone) \w+[^.]{0,80}\bwould|"
    r"if (?:we|you|one|they|everyone|everybody|each) (?:only|just|simply|merely|always) |(?:had|were) (?:we|i|you|one) |"
    r"if (?:the|an?|each|every|one|two) (?:\w+ ){1,2}(?:read|had|used|took|kept|were|did|ran|asked|wrote|saw|let|trusted|relied|"
    r"stamped|decided)\b[^.;]{0,80}\b(?:would|could|might)\b|"
    r"if (?:we|you|i|one) (?:kept|did|had|were|sent|let|told|put|took|stored|wrote|made|gave|ran|asked|tried|chose|relied) |"
    r"without (?:it|this|that|them|these|those)\b[^.;]{0,60}\b(?:would|will)|"
    r"(?:was|were|would be) (?:the|an|one|another|the other) (?:\w+ )?alternative|alternatively)\b|"
    r"^\W*(?:the |an |one |another )?alternatives?\b|:\s+no\b(?=[,.])|"
    rf"{_WAY}[^.;]{{0,160}}\b(?:but|however|yet)\b|^\W*(?:someone|somebody) (?!is\b|was\b|has\b)\w+s\b|,\s*no\W*$|"
    r"\bway (?:above|beyond|over)\b|"
    r"\b(?:some|many|most|other|lots of|plenty of) (?:people|teams|companies|engineers|products|shops|folks|vendors|systems) "
    r"(?:say|think|believe|conclude|assume|claim|trust|rely|do|let|treat|use|build|put|keep|leave|run|make|forget|try|start|go|add|want|"
    r"insist|recommend|suggest|prefer|introduce|reach for|like to)\b|"
    r"\b(?:people|they|everyone|everybody) (?:say|says|think|thinks|believe|believes|conclude|tell me|told me|insists?|"
    r"recommends?|over-?complicates?|over-?engineers?)\b|"
    r"\b(?:others?|people|everyone|everybody|teams|candidates|most|many) (?:\w+ly |often |always )?(?:get|gets|got|do|does|did) "
    r"(?:it |this |that )?wrong\b|"
    r"^\W*(?:what|things?) (?:i|we) (?:would not|wouldn't|do not|don't|won't|will not|would never|will never|never) "
    r"(?:do|build|use|want|buy|take)\b|"
    r"\b(?:one|a|an|some) (?:\w+ )?(?:dev|developer|intern|colleague|programmer|junior|team|teammate) "
    r"(?:\w+ly )?(?:adds|puts|ships|deploys|forgets|merges|pushes|leaves)\b|"
    r"^\W*what (?:everybody|everyone|people|others|most|many|they) (?:\w+ ){0,2}(?:buys?|do|does|builds?|tr(?:y|ies)|uses?|"
    r"writes?|draws?|reach(?:es)? for|starts? with|begins? with)\b|"
    r"^\W*(?:with|given) (?:more|another) (?:time|hour|day|week)\b|"
    r"\b(?:is|was|that's|are) (?:what|how|the \w+) (?:everyone|everybody|people|most|many|you|my|i inherited)\b|"
    r"\b(?:i've|i have|we've) (?:often )?heard\b|\b(?:suggested|proposed) by\b|"
    r"\b(?:asks?|asked|wonders?|wondered) (?:whether|if|could we|may we|can we|why not)\b|"
    r"\b(?:hazard|(?<!no )danger|pitfall|anti-?pattern|(?:nastiest|worst|classic|usual) (?:bug|mistake|failure|error))\b|"
    r"\b(?:the|a|one|main|real|only) risk (?:is|here|of|that|with)\b|"
    r"\b(?:in my (?:career|time)|(?:at|in) (?:my|our|a|the) (?:last|old|former|previous|first) (?:job|company|shop|"
    r"employer|team|firm)|(?:at|in) (?:the|my|our|that) (?:bank|company|firm|agency|start-?up|office|telco|insurer|university) "
    r"(?:where )?(?:we|they|i) (?:had|used|did|ran|kept|worked)|"
    r"(?:we|i) (?:once|used to)|years ago|war story|post-?mortem|\d+ years (?:in|of|as|at)|"
    r"i(?:'m| am) an? (?:[\w-]+ ){0,3}(?:person|engineer|developer|student|dba|admin))\b|"
    r"\bonly (?:by|on|when|after|if|once|from)\b[^.;]{0,80}, not (?:by|on|when|after|if|from|because|as soon as)\b",
    re.I,
)
# to leave these undone is a claim ("we don't limit searches"); to leave others undone is a refusal ("we don't trust clocks")
_CARE = (
    "check|handle|keep|store|add|limit|propagate|sample|compress|encrypt|validate|verify|version|test|batch|shard|split|replicate|"
    "index|lock|log|mask|cache|expire|throttle|back up|backup|fence|dedup|retry|sign|monitor|alert|measure|track|record|persist|"
    "copy|sync|sort|order|queue|buffer|plan|care|worry|distinguish|separate|isolate|consider|count|authenticate|scan|clean|purge|"
    "compute|calculate|hash|send|collapse|coalesce|join|merge|hold|bother|serialise|serialize|protect|reserve|"
    "filter|identify|block|shed|refuse|reject|turn|drain|wait|stop|write both|set|return an empty"
)
# a verdict on all that the sentence tells: "I looked at X and turned it down", "X takes two trips, so no"
_DISMISSED = re.compile(
    r"\b(?:(?:turn|vot|wav)(?:ed|es|ing)? (?:it|this|that|them|those|both) (?:down|away)|"
    r"(?:reject|dismiss|discard|drop)(?:ed)? (?:it|this|that|them)\b(?! (?:from|as|off|into|in|to|onto)\b)|"
    r"(?:leave|leaving|left|postpone|keep) (?:it|this|that|them) "
    r"(?:for|to|until|till) (?:a |the )?(?:later|version|v ?[2-9]|next|phase)|"
    r"(?:what|which) (?:we|i) (?:have )?(?:rejected|turned down|refused)|"
    r"(?:rejected|turned down|dismissed|discarded|ruled out)\s*[:=]|decided against (?:it|this|that|them)\b|"
    r"(?:so|hence|therefore|thus),? (?:no|never|not)(?: (?:that|this|it|here|for us|like that|in ours))*\W*$|"
    r"\b(?:er|hmm|oh|sorry|but|actually|well)?,? ?no,? wait\b|scratch that|strike that|"
    r"(?:it|that|this|they|which) (?:isn't|is not|doesn't|does not|aren't|are not|don't|do not|won't|can't)(?=[,.;:]|\s*$)|"
    r"just not (?:one|what|the)\b|next to nothing|:\s*never\W*$|"
    r"(?<!why )not (?:here|for us|at (?:this|our) (?:scale|size|load))\W*$|(?:exactly|simply|plainly|just) wrong)",
    re.IGNORECASE,
)
# what nobody says of his own design
_CONDEMNED = re.compile(
    r"\b(?:nonsense|meaningless|nightmare|disastrous|(?:is|are) (?:the|a) trap|we(?:'re| are) dead|(?:nobody|no one) needs|"
    r"(?:refused|forbidden|rejected) by|"
    r"(?:i|we) (?:have |had |also )*(?:thought of|thought about|was tempted|were tempted)|"
    r"can(?:not|'t) be (?:combined|averaged|added|summed|merged|trusted)|(?:nicer|better|easier|faster|cheaper) but then)\b",
    re.IGNORECASE,
)
_IMAGINED = re.compile(
    r"\b(?:otherwise|"
    rf"(?<!so )(?<!that )we (?:never|don't|do not|cannot|can't|won't) (?!{_CARE}|need|use|want|have to|require|bother)|"
    r"(?:would|they'd|it'd|that'd) (?:also |then |still )?"
    r"(?:lose|need|be lost|break|kill|double|fail|mean|make|hammer|overload|block|collapse|die|hit|send|let|leave|move|give|turn|"
    r"drop|wipe|empty|waste|oversell|overshoot|stall|"
    r"push|strand|bring|cause|delete|flood|starve|drown|eat|burn|grow|hide|punish|destroy|ruin|spoil|wreck|defeat|expose|leak|"
    r"poison|corrupt|remove|throw|steal|take away|miss|skip|forget|shuffle|scatter|crash|freeze|mislead|(?:have|need) to|"
    r"be (?:too |very |so |quite )?(?:slow|expensive|heavy|costly|wasteful|impossible|an? (?:hot ?spot|bottleneck|waste)))|"
    r"could (?:lose|be lost)|(?:can|could|may|might) (?:take|bring|knock|pull)\b[^.;]{0,40}\bdown|"
    r"(?:can|could|may|might) (?:kill|ruin|sink|wreck|poison|destroy|blow up))\b|(?:^|: )(?:can't|cannot) (?!be\b)",
    re.IGNORECASE,
)
_SHUNNED = re.compile(
    r"\b(?:must not|mustn't|(?:must|may|should|can) never|never happen|never(?=:)|(?:gave|given|giving) up|"
    r"(?:forbids?|bans|prohibits)\b|(?:refuses|rejects|catches|fails on|flags)(?=:|\s+(?:any|every|a|an|all)\b)|"
    r"(?:lint(?:er)?s?|ci|checkers?|reviews?|rules?|hooks?) (?:refusing|rejecting|flagging|catching|forbidding)|"
    r"(?:forbidden|banned|not allowed|prohibited)(?=:))",
    re.IGNORECASE,
)
# what comes off worse: "better than X", "I prefer that to one brave night: X"
_BEATEN = re.compile(
    r"\b(?:(?:better|safer|cheaper|simpler|faster|fairer|nicer|stronger|cleaner) than(?: (?:a|an|the))?\s*$|"
    r"prefer(?:red)? (?:that|this|it) (?:to|over)\b|prefer(?:red)? (?!to\b)(?:[\w'-]+ ){1,6}(?:to|over)(?: (?:a|an|the))?\s*$)",
    re.IGNORECASE,
)
_WEIGHED = re.compile(r"\b(?:i|we) (?:have |had |also )*(?:considered|looked at)(?: (?:a|an|the))?\s*$", re.IGNORECASE)
# "it isn't necessary to X", "don't X": nothing that is done
_UNDONE = re.compile(
    r"\b(?:is|was|be)(?:n't| not) (?:necessary|needed|required|useful|wise|possible|allowed|worth it|a good idea) to\b[^,]*$|"
    r"\bno (?:reason|need|point|sense|excuse) (?:to|in|for)\b[^,;]*$|^[\s\-*•]*(?:don't|do not|dont|never)\b[^,]*$|"
    r"^[\s\-*•_]*(?:(?:deliberately |consciously )?not (?:done|doing|taken|used|chosen|built|wanted|for us)|"
    r"left out|declined|decided against|avoided|"
    r"(?:todo|to do)(?: later)?|future work|out of scope|not in scope|non-goals?|"
    r"(?:we |i )?(?:won't|will not|don't|do not) (?:do|build|use))\W{0,3}:",
    re.IGNORECASE,
)
_IS_NOT = re.compile(
    r"\b(?:is|are|was|were)(?:n't| not) (?:in|on|at|inside|part of)\b|"
    r"\b(?:doesn't|does not|never|must not) (?:read|reads|contain|contains|generate|generates|draw|draws|call|calls)\b",
    re.IGNORECASE,
)
_UNEQUAL = re.compile("≠|!=")  # between two things that a mistake takes for one
# the same said after the claim: "X should not be done", "X is impossible at this rate"
_RULED_OUT = re.compile(
    r"\b(?:(?:should|must|may|can)(?: not|n't|not) be (?:used|done|put|kept|allowed|added|taken|there|in|enough|"
    r"sufficient|trusted|left)|"
    r"(?:is|are|was) (?:impossible (?:in|at|here)|out of the question|no option|not an option|forbidden|not allowed|unacceptable|"
    r"not (?:available|feasible|viable)|not (?:\w+ )?(?:reliable|guaranteed)|"
    r"too (?:slow|expensive|late|risky|dangerous|much|many|big))|never (?:in|on|into|part))\b",
    re.IGNORECASE,
)
# a bad word about what the sentence tells: no one has that of his own design
_BLAMED = re.compile(
    r"\b(?:(?:do|does|did)(?: not|n't|nt) (?:really |always |actually |necessarily )?(?:mean|imply|work|scale|suffice|hold up)|"
    r"(?:has|have|adds?|brings?) (?:an? |too much |a lot of |much |big |high )?overhead|"
    r"gets? (?:very |quite |really |rather |too )?(?:expensive|heavy|slow)|"
    r"(?:nobody|no one) can (?:repeat|debug|explain|replay|fix)|"
    r"(?:decides?|proves?|guarantees?|means?|tells?|promises?|shows?) (?:us |you |me )?nothing|"
    r"(?:is|are|was|would be|gets?) (?:very |quite |really |rather |just )?(?:wasteful|unsafe|unreliable|no good|wrong|costly)|"
    r"(?:is|are)(?:n't| not) (?:\w+ )?(?:reliable|safe|acceptable|sufficient|scalable))\b",
    re.IGNORECASE,
)
_PREVENTED = re.compile(
    r"\b(?:avoid(?:s|ed|ing)?|to prevent|none of|not (?:everybody|everyone|all of them|all at))\b", re.IGNORECASE
)
_ENDS = frozenset(",:")
_CONDITION = re.compile(
    r"\b(?:if (?:we|i|you|one|all|every|everybody|everyone)|suppose|imagine)\b[^,;:.]*(?:,|\bthen\b|->|=>|→)|"
    r"\bif\b(?:(?!\b(?:we|i|you)\b)[^,;:.])*, (?:an?|the|it|they|we|you|that|this|there|two|then)\b",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(
    r"\b(?:simpl\w+|easi\w+|cheap\w*|tempting|attractive|obvious)\b[^.;]{0,30}\b(?:but|yet)\b|"
    r"\b(?:fine|nice|nicely|lovely|harmless)\b[^.;]{0,50}\b(?:but|yet|only that|until|till)\b|;? ?but then\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(r"\b(?:(?<!no )danger(?:ous)?|risky|bad idea|(?:is|are) out(?=[:,;.]|$))", re.IGNORECASE)
_REASON = re.compile(r"\b(?:since|because|as|so|to)\b", re.IGNORECASE)
