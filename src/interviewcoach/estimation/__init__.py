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
    from interviewcoach.estimation.completion import Completion as Completion
    from interviewcoach.estimation.completion import complete as complete
    from interviewcoach.estimation.faults import SheetError as SheetError
    from interviewcoach.estimation.judging import Expectation as Expectation
    from interviewcoach.estimation.judging import Judgement as Judgement
    from interviewcoach.estimation.judging import judge_estimates as judge_estimates
    from interviewcoach.estimation.reference import Section as Section
    from interviewcoach.estimation.reference import reference_card as reference_card
    from interviewcoach.estimation.sheet import LineResult as LineResult
    from interviewcoach.estimation.sheet import evaluate_sheet as evaluate_sheet
    from interviewcoach.estimation.whatif import Influence as Influence
    from interviewcoach.estimation.whatif import WhatIf as WhatIf
    from interviewcoach.estimation.whatif import sensitivity as sensitivity
    from interviewcoach.estimation.whatif import what_if as what_if

_HOMES = {
    "claims": ("Claim", "check_claims", "check_line_claims"),
    "completion": ("Completion", "complete"),
    "faults": ("SheetError",),
    "judging": ("Expectation", "Judgement", "judge_estimates"),
    "reference": ("Section", "reference_card"),
    "sheet": ("LineResult", "evaluate_sheet"),
    "whatif": ("Influence", "WhatIf", "sensitivity", "what_if"),
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
