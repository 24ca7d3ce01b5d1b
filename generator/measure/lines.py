"""Which lines of a file speak for which weeks, so that nothing is said twice about the same lines.

A block with `like` repeats the prescriptions of another one. What is wrong with those was
said where they are written; only what is different in the repeating block is worth a word.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Generic, TypeVar

from generator.finding import Keys
from generator.model import Weekly
from generator.model.number import runs
from generator.model.wording import joined
from generator.plan import Entry, Plan, PlannedSession, PlannedSet, Week, alike

Said = TypeVar("Said")


@dataclass(frozen=True)
class Case(Generic[Said]):
    """Something about one prescription in one week."""

    week: Week
    entry: Entry
    set: PlannedSet
    value: Said
    """What is said of it; it can be hashed, and equal values of the same lines
    are one case."""
    distance: Fraction
    """How far it lies from what is allowed."""

    def keys(self, *below: str | int) -> Keys:
        """The field of the prescription, its entry for the week where it is a list.

        In a block that repeats another it is the `like`.
        """
        if self.week.block.like:
            return (*self.week.block_keys, "like")
        return (*self.entry.keys, *field_of(self.week, self.entry, below))

    def effort_keys(self) -> Keys:
        """Where the repetitions in reserve come from: the RIR, or a load written as RPE."""
        load = self.set.load
        return self.keys("load" if load is not None and load.kind == "rpe" else "rir")

    def rest_keys(self) -> Keys:
        """Where the rest is written: in a superset or circuit it belongs to the round."""
        if self.week.block.like:
            return self.keys()
        return (*self.entry.item_keys, *field_of(self.week, self.entry, ("rest",)))


def field_of(week: Week, entry: Entry, below: Keys) -> Keys:
    """A field of a prescription, and its entry for the week where it is a list."""
    written = getattr(entry.prescription, str(below[-1]), None) if below else None
    if not isinstance(written, Weekly) or not written.listed:
        return below
    # a block that repeats another of its length follows it, any other stays on its last week
    same_length = week.block.weeks == len(written.values)
    return (*below, (week.number_in_block if same_length else len(written.values)) - 1)


def repeated(plan: Plan, week: Week) -> Week | None:
    """The week a week of a `like` block repeats; nothing where a block is written out."""
    if not week.block.like:
        return None
    written = next(w for w in plan.blocks if w[0].block.name == week.block.like)
    same_length = len(written) == week.block.weeks
    return written[week.number_in_block - 1 if same_length else -1]


def worst(plan: Plan, cases: Iterable[Case[Said]]) -> tuple[Case[Said], ...]:
    """The worst case of each prescription in each block, the earliest of equals.

    A repeated week counts only with what the week it repeats does not have.
    """
    all_cases = tuple(cases)
    known = {(case.week.number, case.entry.keys, case.value) for case in all_cases}
    found: dict[tuple[int, Keys], Case[Said]] = {}
    for case in all_cases:
        original = repeated(plan, case.week)
        if original and (original.number, case.entry.keys, case.value) in known:
            continue
        at = (case.week.block_number, case.entry.keys)
        if at not in found or case.distance > found[at].distance:
            found[at] = case
    return tuple(found.values())


def worst_weeks(
    plan: Plan, weeks: Iterable[Week], excess: Callable[[Week], Fraction | int]
) -> tuple[Week, ...]:
    """The worst week of each block among those with an excess, the earliest of equals.

    Weeks that only repeat one that has an excess itself are left out.
    """
    over = fresh(plan, (week for week in weeks if excess(week) > 0))
    return tuple(max(own, key=excess) for own in by_block(over))


def worst_sessions(
    plan: Plan, weeks: Iterable[Week], excess: Callable[[PlannedSession], Fraction | int]
) -> tuple[tuple[Week, PlannedSession], ...]:
    """The worst of the weeks of each session with an excess, block by block."""
    over = fresh(plan, (w for w in weeks if any(excess(session) > 0 for session in w.sessions)))
    found: dict[tuple[int, Keys], tuple[Week, PlannedSession]] = {}
    for week in over:
        for session in week.sessions:
            at = (week.block_number, session.keys)
            before = excess(found[at][1]) if at in found else 0
            if excess(session) > before:
                found[at] = week, session
    return tuple(found.values())


def session_keys(week: Week, session: PlannedSession) -> Keys:
    """The name of a session, or the `like` of a block that repeats it."""
    return (*week.block_keys, "like") if week.block.like else (*session.keys, "name")


def fresh(plan: Plan, weeks: Iterable[Week]) -> tuple[Week, ...]:
    """The weeks without those that only repeat another one of them."""
    given = tuple(weeks)
    numbers = {week.number for week in given}
    originals = [(week, repeated(plan, week)) for week in given]
    return tuple(week for week, o in originals if o is None or o.number not in numbers)


def by_block(weeks: Iterable[Week]) -> Iterator[tuple[Week, ...]]:
    """Weeks in order, those of a block together."""
    for _, own in groupby(weeks, key=lambda week: week.block_number):
        yield tuple(own)


def set_by_set(weeks: Iterable[Week]) -> Iterator[tuple[Week, Entry, PlannedSet]]:
    """Every set of some weeks, with the week and the prescription it belongs to.

    Sets that are alike come once, since nothing can be said of one that is not said of all.
    """
    for week in weeks:
        for _, entry in week.entries:
            for set_, _ in alike(entry.sets):
                yield week, entry, set_


def week_list(weeks: Sequence[Week]) -> str:
    """`week 2`, `weeks 1 and 3`, `weeks 1 to 3 and 5`."""
    words = joined(runs(week.number for week in weeks))
    return f"{'week' if len(weeks) == 1 else 'weeks'} {words}"
