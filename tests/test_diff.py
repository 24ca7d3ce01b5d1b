"""What changed in training terms: cases kept whole, and laws over the real programs."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.diff import json_diff, markdown_diff, text_diff
from generator.diff.change import Change
from generator.diff.comparison import Report, compare
from generator.diff.outline import outline_changes
from generator.load import program_in
from generator.model import Group, Library, Prescription, Program, Weekly, prescriptions
from generator.model.quantity import Between, Count, Load, Tempo
from generator.plan import Plan, lay_out
from generator.review import reviewed
from generator.rule import deviable
from generator.source import read

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


def one_more(value: object) -> object:
    """A value with one of its numbers another one."""
    if isinstance(value, Tempo):
        return replace(value, down=value.down + 1)
    if isinstance(value, Count):
        return replace(value, low=value.low + 1, high=value.high + 1)
    if isinstance(value, Load) and value.kind == "rpe":
        return replace(value, low=value.low - 1)
    assert isinstance(value, Between)
    return replace(value, high=value.high + 1)


@dataclass(frozen=True)
class OneNumber:
    """A program with one number of one prescription changed, and who should be named for it."""

    program: Program
    weeks: tuple[int, ...]
    session: str
    exercises: tuple[str, ...]


def with_one_number_changed(plan: Plan) -> Iterator[OneNumber]:
    """Every change of a single number in every prescription of a program."""
    for number, block in enumerate(plan.program.blocks):
        weeks = tuple(week.number for week in plan.blocks[number])
        for at, session in enumerate(block.sessions):
            for place, item in enumerate(session.exercises):
                for changed, field, index in numbers_changed(item):
                    items = put(session.exercises, place, changed)
                    sessions = put(block.sessions, at, replace(session, exercises=items))
                    blocks = put(plan.program.blocks, number, replace(block, sessions=sessions))
                    weekly = field.listed or field.ramp
                    of_group = isinstance(item, Group) and changed.rest != item.rest
                    members = [p.exercise for _, p in prescriptions(item)]
                    touched = [
                        old.exercise
                        for (_, old), (_, new) in zip(
                            prescriptions(item), prescriptions(changed), strict=True
                        )
                        if old != new
                    ]
                    meant = (weeks[index],) if weekly else weeks
                    if field.ramp:
                        # the weeks between the ends lie on a line, and move with them
                        meant = weeks[1:] if index else weeks[:-1]
                    yield OneNumber(
                        replace(plan.program, blocks=blocks),
                        meant,
                        session.name,
                        tuple(members if of_group else touched),
                    )


def put(values: tuple[Any, ...], at: int, value: object) -> tuple[Any, ...]:
    return (*values[:at], value, *values[at + 1 :])


def numbers_changed(
    item: Prescription | Group,
) -> Iterator[tuple[Prescription | Group, Weekly[Any], int]]:
    """An item of a session with one number changed, the field it stands in, and which week's."""
    for name in NUMBERS:
        field: Weekly[Any] | None = getattr(item, name, None)
        if field is None:
            continue
        for index, value in enumerate(field.values):
            values = put(field.values, index, one_more(value))
            changed: Any = {name: replace(field, values=values)}
            yield replace(item, **changed), field, index
    if isinstance(item, Group):
        for at, member in enumerate(item.members):
            for other, field, index in numbers_changed(member):
                inside: Any = {item.kind: put(item.members, at, other)}
                yield replace(item, **inside), field, index


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_each_number_of_a_prescription_is_told_with_its_week_and_exercise(
    file: Path, library: Library
) -> None:
    source = read(file.read_bytes(), file.name)
    program, _ = program_in(source, library, deviable())
    assert program is not None
    before = lay_out(program, library)
    tried = 0
    for changed in with_one_number_changed(before):
        said = tuple(outline_changes(before, lay_out(changed.program, library)))
        sentences = [change.sentence for change in said]
        assert len(said) == 1, sentences
        assert said[0].kind == "prescription"
        assert said[0].session == changed.session
        assert changed.exercises
        assert all(library.exercises[id_].name in sentences[0] for id_ in changed.exercises)
        assert said[0].weeks.before == said[0].weeks.after
        if changed.weeks != said[0].weeks.after:
            # rounding may keep a week between the ends of a line where it was
            assert set(said[0].weeks.after) < set(changed.weeks), sentences
            assert changed.weeks[0] in said[0].weeks.after or (
                changed.weeks[-1] in said[0].weeks.after
            )
        tried += 1
    assert tried > 100


STRANGERS = [*PROGRAMS, *sorted((HERE / "golden").glob("*.yml"))]


@pytest.mark.parametrize(
    ("one", "other"), list(pairwise([*STRANGERS, STRANGERS[0]])), ids=lambda file: file.stem
)
def test_programs_that_share_nothing_are_compared_all_the_same(
    one: Path, other: Path, library: Library
) -> None:
    ids = tuple(sorted(file.stem for file in STRANGERS))
    found = report(one.read_bytes(), other.read_bytes(), replace(library, programs=ids))
    assert found.comparisons[0].status == "changed"
    Draft202012Validator(SCHEMA).validate(json.loads(json_diff.render(found)))
    assert len(markdown_diff.render(found)) <= markdown_diff.ROOM
    sentences = [change.sentence for change in found.comparisons[0].changes]
    assert len(sentences) == len(set(sentences))
    assert not [text for text in sentences if "None" in text or "  " in text]


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
