"""What can be read about a problem, and which of it fits a criterion: its topics are matched with titles and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from interviewcoach.errors import CoachError

if TYPE_CHECKING:
    from interviewcoach.content.models import Problem

STEM = 7  # letters; as far as "idempotency" and "idempotent" agree


class Link(NamedTuple):
    title: str
    url: str


class Library(Protocol):
    def problem(self, slug: str, /) -> Problem: ...


def reading_of(library: Library, slug: str) -> tuple[Link, ...]:
    """What can be read about a problem; nothing where it is gone, as a pack may be."""
    try:
        return tuple(Link(one.title, one.url) for one in library.problem(slug).reading)
    except CoachError:
        return ()


def fitting(topics: Iterable[str], reading: Sequence[Link]) -> list[Link]:
    """The links that name one of the topics with all its words, in their title or address."""
    wanted = [_stems(topic) for topic in topics]
    return [link for link in reading if any(topic and topic <= _stems(f"{link.title} {link.url}") for topic in wanted)]


def _stems(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {word.removesuffix("s")[:STEM] for word in words}
