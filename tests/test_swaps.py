"""TEC005 names swaps that would do, the likeliest first."""

from collections.abc import Callable
from pathlib import Path

import pytest
from test_rules import on_base

from generator.load import load_program
from generator.model import Library
from generator.plan import Plan, lay_out
from generator.rule import deviable, find_rule
from generator.rules.tec005_poor_swap import NAMED, better_swaps, does_the_job

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

Lay = Callable[[str], Plan]


@pytest.fixture
def lay(library: Library, tmp_path: Path) -> Lay:
    """A program with other equipment and a swap that does another job."""

    def laid_out(equipment: str) -> Plan:
        file = tmp_path / "swaps.yml"
        file.write_text(on_base(BLOCKS.format(equipment=equipment)), encoding="utf-8")
        _, program, problems = load_program(file, library, deviable())
        assert program is not None, problems
        return lay_out(program, library)

    return laid_out


def test_what_the_equipment_allows_and_the_library_suggests_comes_first(
    lay: Lay, library: Library
) -> None:
    squat = library.exercises["barbell-back-squat"]
    gym = lay("barbell, rack, plates, leg-press, hack-squat-machine, dumbbell")
    assert better_swaps(squat, gym) == ("front-squat", "hack-squat", "leg-press")
    home = lay("barbell, rack, plates, dumbbell")
    # only the front squat is both possible and suggested; the others are possible
    assert better_swaps(squat, home)[0] == "front-squat"
    owned = frozenset(home.program.equipment)
    assert all(library.exercises[name].possible_with(owned) for name in better_swaps(squat, home))


def test_every_exercise_named_would_do(lay: Lay, library: Library) -> None:
    plan = lay("barbell, rack, plates")
    for exercise in library.exercises.values():
        names = better_swaps(exercise, plan)
        assert len(names) <= NAMED
        assert exercise.id not in names
        assert all(does_the_job(library.exercises[name], exercise) for name in names)


def test_the_finding_names_them(lay: Lay) -> None:
    rule = find_rule("TEC005")
    assert rule is not None
    (finding,) = rule.check(lay("barbell, rack, plates, leg-press, hack-squat-machine"))
    assert finding.hint == "These would do: `front-squat`, `hack-squat`, `leg-press`."
