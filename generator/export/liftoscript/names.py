"""Our exercises by the names Liftosaur has for them.

An exercise is in the table only where theirs is the same movement; one that is merely near it is
left out, and becomes an exercise of the lifter's own. A name without equipment is the app's usual
way to do it. Ways to load an exercise stand in the order in which a loaded set takes them.
"""

import re
from collections.abc import Mapping

from generator.measure.sets import is_weighted
from generator.plan import Entry, Plan

Name = tuple[str, str]
"""Their name, and the equipment where it is not the usual one."""

THEIRS: Mapping[str, Mapping[str, Name]] = {
    "back-extension": {
        "dumbbell": ("Back Extension", "Dumbbell"),
        "plates": ("Back Extension", "Bodyweight"),
        "bench": ("Back Extension", "Bodyweight"),
    },
    "barbell-back-squat": {"barbell": ("Squat", "")},
    "barbell-hip-thrust": {
        "barbell": ("Hip Thrust", ""),
        "smith-machine": ("Hip Thrust", "Smith Machine"),
    },
    "bodyweight-squat": {"bodyweight": ("Squat", "Bodyweight")},
    "box-jump": {"box": ("Box Jump", "")},
    "bulgarian-split-squat": {
        "dumbbell": ("Bulgarian Split Squat", ""),
        "barbell": ("Bulgarian Split Squat", "Barbell"),
        "bench": ("Bulgarian Split Squat", "Bodyweight"),
    },
    "cable-hip-abduction": {
        "cable": ("Hip Abductor", "Cable"),
        "band": ("Hip Abductor", "Band"),
    },
    "conventional-deadlift": {"barbell": ("Deadlift", "")},
    "forward-lunge": {
        "dumbbell": ("Lunge", "Dumbbell"),
        "barbell": ("Lunge", ""),
        "bodyweight": ("Lunge", "Bodyweight"),
    },
    "front-squat": {"barbell": ("Front Squat", "")},
    "glute-bridge": {
        "barbell": ("Glute Bridge", "Barbell"),
        "band": ("Glute Bridge", "Band"),
        "bodyweight": ("Glute Bridge", "Bodyweight"),
    },
    "goblet-squat": {
        "dumbbell": ("Goblet Squat", ""),
        "kettlebell": ("Goblet Squat", "Kettlebell"),
    },
    "good-morning": {"barbell": ("Good Morning", ""), "band": ("Good Morning", "Band")},
    "hack-squat": {"hack-squat-machine": ("Hack Squat", "Leverage Machine")},
    "hip-abduction-machine": {"hip-machine": ("Hip Abductor", "")},
    "hip-adduction-machine": {"hip-machine": ("Hip Adductor", "")},
    "kettlebell-swing": {"kettlebell": ("Kettlebell Swing", "")},
    "leg-extension": {"leg-extension-machine": ("Leg Extension", "")},
    "leg-press": {"leg-press": ("Leg Press", "")},
    "leg-press-calf-raise": {"leg-press": ("Calf Press on Leg Press", "")},
    "lying-leg-curl": {"leg-curl-machine": ("Lying Leg Curl", "")},
    "reverse-lunge": {
        "dumbbell": ("Reverse Lunge", ""),
        "barbell": ("Reverse Lunge", "Barbell"),
        "bodyweight": ("Reverse Lunge", "Bodyweight"),
    },
    "romanian-deadlift": {
        "barbell": ("Romanian Deadlift", "Barbell"),
        "dumbbell": ("Romanian Deadlift", ""),
    },
    "seated-calf-raise": {
        "calf-machine": ("Seated Calf Raise", "Leverage Machine"),
        "dumbbell": ("Seated Calf Raise", "Dumbbell"),
    },
    "seated-leg-curl": {"leg-curl-machine": ("Seated Leg Curl", "")},
    "single-leg-hip-thrust": {
        "dumbbell": ("Single Leg Hip Thrust", "Dumbbell"),
        "bench": ("Single Leg Hip Thrust", ""),
    },
    "smith-machine-squat": {"smith-machine": ("Squat", "Smith Machine")},
    "split-squat": {"dumbbell": ("Split Squat", ""), "bodyweight": ("Split Squat", "Bodyweight")},
    "standing-calf-raise": {
        "calf-machine": ("Standing Calf Raise", "Leverage Machine"),
        "smith-machine": ("Standing Calf Raise", "Smith Machine"),
        "dumbbell": ("Standing Calf Raise", ""),
    },
    "step-up": {
        "dumbbell": ("Step up", ""),
        "barbell": ("Step up", "Barbell"),
        "box": ("Step up", "Bodyweight"),
        "bench": ("Step up", "Bodyweight"),
    },
}
"""By our id, and by what the exercise is loaded with."""

MINE = frozenset(
    (
        "banded-lateral-walk", "broad-jump", "copenhagen-plank", "countermovement-jump",
        "curtsey-lunge", "depth-jump", "donkey-calf-raise", "lateral-lunge", "low-bar-back-squat",
        "nordic-hamstring-curl", "pogo-hops", "reverse-nordic-curl", "single-leg-box-squat",
        "single-leg-calf-raise", "single-leg-romanian-deadlift", "skater-bound", "sled-push",
        "sliding-leg-curl", "squat-jump", "tibialis-raise", "walking-lunge",
    )
)  # fmt: skip
"""Exercises the app does not have, looked for one by one; a new one of ours joins either list."""

BARE = ("bodyweight", "band", "bench", "box")
"""What an exercise is done with that has no weight to choose."""

EQUIPMENT = (
    "Barbell", "Cable", "Dumbbell", "Smith Machine", "Band", "Kettlebell", "Bodyweight",
    "Leverage Machine", "Medicine Ball", "EZ Bar", "Trap Bar",
)  # fmt: skip
"""What may stand after a name."""


def their_name(entry: Entry, plan: Plan) -> Name | None:
    """The app's name for an exercise as this program loads it, if it has one."""
    ways = entry.exercise.ways_with(frozenset(plan.program.equipment))
    weighted = is_weighted(entry.first, plan)
    names = THEIRS.get(entry.exercise.id, {})
    for implement, name in names.items():
        if weighted == (implement not in BARE) and any(implement in way for way in ways):
            return name
    return None


def own_name(entry: Entry, plan: Plan) -> str:
    """The name of an exercise of one's own: of the characters and words such a name may have.

    Where the app has the movement, but not as it is loaded here, the load joins the name.
    """
    name = entry.exercise.name
    if entry.exercise.id in THEIRS:
        ways = entry.exercise.ways_with(frozenset(plan.program.equipment))
        name += f" with {' and '.join(ways[-1] if ways else ('load',))}"
    return " ".join(re.sub(r"[-,/{}()#\[\]|!:]", " ", name).split())


def printed(name: Name) -> str:
    """`Squat, Bodyweight`."""
    return ", ".join(filter(None, name))
