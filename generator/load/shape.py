"""The model's classes in the terms of pydantic's core, which holds data against them.

pydantic makes the same out of them in five times the time, since it is ready for all that anybody
may write in a class; ours hold seven kinds of things. A test compares what the two say.
"""

from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic_core import CoreSchema, SchemaValidator

from generator.model.spelling import OneOf, Spelling

_VALIDATORS: dict[type, SchemaValidator] = {}


def validator(type_: type) -> SchemaValidator:
    """What makes values of a class out of maps, lists and text; making one takes a while."""
    if type_ not in _VALIDATORS:
        _VALIDATORS[type_] = SchemaValidator(_shape(type_))
    return _VALIDATORS[type_]


def _shape(type_: Any) -> CoreSchema:
    if is_dataclass(type_) and isinstance(type_, type):
        return _dataclass(type_)
    kind, parts = get_origin(type_), get_args(type_)
    if kind is Annotated:
        return _annotated(parts[-1])
    if kind is tuple and parts[1:] == (...,):
        return {"type": "tuple", "items_schema": [_shape(parts[0])], "variadic_item_index": 0}
    if kind is dict:
        keys, values = map(_shape, parts)
        return {"type": "dict", "keys_schema": keys, "values_schema": values}
    if len(parts) == 2 and parts[1] is NoneType:
        return {"type": "nullable", "schema": _shape(parts[0])}
    raise TypeError(f"the model has no way to write {type_}")


def _annotated(how: object) -> CoreSchema:
    if isinstance(how, Spelling):
        return {"type": "function-plain", "function": {"type": "no-info", "function": how.read}}
    if isinstance(how, OneOf):
        choices = {kind: _shape(type_) for kind, type_ in how.types.items()}
        return {"type": "tagged-union", "choices": choices, "discriminator": how.kind_of}
    raise TypeError(f"the model has no way to read by {how}")


@cache
def _dataclass(type_: type) -> CoreSchema:
    hints = get_type_hints(type_, include_extras=True)
    settings: dict[str, Any] = vars(type_)["__pydantic_config__"]
    called = settings.get("alias_generator", str)
    return {
        "type": "dataclass",
        "cls": type_,
        "config": {"extra_fields_behavior": settings["extra"]},
        "fields": [field.name for field in fields(type_)],
        "schema": {
            "type": "dataclass-args",
            "dataclass_name": type_.__name__,
            "fields": [
                {
                    "type": "dataclass-field",
                    "name": field.name,
                    "validation_alias": called(field.name),
                    "schema": _optional(field, _shape(hints[field.name])),
                }
                for field in fields(type_)
            ],
        },
    }


def _optional(field: "Field[Any]", shape: CoreSchema) -> CoreSchema:
    """The shape of a field that may be left out."""
    if field.default is not MISSING:
        return {"type": "default", "schema": shape, "default": field.default}
    if field.default_factory is not MISSING:
        return {"type": "default", "schema": shape, "default_factory": field.default_factory}
    return shape
