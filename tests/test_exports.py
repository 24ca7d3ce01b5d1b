"""Programs to take along: each file is read back and compared with the plan it was made from."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from markupsafe import escape

from generator.cli import main
from generator.cli.commands.export import FORMATS
from generator.export.liftoscript.amounts import UNITS
from generator.export.liftoscript.carrying import link
from generator.export.liftoscript.losses import losses
from generator.export.program_csv import program_csv
from generator.export.program_files import FORMS, guide_address, made, program_files
from generator.export.program_json import program_json
from generator.export.sheet import COLUMNS
from generator.measure.duration import session_minutes
from generator.model import Library
from generator.plan import Plan, lay_out
from generator.render import guide
from generator.review import review
from generator.view.context import Context

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
    wide = replace(first, name="\uff1dSUM(A1)", sessions=(session, *first.sessions[1:]))
    cells = [
        cell
        for row in rows(lay_out(replace(program, blocks=(wide,)), library))
        for cell in row.values()
    ]
    assert "'\uff1dSUM(A1)" in cells


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


def test_every_form_of_each_program_stands_beside_its_guide(library: Library) -> None:
    context = Context(library, tuple(review(file, library) for file in PROGRAMS))
    names = (
        "program.json", "sets.csv", "program.xlsx", "liftoscript-kg.txt", "liftoscript-lb.txt",
        "liftosaur-kg.json", "liftosaur-lb.json",
    )  # fmt: skip
    files = program_files(context)
    assert set(files) == {f"programs/{file.stem}/{name}" for file in PROGRAMS for name in names}


def test_the_guide_lists_every_form_with_its_size(library: Library) -> None:
    found = review(PROGRAMS[0], library)
    assert found.plan is not None
    context = Context(library, (found,), site_url="https://example.org/legs")
    files = program_files(context)
    page = guide.page(found.plan, context)
    (section,) = [section for section in page.sections if section.id == "take-along"]
    text = section.body[0].text
    for path, content in files.items():
        name = path.rpartition("/")[2]
        row = text[text.index(f'<a href="{name}" download>') :]
        assert f">{max(1, round(len(content) / 1000))} kB<" in row[:150]
    assert text.count('href="https://www.liftosaur.com/planner?data=') == 2
    plan = found.plan
    for unit in UNITS:
        assert escape(link(plan, unit, guide_address(plan, context.site_url))) in text
        for loss in losses(plan, unit, own=True):
            assert str(escape(loss.text)) in text
    address = f"https://example.org/legs/programs/{plan.program.id}/"
    assert address.encode() in files[f"programs/{plan.program.id}/liftoscript-kg.txt"]


@pytest.mark.parametrize("form", FORMS)
def test_the_command_prints_the_file_that_stands_beside_the_guide(
    form: str, library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.chdir(PROGRAMS[0].parent.parent)
    found = review(PROGRAMS[0], library).plan
    assert found is not None
    said = CliRunner().invoke(
        main, ["export", str(PROGRAMS[0]), "--format", form], catch_exceptions=False
    )
    assert said.exit_code == 0
    assert said.stdout_bytes == made(found, form)
    assert set(FORMATS) == set(FORMS)
    if form == "xlsx":
        file = tmp_path / "legs.xlsx"
        CliRunner().invoke(
            main, ["export", str(PROGRAMS[0]), "--format", form, "--output", str(file)]
        )
        assert file.read_bytes() == made(found, form)


def test_a_program_with_errors_is_not_exported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(PROGRAMS[0].parent.parent)
    file = tmp_path / "wrong.yml"
    text = PROGRAMS[0].read_text(encoding="utf-8")
    file.write_text(text.replace("level: ", "level: very "), encoding="utf-8")
    said = CliRunner().invoke(main, ["export", str(file), "--format", "csv"])
    assert (said.exit_code, said.stdout) == (1, "")
    assert "`level`" in said.stderr
