"""Values of a file to values of the model, or findings. The home of pydantic."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from fractions import Fraction
from typing import Any, TypeVar

from pydantic_core import ValidationError

from generator.edit import scalar
from generator.finding import MAX_FINDINGS, Change, Edit, Finding, Fix, Keys
from generator.form import form_finding
from generator.load.mending import another_word, deleted
from generator.load.shape import validator
from generator.load.straight import straightened
from generator.load.suggest import nearest, slip_of
from generator.model import program
from generator.model.number import plain
from generator.model.spelling import Unreadable
from generator.source import Source

T = TypeVar("T")


def admit(source: Source, type_: type[T]) -> tuple[T | None, tuple[Finding, ...]]:
    """The model's value of a file, or every reason why there is none."""
    if source.data is None:
        return None, tuple(straightened(source))
    data, found = source.data, straightened(source)
    if isinstance(data, dict) and "id" in data:
        hint = "Delete this line; the file name is the id."
        fix = deleted(("id",), "delete `id`", safe=True)
        finding = form_finding("SCH001", ("id",), "`id` is not a field", hint, on_key=True, fix=fix)
        found.append(source.located(finding))
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
            wrote, fields_here = str(keys[-1]), _fields_at(source, keys)
            word = _meant(wrote, siblings) or _meant(wrote, fields_here)
            if word in siblings:
                missing.remove(siblings[word])
                hint = f"Did you mean `{word}`? It is required and missing here."
            elif word:
                hint = f"Did you mean `{word}`?"
            else:
                hint = _FOREIGN.get(str(keys[-1]).casefold(), _LISTED)
            message = f"`{keys[-1]}` is not a field of {_thing(source, keys[:-1])}"
            certain = slip_of(wrote, fields_here) == word and bool(word)
            fix = _foreign(source, keys) or _renamed(source, keys, word, certain)
            findings.append(form_finding("SCH001", keys, message, hint, on_key=True, fix=fix))
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
            fix = _readable(source, path, error)
            yield form_finding("SCH004", path, f"{_named(path)}: {message}", hint, fix=fix)
    elif kind in ("dataclass_type", "dict_type"):
        message = f"{name} has to be a map of fields, `name: value`"
        yield form_finding("SCH003", keys, message, "Write its fields below it, one on each line.")
    elif kind in ("tuple_type", "list_type"):
        hint = "Start each entry with `- `, or write `[one, two]`."
        fix = _listed(source, keys)
        yield form_finding("SCH003", keys, f"{name} has to be a list", hint, fix=fix)
    else:
        yield form_finding("SCH003", keys, f"{name}: {problem['msg']}", "See the field reference.")


def _choice(wrote: object, error: Unreadable) -> str:
    """The word an author meant, among those that may stand there."""
    if not isinstance(wrote, str) or not error.choices:
        return ""
    word = nearest(wrote, error.choices) or _DAY_WORDS.get(wrote.casefold()[:3])
    return f"Did you mean `{word}`?" if word in error.choices else ""


def _readable(source: Source, keys: Keys, error: Unreadable) -> Fix | None:
    """A value that can be read, where it is plain which one was meant."""
    wrote = source.at(keys)
    if not isinstance(wrote, str):
        return None
    if error.meant and error.meant.text.startswith("["):
        place = source.value_places[keys]
        if place.line == place.end_line and place.end_column - place.column == len(wrote):
            return Fix(error.meant.says, (Edit(place, error.meant.text),))
        return None
    if (apart := _apart(source, keys, wrote)) is not None:
        return apart
    if error.meant:
        change = Change("value", keys, error.meant.text)
        return Fix(error.meant.says, (change,), error.meant.safe)
    day = _DAY_WORDS.get(wrote.casefold()[:3], "")
    if day in error.choices and not slip_of(wrote, error.choices):
        shortened = day.startswith(wrote.casefold().rstrip("."))
        return Fix(f"write `{day}`", (Change("value", keys, day),), safe=shortened)
    return another_word(keys, wrote, error.choices) if error.choices else None


def _apart(source: Source, keys: Keys, wrote: str) -> Fix | None:
    """`3x8-12` as sets and repetitions, where the other field is not there or says the same."""
    found = re.fullmatch(r"(\d{1,2})\s*[x\u00d7]\s*(\d{1,2}(?:-\d{1,2})?)", wrote.casefold())
    if not found or keys[-1] not in ("sets", "reps"):
        return None
    parts = {"sets": found[1], "reps": found[2]}
    name = str(keys[-1])
    other = "reps" if name == "sets" else "sets"
    written_there = source.at((*keys[:-1], other))
    steps = [Change("value", keys, parts[name])]
    if written_there is None:
        steps.append(Change("add", (*keys[:-1], other), parts[other]))
    elif written_there != parts[other]:
        return None
    return Fix(f"write `sets: {found[1]}` and `reps: {found[2]}`", tuple(steps))


def _listed(source: Source, keys: Keys) -> Fix | None:
    """A single value in brackets, or the ids that stand there with commas between them."""
    wrote, place = source.at(keys), source.value_places.get(keys)
    if not isinstance(wrote, str) or not wrote or place is None or place.line != place.end_line:
        return None
    parts = [part.strip() for part in wrote.split(",")]
    ids = all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", part) for part in parts)
    text = ", ".join(parts) if ids else scalar(wrote, flow=True)
    return Fix("write it as a list", (Edit(place, f"[{text}]"),))


def _renamed(source: Source, keys: Keys, word: str | None, certain: bool) -> Fix | None:
    """The key that was meant, unless it is there already."""
    if word is None or word in _siblings(source, keys):
        return None
    return Fix(f"rename the key to `{word}`", (Change("key", keys, word),), safe=certain)


def _foreign(source: Source, keys: Keys) -> Fix | None:
    """A field of another tool as ours: `rpe: 8` is `rir: 2`, `percent: 72` is `load: 72%`."""
    wrote, value, there = str(keys[-1]).casefold(), source.at(keys), _siblings(source, keys)
    if not isinstance(value, str):
        return None
    if wrote == "rpe" and "rir" not in there and re.fullmatch(r"[1-9](\.5)?|10", value):
        left = plain(10 - Fraction(value))
        steps = Change("key", keys, "rir"), Change("value", keys, left)
        return Fix(f"write `rir: {left}`, which is RPE {value}", steps)
    if wrote in ("percent", "intensity") and "load" not in there:
        share = value if value.endswith("%") else f"{value}%"
        if re.fullmatch(r"\d{2}(\.\d+)?\s*%", share):
            steps = Change("key", keys, "load"), Change("value", keys, share)
            return Fix(f"write `load: {share}`", steps)
    return None


def _siblings(source: Source, keys: Keys) -> Collection[str]:
    """The keys that stand beside one."""
    holder = source.at(keys[:-1])
    return holder.keys() if isinstance(holder, dict) else ()


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
    "changes": "a change",
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
    "date": "Add the day of the change, such as `date: 2026-11-22`.",
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
    "changes": _names(program.Change),
}
