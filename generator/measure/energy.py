"""How far an energy target lies from maintenance, whichever unit it is written in.

Percent and kilocalories meet at a usual maintenance, because a program cannot know its reader's.
"""

from fractions import Fraction

from generator.model import Framework
from generator.model.target import Energy


def deficit(energy: Energy, framework: Framework) -> Fraction:
    """Kilocalories a day below maintenance at the far end of a target; 0 where none is planned."""
    missing = max(Fraction(0), -energy.low)
    if energy.unit == "kcal" or not missing:
        return missing
    return missing * framework.limit("usual-maintenance") / 100


def surplus(energy: Energy, framework: Framework) -> Fraction:
    """Percent above maintenance at the far end of a target; 0 where none is planned."""
    extra = max(Fraction(0), energy.high)
    if energy.unit == "%" or not extra:
        return extra
    return 100 * extra / framework.limit("usual-maintenance")
