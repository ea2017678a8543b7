"""A person at a real terminal: a pty, what stands on it (pyte), keys, and the process behind."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pyte

KEYS = {
    "enter": "\r", "escape": "\x1b", "up": "\x1b[A", "down": "\x1b[B", "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR",
    "f4": "\x1bOS", "f5": "\x1b[15~", "f9": "\x1b[20~", "f10": "\x1b[21~", "tab": "\t",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}  # fmt: skip


class Terminal:
    """Runs `interviewcoach` with the given words on a terminal of its own."""

    def __init__(
        self, home: Path, *words: str, size: tuple[int, int] = (80, 24), script: Path | None = None, **environment: str
    ) -> None:
        self.master, self.slave = pty.openpty()
        self.before = termios.tcgetattr(self.slave)
        columns, lines = size
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        settings = {**os.environ, "INTERVIEWCOACH_HOME": str(home), "TERM": "xterm-256color", **environment}
        settings.pop("COLUMNS", None)
        settings.pop("LINES", None)
        program = [str(script)] if script else ["-m", "interviewcoach"]
        self.process = subprocess.Popen(
            [sys.executable, *program, *words], stdin=self.slave, stdout=self.slave, stderr=self.slave,
            env=settings, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        for end in (self.master, self.slave):
            with contextlib.suppress(OSError):
                os.close(end)

    def read(self, seconds: float = 0.05) -> None:
        """Takes what the program writes, for at most this long without anything new."""
        while select.select([self.master], [], [], seconds)[0]:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            if not data:
                return
            self.raw += data
            with contextlib.suppress(Exception):  # pyte stumbles over some private sequences; the text is not in them
                self.stream.feed(data)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def see(self, *wanted: str, seconds: float = 60) -> str:
        """Waits until all of this stands on the screen."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read()
            if all(one in self.text for one in wanted):
                return self.text
            if self.process.poll() is not None:
                break
        raise AssertionError(f"{wanted} never appeared on:\n{self.text}")

    def press(self, *keys: str) -> None:
        for key in keys:
            os.write(self.master, KEYS[key].encode())
            self.read(0.08)

    def type(self, text: str) -> None:
        for word in text.replace("\n", "\r").split(" "):
            os.write(self.master, (word + " ").encode())
            self.read(0.005)

    def paste(self, text: str) -> None:
        os.write(self.master, b"\x1b[200~" + text.encode() + b"\x1b[201~")
        self.read()

    def end(self, seconds: float = 60) -> int:
        """Waits for the program to end; its exit code."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.read()
        self.read()
        return self.process.wait(1)

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.process.pid, number)

    @property
    def usable(self) -> bool:
        """Whether the shell would find the terminal as it left it: lines, echo and signals on, the usual screen."""
        flags = termios.tcgetattr(self.slave)[3]
        restored = flags & (termios.ICANON | termios.ECHO | termios.ISIG) == termios.ICANON | termios.ECHO | termios.ISIG
        return restored and self.raw.rfind(b"\x1b[?1049l") > self.raw.rfind(b"\x1b[?1049h")
