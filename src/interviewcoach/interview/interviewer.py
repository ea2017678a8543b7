"""The other person in the room: answers, probes, changes the brief, hints. Rules and the problem's own words, no more.

Pure and deterministic: what is said depends on the situation and the seed alone. No sentence pretends to have understood
more than was matched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from interviewcoach.content.ids import LEVEL_IDS, PHASE_IDS
from interviewcoach.content.models import Concept, Known, Problem
from interviewcoach.interview.protocol import Answer, Curveball, Hint, Probe, Situation, Why
from interviewcoach.interview.questions import QuestionReader, asks_for_solution, questions_in
from interviewcoach.scoring.compiled import CompiledRubric
from interviewcoach.scoring.evidence import Evidence, gather
from interviewcoach.scoring.facts import CriterionFacts
from interviewcoach.scoring.masking import echoes
from interviewcoach.scoring.phrasebook import CompiledClause
from interviewcoach.scoring.weights import DEFAULT

NOT_KNOWN = "I have nothing fixed on that. Make an assumption, say it aloud, and go on."
DECLINED = "That is the part I would like to hear from you. What are the options you see, and what would each cost?"
AFTERTHOUGHT = 4  # words; a shorter scrap beside an answered question asks nothing of its own
CREDIT = (1.0, 0.8, 0.6, 0.4)
BEYOND_LEVEL = 0.4  # what a gap is worth that only a higher level is expected to close


@dataclass(frozen=True)
class Gap:
    """A criterion that is not shown yet, and what closing it is worth."""

    criterion: CriterionFacts
    tier: int
    value: float


class RuleInterviewer:
    """The interviewer of one problem. Meets `interview.protocol.Interviewer`."""

    def __init__(self, problem: Problem, rubric: CompiledRubric, lexicon: Mapping[str, Concept]) -> None:
        self.problem = problem
        self.rubric = rubric
        self._reader = QuestionReader([*problem.interviewer.knows, *problem.interviewer.unknown], lexicon)
        self._when: dict[str, tuple[tuple[CompiledClause, str], ...]] = {
            c.source.id: tuple(zip(c.probe_said, c.source.tied_probes, strict=True)) for c in rubric.criteria
        }

    # --- questions ----------------------------------------------------------------------------------------

    def ask(self, question: str, situation: Situation | None = None) -> tuple[Answer, ...]:
        answers = [self._answer(one) for one in questions_in(question)[:8]]
        settled = any(answer.kind == "known" for answer in answers)
        kept = [a for a in answers if not (settled and a.kind == "unknown" and len(a.question.split()) < AFTERTHOUGHT)]
        topics: set[str] = set()
        return tuple(a for a in kept if a.topic is None or not (a.topic in topics or topics.add(a.topic)))  # type: ignore[func-returns-value]

    def _answer(self, question: str) -> Answer:
        if asks_for_solution(question):
            return Answer(question, DECLINED, "declined")
        topic = self._reader.find(question)
        if topic is None:
            return Answer(question, NOT_KNOWN, "unknown")
        if isinstance(topic.source, Known):
            facts = {name: str(value) for name, value in topic.source.facts.items()}
            return Answer(question, topic.source.answer, "known", topic.source.topic, facts)
        return Answer(question, topic.source.answer, "unknown")

    # --- gaps ---------------------------------------------------------------------------------------------

    def gaps(self, situation: Situation, evidence: Evidence | None = None) -> list[Gap]:
        """What is missing, the most valuable first, whatever the phase."""
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
            found.append(Gap(criterion, tier, value))
        return sorted(found, key=lambda gap: (-gap.value, gap.criterion.id))

    def _evidence(self, situation: Situation) -> Evidence:
        told = [situation.answer, *(reply.text for reply in situation.replies)]
        text = "\n\n".join(part for part in told if part)
        return gather(self.rubric, text, echoes(text, self.rubric.statement))

    def probe(self, situation: Situation) -> Probe | None:
        evidence = self._evidence(situation)
        asked = set(situation.probes)
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
            for spot in evidence.spots:
                for term in clause.parts[0]:
                    spans = [spot.found[atom] for atom in term if atom in spot.found]
                    if not spans:
                        break
                else:
                    start, end = min(spans)
                    base = spot.line.start
                    return ask, " ".join(answer[base + start : base + end].split())
        return None

    def hint(self, situation: Situation) -> Hint | None:
        evidence = self._evidence(situation)
        gaps = [g for g in self.gaps(situation, evidence) if g.criterion.phase == situation.phase]
        begun = [g for g in gaps if 0 < situation.hints.get(g.criterion.id, 0) < 3]
        fresh = [g for g in gaps if situation.hints.get(g.criterion.id, 0) == 0]
        for gap in begun + fresh:
            step = situation.hints.get(gap.criterion.id, 0) + 1
            text = (gap.criterion.hint, gap.criterion.probe, gap.criterion.claim)[step - 1]
            return Hint(gap.criterion.id, step, text, CREDIT[step])
        return None

    def curveball(self, situation: Situation) -> Curveball | None:
        """The one that the seed picked, once the phase is over that it comes after."""
        balls = sorted(self.problem.curveballs, key=lambda ball: ball.id)
        if not balls:
            return None
        ball = balls[situation.seed % len(balls)]
        if PHASE_IDS.index(situation.phase) <= PHASE_IDS.index(ball.after):
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
