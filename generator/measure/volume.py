"""Volume load: sets times repetitions times load in percent of the 1RM."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise

from generator.finding import Keys
from generator.plan import PlannedSet, Week, alike


def volume_load(sets: Iterable[PlannedSet]) -> Fraction:
    """Repetitions times percent of the 1RM over working sets; holds and jumps add none."""
    return sum(
        (
            number * set_.reps.middle * set_.intensity.percent
            for set_, number in alike(sets)
            if set_.intensity is not None
        ),
        Fraction(0),
    )


def volume_load_by_prescription(week: Week) -> Mapping[Keys, Fraction]:
    """What each prescription adds to a week's volume load."""
    total: dict[Keys, Fraction] = defaultdict(Fraction)
    for _, entry in week.entries:
        total[entry.keys] += volume_load(entry.sets)
    return total


def changes(weeks: Iterable[Week]) -> tuple[tuple[Week, Fraction], ...]:
    """Percent change of volume load from each week that has any to the next."""
    measured = [(week, volume_load(week.sets)) for week in weeks]
    return tuple(
        (week, 100 * (after - before) / before)
        for (_, before), (week, after) in pairwise(measured)
        if before
    )


def loading_steps(weeks: Iterable[Week]) -> tuple[tuple[Week, Week, Fraction], ...]:
    """Each loading week that follows a loading week: both, and the percent change of volume load.

    A deload between two weeks means no comparison; a new block alone does not.
    """
    return tuple(
        (before, after, change)
        for before, after in pairwise(weeks)
        if not before.deload and not after.deload
        for _, change in changes((before, after))
    )


def ramps(weeks: Iterable[Week], least: Fraction) -> tuple[tuple[Week, ...], ...]:
    """The stretches of loading weeks that each rise by `least` percent or more, the longest ones.

    Each begins with the week it rises from.
    """
    found: list[tuple[Week, ...]] = []
    for before, after, change in loading_steps(weeks):
        if change >= least:
            goes_on = bool(found) and found[-1][-1] is before
            found.append((*(found.pop() if goes_on else (before,)), after))
    return tuple(found)


def mean_intensity(sets: Iterable[PlannedSet]) -> Fraction | None:
    """Mean load in percent of the 1RM over the sets that have one."""
    loads = [set_.intensity.percent for set_ in sets if set_.intensity is not None]
    return sum(loads, Fraction(0)) / len(loads) if loads else None
