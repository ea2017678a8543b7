"""A scorecard as rows to go through, each with what it says in full. Pure; the answer's words are never trusted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual.content import Content

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.interview.events import Predicted
from interviewcoach.interview.protocol import VERDICTS
from interviewcoach.reports.quoting import quote
from interviewcoach.reports.reading_on import Link, fitting
from interviewcoach.reports.scorecard_text import (
    AXES,
    WORDS,
    bar,
    how_grave,
    points_told,
    read_as,
    sum_told,
    sums_head,
    way_heads,
    why_fewer,
)
from interviewcoach.reports.tiers import DOTS, KEY, reason
from interviewcoach.reports.unlike_rows import why_phases, why_skills
from interviewcoach.scoring.scorecard import figure, verdict_of
from interviewcoach.tui.text import clipped, folded, line, row, said

LONGEST_GUESS = "  you said lean no hire"
HITS = {"right": "✓", "too high": "↑", "too low": "↓"}  # how a guess stands to the figure, and its sign where it is narrow
LONGEST_HIT = " ↑ too high"
LEAST_BAR = 8  # cells
Card = Mapping[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True)
class CardRow:
    """One row. `detail` empty: it cannot be selected; spans: the words of the answer it rests on."""

    shown: Content
    detail: tuple[Content, ...] = ()
    spans: tuple[Span, ...] = ()


def spans_of(entry: Mapping[str, Any]) -> tuple[Span, ...]:
    return tuple((span["start"], span["end"]) for span in entry.get("spans", ()))


def heading(card: Card, title: str, spent: str, width: int) -> Content:
    """Problem, time, level and the three verdicts in one line, or two where it is narrow."""
    others = " · ".join(f"{level}: {WORDS[v]}" for level, v in card["verdicts"].items() if level != card["level"])
    verdict = Content.styled(f"{WORDS[card['verdict']].upper()} {figure(card['overall'])}", "bold $accent")
    right = verdict.append(Content.styled(f"   {others}", "$text-muted"))
    left = line(f"{title} · {spent} · {card['level']}", "bold")
    room = width - right.cell_length - left.cell_length
    return left.append(" " * room).append(right) if room >= 3 else left.append("\n").append(right)


@dataclass(frozen=True)
class Beside:
    """What is told with a card though it is not in it: the guess, what came of the time, what to read on."""

    guess: Predicted | None = None
    delivery: str = ""
    reading: Sequence[Link] = ()


def rows(card: Card, answer: str, titles: Mapping[str, str], width: int, beside: Beside = Beside()) -> list[CardRow]:
    """The whole card from top to bottom: figures, way on, mistakes, arithmetic, criteria, what to read."""
    found = [*_figures(card, width, beside), *_skills(card, titles, width), *_way_on(card, width, beside.reading)]
    found += [
        *_mistakes(card, answer, width),
        *_sums(card, answer, width),
        *_slips(card, answer, width),
        *_criteria(card, answer, width, beside.reading),
    ]
    return [*found, *_to_read(beside.reading, width)]


def _head(text: str) -> CardRow:
    return CardRow(Content.styled(text, "bold"))


def _blank() -> CardRow:
    return CardRow(Content(" "))


def _figures(card: Card, width: int, beside: Beside) -> Iterator[CardRow]:
    guess = beside.guess
    for gate in card.get("gates", ()):
        yield CardRow(folded("! ", gate, width, style="$text-warning"))
    if guess:
        yield CardRow(line(f"You guessed {WORDS[guess.verdict]}; it is {WORDS[card['verdict']]}.", "$text-muted"))
    guesses = guess.axes if guess else {}
    room = width - 26 - (len(LONGEST_GUESS) if guesses else 0)
    in_words = room - len(LONGEST_HIT) >= LEAST_BAR
    room -= (len(LONGEST_HIT) if in_words else 2) if guesses else 0
    for title, names, values in (("By axis", AXES, card["axes"]), ("By phase", PHASE_TITLES, card["phases"])):
        yield _head(title)
        for key, name in names.items():
            value = values.get(key)
            told = "–" if value is None else str(figure(value))
            name_cell = row([(name, 18)]).plain
            bar_cell = bar(value, max(LEAST_BAR, min(24, room)))
            guessed = guesses.get(key) if names is AXES else None
            said_then = "" if guessed is None else f"  you said {WORDS[verdict_of(guessed)]}"
            said_then += _hit(guessed, value, in_words)
            yield CardRow(Content.assemble(name_cell, (bar_cell, "$accent"), f"{told:>5}", (said_then, "$text-muted")))
            if key == "delivery" and value is not None and beside.delivery:
                yield CardRow(folded("  ", beside.delivery, width, style="$text-muted"))
        if names is PHASE_TITLES:
            for note in why_phases(card):
                yield CardRow(folded("  ", note, width, style="$text-muted"))
        yield _blank()


def _hit(guessed: int | None, value: float | None, in_words: bool) -> str:
    """How a guess, made in verdicts, stands to the figure."""
    if guessed is None or value is None:
        return ""
    there, here = (VERDICTS.index(verdict_of(one)) for one in (guessed, value))
    told = "right" if there == here else "too high" if there > here else "too low"
    return f" {HITS[told]} {told}" if in_words else f" {HITS[told]}"


def _skills(card: Card, titles: Mapping[str, str], width: int) -> Iterator[CardRow]:
    yield CardRow(folded("Skills  ", KEY, width, style="$text-muted", sign_style="bold $text"))
    for skill, tier in card["skills"].items():
        yield CardRow(Content.styled(DOTS[tier] + "  ", "$accent").append(line(clipped(titles.get(skill, skill), width - 6))))
    if note := why_skills(card):
        yield CardRow(folded("  ", note, width, style="$text-muted"))
    yield _blank()


def _way_on(card: Card, width: int, reading: Sequence[Link]) -> Iterator[CardRow]:
    step = card.get("to_next_band")
    if not step:
        return
    by_id = {criterion["id"]: criterion for criterion in card["criteria"]}
    head, between = way_heads(step)
    yield _head(head)
    if step.get("flags"):
        yield CardRow(folded("! ", f"first mend the mistakes below ({len(step['flags'])})", width, style="$text-warning"))
    for need in step.get("needs", ()):
        yield CardRow(folded("! ", need, width, style="$text-warning"))
    if between:
        yield _head(between)
    for name in step["criteria"][:12]:
        criterion = by_id.get(name)
        if criterion:
            detail = (said(criterion["probe"], "bold"), said(criterion["claim"]), *_reading(criterion, reading))
            yield CardRow(folded("› ", criterion["probe"], width), detail, spans_of(criterion))
    yield _blank()


def _mistakes(card: Card, answer: str, width: int) -> Iterator[CardRow]:
    if not card["red_flags"]:
        return
    yield _head("Mistakes")
    for flag in card["red_flags"]:
        shown = folded("! ", f"{flag['claim']} ({how_grave(flag)})", width, sign_style="bold $text-error")
        quotes = tuple(line(quote(answer, span), "italic") for span in flag["spans"][:3])
        yield CardRow(shown, (said(flag["claim"], "bold"), *quotes, said(flag["why"])), spans_of(flag))
    yield _blank()


def _sums(card: Card, answer: str, width: int) -> Iterator[CardRow]:
    sums: Sequence[Mapping[str, Any]] = card["arithmetic"]
    if not sums:
        return
    yield _head(sums_head(card))
    for one in (one for one in sums if not one["ok"]):
        detail = (line(quote(answer, one["span"]), "italic"), line(f"{one['said']} should be {one['is']}.", "bold"))
        yield CardRow(
            folded("! ", sum_told(one), width, style="$text-warning"), detail, ((one["span"]["start"], one["span"]["end"]),)
        )
    yield _blank()


def _slips(card: Card, answer: str, width: int) -> Iterator[CardRow]:
    if told := read_as(card, answer):
        yield CardRow(folded("", told, width, style="$text-muted"))
        yield _blank()


def _criteria(card: Card, answer: str, width: int, reading: Sequence[Link]) -> Iterator[CardRow]:
    for phase, name in PHASE_TITLES.items():
        yield _head(name)
        for c in sorted((c for c in card["criteria"] if c["phase"] == phase), key=lambda c: -c["tier"]):
            shown = folded(DOTS[c["tier"]] + "  ", c["claim"], width - 1, figure=_figure(c))
            yield CardRow(shown, tuple(criterion_detail(c, answer, reading)), spans_of(c))
        yield _blank()


def _figure(c: Mapping[str, Any]) -> str:
    """The points; a word before them where they are fewer than the dots promise."""
    fewer = "after hints  " if c.get("credit", 1.0) < 1 else "said aloud  " if c.get("replied") else ""
    return f"{fewer if c['tier'] else ''}{points_told(c)}"


def _to_read(reading: Sequence[Link], width: int) -> Iterator[CardRow]:
    if reading:
        yield _head("To read on")
    for link in reading:
        yield CardRow(folded("• ", f"{link.title}: {link.url}", width))


def criterion_detail(c: Mapping[str, Any], answer: str, reading: Sequence[Link] = ()) -> Iterator[Content]:
    yield line(f"{DOTS[c['tier']]}  {c['claim']}", "bold")
    for span in c["spans"][:2]:
        yield line(quote(answer, span), "italic").append(said(f"  {reason(span['why'])}", "$text-muted"))
    if c.get("replied"):
        yield line(f"“{c['replied']}”", "italic").append(said("  said to the interviewer", "$text-muted"))
    if c.get("rejected"):
        yield said("You mentioned it and turned it down; that is not counted as shown.")
    if fewer := why_fewer(c):
        yield line(f"{fewer[0].upper()}{fewer[1:]}.", "$text-muted")
    if c.get("next"):
        yield Content.styled("Next: ", "$accent").append(said(c["next"]))
    if c["tier"] < 3 and c.get("probe"):
        yield Content.styled("An interviewer would ask: ", "$accent").append(said(c["probe"]))
    yield from _reading(c, reading)


def _reading(criterion: Mapping[str, Any], reading: Sequence[Link]) -> Iterator[Content]:
    """Titles with addresses; a topic by its name alone would lead nowhere."""
    for link in fitting(criterion.get("learn", ()), reading)[:2]:
        yield Content.styled("Read: ", "$accent").append(line(link.title)).append(", ").append(line(link.url, "$text-muted"))
