"""Shares near all: of 99.8% and 99.99% the lost parts are compared, which differ by twenty."""

from __future__ import annotations

from interviewcoach.estimation.claims.amounts import Amount
from interviewcoach.estimation.claims.scanning import NUMBER, Token
from interviewcoach.estimation.claims.sides import Side
from interviewcoach.estimation.claims.vocabulary import Reading

_NEARLY_ALL = 0.9


def shares_near_all(left: Side, said: Amount | None) -> list[Reading]:
    """What a sum comes to that is told to be 90 percent or more, where it is so much."""
    if said is None or said.unit != "%" or not _NEARLY_ALL <= said.number / 100 < 1:
        return []
    return [r for r in left.readings if not r.data and not r.time and _NEARLY_ALL <= r.strict < 1]


def lost_parts(ours: float, said: Amount) -> float:
    """How many times as much is lost as was said; 1 where what was said is the sum, rounded to its digits."""
    digits = len(f"{said.number:.12g}".partition(".")[2])
    if round(ours * 100, digits) == round(said.number, digits):
        return 1.0
    return (1 - ours) / (1 - said.number / 100)


def is_of_parallel_parts(left: Side, said: Amount) -> bool:
    """`99% × 99% = 99.99%`: wrong as a product, and right where both have to fail."""
    least = min(reading.strict for reading in left.readings)
    lost = 1 - said.number / 100
    return 0.8 < least / lost < 1.25


def holds_such_a_share(left: Side, tokens: list[Token]) -> bool:
    """Is any number of the sum one itself? `45 of 48` is roughly any share."""
    within = [(at, token) for at, token in enumerate(tokens) if left.start <= token.start < left.end and token.kind == NUMBER]
    return any(_NEARLY_ALL <= _as_share(tokens, at) < 1 or token.value == 1 for at, token in within)


def _as_share(tokens: list[Token], at: int) -> float:
    percent = at + 1 < len(tokens) and tokens[at + 1].text == "%"
    return tokens[at].value / 100 if percent else tokens[at].value
