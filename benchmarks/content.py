"""What there is of content, as a table: `python -m benchmarks.content` writes problems/README.md, with `--check` it only tells
whether that file is as the content is."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from interviewcoach import load_catalogue

TABLE = Path(__file__).resolve().parents[1] / "problems" / "README.md"
HEAD = (
    "# The problems\n\n"
    "Made by `python -m benchmarks.content`. Probes count the questions of the criteria, those tied to what a candidate said "
    "too; the framework adds criteria and red flags to every problem.\n\n"
)
COLUMNS = ("phase", "problem", "criteria", "skills", "probes", "red flags", "questions answered", "words of the model answer")


def table() -> str:
    catalogue = load_catalogue([])
    rows: list[tuple[object, ...]] = []
    for slug, entry in catalogue.entries.items():
        rubric, interviewer = catalogue.rubric(slug), catalogue.problem(slug).interviewer
        probes = sum(1 + len(criterion.probe_when) for criterion in rubric.criteria)
        words = len(catalogue.model_answer(slug).split())
        counts = len(rubric.criteria), len(entry.skills), probes, len(rubric.red_flags)
        rows.append((entry.phase, entry.title, *counts, len(interviewer.knows), words))
    sums = [sum(int(str(row[i])) for row in rows) for i in range(2, len(COLUMNS))]
    rows.append(("", f"all {len(rows)}", *sums))
    lines = [COLUMNS, ("---",) * len(COLUMNS), *rows]
    framework = catalogue.framework
    shared = f"\nThe framework: {len(framework.criteria)} criteria and {len(framework.red_flags)} red flags for every problem. "
    return HEAD + "\n".join(f"| {' | '.join(map(str, row))} |" for row in lines) + "\n" + shared + (
        f"The lexicon: {len(catalogue.lexicon)} concepts.\n"
    )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.content", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 where the file is stale")
    only_check = parser.parse_args().check
    made = table()
    if only_check:
        stale = TABLE.read_text(encoding="utf-8") != made
        told = "is stale: run `python -m benchmarks.content`" if stale else "is up to date"
        print(f"problems/{TABLE.name} {told}")
        return int(stale)
    TABLE.write_text(made, encoding="utf-8", newline="\n")
    print(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
