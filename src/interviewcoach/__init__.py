"""interviewcoach: mock system-design interviews in the terminal.

The small public API; everything heavy is imported when it is first used:

    from interviewcoach import load_catalogue, score
    card = score("url-shortener", open("answer.md").read(), level="senior")
    print(card.verdict, card.overall, card.to_json())
"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["__version__", "load_catalogue", "score"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from interviewcoach.content.catalogue import Catalogue
    from interviewcoach.scoring.scorecard import Scorecard


def load_catalogue(packs: list[str] | None = None) -> Catalogue:
    """All problems that can be practised: the built-in ones and any personal packs."""
    from interviewcoach.content.catalogue import load_catalogue as load

    return load(packs)


def score(problem: str, answer: str, level: str = "senior") -> Scorecard:
    """Score an answer document (Markdown under the four headings) to a problem, by its slug.

    Deterministic and thread-safe: the same text gives the same scorecard, on every machine. `level` is mid,
    senior or staff. The scorecard is plain frozen data, can be pickled, and has `to_json()`.
    """
    from interviewcoach.readymade import own_assessor

    return own_assessor().score(problem, answer, level)
