"""The schema that editors read says what the loader accepts."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from generator.export.schema import schema_files
from generator.load import load_program, program_schema, program_schema_text
from generator.load.schema import Draft
from generator.model import Library, spellings, text
from generator.model.program import Prescription, Program
from generator.model.spelling import Spelling, Unreadable
from generator.rule import deviable

HERE = Path(__file__).parent
SCHEMA = program_schema()

ANNOTATIONS = {
    *("description", "markdownDescription", "default", "examples", "defaultSnippets"),
    *("patternErrorMessage", "errorMessage", "enumDescriptions"),
}
KEYWORDS = ANNOTATIONS | {
    *("$ref", "type", "enum", "pattern", "minimum", "maximum", "multipleOf", "items", "minItems"),
    *("required", "properties", "additionalProperties", "if", "then", "else", "anyOf"),
}
"""All of these mean the same in draft-07 and 2020-12; the root adds a name, a title and `$defs`."""


def schemas(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """A schema and every schema inside it, with where it stands."""
    yield path, schema
    for key in ("items", "if", "then", "else"):
        if key in schema:
            yield from schemas(schema[key], f"{path}/{key}")
    for key in ("properties", "$defs"):
        for name, inner in schema.get(key, {}).items():
            yield from schemas(inner, f"{path}/{key}/{name}")
    for index, inner in enumerate(schema.get("anyOf", ())):
        yield from schemas(inner, f"{path}/anyOf/{index}")


EVERY = dict(schemas(SCHEMA))


def test_every_keyword_means_the_same_in_both_drafts() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "Four Pillars program"
    for path, schema in EVERY.items():
        allowed = KEYWORDS | ({"$schema", "$id", "title", "$defs"} if not path else set())
        assert set(schema) <= allowed, path
        if "$ref" in schema:  # draft-07 looks at nothing beside it
            assert set(schema) <= ANNOTATIONS | {"$ref"}, path


def test_every_part_is_well_formed() -> None:
    kinds = {"string", "integer", "number", "boolean", "array", "object"}
    for path, schema in EVERY.items():
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        assert set(types) <= kinds, path
        assert len(types) == len(set(types)), path
        if "$ref" in schema:
            name = schema["$ref"].removeprefix("#/$defs/")
            assert name in SCHEMA["$defs"], path
        if "properties" in schema:
            assert schema["additionalProperties"] is False, path
            assert set(schema.get("required", ())) <= set(schema["properties"]), path
        if "array" in types and path.rpartition("/")[2] != "if":
            assert "items" in schema or "items" in schema["then"], path
        if "pattern" in schema:
            re.compile(schema["pattern"])
            assert schema["pattern"].startswith("^"), path
            assert schema["pattern"].endswith("$"), path
            assert schema["patternErrorMessage"].endswith("."), path
        if "enumDescriptions" in schema:
            assert len(schema["enumDescriptions"]) == len(schema["enum"]), path
        if "default" in schema:
            assert schema["default"] not in (None, "", []), path


def test_every_part_is_used() -> None:
    used = {schema["$ref"] for schema in EVERY.values() if "$ref" in schema}
    assert used == {f"#/$defs/{name}" for name in SCHEMA["$defs"]}


def test_every_field_is_documented_and_none_is_ours_alone() -> None:
    for path, schema in EVERY.items():
        for name, field in schema.get("properties", {}).items():
            assert field.get("description"), f"{path}/{name}"
            assert "\n" not in field["description"].replace("\n\n", ""), f"{path}/{name}"
            assert name != "id"
    written = [field.name for field in fields(Program) if field.name != "id"]
    assert list(SCHEMA["properties"]) == written
    parts = SCHEMA["$defs"]
    assert list(parts["Prescription"]["properties"]) == [f.name for f in fields(Prescription)]
    assert list(parts["Audience"]["properties"]) == ["for", "not_for"]


def test_text_may_be_a_number_and_quantities_only_where_they_need_no_unit() -> None:
    item = SCHEMA["$defs"]["Prescription"]["properties"]
    assert SCHEMA["properties"]["title"]["type"] == ["string", "number"]
    assert item["note"]["type"] == ["string", "number"]
    for name in ("sets", "reps", "tempo"):
        assert item[name]["type"] == ["string", "integer", "array"]
        assert item[name]["then"]["items"]["type"] == ["string", "integer"]
    assert item["rir"]["type"] == ["string", "number", "array"]
    for name in ("load", "rest"):
        assert item[name]["type"] == ["string", "array"]
    assert SCHEMA["properties"]["session_minutes"]["type"] == ["string", "integer"]


def test_the_twin_for_draft_07_says_the_same() -> None:
    text = program_schema_text("7").replace("#/definitions/", "#/$defs/")
    twin = json.loads(text)
    assert twin.pop("$schema") == "http://json-schema.org/draft-07/schema#"
    assert twin.pop("$id") == f"{SCHEMA['$id']}:draft-07"
    twin["$defs"] = twin.pop("definitions")
    assert twin == {key: value for key, value in SCHEMA.items() if key not in ("$schema", "$id")}


def test_both_are_schemas_by_the_book() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft7Validator.check_schema(program_schema("7"))


Typed = dict[str, "Typed"] | list["Typed"] | str | float | bool | None


def as_an_editor_reads(text: str) -> Typed:
    """YAML 1.2's core types, which editors check with; the loader keeps everything as text."""

    def typed(node: Any) -> Typed:
        if isinstance(node, yaml.MappingNode):
            return {str(key.value): typed(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [typed(item) for item in node.value]
        value = str(node.value)
        if node.style:
            return value
        if value in ("true", "false"):
            return value == "true"
        if value in ("", "~", "null", "Null", "NULL"):
            return None
        if re.fullmatch(r"[-+]?\d+", value):
            return int(value)
        if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", value):
            return float(value)
        if re.fullmatch(r"0o[0-7]+|0x[\da-fA-F]+", value):
            return int(value, 0)
        return value

    node = yaml.compose(text, Loader=yaml.CBaseLoader)
    assert node is not None
    return typed(node)


def complaints(value: Typed, schema: dict[str, Any]) -> list[str]:
    """What a validator says, as an editor words it."""
    # a part is judged as it stands in the whole, so that it finds the other parts
    whole = {**schema, "$defs": SCHEMA["$defs"]}
    return [
        f"/{'/'.join(map(str, error.path))}: "
        + (
            error.schema.get("patternErrorMessage", error.message)
            if error.validator == "pattern"
            else error.message
        )
        for error in Draft202012Validator(whole).iter_errors(value)
    ]


def marks(file: Path) -> list[str]:
    return complaints(as_an_editor_reads(file.read_text(encoding="utf-8")), SCHEMA)


GOOD = [
    *HERE.parent.glob("programs/*.yml"),
    *HERE.glob("rules/*.yml"),
    *HERE.glob("rules/*/*.yml"),
    *HERE.glob("golden/*.yml"),
]


@pytest.mark.parametrize("file", sorted(GOOD), ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_an_editor_marks_nothing_in_a_file_that_loads(file: Path) -> None:
    assert marks(file) == []


FORM = {
    "SCH001": {"far", "id", "near", "in-a-superset", "letters-swapped", "other-names"},
    "SCH002": {"all", "inside"},
    "SCH003": {"inside", "list", "text"},
    "SCH004": {"day-on", "numbers", "words", "smart-quotes", "two-lines", "yes-and-no", "too-long"},
    "SCH011": {"nothing", "no-space-after-colon"},
}
"""Mistakes an editor can see while they are typed."""


@pytest.mark.parametrize(("code", "name"), [(c, n) for c in FORM for n in sorted(FORM[c])])
def test_an_editor_marks_a_file_with_a_wrong_field(code: str, name: str) -> None:
    assert marks(HERE / "files" / code / f"{name}.yml")


def test_the_validator_of_these_tests_can_see_every_kind_of_mistake() -> None:
    small = as_an_editor_reads((HERE / "files/clean/small.yml").read_text(encoding="utf-8"))
    assert complaints(small, SCHEMA) == []
    assert "/: 'title' is a required property" in complaints({}, SCHEMA)
    said = marks(HERE / "files/SCH004/quantities.yml")
    assert any("/tempo: Write four phases" in complaint for complaint in said)
    assert any("/rest: Write a time" in complaint for complaint in said)


def examples() -> Iterator[tuple[str, str | int]]:
    for path, schema in EVERY.items():
        for example in schema.get("examples", ()):
            yield path, example


@pytest.mark.parametrize(("path", "example"), sorted(set(examples()), key=str))
def test_each_example_is_accepted_by_schema_and_loader(
    path: str, example: str | int, library: Library, tmp_path: Path
) -> None:
    assert complaints(example, EVERY[path]) == []
    part, _, field = path.removeprefix("/$defs/").removesuffix("/items").partition("/properties/")
    old, new = PLACES[part, field]
    small = (HERE / "files/clean/small.yml").read_text(encoding="utf-8")
    assert old in small
    file = tmp_path / "example.yml"
    file.write_text(small.replace(old, new.replace("HERE", json.dumps(example))), encoding="utf-8")
    assert [f.message for f in load_program(file, library, deviable())[2]] == []


ITEM = "sets: 3, reps: 8-12, rir: 2, rest: 2 min"
LAST = f"          - {{exercise: leg-press, {ITEM}}}\n"
EASY = LAST + "  - {name: Easy, weeks: 1, like: Build, "
STEP = LAST + "progression: {kind: double, text: Add load., "
FOOD = LAST + "nutrition: {text: Eat well., "
PAIR = """\
          - superset:
              - {exercise: leg-press, sets: 3, reps: 8}
              - {exercise: leg-press-calf-raise, sets: 3, reps: 12}
"""
DROP = ITEM + ", set_type: drop-set, "
DEVIATION = LAST + "deviations: [{reason: Loads follow the lifter here., rule: "
PLACES = {
    ("", "title"): ("title: Small program", "title: HERE"),
    ("", "summary"): ("summary: One short block with one leg day.", "summary: HERE"),
    ("", "session_minutes"): ("session_minutes: 45", "session_minutes: HERE"),
    ("", "starting_loads"): (LAST, LAST + "starting_loads: HERE\n"),
    ("", "next"): (LAST, LAST + "next: [HERE]\n"),
    ("Author", "name"): ("name: A. Lifter", "name: HERE"),
    ("Author", "url"): ("name: A. Lifter", "name: A. Lifter, url: HERE"),
    ("Audience", "for"): ("for: [You have a leg press.]", "for: [HERE]"),
    ("Audience", "not_for"): ("not_for: [You have none.]", "not_for: [HERE]"),
    ("Takeaway", "text"): ("text: Press with care.", "text: HERE"),
    ("Takeaway", "claims"): ("claims: [full-range-of-motion]", "claims: [HERE]"),
    ("Block", "name"): ("name: Build", "name: HERE"),
    ("Block", "weeks"): ("weeks: 4", "weeks: HERE"),
    ("Block", "like"): (LAST, LAST + "  - {name: Easy, weeks: 1, like: HERE}\n"),
    ("Session", "name"): ("name: Legs", "name: HERE"),
    ("Session", "warmup"): ("day: monday", "day: monday\n        warmup: [HERE]"),
    ("Prescription", "exercise"): ("exercise: leg-press", "exercise: HERE"),
    ("Prescription", "note"): (ITEM, ITEM + ", note: HERE"),
    ("Prescription", "mini_sets"): (ITEM, DROP + "mini_sets: HERE"),
    ("Swap", "exercise"): (ITEM, ITEM + ", swap: [{exercise: HERE}]"),
    ("Swap", "when"): (ITEM, ITEM + ", swap: [{exercise: goblet-squat, when: HERE}]"),
    ("Progression", "text"): (LAST, LAST + "progression: {kind: double, text: HERE}\n"),
    ("Stall", "after"): (LAST, STEP + "stall: {cut: 10%, after: HERE}}\n"),
    ("Question", "q"): (LAST, LAST + "faq: [{a: Yes it can., q: HERE}]\n"),
    ("Origin", "url"): (LAST, LAST + "origin: {name: Another program, url: HERE}\n"),
    ("Deviation", "rule"): (LAST, DEVIATION + "HERE}]\n"),
    ("Deviation", "reason"): (LAST, LAST + "deviations: [{rule: OVL001, reason: HERE}]\n"),
    ("Deviation", "claims"): (LAST, DEVIATION + "OVL001, claims: [HERE]}]\n"),
    ("Change", "date"): (LAST, LAST + "changes: [{text: First published., date: HERE}]\n"),
    ("Change", "text"): (LAST, LAST + "changes: [{date: 2026-11-22, text: HERE}]\n"),
    ("Where", "block"): (LAST, DEVIATION + "OVL001, where: {block: HERE}}]\n"),
    ("Where", "session"): (LAST, DEVIATION + "OVL001, where: {session: HERE}}]\n"),
    ("Where", "exercise"): (LAST, DEVIATION + "OVL001, where: {exercise: HERE}}]\n"),
    ("Prescription", "sets"): ("sets: 3", "sets: HERE"),
    ("Prescription", "reps"): ("reps: 8-12", "reps: HERE"),
    ("Prescription", "load"): ("rir: 2", "load: HERE"),
    ("Prescription", "rir"): ("rir: 2", "rir: HERE"),
    ("Prescription", "tempo"): ("rir: 2", "tempo: HERE"),
    ("Prescription", "rest"): ("rest: 2 min", "rest: HERE"),
    ("Prescription", "mini_rest"): (ITEM, DROP + "mini_rest: HERE"),
    ("Prescription", "drop"): (ITEM, DROP + "drop: HERE"),
    ("Prescription", "warmup"): (ITEM, ITEM + ", warmup: [HERE]"),
    ("Group", "rest"): (LAST, PAIR + "            rest: HERE\n"),
    ("Block", "sets"): (LAST, EASY + "sets: HERE}\n"),
    ("Block", "load"): (LAST, EASY + "load: HERE}\n"),
    ("Block", "rir"): (LAST, EASY + "rir: HERE}\n"),
    ("Progression", "step"): (LAST, STEP + "step: HERE}\n"),
    ("Stall", "cut"): (LAST, STEP + "stall: {after: 2, cut: HERE}}\n"),
    ("Recovery", "sleep"): (LAST, LAST + "recovery: {text: Sleep., sleep: HERE}\n"),
    ("Nutrition", "protein"): (LAST, FOOD + "energy: maintenance, protein: HERE}\n"),
    ("Nutrition", "energy"): (LAST, FOOD + "protein: 2 g/kg, energy: HERE}\n"),
}
"""How a small program changes so that an example stands where it belongs."""


def test_the_text_of_the_schema_is_the_schema() -> None:
    assert json.loads(program_schema_text()) == SCHEMA
    assert program_schema_text().endswith("}\n")


@pytest.mark.parametrize(
    ("draft", "name"),
    [("2020-12", "program.schema.json"), ("7", "program.draft-07.schema.json")],
)
def test_the_schemas_in_the_repository_are_current(draft: Draft, name: str) -> None:
    """When they are not: `pillars schema > schema/program.schema.json`, and with `--draft 7`."""
    kept = (HERE.parent / "schema" / name).read_text(encoding="utf-8")
    assert kept == program_schema_text(draft)


def test_the_site_has_the_schemas_at_addresses_that_never_move() -> None:
    published = schema_files()
    assert published == {
        "schema/program/v1.json": program_schema_text().encode(),
        "schema/program/v1.draft-07.json": program_schema_text("7").encode(),
    }


SPELLINGS = {
    name: value
    for module in (spellings, text)
    for name, value in vars(module).items()
    if isinstance(value, Spelling) and value.pattern and name not in ("PMID", "DOI")
}
"""Every way to write a value of a program that editors have a pattern for."""

WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "8",
                "12",
                "0",
                "1.5",
                "70",
                "101",
                "5",
                "2",
                "0.5",
                "x",
                "X",
                "%",
                "kg",
                "lb",
                "lbs",
            ),
            *(
                "-",
                "\u2013",
                " - ",
                " to ",
                " ",
                "/",
                ":",
                "+",
                "@",
                " @ ",
                "RPE ",
                "bw",
                "KG",
                "s",
            ),
            *("min", " m", "sec", "reps", " rep", "RIR", "h", "hours a night", "g/kg", " per day"),
            *("kcal", "maintenance", "bodyweight", " of 1RM", "sets", "true", "a", "\u2212"),
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)
"""Texts that look like quantities."""


def read_by(spelling: Spelling, written: str) -> str:
    """Why a value is refused; empty where it is read."""
    try:
        spelling.read(written)
    except Unreadable as refusal:
        return str(refusal)
    return ""


@pytest.mark.parametrize("name", sorted(SPELLINGS))
@given(written=WORDS)
@settings(max_examples=400)
def test_an_editor_has_nothing_against_a_text_that_the_loader_reads(
    name: str, written: str
) -> None:
    schema = SPELLINGS[name].schema()
    if not read_by(SPELLINGS[name], written):
        assert re.search(schema["pattern"], written)


WITHIN_A_TEXT = re.compile(
    "runs backwards|outside|starts and ends differently|is more than|longer than|not between|"
    "takes no time|deficit to a surplus|further from maintenance|whole number|no weight|"
    "is not a web address|open and a range|a warm-up at|are too many"
)
"""What is said of the size of a number inside a text; no pattern can judge that in one sentence."""


@pytest.mark.parametrize("name", sorted(set(SPELLINGS) - {"WEB"}))
@given(data=st.data())
@settings(max_examples=40)
def test_the_loader_reads_what_a_pattern_lets_through_but_for_limits(
    name: str, data: st.DataObject
) -> None:
    written = data.draw(st.from_regex(SPELLINGS[name].schema()["pattern"], fullmatch=True))
    # the reader of files lets none of these through
    if re.fullmatch(r"[ -~\u2013\u2014\u2212]*", written):
        refusal = read_by(SPELLINGS[name], written)
        assert not refusal or WITHIN_A_TEXT.search(refusal), f"{written!r}: {refusal}"
