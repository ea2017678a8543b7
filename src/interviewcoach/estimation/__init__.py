"""How big it is: quantities, the worksheet language, and checks of arithmetic. Pure; loads what is asked for.

evaluate_sheet(text)            one LineResult for each line of a worksheet
check_claims(text)              the computed claims in an answer, right and wrong
judge_estimates(...)            a candidate's worksheet against a problem's reference
sensitivity(...), what_if(...)  which input moves a result most, and what moves with a change
complete(...)                   names and units that fit at the cursor
reference_card()                numbers worth knowing by heart
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it; importing typing would cost more than all the rest of this module

if TYPE_CHECKING:
    from interviewcoach.estimation.claims import Claim as Claim
    from interviewcoach.estimation.claims import check_claims as check_claims
    from interviewcoach.estimation.claims import check_line_claims as check_line_claims
    from interviewcoach.estimation.faults import SheetError as SheetError
    from interviewcoach.estimation.sheet import LineResult as LineResult
    from interviewcoach.estimation.sheet import evaluate_sheet as evaluate_sheet

_HOMES = {
    "claims": ("Claim", "check_claims", "check_line_claims"),
    "faults": ("SheetError",),
    "sheet": ("LineResult", "evaluate_sheet"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __dir__() -> list[str]:
    return sorted(_HOME_OF)


def __getattr__(name: str) -> object:
    """Modules are loaded when they are first used: scoring needs no worksheet, and --help needs nothing."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
