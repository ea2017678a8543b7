"""Tells a question for a fact from one that asks the interviewer to do the design.

By grammar, not by a list of questions: somebody asks for the other's opinion, choice or confirmation ("which is better?",
"would you go for ..."), asks how he should build something himself, or puts two mechanisms up for choice. "Should it
support ...", "do we need ..." and "may users ..." ask for requirements and are none of that.
"""

from __future__ import annotations

import re

# mechanisms and tools: a question that weighs one of them is about the design; products, places and qualities are not here
_MECHANISM = (
    r"(?:kafka|rabbit\w*|sqs|kinesis|pulsar|redis|memcached?|postgres\w*|mysql|sqlite|oracle|nosql|cassandra|scylla|dynamo\w*|"
    r"mongo\w*|elastic ?search|lucene|solr|clickhouse|druid|hbase|bigtable|spanner|cockroach\w*|influx\w*|prometheus|flink|"
    r"spark|hadoop|zookeeper|etcd|consul|nginx|envoy|kubernetes|k8s|temporal|airflow|grpc|graphql|protobuf|web ?sockets?|"
    r"long[- ]?poll\w*|poll(?:ing)?|server[- ]sent events?|sse|mqtt|web ?hooks?|pub/?sub|message (?:queue|broker|bus)|"
    r"(?:queue|stream)s?|tries|trie|prefix t(?:ree|able)s?|inverted index\w*|b\+?-?trees?|lsm\S*|r-?trees?|k-?d-?trees?|"
    r"quad-?trees?|geo-?hash\w*|h3|s2 cells?|skip ?lists?|hash(?:es|ing|map|table| map| table| ring)?|md5|sha\S*|base ?62|"
    r"snowflakes?|uuids?|auto[- ]?increment\w*|bloom filters?|merkle trees?|vector clocks?|crdts?|"
    r"operational transform\w*|ot|sagas?|two[- ]phase commits?|2pc|2-phase commits?|outbox|cdc|"
    r"change data capture|dual[- ]writ\w+|double[- ]writ\w+|triggers?|back-?fill\w*|expand[- ](?:and[- ])?contract|"
    r"event[- ]sourc\w+|cqrs|fan(?:ning)?[- ]?out|push(?:ing)?|pull(?:ing)?|on (?:the )?(?:write|read)|token buckets?|"
    r"leaky buckets?|(?:sliding|fixed|tumbling) windows?|caches?|caching|lru|lfu|write[- ](?:through|back|behind)|"
    r"load balancers?|shards?|sharding|partition(?:s|ing|ed)?|replicat(?:ion|ing)|leader\S*|quorums?|raft|paxos|gossip|"
    r"consensus|locks?|locking|mutex\w*|optimistic|pessimistic|micro-?services?|monolith\w*|serverless|lambdas?|chunk\w*|"
    r"erasure cod\w+|columnar|column stores?|row stores?|time[- ]series (?:db|database)s?|batch(?:es|ing| jobs?)?|"
    r"worker pools?|threads?|(?:single|multi)[- ]?thread\w*|ring buffers?|snapshots?|write-?ahead logs?|wal|checkpoints?|"
    r"circuit breakers?|back-?pressure|hedg(?:ed|ing)\b.{0,9}|anycast|blue[/-]green|canar(?:y|ies)|"
    r"pre-?sign\w+(?: urls?)?|hls|dash|http range|pre-?comput\w+|materiali[sz]ed views?|denormali[sz]\w+|normali[sz]ed|"
    r"sql|relational|document (?:db|database|store)|graph (?:db|database)|key[- ]value (?:db|database|store)|"
    r"in[- ]memory|side-?cars?|agents?|301|302|sync(?:hronous\w*)?|async(?:hronous\w*)?|stateless|stateful|append[- ]only|"
    r"lock[- ]free|active[- ](?:active|passive)|gateways?|data structures?|algorithms?|schemas?|indexes|protocols?|topics?|"
    r"databases?|dbs?|framework)"
)

_BUILD = (
    r"(?:use|using|choose|pick|go (?:with|for)|take|implement|build|design|split|cut|partition|shard|cache|index|hash|model|"
    r"structure|fan[- ]?out|dedupe?|dedup\w*|detect|replicate|pre-?compute|denormali[sz]e|queue|batch|poll|put|lock|rely on|"
    r"start with|solve|draw|lay out|organi[sz]e|generate|encode|route|distribute|balance|merge|resolve|do)"
)
_HOW_BUILD = (
    _BUILD[:-1] + r"|store|save|scale|handle|prevent|avoid|ensure|guarantee|make|sync\w*|rank|find|match|count|limit|"
    r"back-?fill|migrate|represent|keep|deal|write|send|deliver|propagate|update|elect|coordinate|protect|estimate|tackle|"
    r"approach)"
)
_I = r"(?:i|we|one)"
_ADVERB = r"(?:\s+(?:\w+ly|better|rather|just|simply|also|now|then|best))?"
_GOOD = r"(?:better|best|right|correct|ideal|optimal|preferred|preferable|recommended|proper|smart(?:er|est)?|superior|wiser?)"

_SOME = r"(?:the |your |a |an )?"
_CHOOSES = r"(?:use|choose|pick|go|take|build|do|design|split|partition|shard|prefer|recommend|suggest|opt|favou?r)"
_MADE = r"(?:solution|answer|design|architecture|hint|formula|numbers|steps|algorithm|schema|trick|diagram|cheat ?sheet)"
_WHOLE = r"(?:full |final |whole |complete |right |correct |best |model |reference |sample |ideal |exact )*"
_ASKED_FOR = (
    r"(?:solution|answer|design|approach|architecture|algorithm|way|choice|structure|method|strategy|schema|data\s?base|db|"
    r"protocol|pattern|option|tool|technology)"
)
_ELEMENT = (
    r"(?:database|db|algorithm|cache|queue|data ?structure|technology|tech|approach|design|framework|protocol|index|schema|"
    r"pattern|strategy|broker|store)s?"
)


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


# the interviewer is asked what he would do or likes to hear, whatever the question is about
_OPINION = _any(
    rf"\b(?:would|will) you{_ADVERB} (?:{_CHOOSES}|advise|put|make|solve|store|implement|cache|start|keep|hold|lease)\b",
    rf"\byou(?:'d| would){_ADVERB} {_CHOOSES}\b",
    r"\b(?:what|which|how) (?:\w+ ){0,3}?would you\b",
    r"\bhow you(?:'d| would)\b",
    r"\b(?:do|would|could|can) you (?:recommend|suggest|advise)\b",
    r"\b(?:what|which) (?:\w+ ){0,3}?do you (?:recommend|prefer|suggest|favou?r|like)\b",
    r"\byou (?:want|expect|like|prefer) (?:me )?to (?:hear|name|say|list|draw|use|do|build|propose|go|see)\b",
    # which one is better
    r"\b(?:which|what)(?: (?:one|of (?:these|those|them|the two)|option|approach|way))?"
    rf"(?: is| are| would be| will be| do you (?:consider|find|think is)|['’]s) (?:the )?{_GOOD}\b",
    rf"\bis (?:that|this|it) (?:the |a )?{_GOOD}\b",
    rf"\bwhat(?:'s| is| would be)? (?:the |your )?(?:{_GOOD}|expected|reference|model|intended)\b.{{0,20}}?\b{_ASKED_FOR}\b",
    r"\bwhat(?:'s| is) (?:the|your) (?:solution|answer|design|approach|architecture|algorithm)\b",
    rf"\b(?:which|what) {_ELEMENT} (?:should|would|do i|shall|is|are|to)\b",
    rf"\bis it (?:{_GOOD}|okay?|fine) to {_BUILD}\b",
    # give it to me
    rf"\b(?:give|tell|show|send|hand|explain|write|name|list)(?: (?:me|us|it|them))?{_ADVERB} {_SOME}{_WHOLE}{_MADE}\b",
    r"\b(?:tell|show|explain(?: to)?) me (?:how (?:to|you|i)|which|what (?:to|you|i should)|where to start)\b",
    r"\b(?:tell|show) me the (?:right|best) way\b",
    r"\bjust (?:tell|say|give)\b|\bwalk me through\b|\blist them (?:for|please)\b|\bspoil\w*",
    r"\byour (?:own )?(?:answer|choice|pick|opinion|preference|favou?rite|solution|recommendation|advice|suggestion|take)\b",
    r"\bwhich one (?:do|would|should|shall)\b|\breference solution\b|\bgood answer\b",
    r"\b(?:need|want) (?:a |the |your )?(?:hint|formula|solution)\b",
    r"\b(?:get|score|earn|give) me (?:the |more |most )*points\b",
    r"\bwhat are the steps\b|\bwhat should (?:i|we) (?:use|do|say|write|draw|build|choose|answer|design|pick)\b",
    # is my way yours
    r"\b(?:is (?:it|this|that)|that(?:'s| is)) (?:what|how|the way) you(?:'d| would)? (?:build|do|want|expect|use)\b",
    r"\bconfirm (?:before|that i|my|this|so i|if i|whether i)\b|\bam i (?:right|correct)\b.{0,30}\bdesign",
)
# the asker himself builds; "may I use ..." asks for leave, and "how do we ..." often for what the company does
_I_BUILD = _any(
    rf"\b(?:should|shall|would|do) i{_ADVERB} {_BUILD}\b",
    rf"\bhow (?:(?:should|would|could|shall|must|might) {_I}|(?:do|can) i){_ADVERB} {_HOW_BUILD}\b",
    r"\bhow (?:do|can) we (?:design|solve|build|implement|do (?:it|this|that)|store|shard|scale|handle|generate|cache)\b",
    rf"\b(?:should|shall) {_I}{_ADVERB} (?:use|choose|pick|go (?:with|for)|cache|shard|partition|fan[- ]?out|pre-?compute|"
    r"denormali[sz]e|batch|add an?|put|start with)\b",
    rf"\b(?:what|which|how many|how (?:big|large|long)) [\w -]{{2,40}}? (?:should|shall|do|would) i{_ADVERB} "
    r"(?:use|make|choose|pick|split|take|set|create|build|go|run)\b",
    rf"\b(?:is|are|would) (?:an? |the )?{_MECHANISM}(?: [\w-]+){{0,4}}? (?:be )?(?:ok(?:ay)?|fine|good|right|enough|better|best|"
    r"overkill|sufficient|suitable|appropriate|acceptable|the (?:way|right|better|best))\b",
    r"\A\W*(?:and |or |so )?(?:(?:what|where) to (?!expect|assume)\w+|which [\w ]{1,20} to (?:use|take|choose|pick|go))\b",
    rf"\b(?:an?|one|per) {_MECHANISM} (?:per|for each|for every) [\w ]+ or (?:one |an? )?(?:per|for)\b",
    r"\bcan (?:i|we) (?:get away with|solve|do (?:it|this|that) with)\b",
    r"\bhow (?:to|does one) (?:design|build|implement|solve|shard|partition|store|scale|index|rank|generate|cache)\b",
)
# what may stand before a crowd is the candidate's to put there
_IS_THERE = _any(
    r"\b(?:is|will|should) there (?:be )?(?:an? |any )?(?:waiting (?:room|page|line)|holding page|virtual (?:queue|line)|lobby)\b"
)
_NAMED = rf"(?<![\w-]){_MECHANISM}(?![\w-])"
_MUST_BE = _any(
    r"\b(?:should|shall|must|ought|does|has|is|would)\b (?:the |each |every |all |it|this|my |our )[\w' -]{0,40}?"
    r"\b(?:be|use|run|stay|live in|sit in|go (?:in|into|through))\b"
    r"(?: (?:an?|the|in|on|by|with|via|fully|purely|kept|done|made|built|stored|held|written))*"
    rf" {_MECHANISM}(?![\w-])"
)
_PREFERS = _any(rf"\b(?:do|would|did) you (?:want|expect|like|prefer|have in mind|wish|rather)\b.{{0,60}}?{_NAMED}")
_CHOICE = _any(rf"{_NAMED}[^?.]{{0,60}}?(?:\bor\b|\bvs\.?|\bversus\b|/)[^?.]{{0,60}}?{_NAMED}")
# what stands there already, or what the others can do, is a fact even if it has the name of a mechanism
_FACT = re.compile(
    r"\b(?:already|existing|exists?|today|currently|nowadays|at present|at the moment|in place|legacy|available to|"
    r"(?:do|does|did) (?:we|you|they|the \w+|our \w+|your \w+) (?:have|own|run|speak|support)|is there|are there|allowed to|"
    r"(?:do|does|did) (?!you\b)(?:the |our )?\w+ (?:want|prefer|need|expect|use|like)|(?:may|can|could) (?:i|we)|"
    r"is it (?:more|only|just|rather|allowed)|do you care|does it matter|"
    r"how (?:many|much|often|long|big|large|fast|old)|who|when|required|requirement|need to support)\b",
    re.I,
)


_WHAT_IS = re.compile(
    r"\W*(?:(?:and|so|but|ok|then)\W+)*"
    rf"(?:(?:which|what)(?: kind of)? {_ELEMENT} (?:is|are|do (?:we|they|you) (?:have|use|run))|"
    r"(?:is|are) (?:it|this|that|they|the \w+|our \w+))\b"
    rf"(?!.*\b(?:{_GOOD}|ok(?:ay)?|fine|enough)\b)",
    re.IGNORECASE,
)


def asks_for_solution(question: str) -> bool:
    if _OPINION.search(question) or _I_BUILD.search(question) or _IS_THERE.search(question):
        return True
    if _FACT.search(question):
        return False
    return bool(_MUST_BE.search(question) or _PREFERS.search(question) or _CHOICE.search(question))


def is_mechanism(question: str) -> bool:
    """Whether somebody says no more than the name of a mechanism: "kafka?"."""
    return bool(re.fullmatch(rf"\W*(?:and |or )?(?:an? |the )?{_MECHANISM}\W*", question, re.IGNORECASE))


def asks_what_is(question: str) -> bool:
    """Whether a question may as well ask what is there as what to take: "which database is it, Postgres or MySQL"."""
    return bool(_WHAT_IS.match(question))


def asks_opinion(question: str) -> bool:
    """Whether the interviewer's own view is wanted, so that a few words of it may belong to the question before."""
    return bool(_OPINION.search(question))


def asks_fact(question: str) -> bool:
    """Whether a part of a line asks for a number, a person, a time or what is there, so that it stands for itself."""
    return bool(_FACT.search(question))
