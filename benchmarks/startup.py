"""How long a person waits for the quick commands, as multiples of an empty Python: `python -m benchmarks.startup`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
ANSWER = "## Deep dive\nCache hot links with a 24 h ttl because reads are 100:1.\n"


def best(*args: str) -> float:
    """Seconds of the fastest of some runs: what else the machine does can only slow it down."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        subprocess.run([sys.executable, *args], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - started)
    return min(times)


def main() -> None:
    program = "-m", "interviewcoach"
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.md"
        answer.write_text(ANSWER, "utf-8", newline="\n")
        empty = best("-c", "pass")
        print(f"python -c pass      {empty * 1000:6.1f} ms")
        for name, args, most in (
            ("--version", ("--version",), 5),
            ("--help", ("--help",), 5),
            ("list", ("list",), 18),
            ("first score", ("score", "url-shortener", str(answer), "--json"), 25),
        ):
            taken = best(*program, *args)
            print(f"{name:<19} {taken * 1000:6.1f} ms   {taken / empty:5.1f}x   wanted: at most {most}x")


if __name__ == "__main__":
    main()
