"""How fast answers are scored, beside the plainest way there is: `python -m benchmarks.speed`."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from rapidfuzz import fuzz

from interviewcoach import load_catalogue
from interviewcoach.assessment import Assessor
from interviewcoach.scoring.compiled import CompiledRubric
from interviewcoach.scoring.evidence import gather

SLUG = "social-feed"
ANSWERS = Path(__file__).resolve().parents[1] / "tests" / "calibration" / SLUG


def best(work: Callable[[], object], before: Callable[[], object] = lambda: None, rounds: int = 20) -> float:
    """Milliseconds of the fastest of some rounds."""
    times = []
    for _ in range(rounds):
        before()
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times) * 1000


def words_of(count: int, text: str) -> str:
    """Whole lines of the text, as many as hold so many words."""
    kept: list[str] = []
    held = 0
    for line in text.split("\n"):
        if held >= count:
            break
        kept.append(line)
        held += len(line.split())
    return "\n".join(kept)


def one_line_edited(rubric: CompiledRubric, text: str) -> float:
    """Milliseconds to read a text again in which one line of some words has changed: the median of all such lines."""
    lines = text.split("\n")
    turns = iter(range(1_000_000))

    def edited(at: int) -> str:
        return "\n".join([*lines[:at], f"{lines[at]} and {next(turns)} replicas", *lines[at + 1 :]])

    told = [at for at, line in enumerate(lines) if len(line.split()) > 4]
    return median(best(lambda at=at: gather(rubric, edited(at)), lambda: gather(rubric, text), 5) for at in told)


def main() -> None:
    assessor = Assessor(load_catalogue())
    rubric = assessor.compiled(SLUG)
    everything = "\n\n".join(path.read_text("utf-8") for path in sorted(ANSWERS.glob("*.md")))
    short, long = words_of(1000, everything), words_of(5000, everything)
    forget = rubric.forget
    print(f"evidence, 1,000 words, cold        {best(lambda: gather(rubric, short), forget):8.2f} ms")
    print(f"evidence, one line edited          {one_line_edited(rubric, short):8.2f} ms (half of the lines take less)")
    print(f"whole scorecard, 1,000 words, cold {best(lambda: assessor.score(SLUG, short), forget):8.2f} ms")
    print(f"whole scorecard, 5,000 words, cold {best(lambda: assessor.score(SLUG, long), forget, 8):8.2f} ms")
    half = words_of(500, everything)
    print(f"answers of 500 words a second      {1000 / best(lambda: assessor.score(SLUG, half), forget):8.0f}")
    phrases = [name for name in rubric.book.names if name[:1] not in "@#"]
    naive = best(lambda: [fuzz.partial_ratio(phrase, short) for phrase in phrases], rounds=2)
    print(f"partial_ratio of {len(phrases):5} phrases     {naive:8.2f} ms")


if __name__ == "__main__":
    main()
