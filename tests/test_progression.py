"""A progression tried out does what a lifter would work out with pencil and paper."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import BASE, ROOT, Lay
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import load_program
from generator.measure.progression import Attempt, Trial, trial
from generator.model import Block, Library, Prescription, Session, Weekly
from generator.model.program import Progression, Stall
from generator.model.quantity import Count, Load, Reps, Rir
from generator.model.target import Percent, Step
from generator.model.text import place
from generator.plan import Plan, lay_out
from generator.render.counting import counting_page
from generator.render.guide import page
from generator.render.progression_view import TERM, progression_example
from generator.review import review
from generator.rule import deviable
from generator.view.context import Context
from generator.view.route import Links

STALL = "stall: {after: 2, cut: 10%}"
LINKS = Links("programs/x.md")


def tried(lay: Lay, exercise: str, progression: str, weeks: int = 8, after: str = "") -> Trial:
    """The trial of a program of one exercise a week."""
    found = trial(one_lift(lay, exercise, progression, weeks, after))
    assert found is not None
    return found


def one_lift(lay: Lay, exercise: str, progression: str, weeks: int = 8, after: str = "") -> Plan:
    """A program of one exercise a week."""
    return lay(
        "blocks:\n"
        f"  - name: Build\n    weeks: {weeks}\n    sessions:\n"
        f"      - {{name: Legs, day: monday, exercises: [{{{exercise}}}]}}\n{after}"
        f"progression: {{text: As it goes., {progression}}}\n"
    )


def done(run: Sequence[Attempt]) -> str:
    """`60×5, 62.5×5 missed`: load and repetitions of a run, with what is out of the ordinary."""
    return ", ".join(
        f"{float(item.load):g}×{item.reps}"
        + (" missed" if item.missed else "")
        + (" cut" if item.cut else "")
        + (" easy" if item.asked.deload else "")
        for item in run
    )


def sets(run: Sequence[Attempt]) -> list[int]:
    """The sets of a run."""
    return [item.sets for item in run]


# The four kinds, worked by hand


def test_linear_adds_a_step_each_session(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: barbell-back-squat, sets: 3, reps: 5, load: 60 kg, rir: 2",
        f"kind: linear, step: 2.5 kg, {STALL}",
    )
    assert done(found.well) == "60×5, 62.5×5, 65×5, 67.5×5, 70×5, 72.5×5, 75×5, 77.5×5"
    # 65 kg is missed twice; 10 % of 65 is 6.5, and 58.5 is nearer to 57.5 than to 60
    assert done(found.misses) == (
        "60×5, 62.5×5, 65×5 missed, 65×5 missed, 57.5×5 cut, 60×5, 62.5×5, 65×5"
    )


def test_double_climbs_the_range_and_then_adds_load(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: leg-press, sets: 3, reps: 8-10, rir: 2",
        f"kind: double, step: 2.5 kg, {STALL}",
    )
    # 9 repetitions and 2 in reserve are 84 % on the curve of the leg press: of 100 kg, rounded
    # down, 82.5 kg
    assert done(found.well) == ("82.5×8, 82.5×9, 82.5×10, 85×8, 85×9, 85×10, 87.5×8, 87.5×9")
    # 10 % of 82.5 is 8.25, and 74.25 is nearest to 75; back at the bottom of the range
    assert done(found.misses) == (
        "82.5×8, 82.5×9, 82.5×10 missed, 82.5×10 missed, 75×8 cut, 75×9, 75×10, 77.5×8"
    )


def test_double_leaves_the_load_alone_where_the_plan_asks_for_more(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: goblet-squat, sets: [2, 3, 3, 3, 3, 3, 3, 3], reps: [8, 8, 8, 9, 10, 10, 8, 9],"
        "rir: 4",
        f"kind: double, step: 2 kg, {STALL}",
    )
    # 8 + 4 repetitions are 76 % of 30 kg: 22.8, so a pair of 22. Session 2 has a set more and
    # session 4 a repetition; sessions 3 and 6 ask for nothing more, session 7 for less
    assert done(found.well) == "22×8, 22×8, 24×8, 24×9, 24×10, 26×10, 28×8, 28×9"
    # 10 % of 24 is 2.4, so one pair down; then a session with nothing more, and one with fewer
    assert done(found.misses) == (
        "22×8, 22×8, 24×8 missed, 24×9 missed, 22×10 cut, 24×10, 26×8, 26×9"
    )


def test_percent_is_as_written_and_climbs_back_to_it(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: barbell-back-squat, sets: 3, reps: 5, load: 70% to 84%, rir: 2",
        f"kind: percent, step: 2.5 kg, {STALL}",
    )
    # 70, 72, 74 … 84 % of 100 kg, rounded down to 2.5 kg
    assert done(found.well) == "70×5, 70×5, 72.5×5, 75×5, 77.5×5, 80×5, 80×5, 82.5×5"
    # 72.5 is held, not raised to 75. 10 % of it is 7.25, so 65: 12.5 under the 77.5 of the plan.
    # Then 10, 7.5 and 5 under 80, 80 and 82.5
    assert done(found.misses) == (
        "70×5, 70×5, 72.5×5 missed, 72.5×5 missed, 65×5 cut, 70×5, 72.5×5, 77.5×5"
    )


def test_a_load_of_the_plan_is_reached_again_and_not_passed(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: barbell-back-squat, sets: 3, reps: 5, load: 80%, rir: 2",
        "kind: percent, step: 5 kg, stall: {after: 1, cut: 10%}",
    )
    # 10 % of 80 is 8, and 72 is nearest to 72.5
    assert done(found.misses) == ("80×5, 80×5, 80×5 missed, 72.5×5 cut, 77.5×5, 80×5, 80×5, 80×5")


def test_by_effort_the_load_follows_what_is_left(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: romanian-deadlift, sets: 3, reps: 8, load: RPE 8",
        "kind: rir, step: 5 kg, stall: {after: 1, cut: 20%}",
    )
    # 8 + 2 repetitions are 80 %
    assert done(found.well) == "80×8, 85×8, 90×8, 95×8, 100×8, 105×8, 110×8, 115×8"
    # 20 % of 90 is 18, and 72 is nearest to 72.5
    assert (
        done(found.misses) == "80×8, 85×8, 90×8 missed, 72.5×8 cut, 77.5×8, 82.5×8, 87.5×8, 92.5×8"
    )


# Steps


@pytest.mark.parametrize(
    ("step", "loads"),
    [
        # 5 % of 60, 62.5, 65 … is about 3, at least one step of 2.5 kg
        ("5%", "60×5, 62.5×5, 65×5, 67.5×5"),
        # 10 % of 60 is 6, nearer to 5 than to 7.5; of 65 it is 6.5, of 72.5 it is 7.25
        ("10%", "60×5, 65×5, 72.5×5, 80×5"),
        ("1 kg", "60×5, 61×5, 62×5, 63×5"),
        # 10 lb are 4.5 kg, nearer to 5 than to 2.5
        ("10 lb", "60×5, 65×5, 70×5, 75×5"),
        ("1 rep", "60×5, 60×6, 60×7, 60×8"),
    ],
)
def test_a_step_is_added_in_its_unit(step: str, loads: str, lay: Lay) -> None:
    lift = "exercise: barbell-back-squat, sets: 3, reps: 5, load: 60 kg"
    assert done(tried(lay, lift, f"kind: linear, step: {step}", 4).well) == loads


def test_pounds_have_their_own_bar_and_plates(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: barbell-back-squat, sets: 3, reps: 5, load: 65 lb",
        "kind: linear, step: 10 lb, stall: {after: 1, cut: 80%}",
        5,
    )
    assert found.loading.unit == "lb"
    assert found.loading.lightest == 45
    assert done(found.well) == "65×5, 75×5, 85×5, 95×5, 105×5"
    assert done(found.misses) == "65×5, 75×5, 85×5 missed, 45×5 cut, 55×5"


def test_a_step_in_pounds_makes_the_example_one_in_pounds(lay: Lay) -> None:
    lift = "exercise: barbell-back-squat, sets: 3, reps: 5, load: 70%"
    # 70 % of 200 lb
    assert done(tried(lay, lift, "kind: linear, step: 5 lb", 3).well) == "140×5, 145×5, 150×5"


def test_a_step_in_sets_ends_at_the_most_sets_of_an_exercise(lay: Lay) -> None:
    lift = "exercise: barbell-back-squat, sets: 3, reps: 5, load: 60 kg"
    found = tried(lay, lift, "kind: linear, step: 1 set")
    assert sets(found.well) == [3, 4, 5, 6, 6, 6, 6, 6]
    assert {item.load for item in found.well} == {Fraction(60)}


def test_without_a_step_the_smallest_plates_are_one(lay: Lay) -> None:
    lift = "exercise: barbell-back-squat, sets: 3, reps: 5, load: 60 kg"
    plan = one_lift(lay, lift, "kind: linear", 3)
    found = trial(plan)
    assert found is not None
    assert done(found.well) == "60×5, 62.5×5, 65×5"
    assert "The author writes no step; the table takes 2.5 kg." in text(plan)


# Misses


def test_no_load_is_lighter_than_the_empty_bar(lay: Lay) -> None:
    plan = one_lift(
        lay,
        "exercise: barbell-back-squat, sets: 3, reps: 5, load: 25 kg",
        "kind: linear, step: 2.5 kg, stall: {after: 2, cut: 50%}",
    )
    found = trial(plan)
    assert found is not None
    # half of 30 kg would be 15
    assert done(found.misses) == (
        "25×5, 27.5×5, 30×5 missed, 30×5 missed, 20×5 cut, 22.5×5, 25×5, 27.5×5"
    )
    assert "3 × 5, the empty bar, <strong>10 kg off</strong>" in text(plan)


def test_an_empty_bar_cannot_get_lighter(lay: Lay) -> None:
    lift = "exercise: barbell-back-squat, sets: 3, reps: 5-12, load: 20 kg, rir: 2"
    plan = one_lift(lay, lift, f"kind: double, {STALL}")
    assert "3 × 5, the empty bar, <strong>no lighter</strong>" in text(plan)


def test_a_cut_says_what_came_off_the_session_before(lay: Lay) -> None:
    lift = "exercise: barbell-back-squat, sets: 3, reps: 5, load: 60 kg, rir: 2"
    said = text(one_lift(lay, lift, f"kind: linear, step: 2.5 kg, {STALL}"))
    # 10 % of 65 kg, to the nearest load there is
    assert "57.5 kg" in said
    assert "<strong>7.5 kg off</strong>" in said
    assert "Session 5 takes 10 % off, to the nearest load there is" in said


def test_a_cut_after_an_easy_session_is_off_the_one_that_was_missed(lay: Lay) -> None:
    lift = "exercise: barbell-back-squat, sets: 4, reps: 5, load: 60 kg, rir: 2"
    stall = "stall: {after: 1, cut: 10%}"
    said = text(one_lift(lay, lift, f"kind: linear, step: 2.5 kg, {stall}", 3, EASY + MORE))
    # 65 kg in session 3, an easy session, then 57.5 kg
    assert "<strong>7.5 kg off</strong>" in said


def test_a_cut_from_a_load_the_plan_makes_heavier_says_its_share(lay: Lay) -> None:
    more = (
        "  - name: More\n    weeks: 4\n    sessions:\n      - {name: Legs, day: monday, exercises: "
        "[{exercise: barbell-back-squat, sets: 4, reps: 5, load: 80 kg, rir: 2}]}\n"
    )
    lift = "exercise: barbell-back-squat, sets: 4, reps: 5, load: 60 kg, rir: 2"
    stall = "stall: {after: 1, cut: 10%}"
    plan = one_lift(lay, lift, f"kind: linear, step: 2.5 kg, {stall}", 3, more)
    assert "<strong>10 % off</strong>" in text(plan)


def test_a_load_of_the_plan_climbs_back_from_the_empty_bar(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: barbell-back-squat, sets: 3, reps: 5, load: 30%, rir: 4",
        "kind: percent, step: 5 kg, stall: {after: 1, cut: 90%}",
        6,
    )
    # 90 % of 30 would leave 3 kg, so it climbs from the bar and not from there
    assert done(found.misses) == "30×5, 30×5, 30×5 missed, 20×5 cut, 25×5, 30×5"


EASY = "  - {name: Ease, weeks: 1, deload: true, like: Build, sets: 50%, load: 90%, rir: 4}\n"
MORE = "  - {name: More, weeks: 4, like: Build}\n"


def test_a_deload_is_no_miss_and_no_progress(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: barbell-back-squat, sets: 4, reps: 5, load: 60 kg, rir: 2",
        f"kind: linear, step: 2.5 kg, {STALL}",
        3,
        EASY + MORE,
    )
    # Misses in 3 and 5. The easy session is 90 % of the load at hand: 58.5, rounded down
    assert done(found.misses) == (
        "60×5, 62.5×5, 65×5 missed, 57.5×5 easy, 65×5 missed, 57.5×5 cut, 60×5, 62.5×5"
    )
    assert done(found.well) == "60×5, 62.5×5, 65×5, 57.5×5 easy, 67.5×5, 70×5, 72.5×5, 75×5"
    assert sets(found.well) == [4, 4, 4, 2, 4, 4, 4, 4]


def test_an_open_load_gets_lighter_in_a_deload_by_its_reserve(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: romanian-deadlift, sets: 4, reps: 8, rir: 2",
        "kind: linear, step: 2.5 kg",
        2,
        EASY,
    )
    # 8 + 2 repetitions are 80 %, 8 + 4 are 76 %: 82.5 × 76 / 80 is 78.4
    assert done(found.well) == "80×8, 82.5×8, 77.5×8 easy"


def test_a_program_of_deloads_alone_stays_where_it_is(lay: Lay) -> None:
    plan = one_lift(
        lay, "exercise: leg-press, sets: 1, reps: 8-10, rir: 4", f"kind: double, {STALL}"
    )
    blocks = tuple(replace(block, deload=True) for block in plan.program.blocks)
    found = trial(lay_out(replace(plan.program, blocks=blocks), plan.library))
    assert found is not None
    assert found.misses == ()
    assert len(found.well) == 8


def test_more_misses_to_a_cut_than_sessions_are_said(lay: Lay) -> None:
    plan = one_lift(
        lay,
        "exercise: barbell-back-squat, sets: 3, reps: 5, load: 60 kg",
        "kind: linear, step: 2.5 kg, stall: {after: 10, cut: 10%}",
    )
    found = trial(plan)
    assert found is not None
    assert [item.missed for item in found.misses] == [False] * 2 + [True] * 6
    assert not any(item.cut for item in found.misses)
    assert "The cut comes after 10 such sessions." in text(plan)


def test_without_a_word_about_misses_there_is_one_column(lay: Lay) -> None:
    lift = "exercise: barbell-back-squat, sets: 3, reps: 5, load: 60 kg"
    plan = one_lift(lay, lift, "kind: linear, step: 2.5 kg")
    found = trial(plan)
    assert found is not None
    assert found.misses == ()
    assert "The author does not say what to do after misses." in text(plan)
    assert text(plan).count('<th scope="col">') == 2


# Without weights, and what the plan changes


def test_a_lift_without_weights_goes_by_versions(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: bodyweight-squat, sets: 2, load: bodyweight, "
        "reps: [8, 9, 9, 10, 10, 10, 10, 10]",
        f"kind: double, step: 1 rep, {STALL}",
    )
    # a harder version where nothing more is asked: in sessions 3, 5, 6, 7 and 8
    assert done(found.well) == "1×8, 1×9, 2×9, 2×10, 3×10, 4×10, 5×10, 6×10"
    # misses in version 2; then version 1, with a tenth of 10 repetitions off for one session
    assert done(found.misses) == "1×8, 1×9, 2×9 missed, 2×10 missed, 1×9 cut, 1×10, 2×10, 3×10"


def test_repetitions_come_off_for_one_session(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: bodyweight-squat, sets: 2, reps: 20, load: bodyweight",
        "kind: linear, step: 2 kg, stall: {after: 1, cut: 25%}",
        6,
    )
    # a quarter of 20 repetitions is 5, and a lift without weights has no use for 2 kg
    assert done(found.misses) == "1×20, 2×20, 3×20 missed, 2×15 cut, 2×20, 3×20"


def test_added_weight_never_falls_below_bodyweight(lay: Lay) -> None:
    plan = one_lift(
        lay,
        "exercise: bulgarian-split-squat, sets: 2, reps: 8, load: bodyweight + 5 kg",
        "kind: linear, step: 2.5 kg, stall: {after: 1, cut: 90%}",
        5,
    )
    found = trial(plan)
    assert found is not None
    # 90 % of 10 kg is 9, nearest to 10
    assert done(found.misses) == "5×8, 7.5×8, 10×8 missed, 0×8 cut, 2.5×8"
    assert "<td>bodyweight<span" in text(plan)
    assert "<td>bodyweight + 2.5 kg<span" in text(plan)


def test_a_leap_in_repetitions_asks_for_another_weight(lay: Lay) -> None:
    found = tried(
        lay,
        "exercise: romanian-deadlift, sets: 3, reps: [8, 8, 12, 12], rir: 2",
        "kind: double, step: 2.5 kg",
        4,
    )
    # 8 + 2 repetitions are 80 %, 12 + 2 are 72 %: 82.5 × 72 / 80 is 74.25
    assert done(found.well) == "80×8, 82.5×8, 72.5×12, 75×12"


def test_a_new_block_that_writes_another_load_begins_with_it(lay: Lay) -> None:
    heavier = (
        "  - name: Heavy\n    weeks: 2\n    sessions:\n"
        "      - {name: Legs, day: monday, exercises: "
        "[{exercise: barbell-back-squat, sets: 3, reps: 5, load: 80 kg}]}\n"
    )
    lift = "exercise: barbell-back-squat, sets: 3, reps: 5, load: 60 kg"
    found = tried(lay, lift, "kind: linear, step: 2.5 kg", 2, heavier)
    assert done(found.well) == "60×5, 62.5×5, 80×5, 82.5×5"


def test_days_that_ask_for_the_same_are_all_followed_and_a_light_day_is_not(lay: Lay) -> None:
    days = ("monday", "wednesday", "friday")
    reps = (5, 5, 12)
    sessions = "".join(
        f"      - {{name: On {day}, day: {day}, exercises: [{{exercise: barbell-back-squat, "
        f"sets: 3, reps: {count}, load: 60 kg}}]}}\n"
        for day, count in zip(days, reps, strict=True)
    )
    plan = lay(
        f"blocks:\n  - name: Build\n    weeks: 2\n    sessions:\n{sessions}"
        "progression: {kind: linear, step: 2.5 kg, text: Add.}\n"
    )
    found = trial(plan)
    assert found is not None
    assert done(found.well) == "60×5, 62.5×5, 65×5, 67.5×5"
    assert [(ask.week, ask.day) for ask in found.asked] == [
        (1, "monday"),
        (1, "wednesday"),
        (2, "monday"),
        (2, "wednesday"),
    ]


# On the site


def text(plan: Plan) -> str:
    """The example of a guide."""
    return "\n".join(
        part.text for section in progression_example(plan, LINKS) for part in section.body
    )


def test_no_progression_and_nothing_to_try_it_on_show_nothing(lay: Lay) -> None:
    assert progression_example(lay("# without progression\n"), LINKS) == ()
    jumps = one_lift(lay, "exercise: box-jump, sets: 3, reps: 5", "kind: linear, step: 1 rep")
    assert progression_example(jumps, LINKS) == ()


@pytest.mark.parametrize("file", sorted((ROOT / "programs").glob("*.yml")), ids=lambda f: f.stem)
def test_each_program_shows_its_first_eight_sessions(file: Path, library: Library) -> None:
    found = review(file, library)
    assert found.plan is not None
    shown = trial(found.plan)
    assert shown is not None
    assert len(shown.well) == len(shown.misses) == 8
    assert sum(item.cut for item in shown.misses) == 1
    assert not any(item.missed or item.cut for item in shown.misses if item.asked.deload)
    said = page(found.plan, Context(library, (found,))).text
    assert "### The first eight sessions, worked out" in said
    assert said.count("<strong>falls short</strong>") == sum(item.missed for item in shown.misses)


def test_the_link_to_how_the_table_is_made_arrives(library: Library) -> None:
    said = counting_page(Context(library, ())).text
    assert f'<dt id="{place(f"count {TERM}")}">{TERM}</dt>' in said


# Whatever a program writes

STEPS = (
    *("1 kg", "2.5 kg", "2 kg", "7 kg", "100 kg", "1 lb", "10 lb", "0.5%", "5%", "100%"),
    *("1 rep", "5 reps", "100 reps", "1 set", "100 sets"),
)
LIFTS = ("barbell-back-squat", "goblet-squat", "leg-press", "bodyweight-squat", "romanian-deadlift")


@st.composite
def weekly_reps(draw: st.DrawFn) -> Weekly[Reps]:
    """Repetitions as one value, a range, or one value a week."""
    found = []
    for _ in range(draw(st.sampled_from((1, 4)))):
        low = draw(st.integers(1, 20))
        high = low + draw(st.sampled_from((0, 0, 2, 4)))
        found.append(Reps(Fraction(low), Fraction(high)))
    return Weekly(tuple(found), listed=len(found) > 1)


@st.composite
def weekly_loads(draw: st.DrawFn) -> Weekly[Load] | None:
    """No load, or percentages, as one value or one a week."""
    count = draw(st.sampled_from((0, 1, 4)))
    shares = [Fraction(draw(st.integers(5, 120))) for _ in range(count)]
    loads = tuple(Load(share, share, "percent") for share in shares)
    return Weekly(loads, listed=count > 1) if loads else None


@st.composite
def progressions(draw: st.DrawFn) -> Progression:
    """Any progression."""
    written = draw(st.sampled_from((None, *STEPS)))
    step = Step.parse(written) if written else None
    stall = draw(st.none() | st.builds(Stall, st.integers(1, 10), st.integers(1, 90).map(_percent)))
    kind = draw(st.sampled_from(("double", "linear", "percent", "rir")))
    return Progression(kind, "As it goes.", step, stall)


def _percent(value: int) -> Percent:
    return Percent(Fraction(value))


@given(
    exercise=st.sampled_from(LIFTS),
    reps=weekly_reps(),
    load=weekly_loads(),
    rule=progressions(),
    rir=st.integers(0, 4),
    deload=st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_a_trial_ends_and_stays_between_the_empty_bar_and_its_steps(
    library: Library,
    exercise: str,
    reps: Weekly[Reps],
    load: Weekly[Load] | None,
    rule: Progression,
    rir: int,
    deload: bool,
) -> None:
    lift = Prescription(
        exercise,
        Weekly((Count(Fraction(3), Fraction(3)),)),
        reps,
        load,
        Weekly((Rir(Fraction(rir), Fraction(rir)),)),
    )
    build = Block("Build", 4, sessions=(Session("Legs", "monday", (lift,)),))
    ease = Block("Ease", 1, deload=True, like="Build", sets=_percent(50), load=_percent(90))
    again = Block("Again", 4, like="Build")
    _, program, _ = load_program(BASE, library, deviable())
    assert program is not None
    blocks = (build, ease, again) if deload else (build, again)
    plan = lay_out(replace(program, blocks=blocks, progression=rule), library)

    found = trial(plan)
    assert found is not None
    assert found == trial(plan)
    assert len(found.well) == 8
    assert len(found.misses) in (0, 8)
    loading = found.loading
    assert loading.weightless == (exercise == "bodyweight-squat" and load is None)
    shares = [ask.share for ask in found.asked]
    most = max(loading.maximum * max(*shares, Fraction(100)) / 100, loading.lightest)
    for _ in range(8):
        most += _step(most, rule, loading.increment)
    most *= max(shares) / min(shares)
    for attempt in (*found.well, *found.misses):
        assert attempt.load % loading.increment == 0
        assert loading.lightest <= attempt.load <= most
        assert attempt.sets <= library.framework.limit("exercise-sets-ceiling")
        assert 1 <= attempt.reps.low <= attempt.reps.high <= 100
        assert not (attempt.asked.deload and (attempt.missed or attempt.cut))
    assert text(plan)


def _step(load: Fraction, rule: Progression, increment: Fraction) -> Fraction:
    """No less than a step can add, whatever its unit is."""
    if rule.step is None or rule.step.unit in ("reps", "sets"):
        return increment
    if rule.step.unit == "%":
        return load * rule.step.amount / 100 + increment
    return max(rule.step.amount, increment)
