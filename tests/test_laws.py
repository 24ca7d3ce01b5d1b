"""Laws that hold for every program the loader accepts, tried on programs made at random.

A failure prints the program as YAML; save it as a file and `pillars check` it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

import pytest
import yaml
from conftest import ROOT
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from generator.finding import Finding, Severity
from generator.load import load_program
from generator.measure.sets import direct_sets, fractional_sets
from generator.measure.volume import volume_load
from generator.model import Library
from generator.model.program import DAYS, GOALS, LEVELS, RANGES, SET_TYPES
from generator.model.spellings import LOAD, REPS, REST, RIR, SETS, TEMPO
from generator.model.vocabulary import EQUIPMENT, TOPICS
from generator.plan import Plan, lay_out
from generator.rule import all_rules, deviable, run
from generator.source import Source

Data = dict[str, Any]
"""A program file, or a part of one, as plain values."""
Review = Callable[[Data], tuple[Plan, tuple[Finding, ...]]]

EXERCISES = sorted(path.stem for path in (ROOT / "content/exercises").glob("*.yml"))
CLAIMS = sorted(path.stem for path in (ROOT / "content/evidence/claims").glob("*.yml"))
DEVIABLE = sorted(rule.code for rule in all_rules() if not rule.fixed)
WEEKLY = {"sets": SETS, "reps": REPS, "load": LOAD, "rir": RIR, "tempo": TEMPO, "rest": REST}
"""The fields that may change over the weeks, and how each is read."""

law = settings(
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


# Programs made at random


def spelled(values: str) -> st.SearchStrategy[str]:
    """One of a few spellings, written in a row."""
    return st.sampled_from(values.split(" | "))


REPETITIONS = (
    st.integers(1, 30).map(str),
    spelled("6-8 | 8-12 | 10-15 | 12–15 | 1-3"),
    st.integers(3, 15).map(lambda number: f"{number}+"),
    spelled("20 s | 30 s | 30-45 s | 60 sec"),
)
LOADS = (
    st.integers(25, 95).map(lambda percent: f"{percent}%"),
    spelled("70-75% | 62.5 % | 80% of 1RM | 90-95 %"),
    spelled("60 kg | 22.5 kg | 100 kg"),
    spelled("135 lb | 45 lbs"),
    spelled("RPE 8 | RPE 7-8 | @9 | RPE 6.5"),
    spelled("bodyweight | bw | bodyweight + 10 kg"),
)
RESERVES = spelled("0 | 1 | 2 | 3 | 4 | 5 | 6 | 1-2 | 0.5 | 3-5")
TEMPOS = spelled("3-1-1-0 | 2010 | 2-0-X-0 | 4-0-1-0 | 31X1 | 1-0-1 | 10-0-10-0")
RESTS = spelled("30 s | 45s | 60 s | 1:00 | 90 s | 1:30 | 2 min | 2-3 min | 2 min 15 s | 4 min")


@st.composite
def over_weeks(
    draw: st.DrawFn, values: st.SearchStrategy[str], weeks: int, *, ramps: bool = True
) -> Any:
    """One value, one for each week, or a line from the first to the last."""
    ways = ["one", "one", "list", *(["ramp"] if ramps and weeks > 1 else [])]
    match draw(st.sampled_from(ways)):
        case "list":
            return draw(st.lists(values, min_size=weeks, max_size=weeks))
        case "ramp":
            return f"{draw(values)} to {draw(values)}"
    return draw(values)


@st.composite
def prescriptions(draw: st.DrawFn, weeks: int, *, rests: bool = True) -> Data:
    """One exercise with anything a prescription may say."""
    item: Data = {
        "exercise": draw(st.sampled_from(EXERCISES)),
        "sets": draw(over_weeks(st.integers(1, 6).map(str), weeks)),
        "reps": draw(over_weeks(draw(st.sampled_from(REPETITIONS)), weeks)),
    }
    if draw(st.booleans()):
        item["load"] = draw(over_weeks(draw(st.sampled_from(LOADS)), weeks))
    effort = "load" in item and any(value.kind == "rpe" for value in LOAD.read(item["load"]).values)
    if not effort and draw(st.booleans()):
        item["rir"] = draw(over_weeks(RESERVES, weeks))
    if draw(st.booleans()):
        item["tempo"] = draw(over_weeks(TEMPOS, weeks, ramps=False))
    if rests and draw(st.booleans()):
        item["rest"] = draw(over_weeks(RESTS, weeks))
    kind = draw(st.sampled_from(("straight", *SET_TYPES)))
    if kind != "straight":
        item["set_type"] = kind
        item["set_type_on"] = draw(st.sampled_from(("all", "last")))
        if draw(st.booleans()):
            item |= {"mini_sets": "3", "mini_rest": "15 s", "drop": "20%"}
    if draw(st.integers(0, 3)) == 0:
        item["range_of_motion"] = draw(st.sampled_from(RANGES))
        item["warmup"] = ["8 @ 50%", "3 @ 80%"]
        item["swap"] = [{"exercise": draw(st.sampled_from(EXERCISES)), "when": "it is taken"}]
    return item


@st.composite
def items(draw: st.DrawFn, weeks: int) -> Data:
    """An exercise alone, or a superset or circuit."""
    kind = draw(st.sampled_from(("alone", "alone", "alone", "superset", "circuit")))
    if kind == "alone":
        return draw(prescriptions(weeks))
    least = 2 if kind == "superset" else 3
    members = st.lists(prescriptions(weeks, rests=False), min_size=least, max_size=3)
    group: Data = {kind: draw(members)}
    if draw(st.booleans()):
        group["rest"] = draw(over_weeks(RESTS, weeks))
    return group


@st.composite
def blocks(draw: st.DrawFn, number: int, written: list[str]) -> Data:
    """A block with sessions of its own, or one that repeats an earlier block."""
    weeks = draw(st.integers(1, 5))
    block: Data = {"name": f"Block {number}", "weeks": str(weeks)}
    if number and draw(st.booleans()):
        block["deload"] = "true"
    if number and draw(st.booleans()):
        block["like"] = draw(st.sampled_from(written))
        if draw(st.booleans()):
            shares = {"sets": spelled("30% | 50% | 66% | 100% | 120%"),
                      "load": spelled("60% | 90% | 100% | 105%"),
                      "rir": spelled("1 | 3-4 | 5 | 6")}  # fmt: skip
            for name in draw(st.sets(st.sampled_from(sorted(shares)), min_size=1)):
                block[name] = draw(shares[name])
        return block
    days = draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True))
    block["sessions"] = [
        {
            "name": f"Session {day}",
            "day": day,
            "exercises": draw(st.lists(items(weeks), min_size=1, max_size=4)),
        }
        for day in days
    ]
    return block


SECTIONS: Mapping[str, st.SearchStrategy[Any]] = {
    "progression": st.fixed_dictionaries(
        {"kind": spelled("double | linear | percent | rir"), "text": st.just("Add a little.")},
        optional={
            "step": spelled("2.5 kg | 5 lb | 2.5% | 1 rep | 1 set"),
            "stall": st.just({"after": "2", "cut": "10%"}),
        },
    ),
    "starting_loads": st.just("Begin with three clean repetitions in reserve."),
    "recovery": st.fixed_dictionaries(
        {"sleep": spelled("7-9 h | 5 h | 8 h"), "text": st.just("Leave a day between.")}
    ),
    "nutrition": st.fixed_dictionaries(
        {
            "protein": spelled("1.6-2.2 g/kg | 1 g/kg | 1.5-2 g/kg"),
            "energy": spelled("maintenance | +5% | +30% | -300 kcal | -700 kcal"),
            "text": st.just("Eat enough."),
        }
    ),
    "faq": st.just([{"q": "Can I add a day?", "a": "No."}]),
    "origin": st.just({"name": "An old book", "differs": "It has legs."}),
    "deviations": st.lists(
        st.fixed_dictionaries(
            {
                "rule": st.sampled_from(DEVIABLE),
                "reason": st.just("It is tried here so that every deviation meets every rule."),
            }
        ),
        min_size=1,
        max_size=2,
    ),
}


@st.composite
def programs(draw: st.DrawFn) -> Data:
    """A program file that the loader accepts."""
    written: list[Data] = []
    for number in range(draw(st.integers(1, 4))):
        names = [block["name"] for block in written if "sessions" in block]
        written.append(draw(blocks(number, names)))
    program: Data = {
        "title": "A program made at random",
        "summary": "Nobody should train like this; it is here to see that every rule can read it.",
        "level": draw(st.sampled_from(LEVELS)),
        "goal": draw(st.sampled_from(GOALS)),
        "equipment": draw(st.lists(st.sampled_from(EQUIPMENT), min_size=1, unique=True)),
        "session_minutes": draw(spelled("10 | 45 | 60 | 90 | 240")),
        "authors": [{"name": "Chance"}],
        "audience": {"for": ["You like surprises."], "not_for": ["You have knees."]},
        "takeaways": draw(st.lists(
            st.fixed_dictionaries({
                "text": st.just("Let the work grow in small steps."),
                "pillar": st.sampled_from(TOPICS),
                "claims": st.lists(st.sampled_from(CLAIMS), max_size=2, unique=True),
            }), min_size=1, max_size=8)),
        "blocks": written,
    }  # fmt: skip
    for name in draw(st.sets(st.sampled_from(sorted(SECTIONS)))):
        program[name] = draw(SECTIONS[name])
    return program


class Plain(yaml.CSafeDumper):
    """Writes what the format has: no anchors, no aliases."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def text_of(program: Data) -> str:
    """The program as the YAML file an author would have written."""
    return yaml.dump(program, Dumper=Plain, sort_keys=False, allow_unicode=True, width=100)


@pytest.fixture(scope="module")
def reviewed(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Review:
    """Lays a program out and lets every rule look at it; the program is printed if a law fails."""
    file = tmp_path_factory.mktemp("laws") / "random.yml"

    def look(program: Data) -> tuple[Plan, tuple[Finding, ...]]:
        text = text_of(program)
        note(text)
        file.write_text(text, encoding="utf-8")
        source: Source
        source, found, problems = load_program(file, library, deviable(), "random.yml")
        assert found is not None, [f"{p.place.line}: {p.message} {p.hint}" for p in problems]
        plan = lay_out(found, library)
        return plan, run(plan, source)

    return look


# Other ways to write the same program


def written_prescriptions(block: Data) -> Iterator[Data]:
    """Every prescription of a block, and every group for its rest."""
    for session in block.get("sessions", ()):
        for item in session["exercises"]:
            yield item
            yield from item.get("superset", ()) or item.get("circuit", ())


def spell_out(block: Data, weeks: list[int], of: int) -> None:
    """Write every value of a block as a list: its values in some weeks of a block of `of` weeks."""
    for item in written_prescriptions(block):
        for name in WEEKLY.keys() & item.keys():
            values = WEEKLY[name].read(item[name])
            item[name] = [str(values.at(week, of)) for week in weeks]


def with_lists(program: Data) -> Data:
    """The same program with a list wherever a value may change over the weeks."""
    same = deepcopy(program)
    for block in same["blocks"]:
        weeks = int(block["weeks"])
        spell_out(block, list(range(weeks)), weeks)
    return same


def without_likes(program: Data) -> Data:
    """The same program with the sessions of unchanged repetitions written out.

    A deload does straight sets of special ones, which is a change; it stays as it is.
    """
    same = deepcopy(program)
    for block in same["blocks"]:
        if "like" in block and not block.keys() & {"deload", "sets", "load", "rir"}:
            original = next(b for b in program["blocks"] if b["name"] == block["like"])
            weeks, of = int(block["weeks"]), int(original["weeks"])
            del block["like"]
            block["sessions"] = deepcopy(original["sessions"])
            followed = list(range(weeks)) if weeks == of else [of - 1] * weeks
            spell_out(block, followed, of)
    return same


def measured(plan: Plan) -> dict[str, str]:
    """What every rule measures."""
    return {rule.code: rule.measured(plan) for rule in all_rules()}


# The laws


@law
@given(program=programs())
def test_every_rule_can_read_every_program(program: Data, reviewed: Review) -> None:
    plan, found = reviewed(program)
    for finding in found:
        assert finding.message
        assert not finding.message.endswith("."), finding.message
    assert [code for code, words in measured(plan).items() if not words] == []


@law
@given(program=programs(), which=st.integers(0, 1000))
def test_one_more_set_never_counts_less(program: Data, which: int, reviewed: Review) -> None:
    more = deepcopy(program)
    all_items = [item for block in more["blocks"] for item in written_prescriptions(block)]
    exercises = [item for item in all_items if "exercise" in item]
    item = exercises[which % len(exercises)]
    written = item["sets"]
    if isinstance(written, list):
        item["sets"] = [str(int(sets) + 1) for sets in written]
    else:
        item["sets"] = " to ".join(str(int(sets) + 1) for sets in written.split(" to "))
    before, after = reviewed(program)[0], reviewed(more)[0]
    for less, now in zip(before.weeks, after.weeks, strict=True):
        assert volume_load(now.sets) >= volume_load(less.sets)
        for count in (direct_sets, fractional_sets):
            had, has = count(less.sets, before.framework), count(now.sets, after.framework)
            assert [muscle for muscle in had if has[muscle] < had[muscle]] == []


@law
@given(program=programs())
def test_a_list_of_the_same_values_says_the_same(program: Data, reviewed: Review) -> None:
    plan, found = reviewed(program)
    listed, found_in_lists = reviewed(with_lists(program))
    assert [week.sets for week in listed.weeks] == [week.sets for week in plan.weeks]

    def said(findings: tuple[Finding, ...]) -> Counter[tuple[str, str, str]]:
        return Counter((f.code, f.severity.value, f.message) for f in findings)

    assert said(found_in_lists) == said(found)
    assert measured(listed) == measured(plan)


@st.composite
def programs_that_repeat(draw: st.DrawFn) -> Data:
    """A program whose first block comes once more, unchanged, for as many weeks or for others."""
    program = draw(programs())
    again = {
        "name": "Once more",
        "weeks": draw(st.sampled_from((program["blocks"][0]["weeks"], "1", "3"))),
        "like": program["blocks"][0]["name"],
    }
    program["blocks"].insert(draw(st.integers(1, len(program["blocks"]))), again)
    return program


@law
@given(program=programs_that_repeat())
def test_a_repeated_block_written_out_is_judged_the_same(program: Data, reviewed: Review) -> None:
    plan, found = reviewed(program)
    out, found_out = reviewed(without_likes(program))
    assert [week.sets for week in out.weeks] == [week.sets for week in plan.weeks]
    assert {(f.code, f.severity) for f in found_out} == {(f.code, f.severity) for f in found}
    assert measured(out) == measured(plan)


LIGHTER_NEVER_WORSE = ("mechanical-overload", "mechanical-tension", "recovery")
"""Topics whose rules a lighter deload cannot make unhappier."""
RANK = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@st.composite
def lighter_deloads(draw: st.DrawFn) -> tuple[Data, Data]:
    """A program with a deload that repeats a block, and the same with a lighter one."""
    program = draw(programs())
    template = program["blocks"][0]["name"]
    deload: Data = {
        "name": "Deload", "weeks": "1", "deload": "true", "like": template,
        "sets": "80%", "load": "95%", "rir": "2",
    }  # fmt: skip
    for name in draw(st.sets(st.sampled_from(("sets", "load", "rir")), max_size=2)):
        del deload[name]
    at = draw(st.integers(1, len(program["blocks"])))
    program["blocks"].insert(at, deload)
    lighter = deepcopy(program)
    how = draw(st.sampled_from(("sets", "load", "rir")))
    # a lift may keep up to six in reserve by itself; less than that would be harder
    reserve = "4" if "rir" in deload else "6"
    lighter["blocks"][at][how] = {"sets": "50%", "load": "80%", "rir": reserve}[how]
    return program, lighter


@law
@given(pair=lighter_deloads())
def test_a_lighter_deload_adds_no_finding_about_the_load(
    pair: tuple[Data, Data], reviewed: Review
) -> None:
    heavy, light = (reviewed(program)[1] for program in pair)
    topics = {rule.code: rule.topic for rule in all_rules()}
    # repetitions in reserve that a written load does not leave are impossible, not light
    codes = {c for c, topic in topics.items() if topic in LIGHTER_NEVER_WORSE} - {"TEN003"}

    def count(findings: tuple[Finding, ...], code: str, worst: int) -> int:
        return sum(f.code == code and RANK.index(f.severity) <= worst for f in findings)

    assert {
        f"{code} {RANK[worst]}"
        for code in sorted(codes)
        for worst in range(len(RANK))
        if count(light, code, worst) > count(heavy, code, worst)
    } == set()
