"""What moves from week to week and from block to block: the work as written, and weekly sets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from generator.measure.dose import weekly_sets
from generator.measure.lines import repeated
from generator.plan import Entry, Plan, Week, kept_with_plan

FIELDS = ("sets", "reps", "load", "rir", "tempo")
"""The fields of a prescription in which work can progress."""


def written_work(entry: Entry) -> Mapping[str, object]:
    """What a prescription asks for in its week, field by field."""
    first = entry.first
    work = (len(entry.sets), first.reps, first.load, first.rir, first.tempo)
    return dict(zip(FIELDS, work, strict=True))


def moving(weeks: Sequence[Week]) -> Mapping[str, tuple[Entry, ...]]:
    """The fields that change over the weeks of a block, each with the prescriptions it changes in.

    Each of these stands as in its first week.
    """
    found: dict[str, list[Entry]] = defaultdict(list)
    for entries in zip(*([entry for _, entry in week.entries] for week in weeks), strict=True):
        work = [written_work(entry) for entry in entries]
        for name in FIELDS:
            if len({asked[name] for asked in work}) > 1:
                found[name].append(entries[0])
    return {name: tuple(entries) for name, entries in found.items()}


def asks_for_more(weeks: Sequence[Week]) -> bool:
    """Whether some week of a block asks for more work in some prescription than its first week.

    More sets, repetitions or load are more work, and so are fewer repetitions in reserve.
    """
    for entries in zip(*([entry for _, entry in week.entries] for week in weeks), strict=True):
        first, *later = entries
        if any(is_more(first, entry) for entry in later):
            return True
    return False


def is_more(before: Entry, after: Entry) -> bool:
    """Whether a prescription asks for more than before; an open set is more than a closed one."""
    old, new = before.first, after.first
    if len(after.sets) > len(before.sets):
        return True
    if old.reps.unit == new.reps.unit and (new.reps.middle, new.reps.open) > (
        old.reps.middle,
        old.reps.open,
    ):
        return True
    if old.rir and new.rir and new.rir.middle < old.rir.middle:
        return True
    if old.load and new.load and old.load.matches(new.load):
        return new.load.middle > old.load.middle
    return False


def long_blocks(plan: Plan) -> tuple[tuple[Week, ...], ...]:
    """The blocks of loading weeks that are long enough to ask for progress."""
    least = plan.framework.limit("progression-weeks")
    return tuple(weeks for weeks in plan.loading_blocks if len(weeks) >= least)


def with_lines_of_their_own(
    plan: Plan, blocks: Iterable[tuple[Week, ...]]
) -> tuple[tuple[Week, ...], ...]:
    """The blocks without those that repeat the lines of an earlier one of them."""
    found: dict[int, tuple[Week, ...]] = {}
    for weeks in blocks:
        original = repeated(plan, weeks[0]) or weeks[0]
        found.setdefault(original.block_number, weeks)
    return tuple(found.values())


@dataclass(frozen=True)
class SetRise:
    """Weekly fractional sets of a part of the leg, and the more that follow them."""

    group: str
    first: Week
    """The week before; between blocks the week of the earlier one that has most."""
    then: Week
    """The week after; between blocks the week of the later one that has most."""
    before: Fraction
    after: Fraction

    @property
    def added(self) -> Fraction:
        """How many sets come on top."""
        return self.after - self.before

    @property
    def percent(self) -> Fraction | None:
        """The same in percent; nothing where there were no sets before."""
        return 100 * self.added / self.before if self.before else None

    def first_dose(self, least: Fraction) -> bool:
        """Whether it leads from no sets at all to no more than the least a part should get."""
        return not self.before and self.after <= least

    def exceeds(self, percent: Fraction, count: Fraction) -> bool:
        """Whether it is more than so many percent and more than so many sets."""
        return self.added > count and 100 * self.added > percent * self.before


@kept_with_plan
def weekly_rises(plan: Plan) -> tuple[SetRise, ...]:
    """Each rise of a part of the leg's sets from a loading week to the loading week after it."""
    sets = weekly_sets(plan)
    return tuple(
        SetRise(group, first, then, sets[first.number][group], after)
        for first, then in pairwise(plan.weeks)
        if not first.deload and not then.deload
        for group, after in sets[then.number].items()
        if after > sets[first.number][group]
    )


def block_rises(plan: Plan) -> tuple[SetRise, ...]:
    """Each rise of a part of the leg's average weekly sets from one long block to the next."""
    sets = weekly_sets(plan)
    found = []
    for earlier, later in pairwise(long_blocks(plan)):
        for group in sets[later[0].number]:
            before, after = (
                sum((sets[week.number][group] for week in block), Fraction(0)) / len(block)
                for block in (earlier, later)
            )
            first, then = (
                max(block, key=lambda week: sets[week.number][group]) for block in (earlier, later)
            )
            if after > before:
                found.append(SetRise(group, first, then, before, after))
    return tuple(found)


def greatest(plan: Plan, rises: Iterable[SetRise]) -> tuple[SetRise, ...]:
    """The greatest rise of each part of the leg in each block, the earliest of equals.

    A rise between two repeated weeks counts only where it is greater than that of their originals.
    """
    given = tuple(rises)
    known = {(rise.first.number, rise.then.number, rise.group): rise.added for rise in given}
    found: dict[tuple[int, str], SetRise] = {}
    for rise in given:
        first, then = repeated(plan, rise.first), repeated(plan, rise.then)
        if first and then and known.get((first.number, then.number, rise.group), 0) >= rise.added:
            continue
        at = (rise.then.block_number, rise.group)
        if at not in found or rise.added > found[at].added:
            found[at] = rise
    return tuple(found.values())
