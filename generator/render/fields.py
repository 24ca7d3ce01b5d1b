"""The field reference: every field of a program file, read off the model that checks it."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.fields import Part, Shape, how, key, needed, parts, shapes
from generator.model.sentences import sentences
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
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Section
from generator.view.prose import markdown
from generator.view.route import CONTRIBUTE, FIELDS, MESSAGES, Links


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
    )


_INTRO = """
This page is generated from the model that checks your file, so it cannot fall behind it. Your
editor shows the same sentences when the first line of the file names the schema. A message about a
field is explained under [messages]({messages}).

Write every value in plain words and numbers; quotes are hardly ever needed. Where a value may
change from week to week, write one value for all weeks or a list with one value for each week.
"""


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
            meta=needed(field),
            text=prose(documented[field.name], links),
            rows=tuple(_rows(found)),
        )
        for field, found in shapes(part.type)
    )


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
    yield Row("How", prose(how(spelling, found.many), Links(FIELDS)))
    if spelling.examples:
        yield Row("Such as", _codes(spelling.examples))


def _codes(values: tuple[str, ...]) -> Markup:
    return Markup(", ").join(Markup("<code>{}</code>").format(value) for value in values)
