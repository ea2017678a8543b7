"""How likely two line names mean the same result: `write_qps` and `writes`, `storage_5y` and `store`."""

from __future__ import annotations

import re

from interviewcoach.estimation.nouns import singular
from interviewcoach.estimation.quantity import Dims

_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_GROUPS = (
    "write new create creation insert ingest upload send put publish post submission",
    "read view get redirect fetch load query request open play download lookup",
    "store storage disk size space volume total data db database archive",
    "cache cached hot memory ram redis",
    "bandwidth egress ingress network traffic throughput bw",
    "user dau mau member visitor people",
    "server node machine host instance box worker",
    "shard partition",
    "connection socket concurrent session online",
)
_GROUP_OF = {word: group.split()[0] for group in _GROUPS for word in group.split()}
_QUALIFIERS = {
    "peak": "peak", "max": "peak", "burst": "peak", "daily": "day", "day": "day", "yearly": "year", "year": "year",
    "monthly": "month", "month": "month", "replicated": "replicated", "raw": "raw", "cost": "cost", "price": "cost",
}  # fmt: skip
_IDLE = frozenset("avg average mean per sec second qps rps tps rate s the of in y yr years".split())


def alikeness(name: str | None, dims: Dims, other: str | None, other_dims: Dims) -> float:
    """From 0 to about 1.2: names first, then what is counted."""
    counted = 0.2 if dims == other_dims and _counted(dims) else 0.0
    if name is None or other is None:
        return counted
    if name.lower() == other.lower():
        return 1.0 + counted
    ours, theirs = _meaning(name), _meaning(other)
    if {word for word in ours ^ theirs if word.startswith("!")} or not ours or not theirs:
        return counted
    shared = len(ours & theirs) / len(ours | theirs)
    return (0.5 + 0.45 * shared if shared else 0.0) + counted


def _counted(dims: Dims) -> bool:
    return any(noun not in ("byte", "time", "usd", "eur", "gbp") for noun in dims)


def _meaning(name: str) -> frozenset[str]:
    """The groups that the words of a name belong to; qualifiers such as `peak` are marked, they must agree."""
    found = set()
    for part in _PARTS.findall(name.replace("_", " ")):
        word = singular(part)
        if word in _QUALIFIERS:
            found.add("!" + _QUALIFIERS[word])
        elif word not in _IDLE:
            found.add(_GROUP_OF.get(word, word))
    return frozenset(found)
