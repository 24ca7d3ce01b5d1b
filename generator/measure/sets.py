"""What counts as a set of what: the one home of every counting rule.

The counting page of the site prints the sentences of `COUNTING`; the functions below are
what they mean. A set may serve several pillars; it counts once for each and once in totals.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from generator.model import Framework
from generator.plan import PlannedSet

PAUSED = 1
"""Seconds at the bottom or top that make a repetition a tempo drill."""
DENSE_TYPES = frozenset({"drop-set", "rest-pause", "myo-reps", "bfr"})
"""Set types that count as metabolic work whatever rest is written."""


def is_hard(set_: PlannedSet, framework: Framework) -> bool:
    """Whether a set is close enough to failure to count; unknown effort counts as hard."""
    return set_.rir is None or set_.rir.middle <= framework.limit("hard-set-rir")


def is_tension(set_: PlannedSet, framework: Framework) -> bool:
    """A hard set, not a jump and not a hold, inside the framework's tension zone."""
    if set_.intensity is None or not is_hard(set_, framework):
        return False
    low, high = framework.limit("tension-load-low"), framework.limit("tension-load-high")
    return low <= set_.intensity.percent <= high


def is_metabolic(set_: PlannedSet, framework: Framework) -> bool:
    """A hard set that rests 60 s or less, or is built to pile fatigue up; jumps never count."""
    if set_.exercise.jump or not is_hard(set_, framework):
        return False
    if set_.set_type in DENSE_TYPES:
        return True
    return set_.rest is not None and set_.rest.middle <= framework.limit("metabolic-rest-high")


def is_neural(set_: PlannedSet, framework: Framework) -> bool:
    """A jump, a tempo drill (a written pause or an explosive way up) or a controlled eccentric."""
    if set_.exercise.jump:
        return True
    tempo = set_.tempo
    if tempo is None:
        return False
    drill = tempo.explosive or tempo.bottom >= PAUSED or tempo.top >= PAUSED
    return drill or tempo.down >= framework.limit("controlled-eccentric")


def in_hypertrophy_zone(set_: PlannedSet, framework: Framework) -> bool:
    """Whether load and repetitions lie in the framework's hypertrophy zone.

    A range of repetitions lies in it when its middle does.
    """
    if set_.intensity is None:
        return False
    limit = framework.limit
    return limit("hypertrophy-load-low") <= set_.intensity.percent <= limit(
        "hypertrophy-load-high"
    ) and limit("hypertrophy-reps-low") <= set_.reps.middle <= limit("hypertrophy-reps-high")


def hard(sets: Iterable[PlannedSet], framework: Framework) -> tuple[PlannedSet, ...]:
    """The hard sets among them."""
    return tuple(set_ for set_ in sets if is_hard(set_, framework))


def fractional_sets(sets: Iterable[PlannedSet], framework: Framework) -> Mapping[str, Fraction]:
    """Hard sets per muscle, each times what the exercise contributes to it."""
    total: dict[str, Fraction] = defaultdict(Fraction)
    for set_ in hard(sets, framework):
        for muscle, share in set_.exercise.muscles.items():
            total[muscle] += share
    return total


def direct_sets(sets: Iterable[PlannedSet], framework: Framework) -> Mapping[str, int]:
    """Hard sets per muscle that the exercise trains directly; indirect work counts nothing."""
    total: dict[str, int] = defaultdict(int)
    for set_ in hard(sets, framework):
        for muscle, share in set_.exercise.muscles.items():
            total[muscle] += share >= 1
    return total


def trains(set_: PlannedSet, muscle: str) -> bool:
    """Whether a set trains a muscle directly."""
    return set_.exercise.muscles.get(muscle, Fraction(0)) >= 1


def contacts(sets: Iterable[PlannedSet]) -> int:
    """Foot contacts of jumps: one for every landing, a range at its middle, halves up."""
    total = sum((set_.reps.middle for set_ in sets if set_.exercise.jump), Fraction(0))
    return int(total + Fraction(1, 2))


COUNTING = (
    ("Working set", "A set that is not a warm-up. Warm-up sets count for nothing, anywhere."),
    (
        "Hard set",
        (
            "A working set with 4 or fewer repetitions in reserve; a range counts at its middle. "
            "A set that says nothing about effort counts as hard. With 5 or more in reserve it counts 0."
        ),
    ),
    (
        "Direct and fractional sets",
        (
            "A hard set counts 1 for a muscle it trains directly and 0.5 for one it trains indirectly. "
            "“Direct” leaves the halves out, “fractional” adds them. Each exercise page says which is which."
        ),
    ),
    (
        "One-sided exercises",
        "Left and right together are one set, and the repetitions written are those of one side.",
    ),
    (
        "Drop sets, rest-pause, myo-reps, clusters",
        (
            "However many parts it has, it is one set. Drop sets, rest-pause, myo-reps and "
            "blood-flow-restriction sets count as metabolic work whatever rest is written."
        ),
    ),
    (
        "Supersets and circuits",
        "Each exercise's sets count as usual. The rest after the round is the rest of every set in it.",
    ),
    (
        "Timed holds",
        (
            "A hold counts as a set for its muscles. It has no volume load and is neither tension work "
            "nor a part of the hypertrophy zone."
        ),
    ),
    (
        "Jumps",
        (
            "A repetition is a landing and one foot contact; a one-sided jump counts each landing too. A jump "
            "counts as a set for its muscles by half. It has no volume load."
        ),
    ),
    (
        "Load in percent of the 1RM",
        (
            "As written where it is written in percent. Otherwise estimated from repetitions + repetitions in "
            "reserve with the pooled repetition curve of Nuzzo et al. 2024, the leg press with its own. "
            "An effort that is not stated is read as 2 in reserve."
        ),
    ),
    (
        "Volume load",
        (
            "Sets x repetitions x load in percent of the 1RM, over all working sets of a week. A range of "
            "repetitions or loads counts at its middle, an open set (8+) at its least."
        ),
    ),
    (
        "Tension set",
        "A hard set, not a jump and not a hold, with 65 to 85 % of the 1RM, written or estimated.",
    ),
    (
        "Metabolic set",
        "A hard set, not a jump, that rests 60 seconds or less, or one of the special kinds above.",
    ),
    (
        "Neural set",
        (
            "A jump, a set with a pause or an explosive way up in its tempo, or one that lowers for 3 seconds or "
            "more."
        ),
    ),
    (
        "Weeks",
        (
            "A loading week is a week of a block that is not a deload. The first week of a block is compared with "
            "the last loading week before it; coming back from a deload is never a jump."
        ),
    ),
    (
        "Session minutes",
        (
            "Repetitions x tempo (3 s a repetition when none is written) plus the rests, two minutes to change over "
            "to the next exercise, one minute for each warm-up set and five for a general warm-up."
        ),
    ),
)
"""The counting rules in words; the site prints them. Numbers in them are thresholds of the framework."""
