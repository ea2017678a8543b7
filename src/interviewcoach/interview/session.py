"""One sitting as a pure machine: (state, command, now) -> (state, events). Nothing here reads a clock.

`now` is in seconds, from any clock that counts like the epoch does. A step first lets the time since the last
one pass, in which several things may have become due, each at its own time; then it does what the command asks,
if that is possible now. `why_not` says beforehand whether it is, and if not, why.

Practice: the clocks are soft. Overtime is allowed and recorded, pauses are allowed, and if nothing was heard
for longer than ABSENCE (a lid was closed) that time is a pause, unless the candidate was in an editor of their
own. Mock: the phase moves on when its time is over, there is no pause and no way back, and the clock runs on
through any absence. Only a window that closed, or died, stops it: that is recorded as an interruption.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from interviewcoach.interview import commands as cmd
from interviewcoach.interview import events as ev
from interviewcoach.interview.framework import Plan
from interviewcoach.interview.permission import may_still_write, room_to_extend, why_not
from interviewcoach.interview.plain import MAX_TEXT, clean, least_change
from interviewcoach.interview.protocol import PHASES, Level, Mode, PhaseId
from interviewcoach.interview.state import State, evolve, opened, replay

__all__ = ["ABSENCE", "State", "replay", "start", "step", "why_not"]

ABSENCE = 90_000
WARNINGS: dict[Mode, tuple[int, ...]] = {"practice": (60_000,), "mock": (60_000, 10_000)}


def start(
    problem: str, plan: Plan, now: float, *, mode: Mode = "practice", level: Level = "senior", seed: int = 0,
    whys: bool = True, content_version: str = "",
) -> tuple[State, tuple[ev.Event, ...]]:  # fmt: skip
    """Opens the briefing; the clock of the first phase waits for `Begin`."""
    event = ev.Started(_millis(now), problem, mode, level, seed, plan, whys and mode == "practice", content_version)
    return opened(event), (event,)


def step(state: State, command: cmd.Command, now: float) -> tuple[State, tuple[ev.Event, ...]]:
    """Lets time pass up to `now`, then does what is asked where it is possible; all that happened is returned."""
    happened: list[ev.Event] = []

    def happen(event: ev.Event) -> None:
        nonlocal state
        state = evolve(state, event)
        happened.append(event)

    time = _millis(now) + state.skew
    if time < state.at and state.unfinished:
        happen(ev.ClockSet(state.at, state.skew + state.at - time))
    time = max(time, state.at)
    if isinstance(command, cmd.Reopen) and state.status == "running":
        happen(ev.Paused(state.at, "stopped"))
    while (due := _due(state, time)) is not None:
        happen(due)
    if _is_possible(state, command, time):
        for event in _respond(state, command, time):
            happen(event)
    if state.unfinished and state.at < time:
        happen(ev.Beat(time))
    return state, tuple(happened)


def _is_possible(state: State, command: cmd.Command, time: int) -> bool:
    if isinstance(command, cmd.Write) and state.mock and len(command.text) <= MAX_TEXT:
        return not why_not(state, command) or may_still_write(state, command.part, time)
    return not why_not(state, command)


def _millis(seconds: float) -> int:
    return round(seconds * 1000)


def _due(state: State, time: int) -> ev.Event | None:
    """The next thing that became due by itself until `time`, with the moment at which it did."""
    if state.status == "paused" and state.breaks[-1].why == "away":
        return ev.Resumed(time)
    if state.status != "running" or state.phase is None or state.since is None:
        return None
    if not state.mock and not state.editing and time - state.at > ABSENCE:
        return ev.Paused(state.at, "away")
    if state.phase not in state.limits or state.phase in state.overran:
        return None
    end = state.since + state.limits[state.phase] - state.used.get(state.phase, 0)
    for left in WARNINGS[state.setup.mode]:
        moment = end - left
        fresh = (state.phase, left) not in state.warned and state.limits[state.phase] > left
        if fresh and moment <= time and state.at < end:
            return ev.Warned(max(moment, state.at), state.phase, left)
    return _phase_over(state, state.phase, max(end, state.at)) if end <= time else None


def _phase_over(state: State, phase: PhaseId, moment: int) -> ev.Event:
    if not state.mock:
        return ev.Overran(moment, phase)
    following = after(phase)
    return ev.Entered(moment, following, "time") if following else ev.Ended(moment, "time")


def after(phase: PhaseId) -> PhaseId | None:
    """The phase that follows, None after the last."""
    place = PHASES.index(phase) + 1
    return PHASES[place] if place < len(PHASES) else None


def before(phase: PhaseId) -> PhaseId | None:
    """The phase before, None before the first."""
    place = PHASES.index(phase)
    return PHASES[place - 1] if place else None


def _stored(event: ev.Event) -> ev.Event:
    """The event as it will be read back, so that a live state and a replayed one cannot differ."""
    kind, at, body = ev.encode(event)
    return ev.decode(kind, at, json.loads(clean(json.dumps(body, ensure_ascii=False))))


def _respond(state: State, command: cmd.Command, time: int) -> Iterator[ev.Event]:
    """What a command that is possible now makes happen."""
    match command:
        case cmd.Begin():
            yield ev.Entered(time, PHASES[0], "begin")
        case cmd.Next() | cmd.Back() | cmd.Go():
            yield from _move(state, command, time)
        case cmd.Pause():
            yield ev.Paused(time, "asked")
        case cmd.Stop() if state.status == "running":
            yield ev.Paused(time, "stopped")
        case cmd.Resume():
            yield ev.Resumed(time)
        case cmd.Extend(by) if state.phase:
            yield ev.Extended(time, state.phase, min(by, room_to_extend(state, state.phase)))
        case cmd.End():
            yield ev.Ended(time, "done")
        case cmd.Abandon():
            yield ev.Abandoned(time)
        case cmd.Predict(verdict, axes):
            yield _stored(ev.Predicted(time, verdict, axes))
        case cmd.OpenEditor():
            yield ev.EditorOpened(time)
        case cmd.CloseEditor():
            yield ev.EditorClosed(time)
        case cmd.Write(part, text):
            old, new = state.texts.get(part, ""), clean(text)
            if new != old:
                yield ev.Wrote(time, part, *least_change(old, new))
        case _ if state.phase:
            yield from _record(state.phase, command, time)


def _move(state: State, command: cmd.Next | cmd.Back | cmd.Go, time: int) -> Iterator[ev.Event]:
    assert state.phase is not None
    match command:
        case cmd.Next():
            goal = after(state.phase)
        case cmd.Back():
            goal = before(state.phase)
        case cmd.Go(phase):
            goal = phase
    if goal and goal != state.phase:
        yield ev.Entered(time, goal, "asked")


def _record(phase: PhaseId, command: cmd.Command, time: int) -> Iterator[ev.Event]:
    match command:
        case cmd.RecordAnswers(question, answers):
            yield _stored(ev.Asked(time, phase, question, answers))
        case cmd.RecordProbe(probe):
            yield _stored(ev.Probed(time, phase, probe))
        case cmd.RecordReply(reply):
            yield _stored(ev.Replied(time, phase, reply))
        case cmd.RecordHint(hint):
            yield _stored(ev.Hinted(time, phase, hint))
        case cmd.RecordCurveball(curveball):
            yield _stored(ev.Twisted(time, phase, curveball))
        case cmd.RecordWhy(why):
            yield _stored(ev.Wondered(time, phase, why))
