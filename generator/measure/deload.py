"""How long a program loads without a lighter week, and how much lighter its deloads are."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from generator.finding import Label
from generator.measure.lines import by_block, week_list
from generator.measure.sets import hard
from generator.measure.volume import mean_intensity
from generator.plan import Plan, Week


def loading_stretches(plan: Plan) -> tuple[tuple[Week, ...], ...]:
    """The loading weeks, those in a row together."""
    stretches = groupby(plan.weeks, key=lambda week: week.deload)
    return tuple(tuple(weeks) for deload, weeks in stretches if not deload)


def lighter_week_called_for(plan: Plan) -> bool:
    """Whether the program says what tells the lifter to take a lighter week."""
    return bool(plan.program.recovery and plan.program.recovery.deload_when)


def longest_stretch(plan: Plan) -> str:
    """The most loading weeks in a row, in words."""
    most = max(map(len, loading_stretches(plan)), default=0)
    words = f"{most} in a row" if most else "no loading week"
    return words + (", and a stated trigger" if lighter_week_called_for(plan) else "")


def block_labels(stretch: Sequence[Week]) -> tuple[Label, ...]:
    """The blocks that make up a stretch of weeks."""
    return tuple(
        Label((*weeks[0].block_keys, "weeks"), f"loads in {week_list(weeks)}")
        for weeks in by_block(stretch)
    )


@dataclass(frozen=True)
class Easing:
    """A deload week beside the loading week it is lighter than, or ought to be."""

    deload: Week
    loading: Week
    before: int
    """Hard sets of the loading week."""
    after: int
    """Hard sets of the deload week."""
    lower_load: bool
    """Whether the mean load of its exercises is lower, or there is no load any more."""

    @property
    def by_load(self) -> bool:
        """Whether its load makes it lighter: it is lower, and there are no more hard sets."""
        return self.lower_load and self.after <= self.before

    def short_of(self, percent: Fraction) -> Fraction:
        """Percent of the hard sets by which it falls short of taking so many away."""
        if not self.before:
            return Fraction(100 * self.after)
        return percent - Fraction(100 * (self.before - self.after), self.before)


def mean_load(week: Week) -> Fraction | None:
    """Mean load in percent of the 1RM over a week's exercises, each counted once.

    Over sets it would rise when a deload takes more of the light ones away.
    """
    return mean_intensity(entry.first for _, entry in week.entries)


def easings(plan: Plan) -> dict[int, Easing]:
    """Each deload week by its number, beside the last loading week before it.

    A deload that comes first is held against the first loading week after it.
    """
    found = {}
    for week in plan.weeks:
        if week.deload:
            before = [other for other in plan.loading_weeks if other.number < week.number]
            loading = before[-1] if before else plan.loading_weeks[0]
            full, eased = mean_load(loading), mean_load(week)
            found[week.number] = Easing(
                week,
                loading,
                len(hard(loading.sets, plan.framework)),
                len(hard(week.sets, plan.framework)),
                full is not None and (eased is None or eased < full),
            )
    return found
