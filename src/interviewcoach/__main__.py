"""The entry of the program. Bare `interviewcoach` goes straight to the screens; all else goes through the command line."""

from __future__ import annotations

import sys


def start() -> None:
    if sys.argv[1:]:
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
