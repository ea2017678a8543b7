"""The scorecard: figures and criteria on one half, the answer with its evidence on the other; two tabs where it is narrow."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from interviewcoach.errors import CoachError
from interviewcoach.exporting import export_to, file_for, reference_page
from interviewcoach.interview.delivery import conduct_told, spent
from interviewcoach.interview.framework import MINUTE, Plan, make_plan
from interviewcoach.interview.transcript import document
from interviewcoach.keeping import Past
from interviewcoach.reports.when import day
from interviewcoach.tui.cardrows import Beside, CardRow, criterion_detail, heading, rows, spans_of
from interviewcoach.tui.careful import careful
from interviewcoach.tui.commands import Command, bindings_of
from interviewcoach.tui.screens.base import CoachScreen
from interviewcoach.tui.screens.dialogs import OneLine
from interviewcoach.tui.terminal import WIDE
from interviewcoach.tui.text import line, places, said
from interviewcoach.tui.widgets.longlist import LongList
from interviewcoach.tui.widgets.marked import MarkedText
from interviewcoach.tui.wish import Wish

AROUND = ("#card", "#own", "#detail-scroll")  # where tab goes, one after the other


def length_again(plan: Plan) -> int:
    """In minutes; 0, the usual length, where an imported sitting has one that no new sitting can have."""
    planned = plan.total // MINUTE
    try:
        make_plan(planned)
    except CoachError:
        return 0
    return planned


class ScorecardScreen(CoachScreen[None]):
    NAME = "scorecard"
    CSS_PATH = "scorecard.tcss"
    BINDINGS = bindings_of("scorecard")

    def __init__(self, past: Past, sought: str = "") -> None:
        super().__init__()
        self._sought = sought
        assert past.stored.card is not None
        self.past = past
        self.card = past.stored.card.body
        self.answer = past.stored.document or document(past.state)
        self._rows: list[CardRow] = []
        self._beside = Beside(past.state.prediction, conduct_told(past.state, self.card))
        self._tab = "figures"

    def compose(self) -> ComposeResult:
        yield Static("", id="verdict", markup=False)
        yield Static(said(self.card.get("about", "")), id="about")
        with Horizontal(id="halves"):
            with Vertical(id="figures"):
                yield LongList(id="card", markup=False)
            with Vertical(id="words"):
                marks = [span for criterion in self.card["criteria"] for span in spans_of(criterion)]
                yield MarkedText(self.answer, marks, id="own")
                with VerticalScroll(id="detail-scroll"):
                    yield Static("", id="detail", markup=False)
            with Vertical(id="model-half"):
                yield Static("Scope · estimate · picture · levels · a strong answer", classes="half-title", markup=False)
                yield MarkedText("", id="model")
        yield self.keys()

    def on_mount(self) -> None:
        self.query_one("#model-half").display = False
        self._beside = replace(self._beside, reading=self.desk.reading(self.past.state.setup.problem))
        self._explain([said("Underlined words earned credit. Choose a criterion, or go to a word, to see what it shows.")])
        self._lay_out()
        self.query_one("#card").focus()
        self.watch(self.query_one("#card"), "highlighted", self.fit_keys, init=False)
        if self._sought:
            self._go_to_sought()

    def _go_to_sought(self) -> None:
        if found := places(self._sought, self.answer):
            self._go_to("#own")
            self.query_one("#own", MarkedText).choose(found)
        else:
            self.say("These words do not stand in the answer; t and its last moment show notes, worksheet and remarks.")

    def on_resize(self) -> None:
        self._lay_out()

    def offers(self, command: Command) -> bool:
        if command.id in ("evidence", "again", "next-problem", "timeline", "read-on"):
            return (command.id == "read-on") != (self._here == AROUND[0])  # beside a text the footer tells how to go on in it
        return command.id != "model" or self.desk.has_model(self.past.state.setup.problem)

    def label(self, command: Command) -> str:
        if command.id == "evidence":
            return command.label if self._is_chosen else "criteria"
        if command.id == "model" and any(half.display for half in self.query("#model-half")):
            return "figures" if self.wide else "your answer"
        if command.id != "halves":
            return command.label
        return {"#own": "answer", "#detail-scroll": "evidence", "#model": "reference"}.get(self._around(), "figures")

    # --- laying out -------------------------------------------------------------------------------------

    @property
    def _is_chosen(self) -> bool:
        """Whether a criterion is; on arrival none is, as the figures stand above them all."""
        return any(card.highlighted is not None for card in self.query(LongList))

    @property
    def wide(self) -> bool:
        return self.app.size.width >= WIDE

    def _lay_out(self) -> None:
        title = self.desk.named(self.past.stored.row)
        width = self.app.size.width - 2
        self.query_one("#verdict", Static).update(heading(self.card, title, spent(self.past.state), width))
        self.set_class(self.wide, "wide")
        self._show_tab()
        self._fill((width // 2 if self.wide else width) - 4)

    def _show_tab(self) -> None:
        model = self.query_one("#model-half").display
        self.query_one("#figures").display = self._tab == "figures" if not self.wide else not model
        self.query_one("#words").display = self.wide or (self._tab == "words" and not model)
        self.query_one("#about").display = self.wide or self._tab == "figures"  # the answer needs the room

    def _fill(self, width: int) -> None:
        card = self.query_one("#card", OptionList)
        place = card.highlighted
        self._rows = rows(self.card, self.answer, self.desk.library.skill_titles, width, self._beside)
        card.clear_options()
        card.add_options(Option(shown.shown, id=f"row-{i}", disabled=not shown.detail) for i, shown in enumerate(self._rows))
        card.highlighted = place

    # --- going through it -------------------------------------------------------------------------------

    def _explain(self, told: list[Content] | tuple[Content, ...]) -> None:
        self.query_one("#detail", Static).update(Content("\n").join(told))
        self.query_one("#detail-scroll").scroll_home(animate=False)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        chosen = self._rows[event.option_index]
        if chosen.detail:
            self._explain(chosen.detail)
            with self.prevent(TextArea.SelectionChanged):
                self.query_one("#own", MarkedText).choose(chosen.spans)

    @on(LongList.NothingChosen)
    @on(OptionList.OptionSelected)
    def action_evidence(self) -> None:
        if not self._is_chosen:
            self.query_one("#card", LongList).choose_here()
        elif self.query_one("#figures").display:
            self._go_to("#detail-scroll")

    def action_read_on(self) -> None:
        """A page further in what has the focus."""
        if isinstance(self.focused, TextArea):
            self.focused.action_cursor_page_down()
        elif isinstance(self.focused, VerticalScroll):
            self.focused.scroll_page_down(animate=False)

    @on(TextArea.SelectionChanged, "#own")
    def _at_words(self, event: TextArea.SelectionChanged) -> None:
        """The other way round: which criteria rest on the word under the cursor."""
        own = self.query_one("#own", MarkedText)
        if not own.has_focus:
            return
        here = [c for c in self.card["criteria"] if any(start <= own.at < end for start, end in spans_of(c))]
        if here:
            told = [one for c in here[:3] for one in (*criterion_detail(c, self.answer, self._beside.reading), Content(" "))]
            self._explain(told)
        flags = [f for f in self.card["red_flags"] if any(start <= own.at < end for start, end in spans_of(f))]
        if flags:
            self._explain([line(f"! {flags[0]['claim']}", "bold $text-error"), said(flags[0]["why"])])

    def action_halves(self) -> None:
        if self.query_one("#model-half").display and not self.wide:
            self.action_model()
        else:
            self._go_to(self._around())

    @property
    def _here(self) -> str:
        """What has the focus; at first nothing is there to have it, and the figures will."""
        return f"#{self.focused.id}" if self.focused else AROUND[0]

    def _around(self) -> str:
        """Where tab leads: from the figures (or what was looked for in their place) to the answer, its evidence, and back."""
        here = AROUND.index(self._here) if self._here in AROUND else 0
        there = AROUND[(here + 1) % len(AROUND)]
        return "#model" if there == "#card" and self.query_one("#model-half").display else there

    def _go_to(self, name: str) -> None:
        if not self.wide and name != "#model":
            self._tab = "figures" if name == "#card" else "words"
            self._show_tab()
        self.query_one(name).focus()

    def action_close(self) -> None:
        """One step back: from the words to the figures, from these to the screen before."""
        if self.query_one("#model-half").display:
            self._put_model_away("#card")
        elif self.query_one("#words").has_focus_within:
            self._go_to("#card")
        else:
            self.dismiss()

    # --- on ---------------------------------------------------------------------------------------------

    @careful
    def action_model(self) -> None:
        """What was looked for takes the figures' place; again, and they are back. Where it stands alone, one's own comes back."""
        half = self.query_one("#model-half")
        if half.display:
            self._put_model_away("#card" if self.wide else "#own")
            return
        model = self.query_one("#model", MarkedText)
        if not model.text:
            width = self.app.size.width // 2 if self.wide else self.app.size.width
            model.put(reference_page(self.desk.library, self.past.state, width - 4))
        half.display = True
        if not self.wide:
            self._tab = ""
        self._show_tab()
        model.focus()

    def _put_model_away(self, there: str) -> None:
        self.query_one("#model-half").display = False
        self._show_tab()
        self._go_to(there)

    def action_again(self) -> None:
        setup = self.past.state.setup
        wish = Wish(setup.problem, setup.mode, setup.level, length_again(setup.plan), setup.plan.timed)
        self.coach_app.open_briefing(wish)

    def action_timeline(self) -> None:
        self.coach_app.open_timeline(self.past.id)

    def action_export(self, name: str = "") -> None:
        """Asks for a file until it could be written, or until it is left."""

        def answered(told: str | None) -> None:
            if not told:
                return
            try:
                self.say(f"Written to {export_to(self.desk.coach, self.past.id, told)}")
            except CoachError as error:
                self.action_export(told)
                self.say(str(error), trouble=True)

        value = name or file_for(self.past.state.setup.problem, day(self.past.stored.row.started)[:10])
        self.app.push_screen(OneLine("Write it all to this file (.md, .html or .json)", value), answered)

    def action_next_problem(self) -> None:
        self.coach_app.next_problem()
