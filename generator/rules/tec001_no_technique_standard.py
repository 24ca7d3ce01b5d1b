"""An exercise is used that the library does not describe well enough to do it safely.

## What it checks
Every exercise of the program, also one that is only offered as a swap, has cues, faults, a range
of motion and a safety note in the exercise library.

## Why it matters
The framework puts technique before volume. Whether that ranking holds is
[unverifiable](claim:technique-over-volume): no trial was found that compares the two. What a guide
can do is to say how each lift is done, how deep it goes and how to get out of it. Range of motion
is the part of technique with real trials; that a [full range](claim:full-range-of-motion) grows
more leg than a short one is supported with moderate certainty. That poor form is a main cause of
injury is only [partly supported](claim:poor-form-injury), so a safety note speaks of safeties and
load, and promises nothing. A program cannot deviate from this rule, because readers rely on every
exercise being described.

## What to do
Complete the exercise's file in `content/exercises/`, or use an exercise that is already described.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: wall-sit, sets: 3, reps: 30-45 s, rest: 60 s}
```

The exercise library says no more about it than this:

```yaml
# content/exercises/wall-sit.yml
name: Wall sit
pattern: squat
kind: compound
plane: sagittal
laterality: bilateral
equipment: [[bodyweight]]
muscles: {quadriceps: 1}
length_emphasis: mid
fatigue_cost: low
axial_load: low
skill: beginner
cues: [Press your whole back into the wall.]
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
          - {exercise: bodyweight-squat, sets: 3, reps: 12-15, rest: 60 s}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Keys, Severity
from generator.model import Exercise
from generator.plan import Plan
from generator.rule import Kind, rule


def missing(exercise: Exercise) -> tuple[str, ...]:
    """The parts of a technique standard that an exercise lacks."""
    parts = {
        "cues": exercise.cues,
        "faults": exercise.faults,
        "range_of_motion": exercise.range_of_motion,
        "safety": exercise.safety,
    }
    return tuple(name for name, text in parts.items() if not text)


def used(plan: Plan) -> dict[str, tuple[Exercise, Keys]]:
    """Every exercise by id, swaps as well, with the first place that names it."""
    found: dict[str, tuple[Exercise, Keys]] = {}
    for entry in plan.prescriptions:
        found.setdefault(entry.exercise.id, (entry.exercise, (*entry.keys, "exercise")))
        for index, swap in enumerate(entry.swaps):
            found.setdefault(swap.id, (swap, (*entry.keys, "swap", index, "exercise")))
    return found


def measured(plan: Plan) -> str:
    """How many of the exercises are fully described."""
    exercises = [exercise for exercise, _ in used(plan).values()]
    described = sum(not missing(exercise) for exercise in exercises)
    return f"{described} of {len(exercises)} exercises fully described, swaps included"


@rule(
    code="TEC001",
    name="no-technique-standard",
    topic="technique",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    claims=("technique-over-volume", "full-range-of-motion", "poor-form-injury"),
    fixed=True,
    allowed="cues, faults, a range of motion and a safety note for every exercise",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per exercise, where it is first named."""
    for exercise, keys in used(plan).values():
        if parts := missing(exercise):
            yield Finding(
                keys,
                f"the library's entry for `{exercise.id}` has no "
                f"{', '.join(f'`{part}`' for part in parts)}",
                f"Complete `content/exercises/{exercise.id}.yml`, or use another exercise.",
            )
