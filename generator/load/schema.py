"""The JSON Schema of a program file, which editors read, made from the model and its sentences.

It uses only keywords that mean the same in draft-07 and in 2020-12, so that the twin for readers
of draft-07 says the same; some editors read no later one.
"""

import json
from typing import Any, Literal

from generator.load.snippets import SNIPPETS
from generator.model import program

Schema = dict[str, Any]
Draft = Literal["2020-12", "7"]

DRAFTS: tuple[Draft, ...] = ("2020-12", "7")
"""The drafts a schema can be printed for, the one we publish first."""

_ID = "urn:four-pillars:program:v1"
"""What the schema is called wherever it stands; within v1, no file that was right turns wrong."""


def program_schema(draft: Draft = "2020-12") -> Schema:
    """The JSON Schema of a program file."""
    schema = _made_from_the_model()
    if draft == "2020-12":
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": _ID,
            **schema,
        }
    twin: Schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"{_ID}:draft-07",
        **schema,
        "definitions": schema["$defs"],
    }
    del twin["$defs"]
    found: Schema = _with_definitions(twin)
    return found


def program_schema_text(draft: Draft = "2020-12") -> str:
    """The schema as the file editors read."""
    return json.dumps(program_schema(draft), ensure_ascii=False, indent=2) + "\n"


def _made_from_the_model() -> Schema:
    from pydantic import TypeAdapter  # slow, and a check has no use for it

    schema = TypeAdapter(program.Program).json_schema()
    del schema["properties"]["id"]
    parts = schema.pop("$defs")
    # pydantic writes out in place what is used in one place only
    session = parts["Session"]["properties"]["exercises"]
    item = session["items"]
    parts["Group"], item["then"] = item["then"], {"$ref": "#/$defs/Group"}
    parts["Item"], session["items"] = item, {"$ref": "#/$defs/Item"}
    for name, snippets in SNIPPETS.items():
        part = schema if name == "Program" else parts[name]
        part["defaultSnippets"] = [snippet.schema() for snippet in snippets]
    return {
        "title": "Four Pillars program",
        **_plain_schema(schema),
        "$defs": {name: _plain_schema(parts[name]) for name in sorted(parts)},
    }


def _with_definitions(value: Any) -> Any:
    """The same with references to `definitions`, as draft-07 calls the parts of a schema."""
    if isinstance(value, list):
        return [_with_definitions(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: inner.replace("#/$defs/", "#/definitions/")
        if key == "$ref"
        else _with_definitions(inner)
        for key, inner in value.items()
    }


def _plain_schema(schema: Schema) -> Schema:
    """A schema as we would write it by hand.

    pydantic adds titles that repeat the names of fields, lets optional fields be null, which no
    field of ours may be, and gives defaults that only say that nothing is written.
    """
    either = schema.get("anyOf", ())
    if len(either) == 2 and either[1] == {"type": "null"}:
        schema = {**either[0], **{key: value for key, value in schema.items() if key != "anyOf"}}
    found: Schema = {}
    for key, value in schema.items():
        match key:
            case "title":
                continue
            case "default" if value in (None, "", []):
                continue
            case "properties":
                found[key] = {name: _plain_schema(field) for name, field in value.items()}
            case "items" | "if" | "then" | "else":
                found[key] = _plain_schema(value)
            case "description":
                paragraphs = [" ".join(part.split()) for part in value.split("\n\n")]
                found[key] = "\n\n".join(paragraphs)
                if "`" in value:
                    found["markdownDescription"] = found[key]
            case _:
                found[key] = value
    if found.get("type") == "array":
        found["errorMessage"] = "A list is expected here: start each entry with `- `."
    return {key: found[key] for key in sorted(found, key=_place_in_schema)}


_ORDER = (
    *("$ref", "description", "markdownDescription", "type", "errorMessage", "enum"),
    *("enumDescriptions", "pattern", "patternErrorMessage", "minimum", "maximum", "multipleOf"),
    *("default", "examples", "defaultSnippets", "minItems", "items"),
    *("if", "then", "else", "anyOf", "required", "properties", "additionalProperties"),
)
"""The keywords of the schema in the order we print them."""


def _place_in_schema(keyword: str) -> int:
    return _ORDER.index(keyword)
