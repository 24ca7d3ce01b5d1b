"""The numbers of each program's report, worked out by hand from its file.

`worked/<program>.yml` holds sums that somebody wrote with the program in one hand and the counting
page in the other, not with this code. A line of arithmetic is kept as it was written, so that a
reader can follow it: `3*8*72 + 3*8*78`.
"""

import ast
import operator
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from generator.intensity import percent_for
from generator.measure.duration import session_minutes
from generator.measure.sets import fractional_sets, is_metabolic, is_neural, is_tension
from generator.measure.volume import changes, volume_load
from generator.model import Library
from generator.model.number import rounded
from generator.plan import Plan, Week
from generator.review import review

FOLDER = Path(__file__).parent / "worked"
PROGRAMS = sorted(path.stem for path in FOLDER.glob("*.yml"))
OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def value(sum_: str) -> Fraction:
    """What a line of arithmetic comes to, exactly."""

    def of(node: ast.expr) -> Fraction:
        match node:
            case ast.Constant():
                return Fraction(ast.get_source_segment(sum_, node) or "")
            case ast.BinOp(left, sign, right):
                result: Fraction = OPERATORS[type(sign)](of(left), of(right))
                return result
            case ast.UnaryOp(ast.USub(), inner):
                return -of(inner)
        raise ValueError(f"not plain arithmetic: {sum_}")

    return of(ast.parse(sum_, mode="eval").body)


def worked(program: str) -> dict[str, dict[str, object]]:
    """The sums of a program, each as it was written."""
    text = (FOLDER / f"{program}.yml").read_text(encoding="utf-8")
    found: dict[str, dict[str, object]] = yaml.load(text, yaml.BaseLoader)
    return found


@pytest.fixture
def plan(root: Path, library: Library, program: str) -> Plan:
    found = review(root / f"programs/{program}.yml", library).plan
    assert found is not None
    return found


def test_every_program_was_worked_out(library: Library) -> None:
    assert set(library.programs) == set(PROGRAMS)


@pytest.mark.parametrize("program", PROGRAMS)
def test_estimated_loads_come_off_the_curve(program: str, plan: Plan) -> None:
    for effort, sum_ in worked(program)["loads"].items():
        name, _, repetitions = effort.rpartition(" ")
        exercise = plan.library.exercises[name or "barbell-back-squat"]
        assert rounded(value(str(sum_))) == rounded(percent_for(value(repetitions), exercise)), (
            effort
        )


def measured(week: Week, before: Week | None, plan: Plan) -> dict[str, object]:
    """What the code makes of a week, in the shape of the sums."""
    framework = plan.framework
    sets = fractional_sets(week.sets, framework)
    comparable = before is not None and not before.deload and not week.deload
    change = changes((before, week))[0][1] if before is not None and comparable else None
    return {
        "volume": [volume_load(session.sets) for session in week.sessions],
        **({"change": round(change, 1)} if change is not None else {}),
        "sets": {muscle: sets[muscle] for muscle in framework.muscles if sets.get(muscle)},
        "tension": sum(is_tension(s, framework) for s in week.sets),
        "metabolic": sum(is_metabolic(s, framework) for s in week.sets),
        "neural": sum(is_neural(s, framework) for s in week.sets),
        "minutes": [session_minutes(session, framework) for session in week.sessions],
    }


def by_hand(sums: dict[str, object]) -> dict[str, object]:
    """What the sums of a week come to."""
    sets, minutes, volume = sums["sets"], sums["minutes"], sums["volume"]
    assert isinstance(sets, dict)
    assert isinstance(minutes, list)
    assert isinstance(volume, list)
    found: dict[str, object] = {
        "volume": [value(day) for day in volume],
        **({"change": round(value(str(sums["change"])), 1)} if "change" in sums else {}),
        "sets": {muscle: value(sum_) for muscle, sum_ in sets.items()},
        "minutes": [rounded(value(sum_)) for sum_ in minutes],
    }
    return found | {kind: value(str(sums[kind])) for kind in ("tension", "metabolic", "neural")}


@pytest.mark.parametrize("program", PROGRAMS)
def test_each_week_comes_to_what_was_worked_out_by_hand(program: str, plan: Plan) -> None:
    weeks = worked(program)["weeks"]
    assert [f"week {week.number}" for week in plan.weeks] == list(weeks)
    before: Week | None = None
    for week in plan.weeks:
        sums = weeks[f"week {week.number}"]
        assert isinstance(sums, dict)
        assert by_hand(sums) == measured(week, before, plan), f"week {week.number}"
        before = week
