"""Every key in one table. Footer, palette, F1 and the bindings of all screens are made from it, so that they agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True)
class Command:
    """Something a person can do.

    action: what Textual runs; where: the screens that know it; foot: its place in the footer there, 0 for none (the
    five lowest that can be used now are shown) and brief: its label where there is little room; strong: the key wins over
    a text box that has the focus.
    """

    id: str
    key: str
    label: str
    help: str
    where: tuple[str, ...]
    action: str
    foot: int = 0
    strong: bool = False
    shown: str = ""
    brief: str = ""

    @property
    def key_shown(self) -> str:
        return self.shown or self.key.split(",")[0].replace("question_mark", "?").replace("slash", "/")


ALL = (
    "home", "briefing", "sitting", "prediction", "scorecard", "review", "compare", "timeline", "progress", "settings", "help",
)  # fmt: skip
WRITING = ("sitting",)

COMMANDS: tuple[Command, ...] = (
    # --- a sitting
    Command(
        "next-phase",
        "ctrl+n",
        "next phase",
        "Go on to the next phase; in the last one, hand in.",
        WRITING,
        "next_phase",
        1,
        True,
        brief="next",
    ),
    Command("pause", "ctrl+o", "pause", "Stop the clock, or let it run again (practice only).", WRITING, "pause", 2, True),
    Command(
        "panel-interviewer",
        "f2",
        "interviewer",
        "Ask the interviewer, or reply to a question.",
        WRITING,
        "panel('interviewer')",
        3,
        True,
        brief="ask",
    ),
    Command(
        "panel-calculator",
        "f3",
        "calculator",
        "A worksheet that works out quantities with units.",
        WRITING,
        "panel('calculator')",
        4,
        True,
        brief="sums",
    ),
    Command("panel-notes", "f4", "notes", "Notes for yourself: kept, never scored.", WRITING, "panel('notes')", 6, True),
    Command(
        "panel-coverage",
        "f5",
        "coverage",
        "Which areas the answer has shown so far (practice only).",
        WRITING,
        "panel('coverage')",
        7,
        True,
    ),
    Command(
        "problem",
        "f12",
        "problem",
        "Read the problem again, and all that this phase should cover.",
        WRITING,
        "problem",
        0,
        True,
    ),
    Command("answer", "escape", "answer", "Back to the answer; from there, close the panel.", WRITING, "to_answer", 0, True),
    Command("back-phase", "ctrl+b", "back", "Back to the phase before (practice only).", WRITING, "back_phase", 0, True),
    Command(
        "insert",
        "ctrl+f",
        "insert",
        "Put the calculator's result into the answer; beside the interviewer, your last reply.",
        WRITING,
        "insert",
        0,
        True,
    ),
    Command(
        "facts", "ctrl+r", "take facts", "Take the interviewer's numbers into the calculator.", WRITING, "take_facts", 0, True
    ),
    Command(
        "probe",
        "ctrl+g",
        "ask me",
        "Let the interviewer ask about the weakest spot (from the high-level design on).",
        WRITING,
        "probe",
        0,
        True,
    ),
    Command(
        "hint",
        "ctrl+t",
        "hint",
        "A hint in up to three steps; each lowers what that criterion can earn (practice only).",
        WRITING,
        "hint",
        0,
        True,
    ),
    Command("editor", "ctrl+l", "own editor", "Write this phase in your own editor ($EDITOR).", WRITING, "editor", 0, True),
    Command(
        "extend",
        "f8",
        "more minutes",
        "Give this phase two more minutes, or what is left to its longest (practice only).",
        WRITING,
        "extend",
        0,
        True,
    ),
    Command(
        "save",
        "ctrl+s",
        "save",
        "Everything is saved as you type; this waits for the disk, or saves elsewhere if it fails.",
        WRITING,
        "save",
        0,
        True,
    ),
    Command("hand-in", "f10", "hand in", "Hand the answer in now and see the scorecard.", WRITING, "hand_in", 0, True),
    Command(
        "leave",
        "f9",
        "leave",
        "Leave the sitting; it can be resumed from the home screen. In a mock that is an interruption.",
        WRITING,
        "leave",
        8,
        True,
    ),
    Command("take-up", "enter", "go on here", "Take up a sitting that another window has left.", WRITING, "take_up"),
    Command("abandon", "", "give up", "Give the sitting up; it is kept, but not scored.", WRITING, "abandon"),
    # --- home
    Command("open", "enter", "open", "Open the selected problem.", ("home",), "open", 1),
    Command("search", "slash", "find", "Find a problem by its name or skills.", ("home",), "search", shown="/"),
    Command("to-list", "down", "list", "From the search down to the problems.", ("home",), "to_list", 2, shown="↓"),
    Command("show-all", "escape", "all problems", "Leave the search; all problems are shown again.", ("home",), "show_all", 5),
    Command("mock", "m", "mock", "A timed mock interview of a problem that is picked for you.", ("home",), "mock", 3),
    Command("review", "r", "review", "Your sittings and their scorecards.", ("home",), "review", 4),
    Command("progress", "p", "progress", "Where you stand: verdicts, skills, calendar, pace.", ("home",), "progress", 11),
    Command("settings", "s", "settings", "Theme, level, length and editor.", ("home",), "settings"),
    # --- briefing
    Command("begin", "enter", "begin", "Start the clock.", ("briefing",), "begin", 1, True),
    Command("level", "l", "level", "Be graded as mid, senior or staff.", ("briefing",), "level", 2),
    Command("mode", "m", "practice or mock", "Practice has help and pauses, a mock has neither.", ("briefing",), "mode", 3),
    Command("minutes", "t", "time", "45, 50, 35 or 40 minutes, or untimed.", ("briefing",), "minutes", 4),
    # --- prediction
    Command(
        "guess",
        "enter",
        "guess",
        "Take the verdict under the cursor; its number takes it at once.",
        ("prediction",),
        "guess_here",
        1,
        shown="1-5 enter",
    ),
    Command("skip", "escape", "skip", "See the scorecard now, with the guesses so far.", ("prediction",), "skip", 2),
    Command("guess-again", "backspace", "change", "Go back to the guess before.", ("prediction",), "guess_again", 3),
    # --- scorecard
    Command(
        "evidence",
        "enter",
        "evidence",
        "Show the words a criterion rests on and what would come next.",
        ("scorecard",),
        "evidence",
        1,
    ),
    Command(
        "read-on",
        "pagedown",
        "scroll",
        "Scroll the evidence, or the answer, whichever has the focus.",
        ("scorecard",),
        "read_on",
        1,
        shown="↑↓ pgdn",
    ),
    Command(
        "halves",
        "tab",
        "halves",
        "Go from the figures to the answer, to the evidence, and back.",
        ("scorecard",),
        "halves",
        2,
        True,
    ),
    Command(
        "model",
        "v",
        "reference",
        "Show what was to be scoped, the estimate, a picture, what each level shows and a strong answer; again, and it goes.",
        ("scorecard",),
        "model",
        3,
    ),
    Command("again", "a", "again", "Practise this problem again.", ("scorecard",), "again", 4),
    Command(
        "timeline",
        "t",
        "timeline",
        "The sitting as it was typed, by moments; the last one holds all of it, notes and remarks too.",
        ("scorecard", "review"),
        "timeline",
        6,
    ),
    Command("next-problem", "n", "next", "Go on to the problem suggested next.", ("scorecard", "progress"), "next_problem", 5),
    Command("export", "x", "export", "Write card and answer to a file: Markdown, HTML or JSON.", ("scorecard",), "export"),
    # --- review
    Command("open-sitting", "enter", "open", "Open the scorecard of the selected sitting, or resume it.", ("review",), "open", 1),
    Command(
        "search-sittings",
        "slash",
        "find",
        "Find words in what you wrote, in remarks, names and tags; enter on a sitting goes to them.",
        ("review",),
        "search",
        2,
        shown="/",
    ),
    Command("list-sittings", "down", "list", "From the search down to the sittings.", ("review",), "to_list", 2, shown="↓"),
    Command(
        "compare",
        "c",
        "compare",
        "Set it against the one before of the same problem, or the marked one.",
        ("review",),
        "compare",
        3,
    ),
    Command("mark", "space", "mark", "Mark this sitting to compare another with it.", ("review",), "mark"),
    Command(
        "verdicts",
        "v",
        "verdict",
        "Show only sittings of one verdict; again for the next, then all.",
        ("review",),
        "cycle('verdict')",
    ),
    Command("modes", "m", "mode", "Show only practice, only mocks, or all.", ("review",), "cycle('mode')"),
    Command("dates", "w", "when", "Show the last week, the last month, or all.", ("review",), "cycle('since')"),
    Command("sort", "o", "order", "Sort by date, score, length or problem.", ("review",), "cycle('sort')"),
    Command("rename", "e", "name", "Give the sitting a name.", ("review",), "rename"),
    Command("tags", "g", "tags", "Give the sitting tags, to find it by.", ("review",), "tags"),
    Command("remark", "n", "remark", "Add a note of your own or a mentor's remark.", ("review",), "remark"),
    Command("delete", "d", "delete", "Delete the sitting; u brings it back until you quit.", ("review",), "delete", 4),
    Command("undo", "u", "undo", "Bring the sitting deleted last back.", ("review",), "undo"),
    # --- a sitting as it was typed, two beside each other
    Command("step-on", "right", "next", "The next moment.", ("timeline",), "step(1)", 1, shown="→"),
    Command("step-back", "left", "before", "The moment before.", ("timeline",), "step(-1)", 2, shown="←"),
    Command("moments", "tab", "halves", "Go between the moments and the text.", ("timeline",), "halves", 3, True),
    Command("sides", "tab", "halves", "Go between the changes and the two answers.", ("compare",), "halves", 1, True),
    # --- settings
    Command("change", "enter", "change", "Change the selected setting.", ("settings",), "change", 1),
    # --- everywhere
    Command(
        "close",
        "escape",
        "back",
        "Back to the screen before.",
        ("briefing", "scorecard", "review", "compare", "timeline", "progress", "settings", "help"),
        "close",
        8,
    ),
    Command("help", "f1", "help", "All keys and what they do.", ALL, "help", 9, True),
    Command("palette", "ctrl+p", "commands", "All commands of this screen by name.", ALL, "app.command_palette", 0, True),
    Command("dark", "", "light or dark", "Switch between the light and the dark theme.", ALL, "app.switch_theme"),
    Command("quit", "ctrl+q", "quit", "Leave the program; a running sitting can be resumed.", ALL, "app.quit", 10, True),
)

STRONG_KEYS = frozenset(key for command in COMMANDS if command.strong for key in command.key.split(","))


def commands_of(screen: str) -> Iterator[Command]:
    return (command for command in COMMANDS if screen in command.where)


def bindings_of(screen: str) -> list[BindingType]:
    """What a screen listens to. Footer and help are ours, hence show=False."""
    return [
        Binding(command.key, command.action, command.label, show=False, priority=command.strong)
        for command in commands_of(screen)
        if command.key and command.id not in ("palette", "quit")
    ]
