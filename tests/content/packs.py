"""A personal pack for tests."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from interviewcoach.content.locate import built_in_shelf

SLUG = "my-shortener"
PROBLEM = f"problems/{SLUG}/problem.yaml"
RUBRIC = f"rubrics/{SLUG}.yaml"
CURRICULUM = "problems/curriculum.yaml"
LEXICON = "rubrics/lexicon/mine.yaml"

CURRICULUM_TEXT = f"""phases:
  - number: 1
    title: Mine
    about: my own
problems:
  - number: 1
    phase: 1
    slug: {SLUG}
    title: My shortener
    skills: [id-generation, read-write-amplification, cache-first, hot-key-mitigation, stateless-services]
"""
LEXICON_TEXT = """area: mine
concepts:
  my-blue-ring:
    say: [zyxomatic ring]
  my-red-ring:
    say: [zyxoid ring]
"""


def make_pack(root: Path) -> Path:
    """A sound pack with one problem: a copy of a built-in one under its own name."""
    ours = built_in_shelf()
    shutil.copytree(ours.problems / "url-shortener", root / "problems" / SLUG)
    (root / "rubrics" / "lexicon").mkdir(parents=True)
    (root / RUBRIC).write_bytes((ours.rubrics / "url-shortener.yaml").read_bytes())
    change(root / PROBLEM, r"slug: url-shortener", f"slug: {SLUG}")
    change(root / RUBRIC, r"problem: url-shortener", f"problem: {SLUG}")
    (root / CURRICULUM).write_text(CURRICULUM_TEXT, "utf-8", newline="\n")
    (root / LEXICON).write_text(LEXICON_TEXT, "utf-8", newline="\n")
    return root


def change(path: Path, pattern: str, new: str) -> None:
    """Replaces the first match; a break that breaks nothing would be no test."""
    text = path.read_text("utf-8")
    changed = re.sub(pattern, lambda _: new, text, count=1, flags=re.MULTILINE)
    assert changed != text, pattern
    path.write_text(changed, "utf-8", newline="\n")
