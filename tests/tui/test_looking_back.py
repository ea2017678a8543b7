"""Looking back: the list and what can be done with it, two sittings beside each other, one as it was typed, progress."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from stage import ANSWER, PROBLEM, Stage, shown, told, until
from textual.pilot import Pilot
from textual.widgets import OptionList

from interviewcoach.interview import commands as cmd
from interviewcoach.interview import events as ev
from interviewcoach.interview.framework import make_plan
from interviewcoach.interview.session import start
from interviewcoach.records.progress import progress
from interviewcoach.tui.app import CoachApp
from interviewcoach.tui.moments import steps_of
from interviewcoach.tui.progressrows import progress_rows
from interviewcoach.tui.screens.compare import CompareScreen
from interviewcoach.tui.screens.progress import ProgressScreen
from interviewcoach.tui.screens.review import ReviewScreen, called
from interviewcoach.tui.screens.scorecard import ScorecardScreen
from interviewcoach.tui.screens.timeline import TimelineScreen
from interviewcoach.tui.widgets.marked import MarkedText


def practised(stage: Stage, *answers: dict[str, str]) -> list[str]:
    """Sittings of one problem, one after the other, some minutes each."""
    coach = stage.coach()
    ids = []
    for answer in answers:
        sitting = coach.start(PROBLEM)
        sitting.do(cmd.Begin())
        for phase, text in answer.items():
            stage.now += 60
            half = len(text) // 2
            sitting.draft(phase, text[:half])
            stage.now += 40
            sitting.draft(phase, text)
            if phase != "wrap_up":
                sitting.do(cmd.Next())
        sitting.ask("is it worldwide?")
        sitting.do(cmd.End())
        sitting.predict("hire")
        coach.finish(sitting)
        ids.append(sitting.id)
        stage.now += 86_400
    coach.close()
    return ids


async def two_compared(app: CoachApp, pilot: Pilot[Any]) -> None:
    """From home through the list of two sittings to the one beside the other."""
    await pilot.press("r")
    await until(pilot, lambda: "2 shown" in shown(app))
    await pilot.press("c")
    await until(pilot, lambda: isinstance(app.screen, CompareScreen) and "Gained" in shown(app))


THIN = {**ANSWER, "deep_dive": "We use an idempotency key."}


async def test_the_list_is_narrowed_sorted_named_and_tagged(stage: Stage) -> None:
    practised(stage, THIN, ANSWER)
    async with stage.open(size=(100, 30)) as (app, pilot):
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and "2 shown" in shown(app))
        await pilot.press("m", "m")
        await until(pilot, lambda: "mock · 0 shown" in shown(app) and "No sitting fits." in shown(app))
        await pilot.press("m", "o")
        await until(pilot, lambda: "oldest first · 2 shown" in shown(app))
        await pilot.press("e", *"first try", "enter")
        await until(pilot, lambda: "first try" in shown(app))
        await pilot.press("g", *"good, [red]", "enter")
        await until(pilot, lambda: "#[red] #good" in shown(app))
        await pilot.press("n", *"Ann: see ch 3", "enter")
        await pilot.pause()
        remarks = app.desk.coach.past(app.desk.coach.records.sittings()[1].id).stored.remarks
        assert [(r.author, r.text) for r in remarks] == [("Ann", "see ch 3")]


async def test_what_was_deleted_comes_back(stage: Stage) -> None:
    practised(stage, THIN, ANSWER)
    async with stage.open() as (app, pilot):
        await pilot.press("r")
        await until(pilot, lambda: "2 shown" in shown(app))
        await pilot.press("d")
        await until(pilot, lambda: "Delete " in shown(app))
        question = " ".join(shown(app).replace("│", " ").split())
        assert re.search(r"Delete Payment system, [\w\-: ]+, [a-z ]+ \d+\?", question)
        await pilot.press("y")
        await until(pilot, lambda: "1 shown" in shown(app))
        await until(pilot, lambda: "u brings it back" in shown(app))
        await pilot.press("u")
        await until(pilot, lambda: "2 shown" in shown(app) and "It is back." in shown(app) and "Deleted." not in shown(app))


async def test_a_name_hides_not_which_problem_it_was(stage: Stage) -> None:
    practised(stage, THIN)
    async with stage.open() as (app, pilot):
        await pilot.press("r", "e", *"try A", "enter")
        await until(pilot, lambda: "try A · Payment" in shown(app))
        await pilot.press("d")
        await until(pilot, lambda: "Delete “try A”, Payment system, " in shown(app))


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_criterion_that_changed_is_told_whole(stage: Stage, size: tuple[int, int]) -> None:
    ids = practised(stage, THIN, ANSWER)
    async with stage.open(size) as (app, pilot):
        old, new = (app.past(name) for name in ids)
        assert old and new
        app.push_screen(CompareScreen(old, new))
        await until(pilot, lambda: isinstance(app.screen, CompareScreen) and "Gained" in shown(app))
        assert isinstance(app.screen, CompareScreen)
        told = [" ".join(option.plain.split()) for option, name in app.screen._rows if name]
        claims = [one["claim"] for one in app.screen.difference["gained"]]
        assert max(map(len, claims)) > size[0] and all(any(claim in row for row in told) for claim in claims)


async def test_what_was_given_up_can_be_read_with_all_that_stood_beside_it(stage: Stage) -> None:
    coach = stage.coach()
    sitting = coach.start(PROBLEM)
    sitting.do(cmd.Begin())
    sitting.draft("requirements", "charge and refund")
    sitting.draft("notes", "ask about payouts")
    sitting.draft("saying", "a question half typed")
    answers = sitting.ask("how many payments per day?")
    sitting.abandon()
    coach.records.put_remark(sitting.id, "say W before R", "Mentor")
    coach.records.flush()
    coach.close()
    async with stage.open((80, 40)) as (app, pilot):
        await pilot.press("r")
        await until(pilot, lambda: "1 shown" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Everything at 0:00" in shown(app))
        assert isinstance(app.screen, TimelineScreen) and "This sitting has no scorecard" in shown(app)
        text = app.screen.query_one("#then", MarkedText).text
        assert "charge and refund" in text and "ask about payouts" in text and "1. Mentor: say W before R" in text
        assert " · 3 words in all" in shown(app)
        assert answers and any(answers[0].answer in step.told for step in app.screen.steps)


async def test_two_sittings_beside_each_other(stage: Stage) -> None:
    practised(stage, THIN, ANSWER)
    async with stage.open(size=(120, 40)) as (app, pilot):
        await two_compared(app, pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen) and screen.difference["gained"] and "unique constraint" in shown(app)
        await pilot.press("tab", "tab", "tab", "down", "escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_the_first_sitting_is_compared_with_the_next_and_both_halves_are_at_the_same_phase(stage: Stage) -> None:
    filled = {phase: f"{text}\n" + "and more of it\n" * 30 for phase, text in ANSWER.items()}
    practised(stage, {**filled, "deep_dive": "nothing yet\n" * 30}, filled)
    async with stage.open(size=(120, 40)) as (app, pilot):
        await pilot.press("r")
        await until(pilot, lambda: "2 shown" in shown(app))
        await pilot.press("end", "c")
        await until(pilot, lambda: isinstance(app.screen, CompareScreen) and "Gained" in shown(app))
        await pilot.press("down")
        await until(pilot, lambda: "A timeout is neither success nor failure" in shown(app))
        before = "\n".join(row[:60] for row in shown(app).split("\n"))
        assert "## Deep dive" in before and "nothing yet" in before


async def test_a_sitting_as_it_was_typed(stage: Stage) -> None:
    practised(stage, ANSWER)
    async with stage.open(size=(100, 30)) as (app, pilot):
        await pilot.press("r")
        await until(pilot, lambda: "1 shown" in shown(app))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen) and "▸ Requirements" in shown(app))
        moments = app.screen.query_one("#moments", OptionList)
        assert "asks: is it worldwide" in shown(app)
        while moments.highlighted != moments.option_count - 1:
            await pilot.press("right")
        await until(pilot, lambda: "Trade-off: consistency over availability" in shown(app))
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_progress_shows_verdicts_calendar_and_skills(stage: Stage) -> None:
    practised(stage, THIN, THIN, ANSWER)
    async with stage.open(size=(90, 60)) as (app, pilot):
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ProgressScreen) and "When you practised" in shown(app))
        text = shown(app)
        assert "% used  ▾ much shorter than planned" in text and "under" not in text
        assert "3 scored sittings of 1 problem" in text and "is where you stand" in text and "Your guesses" in text
        await pilot.press("escape")


async def test_progress_tells_what_is_missing_to_a_level_and_what_a_sign_means(stage: Stage) -> None:
    practised(stage, THIN, ANSWER)
    figures = progress(stage.coach().records.performances())
    figures = replace(figures, calibration=replace(figures.calibration, axes={"scoping": -12.0}))
    told = "\n".join(row.plain for row in progress_rows(figures, [], {}, date(2026, 1, 1), 76))
    assert "senior  your verdict at this level is told after 1 more scored sitting\n" in told
    assert "your guess against the grade in points (− too strict, + too hopeful): scoping -12" in told


async def test_the_figures_of_two_sittings_stand_in_a_table_under_whole_verdicts(stage: Stage) -> None:
    practised(stage, THIN, ANSWER)
    async with stage.open() as (app, pilot):
        await two_compared(app, pilot)
        for size, found in (((80, 24), r"20\d\d-\d\d-\d\d \d\d:\d\d "), ((60, 20), r"20\d\d-\d\d-\d\d ")):
            await pilot.resize_terminal(*size)
            await pilot.press("home")
            title, verdicts, *rows = shown(app).split("\n")
            assert title == " Payment system"
            assert re.fullmatch(rf" {found}[a-z ]+ \d+ → {found}[a-z ]+ \d+ \([+-]\d+\)", verdicts)
            assert re.match(r" Scoping +\d+ → +\d+ +[+-]\d+", rows[0])


async def test_the_chosen_criterion_stays_chosen_whatever_the_width(stage: Stage) -> None:
    practised(stage, THIN, ANSWER)
    async with stage.open() as (app, pilot):
        await two_compared(app, pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        changes = screen.query_one("#changes", OptionList)
        chosen = screen.difference["gained"][2]["id"]
        while changes.highlighted is None or screen._rows[changes.highlighted][1] != chosen:
            await pilot.press("down")
        for width in (80, 160, 60):
            await pilot.resize_terminal(width, 40)
            await until(pilot, lambda width=width: app.size.width == width)
            assert changes.highlighted is not None and screen._rows[changes.highlighted][1] == chosen


async def test_the_screen_tells_the_difference_that_the_command_tells(stage: Stage) -> None:
    practised(stage, THIN, THIN)
    async with stage.open() as (app, pilot):
        old, new = (app.past(row.id) for row in reversed(app.desk.coach.records.sittings()))
        assert old and old.stored.card and new and new.stored.card
        old.stored.card.body["overall"], new.stored.card.body["overall"] = 40.4, 40.6
        app.push_screen(CompareScreen(old, new))
        await until(pilot, lambda: "no hire 41 (+1)" in shown(app))


async def test_what_happened_goes_on_beside_its_time_and_letters_are_called_so(stage: Stage) -> None:
    practised(stage, ANSWER)
    async with stage.open() as (app, pilot):
        await pilot.press("r")
        await until(pilot, lambda: "1 shown" in shown(app))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen) and "▸ Requirements" in shown(app))
        rows = [row[:34] for row in shown(app).split("\n")[2:-1]]
        assert " letters ·" in "".join(rows)
        assert all(re.match(r"[› ] *\d+:\d\d \S| {8}\S| *$", row) for row in rows)


async def test_progress_of_someone_new_says_what_to_do(stage: Stage) -> None:
    async with stage.open() as (app, pilot):
        await pilot.press("p")
        await until(pilot, lambda: "Nothing scored yet" in shown(app))


@pytest.mark.parametrize(
    ("name", "tags", "width", "told"),
    [
        ("", (), 12, "Web crawler"),
        ("try A", ("hard",), 30, "try A · Web crawler #hard"),
        ("try A", ("hard",), 20, "try A · Web crawler"),
        ("My first attempt at all", ("hard",), 24, "My first … · Web crawler"),
        ("", ("hard",), 14, "Web crawler"),
    ],
)
def test_a_name_leaves_room_for_its_problem(name: str, tags: tuple[str, ...], width: int, told: str) -> None:
    assert called(name, "Web crawler", tags, width) == told


async def test_an_empty_list_offers_nothing_to_do_with_its_rows(stage: Stage) -> None:
    async with stage.open() as (app, pilot):
        await pilot.press("r", "u")
        await until(pilot, lambda: "No sittings yet" in shown(app) and "Nothing was deleted" in told(app))
        keys = shown(app).split("\n")[-1]
        assert "compare" not in keys and "delete" not in keys and "f1 help" in keys
        await pilot.press("escape", "slash", *"xyzzy", "enter")
        await until(pilot, lambda: "No problem or skill has this name" in told(app))


def test_what_was_put_in_at_once_is_not_called_typing() -> None:
    _, begun = start(PROBLEM, make_plan(45), 0.0, seed=7)
    puts = (("deep_dive", 0, "x" * 1_500), ("saying", 0, "so"), ("saying", 2, ""), ("deep_dive", 0, "ab"))
    wrote = [ev.Wrote(at, part, 0, cut, put) for at, (part, cut, put) in enumerate(puts, 1)]
    told = [step.told for step in steps_of([*begun, *wrote])][-3:]
    assert told[0] == "puts in 1,500 letters at once · Deep dive"
    assert told[1:] == ["types 2 letters · to the interviewer", "types 2 letters · Deep dive"]


async def test_a_sitting_that_was_found_opens_where_the_words_stand(stage: Stage) -> None:
    practised(stage, ANSWER)
    async with stage.open() as (app, pilot):
        await pilot.press("r", "slash", *"PROCESSOR", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ScorecardScreen) and "asks the processor" in shown(app))
        own = app.screen.query_one("#own", MarkedText)
        assert own.has_focus and own.text[own.at :].startswith("processor")


async def test_words_that_stand_only_beside_the_answer_are_told_to(stage: Stage) -> None:
    (made,) = practised(stage, ANSWER)
    coach = stage.coach()
    coach.records.put_remark(made, "speak louder", "Ann")
    coach.close()
    async with stage.open((140, 30)) as (app, pilot):
        await pilot.press("r", "slash", *"louder", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ScorecardScreen))
        await until(pilot, lambda: "do not stand in the answer" in told(app))
