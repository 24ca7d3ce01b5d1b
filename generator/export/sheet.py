"""A program as rows of a table, one for each working set: the ground of CSV and XLSX."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields

from generator.model.number import plain
from generator.plan import Entry, Plan, PlannedSession, PlannedSet, Week


@dataclass(frozen=True)
class SetRow:
    """One working set, and room for what was done; the fields are the columns, in order."""

    week: int
    block: str
    deload: str
    """`yes` in an easy week."""
    day: str
    session: str
    label: str
    """`A`, or `A1` and `A2` for exercises done in turn."""
    exercise: str
    exercise_id: str
    set: int
    set_type: str
    reps: str
    load: str
    percent_1rm: str
    """Of the 1RM, as written or estimated from repetitions and reserve; `~` before an estimate."""
    rir: str
    tempo: str
    rest: str
    """After the set; between exercises done in turn there is none, and this is the round's."""
    done_load: str = ""
    done_reps: str = ""
    done_rir: str = ""


COLUMNS = tuple(field.name for field in fields(SetRow))


Place = tuple[Week, PlannedSession, Entry, int, PlannedSet]
"""A working set, its number from 1, and where it stands."""


def placed_sets(plan: Plan) -> Iterator[Place]:
    """Every working set of a program in the order it is done, group members one after another."""
    for week in plan.weeks:
        for session in week.sessions:
            for entry in session.entries:
                for number, set_ in enumerate(entry.sets, start=1):
                    yield week, session, entry, number, set_


def set_rows(plan: Plan) -> Iterator[SetRow]:
    """The same as rows."""
    for place in placed_sets(plan):
        yield _row(*place)


def _row(
    week: Week, session: PlannedSession, entry: Entry, number: int, set_: PlannedSet
) -> SetRow:
    counts = set_.intensity
    about = "~" if counts and counts.estimated else ""
    return SetRow(
        week.number,
        week.block.name,
        "yes" if week.deload else "",
        session.day,
        session.name,
        entry.label,
        entry.exercise.name,
        entry.exercise.id,
        number,
        set_.set_type,
        str(set_.reps),
        str(set_.load or ""),
        f"{about}{plain(counts.percent, 1)}" if counts else "",
        str(set_.rir or ""),
        str(set_.tempo or ""),
        str(set_.rest or ""),
    )


def cells(row: SetRow) -> tuple[str | int, ...]:
    """A row's cells, none of which a spreadsheet would take for a formula."""
    return tuple(_tame(cell) if isinstance(cell, str) else cell for cell in astuple(row))


FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula starts with; some editions of Excel take the wide forms for the same."""


def _tame(text: str) -> str:
    """Text with an apostrophe before a first character that starts a formula.

    https://owasp.org/www-community/attacks/CSV_Injection
    """
    return f"'{text}" if text[:1] in FORMULA else text
