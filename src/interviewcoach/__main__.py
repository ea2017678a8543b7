"""The entry of the program. Bare `interviewcoach` goes straight to the screens; all else goes through the command line."""

from __future__ import annotations

import gc
import os
import sys

COMPLETION = "_INTERVIEWCOACH_COMPLETE"  # click's name for it, as README tells it


def start() -> None:
    gc.disable()  # no command makes garbage that has to be looked for, which took up to a fifth of it; the screens turn it on
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is ours; looking for them takes as long as `--help`
    if sys.argv[1:] or COMPLETION in os.environ:  # a shell that completes calls without arguments
        from interviewcoach.cli import main

        main()
        return
    fault: BaseException | None = None
    try:
        from interviewcoach.commands.screens import open_screens

        open_screens()
    except (Exception, KeyboardInterrupt) as error:
        fault = error
    if fault:
        from interviewcoach.cli import end_with

        end_with(fault)


if __name__ == "__main__":
    start()
