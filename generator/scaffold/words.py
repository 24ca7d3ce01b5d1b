"""What a new program says in sentences: summary, audience, takeaways, progress, recovery.

Each takeaway says no more than the claim it stands on; where a claim is contested or fell, it
says so. They are a start that the author makes their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.wording import joined
from generator.scaffold.choice import is_weighted
from generator.scaffold.week import Days, Lift
from generator.scaffold.wishes import Wishes

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
KIT = {
    "dumbbell": "dumbbells",
    "plates": "plates",
    "band": "a band",
    "bodyweight": "nothing but your body",
}
GOALS = {
    "hypertrophy": "muscle growth",
    "strength": "strength",
    "power": "power",
    "general": "all-round legs",
}


@dataclass(frozen=True)
class Point:
    """A takeaway: what it says, where it belongs, what it stands on."""

    text: str
    topic: str
    claims: tuple[str, ...]


def spelled(number: int) -> str:
    """`nine`, `12`."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def lifts_of(days: Days) -> tuple[Lift, ...]:
    """All lifts of a week."""
    return tuple(lift for day in days for lift in day.lifts)


def any_weight(days: Days, wishes: Wishes) -> bool:
    """Whether some lift has a weight to choose."""
    return any(
        is_weighted(lift.exercise, wishes.equipment)
        for lift in lifts_of(days)
        if not lift.exercise.jump
    )


def kit_in_words(equipment: tuple[str, ...]) -> str:
    """`a barbell, a rack and plates`."""
    names = {item: item.replace("-", " ").replace("smith", "Smith") for item in equipment}
    return joined(KIT.get(item) or f"a {name}" for item, name in names.items())


def summary(wishes: Wishes, minutes: int) -> str:
    """The program in a sentence or two."""
    days = "leg day" if wishes.days == 1 else "leg days"
    people = {
        "beginner": "people new to lifting",
        "intermediate": "lifters with some months behind them",
        "advanced": "lifters with years behind them",
    }[wishes.level]
    weeks = spelled(wishes.weeks).capitalize()
    return (
        f"{weeks} weeks of {spelled(wishes.days)} {days} for {people}, for {GOALS[wishes.goal]} "
        f"above all. The big lifts come first and a session takes up to {minutes} minutes."
    )


def served(wishes: Wishes, equipment: tuple[str, ...]) -> Iterator[str]:
    """Who will do well with it."""
    yield {
        "beginner": "You are new to lifting, or coming back after a long break.",
        "intermediate": "You have trained your legs for some months and know the main lifts.",
        "advanced": "You have trained your legs hard for years and know how far from failure you "
        "are.",
    }[wishes.level]
    yield f"You have {kit_in_words(equipment)}."


def not_served(wishes: Wishes) -> Iterator[str]:
    """Who should choose something else, or ask first."""
    yield {
        "beginner": "You already train your legs hard; you will want more than this.",
        "intermediate": "You have never trained your legs; begin with a beginner program.",
        "advanced": "You have lifted for less than a year or two; less work than this will do.",
    }[wishes.level]
    yield (
        "You have pain that changes how you walk, a recent operation, or a heart or blood pressure "
        "condition. Ask a doctor or physiotherapist first and show them this page."
    )


def takeaways(days: Days) -> Iterator[Point]:
    """Five or six things to remember."""
    yield Point(
        "The plan asks for a little more in most weeks. That weekly work has to rise by 5 to 10 % "
        "is the framework's rule and contested, so hold a week when your reserve runs out.",
        "mechanical-overload",
        ("weekly-volume-progression",),
    )
    yield Point(
        "Stop each set with the written repetitions in reserve. Sets have to come close to failure "
        "to count; they do not have to reach it.",
        "mechanical-tension",
        ("failure-proximity",),
    )
    yield Point(
        "Use the whole range you can control. For legs, a full range grows more muscle than a "
        "short one.",
        "technique",
        ("full-range-of-motion",),
    )
    yield Point(
        "The short rests at the end save time. They come after the heavier lifts and do not "
        "replace them.",
        "metabolic-stress",
        ("metabolic-complements-tension",),
    )
    if any(lift.exercise.jump for lift in lifts_of(days)):
        yield Point(
            "The few jumps come first and stay crisp. They train power; for lifters they are not "
            "shown to add much size.",
            "neuromuscular-efficiency",
            ("jumps-build-muscle",),
        )
    else:
        yield Point(
            "Lowering slowly is there for control. Tempo is not shown to add muscle by itself.",
            "neuromuscular-efficiency",
            ("tempo-variation",),
        )
    yield Point(
        "Sleep seven hours or more and reach your protein every day. The case for protein is the "
        "stronger one; direct evidence that sleep adds leg size is thin.",
        "recovery",
        ("sleep-for-growth", "protein-planning"),
    )


def step(equipment: tuple[str, ...], weight: bool) -> str:
    """How much is added at a time."""
    if not weight:
        return "1 rep"
    return "2 kg" if not {"barbell", "plates", "leg-press"} & set(equipment) else "2.5 kg"


def progress(days: Days, wishes: Wishes) -> str:
    """How the work grows, in words a lifter can follow."""
    if any_weight(days, wishes):
        lifts = [lift.exercise for lift in lifts_of(days) if not lift.exercise.jump]
        bare = any(not is_weighted(exercise, wishes.equipment) for exercise in lifts)
        harder = " Where there is no weight to add, lower more slowly or give yourself less help."
        return (
            "Keep the weight until every set reaches the week's repetitions with the written "
            "reserve. Then add the smallest step you have. When a new block begins, start a little "
            f"heavier than the block before began.{harder if bare else ''}"
        )
    return (
        "Reach the week's repetitions in every set with the written reserve. When that gets easy, "
        "take a harder version: lower more slowly, go deeper, or give yourself less help."
    )


def when_stuck(weight: bool) -> str:
    """What to do when progress stops or a joint hurts."""
    back = (
        "take a tenth off the weight and climb back"
        if weight
        else "go back to the easier version and climb back"
    )
    return (
        f"If a lift misses its repetitions twice in a row, {back}. If a joint hurts, shorten the "
        "range to what does not hurt, go lighter, or take the swap. Pain that is sharp, that stays "
        "into the next day or that comes back needs a professional to look at it."
    )


def starting_loads(weight: bool) -> str:
    """How to find the first loads."""
    if weight:
        return (
            "Begin with a weight you could move for three clean repetitions more than written. If "
            "you have to guess, guess low; the first week is for finding out."
        )
    return (
        "Choose the version of each exercise that leaves three clean repetitions at the written "
        "number. Hold on to something, or shorten the way, before you give up control."
    )


def recovery(wishes: Wishes) -> str:
    """Rest days, easier weeks, bad nights."""
    spacing = {
        1: "One leg day a week leaves plenty of time; any day will do.",
        2: "Leave at least two nights between the sessions; any such pair of days will do.",
        3: "Leave two nights between the sessions; any three such days will do.",
        4: "Four leg days cannot all lie two nights apart. The first two train mainly different "
        "muscles, so keep their order.",
    }[wishes.days]
    return f"{spacing} After several short nights keep the session and drop a set of each exercise."


def eating(goal: str) -> tuple[str, str]:
    """Energy against maintenance, and how to eat in practice."""
    if goal == "hypertrophy":
        return "0-10%", (
            "Reach the protein over the whole day, at meals that suit you. Maintenance is fine; a "
            "small surplus is optional and not shown to be needed."
        )
    return "maintenance", (
        "Reach the protein over the whole day, at meals that suit you. Eat enough to hold your "
        "weight; with kidney disease ask your doctor about protein first."
    )
