"""Weekly hard sets as bars: parts of the leg against the band of their level, other muscles below.

Drawn for a viewBox 360 wide, as the other charts. Bars, band and limit share one scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.model.number import plain
from generator.render.charts import WIDTH, coordinate, ticks
from generator.render.templates import component
from generator.view.page import Html

HEAD = 22
"""Room above the first row for the words on the band."""
ROW = 38
"""Height of one bar with its words above it."""
GAP = 26
"""Room for the words between the parts of the leg and the other muscles."""
FOOT = 36
"""Room for the numbers of the axis and their unit."""


@dataclass(frozen=True)
class MuscleSets:
    """Weekly hard sets for a part of the leg or a muscle."""

    name: str
    direct: Fraction
    fractional: Fraction


@dataclass(frozen=True)
class Band:
    """Weekly fractional sets for a part of the leg: what we show for a level, and where it ends."""

    least: Fraction
    """The floor that experts advise."""
    low: Fraction
    high: Fraction
    limit: Fraction
    """More is an error."""

    def place(self, sets: Fraction) -> str:
        """Where so many sets stand."""
        if not sets:
            return "not trained"
        if sets < self.least:
            return "below the floor"
        if sets < self.low:
            return "between the floor and the band"
        if sets <= self.high:
            return "in the band"
        return "above the band" if sets <= self.limit else "above the limit"


@dataclass(frozen=True)
class Bar:
    """A bar: direct sets solid, the rest of the fractional sets hatched after it."""

    name: str
    value: str
    text_y: str
    y: str
    direct_width: str
    rest_x: str
    rest_width: str


@dataclass(frozen=True)
class Mark:
    """A place on the scale, with its words."""

    x: str
    text: str


def bars(muscles: Sequence[MuscleSets], top: int, reach: Fraction) -> tuple[Bar, ...]:
    """A bar for each, the first one's row beginning at `top`; `reach` sets fill the width."""
    found = []
    for number, muscle in enumerate(muscles):
        direct = WIDTH * muscle.direct / reach
        found.append(
            Bar(
                muscle.name,
                f"{plain(muscle.direct, 1)} direct, {plain(muscle.fractional, 1)} fractional",
                coordinate(top + number * ROW + 14),
                coordinate(top + number * ROW + 20),
                coordinate(direct),
                coordinate(direct),
                coordinate(WIDTH * (muscle.fractional - muscle.direct) / reach),
            )
        )
    return tuple(found)


def reach_of(sets: Sequence[MuscleSets], band: Band) -> Fraction:
    """The sets at the right edge: the limit, or more where somebody does more."""
    return max([band.limit, *(item.fractional for item in sets)])


def sets_chart(
    parts: Sequence[MuscleSets],
    others: Sequence[MuscleSets],
    band: Band,
    title: str,
    caption: str,
) -> Html:
    """Parts of the leg against their band, then muscles that have none."""
    reach = reach_of((*parts, *others), band)
    below = HEAD + len(parts) * ROW
    after = below + (GAP if others else 0)
    foot = after + len(others) * ROW

    def x(value: Fraction) -> str:
        return coordinate(WIDTH * value / reach)

    part_bars = bars(parts, HEAD, reach)
    other_bars = bars(others, after, reach)
    said = [
        f"{bar.name}: {bar.value}, {band.place(part.fractional)}"
        for bar, part in zip(part_bars, parts, strict=True)
    ]
    said += [f"{bar.name}: {bar.value}" for bar in other_bars]
    return component(
        "sets_chart.html",
        bars=(*part_bars, *other_bars),
        band_x=x(band.low),
        band_width=coordinate(WIDTH * (band.high - band.low) / reach),
        band_middle=x((band.low + band.high) / 2),
        band_words=f"band {plain(band.low)}\u2013{plain(band.high)}",
        band_height=below - HEAD + 4,
        least=Mark(x(band.least), f"floor {plain(band.least)}"),
        limit=Mark(x(band.limit), f"limit {plain(band.limit)}"),
        head=HEAD,
        below=below + 4,
        others_y=after - 6 if others else None,
        ticks=[
            Mark(x(tick), plain(tick)) for tick in ticks(Fraction(0), reach, 5) if tick <= reach
        ],
        foot=foot + 4,
        height=foot + FOOT,
        title=title,
        description=f"{'; '.join(said)}.",
        caption=caption,
    )
