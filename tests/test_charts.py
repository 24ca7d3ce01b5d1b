"""Values to coordinates, worked out by hand."""

from fractions import Fraction

import pytest

from generator.model import Exercise, Library
from generator.model.vocabulary import MUSCLES
from generator.render.anatomy import VIEWS, through
from generator.render.charts import (
    WeekPoint,
    load_path,
    step_for,
    ticks,
    week_marks,
    weeks_chart,
)
from generator.render.muscle_map import exercise_map, shade_of, weekly_map
from generator.render.set_strips import SessionStrips, Strip, cell_width, drawn, strips_chart
from generator.render.sets_chart import Band, Bar, MuscleSets, bars, reach_of, sets_chart

BAND = Band(Fraction(4), Fraction(10), Fraction(22), Fraction(30))


def point(number: int, volume: int, load: int | None, deload: bool = False) -> WeekPoint:
    return WeekPoint(number, Fraction(volume), None if load is None else Fraction(load), deload)


def test_bars_share_a_scale_and_the_rest_follows_the_direct_sets() -> None:
    # 30 sets fill 360, so one set is 12 wide; the first row begins at 22
    found = bars(
        [
            MuscleSets("Quadriceps", Fraction(4), Fraction(6)),
            MuscleSets("Calves", Fraction(0), Fraction(5, 2)),
        ],
        22,
        Fraction(30),
    )
    assert found == (
        Bar("Quadriceps", "4 direct, 6 fractional", "36", "42", "48", "48", "24"),
        Bar("Calves", "0 direct, 2.5 fractional", "74", "80", "0", "0", "30"),
    )


def test_the_scale_ends_at_the_limit_or_where_somebody_does_more() -> None:
    assert reach_of([], BAND) == 30
    assert reach_of([MuscleSets("Calves", Fraction(30), Fraction(36))], BAND) == 36


@pytest.mark.parametrize(
    ("sets", "place"),
    [
        ("0", "not trained"),
        ("3.5", "below the floor"),
        ("4", "between the floor and the band"),
        ("10", "in the band"),
        ("22", "in the band"),
        ("22.5", "above the band"),
        ("30", "above the band"),
        ("30.5", "above the limit"),
    ],
)
def test_the_band_and_its_ends_are_the_rules_own(sets: str, place: str) -> None:
    # TEN005 to TEN007 let a part reach the number itself
    assert BAND.place(Fraction(sets)) == place


def test_sets_stand_against_floor_band_and_limit_in_words_and_in_place() -> None:
    text = sets_chart(
        [MuscleSets("Quadriceps", Fraction(8), Fraction(12))],
        [MuscleSets("Core", Fraction(0), Fraction(2))],
        BAND,
        "Sets",
        "Week 1",
    ).text
    assert "Quadriceps: 8 direct, 12 fractional, in the band; Core: 0 direct, 2 fractional." in text
    assert 'class="fp-band" x="120" y="22" width="144" height="42"' in text
    assert [mark in text for mark in ("floor 4", "band 10\u201322", "limit 30")] == [True] * 3
    # indirect work is hatched, so that it differs without colour
    assert 'fill="url(#fp-indirect)"' in text
    assert "fractional sets a week" in text


def test_a_curve_goes_through_its_points_and_keeps_its_corners() -> None:
    assert through("0,0 6,0 6,6", closed=False) == "M0 0C0 0 5 -1 6 0S6 6 6 6"
    # a point written twice: both handles lie on it
    assert through("0,0 6,0 6,0 6,6", closed=False) == "M0 0C0 0 6 0 6 0S6 6 6 6"
    assert through("0,0 6,0 6,6").endswith("z")


def test_every_muscle_is_on_the_map_and_named_once() -> None:
    drawn_ = {shape.muscle for view in VIEWS for shape in view.shapes}
    named = [label.muscle for view in VIEWS for label in view.labels]
    assert drawn_ == set(MUSCLES)
    assert sorted(named) == sorted(MUSCLES)


def test_shades_begin_at_their_number() -> None:
    counts = ["0", "0.5", "3.5", "4", "7.5", "8", "12", "20"]
    assert [shade_of(Fraction(count)) for count in counts] == [0, 1, 1, 2, 2, 3, 4, 4]


def test_the_map_says_in_words_what_is_trained_and_what_is_not() -> None:
    names = {"quadriceps": "quadriceps", "core": "core", "soleus": "calves (soleus)"}
    text = weekly_map({"quadriceps": Fraction(25, 2), "core": Fraction(2)}, names, 3).text
    assert "<title" in text
    assert (
        "quadriceps: 12.5 fractional sets; core: 2 fractional sets. Not trained: calves (soleus)."
        in text
    )
    assert text.count('class="fp-muscle-4" d') == 3  # both heads in front, the outer one behind
    assert ">12.5</text>" in text


def test_an_exercise_names_direct_and_indirect_work(library: Library) -> None:
    squat: Exercise = library.exercises["barbell-back-squat"]
    text = exercise_map(squat, library.framework.muscles).text
    assert "quadriceps: direct" in text
    assert "core: indirect" in text
    assert "Not trained: rectus femoris," in text
    # only what it trains has words beside the figure
    assert text.count('class="fp-value"') == len(squat.muscles)


def test_sets_stand_in_order_with_their_pillars() -> None:
    # 15 is the most a set takes; two of three count, and 2 of 15 are the gap
    strip = Strip("mechanical-tension", "Tension", (True, False, True))
    (session,) = drawn([SessionStrips("Monday", (strip,))])
    assert session.lines[0].counting == "M78 30h13v11h-13zM108 30h13v11h-13z"
    assert session.lines[0].other == "M93 30h13v11h-13z"
    assert session.lines[0].total == "2"
    assert cell_width(3) == 15
    assert cell_width(25) * 25 == 360 - 78 - 30


def test_strips_say_how_many_sets_count() -> None:
    strips = (Strip("a", "Tension", (True, True)), Strip("b", "Neural", (False, True)))
    text = strips_chart([SessionStrips("Week 1, Monday: Legs", strips)], "Pillars", "All").text
    assert "Week 1, Monday: Legs: tension 2 of 2 sets, neural 1 of 2 sets." in text


@pytest.mark.parametrize(
    ("reach", "step"),
    [("3", "1"), ("3.1", "2"), ("6.1", "5"), ("15.1", "10"), ("0.3", "0.1"), ("150.1", "100")],
)
def test_steps_are_one_two_or_five(reach: str, step: str) -> None:
    assert step_for(Fraction(reach), 3) == Fraction(step)


def test_ticks_enclose_the_range() -> None:
    assert list(ticks(Fraction(0), Fraction(20), 4)) == [0, 10, 20]
    assert list(ticks(Fraction(68), Fraction(76), 4)) == [65, 70, 75, 80]
    assert list(ticks(Fraction(0), Fraction(0), 4)) == [0, 1]


def test_weeks_become_columns_and_dots() -> None:
    # thousand: 0 to 20 over 120 units; percent: 65 to 80 over 72 units; columns 160 apart
    one, two = week_marks([point(1, 10_000, 70), point(2, 20_000, 74, deload=True)])
    assert (one.x, one.width, one.y, one.height) == ("58", "112", "86", "60")
    assert (one.middle, one.dot_y, one.label, one.deload) == ("114", "238", "1", False)
    assert (two.x, two.y, two.height) == ("218", "26", "120")
    assert (two.middle, two.dot_y, two.label, two.deload) == ("274", "218.8", "2", True)
    assert load_path([one, two]) == "M114 238 L274 218.8"


def test_the_line_breaks_where_a_week_has_no_load() -> None:
    loads = [70, None, 74, 74]
    marks = week_marks([point(n, 10_000, load) for n, load in enumerate(loads, start=1)])
    assert load_path(marks).count("M") == 2
    assert [bool(mark.dot_y) for mark in marks] == [True, False, True, True]


def test_week_numbers_keep_their_distance() -> None:
    # 20 weeks stand 16 apart, so every second one has room
    labels = [mark.label for mark in week_marks([point(n, 1, 70) for n in range(1, 21)])]
    assert labels[:4] == ["1", "", "3", ""]
    assert [mark.label for mark in week_marks([point(n, 1, 70) for n in range(1, 15)])][1] == "2"


def test_charts_say_in_words_what_they_show() -> None:
    text = weeks_chart(
        [point(1, 9_040, 70), point(2, 4_450, None, deload=True)], "Weeks", "All"
    ).text
    assert "week 1: volume load 9,000, mean load 70 %; week 2 (deload): volume load 4,500." in text
    assert text.count("fp-hollow") == 1
    assert text.count(">D</text>") == 1


def test_a_program_of_jumps_has_no_line() -> None:
    text = weeks_chart([point(1, 0, None)], "Weeks", "All").text
    assert "fp-line" not in text
    assert "Mean load" not in text
