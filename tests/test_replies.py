"""What is shown only in a reply to the interviewer earns its points with a quotation of that reply."""

from __future__ import annotations

from pathlib import Path

from interviewcoach import load_catalogue
from interviewcoach.assessment import Assessor
from interviewcoach.content.ids import LEVEL_IDS
from interviewcoach.interview.protocol import Reply, Submission
from interviewcoach.reports.scorecard_text import scorecard_text

ANSWER = "## Requirements\n\nPeople shorten links and follow them.\n\n## Deep dive\n\nThe table is keyed by the code.\n"
SAID = "Redis cache-aside in front of the database: on a miss we load the link, TTL a day, a 90% hit ratio leaves 1.2k reads/s."


def submitted(*said: str) -> Submission:
    replies = tuple(Reply(f"probe-{i}", text, "") for i, text in enumerate(said))
    return Submission(problem="url-shortener", answer=ANSWER, level="senior", replies=replies)


def test_a_point_from_a_reply_quotes_it() -> None:
    assessor = Assessor(load_catalogue())
    silent, card = assessor(submitted()), assessor(submitted("No idea.", SAID))
    before = {c["id"]: c["points"] for c in silent["criteria"]}
    won = [c for c in card["criteria"] if c["points"] > before[c["id"]]]
    assert won and all(c["replied"] == SAID for c in won)
    assert not any(c["replied"] for c in card["criteria"] if c not in won)
    assert f"“{SAID}” (said to the interviewer)" in scorecard_text(card, ANSWER, "URL shortener", {})


def test_a_long_reply_is_cut_and_another_line_of_it_is_not_quoted() -> None:
    assessor = Assessor(load_catalogue())
    card = assessor(submitted(f"Hm.\n{SAID} {'And so on. ' * 40}\nDone."))
    quoted = {c["replied"] for c in card["criteria"]} - {""}
    assert quoted and all(len(text) == 160 and text.endswith("…") and "\n" not in text for text in quoted)


def test_how_the_time_was_used_counts_alike_at_every_level() -> None:
    """An answer near the start of a band: pace lowers it for all levels or for none."""
    assessor = Assessor(load_catalogue())
    answer = (Path(__file__).parent / "calibration" / "url-shortener" / "strong.md").read_text("utf-8")
    verdicts = []
    for level in LEVEL_IDS:
        handed_in = Submission(problem="url-shortener", answer=answer, level=level, replies=(), delivery=0.0)
        card = assessor(handed_in)
        assert card["verdicts"][level] == card["verdict"]
        verdicts.append(card["verdicts"])
    assert verdicts[0] == verdicts[1] == verdicts[2]


def test_a_reply_about_nothing_takes_no_mistake_back() -> None:
    assessor = Assessor(load_catalogue())
    paths = sorted((Path(__file__).parent / "calibration" / "thirty-first").glob("*/flawed.md"))[:4]
    assert len(paths) == 4
    for path in paths:
        slug, answer = path.parent.name, path.read_text("utf-8")
        silent, asked = (
            assessor(Submission(problem=slug, answer=answer, level="senior", replies=said))
            for said in ((), (Reply("probe-0", "No idea.", ""),))
        )
        assert [c["tier"] for c in silent["criteria"]] == [c["tier"] for c in asked["criteria"]]
