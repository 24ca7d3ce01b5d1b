"""The sets that make up a sum, as labels of a finding."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from generator.finding import Keys, Label
from generator.measure.lines import field_of
from generator.model.number import plain
from generator.plan import Entry, PlannedSession, PlannedSet, Week

SHOWN = 3
"""Labels that name one prescription each; the rest of them share the last label."""


def cause_labels(
    week: Week,
    counts: Callable[[PlannedSet], Fraction | int],
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
                added = sum((Fraction(counts(set_)) for set_ in entry.sets), Fraction(0))
                before = sums[entry.keys][2] if entry.keys in sums else Fraction(0)
                sums[entry.keys] = day, entry, before + added
    parts = sorted((part for part in sums.values() if part[2]), key=lambda part: -part[2])
    labels = []
    for number, (day, entry, added) in enumerate(parts[:SHOWN], start=1):
        where = "" if session else f"{day.day}: "
        text = f"{where}{plain(added)} {noun}{'s' * (added != 1)}"
        others = parts[SHOWN:]
        if number == SHOWN and others:
            rest = sum((part[2] for part in others), Fraction(0))
            words = "exercises add" if len(others) > 1 else "exercise adds"
            text += f"; {len(others)} more {words} {plain(rest)}"
        labels.append(Label((*entry.keys, *field_of(week, entry, ("sets",))), text))
    return tuple(labels)
