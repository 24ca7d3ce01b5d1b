"""A program in a few numbers, where there is no other version to compare it with."""

from dataclasses import dataclass

from generator.measure.duration import session_minutes
from generator.measure.sets import leg_sets
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan
from generator.view.words import LEVELS, counted, span


@dataclass(frozen=True)
class Profile:
    """What a program amounts to."""

    weeks: int
    sessions: str
    """A week."""
    minutes: str
    """A session of a loading week."""
    sets: dict[str, str]
    """Fractional sets in loading weeks, by part of the leg."""


def profile(plan: Plan) -> Profile:
    """The numbers of a program."""
    weeks = plan.loading_weeks or plan.weeks
    sets = [leg_sets(week.sets, plan.framework) for week in weeks]
    return Profile(
        len(plan.weeks),
        span(len(week.sessions) for week in plan.weeks),
        span(session_minutes(s, plan.framework) for week in weeks for s in week.sessions),
        {
            group: span(week[group] for week in sets)
            for group in LEG_GROUPS
            if any(week[group] for week in sets)
        },
    )


def summary(plan: Plan) -> str:
    """The same in a sentence."""
    found = profile(plan)
    sets = ", ".join(f"{group} {count}" for group, count in found.sets.items())
    sessions = "1 session" if found.sessions == "1" else f"{found.sessions} sessions"
    return (
        f"{LEVELS[plan.program.level].lower()}, {counted(found.weeks, 'week')}, "
        f"{sessions} a week of {found.minutes} minutes; fractional sets a week: {sets}."
    )
