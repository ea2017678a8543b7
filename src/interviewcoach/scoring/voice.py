"""Whose decision a sentence tells, and whether it follows from anything.

Who answers says what is done here and why. One can also speak fluently of all the right things and decide none of them: by
asking the interviewer, by promising what would be explained, by telling what other companies did, by handing it to others who
take care of it, by watching it fail; or by figures that stand side by side, and reasons that only repeat what they explain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from interviewcoach.scoring.words import stem

UNDECIDED = 16  # leaves the choice open, or tells what an answer should hold
UNOWNED = 32  # promises to tell, or tells what somebody else did
HANDED = 64  # somebody else takes care of it
LOOSE = 128  # figures side by side, with nothing that joins them
CIRCULAR = 256  # a reason that only repeats what it explains
ASKED = 512  # puts a question
DECLINED = 1024  # tells what is not so, or not to be done
WATCHED = 2048  # tells how it is seen that something goes wrong


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


_MAYBE_UNDECIDED = _stems(
    "could might may depends depending answer candidate solution conclusion interviewer reviewer examiner marker grader assessor "
    "scheme expected textbook points marks discuss both either matter open room needed possible according"
)
_OR = frozenset(("can", "or"))
_ANSWER = r"(?:good|strong|better|excellent|perfect|ideal|complete|senior|typical) (?:answer|candidate|conclusion|solution)s?"
_HOLDS = r"(?:would|should|will|must|might|has|contains?|mentions?|names?|says?|explains?|describes?|begins?|starts?)"
_FINE = r"(?:defensible|possible|sound|valid|fine|reasonable|good|acceptable|candidates?|options?|legitimate|used)"
_UNDECIDED = re.compile(
    r"\b(?:(?:could|might|may|can) [^.;]{0,200}?\bor\b|(?:could|might|may) be suitable|and (?:may|might) not be|one could|"
    r"depends? on|depending (?:up)?on|matter of (?:how|taste|what)|according to (?:what|how)|"
    rf"(?:both|each|either|all \w+)(?: of (?:them|these|which))? (?:are|is|ha(?:s|ve) been|would be) (?:\w+ )?{_FINE}|"
    r"(?:is|are) (?:also )?possible(?: as well| too)?|remains? (?:open|a candidate|to be seen)|leaves? (?:room|open)|"
    r"(?:would|will) have to (?:show|decide|be decided|be seen)|"
    rf"{_ANSWER} {_HOLDS}|candidates? (?:at this level )?should|"
    r"(?:interviewer|reviewer|examiner|marker|grader|assessor)s? (?:would|will|wants?|expects?|looks?|likes?)|marking scheme|"
    r"expected (?:keywords?|terms?|sentence|answer|phrase)|(?:is|are|be) expected to (?:say|mention|name)|"
    r"(?:full|worth) (?:points|marks)|one (?:should|would|ought to) (?:also )?(?:mention|say|name|discuss)|"
    r"textbooks? (?:says?|recommends?|answer|solution))\b",
    re.IGNORECASE,
)

_ASKS = (
    r"(?:how|what|which|who|whose|when|where|why|is|are|do|does|did|can|could|should|shall|will|would|may|might|must|has|have|"
    r"if|any)"
)
_BEGINS_ASKING = re.compile(rf"(?:\A\W*(?:(?:q|and|or|but|so|then)\b\W*)*|, (?:and |or |but |then )?){_ASKS}\b", re.IGNORECASE)
_ENDS_ASKING = re.compile(r"\w\?[\"')*_\s]*\Z")
_LAST = 8  # characters, among which the question mark stands

_TELLING = _stems(
    "explain discuss describe elaborate mention clarify outline justify derive touch go talk walk cover sum draw present name "
    "state show trace detail address come discussion"
)
_SHALL = (
    r"(?:i|we)(?:'d|'ll| would| will| could| want to| plan to| am going to)(?: (?:also|then|first|next|finally|briefly|now))*"
)
_TELL = (
    r"(?:explain|discuss|describe|elaborate|mention|clarify|outline|justify|derive|cover|sum up|draw|present|name|state|trace|"
    r"detail|address|touch (?:up)?on|show (?:that|how|why)|go (?:\w+ )?(?:through|over|into|deep\w*)|"
    r"talk (?:\w+ )?(?:about|through)|walk (?:\w+ )?through|come (?:back )?to)"
)
_TOLD = r"(?:discussed|derived|explained|covered|described|presented|mentioned|taken up|addressed|outlined|justified|elaborated)"
_PROMISED = re.compile(
    rf"\b(?:{_SHALL}(?: (?:like|want|go on|try) to)? {_TELL}|(?:would|will|to) (?:also |then )?be {_TOLD}|"
    r"the (?:discussion|details?|explanation) (?:would|will))\b",
    re.IGNORECASE,
)

_OTHERS = (
    "Dropbox Google Amazon Facebook Meta Netflix Twitter Uber Apple Microsoft LinkedIn YouTube Discord WhatsApp Slack Git "
    "Cloudflare Akamai Stripe GitHub Airbnb Instagram Lyft Yahoo Spotify Figma Salesforce Alibaba Nasdaq Datadog Pinterest "
    "Shopify PayPal Ticketmaster Reddit Square Adyen Visa Bing Yelp Tinder Bloomberg Fastly Etsy Booking Zoom Signal Telegram"
)
_TOLD_OF_OTHERS = re.compile(
    r"\b(?:in|since|until|by|of|and|from|between|January|February|March|April|May|June|July|August|September|October|November|"
    r"December) (?:19|20)\d\d\b|"
    rf"(?:\A|[;,] |\b(?:while|whereas|and|but|at|when|how|later|first) )(?:{_OTHERS.replace(' ', '|')})(?:'s [\w -]{{1,40}})? "
    r"(?:had|has|have|was|were|became|gave|made|went|put|kept|wrote|built|did|let|ran|began|chose|took|found|sent|\w+ed|"
    r"(?:originally|later|also|famously|once|first|then|\w+ly) \w+)\b"
)
_NAMES = _stems(_OTHERS.lower())
_YEAR = re.compile(r" (?:19|20)\d\d\b")
_OWN = frozenset("we i our us my ours".split())

_AGENT = (
    r"(?:vendors?|contracts?|products?|librar(?:y|ies)|frameworks?|providers?|suppliers?|teams?|departments?|services?|store|"
    r"platforms?|cloud|model|warehouse|specialists?|experts?|consultants?)"
)
_DOES = (
    r"(?:takes? (?:good )?care of|handles?|solves?|does (?:this|that|it|all)|decides?|guarantees?|provides?|comes? with|covers?|"
    r"(?:is|are|be) (?:responsible|(?:handled|owned|covered|solved|done|provided|reconciled|filtered) by)|tunes?|finds?|"
    r"makes? sure|offers?|knows?|writes|will be owned|in the hands of)"
)
_HANDED = re.compile(
    rf"\b{_AGENT}\b[^.;]{{0,60}}\b{_DOES}\b|\b{_DOES} [^.;]{{0,40}}\b(?:vendor|team|provider|product|department|contract)s?\b|"
    r"\bask the \w+ team|\b(?:we|i)(?:'d| would| will)? (?:buy|rent|licen[cs]e|outsource)\b",
    re.IGNORECASE,
)
_MAYBE_HANDED = _stems(
    "vendor contract product library framework provider supplier team department service store platform cloud model warehouse "
    "specialist expert consultant buy rent license licence outsource"
)

_FIGURE = re.compile(r"(?<![\w.])\d[\d.,]*")
_JOINED = re.compile(
    r"[=×*/~≈→]|->|\b(?:x|so|makes?|gives?|that(?:'s| is)|times|per|hence|therefore)\b",
    re.IGNORECASE,
)

_REASON = _stems("because since so as when if once which that by whose until and")
_LITTLE = _stems(
    "the a an and or of to in on at by for with from is are was be been has have had it its they them that this these those "
    "which who whose when where while as so because since if then than there here each other one both same such not no can will "
    "would may must does do did only also more most what how into over out up we i our us you he she their his her way thing "
    "case every any all get"
)
_DECLINES = _stems(
    "not never no nor without nobody nothing neither cannot wrong mistake avoid rather instead reject useless careless naive "
    "don't doesn't won't can't isn't aren't shouldn't wouldn't"
)
_SEEN = r"(?:shown|visible|informed|drawn|noticed|reported|detected|watched)"
_WATCHES = re.compile(
    r"\b(?:alert(?:s|ed|ing)?|dashboards?|graph(?:s|ed)?|panels?|monitor(?:s|ed|ing)?|metrics?|on-?call|runbooks?|incidents?|"
    rf"post-?mortems?|histograms?|tracing|observability|burn[- ]rate|warning|unnoticed|mean time to|(?:is|are) {_SEEN}|"
    r"(?:we|analysts?|engineers?|teams?|one) (?:sees?|recogni[sz]es?|notices?|examines?|looks? at)|(?:shows?|tells?) (?:us|how)|"
    r"(?:is|are|gets?) paged)\b",
    re.IGNORECASE,
)
_MAYBE_WATCHES = _stems(
    "alert dashboard graph panel monitor metric on-call oncall runbook incident postmortem post-mortem histogram tracing "
    "observability burn-rate burn warning unnoticed mean shown visible informed drawn noticed reported detected watched see sees "
    "recognise recognize notice examine look show tell paged"
)
_LONG_ENOUGH = 6  # words of a sentence that can turn in a circle
_ROOT = 5  # letters by which converges, convergent and convergence are one


def voice_of(sentence: str, keys: Sequence[str], signs: Set[str]) -> int:
    """How a sentence speaks, as flags; `keys` are the stems of its words, `signs` the same as a set."""
    found = 0
    if (signs >= _OR or not _MAYBE_UNDECIDED.isdisjoint(signs)) and _UNDECIDED.search(sentence):
        found |= UNDECIDED
    if "?" in sentence[-_LAST:] and _is_question(sentence):
        found |= ASKED
    elif _is_unowned(sentence, signs):
        found |= UNOWNED
    if not _MAYBE_HANDED.isdisjoint(signs) and _HANDED.search(sentence):
        found |= HANDED
    if len(_FIGURE.findall(sentence)) > 1 and not _JOINED.search(sentence):
        found |= LOOSE
    if not _DECLINES.isdisjoint(signs):
        found |= DECLINED
    if not _MAYBE_WATCHES.isdisjoint(signs) and _WATCHES.search(sentence):
        found |= WATCHED
    if len(keys) >= _LONG_ENOUGH and not _REASON.isdisjoint(signs) and _turns_in_a_circle(keys):
        found |= CIRCULAR
    return found


def _is_question(sentence: str) -> bool:
    """A sketch may end with one: "look up -> seen?"."""
    if "→" in sentence or "->" in sentence or not _ENDS_ASKING.search(sentence, max(0, len(sentence) - _LAST)):
        return False
    return _BEGINS_ASKING.search(sentence) is not None


def _is_unowned(sentence: str, signs: Set[str]) -> bool:
    if not _TELLING.isdisjoint(signs) and _PROMISED.search(sentence):
        return True
    of_others = not _NAMES.isdisjoint(signs) or _YEAR.search(sentence) is not None
    return of_others and _OWN.isdisjoint(signs) and _TOLD_OF_OTHERS.search(sentence) is not None


def _turns_in_a_circle(keys: Sequence[str]) -> bool:
    """Whether what stands on one side of a "because", "which" or "so that" is all there on the other."""
    roots = [key[:_ROOT] if key not in _LITTLE and len(key) > 2 else "" for key in keys]
    said = [root for root in roots if root]
    if len(said) == len(set(said)):
        return False
    for i, key in enumerate(keys):
        if key in _REASON:
            before, after = set(roots[:i]) - {""}, set(roots[i + 1 :]) - {""}
            if after and before and (after <= before or (len(before) > 1 and before <= after)):
                return True
    return False
