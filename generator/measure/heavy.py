"""Heavy sets of compound lifts, and how long they rest."""

from collections.abc import Iterator

from generator.finding import Keys
from generator.measure.lines import Case, set_by_set, worst
from generator.measure.sets import is_hard, is_loaded
from generator.model.number import plain
from generator.model.quantity import Duration
from generator.model.vocabulary import FREE_WEIGHTS, LEG_GROUPS
from generator.plan import Entry, Plan, PlannedSet, Week

PAUSED_TYPES = frozenset({"cluster", "rest-pause"})
"""Set types that split one heavy set by short rests on purpose."""


def is_heavy(set_: PlannedSet, plan: Plan) -> bool:
    """A hard set of a compound, not a hold, with a high load, or a fair one for few repetitions.

    The body's own weight is not heavy: nobody chose it to allow eight repetitions, as the curve
    would have it.
    """
    if set_.exercise.kind != "compound" or set_.intensity is None:
        return False
    if not is_loaded(set_, plan) or not is_hard(set_, plan.framework):
        return False
    limit, percent = plan.framework.limit, set_.intensity.percent
    heavy, least = limit("heavy-load"), limit("tension-load-low")
    few = set_.reps.middle <= limit("heavy-reps")
    return percent >= heavy or (few and percent >= least)


def has_free_weight(set_: PlannedSet, plan: Plan) -> bool:
    """Whether a barbell, dumbbell or kettlebell of the program may be what is lifted."""
    ways = set_.exercise.ways_with(frozenset(plan.program.equipment))
    return any(not FREE_WEIGHTS.isdisjoint(way) for way in ways)


def heavy_rests(plan: Plan) -> Iterator[Case[Duration]]:
    """The rest written for each heavy set of a loading week."""
    enough = plan.framework.limit("heavy-rest-low")
    for week, entry, set_ in set_by_set(plan.loading_weeks):
        if set_.rest is not None and is_heavy(set_, plan):
            yield Case(week, entry, set_, set_.rest, enough - set_.rest.middle)


def short_rests(plan: Plan) -> tuple[Case[Duration], ...]:
    """Heavy sets that rest too little: the worst of each written rest, block by block.

    Of the lifts that share a rest one that makes it an error comes first.
    """
    found: dict[tuple[int, Keys], Case[Duration]] = {}
    cases = worst(plan, (case for case in heavy_rests(plan) if case.distance > 0))
    for case in sorted(cases, key=lambda case: not rests_least(case, plan)):
        found.setdefault((case.week.block_number, case.entry.item_keys), case)
    return tuple(found.values())


def needs_rest(case: Case[Duration]) -> bool:
    """Whether the written rest is all a heavy set gets, so that very little of it is an error.

    A cluster or rest-pause rests inside the set, and in a superset or circuit the lift also rests
    while the others are done, if these train other parts of the leg.
    """
    if case.set.set_type in PAUSED_TYPES:
        return False
    return not case.entry.group or shares_a_part(case.week, case.entry)


def shares_a_part(week: Week, entry: Entry) -> bool:
    """Whether a lift and another of its superset or circuit train one part of the leg directly."""
    others = [
        other.exercise
        for _, other in week.entries
        if other.item_keys == entry.item_keys and other.keys != entry.keys
    ]
    own = [group for group in LEG_GROUPS if entry.exercise.share_of(group) >= 1]
    return any(other.share_of(group) >= 1 for other in others for group in own)


def rests_least(case: Case[Duration], plan: Plan) -> bool:
    """Whether a heavy set rests so little that it is an error."""
    return case.value.middle < plan.framework.limit("heavy-rest-least") and needs_rest(case)


def lighter(plan: Plan) -> str:
    """What makes a compound set no heavy one, as part of a hint."""
    reps, load = plan.framework.limit("heavy-reps"), plan.framework.limit("heavy-load")
    return f"do more than {plain(reps)} repetitions with less than {plain(load)} %"
