"""What changed in training terms: cases kept whole, and laws over the real programs."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.diff import json_diff, markdown_diff, text_diff
from generator.diff.change import Change
from generator.diff.comparison import Report, compare
from generator.diff.consequences import consequences
from generator.diff.facts import fact_changes
from generator.diff.outline import outline_changes
from generator.finding import Keys
from generator.load import program_in
from generator.model import Library
from generator.plan import Plan, lay_out
from generator.review import reviewed
from generator.rule import deviable
from generator.source import Data, Source, read

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "diff").iterdir() if path.is_dir())
PROGRAMS = sorted((HERE.parent / "programs").glob("*.yml"))
FILE = "programs/legs.yml"
SCHEMA = json.loads((HERE.parent / "schema/diff.schema.json").read_text(encoding="utf-8"))
PRINTERS = {"txt": text_diff.render, "md": markdown_diff.render, "json": json_diff.render}


def report(before: bytes, after: bytes, library: Library) -> Report:
    sides = (reviewed(read(raw, FILE), library) for raw in (before, after))
    return Report((compare(*sides),), "before", "after")


def of_case(case: Path, library: Library) -> Report:
    before, after = ((case / f"{side}.yml").read_bytes() for side in ("before", "after"))
    return report(before, after, library)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_case_says_what_is_kept_beside_it(
    case: Path, library: Library, expect: Callable[[Path, str], None]
) -> None:
    found = of_case(case, library)
    for ending, render in PRINTERS.items():
        expect(case / f"expected.{ending}", render(found) + "\n")


def test_there_are_cases() -> None:
    assert len(CASES) > 25
    assert len(PROGRAMS) == 6


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_json_is_what_its_schema_says(case: Path, library: Library) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(json_diff.render(of_case(case, library))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_way_back_turns_every_arrow_round(case: Path, library: Library) -> None:
    before, after = ((case / f"{side}.yml").read_bytes() for side in ("before", "after"))
    there = report(before, after, library).comparisons[0]
    back = report(after, before, library).comparisons[0]

    def shifts(changes: tuple[Change, ...], turn: bool) -> list[tuple[str, str, str]]:
        return sorted(
            (s.field, *((s.after, s.before) if turn else (s.before, s.after)))
            for change in changes
            for s in change.shifts
        )

    assert shifts(there.changes, turn=True) == shifts(back.changes, turn=False)
    assert [(s.before, s.after) for c in there.consequences for s in c.steps] == [
        (s.after, s.before) for c in back.consequences for s in c.steps
    ]
    assert len(there.verdicts.new) == len(back.verdicts.gone)
    assert len(there.verdicts.covered) == len(back.verdicts.uncovered)


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_a_program_does_not_differ_from_itself(file: Path, library: Library) -> None:
    raw = file.read_bytes()
    [same] = report(raw, raw, library).comparisons
    assert same.status == "unchanged"
    assert same.verdict == "No change in training terms."
    assert same.verdicts == type(same.verdicts)()


NUMBERS = ("sets", "reps", "load", "rir", "rest", "tempo")


def written_numbers(data: Data | None, keys: Keys = ()) -> Iterator[Keys]:
    """Paths to every single value of the numbers of every prescription."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in NUMBERS and len(keys) > 4 and isinstance(value, str):
                yield (*keys, key)
            else:
                yield from written_numbers(value, (*keys, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            if keys and keys[-1] in NUMBERS and isinstance(value, str):
                yield (*keys, at)
            else:
                yield from written_numbers(value, (*keys, at))


def with_one_more(source: Source, keys: Keys) -> str:
    """The text with one added to the last number of a value; less where that cannot be."""
    place = source.place(keys)
    row = source.lines[place.line - 1]
    value = row[place.column - 1 : place.end_column - 1]
    [*_, last] = re.finditer(r"\d+", value)
    more = str(int(last[0]) + (5 if "rest" in keys else 1))
    lines = list(source.lines)
    lines[place.line - 1] = (
        row[: place.column - 1]
        + value[: last.start()]
        + more
        + value[last.end() :]
        + row[place.end_column - 1 :]
    )
    return "\n".join(lines)


def weeks_meant(plan: Plan, source: Source, keys: Keys) -> tuple[int, ...]:
    """The weeks a value of the file stands for, as its author would say."""
    weeks = plan.blocks[int(keys[1])]
    if isinstance(keys[-1], int):
        return (weeks[keys[-1]].number,)
    if " to " in str(source.at(keys)):
        return tuple(week.number for week in weeks[1:])
    return tuple(week.number for week in weeks)


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_each_number_of_a_prescription_is_told_with_its_week_and_exercise(
    file: Path, library: Library
) -> None:
    source = read(file.read_bytes(), file.name)
    program, _ = program_in(source, library, deviable())
    assert program is not None
    before = lay_out(program, library)
    names = {entry.keys: entry.exercise.name for entry in before.prescriptions}
    tried = 0
    for keys in written_numbers(source.data):
        changed, _ = program_in(
            read(with_one_more(source, keys).encode(), file.name), library, deviable()
        )
        if changed is None:
            continue  # one more than the format allows, such as a range that would run backwards
        after = lay_out(changed, library)
        said = [
            *fact_changes(before.program, changed, library),
            *outline_changes(before, after),
        ]
        assert said, keys
        assert {week for change in said for week in change.weeks.after} == set(
            weeks_meant(before, source, keys)
        ), (keys, [change.sentence for change in said])
        expected = [name for at, name in names.items() if at == keys[: len(at)]]
        expected = expected or [name for at, name in names.items() if at[:6] == keys[:6]]
        assert all(name in change.sentence for change in said for name in expected), keys
        assert len(said) == 1, (keys, [change.sentence for change in said])
        assert all(step.weeks.after for c in consequences(before, after) for step in c.steps)
        tried += 1
    assert tried > 40


def test_a_long_comparison_in_markdown_keeps_to_its_room_and_counts_the_rest(
    library: Library,
) -> None:
    case = HERE / "diff/sets"
    [one] = of_case(case, library).comparisons
    many = Report((one,) * 500, "main", "here")
    said = markdown_diff.render(many)
    assert len(said) <= markdown_diff.ROOM
    shown = said.count("#### ")
    assert f"*{500 - shown} more programs left out for length" in said
    assert len(markdown_diff.render(many, room=5_000)) <= 5_000


def test_names_of_strangers_can_neither_mention_nor_break_out(library: Library) -> None:
    said = markdown_diff.render(of_case(HERE / "diff/hostile-names", library))
    assert "@everyone" not in said
    assert "<img" not in said.replace("\\<img", "")
    assert "](https://" not in said
    assert not re.search(r"^\s*#+ Build", said, re.MULTILINE)
