"""The repetition curve and the estimates it gives, worked out by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intensity import LIGHTEST, intensity, percent_for, repetitions_at
from generator.model import Library
from generator.model.quantity import Load, Reps, Rir

SQUAT, PRESS = "barbell-back-squat", "leg-press"


def exact(number: str) -> Fraction:
    return Fraction(number)


@pytest.mark.parametrize(
    ("exercise", "percent", "mean", "deviation"),
    [
        # points of the curves
        (SQUAT, "90", "4.94", "1.90"),
        (SQUAT, "60", "19.56", "4.36"),
        (PRESS, "80", "13.08", "4.23"),
        # half way from 75 to 70: (12.38 + 14.82) / 2 and (2.88 + 3.31) / 2
        (SQUAT, "72.5", "13.6", "3.095"),
        # half way from 70 to 60, where a point is missing: (14.82 + 19.56) / 2
        (SQUAT, "65", "17.19", "3.835"),
        # three fifths from 100 to 95: 1 + 0.6 x 2.28 and 0.6 x 1.66
        (SQUAT, "97", "2.368", "0.996"),
        # the leg press has no point at 95: (1 + 8.68) / 2 and 3.07 / 2
        (PRESS, "95", "4.84", "1.535"),
        # below 60 the last line goes on: 19.56 + 4.74 and 4.36 + 1.05
        (SQUAT, "50", "24.30", "5.41"),
        (PRESS, "50", "34.66", "10.18"),
        # the 1RM is one repetition, and above it there is none
        (SQUAT, "100", "1", "0"),
        (SQUAT, "120", "0", "0"),
        (PRESS, "100.5", "0", "0"),
    ],
)
def test_repetitions_lie_on_straight_lines_between_the_published_points(
    library: Library, exercise: str, percent: str, mean: str, deviation: str
) -> None:
    found = repetitions_at(exact(percent), library.exercises[exercise])
    assert found == (exact(mean), exact(deviation))


@pytest.mark.parametrize(
    ("exercise", "repetitions", "percent"),
    [
        (SQUAT, "7.16", Fraction(85)),
        (PRESS, "15.85", Fraction(75)),
        (SQUAT, "13.6", Fraction("72.5")),
        # from 9.76 at 80 to 12.38 at 75: 0.24 of 2.62 repetitions are 0.24 / 2.62 x 5 percent
        (SQUAT, "10", 80 - Fraction(120, 262)),
        (SQUAT, "24.3", Fraction(50)),
        # one repetition and less is a 1RM
        (SQUAT, "1", Fraction(100)),
        (SQUAT, "0.5", Fraction(100)),
        # 19.56 + 4 x 4.74 = 38.52 repetitions are 20 %; lighter than that is not estimated
        (SQUAT, "38.52", LIGHTEST),
        (SQUAT, "38.53", LIGHTEST),
        (SQUAT, "100", LIGHTEST),
    ],
)
def test_a_load_is_read_off_the_same_lines_the_other_way(
    library: Library, exercise: str, repetitions: str, percent: Fraction
) -> None:
    assert percent_for(exact(repetitions), library.exercises[exercise]) == percent


def test_just_above_the_lightest_load_is_still_an_estimate(library: Library) -> None:
    # 38.51 repetitions: 0.01 of 4.74 repetitions, a tenth of a percent of ten percent
    estimate = percent_for(exact("38.51"), library.exercises[SQUAT])
    assert estimate == LIGHTEST + Fraction(1, 474) * 10


@given(
    exercise=st.sampled_from([SQUAT, PRESS]),
    percent=st.fractions(LIGHTEST, 100, max_denominator=8),
)
def test_there_and_back_is_where_we_were(
    library: Library, exercise: str, percent: Fraction
) -> None:
    found = library.exercises[exercise]
    assert percent_for(repetitions_at(percent, found)[0], found) == percent


@given(
    exercise=st.sampled_from([SQUAT, PRESS]),
    one=st.fractions(5, 120, max_denominator=8),
    other=st.fractions(5, 120, max_denominator=8),
)
def test_a_lighter_load_never_allows_fewer_repetitions(
    library: Library, exercise: str, one: Fraction, other: Fraction
) -> None:
    found = library.exercises[exercise]
    light, heavy = (repetitions_at(percent, found) for percent in sorted((one, other)))
    assert light >= heavy
    assert light[1] >= heavy[1] >= 0


@given(percent=st.fractions(5, 99, max_denominator=8))
def test_the_leg_press_allows_more_than_other_lifts(library: Library, percent: Fraction) -> None:
    press, squat = (repetitions_at(percent, library.exercises[name])[0] for name in (PRESS, SQUAT))
    assert press > squat


@pytest.mark.parametrize(
    ("reps", "load", "rir", "percent", "estimated"),
    [
        # written in percent: the middle of it, whatever the repetitions say
        ("8", "72%", "2", Fraction(72), False),
        ("20", "70-75%", None, Fraction("72.5"), False),
        # 1 + 0 repetitions to failure are a 1RM, in kilograms or by feel
        ("1", "140 kg", "0", Fraction(100), True),
        ("1", None, "0", Fraction(100), True),
        # 8-12 counts as 10 and 1-3 as 2: 12 lie 2.24 of 2.62 repetitions below 80 %, at 75.7
        ("8-12", None, "1-3", Fraction(76), True),
        # nothing said about effort is read as 2 in reserve, so the same
        ("10", "bodyweight", None, Fraction(76), True),
        # an open set counts at its least: 10 + 0 lie 0.24 of 2.62 repetitions below 80 %, at 79.5
        ("10+", None, "0", Fraction(80), True),
    ],
)
def test_a_set_works_as_hard_as_written_or_as_its_repetitions_say(
    library: Library,
    reps: str,
    load: str | None,
    rir: str | None,
    percent: Fraction,
    estimated: bool,
) -> None:
    found = intensity(
        Reps.parse(reps),
        Load.parse(load) if load else None,
        Rir.parse(rir) if rir else None,
        library.exercises[SQUAT],
        library.framework,
    )
    assert (found.percent, found.estimated) == (percent, estimated)
