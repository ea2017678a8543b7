"""A data folder as it looks after years: list, search, progress and backup with 20 and with 2,000 sittings.

    python benchmarks/records.py [--sittings 2000]

Prints the median of several runs in milliseconds; exit code 1 if a bound is exceeded.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from interviewcoach.records import Filter, Opening, Progressed, Records, StoredEvent, write
from interviewcoach.records.database import connect, transaction
from interviewcoach.records.leases import acquire
from interviewcoach.records.progress import progress

START, DAY = 1_600_000_000_000, 86_400_000
WORDS = "cache queue shard replica leader quorum index partition retry token bucket ledger feed edge client".split()
BANDS = ("no_hire", "lean_no_hire", "lean_hire", "hire", "strong_hire")
BOUNDS = {"search": 100.0, "progress": 300.0}


def fill(path: Path, count: int) -> None:
    """Sittings of 800 words with 150 events and a scorecard of 40 criteria, in one transaction: only reads count."""
    chance = random.Random(count)
    with closing(connect(path)) as db, transaction(db):
        for number in range(count):
            one(db, f"s{number:07}", number, chance)


def one(db: sqlite3.Connection, name: str, number: int, chance: random.Random) -> None:
    at, problem = START + number * DAY // 2, f"problem-{number % 22}"
    text = " ".join(chance.choice(WORDS) for _ in range(800))
    done = Progressed(
        "ended", "wrap_up", at + 2_700_000, 2_600_000, 2_700_000, 800,
        pace={"delivery": 80.0, "used": {"wrap_up": 1}, "planned": {"wrap_up": 2}},
        prediction={"verdict": chance.choice(BANDS), "axes": {"scoping": 50}},
    )  # fmt: skip
    write.create(db, Opening(name, problem, "practice", "senior", number, True, "v1", at), done)
    acquire(db, name, "filling")
    size = len(text) // 150 + 1
    for seq in range(150):
        body = {"part": "deep_dive", "start": seq * size, "cut": 0, "put": text[seq * size : (seq + 1) * size]}
        write.record(db, name, "filling", StoredEvent(seq, at + seq, "wrote", body), done)
    write.hand_in(db, name, f"## Deep dive\n\n{text}\n", {"problem": problem, "answer": text})
    criteria = [{"id": f"c{n}", "tier": 2, "points": 1.5, "of": 2.0, "next": text[:120]} for n in range(40)]
    card = {
        "problem": problem, "level": "senior", "overall": chance.uniform(0, 100), "verdict": chance.choice(BANDS),
        "verdicts": {}, "axes": {"scoping": 60.0, "delivery": None}, "phases": {}, "criteria": criteria,
        "skills": {f"{problem}-{n}": chance.randrange(4) for n in range(5)}, "content_version": "v1",
    }  # fmt: skip
    write.add_card(db, name, f"card{name}", at, card)
    db.execute("DELETE FROM leases")


def timed(run: Callable[[], object], times: int = 7) -> float:
    """Median milliseconds."""
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        run()
        spent.append((time.perf_counter() - started) * 1000)
    return median(spent)


def measure(folder: Path, count: int) -> dict[str, float]:
    with Records(folder) as records:
        fill(records.path, count)
        figures = {
            "first 50 of the list": timed(lambda: records.sittings(Filter(limit=50))),
            "whole list": timed(lambda: records.sittings()),
            "standings": timed(records.standings),
            "search": timed(lambda: records.sittings(Filter(text="ledger nowhere"))),
            "progress": timed(lambda: json.dumps(progress(records.performances()).to_dict())),
            "load one": timed(lambda: records.load("last")),
            "export": timed(lambda: records.export_all(folder / "all.jsonl.gz", overwrite=True), 1),
        }
    with Records(folder / "copy") as other:
        figures["import"] = timed(lambda: other.import_all(folder / "all.jsonl.gz", lambda events: None), 1)
    return figures


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sittings", type=int, default=2000)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as few_in, tempfile.TemporaryDirectory() as many_in:
        few, many = measure(Path(few_in), 20), measure(Path(many_in), chosen.sittings)
    print(f"{'milliseconds':24}{'20 sittings':>14}{f'{chosen.sittings} sittings':>18}{'bound':>10}")
    for name, figure in many.items():
        print(f"{name:24}{few[name]:14.1f}{figure:18.1f}{BOUNDS.get(name, ''):>10}")
    return 0 if all(many[name] <= bound for name, bound in BOUNDS.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
