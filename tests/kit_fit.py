"""Whether a program can be done with what somebody owns, in plain steps.

The finder works it out in a reader's browser, with bits (`content/scripts/finder/kit.js`). Nothing
of the generator needs it; this is what the finder's tests hold the script against.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.measure.slots import Slot, ways
from generator.model import Exercise


@dataclass(frozen=True)
class Fit:
    """How a program goes with what somebody owns."""

    swaps: tuple[tuple[Exercise, Exercise], ...]
    """What has to be exchanged for what, each exchange once."""
    missing: tuple[str, ...]
    """Equipment that would make it fit; empty where it does."""


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
