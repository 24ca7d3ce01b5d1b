"""How heavy a set is, in percent of the 1RM: as written, or estimated from repetitions and RIR.

The repetition curve is the pooled one of Nuzzo et al. 2024 (doi 10.1007/s40279-023-01937-7),
a meta-regression over 952 repetitions-to-failure tests in 7,289 people. The points below were
read second-hand, in November 2026, in a public program's source that quotes the paper's model
tables to two decimals. Two further public texts quote the paper and agree with them on the mean
at 70 and 90 % and the deviation at 60 and 80 % for the general curve, and on the mean at 70 and
80 % for the leg press. The paper's own tables were not opened. The points at 100 % are the
definition of the 1RM.
Between points we draw straight lines; below the lowest point we carry the last line on, which
is a convention and marked as such on the counting page.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from generator.model.library import Exercise, Framework
from generator.model.number import rounded
from generator.model.quantity import Load, Reps, Rir


@dataclass(frozen=True)
class CurvePoint:
    """Repetitions to failure at one load: mean and standard deviation between people."""

    percent: Fraction
    mean: Fraction
    deviation: Fraction


def _points(*rows: tuple[str, str, str]) -> tuple[CurvePoint, ...]:
    return tuple(CurvePoint(Fraction(p), Fraction(m), Fraction(d)) for p, m, d in rows)


GENERAL = _points(
    ("100", "1", "0"),
    ("95", "3.28", "1.66"),
    ("90", "4.94", "1.90"),
    ("85", "7.16", "2.18"),
    ("80", "9.76", "2.51"),
    ("75", "12.38", "2.88"),
    ("70", "14.82", "3.31"),
    ("60", "19.56", "4.36"),
)
"""All exercises pooled; used for everything but the leg press."""

LEG_PRESS = _points(
    ("100", "1", "0"),
    ("90", "8.68", "3.07"),
    ("85", "10.70", "3.61"),
    ("80", "13.08", "4.23"),
    ("75", "15.85", "4.96"),
    ("70", "19.04", "5.82"),
    ("60", "26.85", "8.00"),
)
"""The leg press allows more repetitions at the same load."""

CURVES = {"general": GENERAL, "leg-press": LEG_PRESS}
"""The curves by name."""

LIGHTEST = Fraction(20)
"""No estimate goes below this share of the 1RM."""


@dataclass(frozen=True)
class Intensity:
    """A load in percent of the 1RM."""

    percent: Fraction
    estimated: bool


def curve_name(exercise: Exercise) -> str:
    """The name of the repetition curve that fits an exercise."""
    return "leg-press" if exercise.id == "leg-press" else "general"


def curve(exercise: Exercise) -> tuple[CurvePoint, ...]:
    """The repetition curve that fits an exercise."""
    return CURVES[curve_name(exercise)]


def _line(x: Fraction, x1: Fraction, y1: Fraction, x2: Fraction, y2: Fraction) -> Fraction:
    return y1 + (x - x1) * (y2 - y1) / (x2 - x1)


def repetitions_at(percent: Fraction, exercise: Exercise) -> tuple[Fraction, Fraction]:
    """Mean and standard deviation of the repetitions to failure at a load in percent."""
    points = curve(exercise)
    if percent > 100:
        return Fraction(0), Fraction(0)
    pairs = list(pairwise(points))
    above, below = next((pair for pair in pairs if percent >= pair[1].percent), pairs[-1])
    at = (percent, above.percent)
    mean = _line(*at, above.mean, below.percent, below.mean)
    return mean, _line(*at, above.deviation, below.percent, below.deviation)


def percent_for(repetitions: Fraction, exercise: Exercise) -> Fraction:
    """The load in percent of the 1RM that allows so many repetitions to failure on average."""
    points = curve(exercise)
    if repetitions <= points[0].mean:
        return points[0].percent
    pairs = list(pairwise(points))
    above, below = next((pair for pair in pairs if repetitions <= pair[1].mean), pairs[-1])
    percent = _line(repetitions, above.mean, above.percent, below.mean, below.percent)
    return max(percent, LIGHTEST)


def intensity(
    reps: Reps, load: Load | None, rir: Rir | None, exercise: Exercise, framework: Framework
) -> Intensity:
    """The share of the 1RM a set works with: written in percent, else from repetitions + RIR."""
    if load and load.kind == "percent":
        return Intensity(load.middle, estimated=False)
    reserve = rir.middle if rir else framework.limit("unstated-rir")
    # to a whole percent: more digits would say more than the curve knows
    return Intensity(
        Fraction(rounded(percent_for(reps.middle + reserve, exercise))), estimated=True
    )
