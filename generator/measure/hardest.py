"""The week that asks the most, which stands for a program wherever one week has to."""

from collections.abc import Sequence
from fractions import Fraction

from generator.measure.sets import hard
from generator.measure.volume import volume_load
from generator.plan import Plan, Week


def hardest_week(plan: Plan) -> Week:
    """The loading week with the highest volume load; of equals the one with more hard sets."""

    def weight(week: Week) -> tuple[Fraction, int]:
        return volume_load(week.sets), len(hard(week.sets, plan.framework))

    return max(plan.loading_weeks or plan.weeks, key=weight)


def fullest_of_each_block(plan: Plan) -> Sequence[Week]:
    """The week of each block with the most volume load; deload blocks only where all are."""
    return [
        max(block, key=lambda week: volume_load(week.sets))
        for block in plan.loading_blocks or plan.blocks
    ]
