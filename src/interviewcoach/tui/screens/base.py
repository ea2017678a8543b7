"""What all screens do alike: keys from the table, the footer, help, a way back, one way to speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events, on
from textual.screen import ModalScreen, Screen

from interviewcoach.tui.commands import Command
from interviewcoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from interviewcoach.tui.app import CoachApp
    from interviewcoach.tui.desk import Desk

Result = TypeVar("Result")


class CoachScreen(Screen[Result]):
    """`NAME` is the screen's name in the command table."""

    NAME: ClassVar[str] = ""

    @property
    def coach_app(self) -> CoachApp:
        return cast("CoachApp", self.app)

    @property
    def desk(self) -> Desk:
        return self.coach_app.desk

    def keys(self) -> KeyLine:
        return KeyLine(self.NAME, self.offers, self.label)

    def offers(self, command: Command) -> bool:
        """Whether a command makes sense now; footer and palette leave out the others."""
        return True

    def label(self, command: Command) -> str:
        """What the footer calls a command now."""
        return command.label

    @property
    def is_finding(self) -> bool:
        """Whether one types into the search, where letters are letters."""
        return self.focused is not None and self.focused.id == "find"

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        self.fit_keys()

    def fit_keys(self) -> None:
        self.query_one(KeyLine).fit()

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        self.coach_app.say(sentence, trouble=trouble)

    def tell(self, sentence: str) -> None:
        self.coach_app.tell(sentence)

    def key_ahead(self) -> None:
        """Hook: a key or a paste is about to be taken, by the screen or by a widget that keeps it for itself."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key pressed ahead, while the screen is being put up or taken away or the records are being opened, does nothing."""
        return self.is_mounted and bool(self.children) and self.coach_app.is_open

    def action_help(self) -> None:
        self.coach_app.show_help(self.NAME)

    def action_close(self) -> None:
        self.dismiss()


class Dialog(ModalScreen[Result]):
    """A small window over the screen."""

    CSS_PATH = "dialogs.tcss"

    @property
    def coach_app(self) -> CoachApp:
        return cast("CoachApp", self.app)
