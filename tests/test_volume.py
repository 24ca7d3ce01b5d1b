"""Volume load, its changes from week to week, and the sets each muscle gets."""

from fractions import Fraction

import pytest
from conftest import ROOT, Lay
from hypothesis import given
from hypothesis import strategies as st

from generator.intensity import intensity
from generator.measure.lines import week_list
from generator.measure.sets import direct_sets, fractional_sets, hard
from generator.measure.volume import (
    changes,
    loading_steps,
    mean_intensity,
    volume_load,
    volume_load_by_prescription,
)
from generator.model import Library
from generator.model.number import plain_beside
from generator.model.quantity import Load, Reps, Rir
from generator.plan import Plan, PlannedSet

EXERCISES = sorted(file.stem for file in (ROOT / "content/exercises").glob("*.yml"))

EXAMPLE = """\
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: box-jump, sets: 3, reps: 5}
          - {exercise: barbell-back-squat, sets: [3, 4], reps: 8, load: 70%, rir: 2}
          - {exercise: seated-leg-curl, sets: 2, reps: 10-12, load: 60-70%, rir: 2}
          - {exercise: leg-press, sets: 1, reps: 8+, load: 75%, rir: 0}
          - {exercise: goblet-squat, sets: 1, reps: 1, load: 40 kg, rir: 0}
          - {exercise: leg-extension, sets: 2, reps: 20, load: 50%, rir: 5}
          - {exercise: split-squat, sets: 3, reps: 30 s}
  - name: Easy
    weeks: 1
    deload: true
    like: Build
    sets: 50%
  - name: Peak
    weeks: 1
    like: Build
"""


@pytest.fixture
def example(lay: Lay) -> Plan:
    """Three blocks: two weeks, an easy one, and the second week once more."""
    return lay(EXAMPLE)


def test_volume_load_of_a_week_worked_out_by_hand(example: Plan) -> None:
    first, second, easy, again = (volume_load(week.sets) for week in example.weeks)
    # squat 3 x 8 x 70 = 1680, leg curl 2 x 11 x 65 = 1430, leg press 1 x 8 x 75 = 600,
    # goblet squat 1 x 1 x 100 (a 1RM by its RIR) = 100, leg extension 2 x 20 x 50 = 2000, which
    # counts although it is no hard set; jumps and holds add nothing
    assert first == 1680 + 1430 + 600 + 100 + 2000 == 5810
    # one more set of squats: 8 x 70 = 560
    assert second == again == 5810 + 560
    # half the sets of the second week, rounded up at the half, at least one each:
    # squat 2 x 8 x 70 = 1120, leg curl 1 x 11 x 65 = 715, leg press 600, goblet squat 100,
    # leg extension 1 x 20 x 50 = 1000
    assert easy == 1120 + 715 + 600 + 100 + 1000 == 3535


def test_each_prescription_adds_its_part(example: Plan) -> None:
    parts = volume_load_by_prescription(example.weeks[0])
    place = ("blocks", 0, "sessions", 0, "exercises")
    assert [parts[*place, number] for number in range(7)] == [0, 1680, 1430, 600, 100, 2000, 0]


def test_changes_are_percent_of_the_week_before(example: Plan) -> None:
    into_second, into_easy, into_peak = changes(example.weeks)
    assert into_second == (example.weeks[1], Fraction(100 * 560, 5810))
    assert into_easy == (example.weeks[2], Fraction(100 * (3535 - 6370), 6370))
    assert into_peak == (example.weeks[3], Fraction(100 * (6370 - 3535), 3535))


def test_a_deload_stands_between_weeks_that_are_not_compared(example: Plan) -> None:
    steps = loading_steps(example.weeks)
    assert [(before.number, after.number) for before, after, _ in steps] == [(1, 2)]


def test_a_new_block_without_a_deload_is_compared(lay: Lay) -> None:
    plan = lay(EXAMPLE.replace("    deload: true\n", ""))
    steps = [(before.number, after.number) for before, after, _ in loading_steps(plan.weeks)]
    assert steps == [(1, 2), (2, 3), (3, 4)]


def test_a_week_without_volume_load_has_no_change_after_it(lay: Lay) -> None:
    blocks = """\
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Jumps
        day: monday
        exercises: [{exercise: box-jump, sets: [3, 4], reps: 5}]
"""
    plan = lay(blocks)
    assert changes(plan.weeks) == ()
    assert mean_intensity(plan.weeks[0].sets) is None


def test_mean_intensity_counts_each_set_with_a_load(example: Plan) -> None:
    # 3 x 70, 2 x 65, 75, 100 and 2 x 50 over nine sets
    assert mean_intensity(example.weeks[0].sets) == Fraction(210 + 130 + 75 + 100 + 100, 9)


def test_sets_per_muscle_worked_out_by_hand(example: Plan) -> None:
    sets = example.weeks[0].sets
    # jumps 3 x 0.5, squat 3, leg press 1, goblet squat 1, split squat 3; the easy leg extensions 0.
    # Jumps are no hard sets, so ten of those are left.
    assert fractional_sets(sets, example.framework)["quadriceps"] == Fraction("9.5")
    assert direct_sets(sets, example.framework)["quadriceps"] == 8
    assert fractional_sets(sets, example.framework)["hamstrings"] == 2
    assert len(hard(sets, example.framework)) == 10


@st.composite
def written_sets(draw: st.DrawFn) -> tuple[str, Reps, Load | None, Rir | None]:
    """An exercise with repetitions or a hold, and maybe a load and an effort."""
    low = draw(st.integers(1, 40))
    high = draw(st.integers(low, 40))
    unit = draw(st.sampled_from(["", "", " s"]))
    percent = draw(st.none() | st.integers(5, 120))
    reserve = draw(st.none() | st.integers(0, 10))
    return (
        draw(st.sampled_from(EXERCISES)),
        Reps.parse(f"{low}-{high}{unit}"),
        Load.parse(f"{percent}%") if percent is not None else None,
        Rir.parse(str(reserve)) if reserve is not None else None,
    )


def laid_out(written: tuple[str, Reps, Load | None, Rir | None], library: Library) -> PlannedSet:
    name, reps, load, rir = written
    exercise = library.exercises[name]
    given_load = None
    if not exercise.jump and not reps.timed:
        given_load = intensity(reps, load, rir, exercise, library.framework)
    return PlannedSet(exercise, reps, load, rir, None, None, "straight", "full", given_load)


@given(week=st.lists(written_sets(), max_size=8), more=written_sets())
def test_adding_a_set_never_lowers_volume_load_or_sets(
    library: Library,
    week: list[tuple[str, Reps, Load | None, Rir | None]],
    more: tuple[str, Reps, Load | None, Rir | None],
) -> None:
    framework = library.framework
    before = [laid_out(written, library) for written in week]
    added = laid_out(more, library)
    after = [*before, added]
    assert volume_load(after) >= volume_load(before)
    assert volume_load(after) == volume_load(before) + volume_load([added])
    less, greater = fractional_sets(before, framework), fractional_sets(after, framework)
    assert all(greater[muscle] >= sets for muscle, sets in less.items())
    direct = direct_sets(after, framework)
    assert all(direct[muscle] <= sets for muscle, sets in greater.items())


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([2], "week 2"),
        ([1, 2], "weeks 1 and 2"),
        ([1, 3, 4], "weeks 1, 3 and 4"),
        ([1, 2, 3], "weeks 1 to 3"),
        ([1, 2, 3, 5, 7, 8, 9, 10], "weeks 1 to 3, 5 and 7 to 10"),
    ],
)
def test_weeks_are_listed_as_people_say_them(numbers: list[int], words: str, lay: Lay) -> None:
    plan = lay(EXAMPLE.replace("weeks: 1\n    like", "weeks: 9\n    like"))
    assert week_list([plan.weeks[number - 1] for number in numbers]) == words


@pytest.mark.parametrize(
    ("value", "words"), [("10", "10"), ("10.2", "10.2"), ("9.96", "9.96"), ("10.0004", "10.0004")]
)
def test_a_number_never_reads_like_a_limit_it_misses(value: str, words: str) -> None:
    assert plain_beside(Fraction(value), Fraction(5), Fraction(10)) == words
