"""Every field of a program file, read off the model: what it means and how it is written."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.model.program import Program
from generator.model.spelling import OneOf, Spelling, WeeklySpelling
from generator.model.wording import sentence


@dataclass(frozen=True)
class Shape:
    """What a field may hold."""

    many: bool = False
    """A list of it."""
    spelling: Spelling | None = None
    """How one value is written."""
    maps: tuple[type, ...] = ()
    """The kinds of map it may be, each with fields of its own."""


@dataclass(frozen=True)
class Part:
    """A kind of map in a program file, and where it first stands."""

    type: type
    path: str
    """The keys that lead there: `blocks > sessions`; empty for the file itself."""


def parts() -> tuple[Part, ...]:
    """Every kind of map, the file first, each once."""
    found: dict[type, Part] = {}

    def walk(type_: type, path: str) -> None:
        if type_ in found:
            return
        found[type_] = Part(type_, path)
        for field, shape in shapes(type_):
            for inner in shape.maps:
                walk(inner, f"{path} > {key(field)}" if path else key(field))

    walk(Program, "")
    return tuple(found.values())


def shapes(type_: type) -> Iterator[tuple[Field[Any], Shape]]:
    """The fields of a map that an author writes, each with what it may hold."""
    hints = get_type_hints(type_, include_extras=True)
    for field in fields(type_):
        if field.name != "id" and field.init:
            yield field, shape(hints[field.name])


def shape(hint: Any) -> Shape:
    """What a type annotation lets an author write."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        marks = hint.__metadata__
        spelling = next((mark for mark in marks if isinstance(mark, Spelling)), None)
        if spelling:
            return Shape(spelling=spelling)
        one_of = next((mark for mark in marks if isinstance(mark, OneOf)), None)
        # the last kind is the usual one
        return Shape(maps=tuple(one_of.types.values())[::-1]) if one_of else shape(inside[0])
    if origin in (Union, UnionType):
        return shape(next(part for part in inside if part is not NoneType))
    if origin is tuple:
        one = shape(inside[0])
        return Shape(True, one.spelling, one.maps)
    if is_dataclass(hint) and isinstance(hint, type):
        return Shape(maps=(hint,))
    raise TypeError(f"the field reference cannot describe {hint!r}")


def key(field: Field[Any]) -> str:
    """How a field is called in a file."""
    return field.name.rstrip("_")


def needed(field: Field[Any]) -> str:
    """Whether it has to be there, and what holds when it is not."""
    if field.default_factory is not MISSING or field.default in (None, "", ()):
        return "Optional"
    if field.default is MISSING:
        return "Required"
    default = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return f"Optional, {default} when left out"


def how(spelling: Spelling, many: bool) -> str:
    """How a field is written, in sentences."""
    said = sentence(spelling.says)
    if isinstance(spelling, WeeklySpelling):
        said += " One value for all weeks, or a list with one for each week"
        said += (
            ", or a straight line from the first week to the last: `A to B`."
            if spelling.ramps
            else "."
        )
    return f"A list. For each entry: {said[:1].lower()}{said[1:]}" if many else said
