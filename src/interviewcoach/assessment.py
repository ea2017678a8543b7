"""An answer document in, a scorecard out: the one place where scoring and estimation meet. Pure but for loading content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

from interviewcoach.errors import CoachError

if TYPE_CHECKING:
    from interviewcoach.content.catalogue import Catalogue
    from interviewcoach.interview.interviewer import RuleInterviewer
    from interviewcoach.interview.protocol import Submission
    from interviewcoach.readymade import Readymade
    from interviewcoach.scoring.compiled import CompiledRubric
    from interviewcoach.scoring.evidence import Hit, Shown
    from interviewcoach.scoring.scorecard import Scorecard, SumShown
    from interviewcoach.scoring.subjects import Subjects

REPLY_GAP = "\n\n"
MAX_CHARACTERS = 5_000_000
LONGEST_QUOTE = 160
_OTHER_ENDS = re.compile(r"\r(?!\n)|[\x0b\x0c\x85\u2028\u2029]")


def plain_ends(answer: str) -> str:
    """The answer with all its lines ended alike, as the scorer reads it; one sign stands for another, so places stay."""
    return _OTHER_ENDS.sub("\n", answer)


class Assessor:
    """Scores answers with one catalogue; compiles each problem's rubric once."""

    def __init__(self, catalogue: Catalogue, readymade: Readymade | None = None) -> None:
        self.catalogue = catalogue
        self._readymade = readymade
        self._compiled: dict[str, CompiledRubric] = {}
        self._lock = Lock()

    @cached_property
    def subjects(self) -> Subjects:
        from interviewcoach.scoring.subjects import Subjects

        return Subjects(**self.catalogue.subjects)

    def compiled(self, slug: str) -> CompiledRubric:
        with self._lock:
            if slug not in self._compiled:
                kept = self._readymade
                version = f"{self.catalogue.version(slug)} {self.catalogue.listing_version(slug)}" if kept else ""
                found = kept.load(slug, version) if kept else None
                if found is None:
                    found = self._compile(slug)
                    if kept:
                        kept.save(slug, version, found)
                self._compiled[slug] = found
            return self._compiled[slug]

    def _compile(self, slug: str) -> CompiledRubric:
        from interviewcoach.scoring.clauses import ClauseError
        from interviewcoach.scoring.compiled import compile_rubric

        c = self.catalogue
        problem = c.problem(slug)
        facts = "\n".join(known.answer for known in problem.interviewer.knows)
        try:
            return compile_rubric(c.rubric(slug), c.framework, c.lexicon, problem.statement, c.entry(slug).skills, facts)
        except ClauseError as error:
            mend = "`interviewcoach check` shows the line"
            raise CoachError(f"the rubric cannot be used: {error}", where=slug, mend=mend) from error

    def interviewer(self, slug: str) -> RuleInterviewer:
        """The interviewer of one problem, made once per sitting."""
        from interviewcoach.interview.interviewer import RuleInterviewer

        return RuleInterviewer(self.catalogue.problem(slug), self.compiled(slug), self.catalogue.lexicon)

    def score(self, slug: str, answer: str, level: str = "senior") -> Scorecard:
        return self._score(slug, answer, level, {}, (), None)

    def __call__(self, submission: Submission) -> dict[str, Any]:
        """The sitting's side of it: hints and replies to the interviewer count as agreed."""
        from interviewcoach.interview.protocol import HINT_CREDIT

        credits = {criterion: HINT_CREDIT[step] for criterion, step in submission.hints.items()}
        replies = tuple(reply.text for reply in submission.replies)
        card = self._score(
            submission.problem, submission.answer, submission.level, credits, replies, submission.delivery, submission.questions
        )
        return card.to_json()

    def _score(
        self,
        slug: str,
        answer: str,
        level: str,
        credits: Mapping[str, float],
        replies: tuple[str, ...],
        delivery: float | None,
        questions: tuple[str, ...] = (),
    ) -> Scorecard:
        from interviewcoach.scoring.cards import scorecard
        from interviewcoach.scoring.evidence import gather
        from interviewcoach.scoring.grading import grade
        from interviewcoach.scoring.masking import pasted_in

        if len(answer) > MAX_CHARACTERS:
            too_long = f"the answer has {len(answer):,} characters, more than {MAX_CHARACTERS:,}"
            raise CoachError(too_long, where=slug, mend="shorten it")
        answer = plain_ends(answer)
        rubric = self.compiled(slug)
        evidence = gather(rubric, answer, pasted_in(answer, rubric.statement, rubric.facts))
        extra: dict[str, int] = {}
        replied: dict[str, str] = {}
        if replies or questions:
            everything = REPLY_GAP.join([answer, *replies, *questions])
            said = gather(rubric, everything)
            extra = {name: _tier_beyond(len(answer), shown) for name, shown in said.shown.items()}
            replied = {name: _said_beyond(len(answer), shown.hits, everything) for name, shown in said.shown.items()}
        sums = sums_of(answer)
        other = self.subjects.other_than(slug, answer)
        graded = grade(rubric, evidence, sums, credits=credits, extra=extra, other=other)
        return scorecard(
            rubric,
            evidence,
            graded,
            level=level,
            version=self.catalogue.version(slug),
            sums=sums,
            delivery=delivery,
            replied=replied,
        )


def _tier_beyond(start: int, shown: Shown) -> int:
    """How deep it goes in what was said after the answer: that is not taken back by what the answer gets wrong."""
    return min(shown.tier, max((hit.tier for hit in shown.hits if hit.start >= start), default=0))


def _said_beyond(start: int, hits: Iterable[Hit], text: str) -> str:
    """The line after the answer that shows most, for a quotation."""
    best = max((hit for hit in hits if hit.start >= start), key=lambda hit: (hit.tier, hit.strength), default=None)
    if best is None:
        return ""
    line = text[text.rfind("\n", 0, best.start) + 1 :].split("\n", 1)[0].strip()
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"


def sums_of(answer: str) -> tuple[SumShown, ...]:
    """Every computed claim of the answer that could be checked."""
    from interviewcoach.estimation import check_claims
    from interviewcoach.scoring.scorecard import SumShown

    return tuple(
        SumShown({"start": c.start, "end": c.end}, c.said, c.is_, round(c.off_by, 2), c.ok) for c in check_claims(answer)
    )
