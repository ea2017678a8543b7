"""Compiled rubrics, kept between runs: to compile one takes longer than to score a hundred answers with it.

What is kept is named by all that it was made from (content, program, Python), checked against a digest, and read by an
unpickler that makes nothing but the scorer's own data. Whatever is missing, old, damaged or can't be written is no fault:
the rubric is compiled as if nothing had been kept.
"""

from __future__ import annotations

import io
import pickle
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interviewcoach import __version__
from interviewcoach.home import chosen_home

if TYPE_CHECKING:
    from interviewcoach.assessment import Assessor
    from interviewcoach.content.catalogue import Catalogue
    from interviewcoach.scoring.compiled import CompiledRubric

OUR_ROOM = "interviewcoach.scoring."
DIGEST = 32  # bytes of it, at the head of each file


def quick_assessor(catalogue: Catalogue) -> Assessor:
    """An assessor that remembers the rubrics it compiled."""
    from interviewcoach.assessment import Assessor

    return Assessor(catalogue, Readymade(cache_folder()))


@cache
def own_assessor() -> Assessor:
    """The one of this process, for all problems there are: what it compiled is kept between calls."""
    from interviewcoach import load_catalogue

    return quick_assessor(load_catalogue())


def cache_folder() -> Path:
    """In `INTERVIEWCOACH_HOME` if it is set, else the platform's folder for what may be lost."""
    if chosen := chosen_home():
        return chosen / "cache"
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("interviewcoach", appauthor=False))


class Readymade:
    """The compiled rubrics in one folder, one file for each problem."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, slug: str, version: str) -> CompiledRubric | None:
        """The rubric as it was kept, or None."""
        try:
            told = self._path(slug, version).read_bytes()
            digest, packed = told[:DIGEST], told[DIGEST:]
            if sha256(packed).digest() != digest:
                return None
            found = _OurUnpickler(io.BytesIO(packed)).load()
        except Exception:  # a damaged file can raise anything; compiling again is always right
            return None
        return found if getattr(found, "problem", None) == slug else None

    def save(self, slug: str, version: str, rubric: CompiledRubric) -> None:
        """Keeps the rubric instead of older ones of its problem, if the folder can be written."""
        from interviewcoach.whole_file import whole_file

        path = self._path(slug, version)
        packed = pickle.dumps(rubric, protocol=5)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            old = [other for other in self.folder.glob(f"{slug}-????????????????.rubric") if other != path]
            with whole_file(path) as part:
                part.write_bytes(sha256(packed).digest() + packed)
            for other in old:
                other.unlink(missing_ok=True)

    def _path(self, slug: str, version: str) -> Path:
        made_from = f"{version} {__version__} {sys.version_info[:2]} {_program()}"
        return self.folder / f"{slug}-{sha256(made_from.encode()).hexdigest()[:16]}.rubric"


@cache
def _program() -> str:
    """Changes whenever the scorer's own files do, as they may under an editable install."""
    stats = ((path.name, path.stat()) for path in sorted((Path(__file__).parent / "scoring").glob("*.py")))
    return " ".join(f"{name}:{found.st_size}:{found.st_mtime_ns}" for name, found in stats)


class _OurUnpickler(pickle.Unpickler):
    """Makes our own data only: a file that somebody else wrote can name nothing that acts."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith(OUR_ROOM) else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in a rubric")
        return found
