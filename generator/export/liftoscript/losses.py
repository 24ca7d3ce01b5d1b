"""What a program loses on its way to Liftosaur, told before anybody carries it over."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.export.liftoscript.amounts import Unit, is_foreign, is_range
from generator.export.liftoscript.names import their_name
from generator.model import Exercise
from generator.plan import Plan, PlannedSet


@dataclass(frozen=True)
class Loss:
    """One thing the app has no place for."""

    id: str
    text: str
    """What becomes of it, in one sentence."""


def missing(plan: Plan) -> tuple[Exercise, ...]:
    """The exercises that the app does not have, in order of appearance."""
    found = {
        entry.exercise.id: entry.exercise
        for week in plan.weeks
        for _, entry in week.entries
        if their_name(entry, plan) is None
    }
    return tuple(found.values())


def losses(plan: Plan, unit: Unit, *, own: bool) -> tuple[Loss, ...]:
    """What is lost in an edition, with exercises of one's own or without."""
    return tuple(_losses(plan, unit, own))


def _losses(plan: Plan, unit: Unit, own: bool) -> Iterator[Loss]:
    sets = [set_ for week in plan.weeks for set_ in week.sets]
    entries = [entry for week in plan.weeks for _, entry in week.entries]
    if lacking := missing(plan):
        names = ", ".join(exercise.name for exercise in lacking)
        if own:
            text = f"The app does not have these; the import adds them as your own: {names}."
        else:
            text = f"Exercises the app does not have; a note on their day says so: {names}."
        yield Loss("exercises", text)
    if plan.program.progression:
        yield Loss(
            "progression",
            "The rule for adding load is a note in week 1, and the app raises nothing by itself: "
            "it would raise the planned easy weeks, too.",
        )
    if any(_ranges(set_) for set_ in sets):
        yield Loss(
            "ranges",
            "Where a load, a reserve, a rest or a hold is a range, the app gets one end of it: the "
            "lighter load, the harder effort, the shorter time. A note gives the range.",
        )
    if any(set_.rir and set_.rir.low > 4 for set_ in sets):
        yield Loss("easy", "Five and more repetitions in reserve are a note; RPE starts at 6.")
    if any(set_.tempo for set_ in sets):
        yield Loss("tempo", "Tempo is a note; nothing counts it.")
    if any(set_.set_type != "straight" for set_ in sets):
        yield Loss(
            "special",
            "Drop sets, rest-pause, myo-reps, clusters and cuffs become plain sets with a mark and "
            "a note on how to do them.",
        )
    if any(set_.range_of_motion != "full" for set_ in sets):
        yield Loss("range-of-motion", "A short range of motion is a note.")
    if any(entry.exercise.laterality == "unilateral" for entry in entries):
        yield Loss("sides", "That repetitions are for each side is a note.")
    if any(entry.swaps for entry in entries):
        yield Loss("swaps", "What to do instead is a note.")
    if any(entry.group == "circuit" for entry in entries):
        yield Loss("circuits", "Circuits become supersets.")
    if any(set_.load and is_foreign(set_.load, unit) for set_ in sets):
        other = {"kg": "pounds", "lb": "kilograms"}[unit]
        yield Loss("units", f"Loads written in {other} are converted; a note gives the original.")
    yield Loss("guide", "Technique, sources and the framework report stay on the guide.")


def _ranges(set_: PlannedSet) -> bool:
    load = set_.load if set_.load and set_.load.kind != "rpe" else None
    hold = set_.reps if set_.reps.timed else None
    return any(value is not None and is_range(value) for value in (load, hold, set_.rir, set_.rest))
