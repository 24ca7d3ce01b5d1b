"""The API described for machines: an OpenAPI 3.1 document with a schema of every answer.

Servers are relative where the site's address is not known; tools resolve them against the place
they read the document from.
"""

import ast
import inspect
import json
import posixpath
from collections import ChainMap
from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.export.api.addresses import FOLDER
from generator.export.api.answers import ANSWERS, TAGS, Answer
from generator.export.api.documents import LICENCE
from generator.export.api.shapes import common, framework, library, plan, program, report
from generator.imprint import DISCLAIMER, NAME
from generator.model.sentences import fields_of

Json = dict[str, Any]
LONGEST_EXAMPLE = 3000
"""Characters of an example that stands in the document; a longer one is only pointed at."""
IDS = {"rule": "^[A-Z]{3}[0-9]{3}$"}
"""How ids are written, where they are not lower case words joined by hyphens."""


def openapi(examples: Mapping[str, Any], site_url: str = "") -> Json:
    """The whole document; `examples` are answers by their file, of which the first of a kind shows.

    `site_url` is the site's address with a slash at its end, or empty.
    """
    schemas = shape_schemas()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{NAME}: the data",
            "version": "1.0.0",
            "summary": "Leg-training programs, rules and evidence as static JSON files.",
            "description": "Files, not a service: no key, no limit, no query. Within v1 no field "
            "goes away and none changes its meaning; new ones may come. A field without a value "
            "is `null`. Names of numbers end in their unit. Links are relative to the file they "
            f"stand in. {LICENCE.attribution} {DISCLAIMER}",
            "contact": {"name": f"{NAME} contributors"},
            "license": {"name": LICENCE.name, "identifier": LICENCE.spdx},
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "servers": [_server(FOLDER, site_url)],
        "tags": [{"name": name, "description": says} for name, says in TAGS.items()],
        "paths": {
            path: item for answer in ANSWERS for path, item in _path(answer, examples, site_url)
        },
        "components": {
            "schemas": schemas,
            "responses": {"NotFound": {"description": "There is nothing of this id."}},
        },
    }


def _server(folder: str, site_url: str) -> Json:
    # `../v1` and not `.`: what it resolves to does not end in a slash
    relative = f"../{posixpath.basename(folder)}" if folder == FOLDER else f"../../{folder}"
    return {
        "url": f"{site_url}{folder}" if site_url else relative,
        "description": "This site",
    }


def _path(answer: Answer, examples: Mapping[str, Any], site_url: str) -> list[tuple[str, Json]]:
    inside = answer.path.startswith(f"{FOLDER}/")
    folder = FOLDER if inside else answer.path.partition("/")[0]
    item: Json = {"get": _operation(answer, examples)}
    if not inside:
        item = {"servers": [_server(folder, site_url)], **item}
    return [(answer.path.removeprefix(folder), item)]


def _operation(answer: Answer, examples: Mapping[str, Any]) -> Json:
    first = first_of(answer, examples)
    content: Json = {"schema": {"$ref": f"#/components/schemas/{answer.shape.__name__}"}}
    if first:
        content["examples"] = {"first": _example(examples[first], first)}
    found: Json = {
        "operationId": answer.name,
        "tags": [answer.tag],
        "summary": answer.says,
        "description": answer.more,
        "responses": {
            "200": {"description": answer.says, "content": {"application/json": content}}
        },
    }
    if answer.parameter:
        found["parameters"] = [
            {
                "name": answer.parameter,
                "in": "path",
                "required": True,
                "description": "Its code." if answer.parameter in IDS else "Its id.",
                "schema": {
                    "type": "string",
                    "pattern": IDS.get(answer.parameter, "^[a-z0-9]+(?:-[a-z0-9]+)*$"),
                },
                **({"example": id_in(answer, first)} if first else {}),
            }
        ]
        found["responses"]["404"] = {"$ref": "#/components/responses/NotFound"}
    return found


def first_of(answer: Answer, files: Mapping[str, Any]) -> str:
    """The first file that is such an answer; empty where there is none."""
    if not answer.parameter:
        return answer.path if answer.path in files else ""
    return next((file for file in files if id_in(answer, file)), "")


def id_in(answer: Answer, file: str) -> str:
    """The id in the path of a file, where it is such an answer."""
    before, _, behind = answer.path.partition(f"{{{answer.parameter}}}")
    fits = file.startswith(before) and file.endswith(behind)
    id_ = file[len(before) : len(file) - len(behind)] if fits else ""
    return "" if "/" in id_ else id_


def _example(answer: Any, file: str) -> Json:
    shown = _shortened(answer)
    if len(json.dumps(shown)) <= LONGEST_EXAMPLE:
        cut = " Lists are cut to their first entry." if shown != answer else ""
        return {"summary": f"{posixpath.basename(file)}.{cut}", "value": shown}
    return {
        "summary": posixpath.basename(file),
        "externalValue": posixpath.relpath(file, FOLDER),
    }


def _shortened(answer: Json) -> Json:
    return {key: value[:1] if isinstance(value, list) else value for key, value in answer.items()}


@cache
def shape_schemas() -> Json:
    """The JSON Schema of every answer and its parts, by name."""
    from pydantic import TypeAdapter

    inputs: Any = [(answer.name, "serialization", TypeAdapter(answer.shape)) for answer in ANSWERS]
    _, found = TypeAdapter.json_schemas(inputs, ref_template="#/components/schemas/{model}")
    documented = _documented()
    schemas = {name: _plain(schema) for name, schema in sorted(found["$defs"].items())}
    for name, schema in schemas.items():
        for field, of_field in schema["properties"].items():
            of_field["description"] = documented[name][field]
    return schemas


def _documented() -> Mapping[str, Mapping[str, str]]:
    """The sentence under each field of a shape, those it inherits included.

    pydantic reads them as well, but goes through a whole module anew for each class.
    """
    found: dict[str, dict[str, str]] = {}
    for module in (common, program, plan, report, library, framework):
        for part in ast.parse(inspect.getsource(module)).body:
            if isinstance(part, ast.ClassDef):
                above = (base.id for base in part.bases if isinstance(base, ast.Name))
                inherited = (found[name] for name in above)
                found[part.name] = dict(ChainMap(fields_of(part), *inherited))
    return found


def _plain(schema: Any) -> Any:
    """A schema without the titles that only repeat the names of fields, and with plain spaces."""
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: " ".join(value.split())
        if key == "description" and isinstance(value, str)
        else {name: _plain(field) for name, field in value.items()}
        if key == "properties"
        else _plain(value)
        for key, value in schema.items()
        if key != "title"
    }
