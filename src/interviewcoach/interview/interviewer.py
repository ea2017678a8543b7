"""The other person in the room: answers, probes, changes the brief, hints. Rules and the problem's own words, no more.

Pure and deterministic: what is said depends on the situation and the seed alone. No sentence pretends to have understood
more than was matched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from interviewcoach.content.ids import LEVEL_IDS, PHASE_IDS
from interviewcoach.content.models import Concept, Known, Problem
from interviewcoach.interview.assumptions import assumed_in, is_nod, put_right, quantity_assumed
from interviewcoach.interview.lines import is_condition, is_question, points_back, questions_in
from interviewcoach.interview.protocol import HINT_CREDIT, LAST_HINT, Answer, Curveball, Hint, Probe, Situation, Why
from interviewcoach.interview.questions import SURE, VERY_SURE, QuestionReader, Topic
from interviewcoach.interview.smalltalk import asks_for_task, reply_to
from interviewcoach.interview.solutions import asks_fact, asks_for_solution, asks_opinion, asks_what_is
from interviewcoach.interview.sorts import NOT_KNOWN, Terms, is_hypothetical, reply_by_sort
from interviewcoach.scoring.claimed import claimed_at
from interviewcoach.scoring.compiled import CompiledRubric
from interviewcoach.scoring.evidence import Evidence, gather
from interviewcoach.scoring.facts import CriterionFacts
from interviewcoach.scoring.masking import echoes
from interviewcoach.scoring.phrasebook import CompiledClause
from interviewcoach.scoring.weights import DEFAULT

DECLINED = "That is the part I would like to hear from you. What are the options you see, and what would each cost?"
AFTERTHOUGHT = 4  # words; a shorter scrap beside an answered question asks nothing of its own
SURE_OF_STATED = 0.6  # from which somebody hears what is fixed of what was stated
LEAST_STATED = 3  # words
LEANING = 6  # words; a shorter part of a line may leave out what the part before it has named
BEYOND_LEVEL = 0.4  # what a gap is worth that only a higher level is expected to close
_JOINT = re.compile(
    r",\s+(?:and|plus|or|must|should)\s+(?:also\s+)?(?!(?:in|on|over|for|if|when|then)\b)|\s+(?:vs\.?|versus)\s+(?=how\b)",
    re.IGNORECASE,
)


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
        self._reader = QuestionReader([*problem.interviewer.knows, *problem.interviewer.unknown], lexicon, problem.statement)
        self._terms = Terms(lexicon)
        self._when: dict[str, tuple[tuple[CompiledClause, str], ...]] = {
            c.source.id: tuple(zip(c.probe_said, c.source.tied_probes, strict=True)) for c in rubric.criteria
        }

    # --- questions ----------------------------------------------------------------------------------------

    def ask(self, question: str, situation: Situation | None = None) -> tuple[Answer, ...]:
        answers: list[Answer] = []
        before = ""
        for part in questions_in(question)[:8]:
            stated = assumed_in(part)
            if assumed_in(before) and is_nod(part):
                continue
            if self._reader.lists(part):
                answers.append(self._answer(part, before))
            elif asks_for_task(part):
                answers.append(Answer(part, self._task()))
            elif remark := reply_to(part):
                answers.append(Answer(part, remark))
            elif reply := self._terms.reply_to(part):
                answers.append(Answer(part, reply, "unknown"))
            elif assumed := self._assumed(part) or self._stated(part, stated):
                answers.append(assumed)
            elif asks_for_solution(part) and not self._is_fact(part):
                if answers and asks_opinion(part) and not asks_fact(before):
                    answers.pop()  # "push or pull? which is better?" is one question
                answers.append(Answer(part, DECLINED, "declined"))
            else:
                answers += [self._answer(one, before) for one in self._halves(part)]
            before = part
        settled = any(answer.kind != "unknown" for answer in answers)
        kept = [a for a in answers if not (settled and a.kind == "unknown" and _afterthought(a.question))]
        kept = [a for a in kept if not _is_remark(a)] or kept[:1]
        once = {answer.topic or answer.answer: answer for answer in reversed(kept)}
        return tuple(answer for answer in kept if once[answer.topic or answer.answer] is answer)

    def _task(self) -> str:
        """What the statement says first: in it stands what there is to design."""
        first = self.problem.statement.strip().split("\n\n")[0]
        return f"Once more: {' '.join(first.split())}"

    def _assumed(self, part: str) -> Answer | None:
        """A figure that is assumed for something fixed is put right; one for something open is the candidate's to choose."""
        told = [self._answer(question, "") for question in quantity_assumed(part)]
        known = next((answer for answer in told if answer.kind == "known"), None)
        if known is not None:
            return self._put_right(part, known)
        return Answer(part, NOT_KNOWN, "unknown") if told and not asks_for_solution(part) else None

    def _stated(self, part: str, stated: str) -> Answer | None:
        """Who states something hears what is fixed of it, and needs to be understood less surely than who asks."""
        if len(stated.split()) < LEAST_STATED or is_hypothetical(part) or asks_for_solution(stated):
            return None
        topic, sureness = self._reader.best(stated)
        if topic is None or sureness < SURE_OF_STATED or not isinstance(topic.source, Known):
            return None
        return self._put_right(part, self._told(part, topic))

    def _put_right(self, part: str, told: Answer) -> Answer:
        return replace(told, question=part, answer=put_right(part, told.facts, told.answer))

    def _is_fact(self, part: str) -> bool:
        """Whether somebody asks what is there, in words that also ask for a choice ("is it Postgres or MySQL")."""
        topic, sureness = self._reader.best(part) if asks_what_is(part) else (None, 0.0)
        return sureness >= VERY_SURE and topic is not None and isinstance(topic.source, Known)

    def _halves(self, part: str) -> tuple[str, ...]:
        """Two things asked in one breath ("the largest file, and the space of an account?"), if each is clear by itself."""
        for joint in _JOINT.finditer(part):
            halves = part[: joint.start()], part[joint.end() :]
            if is_condition(halves[0]):
                continue
            found = [self._reader.best(half) for half in halves]
            clear = all(topic and isinstance(topic.source, Known) and sureness >= VERY_SURE for topic, sureness in found)
            if clear and found[0][0] is not found[1][0]:
                whole, sureness = self._reader.best(part)
                if sureness < VERY_SURE or whole in (found[0][0], found[1][0]):
                    return halves
        return (part,)

    def _answer(self, question: str, before: str) -> Answer:
        topic = self._topic(question, before)
        if topic is None:
            return Answer(question, reply_by_sort(question), "unknown")
        return self._told(question, topic)

    def _told(self, question: str, topic: Topic) -> Answer:
        if isinstance(topic.source, Known):
            facts = {name: str(value) for name, value in topic.source.facts.items()}
            return Answer(question, topic.source.answer, "known", topic.source.topic, facts)
        return Answer(question, topic.source.answer, "unknown")

    def _topic(self, question: str, before: str) -> Topic | None:
        """A scrap that leaves out what the line was about ("and for how long?") is heard together with the part before it."""
        topic, sureness = self._reader.best(question)
        if before and sureness < VERY_SURE and _leans(question):
            whole, surer = self._reader.best(f"{before} {question}")
            if surer >= SURE:
                return whole
        return topic if sureness >= SURE else None

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
        return gather(self.rubric, text, echoes(text, self.rubric.statement))

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


def _idea(criterion: CriterionFacts) -> str:
    """The last hint costs most, so it gives most: what to show, and the mechanism as somebody else put it."""
    return f"{criterion.claim}. For example: “{criterion.example}”" if criterion.example else criterion.claim


def _is_remark(answer: Answer) -> bool:
    return answer.kind == "known" and answer.topic is None


def _leans(part: str) -> bool:
    return points_back(part) or len(part.split()) < LEANING


def _afterthought(part: str) -> bool:
    return len(part.split()) < AFTERTHOUGHT or not is_question(part)
