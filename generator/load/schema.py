"""The JSON Schema of a program file, which editors read, made from the model and its sentences."""

import json
from typing import Any

from generator.load.door import adapter
from generator.model import program


def program_schema() -> dict[str, Any]:
    """The JSON Schema of a program file, made from the model and its sentences."""
    schema = adapter(program.Program).json_schema()
    del schema["properties"]["id"]
    parts = schema.pop("$defs")
    # pydantic writes out in place what is used in one place only
    item = parts["Session"]["properties"]["exercises"]["items"]
    parts["Group"], item["then"] = item["then"], {"$ref": "#/$defs/Group"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Four Pillars program",
        **_plain_schema(schema),
        "$defs": {name: _plain_schema(parts[name]) for name in sorted(parts)},
    }


def _plain_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema as we would write it by hand.

    pydantic adds titles that repeat the names of fields, lets optional fields be null, which no
    field of ours may be, and gives defaults that only say that nothing is written.
    """
    either = schema.get("anyOf", ())
    if len(either) == 2 and either[1] == {"type": "null"}:
        schema = {**either[0], **{key: value for key, value in schema.items() if key != "anyOf"}}
    found: dict[str, Any] = {}
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
    return {key: found[key] for key in sorted(found, key=_place_in_schema)}


_ORDER = (
    *("$ref", "description", "markdownDescription", "type", "enum", "pattern"),
    *("patternErrorMessage", "minLength", "maxLength", "default", "examples", "minItems", "items"),
    *("if", "then", "else", "anyOf", "required", "properties", "additionalProperties"),
)
"""The keywords of the schema in the order we print them."""


def _place_in_schema(keyword: str) -> int:
    return _ORDER.index(keyword)


def program_schema_text() -> str:
    """The schema as the file editors read."""
    return json.dumps(program_schema(), ensure_ascii=False, indent=2) + "\n"
