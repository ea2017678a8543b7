"""Everyday words for the technical ones that rubrics use, so that an idea told without jargon is heard as well.

Only used for criteria, never for red flags: understanding generously is right where credit is given and wrong where it is
taken. A plain word never stands for a technical one by itself, only in the place of it within a clause.
"""

from __future__ import annotations

from interviewcoach.scoring.words import stem

_SAID_AS = {
    "server node host instance": "machine computer box",
    "replica": "copy duplicate",
    "shard partition": "slice piece portion section",
    "leader primary master": "boss chief main captain",
    "queue": "waiting-list backlog pile inbox",
    "store persist record": "save remember keep note write",
    "cache": "remember",
    "user client": "person people customer visitor member",
    "provider psp vendor": "company supplier partner",
    "alert": "alarm warn ring",
    "crash fail": "die break burn drop",
    "retry": "again repeat",
    "response result": "answer reply outcome",
    "request": "ask call question",
    "log": "diary journal notebook",
    "datacenter region zone": "building site city country continent",
    "worker": "helper runner hand",
    "ledger": "book",
    "delay backoff": "wait pause",
    "duplicate": "repeat twice double",
    "id key token": "ticket tag label stamp mark",
    "latency": "wait slow quick fast",
    "event message": "note letter parcel news",
    "database table": "book register file",
    "index": "catalogue register",
    "timeout": "patience",
    "verify validate": "check compare",
    "fetch read": "look ask get",
    "expire ttl": "forget old stale",
    "celebrity": "star famous popular idol",
    "replicate": "copy",
    "limit quota": "cap ceiling allowance",
    "reject refuse deny": "turn-away send-back",
    "scale": "grow",
    "metric": "measure",
    "gateway": "door entrance gate desk",
    "rollback undo": "back reverse",
    "encrypt": "lock secret scramble",
    "compress": "shrink squeeze smaller",
    "merge": "combine join",
    "schedule": "plan appoint",
    "failover": "take-over step-in",
    "heartbeat": "sign pulse",
    "lease": "borrow loan turn",
    "version": "edition stamp",
    "throttle": "slow brake",
    "viewer": "watcher spectator",
    "bandwidth": "line pipe",
}


def _table() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for technical, everyday in _SAID_AS.items():
        rows = [tuple(stem(part) for part in word.split("-")) for word in everyday.split()]
        for word in technical.split():
            found.setdefault(stem(word), []).extend(rows)
    return {word: tuple(dict.fromkeys(rows)) for word, rows in found.items()}


EVERYDAY = _table()


def variants(key: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The phrase with one technical word said plainly."""
    return [key[:i] + plain + key[i + 1 :] for i, word in enumerate(key) for plain in EVERYDAY.get(word, ())]
