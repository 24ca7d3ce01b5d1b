"""How a program varies its overload: loading over time, tempo, planes of movement."""

from collections import defaultdict

from generator.intensity import Intensity
from generator.model import Exercise
from generator.model.quantity import Load, Reps
from generator.plan import Plan


def periodised(plan: Plan) -> tuple[Exercise, ...]:
    """Exercises whose load or repetitions differ between loading weeks, blocks or sessions.

    Deloads are lighter for another reason, and jumps carry no load; neither counts.
    """
    found: dict[str, set[tuple[Reps, Load | None, Intensity | None]]] = defaultdict(set)
    for week in plan.loading_weeks:
        for set_ in week.sets:
            found[set_.exercise.id].add((set_.reps, set_.load, set_.intensity))
    return tuple(e for e in plan.exercises if not e.jump and len(found[e.id]) > 1)


def paced(plan: Plan) -> tuple[Exercise, ...]:
    """Exercises for which a tempo is written somewhere."""
    with_tempo = {entry.exercise.id for entry in plan.prescriptions if entry.prescription.tempo}
    return tuple(exercise for exercise in plan.exercises if exercise.id in with_tempo)


def in_other_planes(plan: Plan) -> tuple[Exercise, ...]:
    """Resistance exercises, not jumps, that move mainly outside the sagittal plane."""
    return tuple(e for e in plan.exercises if e.plane != "sagittal" and not e.jump)
