"""The other person in the room: answers, probes, throws in what comes up, hints. Rules and the problem's own words, no more.

Pure and deterministic: what is said depends on the situation and the seed alone. No sentence pretends to have understood
more than was matched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from interviewcoach.content.ids import LEVEL_IDS, PHASE_IDS
from interviewcoach.content.models import Concept, Problem
from interviewcoach.interview.protocol import HINT_CREDIT, LAST_HINT, Answer, Curveball, Hint, Probe, Situation, Why
from interviewcoach.interview.replies import Replies
from interviewcoach.scoring.claimed import claimed_at
from interviewcoach.scoring.compiled import CompiledRubric
from interviewcoach.scoring.evidence import Evidence, gather
from interviewcoach.scoring.facts import CriterionFacts
from interviewcoach.scoring.masking import pasted_in
from interviewcoach.scoring.phrasebook import CompiledClause
from interviewcoach.scoring.weights import DEFAULT

BEYOND_LEVEL = 0.4  # what a gap is worth that only a higher level is expected to close


@dataclass(frozen=True)
class Gap:
    """A criterion that is not shown yet, and what closing it is worth."""

    criterion: CriterionFacts
    tier: int
    value: float
    crowded: bool = False  # a sentence holds all that is asked for, and only lacks the room to carry it


class RuleInterviewer:
    """The interviewer of one problem. Meets `interview.protocol.Interviewer`."""

    def __init__(self, problem: Problem, rubric: CompiledRubric, lexicon: Mapping[str, Concept]) -> None:
        self.problem = problem
        self.rubric = rubric
        self._replies = Replies(problem, lexicon)
        self._when: dict[str, tuple[tuple[CompiledClause, str], ...]] = {
            c.source.id: tuple(zip(c.probe_said, c.source.tied_probes, strict=True)) for c in rubric.criteria
        }

    def ask(self, question: str, situation: Situation | None = None) -> tuple[Answer, ...]:
        return self._replies.to(question)

    # --- gaps ---------------------------------------------------------------------------------------------

    def gaps(self, situation: Situation, evidence: Evidence | None = None) -> list[Gap]:
        """What is missing, the most valuable first, whatever the phase; last what the answer holds and merely crowds."""
        evidence = evidence or self._evidence(situation)
        found = []
        for compiled in self.rubric.criteria:
            criterion = compiled.source
            shown = evidence.shown.get(criterion.id)
            tier = shown.tier if shown else 0
            if compiled.shared or tier >= 2:
                continue
            beyond = LEVEL_IDS.index(criterion.level) > LEVEL_IDS.index(situation.level)
            value = criterion.weight * (1 - DEFAULT.ladder[tier]) * (BEYOND_LEVEL if beyond else 1.0)
            found.append(Gap(criterion, tier, value, crowded=shown is not None and shown.crowded))
        return sorted(found, key=lambda gap: (gap.crowded, -gap.value, gap.criterion.id))

    def _evidence(self, situation: Situation) -> Evidence:
        told = [situation.answer, *(reply.text for reply in situation.replies)]
        text = "\n\n".join(part for part in told if part)
        return gather(self.rubric, text, pasted_in(text, self.rubric.statement, self.rubric.facts))

    def probe(self, situation: Situation) -> Probe | None:
        evidence = self._evidence(situation)
        asked = {*situation.probes, *situation.hints}  # a hint has asked the question, too
        gaps = [g for g in self._askable(self.gaps(situation, evidence)) if g.criterion.id not in asked]
        fresh = [gap for gap in gaps if gap.criterion.id not in situation.recent_probes]
        nearest = (fresh or gaps)[:3]
        for gap in nearest:
            tied = self._tied(gap.criterion, evidence, situation.answer)
            if tied:
                return Probe(gap.criterion.id, gap.criterion.id, tied[0], tied[1])
        if not nearest:
            return None
        return Probe(nearest[0].criterion.id, nearest[0].criterion.id, nearest[0].criterion.probe)

    def _askable(self, gaps: list[Gap]) -> list[Gap]:
        """A probe is about the design; what was not asked at the start is no longer asked for in the middle of it."""
        design = [gap for gap in gaps if gap.criterion.phase in ("high_level", "deep_dive")]
        return design or gaps

    def _tied(self, criterion: CriterionFacts, evidence: Evidence, answer: str) -> tuple[str, str] | None:
        for clause, ask in self._when.get(criterion.id, ()):
            for base, block in evidence.blocks:
                for i, spot in enumerate(block):
                    claim = claimed_at(block, i, clause)
                    if claim:
                        start, end = (base + spot.line + place for place in claim)
                        return ask, " ".join(answer[start:end].split())
        return None

    def hint(self, situation: Situation) -> Hint | None:
        """What was begun goes on, then comes what is not there at all. Nobody is sold what stands in the answer already."""
        taken = situation.hints
        gaps = [g for g in self.gaps(situation) if g.criterion.phase == situation.phase and not g.crowded]
        left = [g for g in gaps if taken.get(g.criterion.id, 0) < LAST_HINT]
        gap = min(left, key=lambda g: (not taken.get(g.criterion.id), g.tier), default=None)
        if gap is None:
            return None
        step = taken.get(gap.criterion.id, 0) + 1
        return Hint(gap.criterion.id, step, self._steps(gap.criterion, situation)[step - 1], HINT_CREDIT[step])

    def _steps(self, criterion: CriterionFacts, situation: Situation) -> tuple[str, str, str]:
        """First the question, as a nudge that comes before it points at nothing; but what was asked already is not sold again."""
        ask, nudge = criterion.probe, criterion.hint
        first, second = (nudge, ask) if criterion.id in situation.probes else (ask, nudge)
        return first, second, _idea(criterion)

    def curveball(self, situation: Situation) -> Curveball | None:
        """The one that the seed picked, in the deep dive: at once, or where it is about the deep dive itself, halfway through it.

        Never later: in the wrap-up of a mock there is no way back to work it in.
        """
        balls = sorted(self.problem.curveballs, key=lambda ball: ball.id)
        if not balls or situation.phase != "deep_dive":
            return None
        ball = balls[situation.seed % len(balls)]
        if PHASE_IDS.index(ball.after) >= PHASE_IDS.index("deep_dive") and not situation.half_over:
            return None
        return Curveball(ball.id, ball.says, tuple(ball.criteria))

    def why(self, situation: Situation) -> Why | None:
        evidence = self._evidence(situation)
        asked = {name for _, name in situation.whys}
        for gap in self.gaps(situation, evidence):
            shown = evidence.shown.get(gap.criterion.id)
            if gap.tier != 1 or not shown or gap.criterion.id in asked:
                continue
            hits = [hit for hit in shown.hits if hit.phase == situation.phase]
            if not hits:
                continue
            quote = " ".join(situation.answer[hits[0].start : hits[0].end].split())[:60]
            other = f", and not {gap.criterion.versus[0]}" if gap.criterion.versus else ", and how does it work"
            return Why(gap.criterion.id, gap.criterion.id, f"You write “{quote}”. Why this{other}?")
        return None


def _idea(criterion: CriterionFacts) -> str:
    """The last hint costs most, so it gives most: what to show, and the mechanism as somebody else put it."""
    return f"{criterion.claim}. For example: “{criterion.example}”" if criterion.example else criterion.claim
