"""The line under the answer: words, whether all is on the disk, and the last thing worth saying."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from interviewcoach.tui.text import line

SECONDS = 8


class StatusLine(Static):
    def __init__(self) -> None:
        super().__init__(id="status")
        self._words, self._kept, self._trouble = 0, "saved", ""
        self._message, self._until, self._lasting = "", 0.0, False
        self._shown: tuple[object, ...] = ()

    def say(self, sentence: str, now: float, *, lasting: bool = False) -> None:
        """Said for some seconds, or until the next key or phase. `lasting`: a key does not end it, as it was not a key that
        brought it, or as it tells of words that were lost: who types on would never see it.
        """
        self._message, self._until, self._lasting = sentence, now + SECONDS, lasting
        self.fit()

    def key_pressed(self) -> None:
        """What the key before was answered with has been read."""
        if not self._lasting:
            self.forget()

    def forget(self) -> None:
        if self._message:
            self._message = ""
            self.fit()

    def tell(self, words: int, kept: str, trouble: str, now: float) -> None:
        """`trouble` is a sentence that stays as long as it is true."""
        self._words, self._kept, self._trouble = words, kept, trouble
        if self._message and now > self._until:
            self._message = ""
        self.fit()

    def on_resize(self) -> None:
        self.fit()

    def fit(self) -> None:
        shown = (self._words, self._kept, self._trouble, self._message, self.size.width)
        if shown == self._shown or not self.size.width:
            return
        self._shown = shown
        plural = "word" if self._words == 1 else "words"
        left = Content.styled(f"{self._words} {plural} · {self._kept}", "$text-muted")
        said = line(self._trouble or self._message).plain
        told = Content.styled(("! " if self._trouble else "") + said, "bold $text-error" if self._trouble else "$accent")
        fits = left.cell_length + 3 + told.cell_length <= self.size.width
        self.styles.height = 1 if fits or not self._trouble else 2
        if said and fits:
            left = left.append("   ").append(told)
        elif said:  # a passing sentence takes the whole line, what stays gets one of its own
            left = (left.append("\n") if self._trouble else Content("")).append(told.truncate(self.size.width, ellipsis=True))
        self.update(left, layout=False)
