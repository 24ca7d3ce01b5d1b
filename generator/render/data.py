"""The page about the data: what files there are and what they hold, from the OpenAPI document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.export.api import addresses
from generator.export.api.answers import ANSWERS, TAGS, Answer
from generator.export.api.documents import LICENCE
from generator.export.api.openapi import openapi
from generator.render.library_parts import Block, Row, anchor, blocks, jumps, section
from generator.render.templates import component
from generator.view.context import Context
from generator.view.page import Markdown, Page, Section
from generator.view.prose import inline_html
from generator.view.route import (
    BIBTEX,
    CONTRIBUTE,
    CSL_JSON,
    DATA,
    FEED,
    FIELDS,
    PROGRAMS,
    Links,
)
from generator.view.words import capital, joined

Json = Mapping[str, Any]
SERVED = "http://127.0.0.1:8000/"
"""Where `make serve` shows the site."""
PROGRAM_SCHEMA = "schema/program/v1.json"
_HEADINGS = {"start": "Start here", "library": "Exercises and words"}
"""What the tags are called where the word alone says too little."""


@dataclass(frozen=True)
class Shape:
    """What an answer, or a part of one, holds."""

    id: str
    name: str
    says: Markup
    rows: tuple[Row, ...]


def data_page(context: Context) -> Page:
    """How to get everything on the site as files."""
    links = Links(DATA)
    document = openapi({}, context.site_url)
    sections = (
        *(_of_tag(tag, context, links) for tag in TAGS),
        _others(links),
        _shapes(document),
    )
    return Page(
        DATA,
        "Data",
        "Everything on this site as files for your own programs: a JSON API with its description, "
        "a feed, and downloads.",
        (
            Section((Markdown(_intro(links)), jumps(sections))),
            section("Try it", "try", Markdown(_try(context))),
            section("What you may do with it", "licence", Markdown(_licence())),
            *sections,
        ),
    )


def _intro(links: Links) -> str:
    return f"""
What this site knows is here as plain files: programs to the last set, what each rule says of them,
exercises, claims with verdicts, sources. There is no key, no limit and nothing to sign up for.

- [OpenAPI document](<{links.beside(addresses.OPENAPI)}>): every file described, with a JSON Schema
  of what it holds. Tools make clients and mock servers from it.
- [Feed of new and changed programs](<{links.beside(FEED)}>), for a feed reader.
- Within `v1` no field goes away and none changes its meaning; new ones may come. `schema` in each
  file names its shape.
"""


def _try(context: Context) -> str:
    site = context.site_url or SERVED
    where = "" if context.site_url else " The address is that of `make serve`; put in your own."
    return f"""
```sh
curl -s {site}{addresses.PROGRAMS} |
  jq -r '.programs[] | select(.days_a_week == 2) | "\\(.title): \\(.weeks) weeks"'
```

This lists the programs with two days a week.{where} A field without a value is `null`, names of
numbers end in their unit, and links lead on from the file they stand in.
"""


def _licence() -> str:
    return (
        f"[{LICENCE.name}](<{LICENCE.url}>) ({LICENCE.spdx}): use it for anything. "
        f"{LICENCE.attribution}"
    )


def _of_tag(tag: str, context: Context, links: Links) -> Section:
    body = blocks(_block(item, context, links) for item in ANSWERS if item.tag == tag)
    return section(_HEADINGS.get(tag, capital(tag)), tag, *body)


def _block(answer: Answer, context: Context, links: Links) -> Block:
    example = answer.file(_first_id(answer, context)) if answer.parameter else answer.path
    there = bool(_first_id(answer, context)) if answer.parameter else True
    rows = [Row("Address", Markup("<code>{}</code>").format(answer.path))]
    if answer.parameter and there:
        rows.append(Row("For example", anchor(links.asset(example), example)))
    name = answer.shape.__name__
    rows.append(Row("Holds", anchor(f"#{_place(name)}", name)))
    return Block(
        title=answer.says,
        href="" if answer.parameter else links.asset(answer.path),
        text=answer.more,
        rows=tuple(rows),
    )


def _first_id(answer: Answer, context: Context) -> str:
    library = context.library
    known: Mapping[str, Iterable[str]] = {
        "program": (plan.program.id for plan in context.plans),
        "exercise": sorted(library.exercises),
        "claim": sorted(library.claims),
        "source": sorted(library.sources),
        "rule": (rule.code for rule in context.rules),
    }
    return next(iter(known[answer.parameter]), "")


def _others(links: Links) -> Section:
    fields, catalogue = links.file("page", FIELDS), links.file("page", PROGRAMS)
    contribute = links.file("page", CONTRIBUTE)
    text = f"""
- Each guide [in the catalogue]({catalogue}) has its sets as a table under “Take it with you”.
- The sources for a reference manager: [BibTeX](<{links.beside(BIBTEX)}>) and
  [CSL-JSON](<{links.beside(CSL_JSON)}>).
- [The schema of a program file](<{links.beside(PROGRAM_SCHEMA)}>), for editors. The
  [field reference]({fields}) explains it, and [Contribute]({contribute}) what to do with such a
  file.
"""
    return section("Other files", "files", Markdown(text))


def _shapes(document: Json) -> Section:
    schemas: Json = document["components"]["schemas"]
    shapes = [
        Shape(
            _place(name),
            name,
            Markup(inline_html(schema["description"], Links(DATA))),
            tuple(
                Row(
                    Markup("<code>{}</code>").format(field),
                    Markup("{} <span class='fp-type'>{}</span>").format(
                        Markup(inline_html(of_field["description"], Links(DATA))),
                        _kind(of_field),
                    ),
                )
                for field, of_field in schema["properties"].items()
            ),
        )
        for name, schema in schemas.items()
    ]
    return section(
        "Every field",
        "fields",
        Markdown("The same as in the OpenAPI document, in words. Every field is always there."),
        component("data/shapes.html", shapes=shapes),
    )


def _place(name: str) -> str:
    """The anchor of a shape."""
    return f"shape-{name.lower()}"


_TYPES = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "boolean": "true or false",
}
_FORMATS = {"date": "date", "uri": "web address", "uri-reference": "link"}


def _kind(schema: Json) -> Markup | str:
    """What a field holds, in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return anchor(f"#{_place(name)}", name)
    if "anyOf" in schema:
        return Markup(" or ").join(_kind(one) for one in schema["anyOf"])
    if "const" in schema:
        return Markup("always <code>{}</code>").format(schema["const"])
    if "enum" in schema:
        return f"one of {joined(schema['enum'], 'or')}"
    match schema.get("type"):
        case "array":
            return Markup("list: {}").format(_kind(schema["items"]))
        case "object":
            return Markup("by id: {}").format(_kind(schema["additionalProperties"]))
        case "null":
            return "null"
        case str(name):
            return _FORMATS.get(schema.get("format", ""), _TYPES[name])
    raise AssertionError(schema)
