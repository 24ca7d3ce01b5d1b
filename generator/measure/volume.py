"""Volume load: sets times repetitions times load in percent of the 1RM."""

from collections.abc import Iterable
from fractions import Fraction

from generator.plan import PlannedSet, Week


def volume_load(sets: Iterable[PlannedSet]) -> Fraction:
    """Volume load of working sets, in repetitions times percent of the 1RM; holds and jumps add none."""
    return sum(
        (s.reps.middle * s.intensity.percent for s in sets if s.intensity is not None), Fraction(0)
    )


def changes(weeks: Iterable[Week]) -> tuple[tuple[Week, Fraction], ...]:
    """Percent change of volume load from each week to the next; weeks without volume load are left out."""
    measured = [(week, volume_load(week.sets)) for week in weeks]
    return tuple(
        (week, 100 * (after - before) / before)
        for (_, before), (week, after) in zip(measured, measured[1:], strict=False)
        if before
    )


def mean_intensity(sets: Iterable[PlannedSet]) -> Fraction | None:
    """Mean load in percent of the 1RM over the sets that have one."""
    loads = [set_.intensity.percent for set_ in sets if set_.intensity is not None]
    return sum(loads, Fraction(0)) / len(loads) if loads else None
