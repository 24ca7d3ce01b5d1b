"""Values to coordinates, worked out by hand."""

from fractions import Fraction

import pytest

from generator.render.charts import (
    Bar,
    MuscleSets,
    WeekPoint,
    load_path,
    muscle_bars,
    muscle_chart,
    step_for,
    ticks,
    week_marks,
    weeks_chart,
)


def point(number: int, volume: int, load: int | None, deload: bool = False) -> WeekPoint:
    return WeekPoint(number, Fraction(volume), None if load is None else Fraction(load), deload)


def test_the_longest_bar_fills_the_width_and_halves_follow_the_direct_sets() -> None:
    bars = muscle_bars(
        [
            MuscleSets("Quadriceps", Fraction(4), Fraction(6)),
            MuscleSets("Calves", Fraction(0), Fraction(5, 2)),
        ]
    )
    assert bars == (
        Bar("Quadriceps", "4 direct, 6 fractional", "14", "20", "240", "240", "120"),
        Bar("Calves", "0 direct, 2.5 fractional", "52", "58", "0", "0", "150"),
    )


def test_no_sets_at_all_draw_nothing() -> None:
    assert muscle_bars([]) == ()
    (bar,) = muscle_bars([MuscleSets("Core", Fraction(0), Fraction(0))])
    assert (bar.direct_width, bar.rest_width) == ("0", "0")


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
    text = muscle_chart([MuscleSets("Core", Fraction(1), Fraction(2))], "Sets", "Week 1").text
    assert "<title" in text
    assert "Core: 1 direct, 2 fractional." in text
    text = weeks_chart(
        [point(1, 9_040, 70), point(2, 4_450, None, deload=True)], "Weeks", "All"
    ).text
    assert "week 1: volume load 9,000, mean load 70 %; week 2 (deload): volume load 4,500." in text
    assert text.count("fp-hollow") == 1


def test_a_program_of_jumps_has_no_line() -> None:
    text = weeks_chart([point(1, 0, None)], "Weeks", "All").text
    assert "fp-line" not in text
    assert "Mean load" not in text
