"""A prescribed load rises in steps that are very small or very large.

## What it checks
Loads written in percent, kilograms or pounds, from one loading week of a block to the next. Where
the load of an exercise rises, it should rise by 2 to 10 % of what it was: 70 % to 72 % is a step of
2.9 %. Holding or lowering it is always fine. A ramp such as `72% to 78%` is judged by its weeks,
each rounded to half a percent, kilogram or pound. A week that asks for fewer repetitions than the
week before is left out, since then the load moves to another zone. Bodyweight and RPE are left out
as well, and so are deloads and the border between two blocks. A `progression.step` in percent is
judged by the same range.

## Why it matters
The range comes from a position stand (ACSM, 2009, since superseded): add 2 to 10 % of load once you
can do one or two repetitions more than asked. It was advice for the moment when you are stronger.
To carry it over to loads that are planned ahead is our choice.
[The claim we take it from](claim:overload-mode) says that repetitions are as good for leg growth as
load, and is supported with moderate certainty. It does not say that smaller or larger steps cost
growth. A step below 2 % is often less than the smallest plates, so the plan cannot be followed to
the letter. A step above 10 % takes more of the reserve than most plans mean to. With light
dumbbells a large step may be the only one there is; say so in a deviation.

## What to do
For a small step, hold the load for a week or two and then take one full step. For a large one, go
half way first, or add repetitions before load.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: "70% to 72%", rest: 3 min}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: [70%, 70%, 72%], rest: 3 min}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from generator.finding import Finding, Severity
from generator.measure.lines import Case, worst
from generator.model.number import plain, plain_beside
from generator.plan import Entry, Plan
from generator.rule import Kind, rule


@dataclass(frozen=True)
class Step:
    """A rise of a written load from one week to the next."""

    percent: Fraction
    """Of the former load."""
    where: str
    """Between which loads, as they are written."""


def load_step(before: Entry, after: Entry) -> Step | None:
    """How the load of a prescription rises into a week; nothing where it does not."""
    old, new = before.first.load, after.first.load
    if not old or not new or old.kind != new.kind or old.kind in ("rpe", "bodyweight"):
        return None
    if after.first.reps.middle < before.first.reps.middle:
        return None
    added = new.middle - old.middle
    if added <= 0 or not old.middle:
        return None
    return Step(100 * added / old.middle, f"from {old} to {new}")


def load_steps(plan: Plan) -> Iterator[Case[Step]]:
    """Each rise of a written load; a block that repeats another has the steps of that one."""
    for weeks in plan.blocks:
        if weeks[0].deload or weeks[0].block.like:
            continue
        for before, week in pairwise(weeks):
            for (_, old), (_, entry) in zip(before.entries, week.entries, strict=True):
                if step := load_step(old, entry):
                    yield Case(week, entry, entry.first, step, beyond(step.percent, plan))


def beyond(percent: Fraction, plan: Plan) -> Fraction:
    """How far a step lies outside the range; below zero inside it."""
    low, high = plan.framework.limit("load-step-low"), plan.framework.limit("load-step-high")
    return max(low - percent, percent - high)


def written_step(plan: Plan) -> Fraction | None:
    """The step of the progression section, where it is one in percent."""
    progression = plan.program.progression
    step = progression.step if progression else None
    return step.amount if step and step.unit == "%" else None


def measured(plan: Plan) -> str:
    """The smallest and the largest step."""
    low, high = plan.framework.limit("load-step-low"), plan.framework.limit("load-step-high")
    steps = [case.value.percent for case in load_steps(plan)]
    written = written_step(plan)
    steps += [written] if written else []
    if not steps:
        return "no step of a load in percent or weight"
    least, most = (plain_beside(step, low, high) for step in (min(steps), max(steps)))
    return f"steps of {least} %" if least == most else f"steps of {least} to {most} %"


@rule(
    code="OVL008",
    name="load-step-off-range",
    topic="mechanical-overload",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("overload-mode",),
    thresholds=("load-step-low", "load-step-high"),
    allowed="a load that rises does so by {load-step-low} to {load-step-high} % a step",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per prescription, about its worst step, and one for the written step."""
    low, high = plan.framework.limit("load-step-low"), plan.framework.limit("load-step-high")
    asked = f"a step of {plain(low)} to {plain(high)} % is advised"
    for case in worst(plan, (c for c in load_steps(plan) if c.distance > 0)):
        step = case.value
        yield Finding(
            case.keys("load"),
            f"{case.entry.exercise.name}: the load rises by {plain_beside(step.percent, low, high)}"
            f" % into week {case.week.number}, {step.where}; {asked}",
            "Hold the load for a week or two, then take one full step."
            if step.percent < low
            else "Go half way first, or add repetitions before load.",
        )
    written = written_step(plan)
    if written and beyond(written, plan) > 0:
        yield Finding(
            ("progression", "step"),
            f"the program adds {plain_beside(written, low, high, places=3)} % of load at a time; "
            f"{asked}",
            f"Write a step from {plain(low)} to {plain(high)} %, or one in kilograms or pounds.",
        )
