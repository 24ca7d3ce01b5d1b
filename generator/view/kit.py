"""What the finder's scripts need to know of equipment, in few bytes.

One table holds the exercises of all programs, each with its ways as numbers whose bits are pieces
of equipment, the first of `OWNABLE` the lowest. A program then is a line such as `0.4 3 7.1.2`: a
place each, its exercise and its swaps by their numbers in the table.
`content/scripts/finder/kit.js` reads both.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from generator.measure.slots import Slot, slots, ways
from generator.model import Exercise
from generator.model.kits import OWNABLE
from generator.plan import Plan
from generator.view.inert import inert
from generator.view.words import EQUIPMENT


@dataclass(frozen=True)
class KitTable:
    """The exercises that some programs ask equipment for, or let stand in."""

    plans: tuple[Plan, ...]

    @cached_property
    def _slots(self) -> dict[str, tuple[Slot, ...]]:
        return {plan.program.id: slots(plan) for plan in self.plans}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {exercise.id: number for number, exercise in enumerate(self._exercises)}

    @cached_property
    def _exercises(self) -> tuple[Exercise, ...]:
        used = [one for found in self._slots.values() for slot in found for one in slot.choices]
        return tuple({exercise.id: exercise for exercise in used}.values())

    def line(self, plan: Plan) -> str:
        """A program's places: `0.4 3 7.1.2`."""
        return " ".join(
            ".".join(str(self._numbers[one.id]) for one in slot.choices)
            for slot in self._slots[plan.program.id]
        )

    @property
    def data(self) -> dict[str, Any]:
        """The table: equipment by id in the order of the bits, exercises with name and ways."""
        return {
            "items": {item: EQUIPMENT[item] for item in OWNABLE},
            "exercises": [[one.name, [_bits(way) for way in ways(one)]] for one in self._exercises],
        }

    @property
    def script(self) -> Markup:
        """The table as JSON that may stand in a script element."""
        return Markup(inert(self.data))


def _bits(way: Iterable[str]) -> int:
    return sum(1 << OWNABLE.index(item) for item in way)
