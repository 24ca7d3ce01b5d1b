"""Liftoscript is read back by a reader of our own and compared with the plan, set by set.

The reader knows the notation from its description, and nothing of the module that writes it.
"""

import base64
import gzip
import json
import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from urllib.parse import parse_qs, urlsplit

import pytest
from exported import ALL, KITCHEN_SINK, plan_of

from generator.export.liftoscript.amounts import UNITS, Unit
from generator.export.liftoscript.carrying import import_file, link
from generator.export.liftoscript.lint import faults
from generator.export.liftoscript.losses import losses, missing
from generator.export.liftoscript.names import EQUIPMENT, MINE, THEIRS
from generator.export.liftoscript.script import script
from generator.measure.sets import is_weighted
from generator.model import Library
from generator.model.quantity import Between
from generator.plan import Entry, Plan, PlannedSet, lay_out

ADDRESS = "https://example.org/programs/x/"


@dataclass
class ReadSet:
    """One set, as the app would have it."""

    low: Fraction
    high: Fraction
    open: bool = False
    label: str = ""
    rpe: Fraction | None = None
    percent: Fraction | None = None
    weight: tuple[Fraction, str] | None = None
    rest: int | None = None
    hold: Fraction | None = None


@dataclass
class ReadExercise:
    """One line of an exercise, with the notes above it."""

    name: str
    notes: list[str]
    label: str = ""
    sets: list[ReadSet] = field(default_factory=list)
    warmup: list[tuple[Fraction, Fraction]] = field(default_factory=list)
    superset: str = ""


@dataclass
class ReadDay:
    """A session, with the notes above its heading."""

    name: str
    notes: list[str]
    exercises: list[ReadExercise] = field(default_factory=list)


@dataclass
class ReadWeek:
    """A week, with the notes above its heading."""

    name: str
    notes: list[str]
    days: list[ReadDay] = field(default_factory=list)


def read(text: str) -> list[ReadWeek]:
    """The weeks of a text."""
    weeks: list[ReadWeek] = []
    notes: list[str] = []
    for line in text.split("\n"):
        if not line.strip() or line.startswith("///"):
            continue
        if line.startswith("//"):
            notes.append(line[2:].strip())
            continue
        above, notes = notes, []
        if line.startswith("## "):
            weeks[-1].days.append(ReadDay(line[3:], above))
        elif line.startswith("# "):
            weeks.append(ReadWeek(line[2:], above))
        else:
            weeks[-1].days[-1].exercises.append(exercise_line(line, above))
    assert not notes, "a note that stands above nothing"
    return weeks


def exercise_line(line: str, notes: list[str]) -> ReadExercise:
    head, *sections = (part.strip() for part in line.split(" / "))
    label, _, name = head.rpartition(": ")
    found = ReadExercise(name, notes, label)
    for section in sections:
        kind, colon, value = section.partition(": ")
        if colon and kind == "warmup":
            for step in [] if value == "none" else value.split(", "):
                times, share = step.split(" ")
                assert (times[:2], share[-1]) == ("1x", "%")
                found.warmup.append((Fraction(times[2:]), Fraction(share[:-1])))
        elif colon and kind == "superset":
            found.superset = value
        else:
            assert not colon, section
            assert not found.sets, section
            for group in section.split(", "):
                found.sets += sets_of(group)
    return found


def sets_of(text: str) -> list[ReadSet]:
    first, *words = text.split(" ")
    count, _, reps = first.partition("x")
    low, _, high = reps.removesuffix("+").partition("-")
    one = ReadSet(Fraction(low), Fraction(high or low), reps.endswith("+"))
    for word in words:
        if word.startswith("@"):
            one.rpe = Fraction(word[1:])
        elif word.endswith("%"):
            one.percent = Fraction(word[:-1])
        elif word.startswith("("):
            one.label = word.strip("()")
            assert len(one.label) <= 8
        elif "|" in word:
            hold, _, rest = word.partition("|")
            one.hold = Fraction(hold.removesuffix("s"))
            one.rest = None if rest == "?" else int(rest.removesuffix("s"))
        elif word[-2:] in ("kg", "lb"):
            one.weight = Fraction(word[:-2]), word[-2:]
        else:
            assert re.fullmatch(r"\d+s", word), word
            one.rest = int(word[:-1])
    return [one] * int(count)


@pytest.fixture(scope="module", params=ALL, ids=lambda file: file.stem)
def plan(request: pytest.FixtureRequest, library: Library) -> Plan:
    return plan_of(request.param, library)


@pytest.fixture(params=UNITS)
def unit(request: pytest.FixtureRequest) -> Unit:
    found: Unit = request.param
    return found


@pytest.mark.parametrize("own", [True, False], ids=["import", "text"])
def test_what_is_read_back_is_the_plan_or_is_told_as_lost(
    plan: Plan, unit: Unit, own: bool
) -> None:
    weeks = read(script(plan, unit, own=own, address=ADDRESS).text)
    lost = {loss.id for loss in losses(plan, unit, own=own)}
    lacking = {exercise.id for exercise in missing(plan)}
    assert len(weeks) == len(plan.weeks)
    assert ("exercises" in lost) == bool(lacking)
    assert ("progression" in lost) == bool(plan.program.progression)
    for week, found in zip(plan.weeks, weeks, strict=True):
        assert found.name.startswith(f"Week {week.number}: {week.block.name}")
        assert found.notes
        for session, day in zip(week.sessions, found.days, strict=True):
            assert day.name == f"{session.day.capitalize()}: {session.name}"
            left_out = [] if own else [e for e in session.entries if e.exercise.id in lacking]
            for entry in left_out:
                assert any(f"{entry.label} {entry.exercise.name}, " in note for note in day.notes)
            kept = [entry for entry in session.entries if entry not in left_out]
            for entry, its in zip(kept, day.exercises, strict=True):
                compare(entry, its, kept, plan, unit, lost)


def compare(
    entry: Entry, its: ReadExercise, kept: list[Entry], plan: Plan, unit: Unit, lost: set[str]
) -> None:
    notes = " ".join(its.notes)
    name, _, equipment = its.name.partition(", ")
    if entry.exercise.id in MINE:
        assert name == entry.exercise.name.replace("-", " ")
    elif (name, equipment) not in THEIRS[entry.exercise.id].values():
        # loaded in a way for which the app has no name
        assert name.startswith(f"{entry.exercise.name} with ")
        assert entry.exercise in missing(plan)
    weighted = is_weighted(entry.first, plan)
    asked = [(Fraction(s.reps), s.share) for s in entry.prescription.warmup] if weighted else []
    assert its.warmup == asked
    members = [other for other in kept if other.group and other.item_keys == entry.item_keys]
    assert its.superset == (entry.label[:-1] if len(members) > 1 else "")
    for number, (set_, one) in enumerate(zip(entry.sets, its.sets, strict=True)):
        compare_set(set_, one, notes, plan, unit, lost)
        after = members[members.index(entry) + 1 :] if members else []
        if any(number < len(other.sets) for other in after):
            assert one.rest == 0
        else:
            assert one.rest == (set_.rest.low if set_.rest else None)
    for told, words in (
        (entry.group == "circuit", "circuits"),
        (bool(entry.swaps), "swaps"),
        (entry.exercise.laterality == "unilateral", "sides"),
        (entry.prescription.range_of_motion != "full", "range-of-motion"),
    ):
        assert not told or words in lost
    for swap in entry.swaps:
        assert swap.name in notes
    if entry.prescription.note and "*" not in entry.prescription.note:
        assert entry.prescription.note in notes


def compare_set(
    set_: PlannedSet, one: ReadSet, notes: str, plan: Plan, unit: Unit, lost: set[str]
) -> None:
    if set_.reps.timed:
        assert (one.low, one.hold) == (Fraction(1), set_.reps.low)
    else:
        assert (one.low, one.high, one.open) == (set_.reps.low, set_.reps.high, set_.reps.open)
    ranges: list[Between | None] = [set_.rir, set_.rest, set_.reps if set_.reps.timed else None]
    ranges.append(set_.load if set_.load and set_.load.kind != "rpe" else None)
    for value in ranges:
        if value and value.low != value.high:
            assert "ranges" in lost
            assert str(value) in notes
    if set_.rir and set_.rir.low <= 4:
        assert one.rpe == 10 - set_.rir.low
    else:
        assert one.rpe is None
        assert not set_.rir or ("easy" in lost and f"{set_.rir} in reserve" in notes)
    compare_load(set_, one, notes, plan, unit, lost)
    assert bool(one.label) == (set_.set_type != "straight")
    assert not one.label or "special" in lost
    if set_.tempo:
        assert "tempo" in lost
        assert str(set_.tempo) in notes


def compare_load(
    set_: PlannedSet, one: ReadSet, notes: str, plan: Plan, unit: Unit, lost: set[str]
) -> None:
    load = set_.load
    percent = load.low if load and load.kind == "percent" else None
    assert one.percent == percent
    by_effort = (load is None or load.kind == "rpe") and is_weighted(set_, plan)
    if percent is not None or by_effort:
        assert one.weight is None
    elif not is_weighted(set_, plan):
        assert one.weight == (Fraction(0), unit)
    else:
        assert load is not None
        assert one.weight is not None
        own = "kg" if load.kind == "bodyweight" else load.kind
        exact = load.low
        if own != unit:
            exact = load.low * Fraction("2.20462262") ** (1 if unit == "lb" else -1)
            assert "units" in lost
            assert str(load) in notes
        assert one.weight[1] == unit
        assert abs(one.weight[0] - exact) <= (Fraction(1, 2) if own != unit else 0)


def test_a_note_of_last_week_does_not_stay_where_there_is_none(library: Library) -> None:
    """The app carries a note on until another one, or an empty one, takes its place."""
    plan = plan_of(KITCHEN_SINK, library)
    carried: dict[tuple[int, str], list[str]] = {}
    for week in read(script(plan, "kg", own=True).text):
        for number, day in enumerate(week.days):
            for exercise in day.exercises:
                key = (number, exercise.name)
                assert exercise.notes or not any(carried.get(key, []))
                carried[key] = exercise.notes


def test_nothing_raises_loads_beside_the_plan(plan: Plan, unit: Unit) -> None:
    """Planned weeks and a rule of progression would raise everything twice, easy weeks too."""
    text = script(plan, unit, own=True).text
    assert not re.search(r"^[^/].*\b(progress|update):", text, re.MULTILINE)


def test_the_link_and_the_import_file_hold_the_same_text(plan: Plan, unit: Unit) -> None:
    address = link(plan, unit, ADDRESS)
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "www.liftosaur.com", "/planner")
    (data,) = parse_qs(parts.query, strict_parsing=True)["data"]
    prefix, _, packed = base64.b64decode(data).decode().partition(",")
    assert prefix == "data:application/octet-stream;base64"
    zipped = base64.b64decode(packed)
    assert zipped[4:8] == b"\0\0\0\0", "a time would make each build another one"
    document = json.loads(gzip.decompress(zipped))
    assert document == json.loads(import_file(plan, unit, ADDRESS))
    assert document["type"] == "v2"
    assert document["program"]["vtype"] == "planner"
    made = script(plan, unit, own=True, address=ADDRESS)
    weeks = [
        ReadWeek(
            week["name"],
            week["description"].split("\n\n"),
            [
                ReadDay(
                    day["name"],
                    day["description"].split("\n\n"),
                    read(f"# w\n## d\n{day['exerciseText']}")[0].days[0].exercises,
                )
                for day in week["days"]
            ],
        )
        for week in document["program"]["weeks"]
    ]
    assert weeks == read(made.text)
    assert len(address) < 8000, "some servers refuse longer addresses"


def test_the_import_file_defines_what_the_app_does_not_have(plan: Plan) -> None:
    document = json.loads(import_file(plan, "kg"))
    own = document["settings"]["exercises"]
    used = {
        exercise.name
        for week in read(script(plan, "kg", own=True).text)
        for day in week.days
        for exercise in day.exercises
    }
    names = {entry["name"] for entry in own.values()}
    assert names <= used
    assert len(names) == len(own) == len(missing(plan))
    for id_, entry in own.items():
        assert entry["id"] == id_
        assert entry["meta"]["targetMuscles"]
        assert not set(entry["meta"]["targetMuscles"]) & set(entry["meta"]["synergistMuscles"])


def test_every_exercise_has_a_name_there_or_is_known_to_have_none(library: Library) -> None:
    assert set(THEIRS) | MINE == set(library.exercises)
    assert not set(THEIRS) & MINE
    for id_, ways in THEIRS.items():
        possible = {item for way in library.exercises[id_].equipment for item in way}
        assert set(ways) <= possible, id_
        for name, equipment in ways.values():
            assert re.fullmatch(r"[A-Za-z ]+", name)
            assert equipment in ("", *EQUIPMENT)


def test_the_text_says_what_it_lost(plan: Plan, unit: Unit) -> None:
    text = script(plan, unit, own=False).text
    for loss in losses(plan, unit, own=False):
        assert f"/// Lost on the way: {loss.text}\n" in text
    assert text.endswith("\n")
    assert "\r" not in text
    assert faults(text) == ()


GOOD = "# Week\n## Day\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Squat / 3x12-8", "runs backwards"),
        ("Squat / 3x0", "no repetitions"),
        ("Squat / 0x8", "no sets"),
        ("Squat / 3x8 @11", "more than all there is"),
        ("Squat / 3x8 75% 100kg", "the weight would win"),
        ("Squat, Rubber / 3x8", "no equipment called Rubber"),
        ("Squat / warmup: none", "not just one list of sets"),
        ("Squat / 3x8 / 4x8", "not just one list of sets"),
        ("Squat / 3×8", "is no set"),
        ("Squat / 3x8–12", "is no set"),
        (" / 3x8", "without a name"),
        ("Squat / 3x8 / warmup: none / warmup: 1x5 50%", "twice"),
        ("Squat / 3x8 / progress: lp(2.5kg)", "although the weeks are planned"),
        ("### Part\nSquat / 3x8", "third level"),
        ("## \nSquat / 3x8", "without a name"),
        ("Squat / 3x8 20kg\nLeg Press / 3x8 20lb", "mixed"),
        ("Squat / 3x8\nSquat / 2x5", "without a label"),
        ("// nothing", "no exercise"),
        ("Push|Up / 3x8", "may not have"),
    ],
)
def test_traps_of_the_notation_are_found(line: str, said: str) -> None:
    found = faults(f"{GOOD}{line}\n")
    assert any(said in fault for fault in found), found


def test_sound_lines_have_no_faults() -> None:
    lines = (
        "Squat / 3x8 72% @7 180s / warmup: 1x8 40%, 1x5 60%",
        "B: Squat / 2x5, 1x5+ / warmup: none",
        "Plank / 2x1 0kg 40s|60s / warmup: none",
        "Step up, Barbell / 3x8-12 (Drop) @8.5 90s / warmup: none / superset: C",
    )
    assert faults(GOOD + "\n".join(lines)) == ()


def test_the_same_exercise_twice_in_a_day_gets_a_label(library: Library) -> None:
    plan = plan_of(ALL[0], library)
    first = plan.program.blocks[0]
    session = first.sessions[0]
    twice = replace(session, exercises=(*session.exercises, session.exercises[0]))
    block = replace(first, sessions=(twice, *first.sessions[1:]))
    again = lay_out(replace(plan.program, blocks=(block,)), library)
    day = read(script(again, "kg", own=True).text)[0].days[0]
    assert day.exercises[-1].name == day.exercises[0].name
    assert (day.exercises[-1].label, day.exercises[0].label) != ("", "")
    assert day.exercises[0].label == ""


def test_a_fixture_for_each_program_there_is() -> None:
    assert len(ALL) > 5
    assert all(file.is_file() for file in ALL)
