"""What counts as a set of what: the one home of every counting rule.

The counting page of the site prints the sentences under `counting:` in `content/framework.yml`;
the functions below are what they mean. A set may serve several pillars; it counts once for each
and once in totals.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from generator.model import Framework
from generator.model.vocabulary import LEG_GROUPS, UNLOADED, WEIGHTLESS
from generator.plan import Plan, PlannedSet, alike, kept_with_plan

DENSE_TYPES = frozenset({"drop-set", "rest-pause", "myo-reps", "bfr"})
"""Set types that count as metabolic work whatever rest is written."""


def is_hard(set_: PlannedSet, framework: Framework) -> bool:
    """Whether a set, not a jump, is close enough to failure; unknown effort counts as hard."""
    if set_.exercise.jump:
        return False
    return set_.rir is None or set_.rir.middle <= framework.limit("hard-set-rir")


def is_loaded(set_: PlannedSet, plan: Plan) -> bool:
    """Whether more than the body is lifted: a written load, or equipment the program lists."""
    return _takes_more(set_, plan, UNLOADED)


def is_weighted(set_: PlannedSet, plan: Plan) -> bool:
    """Whether there is a weight to choose; the body and bands have none."""
    return _takes_more(set_, plan, WEIGHTLESS)


def _takes_more(set_: PlannedSet, plan: Plan, than: frozenset[str]) -> bool:
    load = set_.load
    if load is None or load.kind == "rpe":
        ways = set_.exercise.ways_with(frozenset(plan.program.equipment))
        return any(not than.issuperset(way) for way in ways)
    return load.kind != "bodyweight" or load.high > 0


def is_tension(set_: PlannedSet, framework: Framework) -> bool:
    """A hard set, not a hold, inside the framework's tension zone."""
    if set_.intensity is None or not is_hard(set_, framework):
        return False
    low, high = framework.limit("tension-load-low"), framework.limit("tension-load-high")
    return low <= set_.intensity.percent <= high


def is_metabolic(set_: PlannedSet, framework: Framework) -> bool:
    """A hard set that rests 60 s or less, or is built to pile fatigue up."""
    if not is_hard(set_, framework):
        return False
    if set_.set_type in DENSE_TYPES:
        return True
    return set_.rest is not None and set_.rest.middle <= framework.limit("metabolic-rest-high")


def contacts(set_: PlannedSet) -> Fraction:
    """Landings of a set of jumps; what is written in seconds cannot be counted."""
    counted = set_.exercise.jump and not set_.reps.timed
    return set_.reps.middle if counted else Fraction(0)


def is_neural(set_: PlannedSet, framework: Framework) -> bool:
    """A jump, a tempo drill (a written pause or an explosive way up) or a controlled eccentric."""
    if set_.exercise.jump:
        return True
    tempo = set_.tempo
    if tempo is None:
        return False
    drill = tempo.explosive or max(tempo.bottom, tempo.top) >= framework.limit("drill-pause")
    return drill or tempo.down >= framework.limit("controlled-eccentric")


SERVES = (
    ("mechanical-tension", "tension", is_tension),
    ("metabolic-stress", "metabolic", is_metabolic),
    ("neuromuscular-efficiency", "neural", is_neural),
)
"""Pillars a set may count for: id, short name, and the counting rule."""


def in_hypertrophy_zone(set_: PlannedSet, framework: Framework) -> bool:
    """Whether load and repetitions lie in the framework's hypertrophy zone.

    A range of repetitions lies in it when its middle does.
    """
    if set_.intensity is None:
        return False
    limit = framework.limit
    return limit("hypertrophy-load-low") <= set_.intensity.percent <= limit(
        "hypertrophy-load-high"
    ) and limit("hypertrophy-reps-low") <= set_.reps.middle <= limit("hypertrophy-reps-high")


def hard(sets: Iterable[PlannedSet], framework: Framework) -> tuple[PlannedSet, ...]:
    """The hard sets among them."""
    return tuple(set_ for set_ in sets if is_hard(set_, framework))


def fractional_sets(sets: Iterable[PlannedSet], framework: Framework) -> Mapping[str, Fraction]:
    """Hard sets and jumps per muscle, each times what the exercise contributes to it."""
    total: dict[str, Fraction] = defaultdict(Fraction)
    for set_ in (s for s in sets if s.exercise.jump or is_hard(s, framework)):
        for muscle, share in set_.exercise.muscles.items():
            total[muscle] += share
    return total


def direct_sets(sets: Iterable[PlannedSet], framework: Framework) -> Mapping[str, int]:
    """Hard sets per muscle that the exercise trains directly; indirect work counts nothing."""
    total: dict[str, int] = defaultdict(int)
    for set_ in hard(sets, framework):
        for muscle in set_.exercise.muscles:
            total[muscle] += set_.exercise.trains(muscle)
    return total


def share_for(group: str, framework: Framework) -> Callable[[PlannedSet], Fraction]:
    """What a set adds to the fractional sets of a part of the leg."""

    def share(set_: PlannedSet) -> Fraction:
        part = set_.exercise.share_of(group)
        counts = part and (set_.exercise.jump or is_hard(set_, framework))
        return part if counts else Fraction(0)

    return share


def direct_for(group: str, framework: Framework) -> Callable[[PlannedSet], bool]:
    """Whether a set is a hard set that trains a part of the leg directly."""
    return lambda set_: set_.exercise.trains_part(group) and is_hard(set_, framework)


def leg_sets(sets: Iterable[PlannedSet], framework: Framework) -> Mapping[str, Fraction]:
    """Fractional sets for each part of the leg, also those that get none.

    The two heads of the calf are one part; a set counts for it as for the head it trains most.
    """
    total = dict.fromkeys(LEG_GROUPS, Fraction(0))
    for set_, number in alike(sets):
        if set_.exercise.jump or is_hard(set_, framework):
            for group in LEG_GROUPS:
                if share := set_.exercise.share_of(group):
                    total[group] += number * share
    return total


@kept_with_plan
def targeted(plan: Plan) -> tuple[str, ...]:
    """The parts of the leg that some hard set of a loading week trains directly, on purpose.

    A part that the program leaves to other training is no target, though a squat may reach it.
    """
    sets = [set_ for week in plan.loading_weeks for set_ in week.sets]
    wanted = [group for group in LEG_GROUPS if group not in plan.program.out_of_scope]
    return tuple(g for g in wanted if any(map(direct_for(g, plan.framework), sets)))
