"""What can be done with a sitting of the list: open, compare, name, tag, remark on, delete and bring back."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from interviewcoach.records.rows import Filter, SittingRow, signed
from interviewcoach.reports.scorecard_text import WORDS
from interviewcoach.reports.when import short_day
from interviewcoach.scoring.scorecard import figure
from interviewcoach.tui.careful import careful
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.screens.dialogs import Confirm, OneLine

if TYPE_CHECKING:
    from interviewcoach.records import Records


class ReviewActions(CoachScreen[None]):
    """The list itself is in `review`."""

    def __init__(self) -> None:
        super().__init__()
        self.gone: list[str] = []  # deleted here, the last one last
        self.marked = ""

    def list_again(self) -> None:
        raise NotImplementedError

    def chosen_row(self) -> SittingRow | None:
        raise NotImplementedError

    @property
    def sought(self) -> str:
        """The words that one looks for."""
        raise NotImplementedError

    # --- reading ----------------------------------------------------------------------------------------

    def action_open(self) -> None:
        told = self.chosen_row()
        if told is None:
            return
        if told.unfinished:
            self.coach_app.resume(told.id)
        else:
            self.coach_app.open_review(told.id, self.sought)

    def action_timeline(self) -> None:
        told = self.chosen_row()
        if told:
            self.coach_app.open_timeline(told.id)

    def action_mark(self) -> None:
        told = self.chosen_row()
        if told:
            self.marked = "" if self.marked == told.id else told.id
            self.list_again()

    @careful
    def action_compare(self) -> None:
        """With the marked sitting, or with the one before of the same problem; the first one with the next."""
        told = self.chosen_row()
        if told is None:
            return
        records = self.desk.coach.records
        others = [r for r in records.sittings(Filter(problem=told.problem)) if r.verdict and r.id != told.id]
        marked = next((r for r in others if r.id == self.marked), None)
        if self.marked and self.marked != told.id and marked is None:
            self.say("The marked sitting is of another problem, or has no scorecard.")
            return
        if not told.verdict:
            self.say("This sitting has no scorecard to compare.")
            return
        other = marked or next((r for r in others if r.started < told.started), others[-1] if others else None)
        if other is None:
            self.say("There is no other scored sitting of this problem to compare it with.")
            return
        older, newer = sorted((other, told), key=lambda r: r.started)
        self._open_comparison(older.id, newer.id)

    def _open_comparison(self, older: str, newer: str) -> None:
        from interviewcoach.tui.screens.compare import CompareScreen

        old = self.coach_app.past(older)
        new = self.coach_app.past(newer) if old else None
        if old and new:
            self.app.push_screen(CompareScreen(old, new))

    # --- ordering ---------------------------------------------------------------------------------------

    def _ask(self, question: str, value: str, keep: Callable[[SittingRow, str], None]) -> None:
        told = self.chosen_row()
        if told is None:
            return

        def answered(text: str | None) -> None:
            if text is not None:
                keep(told, text)
                self.desk.coach.records.flush(1.0)
                self.list_again()

        self.app.push_screen(OneLine(question, value), answered)

    def action_rename(self) -> None:
        told = self.chosen_row()
        self._ask("A name for this sitting", told.title if told else "", lambda row, text: self._records.rename(row.id, text))

    def action_tags(self) -> None:
        told = self.chosen_row()
        self._ask(
            "Tags, with commas between them", ", ".join(told.tags) if told else "",
            lambda row, text: self._records.set_tags(row.id, [tag.strip().lstrip("#") for tag in text.split(",")]),
        )  # fmt: skip

    def action_remark(self) -> None:
        def keep(row: SittingRow, text: str) -> None:
            author, words = signed(text)
            if text:
                self._records.put_remark(row.id, words, author)
                self.say("The remark is kept: the last moment of the timeline (t) shows it, and it is exported.")

        self._ask("A remark of your own, or `Name: what a mentor says`", "", keep)

    def action_delete(self) -> None:
        told = self.chosen_row()
        if told is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._records.delete(told.id)
                self._records.flush(1.0)
                self.gone.append(told.id)
                self.list_again()
                self.fit_keys()
                self.say("Deleted. u brings it back, until you quit.")

        name = f"“{told.title}”, " if told.title else ""
        score = "" if told.overall is None else f", {WORDS.get(told.verdict or '', told.told)} {figure(told.overall)}"
        question = f"Delete {name}{self.desk.title(told.problem)}, {short_day(told.started, time.time())}{score}?"
        self.app.push_screen(Confirm(question, "deletes it", only_y=True), answered)

    def action_undo(self) -> None:
        if not self.gone:
            self.tell("Nothing was deleted here since you came.")
        else:
            self._records.undelete(self.gone.pop())
            self._records.flush(1.0)
            self.list_again()
            self.fit_keys()
            self.app.clear_notifications()
            self.say("It is back.")

    @property
    def _records(self) -> Records:
        return self.desk.coach.records
