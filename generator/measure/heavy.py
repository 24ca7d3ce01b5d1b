"""Heavy sets of compound lifts, and how long they rest."""

from collections.abc import Iterator

from generator.finding import Keys
from generator.measure.lines import Case, worst
from generator.measure.sets import is_hard, is_loaded
from generator.model.quantity import Duration
from generator.model.vocabulary import FREE_WEIGHTS
from generator.plan import Plan, PlannedSet

PAUSED_TYPES = frozenset({"cluster", "rest-pause"})
"""Set types that split one heavy set by short rests on purpose."""


def is_heavy(set_: PlannedSet, plan: Plan) -> bool:
    """A hard set of a compound, not a hold, with a high load or few repetitions.

    The body's own weight is not heavy: nobody chose it to allow eight repetitions, as the curve
    would have it.
    """
    if set_.exercise.kind != "compound" or set_.intensity is None:
        return False
    if not is_loaded(set_, plan) or not is_hard(set_, plan.framework):
        return False
    heavy_load, heavy_reps = plan.framework.limit("heavy-load"), plan.framework.limit("heavy-reps")
    return set_.intensity.percent >= heavy_load or set_.reps.middle <= heavy_reps


def has_free_weight(set_: PlannedSet, plan: Plan) -> bool:
    """Whether a barbell, dumbbell or kettlebell of the program may be what is lifted."""
    ways = set_.exercise.ways_with(frozenset(plan.program.equipment))
    return any(not FREE_WEIGHTS.isdisjoint(way) for way in ways)


def heavy_rests(plan: Plan) -> Iterator[Case[Duration]]:
    """The rest written for each heavy set of a loading week."""
    enough = plan.framework.limit("heavy-rest-low")
    for week in plan.loading_weeks:
        for _, entry in week.entries:
            for set_ in entry.sets:
                if set_.rest is not None and is_heavy(set_, plan):
                    yield Case(week, entry, set_, set_.rest, enough - set_.rest.middle)


def short_rests(plan: Plan) -> tuple[Case[Duration], ...]:
    """Heavy sets that rest too little: the worst of each written rest, block by block."""
    found: dict[tuple[int, Keys], Case[Duration]] = {}
    for case in worst(plan, (case for case in heavy_rests(plan) if case.distance > 0)):
        found.setdefault((case.week.block_number, case.entry.item_keys), case)
    return tuple(found.values())


def needs_rest(case: Case[Duration]) -> bool:
    """Whether the written rest is all a heavy set gets, so that very little of it is an error.

    A cluster or rest-pause rests inside the set, and in a superset or circuit the lift also rests
    while the others are done.
    """
    return not case.entry.group and case.set.set_type not in PAUSED_TYPES
