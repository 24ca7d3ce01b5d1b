"""Equipment that comes together, under the words people have for it. Two questions, two lists.

A reader asks which programs they can do with what they have: a rung of the ladder is the most that
goes by its name. An author asks what to write a program for: a kit is the least that goes by its
name, so that no program asks for a bench because somebody said bands.
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
    """Its name: of a kit on the command line, of a rung in a style sheet."""
    words: str
    """What people call it."""
    equipment: tuple[str, ...]

    def has(self, wanted: Iterable[str]) -> bool:
        """Whether some equipment is all there; everybody owns a body."""
        return {"bodyweight", *self.equipment}.issuperset(wanted)


NO_WEIGHTS = Kit("no-weights", "No weights", ("band", "bench", "box"))
"""A chair and a stair stand in for bench and box."""
DUMBBELLS = Kit("dumbbells", "Dumbbells", ("dumbbell", *NO_WEIGHTS.equipment))
BARBELL = Kit("barbell", "Barbell and rack", ("barbell", "rack", "plates", *DUMBBELLS.equipment))
GYM = Kit("gym", "Gym", OWNABLE)
LADDER = (NO_WEIGHTS, DUMBBELLS, BARBELL, GYM)
"""What readers have: the home page, the finder and the search ask it. Each has all of the last."""

KITS = {
    kit.id: kit
    for kit in (
        Kit(
            "full-gym",
            "a full gym",
            (
                "barbell", "rack", "plates", "dumbbell", "bench", "box", "smith-machine",
                "leg-press", "hack-squat-machine", "leg-extension-machine", "leg-curl-machine",
                "calf-machine", "hip-machine", "cable",
            ),
        ),
        Kit(
            "home-barbell",
            "a barbell, rack and bench at home",
            ("barbell", "rack", "plates", "bench"),
        ),
        Kit("dumbbells", "dumbbells, a bench and a box", ("dumbbell", "bench", "box")),
        Kit(
            "machines",
            "leg machines",
            (
                "leg-press", "hack-squat-machine", "smith-machine", "plates", "bench",
                "leg-extension-machine", "leg-curl-machine", "calf-machine", "hip-machine",
            ),
        ),
        Kit("bands", "bands and bodyweight", ("bodyweight", "band")),
    )
}  # fmt: skip
"""What authors write for, by id."""
