"""One small week worked out by hand: sets per muscle, volume load and minutes."""

from fractions import Fraction

import pytest
from conftest import Lay

from generator.measure.duration import session_minutes
from generator.measure.sets import direct_sets, fractional_sets, hard
from generator.measure.volume import mean_intensity, volume_load
from generator.plan import Plan, Week

SMALL = """\
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Squats
        day: monday
        exercises:
          - exercise: barbell-back-squat
            sets: 3
            reps: 6-8
            load: 75%
            rir: 2
            tempo: 3-1-1-0
            rest: 3 min
            warmup: [8 @ 50%, 3 @ 80%]
          - superset:
              - {exercise: leg-extension, sets: 2, reps: 12, load: 60%, rir: 1}
              - {exercise: seated-leg-curl, sets: 4, reps: 10, load: 65%, rir: 1}
            rest: 60 s
      - name: Hinges
        day: thursday
        exercises:
          - {exercise: romanian-deadlift, sets: 2, reps: 8, load: 70%, rir: 2, rest: 2 min}
          - {exercise: bulgarian-split-squat, sets: 1, reps: 10, load: 60%, rir: 6}
"""


@pytest.fixture
def plan(lay: Lay) -> Plan:
    return lay(SMALL)


@pytest.fixture
def week(plan: Plan) -> Week:
    return plan.weeks[0]


def test_the_library_credits_the_muscles_this_example_counts_with(week: Week) -> None:
    shares = {entry.exercise.id: entry.exercise.muscles for _, entry in week.entries}
    half = Fraction(1, 2)
    assert shares["barbell-back-squat"] == {
        **dict.fromkeys(("quadriceps", "gluteus-maximus", "adductors"), 1),
        **dict.fromkeys(("erector-spinae", "core"), half),
    }
    assert shares["leg-extension"] == {"quadriceps": 1, "rectus-femoris": 1}
    assert shares["seated-leg-curl"] == {"hamstrings": 1}
    assert shares["romanian-deadlift"] == {
        **dict.fromkeys(("hamstrings", "gluteus-maximus"), 1),
        **dict.fromkeys(("adductors", "erector-spinae", "core"), half),
    }


def test_sets_per_muscle(plan: Plan, week: Week) -> None:
    # 3 squats, 2 leg extensions, 4 leg curls and 2 deadlifts; the split squat stops 6 short of
    # failure and is no hard set
    assert len(hard(week.sets, plan.framework)) == 3 + 2 + 4 + 2 == 11
    assert fractional_sets(week.sets, plan.framework) == {
        "quadriceps": 5,  # 3 squats and 2 leg extensions
        "rectus-femoris": 2,  # the leg extensions
        "hamstrings": 6,  # 4 leg curls and 2 deadlifts
        "gluteus-maximus": 5,  # 3 squats and 2 deadlifts
        "adductors": 4,  # 3 squats and half of 2 deadlifts
        "erector-spinae": Fraction(5, 2),  # half of 3 squats and of 2 deadlifts
        "core": Fraction(5, 2),
    }
    direct = direct_sets(week.sets, plan.framework)
    assert (direct["adductors"], direct["hamstrings"], direct["core"]) == (3, 6, 0)


def test_volume_load_and_mean_load(week: Week) -> None:
    # squat 3 x 7 (the middle of 6-8) x 75 = 1575, leg extension 2 x 12 x 60 = 1440,
    # leg curl 4 x 10 x 65 = 2600, deadlift 2 x 8 x 70 = 1120,
    # split squat 1 x 10 x 60 = 600, which counts although it is no hard set
    assert volume_load(week.sets) == 1575 + 1440 + 2600 + 1120 + 600 == 7335
    # 3 x 75 + 2 x 60 + 4 x 65 + 2 x 70 + 60 = 805 over 12 sets
    assert mean_intensity(week.sets) == Fraction(805, 12)


def test_minutes_of_a_session_with_a_superset_of_uneven_sets(plan: Plan, week: Week) -> None:
    squats, hinges = week.sessions
    # 300 s general warm-up; 3 exercises to change over to, 120 s each = 360; 2 warm-up sets,
    # 60 s each = 120
    # squat: 7 reps x (3 + 1 + 1) s = 35 s a set, 3 sets = 105; 2 rests of 180 s = 360
    # leg extension: 12 reps x 3 s = 36 s a set, 2 sets = 72
    # leg curl: 10 reps x 3 s = 30 s a set, 4 sets = 120
    # the superset has as many rounds as its longest member has sets: 4, with 3 rests of 60 s = 180
    # 300 + 360 + 120 + 105 + 360 + 72 + 120 + 180 = 1617 s = 26.95 min
    assert session_minutes(squats, plan.framework) == 27
    # 300 s general warm-up; 2 changeovers = 240
    # deadlift: 8 reps x 3 s = 24 s a set, 2 sets = 48; 1 rest of 120 s
    # split squat: 10 reps x 3 s on each side = 60 s; one set, so no rest
    # 300 + 240 + 48 + 120 + 60 = 768 s = 12.8 min
    assert session_minutes(hinges, plan.framework) == 13


def test_the_order_of_a_superset_does_not_change_its_minutes(lay: Lay, plan: Plan) -> None:
    first = "              - {exercise: leg-extension, sets: 2, reps: 12, load: 60%, rir: 1}\n"
    second = "              - {exercise: seated-leg-curl, sets: 4, reps: 10, load: 65%, rir: 1}\n"
    assert first + second in SMALL
    turned = lay(SMALL.replace(first + second, second + first))
    assert session_minutes(turned.weeks[0].sessions[0], plan.framework) == 27
