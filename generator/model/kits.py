"""Equipment that comes together, under the words people have for it.

The same word means the same equipment to whoever asks: the home page, the finder, the search and
`pillars new`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.vocabulary import EQUIPMENT

OWNABLE = tuple(item for item in EQUIPMENT if item != "bodyweight")
"""Equipment that somebody may own or not; everybody owns a body."""


@dataclass(frozen=True)
class Kit:
    """Pieces of equipment that somebody has together."""

    id: str
    """Its name on the command line and in a style sheet."""
    name: str
    """Its name on a button."""
    words: str
    """What it holds, as somebody would say it."""
    equipment: tuple[str, ...]

    def has(self, wanted: Iterable[str]) -> bool:
        """Whether some equipment is all there; everybody owns a body."""
        return {"bodyweight", *self.equipment}.issuperset(wanted)


NO_WEIGHTS = Kit("bands", "No weights", "bands, a bench and a box", ("band", "bench", "box"))
"""A chair and a stair stand in for bench and box."""
DUMBBELLS = Kit(
    "dumbbells",
    "Dumbbells",
    "dumbbells, a bench, a box and bands",
    ("dumbbell", *NO_WEIGHTS.equipment),
)
BARBELL = Kit(
    "home-barbell",
    "Barbell and rack",
    "a barbell and rack at home, dumbbells, a bench, a box and bands",
    ("barbell", "rack", "plates", *DUMBBELLS.equipment),
)
FULL_GYM = Kit("full-gym", "Gym", "a full gym", OWNABLE)
MACHINES = Kit(
    "machines",
    "Machines",
    "leg machines",
    (
        "leg-press", "hack-squat-machine", "smith-machine", "plates", "bench",
        "leg-extension-machine", "leg-curl-machine", "calf-machine", "hip-machine",
    ),
)  # fmt: skip

LADDER = (NO_WEIGHTS, DUMBBELLS, BARBELL, FULL_GYM)
"""Kits of which each has all of the one before."""
KITS = {kit.id: kit for kit in (FULL_GYM, BARBELL, DUMBBELLS, MACHINES, NO_WEIGHTS)}
"""Every kit by its id, the one that most people have first."""
