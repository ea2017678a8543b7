"""What is possible in a sitting right now, and if it is not, the sentence that says why."""

from __future__ import annotations

from interviewcoach.interview import commands as cmd
from interviewcoach.interview.framework import MINUTE
from interviewcoach.interview.plain import MAX_TEXT
from interviewcoach.interview.protocol import PHASES, PhaseId
from interviewcoach.interview.state import PARTS, State

MOST_PROBES = 5
GRACE = 3_000
"""In a mock, what is still being typed when the bell rings belongs to the phase it was typed in."""


def why_not(state: State, command: cmd.Command) -> str:
    """ "" if the command would be followed, else a sentence for the candidate. Screens ask it what to offer."""
    match command:
        case cmd.Tick() | cmd.Stop() | cmd.Reopen():
            return ""
        case cmd.Begin():
            return "" if state.status == "briefing" else "The sitting has already begun."
        case cmd.Abandon() | cmd.End():
            return _why_not_over(state, command)
        case cmd.Predict():
            return _why_not_predict(state)
        case cmd.Resume():
            return "" if state.status == "paused" else "The clock is not stopped."
        case cmd.Write() | cmd.RecordReply():
            return _why_not_write(state, command)
        case _:
            return _why_not_running(state) or _why_not_now(state, command)


def may_still_write(state: State, part: str, time: int) -> bool:
    """Whether the phase `part` was left, or the whole mock ended, so recently that its last words still count."""
    if state.status == "ended":
        return state.ending == "time" and part == state.phase and time - state.at <= GRACE
    if state.status != "running" or len(state.entries) < 2:
        return False
    return part == state.entries[-2][0] and time - state.entries[-1][1] <= GRACE


def help_is_live(state: State) -> bool:
    """Whether hints and coverage are offered: in practice they are, in a mock they stay hidden."""
    return not state.mock


def room_to_extend(state: State, phase: PhaseId) -> int:
    """How many milliseconds a phase can still be given before it is at the most its range allows."""
    if phase not in state.limits:
        return 0
    return max(0, state.setup.plan.of(phase).most - state.limits[phase])


def _why_not_over(state: State, command: cmd.Command) -> str:
    if not state.unfinished:
        return "The sitting is over."
    if isinstance(command, cmd.End) and state.status == "briefing":
        return "The sitting has not begun yet."
    return ""


def _why_not_predict(state: State) -> str:
    if state.status != "ended":
        return "A verdict can be guessed once the sitting is over."
    return "The verdict has already been guessed." if state.prediction else ""


def _why_not_write(state: State, command: cmd.Write | cmd.RecordReply) -> str:
    if state.status not in ("running", "paused"):
        return "The sitting is over." if state.status != "briefing" else "The sitting has not begun yet."
    text = command.text if isinstance(command, cmd.Write) else command.reply.text
    if len(text) > MAX_TEXT:
        return f"That is more than {MAX_TEXT:,} characters; the last shorter version is kept."
    if isinstance(command, cmd.RecordReply):
        return ""
    if command.part not in PARTS:
        return f"A sitting has no part called {command.part!r}."
    if state.mock and command.part in PHASES and command.part != state.phase:
        return "In a mock interview only the current phase can be written to."
    return ""


def _why_not_running(state: State) -> str:
    return {
        "briefing": "The sitting has not begun yet.",
        "running": "",
        "paused": "The clock is stopped: resume first.",
        "ended": "The sitting is over.",
        "abandoned": "The sitting was given up.",
    }[state.status]


def _why_not_now(state: State, command: cmd.Command) -> str:
    assert state.phase is not None
    place = PHASES.index(state.phase)
    match command:
        case cmd.Next():
            return "This is the last phase: hand in when you are done." if place == len(PHASES) - 1 else ""
        case cmd.Back():
            if state.mock:
                return "In a mock interview there is no way back."
            return "This is the first phase." if place == 0 else ""
        case cmd.Go(phase):
            if state.mock and PHASES.index(phase) not in (place, place + 1):
                return "A mock interview takes one phase after the other."
            return ""
        case cmd.Pause():
            return "A mock interview cannot be paused." if state.mock else ""
        case cmd.Extend(by):
            return _why_not_extend(state, state.phase, by)
        case _:
            return _why_not_record(state, state.phase, command)


def _why_not_extend(state: State, phase: PhaseId, by: int) -> str:
    if state.mock:
        return "A mock interview keeps to its times."
    if not state.setup.plan.timed:
        return "An untimed sitting needs no more time."
    if by <= 0:
        return "A phase can only be given more time."
    if room_to_extend(state, phase) == 0:
        most = state.setup.plan.of(phase).most // MINUTE
        return f"This phase is at its longest, {most} minutes; go on in overtime or move on."
    return ""


def _why_not_record(state: State, phase: PhaseId, command: cmd.Command) -> str:
    match command:
        case cmd.RecordAnswers(question) if len(question) > MAX_TEXT:
            return f"A question of more than {MAX_TEXT:,} characters is too long."
        case cmd.RecordProbe() if len(state.probes) >= MOST_PROBES:
            return f"The interviewer has asked {MOST_PROBES} questions; that is all for one sitting."
        case cmd.RecordHint() if not help_is_live(state):
            return "A mock interview gives no hints."
        case cmd.RecordCurveball() if not state.mock:
            return "Something comes up only in a mock interview."
        case cmd.RecordCurveball() if state.curveball:
            return "Something has come up already; once is enough."
        case cmd.RecordWhy() if not state.setup.whys:
            return "Questions for reasons are switched off."
        case cmd.RecordWhy() if any(asked == phase for asked, _ in state.whys):
            return "A reason was already asked for in this phase."
        case _:
            return ""
