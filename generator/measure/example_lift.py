"""The lift a guide tries its progression out on: what the plan asks of it, and its weights."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.model import Exercise
from generator.model.number import rounded_to
from generator.model.program import Prescription
from generator.model.quantity import Load, Reps, Rir
from generator.model.vocabulary import WEIGHTLESS
from generator.plan import Entry, Plan, PlannedSession, Week

GEAR = {"barbell": "barbell", "dumbbell": "dumbbell", "kettlebell": "dumbbell"}
"""What a weight hangs on; any other equipment that takes a weight is a machine."""


@dataclass(frozen=True)
class Loading:
    """How a lift is made heavier, and the example lifter who does it."""

    gear: str
    """`barbell`, `dumbbell`, `machine`, or nothing for a lift without weights."""
    unit: str
    """`kg`, `lb` or `version`."""
    increment: Fraction
    """The smallest difference between two loads."""
    lightest: Fraction
    """The empty bar, the smallest weight, bodyweight alone or the first version."""
    maximum: Fraction
    """The 1RM of the example."""
    added: bool = False
    """Whether the weight is added to the lifter's own."""

    @property
    def weightless(self) -> bool:
        """Whether no weight is lifted but the lifter's own."""
        return self.unit == "version"

    def down(self, load: Fraction) -> Fraction:
        """A load that can be made, no heavier than another."""
        return max(load // self.increment * self.increment, self.lightest)

    def at_least_one(self, load: Fraction) -> Fraction:
        """The nearest difference that can be made, and not none."""
        return max(rounded_to(load, self.increment), self.increment)


@dataclass(frozen=True)
class Asked:
    """What the plan asks of the lift in one session."""

    week: int
    day: str
    deload: bool
    sets: int
    reps: Reps
    rir: Rir | None
    load: Load | None
    """A percentage or a weight; `None` where the effort decides."""
    share: Fraction
    """Load in percent of the 1RM, given or estimated."""
    prescription: Prescription

    @property
    def ranged(self) -> bool:
        """Whether there is a range of repetitions to climb in."""
        return self.reps.low < self.reps.high


def example_lift(plan: Plan) -> Exercise | None:
    """The first compound lift whose load the progression decides; under `percent`, the plan.

    Without one any compound lift will do, then any lift; never a jump or a hold.
    """
    rule = plan.program.progression
    by_plan = rule is not None and rule.kind == "percent"

    def doubts(entry: Entry) -> tuple[bool, bool]:
        written = _written(entry.first.load) is not None
        decided = written and (by_plan or weekly(entry.prescription.load))
        return entry.exercise.kind != "compound", decided != by_plan

    lifts = [entry for entry in plan.prescriptions if entry.first.intensity]
    return min(lifts, key=doubts).exercise if lifts else None


def sessions_with(plan: Plan, exercise: Exercise) -> Iterator[Asked]:
    """Each week's first session with the lift, and those that ask for the same again.

    A lighter day of the same lift has a weight of its own, so it is another story.
    """
    for week in plan.weeks:
        first: Asked | None = None
        for session in week.sessions:
            for entry in session.entries:
                if entry.exercise == exercise and entry.first.intensity:
                    asked = _asked(week, session, entry)
                    first = first or asked
                    if (asked.reps, asked.load, asked.rir) == (first.reps, first.load, first.rir):
                        yield asked
                    break


def _asked(week: Week, session: PlannedSession, entry: Entry) -> Asked:
    set_ = entry.first
    return Asked(
        week.number,
        session.day,
        week.deload,
        len(entry.sets),
        set_.reps,
        set_.rir,
        _written(set_.load),
        set_.intensity.percent if set_.intensity else Fraction(100),
        entry.prescription,
    )


def _written(load: Load | None) -> Load | None:
    """A load that can be put on a bar."""
    return load if load and load.high and load.kind != "rpe" else None


def weekly(value: object) -> bool:
    """Whether a value is written week by week."""
    return bool(getattr(value, "listed", False) or getattr(value, "ramp", False))


def loading_of(plan: Plan, exercise: Exercise, asked: tuple[Asked, ...]) -> Loading:
    written = next((ask.load for ask in asked if ask.load), None)
    gear = gear_of(exercise, frozenset(plan.program.equipment))
    if written is None and (not gear or any(map(_with_bodyweight, asked))):
        return Loading("", "version", Fraction(1), Fraction(1), Fraction(0))
    rule = plan.program.progression
    step = rule.step if rule else None
    if written and written.kind != "percent":
        pounds = written.kind == "lb"
    else:
        pounds = bool(step and step.unit == "lb")
    unit = "lb" if pounds else "kg"
    limit = plan.framework.limit
    increment = limit(f"plate-step-{unit}")
    if step and step.unit == unit and step.amount % increment:
        increment = step.amount
    if written and written.kind == "bodyweight":
        return Loading("", unit, increment, Fraction(0), Fraction(0), added=True)
    if gear == "barbell":
        # the smallest load that can be made and is no lighter than the bar
        lightest = -(-limit(f"empty-bar-{unit}") // increment) * increment
    else:
        lightest = increment
    example = "example-max-dumbbell" if gear == "dumbbell" else "example-max"
    return Loading(gear or "machine", unit, increment, lightest, limit(f"{example}-{unit}"))


def gear_of(exercise: Exercise, owned: frozenset[str]) -> str:
    """What the weight of a lift hangs on with the program's equipment; nothing without one."""
    for way in exercise.equipment:
        if set(way) <= owned and not set(way) <= WEIGHTLESS:
            return next((GEAR[item] for item in way if item in GEAR), "machine")
    return ""


def _with_bodyweight(ask: Asked) -> bool:
    """Whether the author writes bodyweight for the load."""
    load = ask.prescription.load
    return load is not None and any(value.kind == "bodyweight" for value in load.values)
