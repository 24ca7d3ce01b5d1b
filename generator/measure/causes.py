"""The sets that make up a sum, as labels of a finding."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from generator.finding import Keys, Label
from generator.measure.dose import Counts, dose
from generator.measure.lines import field_of
from generator.measure.progress import SetRise
from generator.measure.sets import share_for
from generator.measure.volume import volume_load
from generator.model import Framework
from generator.model.number import plain, plain_beside
from generator.model.wording import counted
from generator.plan import Entry, PlannedSession, Week

SHOWN = 3
"""Labels that name one prescription each; the rest of them share the last label."""


def cause_labels(
    week: Week,
    counts: Counts,
    noun: str = "set",
    session: PlannedSession | None = None,
    also: Iterable[Week] = (),
) -> tuple[Label, ...]:
    """The prescriptions that add most to a sum over a week, or over one session of it.

    `counts` says what a set adds; `noun` is what is counted, in the singular; `also` are
    further weeks of the same block that the sum runs over.
    """
    sums: dict[Keys, tuple[PlannedSession, Entry, Fraction]] = {}
    for each in (week, *also):
        for day in each.sessions if session is None else (session,):
            for entry in day.entries:
                added = dose(entry.sets, counts)
                before = sums[entry.keys][2] if entry.keys in sums else Fraction(0)
                sums[entry.keys] = day, entry, before + added
    parts = sorted((part for part in sums.values() if part[2]), key=lambda part: -part[2])
    labels = []
    for number, (day, entry, added) in enumerate(parts[:SHOWN], start=1):
        where = "" if session else f"{day_words(week, day)}: "
        text = f"{where}{counted(added, noun)}"
        others = parts[SHOWN:]
        if number == SHOWN and others:
            rest = sum((part[2] for part in others), Fraction(0))
            words = "exercises add" if len(others) > 1 else "exercise adds"
            text += f"; {len(others)} more {words} {plain(rest)}"
        labels.append(Label((*entry.keys, *field_of(week, entry, ("sets",))), text))
    return tuple(labels)


def day_words(week: Week, session: PlannedSession) -> str:
    """The weekday of a session; its name where a day is split in two."""
    return session.day if len(week.days[session.day]) == 1 else f"“{session.name}”"


def change_labels(
    first: Week,
    then: Week,
    counts: Counts,
    words: Callable[[Fraction, Fraction], str],
    falls: bool = False,
) -> tuple[Label, ...]:
    """The prescriptions that add most to the rise of a sum between two weeks, or to its fall.

    `words` says what a prescription adds before and after. Two weeks of blocks written apart
    share no prescriptions, so there is nothing to name.
    """
    before = {entry.keys: entry for _, entry in first.entries}
    found: list[tuple[Fraction, Label]] = []
    for day in then.sessions:
        for entry in (e for e in day.entries if e.keys in before):
            sums = [dose(e.sets, counts) for e in (before[entry.keys], entry)]
            change = sums[0] - sums[1] if falls else sums[1] - sums[0]
            if change > 0:
                more_sets = len(entry.sets) != len(before[entry.keys].sets)
                field = field_of(then, entry, ("sets",) if more_sets else ("exercise",))
                text = f"{day_words(then, day)}: {words(*sums)}"
                found.append((change, Label((*entry.keys, *field), text)))
    found.sort(key=lambda part: -part[0])
    return tuple(label for _, label in found[:SHOWN])


def volume_change_labels(first: Week, then: Week, falls: bool = False) -> tuple[Label, ...]:
    """The prescriptions whose volume load rises most between two weeks, or falls most."""

    def words(before: Fraction, after: Fraction) -> str:
        if not before:
            return f"no volume load in week {first.number}"
        percent = plain_beside(100 * abs(after - before) / before, Fraction(0))
        than = f"volume load than in week {first.number}"
        return f"{percent} % {'less' if falls else 'more'} {than}"

    return change_labels(first, then, lambda set_: volume_load((set_,)), words, falls)


def rise_labels(rise: SetRise, framework: Framework) -> tuple[Label, ...]:
    """The prescriptions that bring a rise of sets, or in a block of its own all those it sums."""
    share = share_for(rise.group, framework)

    def words(before: Fraction, after: Fraction) -> str:
        return f"from {plain(before)} to {counted(after, 'set')}"

    return change_labels(rise.first, rise.then, share, words) or cause_labels(rise.then, share)
