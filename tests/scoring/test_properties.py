"""What holds for every answer: credit rests on words, more words never cost, slips of the keyboard hardly do."""

from __future__ import annotations

import random
import re
from pathlib import Path
from statistics import mean

from one_assessor import assessor

from interviewcoach import load_catalogue
from interviewcoach.assessment import Assessor
from interviewcoach.scoring.evidence import gather

ASSESSOR = assessor()
ANSWERS = sorted((Path(__file__).parents[1] / "calibration").glob("*-*/*.md"))


def without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def test_cutting_the_words_that_credit_rests_on_takes_it_away() -> None:
    kept, awarded = [], 0
    for path in ANSWERS:
        slug, text = path.parent.name, path.read_text(encoding="utf-8")
        rubric = ASSESSOR.compiled(slug)
        for criterion in ASSESSOR.score(slug, text).criteria:
            if not criterion.tier:
                continue
            awarded += 1
            assert criterion.spans, f"{path.stem} {slug} {criterion.id}"
            rest = without(text, [(span.start, span.end) for span in criterion.spans])
            shown = gather(rubric, rest).shown.get(criterion.id)
            if shown and shown.tier >= criterion.tier:
                kept.append(f"{slug}/{path.stem} {criterion.id}")
    assert awarded > 1500 and len(kept) <= awarded // 400, kept  # now and then the words left make a new sentence


def test_a_right_sentence_more_never_lowers_anything() -> None:
    for path in ANSWERS[::5]:
        text, rubric = path.read_text(encoding="utf-8"), ASSESSOR.compiled(path.parent.name)
        before = {name: shown.tier for name, shown in gather(rubric, text).shown.items()}
        content = ASSESSOR.catalogue
        for criterion in (*content.rubric(path.parent.name).criteria, *content.framework.criteria):
            for example in criterion.examples()[:1]:
                after = gather(rubric, f"{text}\n\n{example.text}\n").shown
                lowered = [name for name, tier in before.items() if tier and after[name].tier < tier]
                assert not lowered, (path.stem, example.text)


def slip(word: str, chance: random.Random) -> str:
    i = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (word[:i] + word[i + 1] + word[i] + word[i + 2 :], word[:i] + word[i + 1 :], word[:i] + word[i] + word[i:])
    )


def test_slips_in_a_tenth_of_the_words_change_little() -> None:
    chance, changes = random.Random(3), []
    for path in ANSWERS[::2]:
        slug, text = path.parent.name, path.read_text(encoding="utf-8")
        spoilt = re.sub(r"[A-Za-z]{5,}", lambda m: slip(m[0], chance) if chance.random() < 0.16 else m[0], text)
        changes.append(abs(ASSESSOR.score(slug, text).overall - ASSESSOR.score(slug, spoilt).overall))
    assert mean(changes) <= 4, changes


def test_real_english_is_left_alone() -> None:
    texts = [path.read_text(encoding="utf-8") for path in ANSWERS]
    rewrites = sum(len(ASSESSOR.score(path.parent.name, text).corrections) for path, text in zip(ANSWERS, texts, strict=True))
    assert rewrites / sum(len(text.split()) for text in texts) * 1000 < 0.5  # a few of them are true slips


def test_while_one_types_the_card_is_that_of_a_fresh_reading() -> None:
    path = ANSWERS[7]
    slug, text = path.parent.name, path.read_text(encoding="utf-8")
    typing = Assessor(load_catalogue())
    for cut in range(40, len(text), 97):
        typing.score(slug, text[:cut])
    assert typing.score(slug, text) == Assessor(load_catalogue()).score(slug, text)
