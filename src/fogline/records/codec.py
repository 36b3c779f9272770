"""Records to JSON and back, exactly: what the ledger, shards and workers keep and send.

A record becomes an object keyed by field name; a field that has its default value is left out, so that older data still
reads after a field with a default was added. Where a field may hold one of several record types, the object says which
in `kind`. This is the inner form; the public one is `fogline.exports.contract`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from fogline.records.mentions import ActorMention, PlaceMention, QuantityMention, TimeMention

__all__ = ["Json", "decode", "encode"]

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Record = TypeVar("Record")

# The driver edge: a codec is compiled from annotations, so the values in between have no static type.
Step = Callable[[Any], Any]

KINDS: dict[str, type] = {
    "actor": ActorMention,
    "place": PlaceMention,
    "quantity": QuantityMention,
    "time": TimeMention,
}
KIND_OF = {record: kind for kind, record in KINDS.items()}
PLAIN = (str, int, float, bool, NoneType)


def encode(record: object) -> dict[str, Json]:
    """The record as JSON-able values."""
    record_type: Any = type(record)
    encoded: dict[str, Json] = _record_encoder(record_type)(record)
    return encoded


def decode(record_type: type[Record], data: Json) -> Record:
    """The record of `record_type` that `encode` made `data` from; unknown keys are passed over.

    Raises ValueError or TypeError where `data` is not of that type.
    """
    cached: Any = record_type
    decoded: Record = _record_decoder(cached)(data)
    return decoded


def _same(value: object) -> object:
    return value


@cache
def _record_encoder(record_type: type) -> Step:
    if not dataclasses.is_dataclass(record_type):
        raise TypeError(f"{record_type.__name__} is not a record")
    hints = get_type_hints(record_type)
    steps = [
        (field.name, _encoder(hints[field.name]), field.default)
        for field in dataclasses.fields(record_type)
        if field.init
    ]

    def step(record: object) -> dict[str, Json]:
        encoded: dict[str, Json] = {}
        for name, convert, default in steps:
            value = getattr(record, name)
            if value is not default and value != default:
                encoded[name] = value if convert is _same else convert(value)
        return encoded

    return step


@cache
def _record_decoder(record_type: type) -> Step:
    if not dataclasses.is_dataclass(record_type):
        raise TypeError(f"{record_type.__name__} is not a record")
    hints = get_type_hints(record_type)
    steps = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(record_type) if field.init}

    def step(data: object) -> object:
        if not isinstance(data, dict):
            raise ValueError(f"a {record_type.__name__} is an object, not {type(data).__name__}")
        known = {
            name: value if (convert := steps[name]) is _same else convert(value)
            for name, value in data.items()
            if name in steps
        }
        return record_type(**known)

    return step


def _encoder(hint: object) -> Step:
    return _compiled(hint, _encoder, _record_encoder, _kind_encoder, list)


def _decoder(hint: object) -> Step:
    return _compiled(hint, _decoder, _record_decoder, _kind_decoder, tuple)


def _compiled(
    hint: object,
    inner: Callable[[object], Step],
    record: Callable[[type], Step],
    kinds: Callable[[], Step],
    sequence: type,
) -> Step:
    """The step for one annotation: plain, optional, sequence, record, or one of several records."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in PLAIN or origin is Literal:
        return _same
    if origin in (Union, UnionType):
        return _union(arguments, inner, kinds)
    if origin is tuple and arguments[1:] == (...,):
        each = inner(arguments[0])
        return sequence if each is _same else lambda values: sequence(map(each, values))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return record(hint)
    raise TypeError(f"records cannot hold {hint}")


def _union(arguments: tuple[object, ...], inner: Callable[[object], Step], kinds: Callable[[], Step]) -> Step:
    rest = [argument for argument in arguments if argument is not NoneType]
    if len(rest) == 1:
        some = inner(rest[0])
        return some if some is _same else lambda value: None if value is None else some(value)
    if all(argument in KIND_OF for argument in rest):
        return kinds()
    if all(argument in PLAIN for argument in rest):
        return _same
    raise TypeError(f"records cannot tell apart {rest}")


def _kind_encoder() -> Step:
    return lambda value: {"kind": KIND_OF[type(value)], **encode(value)}


def _kind_decoder() -> Step:
    def step(data: object) -> object:
        kind = data.get("kind") if isinstance(data, dict) else None
        if kind not in KINDS:
            raise ValueError(f"not a kind of mention: {kind!r}")
        return _record_decoder(KINDS[kind])(data)

    return step
