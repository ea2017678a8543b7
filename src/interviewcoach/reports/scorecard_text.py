"""A scorecard for a person reading a terminal or a log: plain text, no colour needed, nothing typed is trusted."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from typing import Any

from interviewcoach.content.ids import PHASE_TITLES

WORDS = {
    "no_hire": "no hire",
    "lean_no_hire": "lean no hire",
    "lean_hire": "lean hire",
    "hire": "hire",
    "strong_hire": "strong hire",
}
DOTS = ("○○○", "●○○", "●●○", "●●●")
PHASES: dict[str, str] = dict(PHASE_TITLES.items())
AXES = {
    "scoping": "Scoping",
    "estimation": "Estimation",
    "high_level": "High-level",
    "deep_dive": "Deep dive",
    "trade_offs": "Trade-offs",
    "delivery": "Delivery",
}


def plain(text: str) -> str:
    """Text that a terminal only prints: control characters become visible signs."""
    return "".join(char if char.isprintable() else "␊" if char == "\n" else "·" for char in text)


def bar(value: float | None, width: int = 20) -> str:
    if value is None:
        return "·" * width
    full = round(max(0.0, min(100.0, value)) / 100 * width)
    return "█" * full + "░" * (width - full)


def quote(answer: str, span: Mapping[str, Any], most: int = 90) -> str:
    """The words of a span; a few words tell little alone, so what stands around them in the sentence is quoted with them."""
    start, end = span["start"], span["end"]
    before, words, after = (
        answer[_sentence_start(answer, start) : start],
        answer[start:end],
        answer[end : _sentence_end(answer, end)],
    )
    room = most - len(words)
    left = _tail(before, max(room // 2, room - len(after)))
    right = _head_of(after, room - len(left))
    told = " ".join(plain(f"{left}{words}{right}".replace("\n", " ").replace("**", "")).split())
    if len(told) > most:
        return f"“{told[: most - 1]}…”"
    return f"“{'…' if len(left) < len(before) else ''}{told}{'…' if len(right) < len(after) else ''}”"


_STOP = re.compile(r"[.!?;](?=\s)|\n")
_MARKS = re.compile(r"\s*(?:[-*•–#>]+\s+|\d{1,2}[.)]\s+)?")
FAR = 300  # characters; no farther is a sentence's end looked for


def _sentence_start(answer: str, at: int) -> int:
    low = max(0, at - FAR)
    ends = [match.end() for match in _STOP.finditer(answer, low, at)]
    begin = ends[-1] if ends else low
    marks = _MARKS.match(answer, begin)
    return min(marks.end(), at) if marks else begin


def _sentence_end(answer: str, at: int) -> int:
    if at and answer[at - 1] in ".!?;\n":
        return at
    match = _STOP.search(answer, at, at + FAR)
    return match.start() + (match.group() in ".!?") if match else min(len(answer), at + FAR)


def _tail(text: str, room: int) -> str:
    """As many whole words from its end as fit."""
    return text if len(text) <= room else text[len(text) - max(0, room) :].partition(" ")[2]


def _head_of(text: str, room: int) -> str:
    return text if len(text) <= room else text[: max(0, room)].rpartition(" ")[0]


_KINDS = {"mention": "named", "mechanism": "how it works", "depth": "in depth", "listed": "in a list", "crowded": "in passing"}


def reason(why: str) -> str:
    """What a span shows, for a person; which of the rubric's wordings it met is the rubric's own business."""
    kind, _, rest = why.partition(": ")
    told_plainly = kind == "depth" and rest.replace(" ", "").isalpha()
    return rest if told_plainly else _KINDS.get(kind, kind)


def scorecard_text(card: Mapping[str, Any], answer: str, title: str, skill_titles: Mapping[str, str]) -> str:
    parts = [_head(card, title), _bars(card), _skills(card, skill_titles), _mistakes(card, answer), _next(card)]
    parts += [_criteria(card, answer), card.get("about", "")]
    return "\n\n".join(part for part in parts if part)


def _head(card: Mapping[str, Any], title: str) -> str:
    others = " · ".join(f"{level}: {WORDS[v]}" for level, v in card["verdicts"].items() if level != card["level"])
    lines = [f"{title} · {card['level']}", f"{WORDS[card['verdict']].upper()} {card['overall']:.0f}    {others}"]
    lines += [f"  ! {gate}" for gate in card.get("gates", ())]
    return "\n".join(lines)


def _bars(card: Mapping[str, Any]) -> str:
    rows = []
    for names, values in ((AXES, card["axes"]), (PHASES, card["phases"])):
        for key, name in names.items():
            value = values.get(key)
            rows.append(f"  {name:<18} {bar(value)} {'–' if value is None else f'{value:.0f}':>4}")
        rows.append("")
    return "\n".join(rows).rstrip()


def _skills(card: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    return "Skills\n" + "\n".join(f"  {DOTS[tier]}  {titles.get(skill, skill)}" for skill, tier in card["skills"].items())


def _mistakes(card: Mapping[str, Any], answer: str) -> str:
    lines = []
    for flag in card["red_flags"]:
        lines.append(f"  ! {flag['claim']} ({flag['severity']})")
        lines += [f"    {quote(answer, span)}" for span in flag["spans"][:2]]
        lines.append(textwrap.fill(flag["why"], 96, initial_indent="    ", subsequent_indent="    "))
    wrong = [one for one in card["arithmetic"] if not one["ok"]]
    lines += [f"  ! {plain(one['said'])} should be {one['is']} (off by ×{one['off_by']:g})" for one in wrong]
    return "Mistakes\n" + "\n".join(lines) if lines else ""


def _next(card: Mapping[str, Any]) -> str:
    step = card.get("to_next_band")
    if not step:
        return ""
    asks = {criterion["id"]: criterion["probe"] for criterion in card["criteria"]}
    lines = [f"To {WORDS[step['band']]}" + (", show" if step["criteria"] else "")]
    if step.get("flags"):
        lines.append(f"  first mend the mistakes above ({len(step['flags'])})")
    lines += [f"  {need}" for need in step.get("needs", ())]
    lines += [f"  › {asks.get(name, name)}" for name in step["criteria"][:12]]
    return "\n".join(lines)


def _criteria(card: Mapping[str, Any], answer: str) -> str:
    blocks = []
    for phase, name in PHASES.items():
        rows = [c for c in card["criteria"] if c["phase"] == phase]
        lines = [name]
        for c in sorted(rows, key=lambda c: -c["tier"]):
            lines.append(f"  {DOTS[c['tier']]}  {c['claim']}  {c['points']:g} of {c['of']:g}")
            lines += [f"         {quote(answer, span)} ({reason(span['why'])})" for span in c["spans"][:1]]
            if c.get("replied"):
                lines.append(f"         “{plain(c['replied'])}” (said to the interviewer)")
            if c["next"]:
                lines.append(f"         next: {c['next']} – {c['probe']}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
