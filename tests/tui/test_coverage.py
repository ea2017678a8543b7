"""The coverage panel: what it names, its columns, its pages."""

from __future__ import annotations

from stage import ANSWER, Stage, shown, until

from interviewcoach.tui.widgets.coverage import CoveragePanel


async def test_coverage_names_what_was_shown_and_nothing_else(stage: Stage) -> None:
    async with stage.sitting(size=(120, 40)) as (screen, pilot):
        screen.answer.text = ANSWER["deep_dive"]
        await pilot.press("f5")
        await until(pilot, lambda: "Shown so far" in shown(pilot.app))
        text = shown(pilot.app)
        assert "Idempotency at scale" in text and "Ledger accounting" not in text


async def test_the_columns_of_the_coverage_stand_beside_its_scrollbar(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = " ".join(ANSWER.values())
        await pilot.press("f5")
        await until(pilot, lambda: "Criteria" in shown(pilot.app))
        assert screen.query_one("#coverage").show_vertical_scrollbar
        assert "Criteria mentioned explained" in shown(pilot.app)


async def test_the_key_of_the_coverage_turns_its_pages_then_closes_it(stage: Stage) -> None:
    async with stage.sitting() as (screen, pilot):
        screen.answer.text = " ".join(ANSWER.values())
        await pilot.press("f5")
        await until(pilot, lambda: "Criteria" in shown(pilot.app) and "f5 more" in shown(pilot.app))
        panel, seen = screen.query_one(CoveragePanel), shown(pilot.app)
        assert "Mentioned is no grade" in seen and "counts for less" in seen and "f5 closes" not in seen
        for _ in range(9):
            if not panel.has_more:
                break
            await pilot.press("f5")
        assert "f5 closes" in shown(pilot.app) and screen.answer.has_focus
        await pilot.press("f5")
        assert not screen.panel and panel.scroll_y == 0
