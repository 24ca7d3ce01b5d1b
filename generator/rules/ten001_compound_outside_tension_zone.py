"""A compound lift's tension work is lighter or heavier than the framework's zone.

## What it checks
Hard sets of compound exercises in loading weeks. Their load has to be from 65 to 85 % of the 1RM,
as written or, where it is not written in percent, estimated from repetitions + RIR. Holds and jumps
are left out, and so are metabolic sets that are not heavier than the zone.

## Why it matters
The framework says that legs grow from compound lifts at 65 to 85 %, and the rule is enforced as it
stands. The evidence [contradicts](claim:tension-load-zone) the word "needs": sets from about 30 to
90 % grow muscle alike when they end close to failure. What stays true is practical. The zone takes
fewer repetitions, is less unpleasant than very light sets, and carries over better to strength.
A program that leaves it on purpose can say why in a deviation.

## What to do
Below the zone, add load and take repetitions away, or move the exercise to the metabolic work after
the heavy lifts. Above it, take load off and add a repetition or two. Where the load is estimated,
fewer repetitions + RIR mean a heavier set.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 3, load: 90%, rir: 1, rest: 3 min}
          - {exercise: romanian-deadlift, sets: 3, reps: 8, rir: 2, rest: 3 min}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 5, load: 85%, rir: 1, rest: 3 min}
          - {exercise: romanian-deadlift, sets: 3, reps: 8, rir: 2, rest: 3 min}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Severity
from generator.intensity import Intensity
from generator.measure.lines import Case, set_by_set, worst
from generator.measure.sets import is_hard, is_metabolic
from generator.model.number import plain, plain_beside
from generator.plan import Entry, Plan, PlannedSet, Week
from generator.rule import Kind, rule


def compound_work(plan: Plan) -> Iterator[tuple[Week, Entry, PlannedSet, Intensity]]:
    """The sets that are to build tension in compound lifts, with their load."""
    for week, entry, set_ in set_by_set(plan.loading_weeks):
        if set_.exercise.kind != "compound" or set_.intensity is None:
            continue
        # light work with short rests is meant for something else, heavy work is not
        light = set_.intensity.percent <= plan.framework.limit("tension-load-high")
        if is_hard(set_, plan.framework) and not (light and is_metabolic(set_, plan.framework)):
            yield week, entry, set_, set_.intensity


def measured(plan: Plan) -> str:
    """The lightest and the heaviest of them."""
    loads = [load.percent for _, _, _, load in compound_work(plan)]
    if not loads:
        return "no tension work with compounds"
    limits = [plan.framework.limit(f"tension-load-{end}") for end in ("low", "high")]
    low, high = (plain_beside(load, *limits) for load in (min(loads), max(loads)))
    return f"{low} % of the 1RM" if low == high else f"{low} to {high} % of the 1RM"


def outside(plan: Plan, low: Fraction, high: Fraction) -> Iterator[Case[Intensity]]:
    """The sets that miss the zone."""
    for week, entry, set_, load in compound_work(plan):
        if not low <= load.percent <= high:
            yield Case(week, entry, set_, load, max(low - load.percent, load.percent - high))


def origin(case: Case[Intensity], plan: Plan) -> str:
    """Where the number comes from, in a lifter's words."""
    set_ = case.set
    if not case.value.estimated:
        return "as written"
    reserve = (
        f"{set_.rir} RIR"
        if set_.rir
        else f"{plain(plan.framework.limit('unstated-rir'))} RIR assumed"
    )
    return f"estimated from {set_.reps} reps + {reserve}"


@rule(
    code="TEN001",
    name="compound-outside-tension-zone",
    topic="mechanical-tension",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    claims=("tension-load-zone",),
    thresholds=(
        "tension-load-low",
        "tension-load-high",
        "hard-set-rir",
        "metabolic-rest-high",
        "unstated-rir",
    ),
    allowed="compounds at {tension-load-low} to {tension-load-high} % of the 1RM",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per prescription, about its worst week."""
    low = plan.framework.limit("tension-load-low")
    high = plan.framework.limit("tension-load-high")
    for case in worst(plan, outside(plan, low, high)):
        load = case.value
        light = load.percent < low
        yield Finding(
            case.keys("reps" if load.estimated else "load"),
            f"{case.entry.exercise.name} works at {plain_beside(load.percent, low, high)} % of the "
            f"1RM in week {case.week.number}, {origin(case, plan)}; the framework wants "
            f"{plain(low)} to {plain(high)} %",
            "Go heavier for fewer repetitions, or make it metabolic work after the heavy lifts."
            if light
            else "Go lighter for a repetition or two more.",
        )
