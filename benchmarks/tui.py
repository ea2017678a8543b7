"""How quick the screens are, measured on a real pty: `python -m benchmarks.tui`.

First paint against an empty Textual app, time from a key to the screen in a 5,000-word answer with live coverage on,
and the processor time of an idle sitting. Takes about a minute.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "terminal"))

from ptys import Terminal

PROBLEM = "payment-system"
EMPTY = "from textual.app import App\nfrom textual.widgets import Static\n"
EMPTY += "class Empty(App):\n    def compose(self):\n        yield Static('ready to go')\nEmpty().run()\n"
WORDS = (
    "payment key unique constraint transaction ledger entries retry timeout worker asks the processor for status queue "
    "cache shard replica a duplicate gets the stored response because we never charge twice"
).split()


def first_paint(runs: int) -> tuple[float, float, float]:
    """Seconds until an empty app, our first screen, and our filled list stand on the terminal (medians)."""
    empty, ours, filled = [], [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder) / "empty.py"
            script.write_text(EMPTY, encoding="utf-8", newline="\n")
            start = time.perf_counter()
            with Terminal(Path(folder), script=script) as terminal:
                _wait(terminal, "ready to go")
                empty.append(time.perf_counter() - start)
            start = time.perf_counter()
            with Terminal(Path(folder)) as terminal:
                _wait(terminal, "Find a problem")
                ours.append(time.perf_counter() - start)
                _wait(terminal, "1 Foundations")
                filled.append(time.perf_counter() - start)
                terminal.press("ctrl+q")
                terminal.end()
    return statistics.median(empty), statistics.median(ours), statistics.median(filled)


def _wait(terminal: Terminal, text: str) -> None:
    """Looks at the bytes as they come: working out the screen would cost more than painting it."""
    while text.encode() not in terminal.raw:
        terminal.raw += os.read(terminal.master, 65536)


def keystrokes(terminal: Terminal, count: int) -> list[float]:
    """Milliseconds from a key to the first output that follows, with a person's pauses between keys."""
    dice = random.Random(5)
    taken = []
    for _ in range(count):
        terminal.read(0.02 + dice.random() * 0.08)
        start = time.perf_counter()
        os.write(terminal.master, dice.choice("abcdefghij klmnop").encode())
        os.read(terminal.master, 65536)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def idle_share(terminal: Terminal, seconds: float) -> float:
    """The part of one core that the program uses while nothing is typed, in percent."""
    before, start = _processor_seconds(terminal.process.pid), time.perf_counter()
    while time.perf_counter() - start < seconds:
        terminal.read(0.2)
    return (_processor_seconds(terminal.process.pid) - before) / (time.perf_counter() - start) * 100


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    empty, ours, filled = first_paint(5)
    print(f"first paint: empty app {empty * 1000:.0f} ms, home {ours * 1000:.0f} ms (x{ours / empty:.2f})")
    print(f"home filled: {filled * 1000:.0f} ms")
    dice = random.Random(3)
    lines = [" ".join(dice.choice(WORDS) for _ in range(20)) for _ in range(250)]
    with tempfile.TemporaryDirectory() as folder, Terminal(Path(folder), "practice", PROBLEM, size=(120, 40)) as terminal:
        terminal.see("enter begin")
        terminal.press("enter")
        terminal.see("Requirements ▸")
        terminal.paste("\n".join(lines))
        terminal.see("5000 words")
        terminal.press("f5")
        terminal.see("Touched so far")
        terminal.press("escape")
        taken = sorted(keystrokes(terminal, 300))
        percentile = taken[int(len(taken) * 0.99) - 1]
        print(f"keystroke in 5,000 words, coverage on: median {statistics.median(taken):.1f} ms, p99 {percentile:.1f} ms")
        time.sleep(3)
        print(f"idle sitting: {idle_share(terminal, 15):.2f} % of a core")


if __name__ == "__main__":
    main()
