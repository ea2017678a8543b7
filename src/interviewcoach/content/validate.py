"""From plain data to a model, with every complaint told at its own line."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from interviewcoach.content.faults import Fault
from interviewcoach.content.yaml_reading import Document

M = TypeVar("M", bound=BaseModel)
_NAMING = ("id", "slug", "topic")


def model_from(document: Document, model: type[M]) -> M | None:
    """The model, or None after the document's faults have been told what is wrong."""
    if document.faults and document.data is None:
        return None
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        known = _field_names(model)
        for detail in error.errors(include_url=False):
            document.faults.append(_as_fault(document, detail, known))
        return None


def _as_fault(document: Document, detail: Any, known: list[str]) -> Fault:
    path = _written_path(document, tuple(detail["loc"]))
    line = document.line_of(path)
    shown = _in_words(document.data, path) or "the file"
    kind = str(detail["type"])
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "missing":
        return Fault(document.file, line, f"{_inside(shown, name)}: the field '{name}' is missing", "add it")
    if kind == "extra_forbidden":
        close = get_close_matches(name, known, n=1)
        mend = f"did you mean '{close[0]}'?" if close else "remove it"
        return Fault(document.file, line, f"the field '{name}' is unknown here", mend)
    what, mend = _kind_wanted(kind, detail["input"]) or (_message(str(detail["msg"])), "mend the value")
    return Fault(document.file, line, f"{shown}: {what}", mend)


def _kind_wanted(kind: str, given: Any) -> tuple[str, str] | None:
    """What pydantic calls tuples, dictionaries and models, as the writer of YAML knows them."""
    if kind in ("tuple_type", "list_type"):
        return "this should be a list", f"write [{json.dumps(given, ensure_ascii=False)}]" if _is_short(
            given
        ) else "mend the value"
    if kind in ("dict_type", "model_type"):
        return "this should have fields", "write `name: value` lines"
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


def _field_names(model: type[BaseModel], seen: set[type] | None = None) -> list[str]:
    seen = seen if seen is not None else set()
    if model in seen:
        return []
    seen.add(model)
    names = list(model.model_fields)
    for info in model.model_fields.values():
        for inner in _models_in(info.annotation):
            names += _field_names(inner, seen)
    return sorted(set(names))


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]
