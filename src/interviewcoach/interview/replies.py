"""Replies to what a candidate asks or states, part by part, from the facts of the problem.

No sentence pretends to have understood more than was matched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from textwrap import shorten

from interviewcoach.content.models import Concept, Known, Problem
from interviewcoach.interview.assumptions import assumed_in, is_nod, put_right, quantity_assumed
from interviewcoach.interview.lines import asks_yes_or_no, is_condition, is_question, points_back, questions_in
from interviewcoach.interview.protocol import Answer
from interviewcoach.interview.questions import SURE, VERY_SURE, QuestionReader, Topic
from interviewcoach.interview.smalltalk import asks_for_task, reply_to
from interviewcoach.interview.solutions import asks_fact, asks_for_solution, asks_opinion, asks_what_is, asks_whether_to_care
from interviewcoach.interview.sorts import NOT_KNOWN, Terms, is_hypothetical, reply_by_sort

DECLINED = "That is the part I would like to hear from you. What are the options you see, and what would each cost?"
AFTERTHOUGHT = 4  # words; a shorter scrap beside an answered question asks nothing of its own
SURE_OF_STATED = 0.6  # from which somebody hears what is fixed of what was stated
LONGEST_ECHO = 60  # characters of a question that is told back
LEAST_STATED = 3  # words
MOST_JOINTS = 8  # at which a part is tried; each costs two readings of all of it
LEANING = 6  # words; a shorter part of a line may leave out what the part before it has named
LEANING_BACK = 9  # and this is what it may have where it points back
_JOINT = re.compile(
    r",\s+(?:and|plus|or|must|should)\s+(?:also\s+)?(?!(?:in|on|over|for|if|when|then)\b)|\s+(?:vs\.?|versus)\s+(?=how\b)",
    re.IGNORECASE,
)
_ABOUT_THEM = re.compile(r"\b(?:they|them|their|those|these)\b|(?<!\bis )(?<!\bare )\bthere\W*\Z", re.IGNORECASE)


class Replies:
    """What the interviewer of one problem says to a line."""

    def __init__(self, problem: Problem, lexicon: Mapping[str, Concept]) -> None:
        self._statement = problem.statement
        self._reader = QuestionReader([*problem.interviewer.knows, *problem.interviewer.unknown], lexicon, problem.statement)
        self._terms = Terms(lexicon)

    def to(self, line: str) -> tuple[Answer, ...]:
        answers: list[Answer] = []
        before = ""
        for part in questions_in(line)[:8]:
            if assumed_in(before) and is_nod(part):
                continue
            replies = self._reply(part, before)
            if answers and replies[0].kind == "declined" and asks_opinion(part) and not asks_fact(before):
                answers.pop()  # "push or pull? which is better?" is one question
            answers += replies
            before = part
        return self._worth_saying(answers)

    def _reply(self, part: str, before: str) -> list[Answer]:
        if self._reader.lists(part):
            return [self._answer(part, before)]
        if asks_for_task(part):
            return [Answer(part, self._task())]
        if remark := reply_to(part):
            return [Answer(part, remark)]
        if reply := self._terms.reply_to(part):
            return [Answer(part, reply, "unknown")]
        if assumed := self._assumed(part):
            return [assumed]
        if asks_for_solution(part) and not self._is_fact(part):
            return [Answer(part, DECLINED, "declined")]
        return [self._answer(one, before) for one in self._halves(part)]

    def _worth_saying(self, answers: list[Answer]) -> tuple[Answer, ...]:
        """Nothing twice; no remark and no "nothing is fixed" on a mere scrap, or on the beginning of what was answered."""
        settled = any(answer.kind != "unknown" for answer in answers)
        kept = [a for a in answers if not (settled and a.kind == "unknown" and _afterthought(a.question))]
        kept = [a for a in kept if not _is_remark(a)] or kept[:1]
        if len(kept) > 1 and settled:
            told = [one for i, one in enumerate(kept) if not self._is_part_of_what_is_beside(kept, i)]
            kept = [_told_of_what(one) for one in told]
        once = {answer.topic or answer.answer: answer for answer in reversed(kept)}
        return tuple(answer for answer in kept if once[answer.topic or answer.answer] is answer)

    def _is_part_of_what_is_beside(self, answers: list[Answer], at: int) -> bool:
        """Whether what was not understood belongs to the question beside it ("What is there today? Is it Prometheus?")."""
        if answers[at].answer != NOT_KNOWN:
            return False
        for first in (at - 1, at):
            pair = answers[first : first + 2] if first >= 0 else []
            topic, sureness = self._reader.best(" ".join(one.question for one in pair))
            if topic is not None and sureness >= VERY_SURE and topic.source.topic in {one.topic for one in pair}:
                return True
        return False

    def _task(self) -> str:
        """What the statement says first: in it stands what there is to design."""
        first = self._statement.strip().split("\n\n")[0]
        return f"Once more: {' '.join(first.split())}"

    def _assumed(self, part: str) -> Answer | None:
        """What is assumed of something fixed is confirmed or put right; a figure for something open is the candidate's choice."""
        told = [self._answer(question, "") for question in quantity_assumed(part)]
        known = next((answer for answer in told if answer.kind == "known"), None) or self._stated(part, assumed_in(part))
        if known is not None:
            return self._put_right(part, known)
        return Answer(part, NOT_KNOWN, "unknown") if told and not asks_for_solution(part) else None

    def _stated(self, part: str, stated: str) -> Answer | None:
        """Who states something needs to be understood less surely than who asks."""
        if len(stated.split()) < LEAST_STATED or is_hypothetical(part) or asks_for_solution(stated):
            return None
        topic, sureness = self._reader.best(stated)
        if topic is None or sureness < SURE_OF_STATED or not isinstance(topic.source, Known):
            return None
        return self._told(part, topic)

    def _put_right(self, part: str, told: Answer) -> Answer:
        return replace(told, question=part, answer=put_right(part, told.facts, told.answer))

    def _is_fact(self, part: str) -> bool:
        """Whether what is asked is fixed, in words that also ask for a choice ("is it Postgres or MySQL")."""
        topic, sureness = self._reader.best(part) if asks_what_is(part) or asks_whether_to_care(part) else (None, 0.0)
        return sureness >= VERY_SURE and topic is not None and isinstance(topic.source, Known)

    def _halves(self, part: str) -> tuple[str, ...]:
        """Two things asked in one breath ("the largest file, and the space of an account?"), if each is clear by itself."""
        for joint in islice(_JOINT.finditer(part), MOST_JOINTS):
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
        if before and (_leans(question) if sureness < VERY_SURE else _hangs_on(question)):
            whole, surer = self._reader.best(f"{before} {question}")
            if surer >= SURE:
                return whole
        return topic if sureness >= SURE else None


def _is_remark(answer: Answer) -> bool:
    return answer.kind == "known" and answer.topic is None


def _told_of_what(answer: Answer) -> Answer:
    """Beside another reply it has to be said which part of the line nothing is fixed on."""
    if answer.answer != NOT_KNOWN:
        return answer
    return replace(answer, answer=NOT_KNOWN.replace("that", f"“{shorten(answer.question, LONGEST_ECHO, placeholder='…')}”", 1))


def _leans(part: str) -> bool:
    return len(part.split()) < (LEANING_BACK if points_back(part) else LEANING)


def _hangs_on(part: str) -> bool:
    """Whether a part says so little without the one before it that it is about that, however clear it seems by itself."""
    return bool(_ABOUT_THEM.search(part)) and len(part.split()) < LEANING and not asks_yes_or_no(part)


def _afterthought(part: str) -> bool:
    return len(part.split()) < AFTERTHOUGHT or not is_question(part)
