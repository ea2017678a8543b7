"""Plain JSON data into frozen dataclasses, strictly: wrong types, missing and unknown fields are refused."""

from __future__ import annotations

import math
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

HUGE = 2**62


def build(kind: Any, data: Any, where: str = "") -> Any:
    """`data` as a value of the type `kind`; ValueError names the field that does not fit."""
    origin = get_origin(kind)
    if is_dataclass(kind):
        return _record(kind, data, where)
    if origin is Literal:
        return _member(get_args(kind), data, where)
    if origin in (Union, types.UnionType):
        return _either(get_args(kind), data, where)
    if origin is tuple:
        return _sequence(get_args(kind), data, where)
    if origin is Mapping:
        return _mapping(get_args(kind)[1], data, where)
    return _scalar(kind, data, where)


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _wrong(where: str, want: str) -> ValueError:
    return ValueError(f"{where or 'the value'} is not {want}")


def _record(kind: Any, data: Any, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise _wrong(where, "an object")
    known = {field.name: field for field in fields(kind)}
    if unknown := sorted(set(data) - set(known)):
        raise ValueError(f"{where or kind.__name__} has a field {unknown[0]!r} that nothing reads")
    hints = _hints(kind)
    values = {}
    for name, field in known.items():
        if name in data:
            values[name] = build(hints[name], data[name], f"{where}.{name}" if where else name)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{where or kind.__name__} lacks {name!r}")
    return kind(**values)


def _member(choices: tuple[Any, ...], data: Any, where: str) -> Any:
    if not isinstance(data, str) or data not in choices:
        raise _wrong(where, "one of " + ", ".join(map(str, choices)))
    return data


def _either(choices: tuple[Any, ...], data: Any, where: str) -> Any:
    if data is None and type(None) in choices:
        return None
    return build(next(choice for choice in choices if choice is not type(None)), data, where)


def _sequence(inner: tuple[Any, ...], data: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        raise _wrong(where, "a list")
    if inner[-1] is Ellipsis:
        return tuple(build(inner[0], item, f"{where}[{i}]") for i, item in enumerate(data))
    if len(data) != len(inner):
        raise _wrong(where, f"a list of {len(inner)}")
    return tuple(build(kind, item, f"{where}[{i}]") for i, (kind, item) in enumerate(zip(inner, data, strict=True)))


def _mapping(inner: Any, data: Any, where: str) -> dict[str, Any]:
    if not isinstance(data, Mapping) or not all(isinstance(key, str) for key in data):
        raise _wrong(where, "an object")
    return {key: build(inner, value, f"{where}.{key}") for key, value in data.items()}


def _scalar(kind: Any, data: Any, where: str) -> Any:
    if kind is float and isinstance(data, int | float) and not isinstance(data, bool) and math.isfinite(data):
        return float(data)
    if kind is int and isinstance(data, int) and not isinstance(data, bool) and abs(data) < HUGE:
        return data
    if kind in (str, bool) and isinstance(data, kind):
        return data
    raise _wrong(where, {str: "text", int: "a whole number", float: "a number", bool: "true or false"}[kind])


def plain(value: Any) -> Any:
    """Dataclasses and mappings of any kind as what JSON knows: the way back from `build`."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
