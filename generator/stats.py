"""A program in numbers, for a terminal or another program: the same as its guide shows."""

from dataclasses import dataclass
from fractions import Fraction

from generator.measure.duration import session_minutes
from generator.measure.hardest import fullest_of_each_block, hardest_week
from generator.measure.sets import (
    direct_for,
    direct_sets,
    fractional_sets,
    hard,
    is_metabolic,
    is_neural,
    is_tension,
    is_weighted,
    leg_sets,
)
from generator.measure.volume import loading_steps, mean_intensity, volume_load
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan, PlannedSession, PlannedSet, Week


@dataclass(frozen=True)
class Sets:
    """Hard sets in the hardest week, for a muscle or a part of the leg."""

    name: str
    direct: int
    fractional: Fraction


@dataclass(frozen=True)
class Pillars:
    """Sets that count for each pillar; a set may count for several."""

    tension: int
    metabolic: int
    neural: int


@dataclass(frozen=True)
class SessionStats:
    """A session in the fullest week of its block."""

    week: int
    day: str
    name: str
    sets: int
    pillars: Pillars
    minutes: int
    """In that week, estimated."""


@dataclass(frozen=True)
class WeekStats:
    """A week of the program."""

    number: int
    block: str
    deload: bool
    sets: int
    """Working sets, jumps among them."""
    hard: int
    pillars: Pillars
    volume_load: Fraction
    change: Fraction | None
    """Percent against the loading week right before it."""
    load: Fraction | None
    """Mean load in percent of the 1RM; `None` where there is no weight to choose."""
    minutes: int
    """Of its longest session, estimated."""


@dataclass(frozen=True)
class Stats:
    """What a program amounts to."""

    id: str
    title: str
    level: str
    planned_minutes: int
    """What the author plans a session to take."""
    hardest: int
    """The week that parts and muscles are counted in."""
    band: tuple[Fraction, Fraction]
    """Weekly sets for a part of the leg at this level: where the band starts, and the ceiling."""
    out_of_scope: tuple[str, ...]
    parts: tuple[Sets, ...]
    muscles: tuple[Sets, ...]
    """Those that get any work."""
    sessions: tuple[SessionStats, ...]
    weeks: tuple[WeekStats, ...]

    @property
    def longest(self) -> WeekStats:
        """The week with the longest session."""
        return max(self.weeks, key=lambda week: week.minutes)


def stats(plan: Plan) -> Stats:
    """The numbers of a program."""
    program, framework = plan.program, plan.framework
    hardest = hardest_week(plan)
    rises = {after.number: rise for _, after, rise in loading_steps(plan.weeks)}
    weighted = any(is_weighted(set_, plan) for week in plan.weeks for set_ in week.sets)
    return Stats(
        program.id,
        program.title,
        program.level,
        program.session_minutes,
        hardest.number,
        (
            framework.limit_for("weekly-sets-band", program.level),
            framework.limit_for("weekly-sets-ceiling", program.level),
        ),
        program.out_of_scope,
        _parts(plan, hardest),
        _muscles(plan, hardest),
        tuple(
            _session(plan, week, session)
            for week in fullest_of_each_block(plan)
            for session in week.sessions
        ),
        tuple(
            WeekStats(
                week.number,
                week.block.name,
                week.deload,
                len(week.sets),
                len(hard(week.sets, framework)),
                _pillars(plan, week.sets),
                volume_load(week.sets),
                rises.get(week.number),
                mean_intensity(week.sets) if weighted else None,
                max((session_minutes(session, framework) for session in week.sessions), default=0),
            )
            for week in plan.weeks
        ),
    )


def _parts(plan: Plan, week: Week) -> tuple[Sets, ...]:
    fractional = leg_sets(week.sets, plan.framework)
    return tuple(
        Sets(group, sum(map(direct_for(group, plan.framework), week.sets)), fractional[group])
        for group in LEG_GROUPS
    )


def _muscles(plan: Plan, week: Week) -> tuple[Sets, ...]:
    direct = direct_sets(week.sets, plan.framework)
    fractional = fractional_sets(week.sets, plan.framework)
    return tuple(
        Sets(name, direct[muscle], fractional[muscle])
        for muscle, name in plan.framework.muscles.items()
        if fractional.get(muscle)
    )


def _pillars(plan: Plan, sets: tuple[PlannedSet, ...]) -> Pillars:
    return Pillars(
        *(
            sum(counts(set_, plan.framework) for set_ in sets)
            for counts in (is_tension, is_metabolic, is_neural)
        )
    )


def _session(plan: Plan, week: Week, session: PlannedSession) -> SessionStats:
    return SessionStats(
        week.number,
        session.day,
        session.name,
        len(session.sets),
        _pillars(plan, session.sets),
        session_minutes(session, plan.framework),
    )
