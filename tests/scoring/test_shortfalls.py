"""An example that shows too little is told with its real reason, which is often a rule and no missing wording."""

from __future__ import annotations

from typing import Any

import pytest

from interviewcoach.content.models import Criterion, Framework, RedFlag, Rubric
from interviewcoach.scoring.checks import behaviour_complaints

FRAMEWORK = Framework.model_construct(phases=(), criteria=(), red_flags=())
CRITERION = {
    "id": "repeats-ignored", "claim": "c", "phase": "deep_dive", "probe": "p?", "hint": "h", "learn": ["l"], "no": [],
    "say": ["event + duplicate"], "explain": ["unique id"], "deepen": ["stale"], "unless": ["by hand"], "yes": [],
}  # fmt: skip
FLAG = {
    "id": "twice-is-fine", "claim": "c", "why": "w", "say": ["event + twice + harmless"], "unless": ["counter"],
    "unless_anywhere": ["unique id"], "anywhere": ["billing"], "yes": ["x"], "no": ["y"],
}  # fmt: skip


def told(statement: str = "", **parts: Any) -> list[tuple[str, str]]:
    rubric = Rubric.model_construct(problem="p", groups=(), **{"criteria": (), "red_flags": (), **parts})
    return [(c.what, c.mend) for c in behaviour_complaints(rubric, FRAMEWORK, {}, statement, "", {})]


@pytest.mark.parametrize(
    ("text", "tier", "why", "mend"),
    [
        ("Duplicate events are dropped by their unique id", 0, "'dropped' declines what is mentioned", "say it otherwise"),
        ("We skip duplicate events by their unique id", 0, "'skip' declines what is mentioned", "put `?` in `say`"),
        ("No duplicate event because of the unique id", 0, "'No' declines", "say it otherwise"),
        ("Duplicate events are bad news for everybody", 1, "nothing of `explain` or `show` holds beside it", "widen `explain`"),
        ("duplicate, event, unique id, gate, barrier, plate", 1, "a bare list of terms", "write a sentence"),
        ("Shall a duplicate event be found by a unique id?", 1, "it asks, or tells of others", "write it as what is done"),
        ("Bananas are yellow and bent", 0, "nothing of `say` or `show` holds", "widen `say`"),
        ("Duplicate events are found by their unique id, by hand", 0, "`unless` takes it back", "narrow `unless`"),
    ],
)
def test_a_criterion(text: str, tier: int, why: str, mend: str) -> None:
    found = told(criteria=(Criterion.model_validate({**CRITERION, "yes": [text]}),))
    ((what, cure),) = found
    assert f"'repeats-ignored': this `yes` reaches tier {tier}, not 2: " in what
    assert why in what and mend in cure


def test_depth_that_is_missing() -> None:
    yes = {"text": "Duplicate events are found by their unique id", "tier": 3}
    ((what, mend),) = told(criteria=(Criterion.model_validate({**CRITERION, "yes": [yes]}),))
    assert what.endswith("reaches tier 2, not 3: nothing of `deepen` holds in its sentence or beside it")
    assert mend == "widen `deepen`"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("For billing an event counted twice is harmless, there is a counter", "`unless` excuses it"),
        ("For billing an event counted twice is harmless. Each has a unique id", "`unless_anywhere` excuses it"),
        ("An event counted twice is harmless", "nothing of `anywhere` holds"),
        ("For billing an event counted twice is never harmless", "'never' declines what is mentioned"),
        ("For billing nothing happens", "nothing of `say` holds"),
    ],
)
def test_a_mistake(text: str, why: str) -> None:
    found = told(red_flags=(RedFlag.model_validate({**FLAG, "yes": [text], "no": ["bananas"]}),))
    assert [what for what, _ in found] == [f"'twice-is-fine': this `yes` does not fire: {why}"]


def test_a_statement_that_tells_too_much_names_what_it_tells() -> None:
    criterion = Criterion.model_validate({**CRITERION, "yes": []})
    ((what, _),) = told("Each duplicate event is found by its unique id.", criteria=(criterion,))
    assert "% of the rubric: 'repeats-ignored' by \"duplicate event" in what
