"""A program as a workbook: what it is, every set with room for a log, and loads worked out.

The same program gives the same bytes: no clock, and the parts of the file in a fixed order.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it has none

from generator.export.sheet import placed_sets
from generator.measure.sets import is_weighted
from generator.model import Exercise
from generator.model.quantity import Between
from generator.plan import Entry, Plan, PlannedSession, PlannedSet, Week
from generator.view.prose import without_markup
from generator.view.weeks import days_a_week, loading_minutes
from generator.view.words import (
    EQUIPMENT,
    GOALS,
    LEVELS,
    PROGRESSIONS,
    capital,
    counted,
    joined,
    weekday,
)

Cell = str | int | float
Format = Any
"""XlsxWriter has no types."""
OVERVIEW, SETS, LOADS = "Overview", "Sets", "Loads"
A4 = 9
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 (a workbook knows no time zone, and this is no time)
MOST = 2000
"""Heaviest load anybody logs, in either unit."""
LOGGED = {
    "Done load": ("decimal", MOST),
    "Done reps": ("integer", 200),
    "Done RIR": ("decimal", 10),
}
"""What a lifter writes: the kind of number and the highest."""
STEP = 2.5
"""The step of loads to begin with; a convention, and the lifter's to change."""


@dataclass(frozen=True)
class Column:
    """A column of the sheet of sets."""

    title: str
    width: int
    log: bool = False
    """Whether the lifter writes in it."""


COLUMNS = (
    Column("Week", 6),
    Column("Block", 16),
    Column("Easy week", 6),
    Column("Day", 11),
    Column("Session", 18),
    Column("No.", 5),
    Column("Exercise", 30),
    Column("Set", 5),
    Column("Type", 10),
    Column("Reps", 8),
    Column("Load", 16),
    Column("% 1RM", 8),
    Column("RIR", 6),
    Column("Tempo", 9),
    Column("Rest", 10),
    Column("Your load", 8),
    Column("Done load", 8, log=True),
    Column("Done reps", 8, log=True),
    Column("Done RIR", 8, log=True),
)
TITLES = tuple(column.title for column in COLUMNS)


@dataclass(frozen=True)
class Lift:
    """An exercise whose load follows from a 1RM."""

    exercise: Exercise
    low: Fraction
    """Percent of the 1RM in its lightest set."""
    high: Fraction
    row: int
    """Where it stands in the sheet of loads, counted from 0."""


def lifts(plan: Plan) -> Mapping[str, Lift]:
    """The exercises with a weight to choose, by id, as they appear."""
    shares: dict[str, list[Fraction]] = {}
    exercises: dict[str, Exercise] = {}
    for week in plan.weeks:
        for set_ in week.sets:
            if follows_1rm(set_, plan) and set_.intensity:
                exercises[set_.exercise.id] = set_.exercise
                shares.setdefault(set_.exercise.id, []).append(set_.intensity.percent)
    return {
        id_: Lift(exercise, min(shares[id_]), max(shares[id_]), FIRST_LIFT + number)
        for number, (id_, exercise) in enumerate(exercises.items())
    }


FIRST_LIFT = 4
"""Row of the first lift, counted from 0."""


def follows_1rm(set_: PlannedSet, plan: Plan) -> bool:
    """Whether a share of the 1RM says what to lift; a weight written by the author needs none."""
    written = set_.load is not None and set_.load.kind in ("kg", "lb", "bodyweight")
    return set_.intensity is not None and is_weighted(set_, plan) and not written


def program_xlsx(plan: Plan, address: str = "") -> bytes:
    """The workbook; with the address of the guide where it is known."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties(
        {
            "title": " ".join(plan.program.title.split()),
            "author": joined(author.name for author in plan.program.authors),
            "comments": "CC BY 4.0. Not medical advice.",
            "created": MADE,
        }
    )
    formats = _formats(book)
    found = lifts(plan)
    _overview(book.add_worksheet(OVERVIEW), plan, address, formats)
    _sets(book.add_worksheet(SETS), plan, found, formats)
    _loads(book.add_worksheet(LOADS), plan, found, formats)
    book.close()
    return out.getvalue()


def _formats(book: Any) -> Mapping[str, Format]:
    line = {"bottom": 1, "bottom_color": "#D5DEE0"}
    top = {"valign": "top"}
    return {
        "title": book.add_format({"bold": True, "font_size": 18, "font_color": "#17414B"}),
        "head": book.add_format(
            {"bold": True, "font_color": "#FFFFFF", "bg_color": "#17414B", "text_wrap": True} | top
        ),
        "label": book.add_format({"bold": True, "font_color": "#17414B"} | top),
        "wrapped": book.add_format({"text_wrap": True} | top),
        "link": book.add_format({"font_color": "#0B5F70", "underline": 1} | top),
        "cell": book.add_format(line | top),
        "easy": book.add_format(line | top | {"bg_color": "#EEF3F4"}),
        "log": book.add_format(line | top | {"bg_color": "#FFF8E6", "border_color": "#D5DEE0"}),
        "about": book.add_format(line | top | {"num_format": '"~"0.##', "align": "right"}),
        "share": book.add_format(line | top | {"num_format": "0.##", "align": "right"}),
        "own": book.add_format(line | top | {"bold": True, "num_format": "0.##"}),
        "input": book.add_format(
            line | top | {"bg_color": "#FFF8E6", "num_format": "0.##", "locked": False}
        ),
    }


def _overview(sheet: Any, plan: Plan, address: str, formats: Mapping[str, Format]) -> None:
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 86)
    _paper(sheet, plan, landscape=False)
    sheet.write_string(0, 0, " ".join(plan.program.title.split()), formats["title"])
    row = 2
    for label, text in overview_rows(plan):
        sheet.write_string(row, 0, label, formats["label"])
        sheet.write_string(row, 1, text, formats["wrapped"])
        row += 1
    if address:
        sheet.write_string(row, 0, "The guide", formats["label"])
        sheet.write_url(row, 1, address, formats["link"], address)


def overview_rows(plan: Plan) -> Iterator[tuple[str, str]]:
    """What the first sheet says, each line with what it is about."""
    program, topics = plan.program, plan.framework.topics
    deloads = sum(week.deload for week in plan.weeks)
    yield "What it is", without_markup(program.summary)
    yield "Level and goal", f"{LEVELS[program.level]}, {GOALS[program.goal].lower()}"
    length = counted(len(plan.weeks), "week")
    easy = f", {counted(deloads, 'easy week')} among them" if deloads else ""
    yield "Length", f"{length}{easy}; {days_a_week(plan)}"
    yield "A session", f"{loading_minutes(plan)} minutes, our estimate"
    yield "Equipment", capital(", ".join(EQUIPMENT[item] for item in program.equipment))
    yield "By", joined(author.name for author in program.authors)
    for takeaway in program.takeaways:
        yield topics[takeaway.pillar].name, without_markup(takeaway.text)
    if program.starting_loads:
        yield "Starting loads", without_markup(program.starting_loads)
    if rule := program.progression:
        step = f" One step is {rule.step}." if rule.step else ""
        yield "Progression", f"{PROGRESSIONS[rule.kind]}{step} {without_markup(rule.text)}"
        if rule.stall and rule.stall.text:
            yield "When you are stuck", without_markup(rule.stall.text)
    how = (
        f"{SETS} has every set with yellow columns for what you did. Type what you can lift once "
        f"in {LOADS}, and the column “Your load” fills itself. A ~ marks an estimate from "
        "repetitions and reserve."
    )
    yield "This workbook", how
    yield "Licence", "CC BY 4.0. Not medical advice."


def _sets(sheet: Any, plan: Plan, found: Mapping[str, Lift], formats: Mapping[str, Format]) -> None:
    _paper(sheet, plan, landscape=True)
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.title, formats["head"])
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    row = 0
    for week, session, entry, number, set_ in placed_sets(plan):
        row += 1
        for at, cell in enumerate(_cells(week, session, entry, number, set_)):
            _write(sheet, row, at, cell, formats["easy" if week.deload else "cell"])
        _share(sheet, row, set_, formats)
        _own_load(sheet, row, set_, found if follows_1rm(set_, plan) else {}, formats)
        for at, column in enumerate(COLUMNS):
            if column.log:
                sheet.write_blank(row, at, None, formats["log"])
    sheet.autofilter(0, 0, row, len(COLUMNS) - 1)
    for title, (kind, most) in LOGGED.items():
        at = TITLES.index(title)
        sheet.data_validation(1, at, row, at, _between(kind, 0, most))


def _between(kind: str, low: float, high: float) -> Mapping[str, Any]:
    return {
        "validate": kind,
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_title": "Not a number that fits",
        "error_message": f"A number from {low} to {high}.",
    }


def _cells(
    week: Week, session: PlannedSession, entry: Entry, number: int, set_: PlannedSet
) -> tuple[Cell, ...]:
    """The cells up to the rest; the share of the 1RM is written apart."""
    return (
        week.number,
        week.block.name,
        "yes" if week.deload else "",
        weekday(session.day),
        session.name,
        entry.label,
        entry.exercise.name,
        number,
        set_.set_type,
        _number_or_text(set_.reps) if not (set_.reps.timed or set_.reps.open) else str(set_.reps),
        str(set_.load or ""),
        "",
        _number_or_text(set_.rir),
        str(set_.tempo or ""),
        str(set_.rest or ""),
    )


def _number_or_text(value: Between | None) -> Cell:
    """A number where it is one, so that it sorts as one."""
    if value is None or value.low != value.high:
        return str(value or "")
    return int(value.low) if value.low.denominator == 1 else float(value.low)


def _write(sheet: Any, row: int, column: int, cell: Cell, style: Format) -> None:
    """Text as text, whatever it begins with; numbers as numbers."""
    if cell == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, style)
    else:
        sheet.write_number(row, column, cell, style)


def _share(sheet: Any, row: int, set_: PlannedSet, formats: Mapping[str, Format]) -> None:
    if set_.intensity:
        style = formats["about" if set_.intensity.estimated else "share"]
        sheet.write_number(row, TITLES.index("% 1RM"), float(set_.intensity.percent), style)


def _own_load(
    sheet: Any, row: int, set_: PlannedSet, found: Mapping[str, Lift],
    formats: Mapping[str, Format],
) -> None:  # fmt: skip
    column = TITLES.index("Your load")
    lift = found.get(set_.exercise.id)
    if lift is None or set_.intensity is None:
        sheet.write_blank(row, column, None, formats["own"])
        return
    share = f"${_letter(TITLES.index('% 1RM'))}{row + 1}"
    # nothing is typed in yet, so nothing is what a reader that does not calculate should see
    sheet.write_formula(row, column, target(lift.row, share), formats["own"], "")


def _letter(column: int) -> str:
    return chr(ord("A") + column)


def target(row: int, share: str) -> str:
    """The formula of a load: a share of the 1RM in a row of the loads, rounded to its step."""
    best, step = f"{LOADS}!$B${row + 1}", f"{LOADS}!$C${row + 1}"
    return f'=IF(AND(N({best})>0,N({step})>0),ROUND({best}*{share}/100/{step},0)*{step},"")'


def _loads(
    sheet: Any, plan: Plan, found: Mapping[str, Lift], formats: Mapping[str, Format]
) -> None:
    _paper(sheet, plan, landscape=False)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 6, 11)
    sheet.write_string(0, 0, "What you can lift once", formats["title"])
    sheet.write_string(
        1, 0,
        "Type your 1RM and the step your weights come in, all in kilograms or all in pounds.",
    )  # fmt: skip
    titles = ("Exercise", "1RM", "Step", "Lightest %", "Heaviest %", "Lightest", "Heaviest")
    for number, title in enumerate(titles):
        sheet.write_string(FIRST_LIFT - 1, number, title, formats["head"])
    for lift in found.values():
        row = lift.row
        sheet.write_string(row, 0, lift.exercise.name, formats["cell"])
        sheet.write_blank(row, 1, None, formats["input"])
        sheet.write_number(row, 2, STEP, formats["input"])
        for at, share in ((3, lift.low), (4, lift.high)):
            sheet.write_number(row, at, float(share), formats["share"])
            sheet.write_formula(
                row, at + 2, target(row, f"${_letter(at)}{row + 1}"), formats["own"], ""
            )
    last = FIRST_LIFT + len(found) - 1
    if found:
        sheet.data_validation(FIRST_LIFT, 1, last, 1, _between("decimal", 0, MOST))
        sheet.data_validation(FIRST_LIFT, 2, last, 2, _between("decimal", 0.25, 50))
    else:
        sheet.write_string(FIRST_LIFT, 0, "No load here follows from a 1RM.")
    sheet.freeze_panes(FIRST_LIFT, 1)


def _paper(sheet: Any, plan: Plan, *, landscape: bool) -> None:
    """One page wide on A4 and, with these margins, on Letter."""
    sheet.set_paper(A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    title = " ".join(plan.program.title.split()).replace("&", "&&")
    sheet.set_footer(f"&L{title[:120]}&R&P of &N")
    sheet.hide_gridlines(1)
