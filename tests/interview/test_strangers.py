"""Clarifying questions by strangers, each with the topic that answers it: at least nine in ten are answered by the right
one, hardly any by a wrong one; the others get the honest reply."""

from __future__ import annotations

from pathlib import Path

import yaml

from interviewcoach import load_catalogue
from interviewcoach.assessment import Assessor
from interviewcoach.interview.interviewer import RuleInterviewer

ASSESSOR = Assessor(load_catalogue())
FILES = sorted((Path(__file__).parents[1] / "calibration" / "questions").glob("*.yaml"))


def topics(interviewer: RuleInterviewer, question: str) -> set[str]:
    """What the interviewer took the question for; "none" where it says that nothing is fixed."""
    found = set()
    for answer in interviewer.ask(question):
        fixed = answer.topic or ("declined" if answer.kind == "declined" else "none")
        found.add(fixed)
    return found


def test_most_questions_reach_their_topic_and_few_a_wrong_one() -> None:
    right = wrong = count = 0
    told = []
    for path in FILES:
        interviewer = ASSESSOR.interviewer(path.stem)
        open_ones = {one.topic for one in interviewer.problem.interviewer.unknown}
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            wanted = row["topic"] if isinstance(row["topic"], list) else [row["topic"]]
            wanted = {"none" if topic is None or topic in open_ones else str(topic) for topic in wanted}
            got = topics(interviewer, row["ask"])
            count += 1
            if got - wanted - {"none"}:
                wrong += 1
                told.append((path.stem, row["ask"], got, wanted))
            elif wanted <= got:
                right += 1
    assert count >= 400
    assert right >= 0.9 * count and wrong <= 0.03 * count, (right, wrong, count, told)
