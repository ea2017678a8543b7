"""Whatever is typed, the answer is a result or a sentence, at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

from interviewcoach.estimation import SheetError, evaluate_sheet


@pytest.mark.parametrize(
    "text",
    [
        "9**9**9",
        "9" * 10_000,
        "2^" * 200 + "2",
        "(" * 249 + "1" + ")" * 249,
        "max(" * 100 + "1",
        "().__class__.__bases__",
        "open('/etc/passwd')",
        "lambda x: 0",
        "a = b\nb = a",
        "a = 1\na = 2",
        "day = 5",
        "\n".join(f"line{n} = {n} users" for n in range(500)),
        "\x00",
        "5 \N{PILE OF POO}",
    ],
)
def test_is_refused_in_one_sentence(text: str) -> None:
    result = evaluate_sheet(text)[-1]
    assert result.error
    assert "\n" not in result.error
    assert len(result.error) < 200


def test_long_chains_within_the_limit_are_calculated() -> None:
    assert evaluate_sheet("1" + "+1" * 249)[0].value == 250
    assert evaluate_sheet("-" * 499 + "1")[0].value == -1


def test_longest_sheet_is_calculated_and_one_line_more_is_refused() -> None:
    lines = ["a0 = 1 users", *(f"a{n} = a{n - 1} + 1 users" for n in range(1, 200))]
    assert evaluate_sheet("\n".join(lines))[-1].text == "200 users"
    refused = evaluate_sheet("\n".join([*lines, "5"]))
    assert [(result.line, result.error) for result in refused] == [(201, "this sheet has 201 lines: 200 is the most, split it")]


def test_error_survives_a_worker_process() -> None:
    import pickle

    fault = pickle.loads(pickle.dumps(SheetError("no", 3, "do so")))
    assert (fault.what, fault.column, fault.mend, str(fault)) == ("no", 3, "do so", "column 3: no; do so")


def test_importing_the_package_loads_none_of_it() -> None:
    program = (
        "import sys, interviewcoach.estimation as e; before = 're' in sys.modules; "
        "e.evaluate_sheet('1 + 1'); print(before, 'dataclasses' in sys.modules, 'pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "False"]
