"""Figures of the capacity calculator, by one command: python benchmarks/estimation.py

Speed of the worksheet and of the claim checker, time to import, hostile input, the laws of the language on
20,000 generated inputs, and how many injected slips are found in generated claims.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from estimation_claims import SLIPS, Made, make_claim

from interviewcoach.estimation import check_claims, check_line_claims, evaluate_sheet
from interviewcoach.estimation.claims import forget_lines
from interviewcoach.estimation.parser import parse_line

ROOT = Path(__file__).parents[1]
CLAIMS = 4000
EXAMPLES = 20_000


def judge(made: Made) -> str:
    """How the checker did on one generated claim: found, missed, misread, silent, right, false alarm."""
    claims = check_line_claims(made.text)
    wrong = [claim for claim in claims if not claim.ok]
    if made.slip is None:
        return "false alarm" if wrong else "right" if claims else "silent"
    expected = max(made.right / made.said, made.said / made.right)
    if any(abs(claim.off_by / expected - 1) < 0.03 for claim in wrong):
        return "found"
    return "misread" if wrong else "missed"


def run_claims(count: int, seed: int) -> tuple[Counter[tuple[str, str]], list[Made]]:
    """Half with a slip, half right; also the claims that went wrong."""
    rng = random.Random(seed)
    tally: Counter[tuple[str, str]] = Counter()
    failures = []
    for index in range(count):
        made = make_claim(rng, SLIPS[index // 2 % len(SLIPS)] if index % 2 else None)
        outcome = judge(made)
        tally[made.slip or "none", outcome] += 1
        if outcome not in ("found", "right"):
            failures.append(made)
    return tally, failures


def fastest(work: Callable[[], object], times: int = 7) -> float:
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def report_claims() -> None:
    tally, failures = run_claims(CLAIMS, seed=20)
    slips = sum(count for (slip, _), count in tally.items() if slip != "none")
    found = sum(count for (_, outcome), count in tally.items() if outcome == "found")
    print(f"claims: {CLAIMS} generated; of {slips} slips {found / slips:.1%} found with the right value")
    for slip in SLIPS:
        outcomes = {outcome: count for (kind, outcome), count in sorted(tally.items()) if kind == slip}
        print(f"  {slip:<10} {outcomes}")
    print(f"  right      { ({outcome: count for (kind, outcome), count in sorted(tally.items()) if kind == 'none'}) }")
    if "--failures" in sys.argv:
        for made in failures:
            print("   ", made, check_line_claims(made.text))


def report_speed() -> None:
    sheet = "\n".join(
        f"dau{n} = 500M users\nw{n} = dau{n} * 5 tweets/user/day\ns{n} = w{n} * 1 KB/tweet * 5 years * 3 replicas to PB"
        for n in range(10)
    )
    cold = fastest(lambda: (parse_line.cache_clear(), evaluate_sheet(sheet)))
    print(f"sheet of 30 lines: {cold:.2f} ms new, {fastest(lambda: evaluate_sheet(sheet)):.2f} ms again")
    answers = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/calibration").glob("*/*.md"))]
    prose = " ".join(word for answer in answers for word in answer.split() if not any(c.isdigit() for c in word))
    lines = [prose[at : at + 600] + " for 3 regions" for at in range(0, len(prose), 600)]
    for name, texts in (("prose", ["\n".join(lines)]), ("typed answers", answers)):
        words = sum(len(text.split()) for text in texts)
        spent = fastest(lambda texts=texts: (forget_lines(), [check_claims(text) for text in texts]))
        print(f"claims in {name}: {spent / words * 1000:.2f} ms per 1,000 words ({words} words)")
    line = " ".join(answers).replace("\n", " ")
    for size in (250_000, 1_000_000):
        text = (line * (size // len(line) + 1))[:size]
        print(f"one line of {size:,} characters: {fastest(lambda text=text: check_claims(text), 2):.0f} ms")


def report_hostile() -> None:
    hostile = {
        "9**9**9": "9**9**9", "10,000 digits": "9" * 10_000, "nesting": "(" * 249, "attribute": "().__class__",
        "500 lines": "\n".join(f"a{n} = {n} users" for n in range(500)), "cycle": "a = b\nb = a",
        "redefined": "a = 1\na = 2", "unit": "day = 5",
    }  # fmt: skip
    for name, text in hostile.items():
        spent = fastest(lambda text=text: (parse_line.cache_clear(), evaluate_sheet(text)))
        print(f"  {name:<14} {spent:.2f} ms  {evaluate_sheet(text)[-1].error}")


def report_import() -> None:
    def start(program: str) -> float:
        return fastest(lambda: subprocess.run([sys.executable, "-I", "-c", program], check=True), 9)

    nothing = start("pass")
    for program in ("import interviewcoach.estimation", "from interviewcoach.estimation import evaluate_sheet, check_claims"):
        spent = start(program)
        print(f"{program}: {spent:.0f} ms, {spent / nothing:.2f} x python -c pass")


def report_laws() -> None:
    environment = {**os.environ, "ESTIMATION_EXAMPLES": str(EXAMPLES)}
    for law in ("any_text_is_a_statement", "reads_back"):
        command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-k", law, "tests/estimation/test_properties.py"]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        verdict = "holds" if done.returncode == 0 else f"FAILS\n{done.stdout}"
        print(f"{law}: {verdict} on {EXAMPLES:,} examples ({time.perf_counter() - start:.0f} s)")


if __name__ == "__main__":
    report_claims()
    report_speed()
    report_hostile()
    report_import()
    if "--no-laws" not in sys.argv:
        report_laws()
