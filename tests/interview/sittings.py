"""A fake candidate for the tests: drives the machine with a clock of its own and keeps all events."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from interviewcoach.interview import commands as cmd
from interviewcoach.interview import events as ev
from interviewcoach.interview.framework import make_plan
from interviewcoach.interview.protocol import Mode
from interviewcoach.interview.session import State, start, step

NOON = 1_700_000_000.0


@dataclass
class Candidate:
    mode: Mode = "practice"
    minutes: int = 45
    timed: bool = True
    now: float = NOON
    state: State = field(init=False)
    events: list[ev.Event] = field(init=False)

    def __post_init__(self) -> None:
        plan = make_plan(self.minutes, timed=self.timed)
        self.state, events = start("url-shortener", plan, self.now, mode=self.mode, seed=7)
        self.events = list(events)

    def do(self, command: cmd.Command, after: float = 0) -> tuple[ev.Event, ...]:
        self.now += after
        self.state, events = step(self.state, command, self.now)
        self.events += events
        return events

    def wait(self, seconds: float, every: float = 1) -> list[ev.Event]:
        """Ticks regularly for a while; returns what happened, beats aside."""
        seen: list[ev.Event] = []
        end = self.now + seconds
        while self.now + every <= end:
            seen += self.do(cmd.Tick(), every)
        if self.now < end:
            seen += self.do(cmd.Tick(), end - self.now)
        return [event for event in seen if not isinstance(event, ev.Beat)]


def kept(events: list[ev.Event]) -> list[ev.Event]:
    """What a record keeps of a sitting, read back from JSON: of the beats only a last one."""
    stored = [e for e in events if not isinstance(e, ev.Beat)]
    if isinstance(events[-1], ev.Beat):
        stored.append(events[-1])
    lines = [json.dumps(ev.encode(event)) for event in stored]
    return [ev.decode(*json.loads(line)) for line in lines]


def at(event: ev.Event) -> float:
    """Seconds since noon."""
    return event.at / 1000 - NOON
