"""The scorecard: figures, evidence in the answer, the way on, both layouts."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from stage import ANSWER, PROBLEM, Stage, shown, until

from interviewcoach import score
from interviewcoach.interview import commands as cmd
from interviewcoach.interview.protocol import PHASES
from interviewcoach.tui.cardrows import rows
from interviewcoach.tui.screens.briefing import BriefingScreen
from interviewcoach.tui.screens.scorecard import ScorecardScreen
from interviewcoach.tui.widgets.longlist import LongList
from interviewcoach.tui.widgets.marked import MarkedText


def scored(stage: Stage, extra: str = "") -> str:
    coach = stage.coach()
    sitting = coach.start(PROBLEM)
    sitting.do(cmd.Begin())
    for phase in PHASES:
        sitting.draft(phase, ANSWER[phase] + extra)
        for _ in range(10):
            stage.now += 30
            sitting.tick()
        sitting.do(cmd.Next())
    sitting.do(cmd.End())
    coach.finish(sitting)
    coach.records.flush()
    return sitting.id


@asynccontextmanager
async def card(stage: Stage, size: tuple[int, int] = (80, 24), extra: str = "") -> Any:
    sitting = scored(stage, extra)
    async with stage.open(size) as (app, pilot):
        app.open_review(sitting)
        await until(pilot, lambda: isinstance(app.screen, ScorecardScreen))
        yield app.screen, pilot


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_verdicts_the_figures_and_what_the_grade_is(stage: Stage, size: tuple[int, int]) -> None:
    async with card(stage, size) as (_, pilot):
        text = shown(pilot.app)
        assert "Payment system · 20:00 · senior" in text and "mid: " in text and "staff: " in text
        assert "This grade is made by rules" in text and "not a hiring decision" in text.replace("\n ", " ")
        assert "Scoping" in text and "█" in text
        assert ("## Requirements" in text) is (size[0] >= 120)
        await pilot.press("tab")
        assert "## Requirements" in shown(pilot.app)
        assert max(len(line) for line in text.split("\n")) <= size[0]


async def test_a_criterion_leads_to_its_words_and_to_what_comes_next(stage: Stage) -> None:
    async with card(stage) as (screen, pilot):
        rows = [i for i, row in enumerate(screen._rows) if row.spans and "Next: " in "".join(c.plain for c in row.detail)]
        screen.query_one("#card").highlighted = rows[0]
        await pilot.press("enter")
        text = shown(pilot.app)
        assert "Next: " in text and "“" in text and screen.query_one("#words").display
        own = screen.query_one("#own", MarkedText)
        start, end = screen._rows[rows[0]].spans[0]
        assert own.at == start and screen.answer[start:end] in own.text
        await pilot.press("escape")
        assert screen.query_one("#figures").display and not screen.query_one("#words").display


async def test_the_words_under_the_cursor_tell_their_criteria(stage: Stage) -> None:
    async with card(stage, (120, 40)) as (screen, pilot):
        await pilot.press("tab")
        criterion = next(c for c in screen.card["criteria"] if c["spans"])
        row = screen.answer[: criterion["spans"][0]["start"]].count("\n")
        column = criterion["spans"][0]["start"] - (screen.answer.rfind("\n", 0, criterion["spans"][0]["start"]) + 1)
        screen.query_one("#own", MarkedText).move_cursor((row, column))
        await pilot.pause()
        assert criterion["claim"][:40] in shown(pilot.app).replace("\n", " ")


async def test_wrong_arithmetic_is_told_with_the_right_value(stage: Stage) -> None:
    async with card(stage, (120, 60), "\n10M payments/day = 11,600/s") as (_, pilot):
        assert "should be 116/s" in shown(pilot.app) and "off by ×100" in shown(pilot.app)


async def test_what_was_looked_for_stands_beside_ones_own_on_request(stage: Stage) -> None:
    async with card(stage, (120, 40)) as (_, pilot):
        assert "a strong answer" not in shown(pilot.app)
        await pilot.press("v")
        text = shown(pilot.app)
        assert "a strong answer" in text and "Charge, full and partial refunds" in text
        assert "# What was to be scoped" in text and "Card numbers never reach our servers" in text
        await pilot.press("escape")
        assert "a strong answer" not in shown(pilot.app) and isinstance(pilot.app.screen, ScorecardScreen)


@pytest.mark.parametrize(("size", "room"), [((80, 24), 76), ((120, 40), 56)])
async def test_sums_and_picture_of_the_reference_fit_their_lines(stage: Stage, size: tuple[int, int], room: int) -> None:
    async with card(stage, size) as (screen, pilot):
        await pilot.press("v")
        model = screen.query_one("#model", MarkedText)
        kept = [line for line in model.text.split("\n") if line.startswith("    ")]
        assert len(kept) > 20 and max(map(len, kept)) <= room <= model.wrap_width
        assert "    payments = 10M payments/day" in kept[0] and kept[0].endswith("  116 payments/s")
        assert model.text.rstrip().endswith(stage.assessor.catalogue.model_answer(PROBLEM).rstrip())


async def test_again_and_next_lead_to_a_briefing(stage: Stage) -> None:
    async with card(stage) as (_, pilot):
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefingScreen))
        assert "Payment system" in shown(pilot.app).split("\n")[0]
        await pilot.press("escape")
        pilot.app.next_problem()
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefingScreen))
        assert "Payment system" not in shown(pilot.app).split("\n")[0]


async def test_again_keeps_the_length(stage: Stage) -> None:
    coach = stage.coach()
    sitting = coach.start(PROBLEM, minutes=35)
    sitting.do(cmd.Begin())
    sitting.draft("requirements", ANSWER["requirements"])
    sitting.do(cmd.End())
    coach.finish(sitting)
    coach.records.flush()
    async with stage.open() as (app, pilot):
        app.open_review(sitting.id)
        await until(pilot, lambda: isinstance(app.screen, ScorecardScreen))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, BriefingScreen))
        assert "Time     35 minutes" in shown(app)


async def test_resizing_keeps_the_place(stage: Stage) -> None:
    async with card(stage) as (screen, pilot):
        await pilot.press("down", "down", "down")
        before = screen.query_one("#card").highlighted
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen.query_one("#card").highlighted == before and "## Requirements" in shown(pilot.app)


def lines_of_card(screen: ScorecardScreen) -> list[str]:
    """The list as it can be seen now, without what stands above and below it and without the sign of the chosen row."""
    card = screen.query_one("#card", LongList)
    rows = shown(screen.app).split("\n")
    return [row[: screen.size.width - 2].strip(" ▸") for row in rows[card.content_region.y : card.content_region.bottom]]


async def test_pages_go_through_the_whole_card_and_home_shows_its_very_top(stage: Stage) -> None:
    async with card(stage) as (screen, pilot):
        top, seen = lines_of_card(screen), set(lines_of_card(screen))
        assert top[0] == screen._rows[0].shown.plain
        pages = 1
        for _ in range(40):
            before = lines_of_card(screen)
            await pilot.press("pagedown")
            if lines_of_card(screen) == before:
                break
            pages += 1
            assert set(before) & set(lines_of_card(screen)), "nothing is passed by"
            seen |= set(lines_of_card(screen))
        assert pages > 3
        for row in screen._rows:
            for told in row.shown.plain.split("\n"):
                assert not told.strip("█░ ") or any(told.strip()[:30] in one for one in seen), told
        back = 1
        while lines_of_card(screen) != top:
            await pilot.press("pageup")
            back += 1
            assert back < 40
        await pilot.press("end", "home")
        assert lines_of_card(screen) == top
        for key in ("up", "pageup", "home"):
            await pilot.press(key)
            assert lines_of_card(screen) == top, "nothing goes round"


async def test_down_goes_through_what_cannot_be_chosen_line_by_line_and_up_comes_back(stage: Stage) -> None:
    async with card(stage) as (screen, pilot):
        top = lines_of_card(screen)
        await pilot.press("down")
        assert lines_of_card(screen)[:-1] == top[1:]
        await pilot.press(*["down"] * 40)
        assert lines_of_card(screen)[0] not in top
        await pilot.press(*["up"] * 50)
        assert lines_of_card(screen) == top
        await pilot.press("end", "down", "down")
        assert screen.query_one("#card").highlighted == max(i for i, row in enumerate(screen._rows) if row.detail)


async def test_what_is_long_is_wrapped_and_not_cut(stage: Stage) -> None:
    async with card(stage) as (screen, _):
        told = [" ".join(row.shown.plain.split()) for row in screen._rows]
        asked = [c["probe"] for c in screen.card["criteria"] if c["id"] in screen.card["to_next_band"]["criteria"]]
        assert all(f"› {' '.join(one.split())}" in told for one in asked)
        assert not [one for one in told if "…" in one]
        for c in screen.card["criteria"]:
            assert any(set(c["claim"].split()) <= set(one.split()) for one in told)
        assert max(len(part) for row in screen._rows for part in row.shown.plain.split("\n")) <= 76


async def test_the_evidence_can_be_read_to_its_end_by_keys_that_the_footer_tells(stage: Stage) -> None:
    async with card(stage, (80, 24)) as (screen, pilot):
        longest = max(
            (i for i, row in enumerate(screen._rows) if row.spans), key=lambda i: sum(len(c) for c in screen._rows[i].detail)
        )
        screen.query_one("#card").highlighted = longest
        assert "enter evidence" in shown(pilot.app)
        await pilot.press("enter")
        detail = screen.query_one("#detail-scroll")
        assert detail.has_focus and "↑↓ pgdn scroll   tab figures" in shown(pilot.app).split("\n")[-1]
        screen._explain([*screen._rows[longest].detail] * 4)
        await pilot.press(*["pagedown"] * 5)
        assert detail.scroll_y == detail.max_scroll_y > 0
        await pilot.press("tab", "tab")
        assert screen.query_one("#own").has_focus and "tab evidence" in shown(pilot.app).split("\n")[-1]
        await pilot.press("escape")
        assert screen.query_one("#card").has_focus


async def test_what_lowered_the_delivery_is_told_under_it(stage: Stage) -> None:
    async with card(stage, (80, 60)) as (_, pilot):
        text = " ".join(shown(pilot.app).split())
        assert "Delivery is how the time was used, a twentieth of the grade. Lowered by: Deep dive got only 5:00 of 19:00" in text
        assert "Next time: stay 12:00 or longer in Deep dive." in text


async def test_what_to_read_has_a_title_and_an_address(stage: Stage) -> None:
    async with card(stage) as (screen, pilot):
        await pilot.press("end")
        text = " ".join(shown(pilot.app).split())
        assert "To read on" in text and "https://newsletter.systemdesign.one/p/saga-design-pattern" in text
        read = [line.plain for row in screen._rows for line in row.detail if line.plain.startswith("Read: ")]
        assert any("Stripe Idempotent API" in one for one in read) and all(re.match(r"Read: .+\S, https://", one) for one in read)


async def test_enter_leads_to_the_first_criterion_and_then_to_its_evidence(stage: Stage) -> None:
    async with card(stage) as (screen, pilot):
        assert shown(pilot.app).split("\n")[-1].startswith(" enter criteria   tab answer   v reference")
        await pilot.press("enter")
        first = next(i for i, row in enumerate(screen._rows) if row.detail)
        assert screen.query_one("#card").highlighted == first and "enter evidence" in shown(pilot.app)
        await pilot.press("enter")
        assert screen.query_one("#detail-scroll").has_focus


@pytest.mark.parametrize("key", ["a", "n"])
async def test_the_way_back_from_a_briefing_leads_to_the_scorecard(stage: Stage, key: str) -> None:
    async with card(stage) as (screen, pilot):
        await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefingScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefingScreen))
        await pilot.press("enter")
        await stage.seated(pilot.app, pilot)
        assert screen not in pilot.app.screen_stack, "nothing waits under a sitting but home"


async def test_where_there_is_room_for_one_the_strong_answer_and_ones_own_take_turns(stage: Stage) -> None:
    async with card(stage) as (screen, pilot):
        await pilot.press("v")
        assert "v your answer" in shown(pilot.app).split("\n")[-1]
        await pilot.press("v")
        assert screen.query_one("#own").has_focus and "v reference" in shown(pilot.app).split("\n")[-1]
        await pilot.press("v", "escape")
        assert screen.query_one("#card").has_focus and screen.query_one("#figures").display


async def test_a_card_is_exported_to_a_new_file_that_is_asked_for(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with card(stage) as (screen, pilot):
        await pilot.press("x", "enter")
        (written,) = tmp_path.glob("*.md")
        await until(pilot, lambda: "Written to" in shown(pilot.app))
        assert written.name.startswith("payment-system-") and "## Scorecard" in written.read_text(encoding="utf-8")
        before = written.read_bytes()
        screen.action_export(written.name)
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: "exists already" in shown(pilot.app).replace("\n", " "))
        assert written.read_bytes() == before
        await pilot.press("ctrl+a", "ctrl+k", *"card.html", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert "<!doctype html>" in (tmp_path / "card.html").read_text(encoding="utf-8")


def test_points_line_up_and_what_hints_took_is_told(stage: Stage) -> None:
    answer = stage.assessor.catalogue.model_answer(PROBLEM)
    body = stage.assessor.score(PROBLEM, answer).to_json()
    helped, replied, *_ = [c for c in body["criteria"] if c["tier"] == 3]
    helped |= {"credit": 0.6, "points": helped["of"] * 0.6}
    replied |= {"replied": "I would retry", "points": replied["of"] * 0.85}
    told = [row for row in rows(body, answer, {}, 76) if re.match("[○●]{3}  ", row.shown.plain) and row.detail]
    ends = [row.shown.plain.split("\n")[0] for row in told]
    assert {len(end) for end in ends} == {75} and all(re.search(r"  \d\.\d of \d\.\d$", end) for end in ends)
    assert sum("  after hints  " in end for end in ends) == 1 and sum("  said aloud  " in end for end in ends) == 1
    details = "\n".join(line.plain for row in told for line in row.detail)
    assert "Counts for 60%, because of hints." in details and "because it was said to the interviewer" in details


async def test_the_dots_are_explained_in_the_words_of_the_evidence(stage: Stage) -> None:
    async with card(stage, (80, 60)) as (screen, pilot):
        assert "●○○ mentioned, ●●○ explained, ●●● bound to a number or trade-off" in shown(pilot.app)
        assert any(") explained" in one or "”  explained" in one for row in screen._rows for one in (d.plain for d in row.detail))


async def test_what_a_slip_was_read_as_is_told(stage: Stage) -> None:
    async with card(stage, extra=" [We keep idempotncy keys, [/x].") as (screen, _):
        (told,) = [row for row in screen._rows if row.shown.plain.startswith("read “")]
        assert told.shown.plain == "read “idempotncy” as “idempotency”" and not told.detail


def test_what_is_no_criterion_is_not_among_those_to_show() -> None:
    answer = "\n\n".join(f"## {phase}\n{text}" for phase, text in ANSWER.items())
    card = score(PROBLEM, answer).to_json()
    asked = [criterion["id"] for criterion in card["criteria"][:2]]
    step = {"band": "hire", "criteria": asked, "needs": ["write out Deep dive: hardly anything stands there"], "flags": []}
    told = [row.shown.plain for row in rows(card | {"to_next_band": step}, answer, {}, 80)]
    head = next(i for i, text in enumerate(told) if text == "To hire")
    assert told[head + 1].startswith("! write out")
    assert told[head + 2] == "and show these 2" and told[head + 3].startswith("› ")
