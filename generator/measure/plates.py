"""Plates on a bar: which loads they make, and which plates make a load.

The site's own `loads.js` does the same with a reader's plates; a test holds the two together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache


@dataclass(frozen=True)
class Weights:
    """A bar and the plates beside it, in one unit."""

    bar: Fraction
    plates: tuple[tuple[Fraction, int], ...]
    """Weight and pairs, heaviest first."""


def _weights(bar: int, *plates: tuple[str, int]) -> Weights:
    return Weights(Fraction(bar), tuple((Fraction(weight), pairs) for weight, pairs in plates))


USUAL: Mapping[str, Weights] = {
    "kg": _weights(
        20, ("25", 4), ("20", 4), ("15", 2), ("10", 2), ("5", 2), ("2.5", 2), ("1.25", 2)
    ),
    "lb": _weights(45, ("45", 6), ("35", 2), ("25", 2), ("10", 2), ("5", 2), ("2.5", 2)),
}
"""What gyms usually have; a convention."""


@cache
def _sides(weights: Weights) -> Mapping[Fraction, tuple[Fraction, ...]]:
    """What can hang on one side, and the fewest plates that make it; of as few the heaviest."""
    found: dict[Fraction, tuple[Fraction, ...]] = {Fraction(0): ()}
    for weight, pairs in weights.plates:
        more = dict(found)
        for side, plates in found.items():
            for count in range(1, pairs + 1):
                longer = plates + (weight,) * count
                before = more.get(side + count * weight)
                if before is None or (-len(before), before) < (-len(longer), longer):
                    more[side + count * weight] = longer
        found = more
    return found


def bar_loads(weights: Weights) -> tuple[Fraction, ...]:
    """Every load the bar takes, lightest first."""
    return tuple(weights.bar + 2 * side for side in sorted(_sides(weights)))


def plates_per_side(load: Fraction, weights: Weights) -> tuple[Fraction, ...] | None:
    """Plates for one side of the bar, heaviest first; nothing where they do not make the load."""
    return _sides(weights).get((load - weights.bar) / 2)
