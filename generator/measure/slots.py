"""What equipment a program asks for, place by place.

A place in the program is filled by its exercise, or by one of the swaps its author declares for it,
in the author's order. Equipment is an "and": every place has to be filled. Whether somebody can do
that with what they own, the finder on the site says (`content/scripts/finder/kit.js`).
"""

from dataclasses import dataclass

from generator.model import Exercise
from generator.plan import Plan

Way = tuple[str, ...]
"""Pieces of equipment that are enough together."""


@dataclass(frozen=True)
class Slot:
    """A place in the program that asks for equipment."""

    exercise: Exercise
    swaps: tuple[Exercise, ...]
    """What may stand in for it, the author's first choice first."""

    @property
    def choices(self) -> tuple[Exercise, ...]:
        """The exercise itself, then its swaps."""
        return (self.exercise, *self.swaps)


def ways(exercise: Exercise) -> tuple[Way, ...]:
    """The ways to equip an exercise that ask for nothing idle; everybody owns a body.

    What can be done on a bench needs no bench and plates as well.
    """
    asked = [tuple(item for item in way if item != "bodyweight") for way in exercise.equipment]
    return tuple(
        way
        for at, way in enumerate(asked)
        if way not in asked[:at] and not any(set(other) < set(way) for other in asked)
    )


def slots(plan: Plan) -> tuple[Slot, ...]:
    """The places of a program that somebody without anything cannot fill, each kind once.

    Two places are one kind when they have the same exercise and the same swaps.
    """
    found = {
        (entry.exercise.id, *(swap.id for swap in entry.swaps)): Slot(entry.exercise, entry.swaps)
        for entry in plan.prescriptions
        if () not in ways(entry.exercise)
    }
    return tuple(found.values())
