"""Clarifying questions by strangers, each with the topic that answers it: at least nine in ten are answered by the right
one, hardly any by a wrong one; the others get the honest reply."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from one_assessor import assessor

from interviewcoach.interview.interviewer import RuleInterviewer

ASSESSOR = assessor()
HERE = Path(__file__).parents[1] / "calibration"


def topics(interviewer: RuleInterviewer, question: str) -> set[str]:
    """What the interviewer took the question for; "none" where it says that nothing is fixed."""
    found = set()
    for answer in interviewer.ask(question):
        fixed = answer.topic or ("declined" if answer.kind == "declined" else "none")
        found.add(fixed)
    return found


# the first set guided the wordings; the second was written afterwards by somebody who knew only topics and answers; the third
# and fourth came later still and were looked at after they had been measured once, the fifth never was; the last holds wishes
# that no topic answers
@pytest.mark.parametrize(
    ("folder", "right_at_least", "wrong_at_most"),
    [
        ("questions", 0.95, 0.03),
        ("strangers", 0.91, 0.045),
        ("newcomers", 0.89, 0.03),
        ("secondcomers", 0.92, 0.04),
        ("outside", 0.95, 0.05),
    ],
)
def test_most_questions_reach_their_topic_and_few_a_wrong_one(folder: str, right_at_least: float, wrong_at_most: float) -> None:
    right = wrong = count = 0
    told = []
    for path in sorted((HERE / folder).glob("*.yaml")):
        interviewer = ASSESSOR.interviewer(path.stem)
        open_ones = {one.topic for one in interviewer.problem.interviewer.unknown}
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            named = row["topic"] if isinstance(row["topic"], list) else [row["topic"]]
            wanted = {"none" if topic is None or topic in open_ones else str(topic) for topic in named}
            got = topics(interviewer, row["ask"])
            count += 1
            if got - wanted - {"none"}:
                wrong += 1
                told.append((path.stem, row["ask"], got, wanted))
            elif wanted <= got:
                right += 1
    assert count >= 120
    assert right >= right_at_least * count and wrong <= wrong_at_most * count, (right, wrong, count, told)
