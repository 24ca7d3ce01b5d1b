"""TEC005 names swaps that would do, the likeliest first."""

from conftest import Lay

from generator.model import Library
from generator.rule import find_rule
from generator.rules.tec005_poor_swap import NAMED, better_swaps

BLOCKS = """\
equipment: [{equipment}]
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {{exercise: barbell-back-squat, sets: 3, reps: 8, swap: [{{exercise: leg-extension}}]}}
"""


def with_kit(equipment: str) -> str:
    """A program with other equipment and a swap that does another job."""
    return BLOCKS.format(equipment=equipment)


def test_what_the_equipment_allows_and_the_library_suggests_comes_first(
    lay: Lay, library: Library
) -> None:
    squat = library.exercises["barbell-back-squat"]
    gym = lay(with_kit("barbell, rack, plates, leg-press, hack-squat-machine, dumbbell"))
    assert better_swaps(squat, gym) == ("front-squat", "hack-squat", "leg-press")
    home = lay(with_kit("barbell, rack, plates, dumbbell"))
    # only the front squat is both possible and suggested; the others are possible
    assert better_swaps(squat, home)[0] == "front-squat"
    owned = frozenset(home.program.equipment)
    assert all(library.exercises[name].possible_with(owned) for name in better_swaps(squat, home))


def test_every_exercise_named_would_do(lay: Lay, library: Library) -> None:
    plan = lay(with_kit("barbell, rack, plates"))
    for exercise in library.exercises.values():
        names = better_swaps(exercise, plan)
        assert len(names) <= NAMED
        assert exercise.id not in names
        assert all(library.exercises[name].can_replace(exercise) for name in names)


def test_the_finding_names_them(lay: Lay) -> None:
    rule = find_rule("TEC005")
    assert rule is not None
    (finding,) = rule.check(lay(with_kit("barbell, rack, plates, leg-press, hack-squat-machine")))
    assert finding.hint == "These would do: `front-squat`, `hack-squat`, `leg-press`."
