"""Kills typing sittings at random instants and looks at what is left.

    python benchmarks/crash.py [--kills 200] [--terms 40] [--windows 10] [--seed 1]

Each round opens several windows on one data folder; each types, rests and ticks like a person until it is killed
(SIGKILL: at most a second may be missing) or asked to end (SIGTERM: nothing may be missing). Then the database
is checked and every sitting is resumed. Prints the figures; exit code 1 if any is out of bounds.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, SimpleNamespace

from interviewcoach.coach import Coach
from interviewcoach.errors import UsageError
from interviewcoach.interview import commands as cmd
from interviewcoach.records import Records
from interviewcoach.records.repair import faults_in

BOUND = 1.0
TICK = 0.5
LETTERS = "abcdefghijklmnopqrstuvwxyz      \n"


class Shelf:
    """A catalogue of one problem: crashing needs no content."""

    entries = {"url-shortener": SimpleNamespace(slug="url-shortener", phase=1, skills=())}  # noqa: RUF012

    def entry(self, slug: str) -> SimpleNamespace:
        return self.entries[slug]

    def version(self, slug: str) -> str:
        return "crash"


def make_coach(folder: Path) -> Coach:
    return Coach(Shelf(), Records(folder), assess=lambda _: {}, interviewers=lambda *_: SimpleNamespace())


def typing_window(folder: Path, seed: int) -> None:
    """The process to be killed: says on stdout when it typed what, until it is ended from outside."""
    chance = random.Random(seed)
    coach = make_coach(folder)
    sitting = coach.start("url-shortener")

    asked_to_end = False

    def end(number: int, frame: FrameType | None) -> None:
        nonlocal asked_to_end
        asked_to_end = True

    signal.signal(signal.SIGTERM, end)
    sitting.do(cmd.Begin())
    say(sitting.id, time.monotonic())
    text, next_tick, rest_until = "", time.monotonic() + TICK, 0.0
    while not asked_to_end:
        now = time.monotonic()
        if now >= next_tick:
            sitting.tick()
            next_tick += TICK
        if now >= rest_until:
            text += letter(seed, len(text))
            at = time.monotonic()
            sitting.draft("requirements", text)
            say(len(text), at)
            if chance.random() < 0.03:
                rest_until = now + chance.uniform(0.2, 2.0)
        time.sleep(chance.uniform(0.02, 0.12))
    sitting.stop()
    raise SystemExit(1 if coach.close() else 0)


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


@dataclass
class Window:
    """One process, when it is to be killed, and what was found afterwards (seconds and characters)."""

    process: subprocess.Popen[str]
    seed: int
    die_at: float = 0.0
    died: float = 0.0
    lost_seconds: float = 0.0
    lost_letters: int = 0
    lost_work: float = 0.0
    faults: list[str] = field(default_factory=list)


def run_round(folder: Path, seeds: list[int], chance: random.Random, how: signal.Signals) -> list[Window]:
    command = [sys.executable, __file__, "--window", str(folder)]
    windows = [Window(subprocess.Popen([*command, str(seed)], stdout=subprocess.PIPE, text=True), seed) for seed in seeds]
    started = [window.process.stdout.readline().split() for window in windows if window.process.stdout]
    for window in windows:
        window.die_at = time.monotonic() + chance.uniform(0.0, 2.5)
    for window in sorted(windows, key=lambda w: w.die_at):
        time.sleep(max(0.0, window.die_at - time.monotonic()))
        window.died = time.monotonic()
        window.process.send_signal(how)
    coach = None
    for window, (name, begun) in zip(windows, started, strict=True):
        typed = [line.split() for line in window.process.communicate()[0].splitlines()]
        if how == signal.SIGTERM and window.process.returncode != 0:
            window.faults.append(f"ended with {window.process.returncode}")
        coach = coach or make_coach(folder)
        look(coach, window, name, float(begun), [(int(n), float(at)) for n, at in typed])
    if coach:
        coach.close()
    for fault in faults_in(folder):
        windows[0].faults.append(fault)
    return windows


def look(coach: Coach, window: Window, name: str, begun: float, typed: list[tuple[int, float]]) -> None:
    """Resumes one sitting and compares it with what its window said."""
    kept, work = "", 0.0
    try:
        sitting = coach.resume(name)
    except UsageError:
        pass  # killed before anything of it was on the disk: all that was typed counts as lost
    else:
        if sitting.read_only:
            window.faults.append(sitting.read_only)
        kept, work = sitting.text("requirements"), sitting.state.active / 1000
        sitting.stop()
    if kept != "".join(letter(window.seed, place) for place in range(len(kept))):
        window.faults.append("the text is not what was typed")
    missing = [at for length, at in typed if length > len(kept)]
    window.lost_letters = len(missing)
    window.lost_seconds = window.died - missing[0] if missing else 0.0
    window.lost_work = (window.died - begun) - work


def letter(seed: int, place: int) -> str:
    """What a window types at a place of its text, so that both sides know it."""
    return random.Random(f"{seed} {place}").choice(LETTERS)


def report(name: str, windows: list[Window], bound: float) -> bool:
    """Prints one line of figures; True when all is within bounds."""

    def spread(values: list[float]) -> str:
        ordered = sorted(values)
        return f"median {ordered[len(ordered) // 2]:.2f} s, worst {ordered[-1]:.2f} s"

    faults = [fault for window in windows for fault in window.faults]
    lost = [window.lost_seconds for window in windows]
    work = [abs(window.lost_work) for window in windows]
    print(f"{name}: {len(windows)} sittings")
    print(f"  typing lost    {spread(lost)}, at most {max(w.lost_letters for w in windows)} letters")
    print(f"  working time   off by {spread(work)}")
    print(f"  database       {'sound' if not faults else '; '.join(sorted(set(faults)))}")
    return not faults and max(lost) <= bound and max(work) <= BOUND


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--terms", type=int, default=40)
    options.add_argument("--windows", type=int, default=10)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--window", nargs=2, metavar=("FOLDER", "SEED"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.window:
        typing_window(Path(chosen.window[0]), int(chosen.window[1]))
    chance = random.Random(chosen.seed)
    good = True
    for name, how, count, bound in (
        ("SIGKILL", getattr(signal, "SIGKILL", signal.SIGTERM), chosen.kills, BOUND),
        ("SIGTERM", signal.SIGTERM, chosen.terms, 0.0),
    ):
        windows: list[Window] = []
        with tempfile.TemporaryDirectory() as folder:
            while len(windows) < count:
                size = min(chosen.windows, count - len(windows))
                seeds = [chance.randrange(10**9) for _ in range(size)]
                windows += run_round(Path(folder), seeds, chance, how)
        good = report(name, windows, bound) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
