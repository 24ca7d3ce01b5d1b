"""A program is laid out week by week, set by set, as its author meant it."""

from collections.abc import Callable

import pytest
from conftest import Lay

from generator.plan import Entry, Plan, Week


def entries(week: Week) -> dict[str, Entry]:
    return {entry.label: entry for _, entry in week.entries}


def first(week: Week) -> Entry:
    return week.sessions[0].entries[0]


def each_week(plan: Plan, of: Callable[[Entry], object]) -> list[str]:
    """Something about the first exercise, week by week."""
    return [str(of(first(week))) for week in plan.weeks]


BUILD = """\
blocks:
  - name: Build
    weeks: {weeks}
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {{exercise: leg-press, {item}}}
"""


def build(weeks: int, item: str) -> str:
    return BUILD.format(weeks=weeks, item=item)


def test_weeks_are_numbered_through_the_program_and_in_their_block(lay: Lay) -> None:
    plan = lay(
        build(2, "sets: 3, reps: 8")
        + "  - {name: Easy, weeks: 1, deload: true, like: Build}\n"
        + "  - {name: Again, weeks: 2, like: Build}\n"
    )
    told = [
        (w.number, w.block.name, w.number_in_block, w.block_number, w.deload) for w in plan.weeks
    ]
    assert told == [
        (1, "Build", 1, 0, False),
        (2, "Build", 2, 0, False),
        (3, "Easy", 1, 1, True),
        (4, "Again", 1, 2, False),
        (5, "Again", 2, 2, False),
    ]
    assert [week.number for week in plan.loading_weeks] == [1, 2, 4, 5]
    assert [[week.number for week in block] for block in plan.blocks] == [[1, 2], [3], [4, 5]]


def test_lists_and_ramps_say_what_each_week_does(lay: Lay) -> None:
    plan = lay(
        build(4, "sets: [2, 3, 3, 4], reps: 8 to 12, load: 70% to 76%, rest: 3 min to 2 min")
    )
    assert [len(first(week).sets) for week in plan.weeks] == [2, 3, 3, 4]
    assert each_week(plan, lambda entry: entry.first.reps) == ["8", "9", "11", "12"]
    assert each_week(plan, lambda entry: entry.first.load) == ["70 %", "72 %", "74 %", "76 %"]
    assert each_week(plan, lambda entry: entry.first.rest) == [
        *("3 min", "2 min 40 s", "2 min 20 s", "2 min"),
    ]


def test_a_block_as_long_as_the_one_it_repeats_follows_it_week_by_week(lay: Lay) -> None:
    plan = lay(
        build(3, "sets: [2, 3, 4], reps: 8, load: 60% to 70%")
        + "  - {name: Again, weeks: 3, like: Build}\n"
    )
    assert [len(first(week).sets) for week in plan.weeks] == [2, 3, 4, 2, 3, 4]
    assert each_week(plan, lambda entry: entry.first.load)[3:] == ["60 %", "65 %", "70 %"]


@pytest.mark.parametrize("weeks", [1, 2, 4])
def test_a_block_of_another_length_repeats_the_last_week(lay: Lay, weeks: int) -> None:
    plan = lay(
        build(3, "sets: [2, 3, 4], reps: 8, load: 60% to 70%")
        + f"  - {{name: Other, weeks: {weeks}, like: Build}}\n"
    )
    assert [len(first(week).sets) for week in plan.weeks[3:]] == [4] * weeks
    assert each_week(plan, lambda entry: entry.first.load)[3:] == ["70 %"] * weeks


def test_a_lighter_block_keeps_a_share_of_the_sets_halves_up_and_one_at_least(lay: Lay) -> None:
    for sets, share, kept in (
        *((4, "50%", 2), (3, "50%", 2), (5, "50%", 3), (1, "50%", 1), (2, "10%", 1)),
        *((3, "33%", 1), (4, "60%", 2), (4, "63%", 3), (3, "150%", 5)),
    ):
        easy = f"  - {{name: Easy, weeks: 1, deload: true, like: Build, sets: {share}}}\n"
        plan = lay(build(1, f"sets: {sets}, reps: 8") + easy)
        assert len(first(plan.weeks[1]).sets) == kept, f"{share} of {sets}"


@pytest.mark.parametrize(
    ("written", "share", "kept", "percent"),
    [
        ("load: 75%", "90%", "67.5 %", "135/2"),
        ("load: 70-75%", "90%", "63–67.5 %", "261/4"),
        ("load: 72.5%", "90%", "65.5 %", "131/2"),  # 65.25, on half a percent
        # 8 repetitions and 2 in reserve are 87 % of the 1RM in a leg press; 85 % of that are 74
        ("load: 100 kg", "85%", "85 kg", "74"),
        ("load: 101 kg", "85%", "86 kg", "74"),  # 85.85, on half a kilogram
        ("load: 135 lb", "90%", "121.5 lb", "78"),
        ("load: bodyweight + 10 kg", "50%", "bodyweight + 10 kg", None),
        ("load: RPE 8", "90%", "RPE 8", None),
        ("rir: 2", "90%", "None", None),
    ],
)
def test_a_lighter_block_keeps_a_share_of_the_load(
    lay: Lay, written: str, share: str, kept: str, percent: str | None
) -> None:
    easy = f"  - {{name: Easy, weeks: 1, deload: true, like: Build, load: {share}}}\n"
    plan = lay(build(1, f"sets: 3, reps: 8, {written}") + easy)
    before, after = (first(week).first for week in plan.weeks)
    assert str(after.load) == kept
    assert before.intensity is not None
    assert after.intensity is not None
    if percent:
        assert str(after.intensity.percent) == percent
        assert after.intensity.estimated == before.intensity.estimated
    else:  # repetitions and effort are the same, so the estimate is, too
        assert after.intensity == before.intensity
        assert after.intensity.estimated


def test_a_lighter_block_may_set_the_reserve_anew(lay: Lay) -> None:
    for load in ("rir: 2", "load: RPE 8"):
        easy = "  - {name: Easy, weeks: 1, deload: true, like: Build, rir: 4-5, load: 90%}\n"
        plan = lay(build(1, f"sets: 3, reps: 8, {load}") + easy)
        before, after = (first(week).first for week in plan.weeks)
        assert (str(before.rir), str(after.rir), after.load) == ("2", "4–5", None)
        assert before.intensity is not None
        assert after.intensity is not None
        # the new reserve lowers the estimate by itself
        assert after.intensity.percent == 81
        assert after.intensity.percent > before.intensity.percent * 9 / 10


def test_the_share_of_a_block_touches_no_other_block(lay: Lay) -> None:
    plan = lay(
        build(1, "sets: 4, reps: 8, load: 80%")
        + "  - {name: Easy, weeks: 1, deload: true, like: Build, sets: 50%, load: 50%}\n"
        + "  - {name: Again, weeks: 1, like: Build}\n"
    )
    assert [len(first(week).sets) for week in plan.weeks] == [4, 2, 4]
    assert each_week(plan, lambda entry: entry.first.load) == ["80 %", "40 %", "80 %"]


def test_a_deload_does_straight_sets_and_no_open_ones(lay: Lay) -> None:
    item = "sets: 2, reps: 8+, set_type: drop-set"
    plan = lay(build(1, item) + "  - {name: Easy, weeks: 1, deload: true, like: Build}\n")
    before, after = (first(week).first for week in plan.weeks)
    assert (before.set_type, str(before.reps)) == ("drop-set", "8+")
    assert (after.set_type, str(after.reps)) == ("straight", "8")
    again = lay(build(1, item) + "  - {name: Again, weeks: 1, like: Build}\n")
    assert first(again.weeks[1]).first.set_type == "drop-set"
    bfr = lay(
        build(1, "sets: 2, reps: 15, set_type: bfr")
        + "  - {name: Easy, weeks: 1, deload: true, like: Build}\n"
    )
    assert first(bfr.weeks[1]).first.set_type == "bfr"


def test_a_set_type_for_the_last_set_only_leaves_the_others_straight(lay: Lay) -> None:
    plan = lay(build(1, "sets: 3, reps: 8, set_type: myo-reps, set_type_on: last"))
    assert [s.set_type for s in first(plan.weeks[0]).sets] == ["straight", "straight", "myo-reps"]
    plan = lay(build(1, "sets: 3, reps: 8, set_type: myo-reps"))
    assert [s.set_type for s in first(plan.weeks[0]).sets] == ["myo-reps"] * 3


@pytest.mark.parametrize(
    ("load", "rir"),
    [
        ("RPE 8", "2"),
        ("RPE 10", "0"),
        ("RPE 8.5", "1.5"),
        ("RPE 7-8", "2–3"),
        ("RPE 7 to RPE 9", "3"),
    ],
)
def test_an_rpe_is_read_as_repetitions_in_reserve(lay: Lay, load: str, rir: str) -> None:
    plan = lay(build(2, f"sets: 3, reps: 8, load: {load}"))
    assert str(first(plan.weeks[0]).first.rir) == rir


def test_without_a_word_on_effort_the_reserve_is_unknown_and_the_load_estimated(lay: Lay) -> None:
    silent = first(lay(build(1, "sets: 3, reps: 8")).weeks[0]).first
    stated = first(lay(build(1, "sets: 3, reps: 8, rir: 2")).weeks[0]).first
    assert silent.rir is None
    assert silent.intensity == stated.intensity
    assert silent.intensity is not None
    assert silent.intensity.estimated


GROUPS = """\
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, rest: 3 min}
          - superset:
              - {exercise: leg-extension, sets: 3, reps: 12}
              - {exercise: seated-leg-curl, sets: 3, reps: 12}
            rest: [60 s, 45 s]
          - circuit:
              - {exercise: leg-press, sets: 2, reps: 15}
              - {exercise: standing-calf-raise, sets: 2, reps: 15}
              - {exercise: lateral-lunge, sets: 2, reps: 10}
          - {exercise: romanian-deadlift, sets: 3, reps: 8}
"""


def test_exercises_done_in_turn_share_a_letter_and_the_rest_after_the_round(lay: Lay) -> None:
    weeks = lay(GROUPS).weeks
    found = entries(weeks[0])
    assert list(found) == ["A", "B1", "B2", "C1", "C2", "C3", "D"]
    assert [entry.group for entry in found.values()] == [
        *("", "superset", "superset", "circuit", "circuit", "circuit", ""),
    ]
    assert [str(entries(week)[label].first.rest) for week in weeks for label in ("B1", "B2")] == [
        *("60 s", "60 s", "45 s", "45 s"),
    ]
    assert found["C2"].first.rest is None
    assert found["B2"].keys == ("blocks", 0, "sessions", 0, "exercises", 1, "superset", 1)
    assert found["D"].keys == ("blocks", 0, "sessions", 0, "exercises", 3)


def test_a_hold_and_a_jump_have_no_intensity(lay: Lay) -> None:
    hold = first(lay(build(1, "sets: 2, reps: 30-45 s, load: 60%")).weeks[0]).first
    assert hold.intensity is None
    assert (hold.reps.timed, str(hold.load)) == (True, "60 %")
    jump = lay(build(1, "sets: 2, reps: 5").replace("leg-press", "squat-jump"))
    assert first(jump.weeks[0]).first.intensity is None


def test_sessions_come_in_the_order_of_the_week_and_keep_their_lines(lay: Lay) -> None:
    session = """\
      - name: {day}
        day: {day}
        exercises:
          - {{exercise: leg-press, sets: 3, reps: 8}}
"""
    days = ("thursday", "sunday", "monday")
    plan = lay(
        "blocks:\n  - name: Build\n    weeks: 1\n    sessions:\n"
        + "".join(session.format(day=day) for day in days)
    )
    (week,) = plan.weeks
    assert [found.day for found in week.sessions] == ["monday", "thursday", "sunday"]
    assert [found.keys[-1] for found in week.sessions] == [2, 0, 1]
    assert [entry.keys[3] for _, entry in week.entries] == [2, 0, 1]


def test_a_repeated_block_points_at_the_lines_that_are_written(lay: Lay) -> None:
    plan = lay(build(1, "sets: 3, reps: 8") + "  - {name: Again, weeks: 1, like: Build}\n")
    assert first(plan.weeks[1]).keys == ("blocks", 0, "sessions", 0, "exercises", 0)
    assert plan.weeks[1].block_keys == ("blocks", 1)
    assert len(plan.prescriptions) == 1
    assert [exercise.id for exercise in plan.exercises] == ["leg-press"]


def test_swaps_are_found_in_the_library(lay: Lay) -> None:
    plan = lay(
        build(1, "sets: 3, reps: 8, swap: [{exercise: hack-squat}, {exercise: goblet-squat}]")
    )
    assert [exercise.id for exercise in first(plan.weeks[0]).swaps] == [
        "hack-squat",
        "goblet-squat",
    ]


def test_a_weight_at_a_share_with_more_in_reserve_is_the_lighter_of_the_two(lay: Lay) -> None:
    plan = lay(
        "blocks:\n  - name: Build\n    weeks: 1\n    sessions:\n"
        "      - name: Legs\n        day: monday\n        exercises:\n"
        "          - {exercise: leg-extension, sets: 3, reps: 8, load: 60 kg, rir: 3}\n"
        "  - {name: Easy, weeks: 1, deload: true, like: Build, load: 90%, rir: 4}\n"
        "  - {name: Easier, weeks: 1, deload: true, like: Build, load: 90%, rir: 8}\n"
    )
    loads = [week.sets[0].intensity for week in plan.weeks]
    # 8 + 3 repetitions are 78 % on the curve, and 90 % of that are 70; 8 + 4 would be 76 %, and
    # 8 + 8 are 68 %
    assert [load.percent for load in loads if load] == [78, 70, 68]
