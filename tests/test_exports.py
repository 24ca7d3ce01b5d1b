"""Programs to take along: each file is read back and compared with the plan it was made from."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.export.program_csv import program_csv
from generator.export.program_files import program_files
from generator.export.program_json import program_json
from generator.export.sheet import COLUMNS
from generator.measure.duration import session_minutes
from generator.model import Library
from generator.plan import Plan, lay_out
from generator.render.context import Context
from generator.review import review

PROGRAMS = sorted((Path(__file__).parent.parent / "programs").glob("*.yml"))


@pytest.fixture(params=PROGRAMS, ids=lambda file: file.stem)
def plan(request: pytest.FixtureRequest, library: Library) -> Plan:
    found = review(request.param, library).plan
    assert found is not None
    return found


def rows(plan: Plan) -> list[dict[str, str]]:
    text = program_csv(plan).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_table_has_a_row_for_each_working_set_in_the_order_of_the_plan(plan: Plan) -> None:
    found = rows(plan)
    assert tuple(found[0]) == COLUMNS
    asked = [
        (week.number, session.name, entry.exercise.id, str(set_.reps), str(set_.load or ""))
        for week in plan.weeks
        for session, entry in week.entries
        for set_ in entry.sets
    ]
    columns = ("session", "exercise_id", "reps", "load")
    assert [(int(r["week"]), *(r[column] for column in columns)) for r in found] == asked
    assert {row["deload"] for row in found} <= {"", "yes"}


def test_an_estimated_share_of_the_1rm_is_told_from_a_written_one(plan: Plan) -> None:
    for row in rows(plan):
        if row["percent_1rm"]:
            assert row["percent_1rm"].startswith("~") != row["load"].endswith("%")


def test_no_cell_is_a_formula_for_a_spreadsheet(library: Library) -> None:
    found = review(PROGRAMS[0], library).plan
    assert found is not None
    program = found.program
    first = program.blocks[0]
    session = replace(first.sessions[0], name='=HYPERLINK("https://example.org","x")')
    block = replace(first, name="@SUM(A1)", sessions=(session, *first.sessions[1:]))
    hostile = lay_out(replace(program, blocks=(block,)), library)
    cells = [cell for row in rows(hostile) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))]
    assert "'@SUM(A1)" in cells


def test_the_json_says_what_the_plan_says(plan: Plan) -> None:
    document = json.loads(json.dumps(program_json(plan)))
    weeks = document["plan"]
    assert document["weeks"] == len(weeks) == len(plan.weeks)
    for week, told in zip(plan.weeks, weeks, strict=True):
        assert told["deload"] is week.deload
        for session, its in zip(week.sessions, told["sessions"], strict=True):
            assert its["minutes"] == session_minutes(session, plan.framework)
            entries = [entry for turn in its["turns"] for entry in turn["exercises"]]
            assert [e["label"] for e in entries] == [e.label for e in session.entries]
            for entry, said in zip(session.entries, entries, strict=True):
                assert said["exercise"] in document["exercises"]
                assert all(swap["exercise"] in document["exercises"] for swap in said["swaps"])
                for set_, one in zip(entry.sets, said["sets"], strict=True):
                    assert one["reps"]["low"] == set_.reps.low
                    assert (one["rir"] or {}).get("high") == (set_.rir.high if set_.rir else None)
                    counts = set_.intensity.percent if set_.intensity else None
                    assert (one["percent"] or {}).get("value") == counts


def test_both_files_of_each_program_stand_beside_its_guide(library: Library) -> None:
    context = Context(library, tuple(review(file, library) for file in PROGRAMS))
    assert set(program_files(context)) == {
        f"programs/{file.stem}/{name}" for file in PROGRAMS for name in ("program.json", "sets.csv")
    }
