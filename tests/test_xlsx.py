"""The workbook is read back with another library and compared with the plan, cell by cell."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from exported import ALL, KITCHEN_SINK, PROGRAMS, plan_of
from openpyxl import Workbook, load_workbook

from generator.export.liftoscript.carrying import link
from generator.export.program_xlsx import (
    COLUMNS,
    FIRST_LIFT,
    LOADS,
    OVERVIEW,
    SETS,
    TITLES,
    lifts,
    overview_rows,
    program_xlsx,
)
from generator.export.sheet import placed_sets
from generator.measure.sets import is_weighted
from generator.model import Library
from generator.plan import Plan, lay_out

ADDRESS = "https://example.org/programs/x/"


@pytest.fixture(scope="module", params=ALL, ids=lambda file: file.stem)
def plan(request: pytest.FixtureRequest, library: Library) -> Plan:
    return plan_of(request.param, library)


@pytest.fixture(scope="module")
def book(plan: Plan) -> Workbook:
    """The workbook of a program; to open one takes longer than to make it."""
    return load_workbook(io.BytesIO(program_xlsx(plan, ADDRESS)))


def printed(cell: Any) -> str:
    """A cell as text; an empty one has none."""
    return "" if cell is None else str(cell)


def test_each_set_of_the_plan_is_a_row(plan: Plan, book: Workbook) -> None:
    sheet = book[SETS]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == TITLES
    places = list(placed_sets(plan))
    assert len(rows) == 1 + len(places)
    for row, (week, session, entry, number, set_) in zip(rows[1:], places, strict=True):
        cells = dict(zip(TITLES, row, strict=True))
        assert cells["Week"] == week.number
        assert cells["Block"] == week.block.name
        assert cells["Easy week"] == ("yes" if week.deload else None)
        assert cells["Day"] == session.day.capitalize()
        assert cells["Session"] == session.name
        assert (cells["No."], cells["Exercise"]) == (entry.label, entry.exercise.name)
        assert (cells["Set"], cells["Type"]) == (number, set_.set_type)
        assert printed(cells["Reps"]) == str(set_.reps)
        assert printed(cells["Load"]) == str(set_.load or "")
        assert cells["% 1RM"] == (set_.intensity and float(set_.intensity.percent))
        assert printed(cells["RIR"]) == str(set_.rir if set_.rir is not None else "")
        assert printed(cells["Tempo"]) == str(set_.tempo or "")
        assert printed(cells["Rest"]) == str(set_.rest or "")
        assert [cells[column.title] for column in COLUMNS if column.log] == [None] * 3


def test_an_estimate_is_marked_and_a_written_share_is_not(plan: Plan, book: Workbook) -> None:
    sheet = book[SETS]
    column = TITLES.index("% 1RM") + 1
    for row, (_, _, _, _, set_) in enumerate(placed_sets(plan), start=2):
        if set_.intensity:
            marked = sheet.cell(row, column).number_format.startswith('"~"')
            assert marked == set_.intensity.estimated


def test_the_loads_follow_from_what_is_typed_in(plan: Plan, book: Workbook) -> None:
    """Each formula names the row of its exercise and its own share, and works out right."""
    sets, loads = book[SETS], book[LOADS]
    found = lifts(plan)
    assert [loads.cell(FIRST_LIFT + 1 + n, 1).value for n in range(len(found))] == [
        lift.exercise.name for lift in found.values()
    ]
    own = TITLES.index("Your load") + 1
    for row, (_, _, _, _, set_) in enumerate(placed_sets(plan), start=2):
        formula = sets.cell(row, own).value
        written = set_.load is not None and set_.load.kind in ("kg", "lb", "bodyweight")
        if set_.intensity is None or written or not is_weighted(set_, plan):
            assert formula is None
            continue
        assert isinstance(formula, str)
        references = re.findall(rf"{LOADS}!\$([BC])\$(\d+)", formula)
        assert {letter for letter, _ in references} == {"B", "C"}
        (lift_row,) = {int(number) for _, number in references}
        assert loads.cell(lift_row, 1).value == set_.exercise.name
        share = f"$L{row}"
        assert share in formula
        assert sets[share.replace("$", "")].value == float(set_.intensity.percent)
        assert formula == (
            f"=IF(AND(N({LOADS}!$B${lift_row})>0,N({LOADS}!$C${lift_row})>0),"
            f"ROUND({LOADS}!$B${lift_row}*{share}/100/{LOADS}!$C${lift_row},0)"
            f'*{LOADS}!$C${lift_row},"")'
        )


def test_a_reader_that_does_not_calculate_sees_no_load(library: Library) -> None:
    """The value kept beside a formula is the one for a sheet in which nothing is typed yet."""
    content = program_xlsx(plan_of(PROGRAMS[0], library))
    column = TITLES.index("Your load")
    sheet = load_workbook(io.BytesIO(content), data_only=True)[SETS]
    values = {row[column] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert values <= {None, ""}


def test_the_overview_says_what_the_guide_says(plan: Plan, book: Workbook) -> None:
    sheet = book[OVERVIEW]
    rows = [(row[0], row[1]) for row in sheet.iter_rows(min_row=3, values_only=True)]
    assert rows == [*overview_rows(plan), ("The guide", ADDRESS)]
    link = sheet.cell(sheet.max_row, 2).hyperlink
    assert link is not None
    assert link.target == ADDRESS
    for takeaway in plan.program.takeaways:
        assert plan.framework.topics[takeaway.pillar].name in dict(rows)


def test_without_an_address_there_is_no_line_for_it(library: Library) -> None:
    book = load_workbook(io.BytesIO(program_xlsx(plan_of(PROGRAMS[0], library))))
    assert "The guide" not in [cell.value for cell in book[OVERVIEW]["A"]]


def test_the_sheet_of_sets_is_made_for_use_and_for_paper(plan: Plan, book: Workbook) -> None:
    sheet = book[SETS]
    last = sum(1 for _ in placed_sets(plan)) + 1
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:S{last}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    assert set(checks) == {f"{letter}2:{letter}{last}" for letter in "QRS"}
    reps = checks[f"R2:R{last}"]
    assert (reps.type, reps.formula1, reps.formula2) == ("whole", "0", "200")


def test_columns_are_as_wide_as_what_they_hold(plan: Plan, book: Workbook) -> None:
    sheet = book[SETS]
    for column in COLUMNS:
        if column.title in ("Block", "Session", "Load"):
            continue  # an author's own words may be any length
        at = TITLES.index(column.title) + 1
        cells = [printed(sheet.cell(row, at).value) for row in range(2, sheet.max_row + 1)]
        widest = max((len(cell) for cell in cells if not cell.startswith("=")), default=0)
        assert widest <= column.width + 2, column.title


def test_text_that_looks_like_a_formula_stays_text(library: Library) -> None:
    plan = plan_of(KITCHEN_SINK, library)
    hostile = '=HYPERLINK("https://example.org","x")'
    first = plan.program.blocks[0]
    sessions = tuple(replace(session, name="@SUM(A1)") for session in first.sessions)
    block = replace(first, name="+1+1", sessions=sessions)
    program = replace(plan.program, title=hostile, summary="-2+3", blocks=(block,))
    book = load_workbook(io.BytesIO(program_xlsx(lay_out(program, plan.library))))
    assert book[OVERVIEW]["A1"].value == hostile
    assert (book[SETS]["B2"].value, book[SETS]["E2"].value) == ("+1+1", "@SUM(A1)")
    # openpyxl guesses what is a formula; the file itself says it
    formulas = sheet_formulas(program_xlsx(lay_out(program, plan.library)))
    assert formulas
    assert all(formula.startswith("IF(AND(N(Loads!") for formula in formulas)


def sheet_formulas(content: bytes) -> list[str]:
    """Every formula in the sheets, as the file has it."""
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [part for part in parts.namelist() if part.startswith("xl/worksheets/sheet")]
        return [
            formula.text or ""
            for sheet in sheets
            for formula in ElementTree.fromstring(parts.read(sheet)).iter(name)
        ]


HASH = """
import hashlib
from pathlib import Path
from generator.export.liftoscript.carrying import link
from generator.export.program_xlsx import program_xlsx
from generator.review import library_at, review
library = library_at(Path(".")).library
plan = review(Path("programs/barbell-two-days.yml"), library).plan
print(hashlib.sha256(program_xlsx(plan) + link(plan, "kg").encode()).hexdigest())
"""


def test_the_same_program_gives_the_same_bytes_whatever_the_hash_seed(library: Library) -> None:
    plan = plan_of(next(file for file in PROGRAMS if file.stem == "barbell-two-days"), library)
    whole = program_xlsx(plan) + link(plan, "kg").encode()
    ran = subprocess.run(
        [sys.executable, "-c", HASH],
        env=os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo"},
        cwd=PROGRAMS[0].parent.parent, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.strip() == hashlib.sha256(whole).hexdigest()
