"""How long a session takes, in minutes: an estimate from conventions printed on the site."""

from fractions import Fraction

from generator.model import Framework
from generator.model.number import rounded
from generator.plan import Entry, PlannedSession, PlannedSet

MINI_SET_REPS = 5
"""Repetitions assumed in each mini-set of a special set."""
MINI_SET_REST = 15
"""Seconds assumed before each mini-set when none are written."""


def set_seconds(set_: PlannedSet, entry: Entry, framework: Framework) -> Fraction:
    """Seconds under the bar for one set, both sides of a one-sided exercise."""
    sides = 2 if set_.exercise.laterality == "unilateral" else 1
    if set_.reps.timed:
        return set_.reps.middle * sides
    pace = Fraction(set_.tempo.seconds) if set_.tempo else framework.limit("repetition-seconds")
    seconds = set_.reps.middle * pace * (1 if set_.exercise.jump else sides)
    if set_.set_type != "straight":
        item = entry.prescription
        rest = item.mini_rest.middle if item.mini_rest else Fraction(MINI_SET_REST)
        # the repetitions of a cluster are its total; other special sets add short ones
        reps = 0 if set_.set_type == "cluster" else MINI_SET_REPS
        seconds += (item.mini_sets or 2) * (reps * pace + rest)
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
        seconds += sum((set_seconds(s, entry, framework) for s in entry.sets), Fraction(0))
        if not entry.group or entry.label.endswith("1"):
            # one rest a set; in a group one rest a round, counted with its first exercise
            seconds += sum((rest_seconds(s, framework) for s in entry.sets[:-1]), Fraction(0))
    return rounded(seconds / 60)
