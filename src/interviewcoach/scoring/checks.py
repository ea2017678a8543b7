"""Whether a rubric does what it says: its clauses can be read, its examples land, its model answer shines, no other does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from interviewcoach.content.models import Concept, Criterion, Framework, Problem, RedFlag, Rubric
from interviewcoach.scoring.clauses import ClauseError, is_clause, parse_clause
from interviewcoach.scoring.compiled import CompiledRubric, compile_rubric
from interviewcoach.scoring.evidence import Evidence, gather
from interviewcoach.scoring.grading import grade, share
from interviewcoach.scoring.shortfalls import tier_of, why_silent, why_too_little
from interviewcoach.scoring.subjects import NO_SUBJECTS, Subjects
from interviewcoach.scoring.typos import english
from interviewcoach.scoring.words import GLUE, phrase_key, stem

Path = tuple[str | int, ...]
CLAUSE_FIELDS = ("say", "show", "explain", "deepen", "unless", "anywhere", "unless_anywhere")
MODEL_AT_LEAST, OTHERS_AT_MOST, STATEMENT_AT_MOST = 0.90, 0.35, 0.03


@dataclass(frozen=True)
class Complaint:
    """What is wrong, and the path of the value in its file."""

    path: Path
    what: str
    mend: str
    advice: bool = False  # worth an author's look, but no fault: answers to neighbouring problems do overlap


def clause_complaints(rubric: Rubric | Framework, lexicon: Mapping[str, Concept]) -> Iterator[Complaint]:
    for section in ("criteria", "red_flags"):
        for i, source in enumerate(getattr(rubric, section)):
            for path, written in _clauses_of(source):
                for what, mend in _clause_faults(written, lexicon, single_ok=path[0] not in ("say", "show")):
                    yield Complaint((section, i, *path), what, mend)


def _clauses_of(source: Criterion | RedFlag) -> Iterator[tuple[Path, str]]:
    """Each with where it stands in a criterion or red flag."""
    for name in CLAUSE_FIELDS:
        for j, written in enumerate(getattr(source, name, ())):
            yield (name, j), written
    for j, when in enumerate(getattr(source, "probe_when", ())):
        yield ("probe_when", j, "said"), when.said


def question_complaints(problem: Problem, lexicon: Mapping[str, Concept]) -> Iterator[Complaint]:
    """Wordings of questions that are meant as clauses and are none: they would be taken for a row of words."""
    for section in ("knows", "unknown"):
        for i, topic in enumerate(getattr(problem.interviewer, section)):
            for j, written in enumerate(topic.ask):
                if is_clause(written):
                    for what, mend in _clause_faults(written, lexicon, single_ok=True):
                        yield Complaint(("interviewer", section, i, "ask", j), what, mend)


def lexicon_complaints(concepts: Mapping[str, Concept], everyone: Mapping[str, Concept]) -> Iterator[Complaint]:
    for name, concept in concepts.items():
        for j, written in enumerate(concept.say):
            for what, mend in _clause_faults(written, everyone, single_ok=True):
                yield Complaint(("concepts", name, "say", j), what, mend)
            if _BESIDES.search(written):
                what = "a wording of a concept stands in one sentence, so it can't use &"
                yield Complaint(("concepts", name, "say", j), what, "join the words by +")


def _clause_faults(written: str, lexicon: Mapping[str, Concept], single_ok: bool) -> Iterator[tuple[str, str]]:
    if sign := _LOST_SIGN.search(written):
        yield f"'{sign[0]}' is no part of a clause", "+ > & and | join words, without brackets; write two clauses"
        return
    try:
        clause = parse_clause(written)
    except ClauseError as error:
        yield _unreadable_part(written) or str(error), "rewrite the clause"
        return
    for atom in clause.atoms():
        if atom.sort == "concept" and atom.value not in lexicon:
            yield f"the concept '@{atom.value}' is unknown", "add it to a lexicon file or correct it"
        if atom.sort == "phrase" and " " in atom.written.strip() and len(atom.value) == 1 and atom.value[0] in _EMPTY:
            yield f"'{atom.written}' comes down to '{atom.value[0]}', as little words are not read", "leave it out or say more"
    if not single_ok and len(clause.parts) == 1 and len(clause.parts[0]) == 1:
        for atom in clause.parts[0][0]:
            if atom.sort == "phrase" and len(atom.value) == 1 and atom.written.lower() in _common():
                yield f"'{atom.written}' alone is too common a word", "bind it with +"


# would be passed over as no words
_LOST_SIGN = re.compile(r"(?<![^\s|])\([^()]*\s[+>]\s[^()]*\)|(?<!\S)(?:[+>|&]{2,}|[!?@#])(?!\S)")
_BESIDES = re.compile(r"(?<!\w)&(?!\w)")
_ALTERNATIVE = re.compile(rf"\||(?<=\s)[+>](?=\s)|{_BESIDES.pattern}")


def _unreadable_part(written: str) -> str:
    """Which alternative of a long clause says nothing; "" where something else is wrong with it."""
    before = ""
    for part in map(str.strip, _ALTERNATIVE.split(written)):
        if not part:
            return f"an alternative is empty, behind '{before}'" if before else "the first alternative is empty"
        if part[0] not in "@#%" and not phrase_key(part.lstrip("!? ")):
            return f"the alternative '{part}' holds only little words, which are not read"
        before = part
    return ""


_EMPTY = frozenset(map(stem, "of for in on is are was as by if when have has do be not them there all at to with from".split()))


_LEANED_ON = GLUE - {"a", "an", "the"}


def _common() -> frozenset[str]:
    return _COMMON & english()


_COMMON = frozenset(
    "data user users time store send read write call message request service server system database table file number "
    "list order state work task page link node client check save keep move copy wait start stop change answer".split()
)


def behaviour_complaints(
    rubric: Rubric,
    framework: Framework,
    lexicon: Mapping[str, Concept],
    statement: str,
    answer: str,
    others: Mapping[str, str],
    subjects: Subjects = NO_SUBJECTS,
) -> Iterator[Complaint]:
    compiled = compile_rubric(rubric, framework, lexicon, statement)
    yield from _criterion_examples(rubric, compiled)
    yield from _flag_examples(rubric, compiled)
    yield from weakened_flags(rubric)
    if answer.strip():
        yield from _model_answer(compiled, answer)
    for name, text in others.items():
        yield from _foreign(compiled, name, text, subjects)
    yield from _statement(compiled, statement)


def _model_answer(compiled: CompiledRubric, answer: str) -> Iterator[Complaint]:
    shown = gather(compiled, answer)
    own = _share(compiled, shown)
    if own < MODEL_AT_LEAST:
        yield Complaint(("criteria",), f"the model answer shows only {own:.0%} of the rubric", "90% or more")
    for flag in shown.flags:
        yield Complaint(("red_flags",), f"the red flag '{flag}' fires on the model answer", "make it more precise")


def _statement(compiled: CompiledRubric, statement: str) -> Iterator[Complaint]:
    told = gather(compiled, statement)
    shown = _share(compiled, told)
    if shown > STATEMENT_AT_MOST:
        names = [row.criterion.id for row in grade(compiled, told).rows if row.earned and not row.shared]
        named = ", ".join(f"'{name}' by \"{_words_for(told, name, statement)}\"" for name in names)
        what = f"the bare statement shows {shown:.0%} of the rubric: {named}"
        yield Complaint(("criteria",), what, "say less in the statement, or bind the clauses")


def _words_for(evidence: Evidence, criterion: str, text: str) -> str:
    best = max(evidence.shown[criterion].hits, key=lambda hit: (hit.tier, hit.strength))
    return " ".join(text[best.start : best.end].split())


def _foreign(compiled: CompiledRubric, name: str, text: str, subjects: Subjects) -> Iterator[Complaint]:
    """Clauses so general that they credit another problem's answer. Where it is known for one, what they see is advice."""
    evidence = gather(compiled, text)
    credited = _share(compiled, evidence, subjects.other_than(compiled.problem, text))
    shown = _share(compiled, evidence)
    if credited > OTHERS_AT_MOST:
        what = f"the model answer of '{name}' earns {credited:.0%} of this rubric"
        yield Complaint(("criteria",), what, "bind it", advice=compiled.problem not in subjects.vectors)
    elif shown > OTHERS_AT_MOST:
        yield Complaint(("criteria",), f"the model answer of '{name}' shows {shown:.0%} of this rubric", "bind it", advice=True)


def _share(compiled: CompiledRubric, evidence: Evidence, other: str = "") -> float:
    rows = grade(compiled, evidence, other=other).rows
    return share(row for row in rows if not row.shared)


def _criterion_examples(rubric: Rubric, compiled: CompiledRubric) -> Iterator[Complaint]:
    for i, (criterion, read) in enumerate(zip(rubric.criteria, compiled.criteria, strict=False)):
        for j, example in enumerate(criterion.examples()):
            tier = tier_of(compiled, example.text, criterion.id)
            if tier < example.tier:
                why, mend = why_too_little(compiled, read, example.text)
                what = f"'{criterion.id}': this `yes` reaches tier {tier}, not {example.tier}: {why}"
                yield Complaint(("criteria", i, "yes", j), what, mend)
        for j, text in enumerate(criterion.no):
            if tier_of(compiled, text, criterion.id):
                yield Complaint(("criteria", i, "no", j), f"'{criterion.id}': this `no` scores", "narrow `say`")
        asks = [criterion.probe, *(when.ask for when in criterion.probe_when)]
        if any(tier_of(compiled, ask, criterion.id) for ask in asks):
            yield Complaint(
                ("criteria", i, "probe"), f"'{criterion.id}': a probe holds words that earn its credit", "rephrase it"
            )


def weakened_flags(rubric: Rubric) -> Iterator[Complaint]:
    """Red flags that lean on a little word: "simply paid" is read as "paid", and right answers say that, too."""
    for i, flag in enumerate(rubric.red_flags):
        for j, written in enumerate(flag.say):
            for atom in parse_clause(written).atoms():
                if atom.sort == "phrase" and len(atom.value) == 1 and not _LEANED_ON.isdisjoint(atom.written.lower().split()):
                    what = f"'{flag.id}': '{atom.written}' is read as '{atom.value[0]}'"
                    yield Complaint(("red_flags", i, "say", j), what, "say more, or leave it out", advice=True)


def _flag_examples(rubric: Rubric, compiled: CompiledRubric) -> Iterator[Complaint]:
    for i, (flag, read) in enumerate(zip(rubric.red_flags, compiled.flags, strict=False)):
        for j, text in enumerate(flag.yes):
            if flag.id not in gather(compiled, text).flags:
                why, mend = why_silent(compiled, read, text)
                yield Complaint(("red_flags", i, "yes", j), f"'{flag.id}': this `yes` does not fire: {why}", mend)
        for j, text in enumerate(flag.no):
            if flag.id in gather(compiled, text).flags:
                yield Complaint(("red_flags", i, "no", j), f"'{flag.id}': this `no` fires", "narrow `say` or add `unless`")
