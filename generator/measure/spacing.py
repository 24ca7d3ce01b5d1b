"""How long a part of the leg rests between two days that train it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from generator.finding import Keys
from generator.measure.sets import contacts, direct_for
from generator.model import Framework
from generator.model.program import DAYS
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan, PlannedSession, PlannedSet, Week, alike, kept_with_plan

Counts = Callable[[PlannedSet], bool]


@dataclass(frozen=True)
class TrainingDay:
    """One weekday of one week, with its session or, where the day is split, its two."""

    week: Week
    sessions: tuple[PlannedSession, ...]

    @property
    def date(self) -> int:
        """Days since the Monday of the program's first week."""
        return 7 * (self.week.number - 1) + DAYS.index(self.sessions[0].day)

    @property
    def keys(self) -> tuple[Keys, ...]:
        """Where its sessions are written."""
        return tuple(session.keys for session in self.sessions)

    def count(self, counts: Counts) -> int:
        """How many of its sets count."""
        sets = (set_ for session in self.sessions for set_ in session.sets)
        return sum(number for set_, number in alike(sets) if counts(set_))

    def contacts(self, jumps: Counts) -> Fraction:
        """How many landings its jumps of a kind have."""
        sets = (set_ for session in self.sessions for set_ in session.sets)
        return sum((contacts(set_) for set_ in sets if jumps(set_)), Fraction(0))

    def holding(self, counts: Counts) -> tuple[PlannedSession, ...]:
        """Its sessions with a set that counts."""
        return tuple(s for s in self.sessions if any(map(counts, s.sets)))


@dataclass(frozen=True)
class Return:
    """A part of the leg that is trained again, and what the day before that asked of it."""

    group: str
    first: TrainingDay
    second: TrainingDay
    hard_sets: int
    """Direct ones on the first day."""
    all_out: int
    """Compound sets to failure among them."""
    contacts: Fraction
    """Landings on the first day."""

    @property
    def days(self) -> int:
        """1 where the second day follows the first."""
        return self.second.date - self.first.date

    @property
    def hours(self) -> int:
        """From day to day, because the time of day is not planned."""
        return 24 * self.days


def training_days(weeks: Iterable[Week]) -> tuple[TrainingDay, ...]:
    """The days of some weeks, in order."""
    return tuple(TrainingDay(week, day) for week in weeks for day in week.days.values())


def all_out_for(group: str) -> Counts:
    """Whether a set takes a compound lift that trains a part of the leg directly to failure.

    An open set that says nothing else goes there, since it asks for as many as possible.
    """

    def counts(set_: PlannedSet) -> bool:
        planned = set_.reps.open if set_.rir is None else set_.rir.high == 0
        return planned and set_.exercise.kind == "compound" and set_.exercise.trains_part(group)

    return counts


def jump_for(group: str) -> Counts:
    """Whether a set is jumps that land on a part of the leg as much as on any."""
    muscles = LEG_GROUPS[group]
    return lambda set_: set_.exercise.jump and not set_.exercise.prime.isdisjoint(muscles)


def any_of(kinds: Iterable[Counts]) -> Counts:
    """Whether a set counts in one of several ways."""
    ways = tuple(kinds)
    return lambda set_: any(counts(set_) for counts in ways)


def used_for(group: str, framework: Framework) -> Counts:
    """Whether a set trains a part of the leg directly as a hard set, or jumps with it."""
    return any_of((direct_for(group, framework), jump_for(group)))


@kept_with_plan
def returns(plan: Plan) -> tuple[Return, ...]:
    """Each day of a loading week that trains a part of the leg directly, or jumps with it.

    It is compared with the last day of loading weeks before it that did so.
    """
    days = training_days(plan.loading_weeks)
    found = []
    for group in LEG_GROUPS:
        hard, all_out, jump = direct_for(group, plan.framework), all_out_for(group), jump_for(group)
        used = [day for day in days if day.count(used_for(group, plan.framework))]
        for first, second in pairwise(used):
            asked = first.count(hard), first.count(all_out), first.contacts(jump)
            found.append(Return(group, first, second, *asked))
    return tuple(found)
