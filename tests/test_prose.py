"""DOC004 speaks up about sentences that are wrong about the program, and about no others."""

import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest

from generator.load import load_program
from generator.measure.prose import prose, words
from generator.model import Block, Library, Prescription, Program, Session
from generator.model import program as program_module
from generator.model.spelling import Spelling
from generator.model.target import Percent
from generator.model.text import PROSE, REASON, SUMMARY, TITLE
from generator.plan import Plan, lay_out
from generator.rule import deviable
from generator.rules.doc004_prose_disagrees_with_data import disagreements, measured
from generator.source import Source

BASE = Path(__file__).parent / "rules/base.yml"

Make = Callable[..., Plan]


@pytest.fixture
def plan(library: Library) -> Make:
    """A program of eight loading weeks and one deload week, two sessions of 60 minutes each."""
    _, program, problems = load_program(BASE, library, deviable())
    assert program is not None, problems
    build = replace(program.blocks[0], weeks=5, name="Build")
    build = replace(build, sessions=tuple(_constant(session) for session in build.sessions))
    peak = replace(build, name="Peak", weeks=3)
    easy = Block("Easy", 1, deload=True, like="Build", sets=Percent(Fraction(50)))
    whole = replace(program, title="Legs", summary="Legs.", blocks=(build, peak, easy))

    def made(**fields: object) -> Plan:
        changed: Program = replace(whole, **fields)  # type: ignore[arg-type]
        return lay_out(changed, library)

    return made


def _constant(session: Session) -> Session:
    """A session whose prescriptions are the same every week, so blocks may have any length."""
    exercises = []
    for item in session.exercises:
        assert isinstance(item, Prescription)
        reps = replace(item.reps, values=item.reps.values[:1], listed=False)
        exercises.append(replace(item, reps=reps))
    return replace(session, exercises=tuple(exercises))


LINES_OF_PROSE = {"Swap.when", "Question.q"}
"""Fields of one line that hold a sentence or a part of one."""


def marked(value: Any) -> Any:
    """A value of the model with the name of its field in place of each text in words."""
    if isinstance(value, tuple):
        return tuple(marked(item) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for name, hint in get_type_hints(type(value), include_extras=True).items():
        place = f"{type(value).__name__}.{name}"
        if _in_words(hint) or place in LINES_OF_PROSE:
            changed[name] = place
        elif get_origin(hint) is tuple and _in_words(get_args(hint)[0]):
            changed[name] = (place,)
        elif name in {field.name for field in fields(value)}:
            changed[name] = marked(getattr(value, name))
    return replace(value, **changed)


def _in_words(hint: Any) -> bool:
    spellings = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return any(
        spelling.such_as() in (PROSE, REASON, SUMMARY, TITLE)
        for spelling in spellings
        if isinstance(spelling, Spelling)
    )


def kitchen_sink(library: Library) -> tuple[Source, Program]:
    """The program that has everything."""
    file = Path(__file__).parent / "golden/kitchen-sink.yml"
    source, program, problems = load_program(
        file, replace(library, programs=("minimal",)), deviable()
    )
    assert program is not None, problems
    return source, program


def test_every_text_in_words_is_prose(library: Library) -> None:
    _, program = kitchen_sink(library)
    found = {text for _, text in prose(marked(program)) if text}
    classes = [item for item in vars(program_module).values() if isinstance(item, type)]
    wanted = {
        f"{type_.__name__}.{name}"
        for type_ in classes
        if is_dataclass(type_) and type_.__module__ == program_module.__name__
        for name, hint in get_type_hints(type_, include_extras=True).items()
        if _in_words(hint) or (get_origin(hint) is tuple and _in_words(get_args(hint)[0]))
    }
    assert len(wanted) > 15
    assert found == wanted | LINES_OF_PROSE


def test_each_text_of_a_program_stands_where_its_place_says(library: Library) -> None:
    source, program = kitchen_sink(library)
    for keys, text in prose(program):
        if text:
            written = source.at(keys)
            assert isinstance(written, str)
            assert written.strip() == text


def test_of_a_link_only_the_words_are_read_in_time() -> None:
    assert words("See [the  claim](claim:sex) [and] so\non.") == "See the claim [and] so on."
    start = time.process_time()
    for nasty in ("[" * 20_000, "[](" * 7_000, "[a](b" * 4_000, "[a]" * 7_000):
        words(nasty)
    assert time.process_time() - start < 1


def wrong(plan: Plan) -> list[str]:
    return [phrase.text for phrase, _ in disagreements(plan)]


WRONG = [
    ("Twelve weeks of leg work.", "Twelve weeks"),
    ("A 12-week plan.", "12-week"),
    ("A twelve-week plan.", "twelve-week"),
    ("12 weeks", "12 weeks"),
    ("Six to eight sessions, then 12 more; 10–12 weeks in all.", "10–12 weeks"),
    ("A four- to six-session week and a ten- to twelve-week plan.", "ten- to twelve-week"),
    ("Ten loading weeks.", "Ten loading weeks"),
    ("Build legs over twelve weeks.", "twelve weeks"),
    ("Twenty-four weeks of work.", "Twenty-four weeks"),
    ("Nine weeks of three leg days.", "three leg days"),
    ("Nine weeks of three barbell leg days.", "three barbell leg days"),
    ("Three days a week.", "Three days a week"),
    ("3 days per week", "3 days per week"),
    ("3 days/week", "3 days/week"),
    ("A three-day split.", "three-day split"),
    ("A 4-day leg program.", "4-day leg program"),
    ("Four sessions a week.", "Four sessions a week"),
    ("Four weekly sessions.", "Four weekly sessions"),
    ("Three lower-body workouts.", "Three lower-body workouts"),
    ("Three to four training days.", "Three to four training days"),
    ("Legs three times a week.", "three times a week"),
    ("Only once a week.", "once a week"),
    ("A one-day program.", "one-day program"),
    ("Train legs 3x per week.", "3x per week"),
    ("Train legs 3×/week.", "3×/week"),
    ("Sessions of 40 minutes.", "40 minutes"),
    ("A 40-minute session.", "40-minute"),
    ("35-40 minutes a session.", "35-40 minutes"),
    ("Forty-five minutes in the gym.", "Forty-five minutes"),
    ("At most 50 minutes.", "50 minutes"),
    ("About 50 minutes.", "50 minutes"),
    ("At least three days a week.", "three days a week"),
    ("Under 60-minute sessions? No: 90 minutes.", "90 minutes"),
]

RIGHT = [
    "Nine weeks of two leg days.",
    "Eight loading weeks and one easy week.",
    "A five-week build and a three-week peak.",
    "An 8-10 week plan.",
    "Two days a week, 60 minutes each.",
    "A 2-day split; legs twice a week.",
    "Sessions of 55–60 minutes.",
    "About 65 minutes, never more than 70 minutes.",
    "Up to 60 minutes, at least two days a week.",
    "A 60-minute heavy day and a 40-minute pump day.",
    "Two or three days a week.",
    "The first two weeks are easy.",
    "The last four weeks are hard.",
    "A deload every four weeks.",
    "Test again after six weeks.",
    "Come back after two weeks off.",
    "For lifters who have trained for ten weeks.",
    "You have trained legs, three days a week, for two years.",
    "You have two years of training and six months of squatting.",
    "You squat three times a week.",
    "Each muscle four times a week.",
    "The hamstrings get work three times a week.",
    "One day a week is heavy, the other is light.",
    "Once a week you jump.",
    "Rest three minutes between sets.",
    "Rest for 20 minutes.",
    "Walk for 30 minutes on the other days.",
    "A 10-minute warm-up opens each day.",
    "Thirty minutes of walking helps.",
    "Sleep 7-9 hours; one week at a time.",
    "Week 12 is not part of this.",
    "Two days apart, 48 hours between sessions.",
    "A five-day rest.",
    "Twelve months later you will know.",
    "In a 12-week trial both grew.",
    "Take three leg exercises and two jumps.",
    "Move from three days a week to two.",
    "You already train legs three times a week.",
    "Two leg days and one day of jumps.",
    "One heavy leg day, one light.",
    "Three heavy leg days every other week.",
    "Sets of 12 with 30 s of rest, 2.5 kg more each time.",
]


@pytest.mark.parametrize(("summary", "phrase"), WRONG)
def test_a_wrong_number_in_the_summary_is_quoted(summary: str, phrase: str, plan: Make) -> None:
    assert wrong(plan(summary=summary)) == [phrase]


@pytest.mark.parametrize("summary", RIGHT)
def test_a_right_or_unrelated_number_in_the_summary_is_left_alone(summary: str, plan: Make) -> None:
    assert wrong(plan(summary=summary)) == []


@pytest.mark.parametrize(
    ("title", "phrases"),
    [
        ("Three-Day Legs", ["Three-Day"]),
        ("3-Day Leg Split", ["3-Day Leg Split"]),
        ("Twelve-Week Base", ["Twelve-Week"]),
        ("40-Minute Legs", ["40-Minute"]),
        ("Legs Twice a Week", []),
        ("Two-Day Legs in Nine Weeks", []),
        ("30-Day Legs", []),
    ],
)
def test_the_title_is_read_with_its_short_forms(title: str, phrases: list[str], plan: Make) -> None:
    assert wrong(plan(title=title)) == phrases


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("You have 40 minutes.", ["40 minutes"]),
        ("You can train legs three days a week.", ["three days a week"]),
        ("You want a twelve-week plan.", ["twelve-week"]),
        ("You squat to depth and train legs twice a week.", []),
        ("You have lifted three days a week for a year.", []),
        ("You have less than 70 minutes.", []),
        ("You've been lifting for twelve weeks.", []),
    ],
)
def test_whom_it_is_for_is_read_like_the_summary(
    sentence: str, phrases: list[str], plan: Make
) -> None:
    audience = plan().program.audience
    assert wrong(plan(audience=replace(audience, for_=(sentence,)))) == phrases


OTHER_PROSE = [
    ("This 12-week program ends with a test.", ["12-week"]),
    ("Do this three-day split as written.", ["three-day split"]),
    ("The program’s three sessions are enough.", ["three sessions"]),
    ("This program lasts twelve weeks.", ["twelve weeks"]),
    ("The program is 12 weeks long.", ["12 weeks"]),
    ("This program has three leg days.", ["three leg days"]),
    ("In the twelve weeks of this program nothing else changes.", ["twelve weeks"]),
    ("This 40-minute program fits a lunch break.", ["40-minute"]),
    ("The program's two sessions are enough.", []),
    ("This nine-week program has two leg days.", []),
    ("In the first two weeks of this program go easy.", []),
    ("Twelve weeks is what the study lasted.", []),
    ("Do this three times a week.", []),
    ("You train four days a week.", []),
    ("The program has three sessions for the front of the thigh.", []),
    ("Stretch for 30 minutes.", []),
]


@pytest.mark.parametrize(("sentence", "phrases"), OTHER_PROSE)
@pytest.mark.parametrize("where", ["not_for", "starting_loads", "note", "takeaway"])
def test_other_prose_counts_only_where_it_means_this_program(
    sentence: str, phrases: list[str], where: str, plan: Make
) -> None:
    program = plan().program
    fields: dict[str, object]
    match where:
        case "not_for":
            fields = {"audience": replace(program.audience, not_for=(sentence,))}
        case "starting_loads":
            fields = {"starting_loads": sentence}
        case "note":
            fields = {"blocks": (replace(program.blocks[0], note=sentence), *program.blocks[1:])}
        case _:
            fields = {"takeaways": (replace(program.takeaways[0], text=sentence),)}
    assert wrong(plan(**fields)) == phrases


def test_what_stands_far_away_says_nothing_about_a_number(plan: Make) -> None:
    near = "You have trained, and so on and so on, for twelve weeks."
    far = f"You have trained{', and so on' * 20}, for twelve weeks."
    assert wrong(plan(summary=near)) == []
    assert wrong(plan(summary=far)) == ["twelve weeks"]


def test_the_report_counts_the_numbers_it_read(plan: Make) -> None:
    assert measured(plan(summary="Legs.")) == "no such number in the prose"
    said = measured(plan(summary="Twelve weeks of two leg days."))
    assert said == "1 of 2 numbers in prose agree"
