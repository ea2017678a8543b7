"""Laws of the language, on generated input. `benchmarks/estimation.py` runs them on many more examples."""

from __future__ import annotations

import os
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewcoach.estimation import SheetError, evaluate_sheet
from interviewcoach.estimation.display import show
from interviewcoach.estimation.evaluator import evaluate
from interviewcoach.estimation.nouns import plural, singular
from interviewcoach.estimation.parser import parse_line
from interviewcoach.estimation.quantity import Quantity, add, combine, divide, multiply, power
from interviewcoach.estimation.units import UNITS

EXAMPLES = settings(max_examples=int(os.environ.get("ESTIMATION_EXAMPLES", "300")), deadline=None, derandomize=True)

pieces = st.sampled_from(
    "500M users tweets/s * / + - ^ ( ) = to per of x x3 % $ 5 1,000 1e9 9**9 min max( log2( four nines GB "
    "/day · ² a an b m B 2B k # // €5 .5 5. é sqrt( in $/year MB/s 0 1/0 QPS 1h30m 30 min yers 10% fps".split()
)
soup = st.lists(st.tuples(pieces, st.sampled_from(["", " "])), max_size=16).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
dimensions = st.dictionaries(
    st.sampled_from(["byte", "time", "usd", "user", "query", "box", "cache"]),
    st.integers(-2, 2).filter(bool),
    max_size=3,
)
magnitudes = st.floats(1e-3, 1e14).flatmap(lambda size: st.sampled_from([size, -size]))
quantities = st.builds(Quantity, magnitudes, dimensions)


@EXAMPLES
@given(st.one_of(st.text(max_size=60), st.text(string.printable, max_size=60), soup))
def test_any_text_is_a_statement_or_a_sheet_error(text: str) -> None:
    try:
        statement = parse_line(text)
    except SheetError as fault:
        assert 0 <= fault.column <= len(text) + 1
        return
    if statement is not None:
        try:
            evaluate(statement.expression, lambda name: None)
        except SheetError as fault:
            assert 0 <= fault.column <= len(text) + 1


@EXAMPLES
@given(quantities)
def test_what_is_printed_reads_back(quantity: Quantity) -> None:
    text = show(quantity)
    if not quantity.dims and text.endswith("B"):
        text = text[:-1] + "bn"  # a plain `4.29B` is the one text that a sheet reads as bytes
    result = evaluate_sheet(text)[0]
    assert result.error is None
    assert dict(result.dims) == dict(quantity.dims)
    assert result.value == pytest.approx(quantity.value, rel=0.0051)


@EXAMPLES
@given(quantities, quantities)
def test_dimensions_are_sound(left: Quantity, right: Quantity) -> None:
    assert multiply(left, right).dims == multiply(right, left).dims
    assert divide(multiply(left, right), right).dims == left.dims
    assert divide(left, left).dims == {}
    assert combine(left.dims, right.dims, -1) == power(divide(right, left), Quantity(-1.0, {})).dims
    assert power(left, Quantity(2.0, {})).dims == multiply(left, left).dims
    assert 0 not in multiply(left, right).dims.values()
    if left.dims == right.dims:
        assert add(left, right).dims == left.dims
    else:
        with pytest.raises(SheetError, match="can't add"):
            add(left, right)


@EXAMPLES
@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), st.integers(1, 999))
def test_any_unit_converts_there_and_back(one: str, other: str, count: int) -> None:
    if not UNITS[one].dims or UNITS[one].dims != UNITS[other].dims:
        return
    there = evaluate_sheet(f"{count} {one} to {other}")[0]
    back = evaluate_sheet(f"{there.text} to {one}")[0]
    assert there.error is None
    assert there.value == pytest.approx(count * UNITS[one].scale)
    assert back.value == pytest.approx(there.value, rel=0.0051)


@EXAMPLES
@given(st.from_regex(r"[a-z]{3,9}", fullmatch=True))
def test_a_plural_leads_back_to_its_noun(word: str) -> None:
    noun = singular(word)
    assert singular(plural(noun)) == singular(noun)


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("query", "queries"), ("box", "boxes"), ("cache", "caches"), ("batch", "batches"), ("index", "indexes"),
        ("movie", "movies"), ("address", "addresses"), ("status", "statuses"), ("database", "databases"),
        ("photo", "photos"), ("person", "people"), ("key", "keys"), ("use", "uses"), ("response", "responses"),
        ("sms", "sms"), ("process", "processes"), ("replay", "replays"), ("analysis", "analysis"),
    ],
)  # fmt: skip
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many
    assert singular(many) == noun
