"""The words that set the problems apart: `python -m benchmarks.subjects` writes rubrics/subjects.json from the content,
`--check` only tells how well it keeps answers to this problem and to others apart."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from interviewcoach import load_catalogue
from interviewcoach.content.catalogue import Catalogue
from interviewcoach.scoring.subjects import FAR, Subjects, made_from, to_plain

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "rubrics" / "subjects.json"


def everything_on(catalogue: Catalogue, slug: str) -> str:
    """All that the content says about a problem."""
    problem, rubric = catalogue.problem(slug), catalogue.rubric(slug)
    parts = [problem.statement, catalogue.model_answer(slug), *(known.answer for known in problem.interviewer.knows)]
    for criterion in rubric.criteria:
        parts += [criterion.claim, criterion.probe, criterion.hint, *(example.text for example in criterion.examples())]
    return "\n".join(parts)


def make() -> Subjects:
    catalogue = load_catalogue([])
    return made_from({slug: everything_on(catalogue, slug) for slug in catalogue.entries})


def tell(subjects: Subjects) -> None:
    wrong, taken, pairs = [], 0, 0
    files = sorted((ROOT / "tests" / "calibration").glob("**/*.md"))
    for path in files:
        text, own = path.read_text(encoding="utf-8"), path.parent.name
        found = subjects.likeness(text)
        if subjects.other_than(own, text):
            wrong.append(f"{own}/{path.stem}")
        nearest = max(found.values(), default=0.0)
        pairs += len(found) - 1 if found else 0
        taken += sum(found[other] >= FAR * nearest for other in found if other != own)
    print(f"{len(files)} answers: {len(wrong)} taken for another problem's {wrong}; on other problems {taken} of {pairs} pass")


if __name__ == "__main__":
    made = make()
    if "--check" not in sys.argv:
        plain = json.dumps(to_plain(made), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        TARGET.write_text(plain + "\n", encoding="utf-8", newline="\n")
    tell(made)
