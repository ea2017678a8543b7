"""The command line; every command imports what it needs inside itself, so that --help stays instant."""

from __future__ import annotations


def main() -> None:
    raise SystemExit(0)
