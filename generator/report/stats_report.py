"""The numbers of a program as tables and bars for a terminal, or as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from textwrap import wrap
from typing import Any

import click

from generator.model.number import plain, rounded
from generator.model.wording import counted, joined
from generator.report.excerpt import visible, width
from generator.stats import Sets, Stats

SCHEMA = "pillars-stats/1"
"""Changes when the shape of the JSON does."""
BAR = 36
"""Cells of a bar at its longest; with names and numbers a row stays below 80."""
VOLUME_BAR = 16


@dataclass(frozen=True)
class Drawing:
    """What a terminal can show."""

    direct: str
    rest: str
    mark: str
    colour: bool = False


FULL = Drawing("\u2588", "\u2592", "\u2506")
ASCII = Drawing("#", "=", "|")


def as_json(programs: Sequence[Stats]) -> str:
    """One document for all programs; numbers with a fraction as decimals."""
    document = {"schema": SCHEMA, "programs": [_data(asdict(program)) for program in programs]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _data(value: Any) -> Any:
    match value:
        case Fraction():
            number = float(plain(value, 3))
            return int(number) if number == int(number) else number
        case dict():
            return {key: _data(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_data(inner) for inner in value]
    return value


def as_text(stats: Stats, drawing: Drawing = FULL) -> str:
    """Tables and bars, each below 80 cells wide."""
    parts = [
        _head(stats),
        _part_bars(stats, drawing),
        _muscles(stats),
        _weeks(stats, drawing),
        _sessions(stats),
        _footer(stats),
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def _head(stats: Stats) -> Iterator[str]:
    weeks = counted(len(stats.weeks), "week")
    yield f"{_cut(visible(stats.title), 52)} ({stats.level}, {weeks})"


def _part_bars(stats: Stats, drawing: Drawing) -> Iterator[str]:
    low, ceiling = stats.band
    most = max(ceiling, *(part.fractional for part in stats.parts))
    yield f"Hard sets a week for each part of the leg (week {stats.hardest}, the hardest)"
    yield (
        f"{drawing.direct} direct  {drawing.rest} indirect work adds  {drawing.mark} this level's "
        f"band: {plain(low)} to {plain(ceiling)} sets"
    )
    yield f"{'':13}{'':{BAR + 1}}  direct  fractional"
    marks = [_cells(value, most, BAR) for value in (low, ceiling)]
    for part in stats.parts:
        numbers = f"{part.direct:6}  {plain(part.fractional, 1):>10}"
        bar = _bar(part, most, marks, drawing)
        yield f"{part.name:12} {bar}  {numbers}"


def _bar(part: Sets, most: Fraction, marks: list[int], drawing: Drawing) -> str:
    direct, whole = (_cells(value, most, BAR) for value in (Fraction(part.direct), part.fractional))
    cells = drawing.direct * direct + drawing.rest * (whole - direct)
    cells += " " * (BAR + 1 - len(cells))
    marked = "".join(drawing.mark if at in marks else cell for at, cell in enumerate(cells))
    drawn, rest = marked[:whole], marked[whole:]
    return (click.style(drawn, fg="cyan") if drawing.colour and drawn else drawn) + rest


def _cells(value: Fraction, most: Fraction, cells: int) -> int:
    return rounded(value * cells / most) if most else 0


def _muscles(stats: Stats) -> Iterator[str]:
    yield f"Hard sets a week for each muscle (week {stats.hardest})"
    yield f"{'':22}  direct  fractional"
    for muscle in stats.muscles:
        yield f"{muscle.name:22}  {muscle.direct:6}  {plain(muscle.fractional, 1):>10}"


def _weeks(stats: Stats, drawing: Drawing) -> Iterator[str]:
    yield "Weeks (T, M, N: tension, metabolic and neural sets; min: the longest session)"
    yield f"week        hard   T   M   N{'volume load':>13}    change  load  min"
    most = max(week.volume_load for week in stats.weeks)
    for week in stats.weeks:
        name = f"{week.number:>4}{' deload' if week.deload else ''}"
        pillars = "".join(f"{count:4}" for count in asdict(week.pillars).values())
        change = "" if week.change is None else _signed(week.change)
        load = "" if week.load is None else f"{plain(week.load, 0)} %"
        bar = drawing.direct * _cells(week.volume_load, most, VOLUME_BAR)
        styled = click.style(bar, fg="cyan") if drawing.colour and bar else bar
        row = (
            f"{name:11} {week.hard:4}{pillars}{_in_hundreds(week.volume_load):>13}  {change:>8}  "
            f"{load:>4}  {week.minutes:3}  {styled}"
        )
        yield row.rstrip()


def _signed(change: Fraction) -> str:
    return f"{'+' if change > 0 else ''}{plain(change, 1)} %"


def _in_hundreds(volume: Fraction) -> str:
    """To the nearest hundred, because loads are estimated."""
    return f"{rounded(volume / 100) * 100:,}"


def _sessions(stats: Stats) -> Iterator[str]:
    yield "Sessions in the week of each block with the most volume load"
    yield f"week day        {'session':24} sets   T   M   N  min"
    for session in stats.sessions:
        name = _cut(visible(session.name), 24)
        pillars = "".join(f"{count:4}" for count in asdict(session.pillars).values())
        padded = name + " " * (24 - width(name))
        yield (
            f"{session.week:4} {session.day:10} {padded} {session.sets:4}{pillars}"
            f"  {session.minutes:3}"
        )


def _footer(stats: Stats) -> Iterator[str]:
    longest = stats.longest
    said = (
        f"Longest session: {longest.minutes} minutes in week {longest.number}, our estimate; the "
        f"author plans for {stats.planned_minutes}."
    )
    if stats.out_of_scope:
        said += f" Left to other training: {joined(stats.out_of_scope)}."
    yield from wrap(said, 80)


def _cut(text: str, cells: int) -> str:
    """A text that fits, cut where it does not."""
    if width(text) <= cells:
        return text
    while width(text) > cells - 3:
        text = text[:-1]
    return f"{text}..."
