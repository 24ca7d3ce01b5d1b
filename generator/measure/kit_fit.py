"""What equipment a program asks for, and whether it can be done with what somebody owns.

A place in the program is filled by its exercise, or by one of the swaps its author declares for it,
in the author's order. Equipment is an "and": every place has to be filled. The finder on the site
does the same with sets (`content/scripts/finder/kit.js`); a test holds the two together.
"""

from collections.abc import Iterable
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


@dataclass(frozen=True)
class Fit:
    """How a program goes with what somebody owns."""

    swaps: tuple[tuple[Exercise, Exercise], ...]
    """What has to be exchanged for what, each exchange once."""
    missing: tuple[str, ...]
    """Equipment that would make it fit; empty where it does."""


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


def kit_fit(places: Iterable[Slot], owned: frozenset[str]) -> Fit:
    """Whether every place can be filled, with what exchanges; if not, what is missing.

    Missing is, place after place, the way that asks for least beside what is there or named
    already; of ways that ask for as much, the first.
    """
    swaps: dict[tuple[str, str], tuple[Exercise, Exercise]] = {}
    missing: dict[str, None] = {}
    for slot in places:
        choice = next((one for one in slot.choices if _possible(one, owned)), None)
        if choice is None:
            there = owned | missing.keys()
            lacks = [
                [item for item in way if item not in there]
                for one in slot.choices
                for way in ways(one)
            ]
            fewest: list[str] = min(lacks, key=len)
            missing |= dict.fromkeys(fewest)
        elif choice is not slot.exercise:
            swaps[slot.exercise.id, choice.id] = (slot.exercise, choice)
    return Fit(tuple(swaps.values()), tuple(missing))


def _possible(exercise: Exercise, owned: frozenset[str]) -> bool:
    return any(owned.issuperset(way) for way in ways(exercise))
