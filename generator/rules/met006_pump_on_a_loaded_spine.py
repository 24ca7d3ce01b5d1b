"""Metabolic work is done with an exercise that loads the spine heavily.

## What it checks
Metabolic sets in loading weeks: hard sets that rest 60 s or less, or drop, rest-pause, myo-rep or
blood-flow-restriction sets. They should not be done with an exercise whose axial load the library
calls high, such as a back squat, a deadlift or a good morning.

## Why it matters
This is common sense and not evidence; we have no trial that asked. Sets that pile fatigue up are
meant to end where the muscle gives in. With a bar on the back or in the hands, your posture or
your breath may give in first. Then the set ends before the legs are done, and the last repetitions
are the ones you would not want to film. A machine, a split squat or a leg curl lets you go on
without that. How heavily an exercise loads the spine is our own grade.

## What to do
Do the short-rest work on a machine, with dumbbells or on one leg. Or keep the lift and rest longer.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 12, load: 65%, rir: 2, rest: 60 s}
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
          - {exercise: leg-press, sets: 3, reps: 12, load: 65%, rir: 2, rest: 60 s}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Severity
from generator.measure.lines import Case, set_by_set, worst
from generator.measure.sets import DENSE_TYPES, is_metabolic
from generator.plan import Plan, PlannedSet
from generator.rule import Kind, rule


def cause(set_: PlannedSet) -> str:
    """What makes a set metabolic."""
    if set_.set_type in DENSE_TYPES or set_.rest is None:
        return set_.set_type
    return f"{set_.rest} of rest"


def pumped(plan: Plan) -> Iterator[Case[str]]:
    """Metabolic sets on exercises with a high axial load, with what makes them metabolic."""
    for week, entry, set_ in set_by_set(plan.loading_weeks):
        if entry.exercise.axial_load == "high" and is_metabolic(set_, plan.framework):
            yield Case(week, entry, set_, cause(set_), Fraction(1))


def measured(plan: Plan) -> str:
    """The exercises it finds."""
    names = dict.fromkeys(case.entry.exercise.name for case in pumped(plan))
    return ", ".join(names) or "none"


@rule(
    code="MET006",
    name="pump-on-a-loaded-spine",
    topic="metabolic-stress",
    kind=Kind.SENSE,
    severity=Severity.WARNING,
    thresholds=("metabolic-rest-high", "hard-set-rir"),
    allowed="no metabolic sets on exercises that load the spine heavily",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per prescription, about the first such week."""
    for case in worst(plan, pumped(plan)):
        dense = case.set.set_type in DENSE_TYPES
        yield Finding(
            case.keys("set_type") if dense else case.rest_keys(),
            f"{case.entry.exercise.name} loads the spine heavily and is metabolic work "
            f"({case.value}) in week {case.week.number}; no metabolic sets belong on it",
            "Move them to a machine, dumbbells or one leg, or rest longer between straight sets.",
        )
