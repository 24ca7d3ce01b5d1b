"""How much a week or a session holds, and where it holds most.

`counts` says what a set adds, such as `share_for` a part of the leg or `hard_sets_of` an exercise.
What several rules ask for is counted once, and kept with the plan.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from generator.measure.lines import worst_sessions, worst_weeks
from generator.measure.sets import hard, is_hard, leg_sets
from generator.model import Exercise, Framework
from generator.model.number import plain
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan, PlannedSession, PlannedSet, Week, alike, kept_with_plan

Counts = Callable[[PlannedSet], Fraction | int]
BySession = Mapping[int, Fraction]
"""What each session of the loading weeks holds, by the `id()` it has as long as its plan lives."""


def dose(sets: Iterable[PlannedSet], counts: Counts) -> Fraction:
    """What sets add up to."""
    total = Fraction(0)
    for set_, number in alike(sets):
        if added := counts(set_):
            total += number * added
    return total


def hard_sets_of(exercise: Exercise, framework: Framework) -> Counts:
    """Whether a set is a hard set of one exercise."""
    return lambda set_: set_.exercise.id == exercise.id and is_hard(set_, framework)


@kept_with_plan
def weekly_sets(plan: Plan) -> Mapping[int, Mapping[str, Fraction]]:
    """Fractional sets of each loading week for each part of the leg, by the week's number."""
    by_session = _part_sets(plan)
    return {
        week.number: {
            group: sum((by_session[id(day)][group] for day in week.sessions), Fraction(0))
            for group in LEG_GROUPS
        }
        for week in plan.loading_weeks
    }


@kept_with_plan
def _part_sets(plan: Plan) -> Mapping[int, Mapping[str, Fraction]]:
    return {id(day): leg_sets(day.sets, plan.framework) for day in _sessions(plan)}


@kept_with_plan
def _exercise_sets(plan: Plan) -> Mapping[int, Mapping[str, int]]:
    return {
        id(day): Counter(set_.exercise.id for set_ in hard(day.sets, plan.framework))
        for day in _sessions(plan)
    }


def _sessions(plan: Plan) -> tuple[PlannedSession, ...]:
    return tuple(session for week in plan.loading_weeks for session in week.sessions)


def part_by_session(plan: Plan, group: str) -> BySession:
    """Fractional sets for a part of the leg."""
    return {at: sets[group] for at, sets in _part_sets(plan).items()}


def exercise_by_session(plan: Plan, exercise: Exercise) -> BySession:
    """Hard sets of an exercise."""
    return {at: Fraction(sets[exercise.id]) for at, sets in _exercise_sets(plan).items()}


def by_session(plan: Plan, counts: Counts) -> BySession:
    """What sets of any kind add up to."""
    return {id(day): dose(day.sets, counts) for day in _sessions(plan)}


def fullest_weeks(
    plan: Plan, group: str, above: Fraction, up_to: Fraction | None = None
) -> tuple[tuple[Week, Fraction], ...]:
    """The fullest loading week of each block for a part of the leg, with its sets.

    It is one with more than a number of sets. A block that holds more than `up_to` in some week
    is left to another rule.
    """
    doses = {number: sets[group] for number, sets in weekly_sets(plan).items()}
    beyond = {
        week.block_number
        for week in plan.loading_weeks
        if up_to is not None and doses[week.number] > up_to
    }
    weeks = [week for week in plan.loading_weeks if week.block_number not in beyond]
    found = worst_weeks(plan, weeks, lambda week: doses[week.number] - above)
    return tuple((week, doses[week.number]) for week in found)


def fullest_sessions(
    plan: Plan, doses: BySession, above: Fraction, up_to: Fraction | None = None
) -> tuple[tuple[Week, PlannedSession, Fraction], ...]:
    """The fullest week of each session that holds more than a number of sets, block by block.

    A session that holds more than `up_to` in some week of its block is left to another rule.
    """
    over = {at: sets - above for at, sets in doses.items() if sets > above}
    if up_to is not None:
        days = [(week.block_number, day) for week in plan.loading_weeks for day in week.sessions]
        beyond = {(b, day.keys) for b, day in days if doses[id(day)] > up_to}
        over = {id(d): over[id(d)] for b, d in days if id(d) in over and (b, d.keys) not in beyond}
    found = worst_sessions(plan, plan.loading_weeks, lambda day: over.get(id(day), 0))
    return tuple((week, session, doses[id(session)]) for week, session in found)


def fullest_week(plan: Plan) -> str:
    """The most sets a loading week holds for each part of the leg, in words."""
    if not plan.loading_weeks:
        return "no loading week"
    most = {group: max(s[group] for s in weekly_sets(plan).values()) for group in LEG_GROUPS}
    return "at most " + ", ".join(f"{group} {plain(sets)}" for group, sets in most.items())


def fullest_session(plan: Plan) -> str:
    """The part of the leg and the exercise with most sets in one session, in words."""
    if not plan.loading_weeks:
        return "no loading week"
    parts = {g: max(part_by_session(plan, g).values()) for g in LEG_GROUPS}
    group = max(parts, key=lambda group: parts[group])
    own = {e.name: max(exercise_by_session(plan, e).values()) for e in plan.exercises}
    exercise = max(own, key=lambda name: own[name])
    return (
        f"at most {group} {plain(parts[group])} fractional sets, "
        f"{exercise} {plain(own[exercise])} hard sets"
    )
