"""From plain data to a model, with every complaint told at its own line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from interviewcoach.content.faults import Fault
from interviewcoach.content.models import CurriculumEntry, Problem
from interviewcoach.content.yaml_reading import Document

M = TypeVar("M", bound=BaseModel)
_NAMING = ("id", "slug", "topic")
_AS_TEXT = "constrained-str"  # what pydantic calls the text where a text or fields may stand


def model_from(document: Document, model: type[M]) -> M | None:
    """The model, or None after the document's faults have been told what is wrong."""
    if document.faults and document.data is None:
        return None
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        document.faults += [_as_fault(document, detail, model) for detail in _telling(error.errors(include_url=False))]
        return None


def _telling(details: list[Any]) -> Iterator[Any]:
    """Not what only follows from another fault: that a list is too short because its items are faulty, or that what was meant as
    a text has not the fields that may stand there, too."""
    either = [detail for detail in details if detail["loc"][-1:] == (_AS_TEXT,)]
    fields = {detail["loc"][:-1] for detail in either if isinstance(detail["input"], dict) and "text" in detail["input"]}
    texts = {detail["loc"][:-1] for detail in either} - fields
    for detail in details:
        loc = detail["loc"]
        follows = detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]
        other_kind = loc[:-1] in fields if loc[-1:] == (_AS_TEXT,) else any(loc[: len(text)] == text for text in texts)
        if not follows and not other_kind:
            yield detail


def _as_fault(document: Document, detail: Any, model: type[BaseModel]) -> Fault:
    path = _written_path(document, tuple(detail["loc"]))
    line = document.line_of(path)
    shown = _in_words(document.data, path) or "the file"
    kind = str(detail["type"])
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "missing":
        return Fault(document.file, line, f"{_inside(shown, name)}: the field '{name}' is missing", "add it")
    if kind == "extra_forbidden":
        return Fault(document.file, line, f"the field '{name}' is unknown here", _instead_of(name, detail["loc"], model))
    what, mend = _kind_wanted(kind, detail["input"]) or (_message(str(detail["msg"])), "mend the value")
    return Fault(document.file, line, f"{shown}: {what}", mend)


def _instead_of(name: str, loc: tuple[str | int, ...], model: type[BaseModel]) -> str:
    """What to do with an unknown field: its like at this place, or where fields of this name do stand."""
    if model is Problem and len(loc) == 1 and name in CurriculumEntry.model_fields:
        return "remove it: that stands in problems/curriculum.yaml"
    close = get_close_matches(name, _fields_at(model, loc), n=1)
    return f"did you mean '{close[0]}'?" if close else "remove it"


def _kind_wanted(kind: str, given: Any) -> tuple[str, str] | None:
    """What pydantic calls tuples, dictionaries and models, as the writer of YAML knows them."""
    if kind in ("tuple_type", "list_type"):
        return "this should be a list", f"write [{json.dumps(given, ensure_ascii=False)}]" if _is_short(
            given
        ) else "mend the value"
    if kind in ("dict_type", "model_type"):
        return "this should have fields", "write `name: value` lines"
    if kind == "string_type" and given is None:
        return "nothing stands here", "write it, in quotes where it begins with #"
    if kind == "string_type" and isinstance(given, dict) and len(given) == 1:
        return f"the colon makes a field of '{next(iter(given))}'", "put the whole text in quotes"
    if kind == "string_pattern_mismatch":
        return f"'{given}' is no name of this kind", "write small letters, digits and single hyphens, such as my-problem"
    return None


def _is_short(given: Any) -> bool:
    return isinstance(given, str | int | float) and len(str(given)) <= 40


def _message(told: str) -> str:
    for pydantic, plain in (
        (" after validation", ""), ("Tuple should", "the list should"), ("Input should", "this should"),
        (", unable to parse string as a number", ""), (", unable to parse string as an integer", ""),
    ):  # fmt: skip
        told = told.replace(pydantic, plain)
    return f"{told[:1].lower()}{told[1:]}"


def _in_words(data: Any, path: tuple[str | int, ...]) -> str:
    """`criteria.cache-hot-links.weight`: what has a name is called by it, other items of a list are counted from 1."""
    parts = []
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            data = None
        names = [data[field] for field in _NAMING if isinstance(data.get(field), str)] if isinstance(data, dict) else []
        parts.append(str(part) if isinstance(part, str) else names[0] if names else str(part + 1))
    return ".".join(parts)


def _inside(shown: str, name: str) -> str:
    return shown if shown != name else "the file"


def _written_path(document: Document, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Pydantic's path without the union branches it puts in, cut where the file has nothing more."""
    path: tuple[str | int, ...] = ()
    for part in loc:
        if (*path, part) in document.lines:
            path = (*path, part)
    return path


def _fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The fields that may stand where a fault is."""
    here = [model]
    for part in map(str, loc[:-1]):
        inner = [found for one in here if part in one.model_fields for found in _models_in(one.model_fields[part].annotation)]
        here = inner or here  # a number in a list and the name of a concept lead no deeper
    return sorted({name for one in here for name in one.model_fields})


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]
