"""The weeks as a chart in inline SVG, and the scales of all charts: exact numbers to coordinates.

Drawn for a viewBox 360 wide, so that text of 12 reads on a phone. Every chart says in words
what it shows; the page prints the same numbers as a table beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from generator.model.number import plain, rounded
from generator.render.templates import component
from generator.view.page import Html

WIDTH = 360
LEFT = 34
"""Room for the numbers of the vertical axes."""
RIGHT = 6
VOLUME_TOP, VOLUME_BOTTOM = 26, 146
LOAD_TOP, LOAD_BOTTOM = 190, 262
WEEK_NUMBERS = 18
"""How far below the lowest line the weeks are numbered."""
LEAST_LABEL = 22
"""Least distance between two week numbers."""


@dataclass(frozen=True)
class WeekPoint:
    """What one week adds to the chart of the weeks."""

    number: int
    volume: Fraction
    """Volume load, in repetitions times percent of the 1RM."""
    load: Fraction | None
    """Mean load in percent of the 1RM."""
    deload: bool


@dataclass(frozen=True)
class Tick:
    """A line across a panel with its number."""

    y: str
    text_y: str
    text: str


@dataclass(frozen=True)
class WeekMark:
    """One week: its column, its dot and its number."""

    x: str
    width: str
    y: str
    height: str
    middle: str
    dot_y: str
    """Empty where the week has no mean load."""
    sign_y: str
    """Where the sign of a deload week stands: above its column."""
    label: str
    deload: bool


def coordinate(value: Fraction | int) -> str:
    """A place in a drawing, as SVG has it."""
    return plain(Fraction(value), 1)


def step_for(reach: Fraction, most: int) -> Fraction:
    """The least step of 1, 2 or 5 times a power of ten that covers a reach in so many steps."""
    step = Fraction(1, 1000)
    while True:
        for factor in (1, 2, 5):
            if reach <= step * factor * most:
                return step * factor
        step *= 10


def ticks(low: Fraction, high: Fraction, most: int) -> tuple[Fraction, ...]:
    """Round numbers that enclose a range, at most `most` steps apart."""
    step = step_for(high - low, most - 1) if high > low else Fraction(1)
    first, last = floor(low / step), ceil(high / step)
    return tuple(step * number for number in range(first, max(last, first + 1) + 1))


def height_at(value: Fraction, low: Fraction, high: Fraction, top: int, bottom: int) -> Fraction:
    """Where a value stands between the bottom (low) and the top (high) of a panel."""
    return bottom - (bottom - top) * (value - low) / (high - low)


def _ruler(values: Sequence[Fraction], top: int, bottom: int, unit: str) -> tuple[Tick, ...]:
    out = []
    for value in values:
        y = height_at(value, values[0], values[-1], top, bottom)
        out.append(Tick(coordinate(y), coordinate(y + 4), plain(value) + unit))
    return tuple(out)


def week_marks(weeks: Sequence[WeekPoint]) -> tuple[WeekMark, ...]:
    """Columns of volume load, dots of mean load, and as many week numbers as fit."""
    volumes = ticks(Fraction(0), max(week.volume for week in weeks) / 1000, 4)
    loads = _load_ticks(weeks)
    band = Fraction(WIDTH - LEFT - RIGHT, len(weeks))
    every = ceil(LEAST_LABEL / band)
    marks = []
    for number, week in enumerate(weeks):
        y = height_at(week.volume / 1000, volumes[0], volumes[-1], VOLUME_TOP, VOLUME_BOTTOM)
        dot = (
            coordinate(height_at(week.load, loads[0], loads[-1], LOAD_TOP, LOAD_BOTTOM))
            if week.load is not None
            else ""
        )
        marks.append(
            WeekMark(
                coordinate(LEFT + number * band + band * 3 / 20),
                coordinate(band * 7 / 10),
                coordinate(y),
                coordinate(VOLUME_BOTTOM - y),
                coordinate(LEFT + number * band + band / 2),
                dot,
                coordinate(y - 4),
                str(week.number) if number % every == 0 else "",
                week.deload,
            )
        )
    return tuple(marks)


def _load_ticks(weeks: Sequence[WeekPoint]) -> tuple[Fraction, ...]:
    loads = [week.load for week in weeks if week.load is not None]
    # widened, so that a line hardly moving looks like one
    return ticks(min(loads) - 2, max(loads) + 2, 4) if loads else (Fraction(0), Fraction(100))


def load_path(marks: Sequence[WeekMark]) -> str:
    """The line through the dots, broken where a week has none."""
    path, command = [], "M"
    for mark in marks:
        if mark.dot_y:
            path.append(f"{command}{mark.middle} {mark.dot_y}")
        command = "L" if mark.dot_y else "M"
    return " ".join(path)


def in_hundreds(volume: Fraction) -> str:
    """`24,300`: a volume load in print, which rests on estimates, to the nearest hundred."""
    return f"{rounded(volume / 100) * 100:,}"


def _in_words(week: WeekPoint) -> str:
    name = f"week {week.number}{' (deload)' if week.deload else ''}"
    load = f", mean load {plain(week.load, 0)} %" if week.load is not None else ""
    return f"{name}: volume load {in_hundreds(week.volume)}{load}"


def weeks_chart(weeks: Sequence[WeekPoint], title: str, caption: str) -> Html:
    """Volume load and mean load over the weeks, deload weeks hollow."""
    marks = week_marks(weeks)
    volumes = ticks(Fraction(0), max(week.volume for week in weeks) / 1000, 4)
    words = "; ".join(_in_words(week) for week in weeks)
    has_loads = any(mark.dot_y for mark in marks)
    return component(
        "weeks_chart.html",
        marks=marks,
        path=load_path(marks),
        volume_ticks=_ruler(volumes, VOLUME_TOP, VOLUME_BOTTOM, ""),
        load_ticks=_ruler(_load_ticks(weeks), LOAD_TOP, LOAD_BOTTOM, " %"),
        has_loads=has_loads,
        foot=(LOAD_BOTTOM if has_loads else VOLUME_BOTTOM) + WEEK_NUMBERS,
        box=(WIDTH, LEFT, WIDTH - RIGHT),
        title=title,
        description=f"{words}.",
        caption=caption,
    )
