"""The command line. Each command is a module of `commands`, imported when it is called: --help stays instant."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EFBIG, EINVAL, EIO, ENOSPC
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from interviewcoach import __version__
from interviewcoach.commands.printing import echo, say
from interviewcoach.errors import LOG, CoachError, ExitCode, UsageError, as_fault, unwritable

# name -> (module in commands, one line of help): help must not import the commands themselves
COMMANDS: dict[str, tuple[str, str]] = {
    "practice": ("practice", "A sitting of a problem: timed, scored and kept."),
    "mock": ("mock", "A mock interview of a problem picked for you."),
    "list": ("catalogue", "List the problems that can be practised."),
    "show": ("catalogue", "Show a problem's statement, never its spoilers."),
    "score": ("score", "Score an answer document, or many."),
    "estimate": ("estimate", "The capacity calculator, without a screen."),
    "ask": ("ask", "Ask a problem's interviewer a question."),
    "sessions": ("sittings", "List the sittings that were kept."),
    "review": ("sittings", "Show a sitting's scorecard and transcript."),
    "compare": ("sittings", "What changed between two sittings of a problem."),
    "rescore": ("rescore", "Score old sittings again with today's rubrics."),
    "progress": ("progress", "Where you stand, and what to do next."),
    "export": ("export", "Write a sitting as Markdown, HTML or JSON, or all of them."),
    "import": ("export", "Take in sittings that were exported."),
    "remark": ("export", "Add a note to a sitting."),
    "doctor": ("doctor", "Look over the terminal, the data folder, the database and the content."),
    "check": ("check", "Check problems and rubrics; every fault with its file and line."),
}
# what people call them first; never run for them, only proposed
OTHER_NAMES = {
    "calc": "estimate", "calculate": "estimate", "calculator": "estimate", "problems": "list", "start": "practice",
    "resume": "practice", "history": "sessions", "sittings": "sessions", "grade": "score", "stats": "progress",
}  # fmt: skip


class LazyGroup(click.Group):
    """Knows its commands by name and help line, and loads one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command: Any = getattr(import_module(f"interviewcoach.commands.{module}"), f"{cmd_name.replace('-', '_')}_command")
        assert isinstance(command, click.Command)
        return command

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        with _reader():
            return super().make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        with _reader():
            try:
                return super().invoke(ctx)
            except click.UsageError as slip:
                self._name_command(ctx, slip)
                raise

    def _name_command(self, ctx: click.Context, slip: click.UsageError) -> None:
        """An option without its value is told by click without the command, whose own help is the one that mends it."""
        name = ctx.invoked_subcommand
        if slip.ctx is None and name in COMMANDS and (command := self.get_command(ctx, name)):
            slip.ctx = click.Context(command, parent=ctx, info_name=name)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from difflib import get_close_matches

            close = [OTHER_NAMES.get(args[0], ""), *get_close_matches(args[0], list(COMMANDS), n=1, cutoff=0.6)]
            meant = next(filter(None, close), "")
            mend = f"did you mean '{meant}'?" if meant else "see `interviewcoach --help` for all of them"
            raise UsageError(f"there is no command called '{args[0]}'", mend=mend)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line) for name, (_, help_line) in COMMANDS.items()])


class ReaderGone(Exception):
    """Whoever read us has seen enough. Under its own name, for click ends a BrokenPipeError as if the content had problems."""


@contextmanager
def _reader() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGone from error


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="interviewcoach", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Log to debug.log in the data folder.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Practise system-design interviews in the terminal: timed, scored and explained, offline and free."""
    if debug:
        _log_to_a_file()
    if ctx.invoked_subcommand is None:
        from interviewcoach.commands.screens import open_screens

        open_screens()


def end_with(fault: BaseException) -> None:
    """Tells of what went wrong before the command line was there, as `main` does."""

    def fail() -> object:
        raise fault

    main(run=fail)


def main(args: list[str] | None = None, run: Callable[[], object] | None = None) -> None:
    """Run and exit: a person's mistake is one sentence on stderr and a number, never a traceback."""
    _stand_in_for_closed_streams()
    _speak_utf8()
    try:
        result = run() if run else cli.main(args=args, prog_name="interviewcoach", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(result if isinstance(result, int) else ExitCode.DONE)
    except CoachError as error:
        if "\n" in str(error):
            echo(str(error), err=True)
        else:
            say(f"interviewcoach: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        _tell_of_a_slip(error)
        sys.exit(ExitCode.WRONG_USAGE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except ReaderGone:
        _leave_to_nobody()
    except OSError as error:
        if _is_reader_gone(error):
            _leave_to_nobody()
        echo(f"interviewcoach: {_told(error)}", err=True)
        sys.exit(ExitCode.ENVIRONMENT)
    except Exception as error:
        echo(f"interviewcoach: {as_fault(error)}", err=True)
        sys.exit(ExitCode.ENVIRONMENT)


def _told(error: OSError) -> str:
    """What has no file's name and no room is what is printed."""
    why = error.strerror or str(error)
    if error.filename is None and error.errno in (ENOSPC, EFBIG, EIO):
        return f"standard output can't be written ({why}); make room there, or send it elsewhere"
    return f"{f'{error.filename}: ' if error.filename else ''}{why}; see `interviewcoach doctor`"


def _is_reader_gone(error: OSError) -> bool:
    """Windows knows no broken pipe: the argument is invalid there, and no file is named."""
    silent = sys.platform == "win32" and error.errno == EINVAL and error.filename is None
    return silent or isinstance(error, BrokenPipeError)


def _leave_to_nobody() -> NoReturn:
    """Whoever read us has seen enough; without this the interpreter complains once more while it closes stdout."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(ExitCode.DONE)


def _tell_of_a_slip(error: click.ClickException) -> None:
    """A slip on the command line in one sentence, where click prints a block of three."""
    what = error.format_message().rstrip(".").replace(". (", " (")
    where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "interviewcoach"
    say(f"{where}: {what[:1].lower()}{what[1:]}; see `{where} --help`", err=True)


def _stand_in_for_closed_streams() -> None:
    """Python has nothing in the place of a stream that the shell closed. Data that nobody can get are refused at once."""
    sys.stdin = sys.stdin or os.fdopen(os.open(os.devnull, os.O_RDONLY))
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    if sys.stdout is None:
        click.echo("interviewcoach: standard output is closed; run it in a terminal, or send the output to a file", err=True)
        sys.exit(ExitCode.ENVIRONMENT)


def _speak_utf8() -> None:
    """Data for a file or pipe is UTF-8 whatever the locale; a terminal that can't show a sign gets a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def _log_to_a_file() -> None:
    import logging

    from interviewcoach.records.paths import data_folder

    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder / LOG, error) from None
    form = "%(asctime)s %(levelname)s %(name)s %(message)s"
    logging.basicConfig(filename=folder / LOG, encoding="utf-8", level=logging.DEBUG, format=form, force=True)
    logging.getLogger("interviewcoach").debug("version %s, arguments %s", __version__, sys.argv[1:])
