"""The words readers meet for what the data calls by id: the one home of our vocabulary in print."""

import datetime
from collections.abc import Iterable
from fractions import Fraction

from generator.bibliography.citation import SOURCE_STATUSES as SOURCE_STATUSES
from generator.bibliography.citation import UNVERIFIED as UNVERIFIED
from generator.model import Exercise, number
from generator.model.month import Month
from generator.model.number import plain
from generator.model.wording import capital as capital
from generator.model.wording import counted as counted
from generator.model.wording import joined as joined
from generator.model.wording import sentence as sentence
from generator.plan import Entry, PlannedSet

LEVELS = {"beginner": "Beginner", "intermediate": "Intermediate", "advanced": "Advanced"}
GOALS = {
    "hypertrophy": "Muscle growth",
    "strength": "Strength",
    "power": "Power",
    "general": "General fitness",
}
EQUIPMENT = {
    "barbell": "barbell",
    "dumbbell": "dumbbells",
    "kettlebell": "kettlebell",
    "smith-machine": "Smith machine",
    "leg-press": "leg press",
    "hack-squat-machine": "hack squat machine",
    "leg-extension-machine": "leg extension machine",
    "leg-curl-machine": "leg curl machine",
    "calf-machine": "calf machine",
    "cable": "cable",
    "band": "bands",
    "bench": "bench",
    "box": "box",
    "sled": "sled",
    "bodyweight": "bodyweight",
    "rack": "rack",
    "plates": "plates",
    "hip-machine": "hip machine",
}
VERDICTS = {
    "supported": "Supported",
    "partly-supported": "Partly supported",
    "contested": "Contested",
    "contradicted": "Contradicted",
    "unverifiable": "Unverifiable",
}
CERTAINTIES = {
    "high": "high certainty",
    "moderate": "moderate certainty",
    "low": "low certainty",
    "very-low": "very low certainty",
}
STATUSES = {
    "passed": "Passed",
    "noted": "Note",
    "warned": "Warning",
    "deviated": "Departs",
    "error": "Error",
}
RULE_KINDS = {
    "framework": "framework rule",
    "evidence": "evidence guard rail",
    "sense": "consistency rule",
}
PROGRESSIONS = {
    "double": "Double progression: repetitions first, then load.",
    "linear": "Linear progression: a little more load each time.",
    "percent": "As written: where the table shows a percentage, that is the load; elsewhere the "
    "repetitions in reserve decide.",
    "rir": "By effort: the load follows your repetitions in reserve.",
}
WEIGHTLESS_PROGRESSIONS = PROGRESSIONS | {
    "double": "Double progression: repetitions first, then a harder version.",
    "linear": "Linear progression: a little harder each time.",
    "rir": "By effort: the version you take follows your repetitions in reserve.",
}
"""The same for a program whose lifts take no weight."""


def weekday(day: str) -> str:
    """`Monday`."""
    return capital(day)


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month(month: Month) -> str:
    """`November 2026`."""
    return f"{MONTHS[month.number - 1]} {month.year}"


def date(day: datetime.date) -> str:
    """`22 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spelled(number: int) -> str:
    """`five`: small numbers in words, others in figures."""
    small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return small[number] if number < len(small) else str(number)


def span(numbers: Iterable[int | Fraction]) -> str:
    """`3`, or `29–31` where numbers differ; one decimal at most."""
    found = [Fraction(number) for number in numbers]
    low, high = plain(min(found), 1), plain(max(found), 1)
    return low if low == high else f"{low}–{high}"


def runs(numbers: Iterable[int]) -> str:
    """`2`, `2 and 3`, `2 to 5 and 7`: whole numbers in words, runs of three and more shortened."""
    return joined(number.runs(numbers))


def amount(entry: Entry) -> str:
    """`4 × 6–8`."""
    return f"{len(entry.sets)} × {entry.first.reps}"


def load_in_words(set_: PlannedSet) -> str:
    """What to put on the bar as written, or who decides it."""
    return str(set_.load or ("by RIR" if set_.rir else "you choose"))


def equipment_words(item: Exercise) -> str:
    """The ways to equip it: `barbell, rack and plates; or dumbbells`."""
    ways = [joined(EQUIPMENT[thing] for thing in way) for way in item.equipment]
    return "; or ".join("no equipment" if way == "bodyweight" else way for way in ways)


# What the library pages say

PATTERNS = {
    "squat": "Squats and presses",
    "hinge": "Hinges",
    "lunge": "Lunges and step-ups",
    "knee-extension": "Knee extensions",
    "knee-flexion": "Leg curls",
    "hip-extension": "Hip extensions",
    "hip-abduction": "Side hip work",
    "hip-adduction": "Inner-thigh work",
    "calf": "Calf raises",
    "tibialis": "Shin work",
    "jump": "Jumps",
    "carry": "Carries and pushes",
}
EXERCISE_KINDS = {
    "compound": "compound: several joints",
    "isolation": "isolation: one joint",
    "plyometric": "plyometric: jumps and landings",
}
PLANES = {
    "sagittal": "forward and back (sagittal)",
    "frontal": "side to side (frontal)",
    "transverse": "turning (transverse)",
}
LATERALITIES = {"bilateral": "both legs at once", "unilateral": "one leg at a time"}
LENGTHS = {
    "lengthened": "in the stretch",
    "mid": "in the middle",
    "shortened": "at the squeeze",
}
SOURCE_TYPES = {
    "meta-analysis": "meta-analysis",
    "systematic-review": "systematic review",
    "rct": "randomised trial",
    "cohort": "cohort study",
    "mechanistic": "mechanistic study",
    "narrative-review": "narrative review",
    "position-stand": "position stand",
    "survey": "survey",
}
SEVERITIES = {
    "error": "Error: keeps a program off the site",
    "warning": "Warning: shown on the guide",
    "note": "Note: shown on the guide",
}
BASES = {
    "framework": "set by the framework",
    "evidence": "from the evidence",
    "convention": "a convention: no trial set it",
}
