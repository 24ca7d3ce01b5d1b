"""How much a week or a session holds, and where it holds most.

`counts` says what a set adds, such as `share_for` a part of the leg or `hard_sets_of` an exercise.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction

from generator.measure.lines import worst_sessions, worst_weeks
from generator.measure.sets import is_hard, share_for
from generator.model import Exercise, Framework
from generator.model.number import plain
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan, PlannedSession, PlannedSet, Week

Counts = Callable[[PlannedSet], Fraction | int]


def dose(sets: Iterable[PlannedSet], counts: Counts) -> Fraction:
    """What sets add up to."""
    return sum((Fraction(added) for added in map(counts, sets) if added), Fraction(0))


def hard_sets_of(exercise: Exercise, framework: Framework) -> Counts:
    """Whether a set is a hard set of one exercise."""
    return lambda set_: set_.exercise.id == exercise.id and is_hard(set_, framework)


def fullest_weeks(
    plan: Plan, counts: Counts, above: Fraction, up_to: Fraction | None = None
) -> tuple[tuple[Week, Fraction], ...]:
    """The fullest loading week of each block with more than a number of sets, and its sets.

    A block that holds more than `up_to` in some week is left to another rule.
    """
    doses = {week.number: dose(week.sets, counts) for week in plan.loading_weeks}
    beyond = {
        week.block_number
        for week in plan.loading_weeks
        if up_to is not None and doses[week.number] > up_to
    }
    weeks = [week for week in plan.loading_weeks if week.block_number not in beyond]
    found = worst_weeks(plan, weeks, lambda week: doses[week.number] - above)
    return tuple((week, doses[week.number]) for week in found)


def fullest_sessions(
    plan: Plan, counts: Counts, above: Fraction, up_to: Fraction | None = None
) -> tuple[tuple[Week, PlannedSession, Fraction], ...]:
    """The fullest week of each session that holds more than a number of sets, block by block.

    A session that holds more than `up_to` in some week of its block is left to another rule.
    """
    days = [(week.block_number, day) for week in plan.loading_weeks for day in week.sessions]
    doses = {id(day): dose(day.sets, counts) for _, day in days}
    beyond = {(b, day.keys) for b, day in days if up_to is not None and doses[id(day)] > up_to}
    left = {id(day) for block, day in days if (block, day.keys) not in beyond}
    found = worst_sessions(
        plan, plan.loading_weeks, lambda day: doses[id(day)] - above if id(day) in left else 0
    )
    return tuple((week, session, doses[id(session)]) for week, session in found)


def most_in_a_week(plan: Plan, counts: Counts) -> Fraction:
    """The most a loading week holds."""
    return max((dose(week.sets, counts) for week in plan.loading_weeks), default=Fraction(0))


def most_in_a_session(plan: Plan, counts: Counts) -> Fraction:
    """The most a session of a loading week holds."""
    sessions = (session for week in plan.loading_weeks for session in week.sessions)
    return max((dose(session.sets, counts) for session in sessions), default=Fraction(0))


def fullest_week(plan: Plan) -> str:
    """The most sets a loading week holds for each part of the leg, in words."""
    if not plan.loading_weeks:
        return "no loading week"
    most = {group: most_in_a_week(plan, share_for(group, plan.framework)) for group in LEG_GROUPS}
    return "at most " + ", ".join(f"{group} {plain(sets)}" for group, sets in most.items())


def fullest_session(plan: Plan) -> str:
    """The part of the leg and the exercise with most sets in one session, in words."""
    if not plan.loading_weeks:
        return "no loading week"
    parts = {g: most_in_a_session(plan, share_for(g, plan.framework)) for g in LEG_GROUPS}
    group = max(parts, key=lambda group: parts[group])
    own = {e.name: most_in_a_session(plan, hard_sets_of(e, plan.framework)) for e in plan.exercises}
    exercise = max(own, key=lambda name: own[name])
    return (
        f"at most {group} {plain(parts[group])} fractional sets, "
        f"{exercise} {plain(own[exercise])} hard sets"
    )
