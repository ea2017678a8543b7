"""Words of everyday questions: those that say nothing on the topic, short forms, and which words are near to which.

The table of kin is only asked about words that a problem does not know; a word that it uses means what it means there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from interviewcoach.scoring.words import stem

EMPTY = frozenset(
    stem(word)
    for word in (
        "is are be am was were been being do does did can could will would should shall may might must has have had we i you he "
        "she it they them him me us my there here what which who whom whose when where how why any some of to in on at by for "
        "from with about as or and if so but not no yes please ok okay hi hey hello thanks want wanted need like get let know "
        "tell give say think assume suppose guess wonder ask system design also then than too more much many there's what's "
        "it's i'd you'd we'd i'm you're we're they're i've we've don't doesn't isn't aren't won't can't thing stuff kind sort "
        "exactly roughly approximately should expect support handle someone somebody anybody anyone everybody everyone nobody "
        "able well right become lot lots bit quite rather sure fine good main way per one etc such under ever till until yet "
        "still already maybe perhaps most least own other another each every only even now just back out off up down over "
        "through between before after while during whether because since though again always never sometimes often "
        "required require into themselves ourselves itself happen case particular specific point important mean care "
        "interested clear question curious idea talk g e lol btw kindly dont doesnt isnt "
        "arent wont cant didnt im ive youre theyre"
    ).split()
) - frozenset(stem(word) for word in "per own often before after between under again each".split())

_SHORT = {
    "ppl": "people", "pls": "please", "plz": "please", "msg": "message", "msgs": "messages", "w/o": "without", "yr": "year",
    "yrs": "years", "sec": "second", "secs": "seconds", "min": "minute", "mins": "minutes", "hrs": "hours", "mth": "month",
    "avg": "average", "max": "maximum", "approx": "about", "req": "request", "reqs": "requests", "pic": "picture",
    "pics": "pictures", "img": "image", "imgs": "images", "vid": "video", "vids": "videos", "doc": "document",
    "docs": "documents", "txn": "transaction", "txns": "transactions", "acct": "account", "accts": "accounts",
    "notifs": "notifications", "dc": "data centre",
    "datacenter": "data center", "datacenters": "data centers", "dcs": "data centres", "dos": "ddos", "dev": "developer",
    "devs": "developers", "infra": "infrastructure", "perf": "performance", "info": "information", "lang": "language",
    "langs": "languages", "prio": "priority", "prios": "priorities", "cust": "customer", "u": "you", "r": "are", "ur": "your",
    "thru": "through", "whats": "what is", "hows": "how is", "wat": "what", "esp": "especially", "incl": "including",
    "gonna": "going to", "wanna": "want to", "kinda": "kind of", "cuz": "because", "b4": "before", "ui": "user interface",
}  # fmt: skip
_SHORT_FORM = re.compile(r"(?<![\w'’/])(" + "|".join(map(re.escape, _SHORT)) + r")(?![\w'’/])", re.IGNORECASE)

_KIN = tuple(
    frozenset(stem(word) for word in row.split())
    for row in (
        "person people user human customer member client audience visitor viewer folk guy subscriber",
        "fast quick quickly latency speed slow delay soon immediately instantly instant responsive wait response lag late rapid",
        "keep retain retention archive history forever ttl expire expiry lifetime preserve historical old store",
        "lose loss durability durable survive vanish disappear backup crash",
        "down available availability uptime outage downtime sla unavailable fail failure broken die dead crash break "
        "fault disaster",
        "peak busy busiest spike spiky burst rush surge worst wave bursty",
        "country region continent global world worldwide geography geographically location zone abroad international place "
        "datacenter datacentre centre",
        "language english translate translation localise multilingual unicode",
        "money cost budget price bill expensive cheap dollar euro spend afford invoice",
        "abuse spam bot fake fraud cheat attack malicious hacker scam script hostile evil attacker abuser "
        "fraudster troll malware",
        "security secure encrypt encryption password privacy private secret gdpr personal sensitive pii",
        "login auth authenticate authentication authorise authorization access permission rights role signin allowed",
        "size big large small bytes kb mb gb length heavy weigh huge kilobyte megabyte",
        "grow growth increase future double",
        "duplicate twice repeat idempotent copy identical dupe repeated same",
        "order ordering sequence sort ranked ranking sorted",
        "exact accurate precise approximate accuracy precision strict tolerance error tolerate",
        "fresh freshness stale recent outdated lag behind visible appear realtime propagate current",
        "change edit modify update alter rewrite correct revise",
        "delete remove erase withdraw purge takedown deletion drop",
        "read view look open watch fetch query search see visit click browse",
        "write post publish create submit upload add insert",
        "device phone mobile browser desktop app laptop tablet tv ios android platform smartphone iphone gadget",
        "existing legacy infrastructure stack tech technology cloud aws vendor",
        "feature function functionality scope mvp requirement core essential minimal",
        "retry attempt resend repeat",
        "stop cancel abort undo revoke pause abandon",
        "concurrent simultaneous simultaneously parallel together concurrently",
        "average typical usual normally usually ordinary typically",
        "limit maximum cap quota ceiling threshold bound biggest largest longest",
        "qps rps throughput tps traffic load volume rate",
        "team department engineer developer staff colleague",
        "notify notification alert warn alarm pager inform",
        "machine server node box host computer hardware",
        "offline disconnected connection connectivity network tunnel internet wifi",
        "picture image photo media",
        "share portion percentage fraction ratio percent proportion split part",
        "deploy release rollout deployment version upgrade ship",
        "law legal compliance regulation lawyer auditor audit regulator regulatory",
        "popular hot viral celebrity famous uneven skew skewed trending hotspot",
    )
)
_KIN_OF: dict[str, frozenset[str]] = {}
for _row in _KIN:
    for _word in _row:
        _KIN_OF[_word] = _KIN_OF.get(_word, frozenset()) | _row

_ENDING = re.compile(
    r"(?:ability|abilit|abl|ably|ation|ition|ment|ness|ity|ly|er|or|ful|al|iv|ance|ence|anc|enc|ion|ant|ent|iz|ify|ific|ist|y|at)$"
)
_PARAPHRASES = (
    # an address is an example of one
    (re.compile(r"(?<![\w-])(?:https?://)?[\w-]+\.[a-z]{2,6}/\S*", re.IGNORECASE), ""),
    (re.compile(r"\bhow much (?=(?!(?:less|times|sometimes|class|access)\b)[a-z]{3,}(?<!s)s\b)", re.IGNORECASE), "how many "),
    (re.compile(r"\bhow (?:frequently|regularly)\b", re.IGNORECASE), "how often"),
    # where people are is asked for without a word for a place
    (
        re.compile(r"\bwhere (?:do|does|are|is|will) (?:\w+ ){0,3}?(?:live|based|located|come from|sit|reside)\b(?! in\b)", re.I),
        "in which country or region are the users",
    ),
    # and speed by the mere name of what has to be fast; "how fast must a change be live" asks for something else
    (
        re.compile(
            r"\A\W*how (?:fast|quick) (?:must|should|shall|does|do|has|have) (?:\w+ ){1,2}(?:(?:have|need) to )?be\W*\Z", re.I
        ),
        "latency target, how fast must it be",
    ),
)
ROOT = 4  # letters that a root keeps


def spelled_out(question: str) -> str:
    """The question without the short forms of people in a hurry, and with a word for what is only hinted at."""
    plain = _SHORT_FORM.sub(lambda match: _SHORT[match[1].lower()], question)
    for form, meant in _PARAPHRASES:
        plain = form.sub(meant, plain)
    return plain


def kin_of(word: str) -> frozenset[str]:
    """Words that everyday questions use for about the same."""
    return _KIN_OF.get(word, frozenset())


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """What is left of a stem without endings that make one word of another: tolerable, tolerate; notified, notification."""
    while len(word) > ROOT:
        ending = _ENDING.search(word)
        if ending is None or ending.start() < ROOT:
            break
        word = word[: ending.start()]
    return word
