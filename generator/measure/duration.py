"""How long a session takes, in minutes: an estimate from conventions printed on the site."""

from collections.abc import Iterable
from fractions import Fraction

from generator.finding import Keys
from generator.model import Framework
from generator.model.number import rounded
from generator.plan import Entry, PlannedSession, PlannedSet, alike


def set_seconds(set_: PlannedSet, entry: Entry, framework: Framework) -> Fraction:
    """Seconds under the bar for one set, both sides of a one-sided exercise."""
    sides = 2 if set_.exercise.laterality == "unilateral" else 1
    if set_.reps.timed:
        return set_.reps.middle * sides
    pace = Fraction(set_.tempo.seconds) if set_.tempo else framework.limit("repetition-seconds")
    seconds = set_.reps.middle * pace * (1 if set_.exercise.jump else sides)
    if set_.set_type != "straight":
        item = entry.prescription
        rest = item.mini_rest.middle if item.mini_rest else framework.limit("mini-set-rest")
        # the repetitions of a cluster are its total; other special sets add short ones
        reps = 0 if set_.set_type == "cluster" else framework.limit("mini-set-repetitions")
        seconds += (item.mini_sets or framework.limit("mini-sets")) * (reps * pace + rest)
    return seconds


def rest_seconds(set_: PlannedSet, framework: Framework) -> Fraction:
    """Seconds of rest after a set, as written or as usual for such an exercise."""
    if set_.rest is not None:
        return set_.rest.middle
    compound = set_.exercise.kind == "compound"
    return framework.limit("unstated-rest-compound" if compound else "unstated-rest-other")


def session_minutes(session: PlannedSession, framework: Framework) -> int:
    """Minutes from the first warm-up step to the last set, to the nearest minute."""
    seconds = framework.limit("warm-up-minutes") * 60
    for entry in session.entries:
        seconds += framework.limit("changeover-seconds")
        seconds += framework.limit("warm-up-set-seconds") * len(entry.prescription.warmup)
        for set_, number in alike(entry.sets):
            seconds += number * set_seconds(set_, entry, framework)
    for entries in _rounds(session):
        # a group rests once a round, and has as many rounds as its longest member has sets
        longest = max(entries, key=lambda entry: len(entry.sets))
        for set_, number in alike(longest.sets[:-1]):
            seconds += number * rest_seconds(set_, framework)
    return rounded(seconds / 60)


def _rounds(session: PlannedSession) -> Iterable[list[Entry]]:
    """The entries that rest together: those of a group, and each of the others by itself."""
    together: dict[Keys, list[Entry]] = {}
    for entry in session.entries:
        together.setdefault(entry.item_keys, []).append(entry)
    return together.values()
