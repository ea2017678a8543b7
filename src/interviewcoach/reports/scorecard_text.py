"""A scorecard for a person reading a terminal or a log: plain text, no colour needed, nothing typed is trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from interviewcoach.content.ids import PHASE_TITLES
from interviewcoach.reports.quoting import carrying, plain, quote
from interviewcoach.reports.reading_on import Link, fitting
from interviewcoach.reports.tiers import DOTS, KEY, reason
from interviewcoach.reports.unlike_rows import why_phases, why_skills
from interviewcoach.reports.wrapping import wrapped
from interviewcoach.scoring.scorecard import figure, rounded

WORDS = {
    "no_hire": "no hire",
    "lean_no_hire": "lean no hire",
    "lean_hire": "lean hire",
    "hire": "hire",
    "strong_hire": "strong hire",
}
PHASES: dict[str, str] = dict(PHASE_TITLES.items())
AXES = {
    "scoping": "Scoping",
    "estimation": "Estimation",
    "high_level": "High-level",
    "deep_dive": "Deep dive",
    "trade_offs": "Trade-offs",
    "delivery": "Delivery",
}
MOST_GAPS = 12  # that are listed on the way to the next verdict
MOST_SLIPS, LONGEST_SLIP = 20, 40  # of an answer, told; characters of one


def bar(value: float | None, width: int = 20) -> str:
    if value is None:
        return "·" * width
    full = round(max(0.0, min(100.0, value)) / 100 * width)
    return "█" * full + "░" * (width - full)


def scorecard_text(
    card: Mapping[str, Any],
    answer: str,
    title: str,
    skill_titles: Mapping[str, str],
    delivery: str = "",
    reading: Sequence[Link] = (),
) -> str:
    """`delivery`: what lowered that figure, in a line; `reading`: what can be read about the problem."""
    parts = [
        _head(card, title),
        _bars(card),
        _notes(*why_phases(card), delivery),
        _skills(card, skill_titles),
        _mistakes(card, answer),
        _sums(card),
        _paragraph(read_as(card, answer)),
        _next(card, reading),
    ]
    parts += [_criteria(card, answer), _to_read(reading), card.get("about", "")]
    return "\n\n".join(part for part in parts if part)


def _head(card: Mapping[str, Any], title: str) -> str:
    others = " · ".join(f"{level}: {WORDS[v]}" for level, v in card["verdicts"].items() if level != card["level"])
    lines = [f"{title} · {card['level']}", f"{WORDS[card['verdict']].upper()} {figure(card['overall'])}    {others}"]
    lines += [f"  ! {gate}" for gate in card.get("gates", ())]
    return "\n".join(lines)


def _bars(card: Mapping[str, Any]) -> str:
    rows = []
    for names, values in ((AXES, card["axes"]), (PHASES, card["phases"])):
        for key, name in names.items():
            value = values.get(key)
            rows.append(f"  {name:<18} {bar(value)} {'–' if value is None else figure(value):>4}")
        rows.append("")
    return "\n".join(rows).rstrip()


def _paragraph(text: str, indent: str = "  ") -> str:
    return wrapped(indent + text, 96) if text else ""


def _notes(*notes: str) -> str:
    """What explains the figures above."""
    return "\n".join(_paragraph(note) for note in notes if note)


def _skills(card: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    lines = [f"  {DOTS[tier]}  {titles.get(skill, skill)}" for skill, tier in card["skills"].items()]
    return "\n".join([f"Skills  {KEY}", *lines, *filter(None, [_notes(why_skills(card))])])


def how_grave(flag: Mapping[str, Any]) -> str:
    """How bad a mistake is, for a person. One that stands alone, in one wording, may be words taken amiss."""
    return flag["severity"] if flag.get("sure", True) else f"{flag['severity']}, if that is what you meant"


def _mistakes(card: Mapping[str, Any], answer: str) -> str:
    lines = []
    for flag in card["red_flags"]:
        lines.append(f"  ! {flag['claim']} ({how_grave(flag)})")
        lines += [f"    {quote(answer, span)}" for span in flag["spans"][:2]]
        lines.append(_paragraph(flag["why"], "    "))
    return "Mistakes\n" + "\n".join(lines) if lines else ""


def sums_head(card: Mapping[str, Any]) -> str:
    """The heading over the sums that are off; "" where none was checked."""
    sums = card["arithmetic"]
    off = sum(not one["ok"] for one in sums)
    return f"Arithmetic: {len(sums)} checked, {off or 'none'} off" if sums else ""


def sum_told(one: Mapping[str, Any]) -> str:
    return f"{plain(one['said'])} should be {one['is']} (off by ×{one['off_by']:g})"


def _sums(card: Mapping[str, Any]) -> str:
    wrong = [f"  ! {sum_told(one)}" for one in card["arithmetic"] if not one["ok"]]
    return "\n".join([sums_head(card), *wrong])


def read_as(card: Mapping[str, Any], answer: str) -> str:
    """Which words were taken for slips, and for what: grounds for what counted or did not; "" where none was."""
    slips = {answer[one["start"] : one["end"]][:LONGEST_SLIP]: one["read_as"] for one in card.get("corrections", ())[:MOST_SLIPS]}
    return "read " + ", ".join(f"“{plain(slip)}” as “{plain(word)}”" for slip, word in slips.items()) if slips else ""


def gaps(card: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The criteria that the next verdict asks for."""
    step = card.get("to_next_band")
    by_id = {criterion["id"]: criterion for criterion in card["criteria"]}
    return [by_id[name] for name in step["criteria"][:MOST_GAPS] if name in by_id] if step else []


def way_heads(step: Mapping[str, Any]) -> tuple[str, str]:
    """What stands over the whole way to the next verdict, and, where something else comes first, over its criteria."""
    goal, count = f"To {WORDS[step['band']]}", len(step["criteria"])
    show = f"show {'this' if count == 1 else f'these {count}'}" if count else ""
    if step.get("flags") or step.get("needs"):
        return goal, f"and {show}" if show else ""
    return ", ".join(filter(None, (goal, show))), ""


def _next(card: Mapping[str, Any], reading: Sequence[Link]) -> str:
    step = card.get("to_next_band")
    if not step:
        return ""
    head, between = way_heads(step)
    lines = [head]
    if step.get("flags"):
        lines.append(f"  ! first mend the mistakes above ({len(step['flags'])})")
    lines += [f"  ! {need}" for need in step.get("needs", ())]
    lines += [f"  {between}"] if between else []
    for gap in gaps(card):
        lines.append(f"  › {gap['probe']}")
        lines += [f"    read: {_linked(link)}" for link in to_close(gap, reading)]
    return "\n".join(lines)


def to_close(gap: Mapping[str, Any], reading: Sequence[Link]) -> list[Link]:
    """What to read about a criterion: one link is enough beside each of many."""
    return fitting(gap.get("learn", ()), reading)[:1]


def _to_read(reading: Sequence[Link]) -> str:
    return "\n".join(["To read on", *(f"  • {_linked(link)}" for link in reading)]) if reading else ""


def _linked(link: Link) -> str:
    return f"{link.title}: {link.url}"


def points_told(criterion: Mapping[str, Any]) -> str:
    """To the tenth, so that one below the other they line up."""
    return f"{rounded(criterion['points']):.1f} of {criterion['of']:.1f}"


def why_fewer(criterion: Mapping[str, Any]) -> str:
    """Why what was shown brought fewer points than its dots promise."""
    if criterion["tier"] and criterion.get("credit", 1.0) < 1:
        return f"counts for {criterion['credit']:.0%}, because of hints"
    if criterion.get("replied"):
        return "counts for less, because it was said to the interviewer and does not stand in the answer"
    return ""


def _criteria(card: Mapping[str, Any], answer: str) -> str:
    blocks = []
    for phase, name in PHASES.items():
        rows = [c for c in card["criteria"] if c["phase"] == phase]
        lines = [name]
        for c in sorted(rows, key=lambda c: -c["tier"]):
            lines.append(f"  {DOTS[c['tier']]}  {c['claim']}  {points_told(c)}")
            if fewer := why_fewer(c):
                lines.append(f"         {fewer}")
            lines += [f"         {quote(answer, span)} ({reason(span['why'])})" for span in carrying(c)]
            if c.get("replied"):
                lines.append(f"         “{plain(c['replied'])}” (said to the interviewer)")
            if c["next"]:
                lines.append(f"         next: {c['next']} – {c['probe']}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
