"""Every resistance exercise moves straight up and down or forward and back.

## What it checks
Whether at least one exercise in the program works mainly outside the sagittal plane: to the side,
like a lateral lunge or a hip abduction, or turning. Jumps do not count as resistance.

## Why it matters
The framework counts lunges in several planes among the ways elite athletes grow. That is
[unverifiable](claim:multi-planar-resistance): no study was found that measured muscle growth after
such work, which is neither for it nor against it. The practical case is smaller and fair: side
work reaches muscles that squats and hinges load less, and it practises another movement.

## What to do
Add two or three sets of a lateral lunge, a curtsey lunge, a Copenhagen plank, or the hip abduction
or adduction machine.

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
          - {exercise: reverse-lunge, sets: 3, reps: 8, rir: 2, rest: 2 min}
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
          - {exercise: lateral-lunge, sets: 3, reps: 8, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.variety import in_other_planes
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The exercises outside the sagittal plane."""
    found = [f"{exercise.name} ({exercise.plane})" for exercise in in_other_planes(plan)]
    return ", ".join(found) or "no exercise outside the sagittal plane"


@rule(
    code="OVL010",
    name="single-plane",
    topic="mechanical-overload",
    kind=Kind.FRAMEWORK,
    severity=Severity.WARNING,
    claims=("multi-planar-resistance",),
    allowed="at least 1 resistance exercise in the frontal or transverse plane",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding for the whole program."""
    if not in_other_planes(plan):
        count = sum(not exercise.jump for exercise in plan.exercises)
        yield Finding(
            ("blocks",),
            f"0 of {count} resistance exercises move to the side or turn; "
            "the framework wants at least 1",
            "Add an exercise such as `lateral-lunge` or `hip-abduction-machine`.",
        )
