"""Values of a file to values of the model, or findings. The home of pydantic."""

import json
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema

from generator.finding import Finding, Keys
from generator.form import FORM_RULES
from generator.load.suggest import nearest
from generator.model import program
from generator.model.spelling import Unreadable
from generator.source import Source

T = TypeVar("T")


@cache
def _adapter(type_: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(type_)


def admit(source: Source, type_: type[T]) -> tuple[T | None, tuple[Finding, ...]]:
    """The model's value of a file, or every reason why there is none."""
    if source.data is None:
        return None, source.findings
    empty = {finding.keys for finding in source.findings if finding.code == "SCH011"}
    try:
        value = _adapter(type_).validate_python(source.data)
    except ValidationError as error:
        problems = [dict(problem) for problem in error.errors(include_url=False)]
        found = tuple(
            source.located(finding)
            for finding in _findings(source, problems)
            if finding.keys not in empty
        )
        return None, source.findings + found
    return (None if source.findings else value), source.findings


def _findings(source: Source, problems: list[dict[str, Any]]) -> list[Finding]:
    """One finding per problem; a misspelt key and the missing one it stands for are one."""
    missing = [problem for problem in problems if problem["type"] == "missing"]
    findings = []
    for problem in problems:
        if problem["type"] == "unexpected_keyword_argument":
            keys = _keys(source, problem)
            wanted = _field_names_beside(problem, source)
            siblings = {
                p["loc"][-1]: p for p in missing if _keys(source, p)[:-1] == keys[:-1]
            }  # fmt: skip
            word = nearest(str(keys[-1]), siblings) or nearest(str(keys[-1]), wanted)
            if word in siblings:
                missing.remove(siblings[word])
                hint = f"Did you mean `{word}`? It is required and missing here."
            elif word:
                hint = f"Did you mean `{word}`?"
            else:
                hint = "Delete it, or see the field reference for what can stand here."
            where = _thing(keys[:-1])
            findings.append(
                _form(
                    "SCH001", keys, f"`{keys[-1]}` is not a field of {where}", hint, on_key=True
                )  # fmt: skip
            )
        elif problem["type"] != "missing":
            findings.append(_refused(source, problem))
    for problem in missing:
        keys = _keys(source, problem)
        findings.append(
            _form(
                "SCH002", keys, f"{_thing(keys[:-1])} needs `{keys[-1]}`", _documented(problem, keys)
            )  # fmt: skip
        )
    return findings


def _refused(source: Source, problem: dict[str, Any]) -> Finding:
    keys = _keys(source, problem)
    name = _named(keys)
    cause = problem.get("ctx", {}).get("error")
    if isinstance(cause, Unreadable):
        if cause.index is not None:
            keys = (*keys, cause.index)
        hint = cause.hint or _hint_for(problem)
        return _form("SCH004", keys, f"{name}: {cause}", hint)
    kind = problem["type"]
    if kind in ("dataclass_type", "dict_type"):
        return _form("SCH003", keys, f"{name} has to be a map of fields, `name: value`", "")
    if kind in ("tuple_type", "list_type"):
        return _form(
            "SCH003", keys, f"{name} has to be a list",
            "Start each entry with `- `, or write `[one, two]`.",
        )  # fmt: skip
    return _form("SCH003", keys, f"{name}: {problem['msg']}", "")


def _hint_for(problem: dict[str, Any]) -> str:
    wrote = problem.get("input")
    message = str(problem["ctx"]["error"])
    if isinstance(wrote, str) and " is not one of " in message:
        choices = message.split(" is not one of ")[1].split(", ")
        word = nearest(wrote, choices) or _DAY_WORDS.get(wrote.casefold()[:3])
        if word in choices:
            return f"Did you mean `{word}`?"
    return ""


_DAY_WORDS = {day[:3]: day for day in program.DAYS}


def _form(code: str, keys: Keys, message: str, hint: str, on_key: bool = False) -> Finding:
    rule = FORM_RULES[code]
    return Finding(keys, message, hint, on_key=on_key, code=rule.code, name=rule.name)


def _keys(source: Source, problem: dict[str, Any]) -> Keys:
    """pydantic's location as a path into the data, its union tags and aliases taken out."""
    keys: list[str | int] = []
    value: Any = source.data
    location = list(problem["loc"])
    for index, part in enumerate(location):
        last = index == len(location) - 1
        if part == "[key]":
            continue
        if isinstance(value, dict) and part in value:
            value = value[str(part)]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif not last:
            continue
        elif part in program.ITEM.types:
            continue
        keys.append(part)
    return tuple(keys)


_THINGS = {
    (): "the file",
    "sessions": "a session",
    "exercises": "an exercise",
    "superset": "an exercise",
    "circuit": "an exercise",
    "blocks": "a block",
    "takeaways": "a takeaway",
    "deviations": "a deviation",
    "authors": "an author",
    "swap": "a swap",
    "faq": "a question",
    "faults": "a fault",
    "implications": "an implication",
    "topics": "a topic",
    "thresholds": "a threshold",
}


def _thing(keys: Keys) -> str:
    """What a path means, in a word or two."""
    if not keys:
        return "the file"
    if isinstance(keys[-1], int):
        return _THINGS.get(keys[-2], f"an entry of `{keys[-2]}`")
    if len(keys) > 1 and keys[-2] in ("topics", "thresholds"):
        return _THINGS[keys[-2]]
    return f"`{keys[-1]}`"


def _named(keys: Keys) -> str:
    """The field a path ends in, in the words of its author."""
    words = [f"`{key}`" for key in keys if isinstance(key, str)]
    if not words:
        return "the file"
    if isinstance(keys[-1], int):
        return f"entry {keys[-1] + 1} of {words[-1]}"
    return words[-1]


def _field_names_beside(problem: dict[str, Any], source: Source) -> list[str]:
    """The fields that may stand where an unknown key was found."""
    names = _FIELDS_AT.get(_shape(_keys(source, problem)[:-1]), ())
    return list(names)


def _shape(keys: Keys) -> str:
    """A path with its numbers and group names taken out."""
    words = [str(key) for key in keys if isinstance(key, str)]
    return words[-1] if words else ""


def _documented(problem: dict[str, Any], keys: Keys) -> str:
    return _EXAMPLES.get(str(keys[-1]), "")


_EXAMPLES = {
    "sets": "Add `sets: 3`.",
    "reps": "Add `reps: 8-12`.",
    "exercise": "Add `exercise:` with an id from the exercise library.",
    "day": "Add a weekday, such as `day: monday`.",
    "title": "Add `title:` with the program's name.",
    "weeks": "Add `weeks:` with how many weeks the block lasts.",
    "goal": f"Add one of {', '.join(program.GOALS)}.",
    "level": f"Add one of {', '.join(program.LEVELS)}.",
    "session_minutes": "Add how long the longest session takes, such as `session_minutes: 60`.",
    "sleep": "Add `sleep: 7-9 h`.",
    "protein": "Add `protein: 1.6-2.2 g/kg`.",
    "energy": "Add `energy: maintenance` or `energy: +5%`.",
}


def _names(type_: type) -> tuple[str, ...]:
    return tuple(field.name.rstrip("_") for field in fields(type_) if field.name != "id")


_FIELDS_AT = {
    "": _names(program.Program),
    "blocks": _names(program.Block),
    "sessions": _names(program.Session),
    "exercises": (*_names(program.Prescription), "superset", "circuit"),
    "superset": _names(program.Prescription),
    "circuit": _names(program.Prescription),
    "swap": _names(program.Swap),
    "takeaways": _names(program.Takeaway),
    "audience": _names(program.Audience),
    "authors": _names(program.Author),
    "progression": _names(program.Progression),
    "stall": _names(program.Stall),
    "recovery": _names(program.Recovery),
    "nutrition": _names(program.Nutrition),
    "faq": _names(program.Question),
    "origin": _names(program.Origin),
    "deviations": _names(program.Deviation),
}


def program_schema() -> dict[str, Any]:
    """The JSON Schema of a program file, made from the model and its sentences."""
    schema = _adapter(program.Program).json_schema(schema_generator=GenerateJsonSchema)
    schema["properties"].pop("id", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Four Pillars program",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def program_schema_text() -> str:
    """The schema as the file editors read."""
    return json.dumps(program_schema(), ensure_ascii=False, indent=2) + "\n"
