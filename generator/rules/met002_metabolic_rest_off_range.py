"""Metabolic work rests shorter or longer than the framework's 30 to 60 seconds.

## What it checks
Hard sets that count as metabolic work because they rest 60 s or less, or because they are drop,
rest-pause, myo-rep or blood-flow-restriction sets. Where a rest is written, it has to be from 30 to
60 s; a range counts at its middle. In a superset or circuit the rest after the round counts.

## Why it matters
The framework wants 30 to 60 s because it credits metabolic stress with growth. That cause is
[contested](claim:metabolic-stress-mechanism), and that such short rests build more muscle than
longer ones is [contradicted](claim:short-rest-growth). Short rests save time and usually cost
repetitions. A drop set with a longer rest leaves the framework's range and loses nothing else.

## What to do
Write a rest from 30 to 60 s. Where a drop set needs more, plan straight sets instead, or give a
reason in a deviation.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: leg-extension, sets: 3, reps: 15, rir: 1, rest: 20 s}
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
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: leg-extension, sets: 3, reps: 15, rir: 1, rest: 45 s}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Keys, Severity
from generator.measure.lines import Case, set_by_set, worst
from generator.measure.sets import is_metabolic
from generator.model.number import plain
from generator.model.quantity import Duration
from generator.plan import Plan
from generator.rule import Kind, rule


def rests(plan: Plan) -> Iterator[Case[Duration]]:
    """Metabolic sets with the rest written for them."""
    low = plan.framework.limit("metabolic-rest-low")
    high = plan.framework.limit("metabolic-rest-high")
    for week, entry, set_ in set_by_set(plan.weeks):
        if set_.rest is not None and is_metabolic(set_, plan.framework):
            rest = set_.rest.middle
            yield Case(week, entry, set_, set_.rest, max(low - rest, rest - high))


def measured(plan: Plan) -> str:
    """The shortest and the longest rest."""
    found = [case.value.middle for case in rests(plan)]
    if not found:
        return "no metabolic work with a written rest"
    low, high = plain(min(found)), plain(max(found))
    return f"{low} s" if low == high else f"{low} to {high} s"


@rule(
    code="MET002",
    name="metabolic-rest-off-range",
    topic="metabolic-stress",
    kind=Kind.FRAMEWORK,
    severity=Severity.WARNING,
    claims=("metabolic-stress-mechanism", "short-rest-growth"),
    thresholds=("metabolic-rest-low", "metabolic-rest-high", "hard-set-rir"),
    allowed="{metabolic-rest-low} to {metabolic-rest-high} s of rest after metabolic sets",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per line that says how long to rest, about its worst week."""
    low = plan.framework.limit("metabolic-rest-low")
    high = plan.framework.limit("metabolic-rest-high")
    lines: dict[Keys, Case[Duration]] = {}
    for case in worst(plan, (case for case in rests(plan) if case.distance > 0)):
        known = lines.get(case.rest_keys())
        if not (known and known.entry.group and known.distance >= case.distance):
            lines[case.rest_keys()] = case
    for keys, case in lines.items():
        rest = case.value
        yield Finding(
            keys,
            f"{_who(case)} is metabolic work with {rest.counted} of rest in week "
            f"{case.week.number}; the framework wants {plain(low)} to {plain(high)} s",
            "Rest longer between these sets."
            if rest.middle < low
            else "Rest less, or plan straight sets.",
        )


def _who(case: Case[Duration]) -> str:
    name = case.entry.exercise.name
    return f"The {case.entry.group} with {name}" if case.entry.group else name
