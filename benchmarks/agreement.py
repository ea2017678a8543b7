"""How well the grades agree with the graders: `python -m benchmarks.agreement [--of SET] [--left-out] [--fit]`.

The calibration answers were graded blind by two language-model graders, those of the sets `authored` and `second` to `sixth`
by their writers, who had not read the rubrics, those of the `seventh` to `thirty-eighth` blind by one or two who had not written
them; none are human experts. Printed are the figures with the shipped weights and, where asked, leave-one-problem-out: curve
and costs chosen on five problems, figures taken on the sixth.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.measures import band, mean_error, pearson, weighted_kappa
from interviewcoach import load_catalogue
from interviewcoach.assessment import Assessor, sums_of
from interviewcoach.scoring.cards import scorecard
from interviewcoach.scoring.evidence import Evidence, gather
from interviewcoach.scoring.grading import boundness, combined, grade, most_by_words, qualities
from interviewcoach.scoring.masking import pasted_in
from interviewcoach.scoring.mistakes import cost_of, gravity_of, lapses_of
from interviewcoach.scoring.scorecard import SumShown
from interviewcoach.scoring.weights import DEFAULT, Weights

HERE = Path(__file__).resolve().parents[1] / "tests" / "calibration"
SETS = (
    "calibration",
    "authored",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
    "thirty-second",
    "thirty-third",
    "thirty-fourth",
    "thirty-fifth",
    "thirty-sixth",
    "thirty-seventh",
    "thirty-eighth",
    "all",
)
PHASES = ("requirements", "high_level", "deep_dive", "wrap_up")


@dataclass
class Sample:
    problem: str
    kind: str
    words: int
    grade: float
    phases: dict[str, float]
    skills: dict[str, float]
    rubric: Any
    evidence: Evidence
    sums: tuple[SumShown, ...]
    qualities: dict[str, float]
    gravity: float
    lapses: int
    cap: float


def load(of: str) -> list[Sample]:
    if of == "all":
        return [sample for one in SETS[:-1] for sample in load(one)]
    assessor = Assessor(load_catalogue())
    folder = HERE if of == "calibration" else HERE / of
    rows: list[dict[str, Any]] = []
    for path in sorted(folder.glob("grades*.json")):
        rows += json.loads(path.read_text(encoding="utf-8"))
    samples = []
    for row in sorted(rows, key=lambda r: r["file"]):
        rubric = assessor.compiled(row["problem"])
        text = (folder / row["file"]).read_text(encoding="utf-8")
        evidence = gather(rubric, text, pasted_in(text, rubric.statement, rubric.facts))
        sums = sums_of(text)
        graded = grade(rubric, evidence, sums, other=assessor.subjects.other_than(row["problem"], text))
        samples.append(
            Sample(
                row["problem"],
                row["kind"],
                len(text.split()),
                _mean(row["overall"]),
                {p: _mean(v) for p, v in row["phase"].items()},
                {s: _mean(v) for s, v in row["skills"].items()},
                rubric,
                evidence,
                sums,
                qualities(graded.rows, "senior", DEFAULT),
                gravity_of(rubric, evidence, sums, DEFAULT),
                lapses_of(rubric, evidence, DEFAULT),
                graded.cap,
            )
        )
    return samples


def _mean(grades: list[float] | float) -> float:
    return mean(grades) if isinstance(grades, list) else float(grades)


def overall(sample: Sample, weights: Weights) -> float:
    """The grade, from sums that do not depend on the weights that are fitted."""
    cost = cost_of(sample.gravity, sample.lapses, weights)
    bound = boundness(sample.evidence.specific, sample.evidence.vague, weights)
    return combined(sample.qualities, cost, sample.cap, weights, bound, most_by_words(sample.evidence, weights))


def fit(samples: list[Sample], start: Weights = DEFAULT) -> Weights:
    """Coordinate descent on the heights of the four curves, each kept rising; small enough to be seen through."""

    def loss(weights: Weights) -> float:
        return mean((overall(s, weights) - s.grade) ** 2 for s in samples)

    best, low = start, loss(start)
    for step in (0.08, 0.04, 0.02, 0.01):
        improved = True
        while improved:
            improved = False
            for candidate in _neighbours(best, step):
                value = loss(candidate)
                if value < low - 0.05:
                    best, low, improved = candidate, value, True
    return best


FITTED = {"curve": 100.0, "mistakes": 100.0, "specific": 1.0, "vague": 1.0}  # and the top of each


def _neighbours(weights: Weights, step: float) -> Iterator[Weights]:
    for name, top in FITTED.items():
        points = getattr(weights, name)
        fixed = (0, len(points) - 1) if name in ("curve", "specific") else (0,)
        for i in range(len(points)):
            if i in fixed and not (name == "specific" and i == 0):
                continue
            for change in (-step * top, step * top):
                low = points[i - 1][1] if i else 0.0
                high = points[i + 1][1] if i + 1 < len(points) else top
                height = min(max(points[i][1] + change, low), high)
                yield replace(weights, **{name: (*points[:i], (points[i][0], round(height, 3)), *points[i + 1 :])})


def report(title: str, samples: list[Sample], scores: list[float]) -> None:
    grades = [s.grade for s in samples]
    pairs = list(zip(samples, scores, strict=True))
    inner = [(s, x) for s, x in pairs if s.kind not in ("strong", "weak")]
    print(f"\n{title}: {len(samples)} answers")
    print(f"  kappa on bands           {weighted_kappa([band(x) for x in scores], [band(g) for g in grades], 5):.3f}")
    bands = [band(x) for _, x in inner], [band(s.grade) for s, _ in inner]
    print(f"  without strong and weak  {weighted_kappa(*bands, 5):.3f}")
    print(f"  same band                {mean(band(x) == band(g) for x, g in zip(scores, grades, strict=True)):.0%}")
    print(f"  Pearson                  {pearson(scores, grades):.3f}   mean error {mean_error(scores, grades):.1f}")


def kinds(samples: list[Sample], scores: list[float]) -> None:
    print("  kind        graders   ours    low   high")
    for kind in sorted({s.kind for s in samples}, key=lambda k: -mean(s.grade for s in samples if s.kind == k)):
        ours = [x for s, x in zip(samples, scores, strict=True) if s.kind == kind]
        theirs = mean(s.grade for s in samples if s.kind == kind)
        print(f"  {kind:<10} {theirs:7.1f} {mean(ours):7.1f} {min(ours):6.1f} {max(ours):6.1f}")


def details(samples: list[Sample], weights: Weights) -> None:
    ours: dict[str, list[float]] = {p: [] for p in PHASES}
    theirs: dict[str, list[float]] = {p: [] for p in PHASES}
    tiers: tuple[list[int], list[int]] = ([], [])
    for s in samples:
        graded = grade(s.rubric, s.evidence, s.sums, weights)
        card = scorecard(s.rubric, s.evidence, graded, level="senior", version="", sums=s.sums, weights=weights)
        for p in PHASES:
            ours[p].append(card.phases[p])
            theirs[p].append(s.phases[p])
        for skill, value in s.skills.items():
            tiers[0].append(card.skills[skill])
            tiers[1].append(int(value + 0.5))
    for p in PHASES:
        print(f"  {p:<14} Pearson {pearson(ours[p], theirs[p]):.3f}  mean error {mean_error(ours[p], theirs[p]):.1f}")
    print(f"  kappa of skill tiers     {weighted_kappa(tiers[0], tiers[1], 4):.3f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--of", choices=SETS, default="calibration", help="which answers")
    options.add_argument("--left-out", action="store_true", help="also leave-one-problem-out; takes minutes")
    options.add_argument("--fit", action="store_true", help="print weights fitted on all samples")
    chosen = options.parse_args()
    samples = load(chosen.of)
    scores = [overall(s, DEFAULT) for s in samples]
    report("shipped weights", samples, scores)
    kinds(samples, scores)
    details(samples, DEFAULT)
    lengths = [float(s.words) for s in samples]
    scale = mean(s.grade for s in samples) / mean(lengths)
    print(f"\nlength only: kappa {weighted_kappa([band(w * scale) for w in lengths], [band(s.grade) for s in samples], 5):.3f}"
          f"  Pearson {pearson(lengths, [s.grade for s in samples]):.3f}")  # fmt: skip
    if chosen.left_out:
        leave_out(samples)
    if chosen.fit:
        print(fit(samples))


def leave_out(samples: list[Sample]) -> None:
    left_out = []
    for problem in sorted({s.problem for s in samples}):
        weights = fit([s for s in samples if s.problem != problem])
        left_out += [(s, overall(s, weights)) for s in samples if s.problem == problem]
    report("leave one problem out", [s for s, _ in left_out], [x for _, x in left_out])
    kinds([s for s, _ in left_out], [x for _, x in left_out])


if __name__ == "__main__":
    main()
