"""Pillars by session, set by set: a mark for each set under every pillar it counts for.

A set may serve several pillars or none, so bars of sets would not add up. A strip shows which set
counts for what, in the order the session lists them, and how many do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.model.number import plain
from generator.render.charts import WIDTH
from generator.render.templates import component
from generator.view.page import Html

NAMES = 78
"""Room for the name of a pillar."""
TOTALS = 30
"""Room for the number of sets at the end of a row."""
WIDEST = 15
"""Most that one set takes."""
HEAD = 30
"""From the top of a session to its first row, its name above it."""
ROW = 17
AFTER = 14
"""Room below a session."""


@dataclass(frozen=True)
class Strip:
    """A pillar of a session, and for each set whether it counts."""

    pillar: str
    name: str
    counts: tuple[bool, ...]


@dataclass(frozen=True)
class SessionStrips:
    """A session and its pillars."""

    name: str
    strips: tuple[Strip, ...]


@dataclass(frozen=True)
class Line:
    """A row as it is drawn: one path for the sets that count, one for those that do not."""

    pillar: str
    name: str
    text_y: str
    counting: str
    other: str
    total: str


@dataclass(frozen=True)
class Drawn:
    """A session as it is drawn."""

    name: str
    y: str
    lines: tuple[Line, ...]


def cell_width(sets: int) -> Fraction:
    """The room of one set, where a session has at most so many."""
    return min(Fraction(WIDEST), Fraction(WIDTH - NAMES - TOTALS, max(sets, 1)))


def drawn(sessions: Sequence[SessionStrips]) -> tuple[Drawn, ...]:
    """Sessions below each other; a set is as wide in all of them."""
    cell = cell_width(max(len(strip.counts) for item in sessions for strip in item.strips))
    out, top = [], 0
    for item in sessions:
        lines = tuple(
            _line(strip, top + HEAD + number * ROW, cell)
            for number, strip in enumerate(item.strips)
        )
        out.append(Drawn(item.name, str(top + 14), lines))
        top += HEAD + len(item.strips) * ROW + AFTER
    return tuple(out)


def _line(strip: Strip, y: int, cell: Fraction) -> Line:
    size = plain(cell - 2, 1)

    def squares(wanted: bool) -> str:
        return "".join(
            f"M{plain(NAMES + number * cell, 1)} {y}h{size}v11h-{size}z"
            for number, counts in enumerate(strip.counts)
            if counts is wanted
        )

    return Line(
        strip.pillar, strip.name, str(y + 10), squares(True), squares(False), str(sum(strip.counts))
    )


def strips_chart(sessions: Sequence[SessionStrips], title: str, caption: str) -> Html:
    """The strips of some sessions."""
    said = [f"{item.name}: {', '.join(_said(strip) for strip in item.strips)}" for item in sessions]
    rows = sum(HEAD + len(item.strips) * ROW + AFTER for item in sessions)
    return component(
        "set_strips.html",
        sessions=drawn(sessions),
        height=rows,
        title=title,
        description=f"{'; '.join(said)}.",
        caption=caption,
    )


def _said(strip: Strip) -> str:
    return f"{strip.name.lower()} {sum(strip.counts)} of {len(strip.counts)} sets"
