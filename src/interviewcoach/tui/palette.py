"""The command palette: the table's commands of the screen it was opened on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from interviewcoach.tui.commands import Command, commands_of

if TYPE_CHECKING:
    from interviewcoach.tui.screens.base import CoachScreen


class TableCommands(Provider):
    @property
    def _able(self) -> Iterator[Command]:
        name = getattr(self.screen, "NAME", "")
        screen: CoachScreen[object] = self.screen  # type: ignore[assignment]
        return (c for c in commands_of(name) if c.id not in ("palette", "answer") and screen.offers(c))

    def _run(self, command: Command) -> Callable[[], object]:
        return partial(self.screen.run_action, command.action)

    async def discover(self) -> Hits:
        for command in self._able:
            yield DiscoveryHit(_name(command), self._run(command), help=command.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self._able:
            score = max(matcher.match(command.label), matcher.match(command.help) * 0.6)
            if score > 0:
                yield Hit(score, _name(command), self._run(command), help=command.help)


def _name(command: Command) -> str:
    return f"{command.label}  ({command.key_shown})" if command.key else command.label
