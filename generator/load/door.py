"""Values of a file to values of the model, or findings. The home of pydantic."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, TypeVar

from pydantic_core import ValidationError

from generator.finding import MAX_FINDINGS, Finding, Keys
from generator.form import form_finding
from generator.load.shape import validator
from generator.load.suggest import nearest
from generator.model import program
from generator.model.spelling import Unreadable
from generator.source import Source

T = TypeVar("T")


def admit(source: Source, type_: type[T]) -> tuple[T | None, tuple[Finding, ...]]:
    """The model's value of a file, or every reason why there is none."""
    if source.data is None:
        return None, source.findings
    data, found = source.data, list(source.findings)
    if isinstance(data, dict) and "id" in data:
        hint = "Delete this line; the file name is the id."
        found.append(
            source.located(
                form_finding("SCH001", ("id",), "`id` is not a field", hint, on_key=True)
            )
        )
        data = {key: value for key, value in data.items() if key != "id"}
    empty = {finding.keys for finding in found if finding.code == "SCH011"}
    try:
        value: T = validator(type_).validate_python(data)
    except ValidationError as error:
        problems = [dict(problem) for problem in error.errors(include_url=False)[:MAX_FINDINGS]]
        found += (
            source.located(finding)
            for finding in _findings(source, problems)
            if finding.keys not in empty
        )
        return None, tuple(found)
    return (None if found else value), tuple(found)


def _findings(source: Source, problems: list[dict[str, Any]]) -> list[Finding]:
    """One finding per problem; a misspelt key and the missing one it stands for are one."""
    missing = [problem for problem in problems if problem["type"] == "missing"]
    findings = []
    for problem in problems:
        if problem["type"] == "unexpected_keyword_argument":
            keys = _keys(source, problem)
            siblings = {
                str(p["loc"][-1]): p for p in missing if _keys(source, p)[:-1] == keys[:-1]
            }  # fmt: skip
            wrote = str(keys[-1])
            word = _meant(wrote, siblings) or _meant(wrote, _fields_at(source, keys))
            if word in siblings:
                missing.remove(siblings[word])
                hint = f"Did you mean `{word}`? It is required and missing here."
            elif word:
                hint = f"Did you mean `{word}`?"
            else:
                hint = _FOREIGN.get(str(keys[-1]).casefold(), _LISTED)
            message = f"`{keys[-1]}` is not a field of {_thing(source, keys[:-1])}"
            findings.append(form_finding("SCH001", keys, message, hint, on_key=True))
        elif problem["type"] != "missing":
            findings += _refused(source, problem)
    for problem in missing:
        keys = _keys(source, problem)
        hint = _EXAMPLES.get(str(keys[-1]), f"Add `{keys[-1]}:`; see the field reference.")
        message = f"{_thing(source, keys[:-1])} needs `{keys[-1]}`"
        findings.append(form_finding("SCH002", keys, message, hint))
    return findings


def _refused(source: Source, problem: dict[str, Any]) -> Iterator[Finding]:
    keys, kind = _keys(source, problem), problem["type"]
    name = _named(keys)
    cause = problem.get("ctx", {}).get("error")
    if isinstance(cause, Unreadable):
        entries = {(*keys, index): entry for index, entry in cause.entries.items()}
        for path, error in (entries or {keys: cause}).items():
            hint = _choice(source.at(path), error) or error.hint
            # a value may go over several lines, a message may not
            message = " ".join(str(error).split())
            yield form_finding("SCH004", path, f"{_named(path)}: {message}", hint)
    elif kind in ("dataclass_type", "dict_type"):
        message = f"{name} has to be a map of fields, `name: value`"
        yield form_finding("SCH003", keys, message, "Write its fields below it, one on each line.")
    elif kind in ("tuple_type", "list_type"):
        hint = "Start each entry with `- `, or write `[one, two]`."
        yield form_finding("SCH003", keys, f"{name} has to be a list", hint)
    else:
        yield form_finding("SCH003", keys, f"{name}: {problem['msg']}", "See the field reference.")


def _choice(wrote: object, error: Unreadable) -> str:
    """The word an author meant, among those that may stand there."""
    if not isinstance(wrote, str) or not error.choices:
        return ""
    word = nearest(wrote, error.choices) or _DAY_WORDS.get(wrote.casefold()[:3])
    return f"Did you mean `{word}`?" if word in error.choices else ""


_DAY_WORDS = {day[:3]: day for day in program.DAYS}

_OTHER_NAMES = {
    "question": "q",
    "answer": "a",
    "repetitions": "reps",
    "weight": "load",
    "notes": "note",
    "description": "summary",
}
"""Names people use for fields that look quite different."""


def _meant(wrote: str, known: Iterable[str]) -> str | None:
    """The field an author meant."""
    names = list(known)
    other = _OTHER_NAMES.get(wrote.casefold())
    return other if other in names else nearest(wrote, names)


def _keys(source: Source, problem: dict[str, Any]) -> Keys:
    """pydantic's location as a path into the data, its union tags and aliases taken out."""
    keys: list[str | int] = []
    value: Any = source.data
    location = list(problem["loc"])
    for index, part in enumerate(location):
        last = index == len(location) - 1
        if part == "[key]" or (part in program.ITEM.types and keys[-2:-1] == ["exercises"]):
            continue
        if isinstance(value, dict) and part in value:
            value = value[str(part)]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif not last:
            continue
        keys.append(part)
    return tuple(keys)


_THINGS = {
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


def _thing(source: Source, keys: Keys) -> str:
    """What a path means, in a word or two."""
    if not keys:
        return "the file"
    group = _group(source, keys)
    if group:
        return f"a {group}"
    above = str(keys[-2]) if len(keys) > 1 else ""
    if isinstance(keys[-1], int):
        return _THINGS.get(above, f"an entry of `{above}`")
    return _THINGS[above] if above in ("topics", "thresholds") else f"`{keys[-1]}`"


def _group(source: Source, keys: Keys) -> str:
    """`superset` or `circuit` where a path leads to one."""
    value = source.at(keys)
    if keys[-2:-1] != ("exercises",) or not isinstance(value, dict):
        return ""
    return next((kind for kind in ("superset", "circuit") if kind in value), "")


def _named(keys: Keys) -> str:
    """The field a path ends in, in the words of its author."""
    words = [f"`{key}`" for key in keys if isinstance(key, str)]
    if not words:
        return "the file"
    if isinstance(keys[-1], int):
        return f"entry {keys[-1] + 1} of {words[-1]}"
    return words[-1]


def _fields_at(source: Source, keys: Keys) -> tuple[str, ...]:
    """The fields that may stand beside a key."""
    if _group(source, keys[:-1]):
        return _names(program.Group)
    words = [str(key) for key in keys[:-1] if isinstance(key, str)]
    return _FIELDS_AT.get(words[-1] if words else "", ())


_LISTED = "Delete it, or look up in the field reference what can stand here."
_FOREIGN = {
    "rpe": "Write `rir: 2` for RPE 8 (two left), or `load: RPE 8`.",
    "weight": "Write `load: 60 kg`.",
    "percent": "Write `load: 72%`.",
    "intensity": "Write `load: 72%`, or `rir: 2`.",
}
"""Fields of other tools, and what they are called here."""
_EXAMPLES = {
    "title": "Add `title:` with the program's name.",
    "summary": "Add `summary:` with a sentence or two about the program.",
    "level": f"Add one of {', '.join(program.LEVELS)}.",
    "goal": f"Add one of {', '.join(program.GOALS)}.",
    "equipment": "Add what the exercises need, such as `equipment: [barbell, rack, plates]`.",
    "session_minutes": "Add how long the longest session takes, such as `session_minutes: 60`.",
    "authors": "Add who wrote it, such as `authors: [{name: A. Lifter}]`.",
    "takeaways": "Add three to seven, each with `text:`, `pillar:` and `claims:`.",
    "pillar": "Add the pillar or topic it belongs to, such as `pillar: recovery`.",
    "blocks": "Add the weeks of the program, block by block.",
    "weeks": "Add how many weeks the block lasts, such as `weeks: 4`.",
    "day": "Add a weekday, such as `day: monday`.",
    "exercises": "Add the exercises of the day as a list.",
    "exercise": "Add `exercise:` with an id from the exercise library.",
    "sets": "Add `sets: 3`.",
    "reps": "Add `reps: 8-12`.",
    "sleep": "Add `sleep: 7-9 h`.",
    "protein": "Add `protein: 1.6-2.2 g/kg`.",
    "energy": "Add `energy: maintenance` or `energy: +5%`.",
    "kind": "Add one of double, linear, percent, rir.",
    "after": "Add how many sessions without progress it takes, such as `after: 2`.",
    "cut": "Add how much load comes off, such as `cut: 10%`.",
    "text": "Add `text:` with a sentence for the reader.",
    "reason": "Add `reason:` with a sentence readers will see on the guide.",
    "rule": "Add the code of the rule, such as `rule: OVL001`.",
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
    "where": _names(program.Where),
}


def program_schema() -> dict[str, Any]:
    """The JSON Schema of a program file, made from the model and its sentences."""
    from pydantic import TypeAdapter  # slow, and a check has no use for it

    schema = TypeAdapter(program.Program).json_schema()
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
