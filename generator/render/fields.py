"""The field reference: every field of a program file, read off the model that checks it."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup

from generator.model import Program
from generator.model.sentences import sentences
from generator.model.spelling import OneOf, Spelling, WeeklySpelling
from generator.render.context import Context
from generator.render.library_parts import (
    Block,
    Row,
    anchor,
    blocks,
    made_from,
    prose,
    section,
    trail,
)
from generator.render.page import Html, Markdown, Page, Section
from generator.render.prose import markdown
from generator.render.route import CONTRIBUTE, FIELDS, MESSAGES, Links
from generator.render.words import sentence


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


def fields_page(context: Context) -> Page:
    """One section for each kind of map, in the order a file meets them."""
    links = Links(FIELDS)
    return Page(
        FIELDS,
        "Field reference",
        "Every field of a program file: what it means, how it is written, whether it is required.",
        (
            Section(
                (
                    trail(links, ("Contribute", CONTRIBUTE)),
                    Markdown(_INTRO.format(messages=links.file("page", MESSAGES))),
                )
            ),
            *(_section(part, links) for part in parts()),
            Section((made_from("generator/model/program.py", context),)),
        ),
        {"search": {"boost": 0.4}},
    )


_INTRO = """
This page is generated from the model that checks your file, so it cannot fall behind it. Your
editor shows the same sentences when the first line of the file names the schema. A message about a
field is explained under [messages]({messages}).

Write every value in plain words and numbers; quotes are hardly ever needed. Where a value may
change from week to week, write one value for all weeks or a list with one value for each week.
"""


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


def part_id(type_: type) -> str:
    """The anchor of a kind of map."""
    return type_.__name__.lower()


def _section(part: Part, links: Links) -> Section:
    return section(
        part.type.__name__ if part.path else "The whole file",
        part_id(part.type),
        Markdown(markdown(_about(part), links)),
        *_blocks(part, links),
    )


def _about(part: Part) -> str:
    stands = f" It stands under `{part.path}`." if part.path else ""
    return " ".join((part.type.__doc__ or "").split()) + stands


def _blocks(part: Part, links: Links) -> tuple[Html, ...]:
    documented = sentences(part.type)
    return blocks(
        Block(
            title=Markup("<code>{}</code>").format(key(field)),
            id=f"{part_id(part.type)}-{key(field).replace('_', '-')}",
            meta=_needed(field),
            text=prose(documented[field.name], links),
            rows=tuple(_rows(found)),
        )
        for field, found in shapes(part.type)
    )


def _needed(field: Field[Any]) -> str:
    """Whether it has to be there, and what holds when it is not."""
    if field.default_factory is not MISSING or field.default in (None, "", ()):
        return "Optional"
    if field.default is MISSING:
        return "Required"
    default = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return f"Optional, {default} when left out"


def _rows(found: Shape) -> Iterator[Row]:
    if found.maps:
        names = Markup(" or ").join(
            anchor(f"#{part_id(type_)}", type_.__name__.lower()) for type_ in found.maps
        )
        yield Row("A list of" if found.many else "Holds", names)
        return
    spelling = found.spelling
    if spelling is None:
        return
    if spelling.choices:
        label = "Any of" if found.many else "One of"
        yield Row(label, _codes(spelling.choices))
        return
    yield Row("How", _how(spelling, found.many))
    if spelling.examples:
        yield Row("Such as", _codes(spelling.examples))


def _how(spelling: Spelling, many: bool) -> Markup:
    said = sentence(spelling.says)
    if isinstance(spelling, WeeklySpelling):
        said += " One value for all weeks, or a list with one for each week"
        said += (
            ", or a straight line from the first week to the last: `A to B`."
            if spelling.ramps
            else "."
        )
    if many:
        said = f"A list. For each entry: {said[:1].lower()}{said[1:]}"
    return prose(said, Links(FIELDS))


def _codes(values: tuple[str, ...]) -> Markup:
    return Markup(", ").join(Markup("<code>{}</code>").format(value) for value in values)
