"""Two scorecards of one problem side by side: what was gained, what was lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from interviewcoach.reports.scorecard_text import AXES, WORDS
from interviewcoach.reports.tiers import DOTS
from interviewcoach.scoring.scorecard import figure

Card = Mapping[str, Any]


def compare(old: Card, new: Card) -> dict[str, Any]:
    """Differences as plain data; criteria that only one of the two knows are told as such."""
    before = {c["id"]: c for c in old["criteria"]}
    after = {c["id"]: c for c in new["criteria"]}
    changed = [
        {"id": name, "claim": after[name]["claim"], "from": before[name]["tier"], "to": after[name]["tier"],
         "points": round(after[name]["points"] - before[name]["points"], 2)}
        for name in after
        if name in before and after[name]["tier"] != before[name]["tier"]
    ]  # fmt: skip
    flags = [{f["id"] for f in card["red_flags"]} for card in (old, new)]
    return {
        "problem": new["problem"],
        "overall": [old["overall"], new["overall"]],
        "verdict": [old["verdict"], new["verdict"]],
        "axes": {axis: [old["axes"].get(axis), new["axes"].get(axis)] for axis in AXES},
        "skills": {s: [old["skills"].get(s), tier] for s, tier in new["skills"].items() if old["skills"].get(s) != tier},
        "gained": sorted((c for c in changed if c["to"] > c["from"]), key=lambda c: (-c["points"], c["id"])),
        "lost": sorted((c for c in changed if c["to"] < c["from"]), key=lambda c: (c["points"], c["id"])),
        "mistakes_mended": sorted(flags[0] - flags[1]),
        "mistakes_new": sorted(flags[1] - flags[0]),
        "mistakes": {f["id"]: f["claim"] for card in (old, new) for f in card["red_flags"]},
        "only_before": sorted(set(before) - set(after)),
        "only_after": sorted(set(after) - set(before)),
        "content_version": [old["content_version"], new["content_version"]],
        "level": [old["level"], new["level"]],
    }


def caveats(difference: Mapping[str, Any]) -> list[str]:
    """Why part of the difference is not the candidate's."""
    found = []
    old, new = difference["level"]
    if old != new:
        found.append(f"Judged as {old} before and as {new} now: part of the difference is the bar's.")
    if difference["content_version"][0] != difference["content_version"][1]:
        found.append("The rubric has changed in between: part of the difference is the rubric's.")
    return found


def moved_by(old: float, new: float) -> str:
    """The difference of the two numbers as they are shown, which are rounded."""
    return f"{figure(new) - figure(old):+d}"


def axes_told(difference: Mapping[str, Any]) -> list[str]:
    """A cell for each axis that both sittings have, all of one width: "Scoping       80 →   34   -46"."""
    pairs = [(name, *difference["axes"][axis]) for axis, name in AXES.items()]
    return [
        f"{name:<12} {figure(a):>4} → {figure(b):>4} {moved_by(a, b):>5}"
        for name, a, b in pairs
        if a is not None and b is not None
    ]


class Part(NamedTuple):
    """A heading, or a line below it; `criterion` is the one whose change a line tells."""

    heading: bool
    text: str
    criterion: str = ""


def parts(difference: Mapping[str, Any]) -> Iterator[Part]:
    """What was gained, lost, mended and done wrong for the first time."""
    for title, key in (("Gained", "gained"), ("Lost", "lost")):
        if difference[key]:
            yield Part(True, title)
        yield from (Part(False, f"{DOTS[c['from']]} → {DOTS[c['to']]}  {c['claim']}", c["id"]) for c in difference[key])
    for title, key in (("Mistakes mended", "mistakes_mended"), ("New mistakes", "mistakes_new")):
        if difference[key]:
            yield Part(True, title)
        yield from (Part(False, f"! {difference['mistakes'][name]}") for name in difference[key])


def comparison_text(difference: Mapping[str, Any]) -> str:
    old, new = difference["overall"]
    words = [WORDS[name] for name in difference["verdict"]]
    lines = [f"{difference['problem']}: {words[0]} {figure(old)} → {words[1]} {figure(new)} ({moved_by(old, new)})", ""]
    lines += [f"  {told}" for told in axes_told(difference)]
    for part in parts(difference):
        lines += ["", part.text] if part.heading else [f"  {part.text}"]
    for caveat in caveats(difference):
        lines += ["", caveat]
    return "\n".join(lines)
