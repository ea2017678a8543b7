"""Why an example of a rubric shows less than its author wants, found by trying it without what may stand in its way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from interviewcoach.scoring.compiled import CompiledCriterion, CompiledFlag, CompiledRubric
from interviewcoach.scoring.evidence import Evidence, gather
from interviewcoach.scoring.holding import NEAR_EXPLAIN, held_in
from interviewcoach.scoring.rejection import CUES
from interviewcoach.scoring.stuffing import Suspicion
from interviewcoach.scoring.words import stem

Reason = tuple[str, str]  # why, and what mends it
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DECLINED = "say it otherwise, or put `?` in `say` before what may be declined"


def tier_of(compiled: CompiledRubric, text: str, criterion: str) -> int:
    """What the criterion's own wordings see, whether or not others leave it room."""
    shown = gather(compiled, text).shown.get(criterion)
    return shown.most if shown else 0


def why_too_little(compiled: CompiledRubric, criterion: CompiledCriterion, text: str) -> Reason:
    """Why an example reaches a lower tier than it is to reach."""
    name = criterion.source.id
    evidence = gather(compiled, text)
    reached = evidence.shown[name].most if name in evidence.shown else 0
    for word, rest in _without_cues(text):
        if tier_of(compiled, rest, name) > reached:
            return f"'{word}' declines what is mentioned", _DECLINED
    if criterion.unless and tier_of(_with_criterion(compiled, replace(criterion, unless=0)), text, name) > reached:
        return "`unless` takes it back", "narrow `unless`"
    if reached == 0:
        return "nothing of `say` or `show` holds", "widen `say`"
    if reached == 2:
        return "nothing of `deepen` holds in its sentence or beside it", "widen `deepen`"
    if not _explained(compiled, criterion, evidence):
        return "it is mentioned, but nothing of `explain` or `show` holds beside it", "widen `explain`"
    if any(spot.doubt is Suspicion.LIST for _, block in evidence.blocks for spot in block):
        return "it stands in a bare list of terms, which is a mention", "write a sentence that says something of it"
    return "it asks, or tells of others, which is a mention", "write it as what is done"


def why_silent(compiled: CompiledRubric, flag: CompiledFlag, text: str) -> Reason:
    """Why an example of a mistake does not raise its flag."""
    for eased, why, mend in (
        (replace(flag, unless=0), "`unless` excuses it", "narrow `unless`"),
        (replace(flag, unless_anywhere=0), "`unless_anywhere` excuses it", "narrow `unless_anywhere`"),
        (replace(flag, anywhere=0), "nothing of `anywhere` holds", "widen `anywhere`"),
    ):
        if eased != flag and _fires(_with_flag(compiled, eased), text, flag):
            return why, mend
    for word, rest in _without_cues(text):
        if _fires(compiled, rest, flag):
            return f"'{word}' declines what is mentioned", _DECLINED
    return "nothing of `say` holds", "widen `say`"


def _without_cues(text: str) -> Iterator[tuple[str, str]]:
    """Each word that may decline something, and the text without it."""
    for found in _WORD.finditer(text):
        if stem(found[0].lower().replace("’", "'")) in CUES:
            yield found[0], f"{text[: found.start()]}{text[found.end() :].lstrip()}"


def _explained(compiled: CompiledRubric, criterion: CompiledCriterion, evidence: Evidence) -> bool:
    for _, block in evidence.blocks:
        held = held_in(compiled.sieve, block)
        for i, named in enumerate(held.around):
            if named & criterion.show or (named & criterion.say and held.near(i, criterion.explain, NEAR_EXPLAIN)):
                return True
    return False


def _fires(compiled: CompiledRubric, text: str, flag: CompiledFlag) -> bool:
    return flag.source.id in gather(compiled, text).flags


def _with_criterion(compiled: CompiledRubric, criterion: CompiledCriterion) -> CompiledRubric:
    others = tuple(criterion if one.source.id == criterion.source.id else one for one in compiled.criteria)
    return replace(compiled, criteria=others, memory={})


def _with_flag(compiled: CompiledRubric, flag: CompiledFlag) -> CompiledRubric:
    others = tuple(flag if one.source.id == flag.source.id else one for one in compiled.flags)
    return replace(compiled, flags=others, memory={})
