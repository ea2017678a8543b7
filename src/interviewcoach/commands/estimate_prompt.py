"""The calculator's prompt: one line at a time, each may use those before it; a line may be given anew."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from interviewcoach.commands.printing import echo
from interviewcoach.estimation import complete, evaluate_sheet, reference_card, what_if

if TYPE_CHECKING:
    from interviewcoach.estimation import LineResult

_PROMPT = "> "
_HELP = """\
Type a line: 500M users * 5 tweets/user/day, or name it: dau = 500M users
Show it otherwise: writes * 1 KB/tweet to TB/day. Give a name again to see what moves.
sheet shows all lines, card the numbers worth knowing, quit (or ctrl+d) leaves."""


class Pad:
    """The lines so far. Knows no terminal: takes a line, gives the text to print."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    @property
    def sheet(self) -> str:
        return "\n".join(self.lines)

    def enter(self, line: str) -> str:
        """Calculates a line and keeps it when it is right."""
        word = line.strip().lower()
        if not word:
            return ""
        if word in ("help", "?"):
            return _HELP
        if word == "card":
            return _card()
        if word == "sheet":
            return "\n".join(f"{row.input}   {row.text}" for row in evaluate_sheet(self.sheet)) or "nothing yet"
        before = self._row_named(line)
        return self._again(before, line) if before is not None else self._new(line)

    def _row_named(self, line: str) -> LineResult | None:
        name = evaluate_sheet(line)[0].name
        return next((row for row in evaluate_sheet(self.sheet) if name and row.name == name), None)

    def _new(self, line: str) -> str:
        rows = evaluate_sheet("\n".join([*self.lines, line]))
        result = rows[-1]
        if result.error is not None:
            return _with_caret(result)
        if result.value is not None:
            self.lines.append(line)
        return f"{result.text}\n({result.advice})" if result.advice else result.text

    def _again(self, before: LineResult, line: str) -> str:
        """A name given anew: the line changes in place, and what depends on it is shown as it moves."""
        changed = what_if(self.sheet, before.line, line)
        if changed.changed.error is not None:
            return _with_caret(changed.changed)
        self.lines[before.line - 1] = line
        others = [move for move in changed.moves if move.line != before.line]
        moved = [f"  {move.name or self.lines[move.line - 1]}: {move.before} → {move.error or move.after}" for move in others]
        return "\n".join([changed.changed.text, *moved])


def _with_caret(result: LineResult) -> str:
    caret = " " * (len(_PROMPT) + result.column - 1) + "^\n" if result.column else ""
    return f"{caret}{result.error}"


def _card() -> str:
    parts = []
    for section in reference_card():
        year = section.entries[0].year
        parts.append(f"{section.title}{f' ({year})' if year else ''}")
        parts += [f"  {entry.label:<42} {entry.value:<20} {entry.note}".rstrip() for entry in section.entries]
    return "\n".join(parts)


def run_prompt() -> None:
    """Reads lines until the end; arrow keys bring earlier lines back, tab completes."""
    pad = Pad()
    _use_readline(pad)
    click.echo("Capacity calculator. help explains, ctrl+d leaves.", err=True)
    while True:
        try:
            line = input(_PROMPT)
        except (EOFError, KeyboardInterrupt):
            click.echo()
            return
        if line.strip().lower() in ("quit", "exit"):
            return
        if text := pad.enter(line):
            echo(text)


def _use_readline(pad: Pad) -> None:
    """History and completion, where the platform has them."""
    if sys.platform == "win32":  # its consoles have a history of their own
        return
    try:
        import readline
    except ImportError:
        return

    def complete_word(typed: str, state: int) -> str | None:
        line = readline.get_line_buffer()[: readline.get_endidx()]
        found = complete(line, pad.sheet)
        return found[state].word if state < len(found) else None

    readline.set_completer(complete_word)
    readline.set_completer_delims(" \t*/+-^()=,%$")
    libedit = "libedit" in (readline.__doc__ or "")  # it stands in for readline on macOS, and has its own words
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
