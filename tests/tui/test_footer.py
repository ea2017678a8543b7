"""What the bottom lines say: keys that fit and are true, sentences that are whole, messages that go with their screen."""

from __future__ import annotations

import pytest
from stage import Stage, shown, until
from test_looking_back import THIN, practised
from textual import events

from interviewcoach.interview import commands as cmd
from interviewcoach.records.rows import SittingRow
from interviewcoach.tui.screens.help import _section
from interviewcoach.tui.screens.home import HomeScreen
from interviewcoach.tui.screens.review import ReviewScreen
from interviewcoach.tui.screens.sitting import SittingScreen
from interviewcoach.tui.standing import next_told, waiting_told
from interviewcoach.tui.text import said
from interviewcoach.tui.widgets.coverage import CoveragePanel, _phases
from interviewcoach.tui.widgets.rail import Rail


def foot(text: str) -> str:
    return text.split("\n")[-1]


async def test_a_narrow_footer_still_names_the_panels(stage: Stage) -> None:
    async with stage.sitting((60, 20)) as (screen, pilot):
        assert foot(shown(pilot.app)).split("   ") == [" ctrl+n next", "ctrl+o pause", "f2 ask", "f3 sums", "f1 help"]
        await pilot.press("ctrl+n", "ctrl+n", "ctrl+n")
        assert screen.sitting.state.phase == "wrap_up" and "ctrl+n hand in" in foot(shown(pilot.app))
        await pilot.press("ctrl+b")
        assert "ctrl+n next" in foot(shown(pilot.app))


async def test_a_panel_cuts_nothing_in_the_smallest_terminal(stage: Stage) -> None:
    async with stage.sitting((60, 20)) as (_, pilot):
        await pilot.press("f2")
        assert "Interviewer   f2 closes" in shown(pilot.app)
        await pilot.press("escape")
        assert "Interviewer escape closes" in shown(pilot.app)
        await pilot.press("f3", *"records_at_peak = 100M records/month * 3")
        await until(pilot, lambda: "114 records/s" in shown(pilot.app))
        panel = [row.partition("│")[2] for row in shown(pilot.app).split("\n")]
        name = panel.index(" records_at_peak")
        assert panel[name + 1].strip() == "114 records/s"
        assert " ".join(" ".join(panel[name + 2 :]).split()) == "ctrl+f puts it into the answer"


async def test_home_says_how_to_quit(stage: Stage) -> None:
    async with stage.open((60, 20)) as (app, _):
        assert "ctrl+q quit" in foot(shown(app)) and "f1 help" in foot(shown(app))


async def test_a_sentence_under_the_answer_is_whole_at_80_columns(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+g")
        assert "The interviewer asks once there is a design: from the high-level phase on." in shown(pilot.app)
        await stage.pass_by(screen, pilot, 12)
        assert "0 words" in shown(pilot.app)


async def test_a_sentence_under_the_answer_goes_with_the_next_key_or_phase(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+g")
        assert "from the high-level phase on" in shown(pilot.app)
        await pilot.press("a")
        assert "from the high-level phase on" not in shown(pilot.app) and " 1 word · sav" in shown(pilot.app)
        await pilot.press("ctrl+g")
        assert "from the high-level phase on" in shown(pilot.app)
        screen.post_message(Rail.Chosen("high_level"))
        await until(pilot, lambda: screen.sitting.state.phase == "high_level")
        assert "from the high-level phase on" not in shown(pilot.app)


async def test_what_no_key_has_brought_stays_while_one_types(stage: Stage) -> None:
    async with stage.sitting(mode="mock") as (screen, pilot):
        await stage.pass_by(screen, pilot, 8 * 60 + 1)
        await pilot.press(*"so")
        assert "Now: High-level" in shown(pilot.app)
        screen.answer.on_paste(events.Paste("x" * 300_000))
        await pilot.pause()
        await pilot.press("left")
        assert "were left out" in shown(pilot.app)
        await stage.pass_by(screen, pilot, 9)
        assert "were left out" not in shown(pilot.app)


async def test_only_a_phase_in_which_something_is_written_is_checked(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        await pilot.press("ctrl+n", "a", "ctrl+n")
        screen.tick()
        await pilot.pause()
        assert "① Req empty 0:00  ② High ✓ 0:00  ③ Deep dive ▸" in shown(pilot.app)
        await pilot.press("ctrl+b", "backspace", "ctrl+n")
        screen.tick()
        await pilot.pause()
        assert "② High empty 0:00" in shown(pilot.app)


async def test_characters_left_out_are_counted_in_words_that_fit(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.most = 10
        await pilot.press(*"0123456789", "z")
        assert "This box is full: 1 character was left out." in shown(pilot.app)
        screen.answer.on_paste(events.Paste("many"))
        await pilot.pause()
        assert "This box is full: 4 characters were left out." in shown(pilot.app)


async def test_a_window_that_may_only_read_says_so_in_whole_words(stage: Stage) -> None:
    async with stage.sitting() as (screen, _):
        stage.coaches[0].records.flush()
        async with stage.open() as (app, second):
            app.resume(screen.sitting.id)
            await until(second, lambda: isinstance(app.screen, SittingScreen))
            assert "running in another window and can only be read here" in shown(app)


async def test_a_message_stays_on_its_screen(stage: Stage) -> None:
    practised(stage, THIN, THIN)
    async with stage.open() as (app, pilot):
        await pilot.press("r")
        await until(pilot, lambda: "2 shown" in shown(app))
        await pilot.press("d", "escape")
        assert "2 shown" in shown(app) and "Deleted" not in shown(app)
        await pilot.press("d", "y")
        await until(pilot, lambda: "Deleted. u brings it back" in shown(app))
        await pilot.press("escape", "p")
        await until(pilot, lambda: "Your progress" in shown(app))
        assert "Deleted" not in shown(app)


async def test_escape_shows_all_sittings_and_all_problems_again(stage: Stage) -> None:
    practised(stage, THIN)
    async with stage.open() as (app, pilot):
        await pilot.press("r")
        await until(pilot, lambda: "1 shown" in shown(app))
        assert "v verdict, m mode, w when, o order" in shown(app)
        await pilot.press("m", "m", "v", "w", "o")
        assert "strong hire, mock, last week · oldest first · 0 shown · v m w o · escape all" in shown(app)
        await pilot.press("slash", *"zz", "escape")
        assert isinstance(app.screen, ReviewScreen) and "all · oldest first · 1 shown" in shown(app)
        await pilot.press("escape", "slash", *"payment", "down")
        assert "URL shortener  " not in shown(app)
        await pilot.press("escape")
        assert "URL shortener  " in shown(app)


@pytest.mark.parametrize(("width", "weak"), [(60, False), (80, False), (90, True), (120, True)])
async def test_weak_skills_are_named_where_they_can_be_read(stage: Stage, width: int, weak: bool) -> None:
    practised(stage, THIN)
    async with stage.open((width, 40)) as (app, _):
        row = next(row for row in shown(app).split("\n") if "Payment system" in row)
        assert row.split("○ ", 1)[1].strip()[0].isalpha() is weak and len(row) <= width


@pytest.mark.parametrize("width", [60, 80])
async def test_settings_are_explained_in_whole_words(stage: Stage, width: int) -> None:
    async with stage.open((width, 24)) as (app, pilot):
        await pilot.press("s")
        await until(pilot, lambda: "Own editor" in shown(app))
        assert "…" not in shown(app)


def test_points_that_belong_to_no_skill_are_not_denied() -> None:
    panel = CoveragePanel(lambda skill: skill)
    (told,) = panel._skills({"criteria": [{"tier": 2, "skill": None}], "skills": {"cache-first": 0}})
    assert told.plain == said("None of this problem's skills so far.").plain


SHORT = "- 10,000 pieces, 2M people: nearly all must be refused cheaply, so static pages from the CDN."


@pytest.mark.parametrize(("text", "warned"), [(f"## Requirements\n\n{SHORT}", True), ("", False)])
def test_coverage_promises_no_more_than_the_card_will_pay(stage: Stage, text: str, warned: bool) -> None:
    told = [
        one.plain
        for one in _phases(
            stage.assessor.score("flash-sale", text or stage.assessor.catalogue.model_answer("flash-sale")).to_json()
        )
    ]
    assert told[0].split() == ["Criteria", "mentioned", "explained"] and "0" not in told[1].split()
    assert ("so far" in told[2]) is warned


async def test_at_80_columns_home_says_less_and_cuts_nothing(stage: Stage) -> None:
    async with stage.sitting() as (_, pilot):
        await pilot.press("x", "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        text = shown(pilot.app)
        assert "▶ Resume  Payment system · Requirements · 45:00 left · 1 word" in text
        assert "Suggested next: URL shortener – not practised yet\n" in text and "…" not in text
        await pilot.resize_terminal(100, 24)
        await until(pilot, lambda: "Suggested next: URL shortener – not practised yet, and its turn" in shown(pilot.app))


@pytest.mark.parametrize("width", [60, 80, 110])
def test_what_waits_and_what_comes_next_are_told_in_whole_words(width: int) -> None:
    told = next_told("Schema migrations and backfills", "Load smoothing is weak there, last tried 12 days ago", width)
    assert len(told[0] + "Schema migrations and backfills" + told[1]) <= width
    assert told[1] in ("", " – Load smoothing is weak there", " – Load smoothing is weak there, last tried 12 days ago")


async def test_the_sittings_stand_in_columns_and_say_paused_as_the_command_line_does(stage: Stage) -> None:
    coach = stage.coach()
    for mode in ("practice", "mock"):
        sitting = coach.start("rate-limiter", mode=mode)
        sitting.do(cmd.Begin())
        sitting.stop()
    coach.records.flush()
    told = {row.mode: row.told for row in coach.records.sittings()}
    coach.close()
    async with stage.open() as (app, pilot):
        await pilot.press("r")
        await until(pilot, lambda: "2 shown" in shown(app))
        rows = [row for row in shown(app).split("\n") if "senior" in row]
        assert len({row.index("senior") for row in rows}) == 1, "the level has a column of its own"
        for row in rows:
            mode = "mock" if "mock" in row else "practice"
            assert f"rate limiter {mode}" in row and row.endswith(told[mode])
    assert told == {"practice": "paused", "mock": "interrupted"}


def test_help_says_what_dots_mean() -> None:
    assert "five dots under `skills` say how deeply" in _section("home").plain
    assert "●●○ explained" in _section("scorecard").plain


def test_help_has_a_gap_behind_every_key() -> None:
    assert " backspace  change: " in _section("prediction").plain


CARD = {"criteria": [{"phase": "deep_dive", "tier": 2}] * 8, "phases": {"deep_dive": 50}, "arithmetic": []}


@pytest.mark.parametrize("width", [20, 28, 60])
def test_what_is_mentioned_and_what_is_explained_stand_in_columns_under_their_names(width: int) -> None:
    rows = [one.plain for one in _phases(CARD, width)]  # type: ignore[arg-type]
    deep = next(row for row in rows if row.startswith("Deep"))
    assert deep.split()[-2:] == ["8", "8"] and max(map(len, rows[:5])) <= width
    assert len(rows[0]) == len(deep) and rows[0].index("mentioned") + 8 == deep.index("8")


async def test_the_rail_fits_the_narrowest_screen_whatever_is_empty(stage: Stage) -> None:
    async with stage.sitting((60, 20)) as (screen, pilot):
        await pilot.press("ctrl+n", "ctrl+n")
        await stage.pass_by(screen, pilot, 700)
        assert "① Req empty  ② High empty  ③ Deep ▸ 11:40 of 19  ④ Wrap 5" in shown(pilot.app)


@pytest.mark.parametrize("width", [58, 66, 74, 200])
def test_the_time_left_stays_when_words_have_to_go(width: int) -> None:
    waiting = SittingRow.__new__(SittingRow)
    for name, value in {
        "phase": "high_level",
        "planned": 2_700_000,
        "active": 60_000,
        "words": 0,
        "mode": "mock",
        "seen": 0,
    }.items():
        object.__setattr__(waiting, name, value)
    assert "44:00 left" in waiting_told(waiting, "URL shortener", 0, width)


async def test_home_heads_its_columns_in_whole_words(stage: Stage) -> None:
    async with stage.open() as (app, _):
        assert "last       best         sittings" in shown(app)


async def test_the_keys_are_told_once_each(stage: Stage) -> None:
    told = _section("home").plain
    assert told.count("  ctrl+p ") == 1 and "By its name, through ctrl+p." in told
